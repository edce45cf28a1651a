// Every SQL statement about imports: the file under way, its dry run row by row, what was chosen for its columns, the plan it is compared with.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { MatchedBy, Verdict } from './import-compare.rules.ts'
import type { ImportChoices, ImportSummary, RowDetails, TableChoice } from './import-report.rules.ts'
import { readChoice, readChoices, readDetails, readSummary } from './import-report.rules.ts'
import type { KnownOrganisation, KnownPerson, KnownTag } from './known-names.rules.ts'

type Db = Kysely<Schema>
type Operation = Id<'operation'>
export type ImportStage = Schema['sheet_import']['stage']

export async function insertImport(db: Db, operationId: Operation, documentId: Id<'document'>, by: Id<'person'>,
  at: Instant): Promise<Id<'sheetImport'>> {
  const id = newId<'sheetImport'>()
  await db.insertInto('sheet_import').values({
    operation_id: operationId, id, document_id: documentId, requested_by: by, requested_at: at, stage: 'reading', alive_at: at, problem: null,
      grid: null,
    summary: null, digest: null, applied_by: null, applied_at: null, set_id: null,
  }).execute()
  return id
}

const imports = (db: Db) =>
  db.selectFrom('sheet_import')
    .innerJoin('document', (join) => join.onRef('document.operation_id', '=', 'sheet_import.operation_id')
      .onRef('document.id', '=', 'sheet_import.document_id'))
    .innerJoin('person', 'person.id', 'sheet_import.requested_by')
    .select(['sheet_import.id', 'document.id as documentId', 'document.file_name as fileName', 'person.name as requestedBy',
      'sheet_import.requested_by as by',
      'requested_at as requestedAt', 'stage', 'alive_at as aliveAt', 'done', 'total', 'problem', 'framework', 'choices', 'summary', 'digest', 'stale',
      'applied_at as appliedAt', 'applied_by as appliedBy', 'set_id as setId'])

type Row = Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]
export type ImportRow = Omit<Row, 'choices' | 'summary'> & { readonly choices: ImportChoices; readonly summary: ImportSummary | null }
const toImport = ({ choices, summary, ...row }: Row): ImportRow => ({ ...row, choices: readChoices(choices), summary: summary === null ? null
  : readSummary(summary) })

/** Imports of the operation, latest first. */
export const listImports = async (db: Db): Promise<ImportRow[]> => (await imports(db).orderBy('requested_at', 'desc').limit(100).execute())
  .map(toImport)
export async function findImport(db: Db, id: Id<'sheetImport'>): Promise<ImportRow | undefined> {
  const row = await imports(db).where('sheet_import.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toImport(row)
}
export const findGrid = async (db: Db, id: Id<'sheetImport'>): Promise<Buffer | undefined> =>
  (await db.selectFrom('sheet_import').select('grid').where('id', '=', id).executeTakeFirst())?.grid ?? undefined

/** Goes from one stage to another; false when someone else did it first. */
export async function moveImport(
  db: Db, id: Id<'sheetImport'>, from: ImportStage, to: ImportStage, at: Instant,
    set: { framework?: string; choices?: string; applied_by?: Id<'person'>; stale?: boolean } = {},
): Promise<boolean> {
  const moved = await db.updateTable('sheet_import').set({ stage: to, alive_at: at, done: 0, total: 0, ...set }).where('id', '=', id)
    .where('stage', '=', from).executeTakeFirst()
  return moved.numUpdatedRows > 0n
}

export const keepGrid = async (db: Db, id: Id<'sheetImport'>, grid: Buffer, at: Instant): Promise<void> =>
  void (await db.updateTable('sheet_import').set({ grid, stage: 'checking', alive_at: at }).where('id', '=', id).where('stage', '=', 'reading')
    .execute())

export const failImport = async (db: Db, id: Id<'sheetImport'>, problem: string): Promise<void> =>
  void (await db.updateTable('sheet_import').set({ stage: 'failed', problem }).where('id', '=', id)
    .where('stage', 'in', ['reading', 'checking', 'applying']).execute())

export async function updateImportProgress(db: Db, id: Id<'sheetImport'>, progress: { done: number; total: number }, at: Instant): Promise<void> {
  await db.updateTable('sheet_import').set({ ...progress, alive_at: at }).where('id', '=', id)
    .where('stage', 'in', ['reading', 'checking', 'applying']).execute()
}

/** Takes over an import whose worker no longer gives sign of life; false when another process just did. */
export async function claimImport(db: Db, id: Id<'sheetImport'>, seenAlive: Instant, now: Instant): Promise<boolean> {
  const claimed = await db.updateTable('sheet_import').set({ alive_at: now }).where('id', '=', id)
    .where('stage', 'in', ['reading', 'checking', 'applying'])
    .where(sql<string>`date_trunc('milliseconds', alive_at)`, '=', seenAlive).executeTakeFirst()
  return claimed.numUpdatedRows > 0n
}

export type NewImportRow = {
  readonly sheet: string; readonly rowNumber: number; readonly verdict: Verdict; readonly actionId: Id<'action'> | null; readonly code: string | null
  readonly title: string; readonly matchedBy: MatchedBy | null; readonly details: RowDetails
}
/** The dry run instead of the one before. */
export async function replaceRows(
  db: Db, operationId: Operation, id: Id<'sheetImport'>, rows: readonly NewImportRow[],
    run: { summary: ImportSummary; digest: string; stale: boolean }, at: Instant,
): Promise<void> {
  await db.deleteFrom('import_row').where('import_id', '=', id).execute()
  for (let from = 0; from < rows.length; from += 1000) {
    const chunk = rows.slice(from, from + 1000).map(({ rowNumber, actionId, matchedBy, ...row }, rank) => ({
      ...row, import_id: id, position: from + rank, row_number: rowNumber, action_id: actionId, matched_by: matchedBy,
    }))
    await sql`insert into import_row (operation_id, import_id, position, sheet, row_number, verdict, action_id, code, title, matched_by, details)
      select ${operationId}::uuid, import_id, position, sheet, row_number, verdict, action_id, code, title, matched_by, details
      from jsonb_populate_recordset(null::import_row, ${JSON.stringify(chunk)}::jsonb)`.execute(db)
  }
  await db.updateTable('sheet_import').set({ summary: JSON.stringify(run.summary), digest: run.digest, stale: run.stale, stage: 'ready',
    alive_at: at }).where('id', '=', id).execute()
}

export type ShownImportRow = NewImportRow & { readonly position: number }
/** Rows of the dry run of these verdicts, a page at a time. */
export async function listRows(
  db: Db, id: Id<'sheetImport'>, page: { readonly verdict: Verdict | undefined; readonly skip: number; readonly most: number },
): Promise<ShownImportRow[]> {
  const rows = await db.selectFrom('import_row')
    .select(['position', 'sheet', 'row_number as rowNumber', 'verdict', 'action_id as actionId', 'code', 'title', 'matched_by as matchedBy',
      'details'])
    .where('import_id', '=', id).$if(page.verdict !== undefined, (query) => query.where('verdict', '=', page.verdict ?? 'refused'))
    .orderBy('position').limit(page.most).offset(page.skip).execute()
  return rows.map((row) => ({ ...row, details: readDetails(row.details) }))
}

const seal = (signature: string): Buffer => createHash('sha256').update(signature).digest()
/** What was chosen before for tables of these labels. */
export async function listMappings(db: Db, signatures: readonly string[]): Promise<ReadonlyMap<string, TableChoice>> {
  if (signatures.length === 0) return new Map()
  const wanted = new Map(signatures.map((signature) => [seal(signature).toString('hex'), signature]))
  const rows = await db.selectFrom('import_mapping').select(['signature', 'choice']).where('signature', 'in', signatures.map(seal)).execute()
  return new Map(rows.map(({ signature, choice }) => [wanted.get(signature.toString('hex')) ?? '', readChoice(choice)]))
}

export async function keepMapping(db: Db, operationId: Operation, signature: string, choice: TableChoice, by: Id<'person'>,
  at: Instant): Promise<void> {
  const kept = { choice: JSON.stringify(choice), saved_by: by, saved_at: at }
  await db.insertInto('import_mapping').values({ operation_id: operationId, signature: seal(signature), ...kept })
    .onConflict((conflict) => conflict.columns(['operation_id', 'signature']).doUpdateSet(kept)).execute()
}

/** Organisations, tags and people of the operation, by the names a file may use. */
export async function listKnownNames(db: Db): Promise<{ organisations: KnownOrganisation[]; tags: KnownTag[]; people: KnownPerson[] }> {
  const organisations = await db.selectFrom('organisation').select(['id', 'name', 'kind']).orderBy('id').execute()
  const tags = await db.selectFrom('tag').select(['id', 'kind', 'name']).orderBy('id').execute()
  const people = await db.selectFrom('mandate').innerJoin('person', 'person.id', 'mandate.person_id').select(['person.id', 'person.name']).distinct()
    .orderBy('person.id').execute()
  return { organisations, tags, people }
}

export const listActionIds = async (db: Db): Promise<Id<'action'>[]> =>
  (await db.selectFrom('action').select('id').where('removed_at', 'is', null).orderBy('id').execute()).map(({ id }) => id)

export async function insertNames(db: Db, operationId: Operation, organisations: readonly KnownOrganisation[],
  tags: readonly KnownTag[]): Promise<void> {
  const of = <One extends object>(one: One) => ({ ...one, operation_id: operationId })
  if (organisations.length > 0) await db.insertInto('organisation').values(organisations.map((one) => of({ ...one, siren: null, insee: null })))
    .execute()
  if (tags.length > 0) await db.insertInto('tag').values(tags.map(of)).execute()
}

export async function endApplication(db: Db, id: Id<'sheetImport'>, setId: Id<'changeSet'> | null, at: Instant): Promise<void> {
  await db.updateTable('sheet_import').set({ stage: 'applied', applied_at: at, set_id: setId, stale: false }).where('id', '=', id).execute()
}
