// Reviewing a reading: who may see it, decide a fact, correct it, add one, accept the sure ones together.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { problemSentences, warningSentences } from '../../extraction/sentences.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { factFields, readFact, typedOf } from './fact-form.rules.ts'
import { factKinds, sure, verdicts } from './fact.rules.ts'
import type { FactKind, FactValue, ReviewedFact } from './fact.rules.ts'
import { factFault, verdictNames } from './fact.words.ts'
import { ReadingFailedPage, ReadingUnderWayPage } from './readings.pages.tsx'
import { silenceMs, startReading } from './reading-job.ts'
import {
  findFact, findLastDecision, findReading, findReadingText, holdReading, insertDecisions, insertFacts, listFacts, listWarnings, updateSetAside,
} from './readings.store.ts'
import type { ReadingRow } from './readings.store.ts'
import { AddFactPage, FactConflictPage, FactPage, ReviewPage } from './review.pages.tsx'

export const review = routes()

review.get(paths.reading(':operation', ':reading'), may('viewOperation'), async (c) => {
  const reading = await readingOf(c)
  const { slug, roles } = c.var.space
  const shown = { frame: operationFrame(c), slug, fileName: reading.fileName, documentId: reading.documentId }
  if (reading.problem !== null) {
    const sentence = sentenceOf(problemSentences, reading.problem)
    const withdrawal = holds(roles, 'reviewReading') && reading.setAsideAt === null ? paths.readingWithdrawal(slug, reading.id) : undefined
    return page(c, ReadingFailedPage({ ...shown, sentence, mayDeposit: holds(roles, 'depositDocument'), withdrawal }))
  }
  if (reading.finishedAt === null) {
    takeOverIfSilent(c, reading)
    return page(c, ReadingUnderWayPage({ ...shown, done: reading.done, total: reading.total }))
  }
  return page(c, ReviewPage({
    ...shown, readingId: reading.id, title: titleOf(reading), text: await findReadingText(c.var.db, reading.id),
    facts: await listFacts(c.var.db, reading.id),
    warnings: (await listWarnings(c.var.db, reading.id)).map((warning) => sentenceOf(warningSentences, warning.code)),
    mayReview: holds(roles, 'reviewReading') && reading.setAsideAt === null, setAsideAt: reading.setAsideAt,
    mayPublish: holds(roles, 'publishConvention'), conventionSlug: reading.conventionSlug,
  }))
})

review.get(paths.fact(':operation', ':reading', ':fact'), may('reviewReading'), async (c) => {
  const { reading, fact } = await factOf(c)
  return factPage(c, reading, fact, typedOf(fact.kind, fact.value), [])
})

review.post(paths.fact(':operation', ':reading', ':fact'), may('reviewReading'), recorded('factDecided'), async (c) => {
  const { reading, fact } = await factOf(c)
  const names = factFields[fact.kind].map((field) => field.name)
  const typed = await fields(c, ['verdict', 'version', 'next', ...names])
  const verdict = verdicts.find((known) => known === typed['verdict']) ?? notFound()
  const version = wholeNumber(typed['version'])
  let value: FactValue = fact.value
  if (verdict === 'corrected') {
    const outcome = readFact(fact.kind, typed, fact.value)
    if (!outcome.ok) return factPage(c, reading, fact, typed, outcome.problems.map(factFault))
    value = outcome.value
  }
  const kept = version !== undefined && version === fact.version
    ? await insertDecisions(c.var.db, c.var.space.operationId, reading.id, [{ factId: fact.id, version, verdict, value }], reader(c).id, c.var.now)
    : []
  if (kept.length === 0) return conflictPage(c, reading, verdict === 'corrected' ? typed : typedOf(fact.kind, fact.value))
  await c.var.record({ objectKind: 'fact', objectId: fact.id, before: { verdict: fact.verdict, value: fact.value }, after: { verdict, value } })
  const next = /^[0-9a-f-]{36}$/.test(typed['next'] ?? '') ? typed['next'] : fact.id
  return c.redirect(`${paths.reading(c.var.space.slug, reading.id)}#fact-${next}`, 303)
})

review.post(paths.readingWithdrawal(':operation', ':reading'), may('reviewReading'), recorded('readingSetAside'), async (c) => {
  await holdReading(c.var.db, idOf<'reading'>(c, 'reading'), 'decide')
  const reading = await readingOf(c)
  if (reading.finishedAt === null || reading.conventionSlug !== null) notFound()
  if (!(await updateSetAside(c.var.db, reading.id, reader(c).id, c.var.now))) notFound()
  const after = { setAsideAt: c.var.now, fileName: reading.fileName }
  await c.var.record({ objectKind: 'reading', objectId: reading.id, before: { setAsideAt: null }, after })
  return c.redirect(paths.readings(c.var.space.slug), 303)
})

review.post(paths.sureFacts(':operation', ':reading'), may('reviewReading'), recorded('factsAccepted'), async (c) => {
  const reading = await openReading(c)
  const shown = new Set((await fields(c, ['facts'])).facts.split(' '))
  const ready = sure(await listFacts(c.var.db, reading.id)).filter((fact) => shown.has(fact.id))
  const decisions = ready.map((fact) => ({ factId: fact.id, version: fact.version, verdict: 'accepted' as const, value: fact.value }))
  const kept = await insertDecisions(c.var.db, c.var.space.operationId, reading.id, decisions, reader(c).id, c.var.now)
  await c.var.record({ objectKind: 'reading', objectId: reading.id, before: null, after: { accepted: kept } })
  return c.redirect(paths.reading(c.var.space.slug, reading.id), 303)
})

review.get(paths.facts(':operation', ':reading'), may('reviewReading'), async (c) => {
  const reading = await openReading(c)
  const span = spanOf(c.req.query('debut') ?? '', c.req.query('fin') ?? '')
  return addPage(c, reading, factKinds.find((kind) => kind === c.req.query('type')), span, {}, [])
})

review.post(paths.facts(':operation', ':reading'), may('reviewReading'), recorded('factAdded'), async (c) => {
  const reading = await openReading(c)
  const { type, debut, fin } = await fields(c, ['type', 'debut', 'fin'])
  const kind = factKinds.find((known) => known === type) ?? notFound()
  const typed = await fields(c, factFields[kind].map((field) => field.name))
  const span = spanOf(debut, fin)
  const outcome = readFact(kind, typed, {})
  if (!outcome.ok) return addPage(c, reading, kind, span, typed, outcome.problems.map(factFault))
  const { operationId, slug } = c.var.space
  const existing = await listFacts(c.var.db, reading.id)
  const [id = notFound()] =
    await insertFacts(c.var.db, operationId, reading.id, [{ kind, value: outcome.value, span, confidence: 0 }], existing.length)
  await insertDecisions(c.var.db, operationId, reading.id, [{ factId: id, version: 0, verdict: 'corrected', value: outcome.value }],
    reader(c).id, c.var.now)
  await c.var.record({ objectKind: 'fact', objectId: id, before: null, after: { kind, value: outcome.value } })
  return c.redirect(`${paths.reading(slug, reading.id)}#fact-${id}`, 303)
})

/** The sentence of a code kept in the database; the code itself when a later version no longer knows it. */
const sentenceOf = (sentences: Readonly<Record<string, string>>, code: string): string => sentences[code] ?? code
const titleOf = (reading: ReadingRow): string => (reading.title === null || reading.title === '' ? reading.fileName : reading.title)
const readingOf = async (c: Request): Promise<ReadingRow> => (await findReading(c.var.db, idOf<'reading'>(c, 'reading'))) ?? notFound()

/** A reading that may still be reviewed: finished, readable, not yet published. */
async function openReading(c: Request): Promise<ReadingRow> {
  if (c.req.method === 'POST') await holdReading(c.var.db, idOf<'reading'>(c, 'reading'), 'decide')
  const reading = await readingOf(c)
  const closed = reading.finishedAt === null || reading.problem !== null || reading.conventionSlug !== null || reading.setAsideAt !== null
  return closed ? notFound() : reading
}

async function factOf(c: Request): Promise<{ reading: ReadingRow; fact: ReviewedFact }> {
  const reading = await openReading(c)
  return { reading, fact: (await findFact(c.var.db, reading.id, idOf<'fact'>(c, 'fact'))) ?? notFound() }
}

/** Whose worker fell silent (its process was killed) is started again by whoever looks. */
function takeOverIfSilent(c: Request, reading: ReadingRow): void {
  if (Date.parse(c.var.now) - Date.parse(reading.aliveAt) < silenceMs) return
  const { services, space, now } = c.var
  c.set('afterCommit', () => startReading(services, { operationId: space.operationId, readingId: reading.id }, { seenAlive: reading.aliveAt, now }))
}

const spanOf = (start: string, end: string) => {
  const [first, last] = [wholeNumber(start), wholeNumber(end)]
  return first !== undefined && last !== undefined && last > first ? { start: first, end: last } : null
}

const about = (c: Request, reading: ReadingRow) => ({
  frame: operationFrame(c), slug: c.var.space.slug, readingId: reading.id, title: titleOf(reading),
})

async function factPage(c: Request, reading: ReadingRow, fact: ReviewedFact, typed: Readonly<Record<string, string>>, faults: readonly Fault[]) {
  const text = await findReadingText(c.var.db, reading.id)
  return page(c, FactPage({ ...about(c, reading), fact, text, typed, faults }), faults.length > 0 ? 422 : 200)
}

async function addPage(
  c: Request, reading: ReadingRow, kind: FactKind | undefined, span: ReturnType<typeof spanOf>, typed: Readonly<Record<string, string>>,
  faults: readonly Fault[],
) {
  const text = await findReadingText(c.var.db, reading.id)
  const words = span === null ? '' : text.slice(span.start, span.end)
  return page(c, AddFactPage({ ...about(c, reading), kind, span, words, typed, faults, onceKey: newId() }), faults.length > 0 ? 422 : 200)
}

async function conflictPage(c: Request, reading: ReadingRow, typed: Readonly<Record<string, string>>) {
  const id = idOf<'fact'>(c, 'fact')
  const fact = (await findFact(c.var.db, reading.id, id)) ?? notFound()
  const last = await findLastDecision(c.var.db, reading.id, id)
  const verdict = fact.verdict === null ? 'relu' : verdictNames[fact.verdict]
  const sentence = `Quelqu’un l’a ${verdict} pendant que vous le relisiez. Rien n’est perdu : comparez, corrigez, puis enregistrez.`
  return page(c, FactConflictPage({ ...about(c, reading), fact, typed, author: last?.name ?? 'Chapeau', at: last?.at, sentence }), 409)
}
