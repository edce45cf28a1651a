// Every SQL statement about documents, their readings, the facts read and what people decided of them.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ConventionKind } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import { factKinds } from './fact.rules.ts'
import type { FactKind, FactValue, ReadFact, ReviewedFact, Verdict } from './fact.rules.ts'

type Db = Kysely<Schema>
type Operation = Id<'operation'>

export type NewDocument = {
  readonly id: Id<'document'>; readonly sha256: Buffer; readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer
  readonly by: Id<'person'>; readonly at: Instant
}
/** Keeps a document byte for byte; the same bytes are kept once per operation, and their first document answers. */
export async function insertDocument(db: Db, operationId: Operation, document: NewDocument): Promise<Id<'document'>> {
  const known = await db.selectFrom('document').select('id').where('sha256', '=', document.sha256).executeTakeFirst()
  if (known !== undefined) return known.id
  const { id, sha256, fileName, mediaType, bytes, by, at } = document
  await db.insertInto('document').values({
    operation_id: operationId, id, sha256, file_name: fileName, media_type: mediaType, size: bytes.length, deposited_by: by, deposited_at: at,
  }).execute()
  await db.insertInto('document_content').values({ operation_id: operationId, document_id: id, bytes }).execute()
  return id
}

type DocumentRow = {
  readonly id: Id<'document'>; readonly fileName: string; readonly mediaType: string; readonly size: number; readonly sha256: Buffer
}
export const findDocument = (db: Db, id: Id<'document'>): Promise<DocumentRow | undefined> =>
  db.selectFrom('document').select(['id', 'file_name as fileName', 'media_type as mediaType', 'size', 'sha256']).where('id', '=', id)
    .executeTakeFirst()

export const findDocumentBytes = async (db: Db, id: Id<'document'>): Promise<Buffer | undefined> =>
  (await db.selectFrom('document_content').select('bytes').where('document_id', '=', id).executeTakeFirst())?.bytes

export async function insertReading(
  db: Db, operationId: Operation, documentId: Id<'document'>, by: Id<'person'>, at: Instant,
): Promise<Id<'reading'>> {
  const id = newId<'reading'>()
  await db.insertInto('reading').values({
    operation_id: operationId, id, document_id: documentId, requested_by: by, requested_at: at, alive_at: at, finished_at: null, problem: null,
    format: null, engine: null, title: null, kind: null, text: null,
  }).execute()
  return id
}

export type ReadingRow = {
  readonly id: Id<'reading'>; readonly documentId: Id<'document'>; readonly fileName: string; readonly requestedBy: Id<'person'>
  readonly requestedAt: Instant
  readonly aliveAt: Instant; readonly done: number; readonly total: number; readonly finishedAt: Instant | null; readonly problem: string | null
  readonly format: string | null; readonly title: string | null; readonly conventionSlug: string | null
  /** When a person said this document is not to be reviewed: a wrong file, a second deposit. */
  readonly setAsideAt: Instant | null
}
const readings = (db: Db) =>
  db.selectFrom('reading')
    .innerJoin('document', (join) =>
      join.onRef('document.operation_id', '=', 'reading.operation_id').onRef('document.id', '=', 'reading.document_id'))
    .leftJoin('convention', (join) =>
      join.onRef('convention.operation_id', '=', 'reading.operation_id').onRef('convention.reading_id', '=', 'reading.id'))
    .select(['reading.id', 'document.id as documentId', 'document.file_name as fileName', 'reading.requested_by as requestedBy',
      'reading.requested_at as requestedAt', 'reading.alive_at as aliveAt', 'reading.done', 'reading.total', 'reading.finished_at as finishedAt',
      'reading.problem', 'reading.format', 'reading.title', 'convention.slug as conventionSlug', 'reading.set_aside_at as setAsideAt'])

/** Readings of the operation, latest first. */
export const listReadings = (db: Db): Promise<ReadingRow[]> => readings(db).orderBy('reading.requested_at', 'desc').limit(200).execute()
export const findReading = (db: Db, id: Id<'reading'>): Promise<ReadingRow | undefined> =>
  readings(db).where('reading.id', '=', id).executeTakeFirst()
export const findReadingText = async (db: Db, id: Id<'reading'>): Promise<string> =>
  (await db.selectFrom('reading').select('text').where('id', '=', id).executeTakeFirst())?.text ?? ''
export const listWarnings = async (db: Db, id: Id<'reading'>): Promise<readonly { readonly code: string }[]> =>
  (await db.selectFrom('reading').select('warnings').where('id', '=', id).executeTakeFirst())?.warnings ?? []

/** Holds a reading until the end of this transaction: alone to publish it, with others to decide its facts, so that neither overtakes the other. */
export async function holdReading(db: Db, id: Id<'reading'>, purpose: 'publish' | 'decide'): Promise<void> {
  const reading = db.selectFrom('reading').select('id').where('id', '=', id)
  await (purpose === 'publish' ? reading.forNoKeyUpdate() : reading.forShare()).execute()
}

/** Sets a reading aside; false when it already was. */
export async function updateSetAside(db: Db, id: Id<'reading'>, by: Id<'person'>, at: Instant): Promise<boolean> {
  const updated = await db.updateTable('reading').set({ set_aside_at: at, set_aside_by: by })
    .where('id', '=', id).where('set_aside_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Takes over a reading whose worker no longer gives sign of life; false when another process just did. */
export async function claimReading(db: Db, id: Id<'reading'>, seenAlive: Instant, now: Instant): Promise<boolean> {
  const claimed = await db.updateTable('reading').set({ alive_at: now }).where('id', '=', id).where('finished_at', 'is', null)
    .where(sql<string>`date_trunc('milliseconds', alive_at)`, '=', seenAlive).executeTakeFirst()
  return claimed.numUpdatedRows > 0n
}

export async function updateProgress(db: Db, id: Id<'reading'>, progress: { done: number; total: number }, now: Instant): Promise<void> {
  await db.updateTable('reading').set({ ...progress, alive_at: now }).where('id', '=', id).where('finished_at', 'is', null).execute()
}

export type ReadingResult = {
  readonly text: string; readonly format: string; readonly engine: string; readonly title: string; readonly kind: ConventionKind
  readonly warnings: readonly { readonly code: string }[]
}
/** Ends a reading with what it gave or why it gave nothing; false when it had already ended. */
export async function endReading(db: Db, id: Id<'reading'>, result: ReadingResult | { readonly problem: string }, now: Instant): Promise<boolean> {
  const columns = 'problem' in result ? result : { ...result, warnings: JSON.stringify(result.warnings) }
  const ended =
    await db.updateTable('reading').set({ ...columns, finished_at: now }).where('id', '=', id).where('finished_at', 'is', null).executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

const insertAtOnce = 500
/** Keeps the facts of a reading as they were read, for ever. */
export async function insertFacts(
  db: Db, operationId: Operation, readingId: Id<'reading'>, facts: readonly ReadFact[], from = 0,
): Promise<Id<'fact'>[]> {
  const rows = facts.map((fact, index) => ({
    operation_id: operationId, reading_id: readingId, id: newId<'fact'>(), kind: fact.kind, position: from + index, value: JSON.stringify(fact.value),
    span_start: fact.span?.start ?? null, span_end: fact.span?.end ?? null, confidence: fact.confidence,
  }))
  for (let first = 0; first < rows.length; first += insertAtOnce) {
    await db.insertInto('fact').values(rows.slice(first, first + insertAtOnce)).execute()
  }
  return rows.map((row) => row.id)
}

const kindOf = (text: string): FactKind => factKinds.find((kind) => kind === text) ?? 'title'
const isValue = (value: unknown): value is FactValue => typeof value === 'object' && value !== null && !Array.isArray(value)
const valueOf = (value: unknown): FactValue => (isValue(value) ? value : {})

const reviewed = (db: Db, readingId: Id<'reading'>) =>
  db.selectFrom('fact')
    .leftJoin(
      (query) => query.selectFrom('fact_decision').distinctOn('fact_id').select(['fact_id', 'version', 'verdict', 'value as decided'])
        .where('reading_id', '=', readingId).orderBy('fact_id').orderBy('version', 'desc').as('decision'),
      (join) => join.onRef('decision.fact_id', '=', 'fact.id'),
    )
    .select(['fact.id', 'fact.kind', 'fact.position', 'fact.value', 'fact.span_start', 'fact.span_end', 'fact.confidence', 'decision.version',
      'decision.verdict', 'decision.decided'])
    .where('fact.reading_id', '=', readingId)

type ReviewedRow = Awaited<ReturnType<ReturnType<typeof reviewed>['execute']>>[number]
/** A fact added by a person carries no confidence of the reader: it is kept with 0 and is decided at once. */
const toReviewed = (row: ReviewedRow): ReviewedFact => ({
  id: row.id, kind: kindOf(row.kind), value: valueOf(row.decided ?? row.value), confidence: row.confidence,
  span: row.span_start === null || row.span_end === null ? null : { start: row.span_start, end: row.span_end },
  version: row.version ?? 0, verdict: row.verdict ?? null, added: row.confidence === 0,
})

/** Every fact of a reading with its last decision, in the order they were read. */
export const listFacts = async (db: Db, readingId: Id<'reading'>): Promise<ReviewedFact[]> =>
  (await reviewed(db, readingId).orderBy('fact.position').execute()).map(toReviewed)

export const findFact = async (db: Db, readingId: Id<'reading'>, id: Id<'fact'>): Promise<ReviewedFact | undefined> => {
  const row = await reviewed(db, readingId).where('fact.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toReviewed(row)
}

type Decision = { readonly factId: string; readonly version: number; readonly verdict: Verdict; readonly value: FactValue }
/** Adds decisions after the versions they were made on; answers those kept: the others were decided by someone else meanwhile. */
export async function insertDecisions(
  db: Db, operationId: Operation, readingId: Id<'reading'>, decisions: readonly Decision[], by: Id<'person'>, at: Instant,
): Promise<readonly string[]> {
  if (decisions.length === 0) return []
  const kept = await sql<{ fact_id: string }>`
    insert into fact_decision (operation_id, reading_id, fact_id, version, verdict, value, decided_by, decided_at)
    select ${operationId}, ${readingId}, decision.id, decision.version, decision.verdict, decision.value, ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(
      decisions.map(({ factId, version, verdict, value }) => ({ id: factId, version: version + 1, verdict, value })),
    )}::jsonb)
      as decision (id uuid, version integer, verdict text, value jsonb)
    on conflict do nothing returning fact_id`.execute(db)
  return kept.rows.map((row) => row.fact_id)
}

type LastDecision = { readonly name: string; readonly at: Instant }
/** Who decided this fact last, and when. */
export const findLastDecision = (db: Db, readingId: Id<'reading'>, factId: Id<'fact'>): Promise<LastDecision | undefined> =>
  db.selectFrom('fact_decision').innerJoin('person', 'person.id', 'fact_decision.decided_by').select(['person.name', 'decided_at as at'])
    .where('reading_id', '=', readingId).where('fact_id', '=', factId).orderBy('version', 'desc').limit(1).executeTakeFirst()
