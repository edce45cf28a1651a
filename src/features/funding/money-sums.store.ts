// Sums of money made by the database, one pass over the lines for any grouping: amounts of one basis and one stage, and how many are unknown.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import { noFundingAtAll } from '../../planning/funding-sums.ts'
import type { FundingByBasis, FundingSums } from '../../planning/funding-sums.ts'
import type { Basis, CostStage, Stage, Sum } from '../../planning/money-sum.ts'
import { addSummaries, noMoneySummed, withBalance } from '../../planning/money-summary.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import { nothingOf } from '../../planning/money-sum.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { rememberedSums } from './money-memory.store.ts'
import { inForceOn } from './money.store.ts'
import { among, seesCosts, seesLines } from './visible-money.store.ts'
import type { Actions } from './visible-money.store.ts'

type Db = Kysely<Schema>
export type Asked = { readonly actions: Actions; readonly scope: PlanScope; readonly day: PlainDate }

/** What the database answers for one group of lines of one basis. */
export type FundingCell = {
  readonly basis: Basis; readonly lines: number
  readonly planned: number; readonly plannedKnown: number; readonly plannedUnknown: number
  readonly requested: number; readonly requestedKnown: number; readonly requestedUnknown: number
  readonly awarded: number; readonly awardedKnown: number; readonly awardedUnknown: number
  readonly committed: number; readonly committedKnown: number; readonly committedUnknown: number
  readonly paid: number; readonly paidKnown: number; readonly paidUnknown: number
}

const asked = sql`funding_line.kind not in ('own', 'inKind')`
/** The owner of the action brings the line: what `shareOf` calls its own. Stands where `withDelegate` is joined. */
export const mine = sql`(coalesce(funding_line.funder_id = action.owner_id, false) or coalesce(funding_line.funder_id = delegate.id, false)
  or (funding_line.kind = 'own' and (funding_line.funder_id is null or action.owner_id is null)))`
/** Who builds for the owner, unless it is a private firm, whose money is not the owner's. */
export const withDelegate = sql`left join organisation delegate on delegate.id = action.delegated_owner_id and delegate.kind <> 'private'`
/** `at`: the table that says what a line stands at, the line itself for today, its step in force for a day before its last one. */
function fundingColumns(at: RawBuilder<unknown>): RawBuilder<unknown> {
  const live = sql`coalesce(${at}.status, 'toRequest') not in ('refused', 'cancelled')`
  return sql`
    coalesce(funding_line.basis, 'unstated') as basis, count(*) as lines,
    coalesce(sum(funding_line.amount_cents) filter (where ${live}), 0)::bigint as planned,
    count(funding_line.amount_cents) filter (where ${live}) as "plannedKnown",
    count(*) filter (where funding_line.amount_cents is null and ${live}) as "plannedUnknown",
    coalesce(sum(${at}.requested_cents), 0)::bigint as requested, count(${at}.requested_cents) as "requestedKnown",
    count(*) filter (where ${at}.requested_unknown and ${asked}) as "requestedUnknown",
    coalesce(sum(${at}.awarded_cents), 0)::bigint as awarded, count(${at}.awarded_cents) as "awardedKnown",
    count(*) filter (where ${at}.awarded_unknown and ${asked}) as "awardedUnknown",
    coalesce(sum(${at}.committed_cents), 0)::bigint as committed, count(${at}.committed_cents) as "committedKnown",
    count(*) filter (where ${at}.committed_unknown) as "committedUnknown",
    coalesce(sum(${at}.paid_cents), 0)::bigint as paid, count(${at}.paid_cents) as "paidKnown",
    count(*) filter (where ${at}.paid_unknown) as "paidUnknown"`
}

/** `at`: the table that says what lines stand at; `since`: the day of the step they stand on; `join`: what brings that table in. */
type Standpoint = { readonly at: RawBuilder<unknown>; readonly since: RawBuilder<unknown>; readonly join: RawBuilder<unknown> }
/** Where to read what lines stand at on that day: on the lines themselves, unless one of them took a step since. */
export async function standingAt(db: Db, day: PlainDate): Promise<Standpoint> {
  const later = await db.selectFrom('funding_line').select((eb) => eb.fn.max('status_since').as('day')).executeTakeFirst()
  return later?.day === undefined || later.day === null || later.day <= day
    ? { at: sql`funding_line`, since: sql`funding_line.status_since`, join: sql`` }
    : { at: sql`step`, since: sql`step.happened_on`, join: sql`left join funding_event step on step.line_id = funding_line.id and ${inForceOn(day)}` }
}

/** Sums of the lines seen, by these keys (a list of expressions, each with its name) and by basis. */
export async function sumFundingBy<Key>(
  db: Db, { actions, scope, day }: Asked, keys: RawBuilder<unknown>, groups: RawBuilder<unknown>,
): Promise<(Key & FundingCell)[]> {
  const { at, join } = await standingAt(db, day)
  const { rows } = await sql<Key & FundingCell>`
    select ${keys}, ${fundingColumns(at)}
    from funding_line join action on action.id = funding_line.action_id ${withDelegate} ${join}
    where ${among(actions)} and ${seesLines(scope)}
    group by ${groups}, funding_line.basis`.execute(db)
  return rows
}

export type CostCell = {
  readonly basis: Basis; readonly lines: number; readonly planned: number; readonly plannedKnown: number; readonly plannedUnknown: number
  readonly final: number; readonly finalKnown: number
}
/** Sums of the costs seen, by these keys and by basis. */
export async function sumCostsBy<Key>(
  db: Db, { actions, scope }: Asked, keys: RawBuilder<unknown>, groups: RawBuilder<unknown>,
): Promise<(Key & CostCell)[]> {
  const { rows } = await sql<Key & CostCell>`
    select ${keys}, coalesce(cost_line.basis, 'unstated') as basis, count(*) as lines, coalesce(sum(cost_line.planned_cents), 0)::bigint as planned,
      count(cost_line.planned_cents) as "plannedKnown", count(*) - count(cost_line.planned_cents) as "plannedUnknown",
      coalesce(sum(cost_line.final_cents), 0)::bigint as final, count(cost_line.final_cents) as "finalKnown"
    from cost_line join action on action.id = cost_line.action_id
    where cost_line.removed_at is null and ${among(actions)} and ${seesCosts(scope)}
    group by ${groups}, cost_line.basis`.execute(db)
  return rows
}

const sumOf = <One extends Basis, At extends Stage>(
  basis: One, stage: At, value: number, known: number, unknown: number,
): Sum<One, At> =>
  ({ basis, stage, cents: cents(value), known, unknown })

/** One group as sums of its basis. */
export function fundingOf(cell: FundingCell): FundingByBasis {
  const within = <One extends Basis>(basis: One): FundingSums<One> => ({
    planned: sumOf(basis, 'planned', cell.planned, cell.plannedKnown, cell.plannedUnknown),
    requested: sumOf(basis, 'requested', cell.requested, cell.requestedKnown, cell.requestedUnknown),
    awarded: sumOf(basis, 'awarded', cell.awarded, cell.awardedKnown, cell.awardedUnknown),
    committed: sumOf(basis, 'committed', cell.committed, cell.committedKnown, cell.committedUnknown),
    paid: sumOf(basis, 'paid', cell.paid, cell.paidKnown, cell.paidUnknown),
  })
  switch (cell.basis) {
    case 'HT': return { ...noFundingAtAll, HT: within('HT') }
    case 'TTC': return { ...noFundingAtAll, TTC: within('TTC') }
    case 'unstated': return { ...noFundingAtAll, unstated: within('unstated') }
  }
}

export function costOf(cell: CostCell): MoneySummary['cost'] {
  const within = <At extends CostStage>(stage: At, value: number, known: number, unknown: number) =>
    ({ ...nothingOf(stage), [cell.basis]: sumOf(cell.basis, stage, value, known, unknown) })
  return {
    plannedCost: within('plannedCost', cell.planned, cell.plannedKnown, cell.plannedUnknown),
    finalCost: within('finalCost', cell.final, cell.finalKnown, 0),
  }
}

type OfAction = { readonly actionId: Id<'action'>; readonly bridges: boolean }
const bridges = sql`funding_line.kind in ('advance', 'landHolding')`

/** The money of each of these actions in one look, two statements for all; those without money are absent. */
export async function moneySummaryOf(db: Db, actions: Actions, scope: PlanScope, day: PlainDate): Promise<ReadonlyMap<Id<'action'>, MoneySummary>> {
  const question = { actions, scope, day }
  const costs = await sumCostsBy<Pick<OfAction, 'actionId'>>(db, question, sql`cost_line.action_id as "actionId"`, sql`cost_line.action_id`)
  const cells = await sumFundingBy<OfAction>(db, question, sql`funding_line.action_id as "actionId", ${bridges} as bridges`,
    sql`funding_line.action_id, ${bridges}`)
  const parts = [...costs.map(({ actionId, ...cell }) => ({ actionId, summed: costSummary(cell) })),
    ...cells.map(({ actionId, ...cell }) => ({ actionId, summed: fundingSummary(cell) }))]
  const summed = new Map<Id<'action'>, ReturnType<typeof addSummaries>>()
  for (const { actionId, summed: part } of parts) summed.set(actionId, addSummaries(summed.get(actionId) ?? noMoneySummed, part))
  return new Map([...summed].map(([id, sums]) => [id, withBalance(sums)]))
}

/** The money of all these actions together, two statements. */
export async function moneyTotalsOf(db: Db, actions: Actions, scope: PlanScope, day: PlainDate): Promise<MoneySummary> {
  const question = { actions, scope, day }
  const costs = await sumCostsBy(db, question, sql`true as whole`, sql`()`)
  const cells = await sumFundingBy<Pick<OfAction, 'bridges'>>(db, question, sql`${bridges} as bridges`, sql`${bridges}`)
  return withBalance([...costs.map(costSummary), ...cells.map(fundingSummary)].reduce(addSummaries, noMoneySummed))
}

/** The money of all the actions this person sees, remembered until something is written. */
export const rememberedTotals = rememberedSums<MoneySummary>(100, (db, { scope, day }) => moneyTotalsOf(db, 'all', scope, day))

const costSummary = (cell: CostCell) => ({ ...noMoneySummed, cost: costOf(cell), costLines: cell.lines })
const fundingSummary = (cell: FundingCell & Pick<OfAction, 'bridges'>) =>
  ({ ...noMoneySummed, [cell.bridges ? 'bridging' : 'funding']: fundingOf(cell), lines: cell.lines })
