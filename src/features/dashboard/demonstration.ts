// The demonstration operation: Lens-Liévin, its invented accounts, a convention and two amendments published like any other, a third, its plan.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { amendingAlgorithm } from '../../amending/consolidation.ts'
import { date, instant } from '../../kernel/date.ts'
import { newId, readId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Role } from '../../kernel/rights.ts'
import { inTenant } from '../../platform/database.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Services } from '../../platform/web.ts'
import type { PartyKind } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import { insertDraft, insertInstructions, insertUnread } from '../amendments/amendments.store.ts'
import { readPasted } from '../amendments/pasted.rules.ts'
import { setOpening } from '../effects/openings.store.ts'
import { prepareLevers } from '../levers/demonstration.ts'
import { proveMeetings } from '../obligations/demonstration.ts'
import { insertOperation, upsertOrganisation, upsertOrganisations } from '../operations/operations.store.ts'
import { demonstrationAccounts } from '../people/demonstration.ts'
import { findAccount, findOperationBySlug, insertAccount, insertMandate } from '../people/people.store.ts'
import { keepDeposit, keepReading, readDocument } from '../readings/reading-job.ts'
import { standing, waiting } from '../readings/fact.rules.ts'
import { findReading, findReadingText, insertDecisions, listFacts } from '../readings/readings.store.ts'
import { prepareAddresses } from './demonstration-addresses.ts'
import { declareOlderOrt } from './demonstration-acts.ts'
import { preparePlan } from './demonstration-plan.ts'
import { readDemonstrationPlan } from './demonstration-plan-file.ts'
import { prepareSectors, readDemonstrationSectors } from './demonstration-sectors.ts'
import { compose } from '../conventions/publication.rules.ts'
import { publishConvention } from '../conventions/publishing.ts'

const slug = 'lens-lievin'
const epci = { name: 'CA de Lens - Liévin', siren: '246200364', mainTownInsee: '62498' }
/** Whom each account acts for. */
const employers: readonly { readonly name: string; readonly kind: PartyKind; readonly siren: string | null; readonly insee: string | null }[] = [
  { name: epci.name, kind: 'epci', siren: epci.siren, insee: null },
  { name: 'Bully-les-Mines', kind: 'commune', siren: '216201863', insee: '62186' },
  { name: epci.name, kind: 'epci', siren: epci.siren, insee: null },
  { name: epci.name, kind: 'epci', siren: epci.siren, insee: null },
  { name: epci.name, kind: 'epci', siren: epci.siren, insee: null },
  { name: 'Sous-préfecture de Lens', kind: 'state', siren: null, insee: null },
  { name: 'Financeur de la démonstration', kind: 'agency', siren: null, insee: null },
]

/** Always the same, so that programs that start together make it once. */
const operationId = readId<'operation'>('019b0000-0000-7000-8000-000000000062') ?? missing()

const invented = 'Date inventée pour la démonstration.'
/** What is published, in this order: file of the folder, address, and the day it was signed, which its paper leaves blank for the first. */
const texts = [
  { file: 'convention-chapeau.md', slug: 'chapeau', signedOn: date('2023-04-06'),
    signedReason: 'Le document laisse la date en blanc : elle est donnée par la liste nationale des ORT.' },
  { file: 'avenant-1.md', slug: 'avenant-1', signedOn: date('2024-03-18'), signedReason: invented },
  { file: 'avenant-2.md', slug: 'avenant-2', signedOn: date('2025-11-12'), signedReason: invented },
] as const

/** Makes the demonstration when it is not there yet, whole or not at all; `folder` holds its documents. Does nothing at the next starts. */
export async function prepareDemonstration(services: Services, folder: string): Promise<void> {
  if ((await findOperationBySlug(services.database.kysely, slug)) !== undefined) return
  const at = instant(services.clock())
  const reading = Promise.all(texts.map(async (text) => {
    const bytes = readFileSync(join(folder, text.file))
    const fileName = text.file.replace('.md', '-demonstration.md')
    const sha256 = createHash('sha256').update(bytes).digest()
    const document = { id: newId<'document'>(), sha256, fileName, mediaType: 'text/markdown', bytes }
    return { ...text, document, read: await readDocument(bytes, fileName, {}) }
  }))
  // While a process of its own reads the texts.
  const plan = readDemonstrationPlan(folder)
  const sectors = readDemonstrationSectors(folder)
  const read = await reading
  const made = await inTenant(services.database, { operationId, personId: null }, async (db) => {
    const operation = {
      id: operationId, slug, name: 'ORT de Lens-Liévin', epciSiren: epci.siren, mainTownInsee: epci.mainTownInsee, createdAt: at, demonstration: true,
    }
    if (!(await insertOperation(db, operation))) return false
    const people = await giveMandates(db, at)
    const [lead, lawyer] = [people.get('projectLead') ?? missing(), people.get('lawyer') ?? missing()]
    await declareOlderOrt(db, { operationId, epci, by: lawyer, at })
    let amends: Id<'convention'> | null = null
    const published = new Map<string, Id<'convention'>>()
    for (const text of read) {
      const readingId = await keepDeposit(db, operationId, { ...text.document, by: lead, at })
      await keepReading(db, operationId, readingId, text.read, lead, at)
      const id = await publishReading(db, readingId, { ...text, amends, by: lawyer, at })
      amends ??= id
      published.set(text.slug, id)
    }
    if (amends === null) missing()
    await draftAmendment(db, amends, readFileSync(join(folder, 'avenant-3-projet.md'), 'utf8'), lawyer, at)
    await prepareSectors(db, { operationId, by: lawyer, at }, sectors, (named) => published.get(named) ?? missing())
    await proveMeetings(db, operationId, lead, at)
    const named = new Map(demonstrationAccounts.flatMap(({ name, role }) => (people.has(role) ? [[name, people.get(role) ?? missing()]] : [])))
    await preparePlan(db, { operationId, by: lead, at }, plan, { people: named, conventionId: amends })
    await prepareLevers(db, { operationId, by: lead, at })
    await setOpening(db, operationId, at)
    return true
  })
  if (made) await prepareAddresses(services, folder)
}

function missing(): never {
  throw new Error('the demonstration is not whole')
}

/** One account and one mandate per role; people known already keep their account. */
async function giveMandates(db: Kysely<Schema>, at: Instant): Promise<ReadonlyMap<Role, Id<'person'>>> {
  const people = new Map<Role, Id<'person'>>()
  for (const [index, { email, name, role, capacity }] of demonstrationAccounts.entries()) {
    const known = await findAccount(db, email)
    const id = known?.id ?? newId<'person'>()
    if (known === undefined) await insertAccount(db, { id, email, name, passwordHash: null }, at)
    const organisationId = await upsertOrganisation(db, operationId, employers[index] ?? missing())
    const mandate = { personId: id, organisationId, role, capacity, since: date('2024-01-01') }
    const mandateId = await insertMandate(db, operationId, mandate, at)
    await appendToJournal(db, operationId, null, at, {
      what: 'mandateGiven', objectKind: 'mandate', objectId: mandateId, before: null, after: mandate,
    })
    people.set(role, id)
  }
  return people
}

type Choices = {
  readonly slug: string; readonly amends: Id<'convention'> | null; readonly signedOn: PlainDate | null; readonly signedReason: string
  readonly by: Id<'person'>; readonly at: Instant
}
/** Accepts what was read and publishes it, as the lawyer of the demonstration would after her review. */
async function publishReading(db: Kysely<Schema>, readingId: Id<'reading'>, choices: Choices): Promise<Id<'convention'>> {
  const { slug: address, by, at, amends, signedOn, signedReason } = choices
  const decisions = waiting(await listFacts(db, readingId))
    .map((fact) => ({ factId: fact.id, version: fact.version, verdict: 'accepted' as const, value: fact.value }))
  const accepted = await insertDecisions(db, operationId, readingId, decisions, by, at)
  await appendToJournal(db, operationId, by, at, {
    what: 'factsAccepted', objectKind: 'reading', objectId: readingId, before: null, after: { accepted },
  })
  const published = compose(standing(await listFacts(db, readingId)), await findReadingText(db, readingId))
  const organisations = await upsertOrganisations(db, operationId, published.parties)
  const { documentId } = (await findReading(db, readingId)) ?? missing()
  const id = await publishConvention(db, published, {
    operationId, slug: address, documentId, readingId, by, at, organisations, amends, signedOn, signedReason,
  })
  const after = { slug: address, title: published.title, readingId, documentId, amends, signedOn }
  await appendToJournal(db, operationId, by, at, { what: 'conventionPublished', objectKind: 'convention', objectId: id, before: null, after })
  return id
}

/** An amendment nobody signed yet, its instructions read from pasted articles. */
async function draftAmendment(db: Kysely<Schema>, amends: Id<'convention'>, pasted: string, by: Id<'person'>, at: Instant): Promise<void> {
  const draft = { slug: 'avenant-3', title: 'Avenant n° 3 à la convention chapeau (projet)', amends }
  const amendment = await insertDraft(db, operationId, draft, by, at)
  await appendToJournal(db, operationId, by, at, {
    what: 'amendmentDrafted', objectKind: 'convention', objectId: amendment, before: null, after: draft,
  })
  const { instructions, unread } = readPasted(pasted)
  await insertInstructions(db, instructions, { operationId, amendment, algorithm: amendingAlgorithm, by, at })
  await insertUnread(db, unread, operationId, amendment)
  const after = { pasted, instructions: instructions.map((instruction) => instruction.sentence), unread: unread.length }
  await appendToJournal(db, operationId, by, at, { what: 'instructionAdded', objectKind: 'convention', objectId: amendment, before: null, after })
}
