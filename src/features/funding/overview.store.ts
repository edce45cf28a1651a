// The money of a whole operation: by funder and by kind, by year; what it costs, what is expected, what was paid.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { rememberedSums } from './money-memory.store.ts'
import { costOf, fundingOf, mine, sumCostsBy, sumFundingBy } from './money-sums.store.ts'
import type { FunderSums, Overview } from './overview.rules.ts'
import { seesCosts } from './visible-money.store.ts'
import { yearsOfMoney } from './years.store.ts'

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
        funderId, kind, mine, name: funder?.name ?? null, funderKind: funder?.kind ?? null, basis: cell.basis, lines: cell.lines,
        sums: fundingOf(cell),
      }
    }),
    costs: (await sumCostsBy<{ readonly year: number | null }>(db, question, sql`cost_line.year`, sql`cost_line.year`))
      .map(({ year, ...cell }) => ({ year, cost: costOf(cell) })),
    ...await yearsOfMoney(db, question, sql`funding_line.kind not in ('advance', 'landHolding')`),
    counts: await countSilent(db, scope),
  }
})

/** Actions of which no cost, or no funding, is said: what the totals leave out. */
async function countSilent(db: Db, scope: PlanScope): Promise<Overview['counts']> {
  const { rows: [counts] } = await sql<Overview['counts']>`
    select count(*) as actions, count(*) filter (where action.id not in (select action_id from cost_line where removed_at is null)) as "withoutCost",
      count(*) filter (where action.id not in (select action_id from funding_line where removed_at is null)) as "withoutFunding"
    from action where ${seesCosts(scope)}`.execute(db)
  return counts ?? { actions: 0, withoutCost: 0, withoutFunding: 0 }
}
