// The reading of one document, beside the requests: its progress kept in the database, its facts written in one transaction at the end.
import type { Kysely } from 'kysely'
import type { ExtractionOptions, ExtractionProblem } from '../../extraction/extraction.ts'
import { extractInChild } from '../../extraction/run.ts'
import { instant } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { inTenant } from '../../platform/database.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Event } from '../../platform/journal.ts'
import type { Services } from '../../platform/web.ts'
import { readConvention } from '../../reading/read.ts'
import { readingSchema } from '../../reading/facts.ts'
import type { Reading } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { factsOf } from './fact.rules.ts'
import {
  claimReading, endReading, findDocument, findDocumentBytes, findReading, insertDocument, insertFacts, insertReading, updateProgress,
} from './readings.store.ts'
import type { NewDocument, ReadingResult } from './readings.store.ts'

type ReadingJob = { readonly operationId: Id<'operation'>; readonly readingId: Id<'reading'> }

/** Team practice: a reading that gives no sign of life for this long is taken over by whoever looks at it. */
export const silenceMs = 20_000
const signEveryMs = 1_000

const underWay = new Map<string, Promise<void>>()

/**
 * Starts a reading and comes back at once; its end, good or bad, is written in the database. `takenOver`:
 * its first worker fell silent; only one of those who noticed goes on.
 */
export function startReading(services: Services, job: ReadingJob, takenOver?: { seenAlive: Instant; now: Instant }): void {
  if (underWay.has(job.readingId)) return
  const running = run(services, job, takenOver)
    .catch((error: unknown) => services.log.error('reading failed', error, { reading: job.readingId }))
    .finally(() => underWay.delete(job.readingId))
  underWay.set(job.readingId, running)
}

/** Resolves when the readings this process started have ended: for a graceful stop, and for tests. */
export const readingsEnded = async (): Promise<void> => void (await Promise.all(underWay.values()))

async function run(services: Services, { operationId, readingId }: ReadingJob, takenOver?: { seenAlive: Instant; now: Instant }): Promise<void> {
  const { database, clock } = services
  const tenant = { operationId, personId: null }
  if (takenOver !== undefined && !(await inTenant(database, tenant, (db) => claimReading(db, readingId, takenOver.seenAlive, takenOver.now)))) return
  const document = await inTenant(database, { ...tenant, readOnly: true }, async (db) => {
    const reading = await findReading(db, readingId)
    if (reading === undefined || reading.finishedAt !== null) return undefined
    return { about: await findDocument(db, reading.documentId), bytes: await findDocumentBytes(db, reading.documentId), by: reading.requestedBy }
  })
  if (document?.about === undefined || document.bytes === undefined) return
  const progress = { done: 0, total: 0 }
  const sign = setInterval(() => {
    inTenant(database, tenant, (db) => updateProgress(db, readingId, { ...progress }, instant(clock()))).catch(() => {})
  }, signEveryMs)
  const read = await readDocument(document.bytes, document.about.fileName, { onProgress: (done, total) => Object.assign(progress, { done, total }) })
    .finally(() => clearInterval(sign))
  await inTenant(database, tenant, (db) => keepReading(db, operationId, readingId, read, document.by, instant(clock())))
}

/** What reading a document gives: its text and its facts, or the one reason there are none. */
type DocumentRead = { readonly problem: ExtractionProblem } | { readonly result: ReadingResult; readonly reading: Reading }

/** Reads a file: its text in a process beside, then its facts. */
export async function readDocument(bytes: Uint8Array, fileName: string, options: ExtractionOptions): Promise<DocumentRead> {
  const extraction = await extractInChild(bytes, fileName, options)
  if (!extraction.ok) return { problem: extraction.problem }
  const { text, format, warnings } = extraction
  const reading = readConvention(text, loadTerritories().gazetteer)
  return { reading, result: { text, format, warnings, engine: readingSchema, title: reading.title, kind: reading.kind } }
}

/** What is told of an event besides its name. */
type Told = Omit<Event, 'what'>

/** Keeps a document, opens its reading and tells the journal, in the current transaction; `record` is the route's own where there is one. */
export async function keepDeposit(
  db: Kysely<Schema>, operationId: Id<'operation'>, document: NewDocument,
  record = async (told: Told): Promise<void> =>
    void (await appendToJournal(db, operationId, document.by, document.at, { what: 'documentDeposited', ...told })),
): Promise<Id<'reading'>> {
  const { fileName, bytes, sha256, by, at } = document
  const documentId = await insertDocument(db, operationId, document)
  const readingId = await insertReading(db, operationId, documentId, by, at)
  const after = { fileName, size: bytes.length, sha256: sha256.toString('hex'), readingId }
  await record({ objectKind: 'document', objectId: documentId, before: null, after })
  return readingId
}

/** Writes the end of a reading and its facts in the current transaction; nothing when it had already ended. */
export async function keepReading(
  db: Kysely<Schema>, operationId: Id<'operation'>, readingId: Id<'reading'>, read: DocumentRead, by: Id<'person'>, at: Instant,
): Promise<void> {
  const facts = 'problem' in read ? [] : factsOf(read.reading)
  if (!(await endReading(db, readingId, 'problem' in read ? read : read.result, at))) return
  await insertFacts(db, operationId, readingId, facts)
  const after = 'problem' in read ? read : { title: read.result.title, kind: read.result.kind, facts: facts.length }
  await appendToJournal(db, operationId, by, at, { what: 'readingFinished', objectKind: 'reading', objectId: readingId, before: null, after })
}
