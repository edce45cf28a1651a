// The money of a whole operation: by funder and by kind, by year; what it costs, what is expected, what was paid.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { rememberedSums } from './money-memory.store.ts'
import { costOf, fundingOf, mine, sumCostsBy, sumFundingBy } from './money-sums.store.ts'
import type { FunderSums, Overview, YearSum } from './overview.rules.ts'
import { seesCosts, seesLines } from './visible-money.store.ts'

type Db = Kysely<Schema>
/** Six statements, remembered until something is written. */
export const overviewOf = rememberedSums<Overview>(100, async (db, { scope, day }) => {
  const question = { actions: 'all' as const, scope, day }
  const cells = await sumFundingBy<Pick<FunderSums, 'funderId' | 'kind' | 'mine'>>(db, question,
    sql`funding_line.funder_id as "funderId", funding_line.kind, ${mine} as mine`, sql`funding_line.funder_id, funding_line.kind, ${mine}`)
  const names = new Map((await db.selectFrom('organisation').select(['id', 'name', 'kind']).execute()).map((one) => [one.id, one]))
  return {
    funders: cells.map(({ funderId, kind, mine, ...cell }) => {
      const funder = funderId === null ? undefined : names.get(funderId)
      return {
        funderId, kind, mine, name: funder?.name ?? null, funderKind: funder?.kind ?? null, basis: cell.basis, lines: cell.lines, sums: fundingOf(cell),
      }
    }),
    costs: (await sumCostsBy<{ readonly year: number | null }>(db, question, sql`cost_line.year`, sql`cost_line.year`))
      .map(({ year, ...cell }) => ({ year, cost: costOf(cell) })),
    expected: await expectedByYear(db, scope), paid: await paidByYear(db, scope, day),
    counts: await countSilent(db, scope),
  }
})

/** What is expected year by year, from the years people gave; lines refused or cancelled expect nothing. */
async function expectedByYear(db: Db, scope: PlanScope): Promise<YearSum[]> {
  const { rows } = await sql<YearSum>`
    select funding_instalment.year, coalesce(funding_line.basis, 'unstated') as basis, sum(funding_instalment.amount_cents)::bigint as cents,
      count(*) as known, 0 as unknown
    from funding_instalment join funding_line on funding_line.id = funding_instalment.line_id join action on action.id = funding_line.action_id
    where ${seesLines(scope)} and funding_line.status not in ('refused', 'cancelled') and funding_line.kind not in ('advance', 'landHolding')
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

async function paidByYear(db: Db, scope: PlanScope, day: PlainDate): Promise<YearSum[]> {
  const { rows } = await sql<YearSum>`
    select extract(year from step.happened_on)::integer as year, coalesce(funding_line.basis, 'unstated') as basis,
      coalesce(sum(step.amount_cents), 0)::bigint as cents, count(step.amount_cents) as known,
      count(*) filter (where step.amount_cents is null) as unknown
    from funding_event step join funding_line on funding_line.id = step.line_id join action on action.id = funding_line.action_id
    where ${seesLines(scope)} and step.withdrawn_at is null and step.happened_on <= ${day}::date
      and (step.status = 'paid' or (step.status = 'closed' and step.amount_cents is not null)) and funding_line.kind not in ('advance', 'landHolding')
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Actions of which no cost, or no funding, is said: what the totals leave out. */
async function countSilent(db: Db, scope: PlanScope): Promise<Overview['counts']> {
  const { rows: [counts] } = await sql<Overview['counts']>`
    select count(*) as actions, count(*) filter (where action.id not in (select action_id from cost_line where removed_at is null)) as "withoutCost",
      count(*) filter (where action.id not in (select action_id from funding_line where removed_at is null)) as "withoutFunding"
    from action where ${seesCosts(scope)}`.execute(db)
  return counts ?? { actions: 0, withoutCost: 0, withoutFunding: 0 }
}
