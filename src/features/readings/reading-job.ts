// The reading of one document, beside the requests: its progress kept in the database, its facts written in one transaction at the end.
import { extractInWorker } from '../../extraction/run.ts'
import { instant } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { inTenant } from '../../platform/database.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Services } from '../../platform/web.ts'
import { readConvention } from '../../reading/read.ts'
import { readingSchema } from '../../reading/facts.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { factsOf } from './fact.rules.ts'
import { claimReading, endReading, findDocument, findDocumentBytes, findReading, insertFacts, updateProgress } from './readings.store.ts'

export type ReadingJob = { readonly operationId: Id<'operation'>; readonly readingId: Id<'reading'> }

/** Team practice: a reading that gives no sign of life for this long is taken over by whoever looks at it. */
export const silenceMs = 20_000
const signEveryMs = 1_000

const underWay = new Map<string, Promise<void>>()

/**
 * Starts a reading and comes back at once; its end, good or bad, is written in the database. `takenOver`: its first worker fell silent; only
 * one of those who noticed goes on.
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
  const extraction = await extractInWorker(document.bytes, document.about.fileName, {
    onProgress: (done, total) => Object.assign(progress, { done, total }),
  }).finally(() => clearInterval(sign))
  const now = () => instant(clock())
  if (!extraction.ok) {
    await inTenant(database, tenant, async (db) => {
      if (!(await endReading(db, readingId, { problem: extraction.problem }, now()))) return
      const event = { what: 'readingFinished', objectKind: 'reading', objectId: readingId, before: null, after: { problem: extraction.problem } }
      await appendToJournal(db, operationId, document.by, now(), event)
    })
    return
  }
  const reading = readConvention(extraction.text, loadTerritories().gazetteer)
  const facts = factsOf(reading)
  await inTenant(database, tenant, async (db) => {
    const { title, kind } = reading
    if (!(await endReading(db, readingId, { text: extraction.text, format: extraction.format, engine: readingSchema, title, kind }, now()))) return
    await insertFacts(db, operationId, readingId, facts)
    const event = { what: 'readingFinished', objectKind: 'reading', objectId: readingId, before: null, after: { title, kind, facts: facts.length } }
    await appendToJournal(db, operationId, document.by, now(), event)
  })
}
