// The consolidated model: amounts of one stage and one basis, of a year or of all, by action and share, by action and funder.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Share } from '../../planning/funding-plan.ts'
import type { Basis } from '../../planning/money-sum.ts'
import type { Schema } from '../../schema.ts'
import type { ModelAction, ModelCell, ModelQuestion, ShareCell } from './model.rules.ts'
import { rememberedSums } from './money-memory.store.ts'
import type { Asking } from './money-memory.store.ts'
import { mine, standingAt, withDelegate } from './money-sums.store.ts'
import { among, seesCosts, seesLines } from './visible-money.store.ts'
import type { Actions } from './visible-money.store.ts'

type Db = Kysely<Schema>

/** The SQL twin of `shareOf`. */
const share = sql<Share>`case
  when funding_line.kind = 'loan' then 'loan' when funding_line.kind in ('advance', 'landHolding') then 'bridging'
  when ${mine} then 'own'
  when funder.kind in ('epci', 'commune', 'state', 'region', 'department', 'agency') then 'public' when funder.kind = 'private' then 'private'
  else 'unknown' end`

const sameBasis = (column: RawBuilder<unknown>, basis: Basis): RawBuilder<boolean> =>
  (basis === 'unstated' ? sql<boolean>`${column} is null` : sql<boolean>`${column} = ${basis}`)

type Source = { readonly value: RawBuilder<unknown>; readonly unknown: RawBuilder<unknown>; readonly join: RawBuilder<unknown> }

/** Where the amount of a line is read: its years when one is asked of what is planned or paid, otherwise where it stands. */
async function sourceOf(db: Db, { day }: Asking, { stage, year }: ModelQuestion): Promise<Source> {
  const { at, join } = await standingAt(db, day)
  const live = sql`coalesce(${at}.status, 'toRequest') not in ('refused', 'cancelled')`
  if (year !== null && stage === 'planned') {
    return {
      value: sql`instalment.amount_cents`, unknown: sql`false`,
      join: sql`${join} join funding_instalment instalment
        on instalment.line_id = funding_line.id and instalment.year = ${year}::integer and ${live}`,
    }
  }
  if (year !== null && stage === 'paid') {
    return {
      value: sql`payment.cents`, unknown: sql`payment.unknown`,
      join: sql`join (select line_id, sum(amount_cents)::bigint as cents, bool_or(amount_cents is null) as unknown from funding_event
        where withdrawn_at is null and happened_on <= ${day}::date and extract(year from happened_on) = ${year}::integer
          and (status = 'paid' or (status = 'closed' and amount_cents is not null)) group by line_id) payment on payment.line_id = funding_line.id`,
    }
  }
  if (stage === 'planned') {
    return {
      value: sql`(case when ${live} then funding_line.amount_cents end)`, unknown: sql`(funding_line.amount_cents is null and ${live})`, join,
    }
  }
  const asked = stage === 'requested' || stage === 'awarded' ? sql`and funding_line.kind not in ('own', 'inKind')` : sql``
  const [value, unknown] = [`${stage}_cents`, `${stage}_unknown`].map((column) => sql`${at}.${sql.ref(column)}`)
  return { value: value ?? sql`null`, unknown: sql`(${unknown ?? sql`false`} ${asked})`, join }
}

async function cells<Key>(db: Db, asking: Asking, question: ModelQuestion, actions: Actions, keys: RawBuilder<unknown>, groups: RawBuilder<unknown>) {
  const { value, unknown, join } = await sourceOf(db, asking, question)
  const { rows } = await sql<Key & { readonly cents: number; readonly known: number; readonly unknown: number }>`
    select ${keys}, coalesce(sum(${value}), 0)::bigint as cents, count(${value}) as known, count(*) filter (where ${unknown}) as unknown
    from funding_line join action on action.id = funding_line.action_id ${withDelegate}
      left join organisation funder on funder.id = funding_line.funder_id ${join}
    where ${among(actions)} and ${seesLines(asking.scope)} and ${sameBasis(sql`funding_line.basis`, question.basis)}
    group by ${groups}`.execute(db)
  return rows
}

/** Every action that says something, by share, with its cost: two statements, remembered until something is written. */
export const modelOf = rememberedSums<readonly ShareCell[], ModelQuestion>(24, async (db, asking, question) => {
  const funding = await cells<Pick<ShareCell, 'actionId' | 'share'>>(db, asking, question, 'all',
    sql`funding_line.action_id as "actionId", ${share} as share`,
    sql`funding_line.action_id, ${share}`)
  const { rows: costs } = await sql<ShareCell>`
    select cost_line.action_id as "actionId", 'cost' as share, coalesce(sum(cost_line.planned_cents), 0)::bigint as cents,
      count(cost_line.planned_cents) as known, count(*) - count(cost_line.planned_cents) as unknown
    from cost_line join action on action.id = cost_line.action_id
    where cost_line.removed_at is null and ${seesCosts(asking.scope)} and ${sameBasis(sql`cost_line.basis`, question.basis)}
      and ${question.year === null ? sql`true` : sql`cost_line.year = ${question.year}::integer`}
    group by cost_line.action_id`.execute(db)
  return [...funding, ...costs]
})

/** The amounts of these actions, one for each funder and scheme. */
export const listModelCells = (db: Db, asking: Asking, question: ModelQuestion, actions: Actions): Promise<ModelCell[]> =>
  cells<Pick<ModelCell, 'actionId' | 'funder' | 'scheme' | 'kind'>>(db, asking, question, actions,
    sql`funding_line.action_id as "actionId", funder.name as funder, funding_line.scheme, funding_line.kind`,
    sql`funding_line.action_id, funder.name, funding_line.scheme, funding_line.kind`)

/** Which actions hang on which orientations, among those seen; remembered until something is written. */
export const membershipsOf = rememberedSums<readonly { readonly actionId: Id<'action'>; readonly orientationId: Id<'orientation'> }[]>(
  24, async (db, { scope }) => (await sql<{ actionId: Id<'action'>; orientationId: Id<'orientation'> }>`
    select held.action_id as "actionId", held.orientation_id as "orientationId" from action_orientation held
    join action on action.id = held.action_id where ${seesCosts(scope)}`.execute(db)).rows)

/** These actions by number then title, a page of them. */
export async function listModelActions(db: Db, ids: readonly Id<'action'>[], page: { readonly from: number; readonly most: number }):
  Promise<ModelAction[]> {
  const { rows } = await sql<ModelAction>`
    select action.id, action.code, action.title, owner.name as owner from action left join organisation owner on owner.id = action.owner_id
    where action.id = any(${ids}::uuid[]) order by lower(action.code) nulls last, action.title, action.id limit ${page.most} offset ${page.from}`
    .execute(db)
  return rows
}
