// Taking back what a set of changes did to lines of money: made ones go, removed ones return, fields still as written go back.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { inOrder } from '../../planning/action-changes.ts'
import type { CostValues, FundingValues, Instalment } from '../../planning/money-line.ts'
import type { Schema } from '../../schema.ts'
import type { ObjectChange } from '../actions/change-sets.store.ts'
import { removeMoneyLines, replaceInstalments, updateCostLines, updateFundingLines } from './money-writes.store.ts'

type Db = Kysely<Schema>
type CostNow = { readonly id: Id<'costLine'>; readonly there: boolean; readonly values: CostValues }
type FundingNow = { readonly id: Id<'fundingLine'>; readonly there: boolean; readonly values: FundingValues & { readonly instalments:
  readonly Instalment[] } }

/** `changes`: those made to go back; `kept`: those left, since someone changed the same since, or since they are of something else. */
export type MoneyUndo = { readonly changes: readonly ObjectChange[]; readonly kept: readonly ObjectChange[]; readonly write: () => Promise<void> }

/** Decides what goes back; `write` does it. */
export async function undoMoney(db: Db, operationId: Id<'operation'>, changes: readonly ObjectChange[], at: Instant): Promise<MoneyUndo> {
  const idsOf = (kind: string): readonly string[] => [...new Set(changes.filter(({ objectKind }) => objectKind === kind).map(({ objectId }) =>
    objectId))]
  const costs = new Map((await listCosts(db, idsOf('costLine'))).map((line) => [line.id, line]))
  const lines = new Map((await listFundings(db, idsOf('fundingLine'))).map((line) => [line.id, line]))
  const all: ReadonlyMap<string, CostNow | FundingNow> = new Map<string, CostNow | FundingNow>([...costs, ...lines])
  const holds = (change: ObjectChange): boolean => {
    const now = all.get(change.objectId)
    if (now === undefined) return false
    if (change.field === 'presence') return isThere(change.after) === now.there
    const value: unknown = Object.entries(now.values).find(([field]) => field === change.field)?.[1] ?? null
    return now.there && inOrder(value) === inOrder(change.after)
  }
  const back = changes.filter(holds).map((change) => ({ ...change, before: change.after, after: change.before }))
  return { changes: back, kept: changes.filter((change) => !holds(change)), write: () => writeBack(db, operationId, back, { costs, lines }, at) }
}

const isThere = (presence: unknown): boolean => typeof presence === 'object' && presence !== null && 'there' in presence && presence.there === true

type Now = { readonly costs: ReadonlyMap<string, CostNow>; readonly lines: ReadonlyMap<string, FundingNow> }
async function writeBack(db: Db, operationId: Id<'operation'>, back: readonly ObjectChange[], { costs, lines }: Now, at: Instant): Promise<void> {
  const moved = (there: boolean): ReadonlySet<string> =>
    new Set(back.filter(({ field, after }) => field === 'presence' && isThere(after) === there).map(({ objectId }) => objectId))
  for (const there of [false, true]) {
    const ids = moved(there)
    await removeMoneyLines(db, {
      costs: [...costs.values()].filter(({ id }) => ids.has(id)).map(({ id }) => id), lines: [...lines.values()].filter(({ id }) =>
        ids.has(id)).map(({ id }) => id),
    }, there ? null : at)
  }
  const patches = new Map<string, Record<string, unknown>>()
  for (const { objectId, field, after } of back) if (field !== 'presence') patches.set(objectId, { ...patches.get(objectId), [field]: after })
  await updateCostLines(db, operationId, [...costs.values()].filter(({ id }) => patches.has(id)).map(({ id, values }) => ({ id, values: { ...values,
    ...patches.get(id) } })))
  const changed = [...lines.values()].filter(({ id }) => patches.has(id)).map(({ id, values }) => ({ id, values: { ...values, ...patches.get(id) } }))
  await updateFundingLines(db, operationId, changed)
  for (const { id, values } of changed) if ('instalments' in (patches.get(id) ?? {})) await replaceInstalments(db, operationId, id,
    values.instalments)
}

async function listCosts(db: Db, ids: readonly string[]): Promise<readonly CostNow[]> {
  const rows = await db.selectFrom('cost_line').select(['id', 'removed_at', 'position', 'label', 'nature', 'year', 'basis',
    'planned_cents as plannedCents',
    'final_cents as finalCents', 'fctva_eligible as fctvaEligible', 'written']).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
  return rows.map(({ id, removed_at: removed, plannedCents, finalCents, ...values }) =>
    ({ id, there: removed === null, values: { ...values, plannedCents: known(plannedCents), finalCents: known(finalCents) } }))
}

async function listFundings(db: Db, ids: readonly string[]): Promise<readonly FundingNow[]> {
  const rows = await db.selectFrom('funding_line').select(['id', 'removed_at', 'position', 'funder_id as funderId', 'scheme', 'kind', 'basis',
    'amount_cents as amountCents', 'rate_basis_points as rateBasisPoints', 'base_cents as baseCents', 'note', 'written'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
  const years = await db.selectFrom('funding_instalment').select(['line_id as lineId', 'year', 'amount_cents as amountCents'])
    .where(sql<boolean>`line_id = any(${ids}::uuid[])`).orderBy('year').execute()
  const instalments = new Map<string, Instalment[]>()
  for (const { lineId, year, amountCents } of years) instalments.set(lineId, [...(instalments.get(lineId) ?? []), { year, amountCents:
    cents(amountCents) }])
  return rows.map(({ id, removed_at: removed, amountCents, baseCents, ...values }) => ({
    id, there: removed === null,
    values: { ...values, amountCents: known(amountCents), baseCents: known(baseCents), instalments: instalments.get(id) ?? [] },
  }))
}

const known = (amount: number | null): Cents | null => (amount === null ? null : cents(amount))
