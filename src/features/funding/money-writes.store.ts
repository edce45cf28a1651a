// Everything written about the money of actions: cost lines, funding lines, steps, instalments; by the thousand in a few statements.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { CostValues, FundingValues, Instalment } from '../../planning/money-line.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>
export type NewCostLine = CostValues & { readonly id: Id<'costLine'>; readonly actionId: Id<'action'> }
export type NewFundingLine = FundingValues & { readonly id: Id<'fundingLine'>; readonly actionId: Id<'action'> }

const chunk = 5000
async function inChunks<Row>(rows: readonly Row[], write: (json: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) await write(JSON.stringify(rows.slice(from, from + chunk)))
}
const costShape = sql`(id uuid, "actionId" uuid, position integer, label text, nature text, year smallint, basis text, "plannedCents" bigint,
  "finalCents" bigint, "fctvaEligible" boolean, written text)`
const fundingShape = sql`(id uuid, "actionId" uuid, position integer, "funderId" uuid, scheme text, kind text, basis text, "amountCents" bigint,
  "rateBasisPoints" integer, "baseCents" bigint, note text, written text)`

export const insertCostLines = (db: Db, operationId: Id<'operation'>, lines: readonly NewCostLine[]): Promise<void> =>
  inChunks(lines, (json) => sql`
    insert into cost_line (operation_id, id, action_id, position, label, nature, year, basis, planned_cents, final_cents, fctva_eligible, written)
    select ${operationId}::uuid, id, "actionId", position, label, nature, year, basis, "plannedCents", "finalCents", "fctvaEligible", written
    from jsonb_to_recordset(${json}::jsonb) as line ${costShape}`.execute(db))

export const insertFundingLines = (db: Db, operationId: Id<'operation'>, lines: readonly NewFundingLine[]): Promise<void> =>
  inChunks(lines, (json) => sql`
    insert into funding_line (operation_id, id, action_id, position, funder_id, scheme, kind, basis, amount_cents, rate_basis_points, base_cents,
      note, written)
    select ${operationId}::uuid, id, "actionId", position, "funderId", scheme, kind, basis, "amountCents", "rateBasisPoints", "baseCents", note,
      written
    from jsonb_to_recordset(${json}::jsonb) as line ${fundingShape}`.execute(db))

type CostLineChange = { readonly id: Id<'costLine'>; readonly values: CostValues }
/** Writes these lines anew, whole; each gets its next version. */
export const updateCostLines = (db: Db, operationId: Id<'operation'>, lines: readonly CostLineChange[]): Promise<void> =>
  inChunks(lines.map(({ id, values }) => ({ ...values, id })), (json) => sql`
    update cost_line set position = line.position, label = line.label, nature = line.nature, year = line.year, basis = line.basis,
      planned_cents = line."plannedCents", final_cents = line."finalCents", fctva_eligible = line."fctvaEligible", written = line.written,
      version = version + 1
    from jsonb_to_recordset(${json}::jsonb) as line ${costShape} where cost_line.operation_id = ${operationId}::uuid and cost_line.id = line.id`
    .execute(db))

type FundingLineChange = { readonly id: Id<'fundingLine'>; readonly values: FundingValues }
/** Writes these lines anew, whole; each gets its next version. */
export const updateFundingLines = (db: Db, operationId: Id<'operation'>, lines: readonly FundingLineChange[]): Promise<void> =>
  inChunks(lines.map(({ id, values }) => ({ ...values, id })), (json) => sql`
    update funding_line set position = line.position, funder_id = line."funderId", scheme = line.scheme, kind = line.kind, basis = line.basis,
      amount_cents = line."amountCents", rate_basis_points = line."rateBasisPoints", base_cents = line."baseCents", note = line.note,
      written = line.written, version = version + 1
    from jsonb_to_recordset(${json}::jsonb) as line ${fundingShape}
    where funding_line.operation_id = ${operationId}::uuid and funding_line.id = line.id`.execute(db))

/** Takes lines away, or puts them back when `at` is null; their steps stay. */
export async function removeMoneyLines(
  db: Db, lines: { readonly costs: readonly Id<'costLine'>[]; readonly lines: readonly Id<'fundingLine'>[] }, at: Instant | null,
): Promise<void> {
  const version = sql<number>`version + 1`
  await db.updateTable('cost_line').set({ removed_at: at, version }).where('id', '=', sql<Id<'costLine'>>`any(${lines.costs}::uuid[])`).execute()
  await db.updateTable('funding_line').set({ removed_at: at, version })
    .where('id', '=', sql<Id<'fundingLine'>>`any(${lines.lines}::uuid[])`).execute()
}

type NewInstalment = Instalment & { readonly lineId: Id<'fundingLine'> }
export const insertInstalments = (db: Db, operationId: Id<'operation'>, instalments: readonly NewInstalment[]): Promise<void> =>
  inChunks(instalments, (json) => sql`
    insert into funding_instalment (operation_id, line_id, year, amount_cents)
    select ${operationId}::uuid, "lineId", year, "amountCents"
    from jsonb_to_recordset(${json}::jsonb) as one ("lineId" uuid, year smallint, "amountCents" bigint)`.execute(db))

/** The years of a line, these instead of those before. */
export async function replaceInstalments(
  db: Db, operationId: Id<'operation'>, lineId: Id<'fundingLine'>, instalments: readonly Instalment[],
): Promise<void> {
  await db.deleteFrom('funding_instalment').where('line_id', '=', lineId).execute()
  await insertInstalments(db, operationId, instalments.map((one) => ({ ...one, lineId })))
}
