// The money of actions as lists and sheets read it: lines with what they stand at on a day, in a few statements whatever the number of actions.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import type { Instalment } from '../../planning/money-line.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { PartyKind } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import type { ActionMoney, CostLine, FundingLine, RecordedStep } from './money-line.rules.ts'
import { among, seesCosts, seesLines } from './visible-money.store.ts'
import type { Actions } from './visible-money.store.ts'

type Db = Kysely<Schema>

/** The money of these actions on a day, three statements for all; actions without any have an empty one. */
export async function listMoneyOf(
  db: Db, actionIds: readonly Id<'action'>[], scope: PlanScope, day: PlainDate,
): Promise<ReadonlyMap<Id<'action'>, ActionMoney>> {
  if (actionIds.length === 0) return new Map()
  const [costs, lines] = [await listCostLines(db, actionIds, scope), await listFundingLines(db, actionIds, scope, day)]
  const answer = new Map(actionIds.map((id) => [id, noMoney()]))
  for (const cost of costs) answer.get(cost.actionId)?.costs.push(cost)
  for (const line of lines) answer.get(line.actionId)?.lines.push(line)
  return answer
}

const noMoney = (): { costs: CostLine[]; lines: FundingLine[] } => ({ costs: [], lines: [] })

/** All the money of the operation that this person sees, in the order of the lines of each action. */
export const loadMoney = async (db: Db, scope: PlanScope, day: PlainDate): Promise<ActionMoney> =>
  ({ costs: await listCostLines(db, 'all', scope), lines: await listFundingLines(db, 'all', scope, day) })

const known = (value: number | null): Cents | null => (value === null ? null : cents(value))

async function listCostLines(db: Db, actions: Actions, scope: PlanScope): Promise<CostLine[]> {
  const { rows } = await sql<Omit<CostLine, 'plannedCents' | 'finalCents'> & { plannedCents: number | null; finalCents: number | null }>`
    select cost_line.id, cost_line.action_id as "actionId", cost_line.position, cost_line.label, cost_line.nature, cost_line.year, cost_line.basis,
      cost_line.planned_cents as "plannedCents", cost_line.final_cents as "finalCents", cost_line.fctva_eligible as "fctvaEligible",
      cost_line.written, cost_line.version
    from cost_line join action on action.id = cost_line.action_id
    where cost_line.removed_at is null and ${among(actions)} and ${seesCosts(scope)}
    order by cost_line.action_id, cost_line.position, cost_line.id`.execute(db)
  return rows.map((row) => ({ ...row, plannedCents: known(row.plannedCents), finalCents: known(row.finalCents) }))
}

type LineRow = Omit<FundingLine, 'amountCents' | 'baseCents' | 'funder' | 'standing' | 'instalments'> & {
  amountCents: number | null; baseCents: number | null; funderName: string | null; funderKind: PartyKind | null
  requested: number | null; awarded: number | null; committed: number | null; paid: number | null
  requestedUnknown: boolean | null; awardedUnknown: boolean | null; committedUnknown: boolean | null; paidUnknown: boolean | null
}

/** Lines with their funder, the step they stand on that day, and their years. */
export async function listFundingLines(db: Db, actions: Actions, scope: PlanScope, day: PlainDate): Promise<FundingLine[]> {
  const { rows } = await sql<LineRow>`
    select funding_line.id, funding_line.action_id as "actionId", funding_line.position, funding_line.funder_id as "funderId", funding_line.scheme,
      funding_line.kind, funding_line.basis, funding_line.amount_cents as "amountCents", funding_line.rate_basis_points as "rateBasisPoints",
      funding_line.base_cents as "baseCents", funding_line.note, funding_line.written, funding_line.version, organisation.name as "funderName",
      organisation.kind as "funderKind", coalesce(step.status, 'toRequest') as status, step.happened_on as since,
      step.requested_cents as requested, step.awarded_cents as awarded, step.committed_cents as committed, step.paid_cents as paid,
      step.requested_unknown as "requestedUnknown", step.awarded_unknown as "awardedUnknown", step.committed_unknown as "committedUnknown",
      step.paid_unknown as "paidUnknown"
    from funding_line join action on action.id = funding_line.action_id
    left join organisation on organisation.id = funding_line.funder_id
    left join funding_event step on step.line_id = funding_line.id and ${inForceOn(day)}
    where ${among(actions)} and ${seesLines(scope)}
    order by funding_line.action_id, funding_line.position, funding_line.id`.execute(db)
  const years = await listInstalments(db, actions === 'all' ? 'all' : rows.map(({ id }) => id))
  return rows.map((row) => lineOf(row, years.get(row.id) ?? []))
}

/** The step of a line in force at the end of a day: one row of `step` at most. */
export const inForceOn = (day: PlainDate) =>
  sql<boolean>`step.withdrawn_at is null and step.happened_on <= ${day}::date and (step.until is null or step.until > ${day}::date)`

async function listInstalments(db: Db, lines: readonly Id<'fundingLine'>[] | 'all'): Promise<ReadonlyMap<Id<'fundingLine'>, Instalment[]>> {
  const rows = await db.selectFrom('funding_instalment').select(['line_id', 'year', 'amount_cents'])
    .$if(lines !== 'all', (query) => query.where('line_id', '=', sql<Id<'fundingLine'>>`any(${lines === 'all' ? [] : lines}::uuid[])`))
    .orderBy('line_id').orderBy('year').execute()
  const years = new Map<Id<'fundingLine'>, Instalment[]>()
  for (const { line_id: line, year, amount_cents: amount } of rows) {
    years.set(line, [...(years.get(line) ?? []), { year, amountCents: cents(amount) }])
  }
  return years
}

const lineOf = (row: LineRow, instalments: readonly Instalment[]): FundingLine => ({
  id: row.id, actionId: row.actionId, position: row.position, funderId: row.funderId, scheme: row.scheme, kind: row.kind, basis: row.basis,
  amountCents: known(row.amountCents), rateBasisPoints: row.rateBasisPoints, baseCents: known(row.baseCents), note: row.note, written: row.written,
  version: row.version, status: row.status, since: row.since, instalments,
  funder: row.funderId === null || row.funderName === null || row.funderKind === null ? null
    : { id: row.funderId, name: row.funderName, kind: row.funderKind },
  standing: {
    requested: { cents: known(row.requested), unknown: row.requestedUnknown ?? false },
    awarded: { cents: known(row.awarded), unknown: row.awardedUnknown ?? false },
    committed: { cents: known(row.committed), unknown: row.committedUnknown ?? false },
    paid: { cents: known(row.paid), unknown: row.paidUnknown ?? false },
  },
})

/** Every step of these lines, or those that stand, in the order they happened; ask only for lines the reader may see. */
export async function listSteps(db: Db, lines: readonly Id<'fundingLine'>[], which: 'all' | 'standing' = 'all'): Promise<RecordedStep[]> {
  if (lines.length === 0) return []
  const rows = await db.selectFrom('funding_event as step').innerJoin('person as recorder', 'recorder.id', 'step.recorded_by')
    .leftJoin('person as withdrawer', 'withdrawer.id', 'step.withdrawn_by')
    .leftJoin('document', 'document.id', 'step.document_id')
    .select(['step.id', 'step.line_id as lineId', 'step.status', 'step.happened_on as on', 'step.amount_cents', 'step.reference', 'step.reason',
      'step.document_id as documentId', 'document.file_name as fileName', 'recorder.name as recordedBy', 'step.recorded_at as recordedAt',
      'step.withdrawn_at as withdrawnAt', 'withdrawer.name as withdrawnBy', 'step.withdrawn_reason as withdrawnReason'])
    .where('step.line_id', '=', sql<Id<'fundingLine'>>`any(${lines}::uuid[])`)
    .$if(which === 'standing', (query) => query.where('step.withdrawn_at', 'is', null))
    .orderBy('step.happened_on').orderBy('step.recorded_at').orderBy('step.id').execute()
  return rows.map(({ amount_cents: amount, ...row }) => ({ ...row, amountCents: known(amount) }))
}
