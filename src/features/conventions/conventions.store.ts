// Every SQL statement about published conventions: writing one whole, reading them by part.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ConventionKind, PartyKind, PartyRole, Signatory, Term } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import type { MentionKind, PublishedConvention } from './publication.rules.ts'

type Db = Kysely<Schema>

export type Publication = {
  readonly operationId: Id<'operation'>; readonly slug: string
  readonly documentId: Id<'document'> | null; readonly readingId: Id<'reading'> | null
  readonly by: Id<'person'>; readonly at: Instant
  /** The convention it amends, and the day it was signed when the text or a person says so. */
  readonly amends: Id<'convention'> | null; readonly signedOn: PlainDate | null
  /** The day an amendment states for its entry into force. */
  readonly entersOn?: PlainDate | null
  /** Where the day of signature was learnt, when the text leaves it blank. */
  readonly signedReason?: string
  /** The organisation of each party, in the order of the parties. */
  readonly organisations: readonly Id<'organisation'>[]
}

/** Writes a convention with everything in it but its acts, in the current transaction. */
export async function insertConvention(db: Db, published: PublishedConvention, publication: Publication): Promise<Id<'convention'>> {
  const { operationId, slug, documentId, readingId, by, at, organisations, amends } = publication
  const id = newId<'convention'>()
  const inside = { operation_id: operationId, convention_id: id }
  await db.insertInto('convention').values({
    operation_id: operationId, id, slug, title: published.title, kind: published.kind, document_id: documentId, reading_id: readingId,
    amends_id: amends,
    term: published.term === null ? null : JSON.stringify(published.term), published_by: by, published_at: at,
  }).execute()
  const provisions = published.provisions.map((provision, position) => ({
    ...inside, id: newId<'provision'>(), position, slug: provision.slug, number: provision.number, heading: provision.heading, depth: provision.depth,
    text: provision.text,
  }))
  const provisionId = (wanted: string | null) => provisions.find((provision) => provision.slug === wanted)?.id ?? null
  const bodies = published.bodies.map((body, position) => ({
    ...inside, id: newId<'body'>(), position, provision_id: provisionId(body.provision), name: body.name, chair: body.chair ?? null,
    meetings_per_year: body.meetingsPerYear || null, quorum: body.quorum ?? null, convening_days: body.conveningDays ?? null,
  }))
  await insertAll(provisions, (rows) => db.insertInto('provision').values(rows).execute())
  await insertAll(published.parties.map((party, position) => ({
    ...inside, id: newId<'party'>(), position, organisation_id: organisations[position] ?? missing(), name: party.name, role: party.role,
    signatories: JSON.stringify(party.signatories),
  })), (rows) => db.insertInto('party').values(rows).execute())
  await insertAll(bodies, (rows) => db.insertInto('body').values(rows).execute())
  await insertAll(bodies.flatMap((body, index) => (published.bodies[index]?.seats ?? []).map((seat, position) => ({
    ...inside, body_id: body.id, position, office: seat.office, representative: seat.representative,
  }))), (rows) => db.insertInto('seat').values(rows).execute())
  await insertAll(published.obligations.map((obligation, position) => ({
    ...inside, id: newId<'obligation'>(), position, provision_id: provisionId(obligation.provision), kind: obligation.kind,
    bearer: obligation.bearer ?? null,
    rule: JSON.stringify(obligation.rule), words: obligation.words,
  })), (rows) => db.insertInto('obligation').values(rows).execute())
  await insertAll(published.mentions.map((mention, position) => ({
    ...inside, id: newId<'mention'>(), position, kind: mention.kind, provision_id: provisionId(mention.provision),
    value: JSON.stringify(mention.value), words: mention.words,
  })), (rows) => db.insertInto('mention').values(rows).execute())
  return id
}

function missing(): never {
  throw new Error('a party without organisation')
}

const atOnce = 500
async function insertAll<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let first = 0; first < rows.length; first += atOnce) await insert(rows.slice(first, first + atOnce))
}

type ConventionRow = {
  readonly id: Id<'convention'>; readonly slug: string; readonly title: string; readonly kind: ConventionKind; readonly term: Term | null
  readonly documentId: Id<'document'> | null; readonly readingId: Id<'reading'> | null; readonly publishedAt: Instant
  readonly amends: Id<'convention'> | null
}
const conventionColumns = [
  'id', 'slug', 'title', 'kind', 'term', 'document_id as documentId', 'reading_id as readingId', 'published_at as publishedAt',
  'amends_id as amends',
] as const
export const listConventions = (db: Db): Promise<ConventionRow[]> =>
  db.selectFrom('convention').select(conventionColumns).orderBy('published_at').execute()
export const findConvention = (db: Db, slug: string): Promise<ConventionRow | undefined> =>
  db.selectFrom('convention').select(conventionColumns).where('slug', '=', slug).executeTakeFirst()

type PartyRow = {
  readonly name: string; readonly kind: PartyKind; readonly role: PartyRole; readonly siren: string | null; readonly insee: string | null
  readonly signatories: readonly Signatory[]
}
export const listParties = (db: Db, conventionId: Id<'convention'>): Promise<PartyRow[]> =>
  db.selectFrom('party').innerJoin('organisation', (join) =>
    join.onRef('organisation.operation_id', '=', 'party.operation_id').onRef('organisation.id', '=', 'party.organisation_id'))
    .select(['party.name', 'organisation.kind', 'party.role', 'organisation.siren', 'organisation.insee', 'party.signatories'])
    .where('party.convention_id', '=', conventionId).orderBy('party.position').execute()

/** Where in the text: the convention, and its clause when the text has it. */
type Clause = {
  readonly conventionId: Id<'convention'>; readonly conventionSlug: string; readonly conventionTitle: string; readonly provisionSlug: string | null
  readonly provisionNumber: string | null
}
const clauseColumns = [
  'convention.id as conventionId', 'convention.slug as conventionSlug', 'convention.title as conventionTitle', 'provision.slug as provisionSlug',
  'provision.number as provisionNumber',
] as const

type BodyRow = Clause & {
  readonly id: Id<'body'>; readonly name: string; readonly chair: string | null; readonly meetingsPerYear: number | null
  readonly quorum: string | null; readonly conveningDays: number | null
}
export const listBodies = (db: Db): Promise<BodyRow[]> =>
  db.selectFrom('body').innerJoin('convention', (join) =>
    join.onRef('convention.operation_id', '=', 'body.operation_id').onRef('convention.id', '=', 'body.convention_id'))
    .leftJoin('provision', (join) =>
      join.onRef('provision.operation_id', '=', 'body.operation_id').onRef('provision.convention_id', '=', 'body.convention_id')
        .onRef('provision.id', '=', 'body.provision_id'))
    .select(['body.id', 'body.name', 'body.chair', 'body.meetings_per_year as meetingsPerYear', 'body.quorum', 'body.convening_days as conveningDays',
      ...clauseColumns])
    .orderBy('convention.published_at').orderBy('body.position').execute()

type Serving = { readonly id: string; readonly provisionSlug: string } & (
  | { readonly kind: 'orientation'; readonly label: string; readonly framework: string; readonly frameworkSlug: string }
  | { readonly kind: 'actions'; readonly count: number; readonly conventionId: string }
)
/** What of the plan comes from the clauses of a convention: each orientation, and how many actions, those that are shown to few left out. */
export async function listServing(db: Db, conventionId: Id<'convention'>, withActions: boolean): Promise<readonly Serving[]> {
  const orientations = await db.selectFrom('orientation').innerJoin('framework', (join) =>
    join.onRef('framework.operation_id', '=', 'orientation.operation_id').onRef('framework.id', '=', 'orientation.framework_id'))
    .select(['orientation.id', 'orientation.clause', 'orientation.number', 'orientation.title', 'framework.name as framework', 'framework.slug'])
    .where('orientation.convention_id', '=', conventionId).where('orientation.clause', 'is not', null)
    .where('orientation.removed_at', 'is', null).where('framework.removed_at', 'is', null)
    .orderBy('framework.position').orderBy('orientation.position').execute()
  const actions = withActions ? await db.selectFrom('action').select((eb) => ['clause', eb.fn.countAll<number>().as('count')])
    .where('convention_id', '=', conventionId).where('clause', 'is not', null).where('removed_at', 'is', null)
    .where('restricted', '=', false).groupBy('clause').execute() : []
  return [
    ...orientations.map(({ id, clause, number, title, framework, slug }) => ({
      id, kind: 'orientation' as const, provisionSlug: clause ?? '', label: number === null ? title : `${number} ${title}`, framework,
      frameworkSlug: slug,
    })),
    ...actions.map(({ clause, count }) => ({
      id: `actions-${clause}`, kind: 'actions' as const, provisionSlug: clause ?? '', count, conventionId,
    })),
  ]
}

type SeatRow = { readonly bodyId: Id<'body'>; readonly office: string; readonly representative: boolean }
export const listSeats = (db: Db): Promise<SeatRow[]> =>
  db.selectFrom('seat').select(['body_id as bodyId', 'office', 'representative']).orderBy('convention_id').orderBy('body_id')
    .orderBy('position').execute()

export type MentionRow = Clause & { readonly id: Id<'mention'>; readonly kind: MentionKind; readonly value: unknown; readonly words: string }
export const listMentions = (db: Db, kinds: readonly MentionKind[], conventionId?: Id<'convention'>): Promise<MentionRow[]> => {
  const mentions = db.selectFrom('mention')
    .innerJoin('convention', (join) =>
      join.onRef('convention.operation_id', '=', 'mention.operation_id').onRef('convention.id', '=', 'mention.convention_id'))
    .leftJoin('provision', (join) =>
      join.onRef('provision.operation_id', '=', 'mention.operation_id').onRef('provision.convention_id', '=', 'mention.convention_id')
        .onRef('provision.id', '=', 'mention.provision_id'))
    .select(['mention.id', 'mention.kind', 'mention.value', 'mention.words', ...clauseColumns])
    .where('mention.kind', 'in', kinds).orderBy('convention.published_at').orderBy('mention.position')
  return (conventionId === undefined ? mentions : mentions.where('mention.convention_id', '=', conventionId)).execute()
}

type Counts = { readonly parties: number; readonly provisions: number; readonly signatories: number }
/** How many parties and articles the published conventions have. */
export async function countParts(db: Db): Promise<Counts> {
  const [parties, provisions] = [
    await db.selectFrom('party').select(({ fn }) => [fn.count<number>('organisation_id').distinct().as('count'), fn.countAll<number>().as('all')])
      .executeTakeFirst(),
    await db.selectFrom('provision').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirst(),
  ]
  return { parties: parties?.count ?? 0, signatories: parties?.all ?? 0, provisions: provisions?.count ?? 0 }
}
