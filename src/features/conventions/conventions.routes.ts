// Publishing a reviewed reading, and everything an operation shows of its conventions.
import { entryIntoForce } from '../../amending/entry.ts'
import type { Fault } from '../../design/faults.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { newId, readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { stateOf } from '../../law/operation-state.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { operationRecord } from '../acts/acts.store.ts'
import { listObligations } from '../obligations/obligations.store.ts'
import { findOperation, holdOperation, upsertOrganisations } from '../operations/operations.store.ts'
import { publish, standing } from '../readings/fact.rules.ts'
import { publicationSentences } from '../readings/fact.words.ts'
import { guessAmended } from '../amendments/amendment.rules.ts'
import { findTextById, listAmendable } from '../amendments/amendments.store.ts'
import { historyOf, shownText } from '../amendments/shown-text.ts'
import { loadText, textOn } from '../amendments/text-at.ts'
import { findReading, findReadingText, holdReading, listFacts } from '../readings/readings.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { ConventionsPage } from './conventions.pages.tsx'
import { findConvention, listBodies, listConventions, listMentions, listParties, listSeats, listServing } from './conventions.store.ts'
import { defectLine } from './defect-line.ts'
import { publicationFaults } from './convention.words.tsx'
import { readPublication, signatureDay } from './publication-form.rules.ts'
import type { PublicationTyped } from './publication-form.rules.ts'
import { compose, conventionSlug } from './publication.rules.ts'
import { publishConvention } from './publishing.ts'
import { BodiesPage, PublicationPage } from './register.pages.tsx'
import { ConventionPage, ProvisionPage } from './text.pages.tsx'
import type { Note } from './text.pages.tsx'

export const conventions = routes()

conventions.get(paths.conventions(':operation'), may('viewOperation'), async (c) => {
  const { slug, roles } = c.var.space
  return page(c, ConventionsPage({
    frame: operationFrame(c), slug, conventions: await listConventions(c.var.db), mayDeposit: holds(roles, 'depositDocument'),
    mayRecord: holds(roles, 'recordAct'), state: stateOf(await operationRecord(c.var.db), c.var.day, null),
  }))
})

conventions.get(paths.bodies(':operation'), may('viewOperation'), async (c) => {
  const [bodies, seats] = [await listBodies(c.var.db), await listSeats(c.var.db)]
  const withSeats = bodies.map((body) => ({ ...body, seats: seats.filter((seat) => seat.bodyId === body.id) }))
  return page(c, BodiesPage({ frame: operationFrame(c), slug: c.var.space.slug, bodies: withSeats }))
})

conventions.get(paths.publication(':operation', ':reading'), may('publishConvention'), (c) => publicationPage(c, undefined, []))

conventions.post(paths.publication(':operation', ':reading'), may('publishConvention'), recorded('conventionPublished'), async (c) => {
  const { db, space } = c.var
  const typed = await fields(c, ['slug', 'amends', 'signedOn', 'entersOn'])
  await holdOperation(db, space.operationId)
  await holdReading(db, idOf<'reading'>(c, 'reading'), 'publish')
  const draft = await draftOf(c)
  const outcome = publish(draft.facts, draft.epciSiren, draft.reading.conventionSlug !== null)
  const faults: Fault[] = outcome.ok ? [] : outcome.problems.map((problem) => ['slug', publicationSentences[problem]])
  const address = readPublication(typed, draft)
  if (!address.ok) faults.push(...address.problems.map((problem) => publicationFaults[problem]))
  if (!address.ok || faults.length > 0) return publicationPage(c, typed, faults)
  const organisations = await upsertOrganisations(db, space.operationId, draft.published.parties)
  const { id: readingId, documentId } = draft.reading
  const { slug, signedOn, entersOn } = address.value
  const amends = readId<'convention'>(address.value.amends ?? '') ?? null
  const publication = {
    operationId: space.operationId, slug, documentId, readingId, by: reader(c).id, at: c.var.now, organisations, amends, signedOn, entersOn,
  }
  const id = await publishConvention(db, draft.published, publication)
  const { mentions, provisions, instructions, unread, ...after } = draft.published
  await c.var.record({
    objectKind: 'convention', objectId: id, before: null,
    after: {
      ...after, slug, amends, signedOn, entersOn, readingId, documentId, provisions: provisions.length, mentions: mentions.length,
      instructions: instructions.map((instruction) => instruction.sentence), unread: unread.length,
    },
  })
  return c.redirect(paths.convention(space.slug, slug), 303)
})

conventions.get(paths.convention(':operation', ':convention'), may('viewOperation'), async (c) => {
  const { slug, roles } = c.var.space
  const { convention, source, text, today } = await textOf(c)
  const [parties, notes, amended] = [
    await listParties(c.var.db, convention.id), await notesOf(c, convention.id),
    convention.amends === null ? undefined : await findTextById(c.var.db, convention.amends),
  ]
  const state = stateOf(source.record, c.var.day, null).conventions.find((one) => one.conventionId === convention.id)
  return page(c, ConventionPage({
    frame: operationFrame(c), slug, convention, conventionId: convention.id, text, today, parties, notes, amended,
    state,
    mayViewJournal: holds(roles, 'viewJournal'), mayDraft: holds(roles, 'draftAmendment'),
  }))
})

conventions.get(paths.provision(':operation', ':convention', ':provision'), may('viewOperation'), async (c) => {
  const { slug } = c.var.space
  const { convention, source, text, today } = await textOf(c)
  const key = c.req.param('provision') ?? ''
  const place = text.nodes.findIndex((node) => node.key === key)
  const history = historyOf(source, key, textOn)
  const last = (): PlainDate => history.find((version) => version.node !== undefined)?.on ?? notFound()
  const node = text.nodes[place] ?? shownText(source, textOn(source, last()), slug).nodes.find((one) => one.key === key) ?? notFound()
  return page(c, ProvisionPage({
    frame: operationFrame(c), slug, convention, text, today, node, history, absent: place < 0, notes: await notesOf(c, convention.id),
    before: text.nodes[place - 1], after: place < 0 ? undefined : text.nodes[place + 1],
  }))
})

/** The convention of the address, and its text on the day of the address. */
async function textOf(c: Request) {
  const { db, space, today, day } = c.var
  const convention = (await findConvention(db, c.req.param('convention') ?? '')) ?? notFound()
  const source = await loadText(db, convention, today)
  return { convention, source, today, text: shownText(source, textOn(source, day), space.slug) }
}

/** What stands in the margin of a convention: its obligations, the bodies it creates, its defects. */
async function notesOf(c: Request, conventionId: Id<'convention'>): Promise<readonly Note[]> {
  const ofThis = <Row extends { conventionId: string }>(rows: readonly Row[]) => rows.filter((row) => row.conventionId === conventionId)
  return [
    ...ofThis(await listBodies(c.var.db)).map((body) => ({ id: body.id, kind: 'body' as const, provisionSlug: body.provisionSlug, name: body.name })),
    ...ofThis(await listObligations(c.var.db)).map((obligation) => ({ ...obligation, kind: 'obligation' as const, what: obligation.kind })),
    ...ofThis((await listMentions(c.var.db, ['defect'])).map(defectLine))
      .map((defect) => ({ id: defect.id, kind: 'defect' as const, provisionSlug: defect.provisionSlug, code: defect.code, message: defect.message })),
    ...await listServing(c.var.db, conventionId, scopeOf(c.var.space.mandates).seesAll),
  ]
}

async function draftOf(c: Request) {
  const { db, space } = c.var
  const reading = (await findReading(db, idOf<'reading'>(c, 'reading'))) ?? notFound()
  if (reading.finishedAt === null || reading.problem !== null || reading.setAsideAt !== null) notFound()
  const [facts, text, operation, others] = [
    await listFacts(db, reading.id), await findReadingText(db, reading.id), await findOperation(db, space.operationId), await listConventions(db),
  ]
  const published = compose(standing(facts), text)
  const articles = published.provisions.map((provision) => ({ ...provision, span: { start: 0, end: 0 } }))
  return {
    reading, facts, epciSiren: operation?.epciSiren ?? '', taken: others.map((other) => other.slug), published,
    entry: entryIntoForce({ articles, signatures: null }, text),
    amendable: await listAmendable(db),
  }
}

async function publicationPage(c: Request, typed: PublicationTyped | undefined, faults: readonly Fault[]) {
  const { reading, facts, epciSiren, taken, published, amendable, entry } = await draftOf(c)
  const outcome = publish(facts, epciSiren, reading.conventionSlug !== null)
  const problems: readonly Fault[] = outcome.ok || faults.length > 0 ? faults
    : outcome.problems.map((problem) => ['slug', publicationSentences[problem]])
  const guessed = guessAmended({ title: published.title, parties: published.parties.map((party) => party.name) }, amendable)
  const signedOn = published.term?.signedOn ?? signatureDay(published) ?? (entry.basis === 'signature' ? entry.on : undefined)
  const inFigures = (day: PlainDate | undefined): string => day?.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1') ?? ''
  const node = PublicationPage({
    frame: operationFrame(c), slug: c.var.space.slug, readingId: reading.id, published, amendable,
    typed: typed ?? {
      slug: conventionSlug(published, taken), amends: guessed?.slug ?? '', signedOn: inFigures(signedOn),
      entersOn: inFigures(entry.basis === 'stated' ? entry.on : undefined),
    },
    waitsFor: entry.basis === 'unknown' ? entry.waitsFor : null, host: new URL(c.req.url).host, faults: problems, onceKey: newId(), ready: outcome.ok,
  })
  return page(c, node, faults.length > 0 ? 422 : 200)
}
