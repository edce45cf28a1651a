// The demonstration operation: Lens-Liévin, its invented accounts, and a convention in our own words read, reviewed and published like any other.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { date, instant } from '../../kernel/date.ts'
import { newId, readId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Role } from '../../kernel/rights.ts'
import { inTenant } from '../../platform/database.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Services } from '../../platform/web.ts'
import type { PartyKind } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import { insertOperation, upsertOrganisation, upsertOrganisations } from '../operations/operations.store.ts'
import { demonstrationAccounts } from '../people/demonstration.ts'
import { findAccount, findOperationBySlug, insertAccount, insertMandate } from '../people/people.store.ts'
import { keepDeposit, keepReading, readDocument } from '../readings/reading-job.ts'
import { standing, waiting } from '../readings/fact.rules.ts'
import { findReading, findReadingText, insertDecisions, listFacts } from '../readings/readings.store.ts'
import { compose } from './publication.rules.ts'
import { publishConvention } from './publishing.ts'

const slug = 'lens-lievin'
const epci = { name: 'CA de Lens - Liévin', siren: '246200364', mainTownInsee: '62498' }
/** Whom each account acts for. */
const employers: readonly { readonly name: string; readonly kind: PartyKind; readonly siren: string | null; readonly insee: string | null }[] = [
  { name: epci.name, kind: 'epci', siren: epci.siren, insee: null },
  { name: 'Bully-les-Mines', kind: 'commune', siren: '216201863', insee: '62186' },
  { name: epci.name, kind: 'epci', siren: epci.siren, insee: null },
  { name: epci.name, kind: 'epci', siren: epci.siren, insee: null },
  { name: 'Sous-préfecture de Lens', kind: 'state', siren: null, insee: null },
  { name: 'Financeur de la démonstration', kind: 'agency', siren: null, insee: null },
]

/** Always the same, so that programs that start together make it once. */
const operationId = readId<'operation'>('019b0000-0000-7000-8000-000000000062') ?? missing()

/** Makes the demonstration when it is not there yet, whole or not at all; `folder` holds its documents. Does nothing at the next starts. */
export async function prepareDemonstration(services: Services, folder: string): Promise<void> {
  if ((await findOperationBySlug(services.database.kysely, slug)) !== undefined) return
  const at = instant(services.clock())
  const bytes = readFileSync(join(folder, 'convention-chapeau.md'))
  const document = {
    id: newId<'document'>(), sha256: createHash('sha256').update(bytes).digest(), fileName: 'convention-chapeau-demonstration.md',
    mediaType: 'text/markdown', bytes,
  }
  const read = await readDocument(bytes, document.fileName, {})
  await inTenant(services.database, { operationId, personId: null }, async (db) => {
    const operation = {
      id: operationId, slug, name: 'ORT de Lens-Liévin', epciSiren: epci.siren, mainTownInsee: epci.mainTownInsee, createdAt: at, demonstration: true,
    }
    if (!(await insertOperation(db, operation))) return
    const people = await giveMandates(db, at)
    const lead = people.get('projectLead') ?? missing()
    const readingId = await keepDeposit(db, operationId, { ...document, by: lead, at })
    await keepReading(db, operationId, readingId, read, lead, at)
    await publishReading(db, readingId, people.get('lawyer') ?? missing(), at)
  })
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

/** Accepts what was read and publishes it, as the lawyer of the demonstration would after her review. */
async function publishReading(db: Kysely<Schema>, readingId: Id<'reading'>, by: Id<'person'>, at: Instant): Promise<void> {
  const decisions = waiting(await listFacts(db, readingId))
    .map((fact) => ({ factId: fact.id, version: fact.version, verdict: 'accepted' as const, value: fact.value }))
  const accepted = await insertDecisions(db, operationId, readingId, decisions, by, at)
  await appendToJournal(db, operationId, by, at, {
    what: 'factsAccepted', objectKind: 'reading', objectId: readingId, before: null, after: { accepted },
  })
  const published = compose(standing(await listFacts(db, readingId)), await findReadingText(db, readingId))
  const organisations = await upsertOrganisations(db, operationId, published.parties)
  const { documentId } = (await findReading(db, readingId)) ?? missing()
  const id = await publishConvention(db, published, { operationId, slug: 'chapeau', documentId, readingId, by, at, organisations })
  const after = { slug: 'chapeau', title: published.title, readingId, documentId }
  await appendToJournal(db, operationId, by, at, { what: 'conventionPublished', objectKind: 'convention', objectId: id, before: null, after })
}
