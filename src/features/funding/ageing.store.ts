// The delays of money, told from the steps of lines: what waits and since when, and the median days of each funder.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../../schema.ts'
import type { Ageing, Pace } from './ageing.rules.ts'
import { rememberedSums } from './money-memory.store.ts'
import type { Asking } from './money-memory.store.ts'
import { standingAt } from './money-sums.store.ts'
import { seesLines } from './visible-money.store.ts'

type Db = Kysely<Schema>

type Waits = Pick<Ageing, 'groups' | 'oldest'>
/** Two statements, remembered until something is written. `oldest`: a hundred of each kind. */
export const ageingOf = rememberedSums<Ageing>(24, async (db, asking) => {
  const paces = await listPaces(db, asking)
  return { ...await listWaits(db, asking), paces: paces.filter(({ whole }) => !whole), all: paces.find(({ whole }) => whole) ?? nobody }
})

/** What waits, summed and one by one, in one pass over the lines; names come last, since sorting words is slow. */
async function listWaits(db: Db, asking: Asking): Promise<Waits> {
  const { rows: [found] } = await sql<Waits>`${await waitingLines(db, asking)}, grouped as (
      select "funderId", waiting, basis, count(*) as lines, coalesce(sum(cents), 0)::bigint as cents, count(cents) as known,
        count(*) - count(cents) as unknown, percentile_disc(0.5) within group (order by days) as "medianDays", max(days) as "longestDays"
      from waiting group by "funderId", waiting, basis
    ), groups as (
      select grouped.*, funder.name as funder from grouped left join organisation funder on funder.id = grouped."funderId"
      order by "longestDays" desc, funder.name
    ), placed as (
      select waiting.*, row_number() over (partition by waiting.waiting order by waiting.days desc, waiting."lineId") as place from waiting
    ), oldest as (
      select placed.*, funder.name as funder, action.code, action.title from placed join action on action.id = placed."actionId"
      left join organisation funder on funder.id = placed."funderId" where place <= 100 order by placed.waiting, place
    )
    select (select coalesce(json_agg(groups), '[]') from groups) as groups,
      (select coalesce(json_agg(oldest), '[]') from oldest) as oldest`.execute(db)
  return found ?? { groups: [], oldest: [] }
}

const nobody = { decisions: 0, decisionDays: null, payments: 0, paymentDays: null }

/** Lines that stand on a request, or on an award that is not paid in full; own money waits for nobody. */
async function waitingLines(db: Db, { scope, day }: Asking) {
  const { at, since, join } = await standingAt(db, day)
  return sql`with awards as (
      select line_id, min(happened_on) as awarded_on from funding_event
      where status = 'awarded' and withdrawn_at is null and happened_on <= ${day}::date group by line_id
    ), waiting as materialized (
      select case when ${at}.status = 'requested' then 'decision' else 'payment' end as waiting, funding_line.funder_id as "funderId",
        funding_line.id as "lineId", funding_line.action_id as "actionId", funding_line.scheme, coalesce(funding_line.basis, 'unstated') as basis,
        case when ${at}.status = 'requested' then ${at}.requested_cents when ${at}.paid_unknown then null
          else ${at}.awarded_cents - coalesce(${at}.paid_cents, 0) end as cents,
        case when ${at}.status = 'requested' then ${since} else coalesce(awards.awarded_on, ${since}) end as since,
        ${day}::date - case when ${at}.status = 'requested' then ${since} else coalesce(awards.awarded_on, ${since}) end as days
      from funding_line join action on action.id = funding_line.action_id ${join} left join awards on awards.line_id = funding_line.id
      where ${seesLines(scope)} and funding_line.kind not in ('own', 'inKind') and (${at}.status in ('requested', 'awarded', 'committed')
        or (${at}.status = 'paid' and ${at}.awarded_cents > coalesce(${at}.paid_cents, 0)))
    )`
}

/** From the first request to the first answer after it, and from the first award to the first payment after it; the whole operation last. */
async function listPaces(db: Db, { scope, day }: Asking): Promise<(Pace & { readonly whole: boolean })[]> {
  const { rows } = await sql<Pace & { readonly whole: boolean }>`
    with firsts as (
      select line_id, min(happened_on) filter (where status = 'requested') as requested_on,
        min(happened_on) filter (where status in ('awarded', 'refused')) as decided_on,
        min(happened_on) filter (where status = 'awarded') as awarded_on, min(happened_on) filter (where status = 'paid') as paid_on
      from funding_event where withdrawn_at is null and happened_on <= ${day}::date group by line_id
    ), taken as (
      select funding_line.funder_id, case when decided_on >= requested_on then decided_on - requested_on end as decision,
        case when paid_on >= awarded_on then paid_on - awarded_on end as payment
      from firsts join funding_line on funding_line.id = firsts.line_id join action on action.id = funding_line.action_id where ${seesLines(scope)}
    )
    select pace.*, funder.name as funder from (
      select taken.funder_id as "funderId", grouping(taken.funder_id) = 1 as whole, count(decision) as decisions,
        percentile_disc(0.5) within group (order by decision) as "decisionDays", count(payment) as payments,
        percentile_disc(0.5) within group (order by payment) as "paymentDays"
      from taken where decision is not null or payment is not null group by grouping sets ((taken.funder_id), ())
    ) pace left join organisation funder on funder.id = pace."funderId" where decisions + payments > 0
    order by whole, "decisionDays" desc nulls last, funder.name`.execute(db)
  return rows
}
