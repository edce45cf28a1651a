// Every SQL statement about amendments: what they order, which text they amend, and all it takes to tell that text on any day.
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import { newId, readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { TextNode } from '../../amending/consolidation.ts'
import type { ConventionKind } from '../../law/convention-kind.ts'
import type { Change } from '../../reading/instruction.ts'
import type { Term } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import type { Amendable, AmendmentDraft } from './amendment.rules.ts'
import type { OrderedInstruction } from './ordered.rules.ts'

type Db = Kysely<Schema>
type ConventionId = Id<'convention'>

/** A convention of the operation, and the one it amends. */
export type TextRow = {
  readonly id: ConventionId; readonly slug: string; readonly title: string; readonly kind: ConventionKind; readonly term: Term | null
  readonly amends: ConventionId | null; readonly documentId: Id<'document'> | null; readonly readingId: Id<'reading'> | null
}
const textColumns = [
  'id', 'slug', 'title', 'kind', 'term', 'amends_id as amends', 'document_id as documentId', 'reading_id as readingId',
] as const
export const findText = (db: Db, slug: string): Promise<TextRow | undefined> =>
  db.selectFrom('convention').select(textColumns).where('slug', '=', slug).executeTakeFirst()
export const findTextById = (db: Db, id: ConventionId): Promise<TextRow | undefined> =>
  db.selectFrom('convention').select(textColumns).where('id', '=', id).executeTakeFirst()
/** The amendments of a convention, drafts included, oldest first. */
export const listAmendments = (db: Db, amended: ConventionId): Promise<TextRow[]> =>
  db.selectFrom('convention').select(textColumns).where('amends_id', '=', amended).orderBy('published_at').orderBy('id').execute()
export const listSlugs = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('convention').select('slug').execute()).map((row) => row.slug)

/** What an amendment may amend: every convention that amends none itself. */
export async function listAmendable(db: Db): Promise<readonly Amendable[]> {
  const rows = await db.selectFrom('convention').select(['id', 'slug', 'title']).where('kind', '!=', 'amendment').orderBy('published_at').execute()
  const parties = await db.selectFrom('party').select(['convention_id', 'name']).orderBy('position').execute()
  return rows.map((row) => ({ ...row, parties: parties.filter((party) => party.convention_id === row.id).map((party) => party.name) }))
}

/**
 * Opens a branch of the operation: an amendment without document, between the same parties, without any legal effect until they sign it.
 */
export async function insertDraft(
  db: Db, operationId: Id<'operation'>, draft: AmendmentDraft & { readonly amends: ConventionId }, by: Id<'person'>, at: Instant,
): Promise<ConventionId> {
  const id = newId<'convention'>()
  await db.insertInto('convention').values({
    operation_id: operationId, id, slug: draft.slug, title: draft.title, kind: 'amendment', amends_id: draft.amends, document_id: null,
    reading_id: null, term: null, published_by: by, published_at: at,
  }).execute()
  const parties = await db.selectFrom('party').select(['position', 'organisation_id', 'name', 'role'])
    .where('convention_id', '=', draft.amends).execute()
  if (parties.length > 0) {
    const rows = parties.map((party) => ({ ...party, operation_id: operationId, convention_id: id, id: newId<'party'>(), signatories: '[]' }))
    await db.insertInto('party').values(rows).execute()
  }
  return id
}

export type InstructionRow = {
  readonly id: Id<'instruction'>; readonly amendment: ConventionId; readonly position: number; readonly change: Change; readonly sentence: string
  readonly words: string; readonly confidence: number | null; readonly entersOn: PlainDate | null; readonly algorithm: string
  readonly provisionSlug: string | null; readonly provisionNumber: string | null
  readonly enteredBy: string; readonly enteredAt: Instant
  readonly withdrawnAt: Instant | null; readonly withdrawnReason: string | null
}
const instructions = (db: Db) =>
  db.selectFrom('instruction').innerJoin('person', 'person.id', 'instruction.entered_by')
    .leftJoin('provision', (join) =>
      join.onRef('provision.operation_id', '=', 'instruction.operation_id').onRef('provision.convention_id', '=', 'instruction.convention_id')
        .onRef('provision.id', '=', 'instruction.provision_id'))
    .select(['instruction.id', 'instruction.convention_id as amendment', 'instruction.position', 'instruction.change', 'instruction.sentence',
      'instruction.words', 'instruction.confidence', 'instruction.effective_on as entersOn', 'instruction.algorithm',
      'provision.slug as provisionSlug', 'provision.number as provisionNumber', 'person.name as enteredBy',
      'instruction.entered_at as enteredAt', 'instruction.withdrawn_at as withdrawnAt', 'instruction.withdrawn_reason as withdrawnReason'])

/** The instructions of one amendment, withdrawn ones included, in their order. */
export const listInstructions = (db: Db, amendment: ConventionId): Promise<InstructionRow[]> =>
  instructions(db).where('instruction.convention_id', '=', amendment).orderBy('instruction.position').execute()
export const findInstruction = (db: Db, amendment: ConventionId, id: Id<'instruction'>): Promise<InstructionRow | undefined> =>
  instructions(db).where('instruction.convention_id', '=', amendment).where('instruction.id', '=', id).executeTakeFirst()

type UnreadRow = {
  readonly id: Id<'unread'>; readonly amendment: ConventionId; readonly article: string; readonly message: string; readonly words: string
}
/** What could not be read of an amendment, in the order of its text. */
export const listUnread = (db: Db, amendment: ConventionId): Promise<UnreadRow[]> =>
  db.selectFrom('unread_instruction').select(['id', 'convention_id as amendment', 'article', 'message', 'words'])
    .where('convention_id', '=', amendment).orderBy('position').execute()

type Writing = {
  readonly operationId: Id<'operation'>; readonly amendment: ConventionId; readonly algorithm: string; readonly by: Id<'person'>
  readonly at: Instant
  /** The reading whose facts they come from. */
  readonly readingId?: Id<'reading'>
}
/** Writes instructions after those the amendment has; their clauses are found by their addresses in it. */
export async function insertInstructions(db: Db, added: readonly OrderedInstruction[], writing: Writing): Promise<readonly Id<'instruction'>[]> {
  if (added.length === 0) return []
  const { operationId, amendment, algorithm, by, at, readingId } = writing
  const known = await db.selectFrom('instruction').select(({ fn }) => fn.countAll<number>().as('count')).where('convention_id', '=', amendment)
    .executeTakeFirst()
  const clauses = await db.selectFrom('provision').select(['id', 'slug']).where('convention_id', '=', amendment).execute()
  const rows = added.map((instruction, index) => ({
    operation_id: operationId, convention_id: amendment, id: newId<'instruction'>(), position: (known?.count ?? 0) + index,
    provision_id: clauses.find((clause) => clause.slug === instruction.provision)?.id ?? null, change: JSON.stringify(instruction.change),
    sentence: instruction.sentence, words: instruction.words, confidence: instruction.confidence, effective_on: instruction.entersOn, algorithm,
    reading_id: instruction.factId === null ? null : (readingId ?? null), fact_id: readId<'fact'>(instruction.factId ?? '') ?? null,
    entered_by: by, entered_at: at,
    withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null,
  }))
  await db.insertInto('instruction').values(rows).execute()
  return rows.map((row) => row.id)
}

type NewUnread = { readonly article: string; readonly problem: string; readonly message: string; readonly words: string }
export async function insertUnread(db: Db, unread: readonly NewUnread[], operationId: Id<'operation'>, amendment: ConventionId): Promise<void> {
  if (unread.length === 0) return
  await db.insertInto('unread_instruction').values(unread.map((words, position) => ({
    operation_id: operationId, convention_id: amendment, id: newId<'unread'>(), position, ...words,
  }))).execute()
}

/** Withdraws an instruction that was not. */
export async function updateWithdrawn(
  db: Db, amendment: ConventionId, id: Id<'instruction'>, reason: string, by: Id<'person'>, at: Instant,
): Promise<void> {
  await db.updateTable('instruction').set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('convention_id', '=', amendment).where('id', '=', id).where('withdrawn_at', 'is', null).execute()
}

/** The part of a text that is its title: all heading, no words. */
export const titleKey = 'intitule'
export type TextParts = {
  readonly base: readonly TextNode[]; readonly amendments: readonly TextRow[]; readonly instructions: readonly InstructionRow[]
}
const nodeOf = ({ key, number, heading, depth, text }: TextNode): TextNode => ({ key, number, heading, depth, text })
/** Everything the text of a convention is made of, in three statements: its provisions, its amendments, what they order and was not withdrawn. */
export async function gatherText(db: Db, amended: ConventionId): Promise<TextParts> {
  const provisions = await db.selectFrom('provision').innerJoin('convention', (join) =>
    join.onRef('convention.operation_id', '=', 'provision.operation_id').onRef('convention.id', '=', 'provision.convention_id'))
    .select(['provision.slug as key', 'provision.number', 'provision.heading', 'provision.depth', 'provision.text', 'convention.title'])
    .where('provision.convention_id', '=', amended).orderBy('provision.position').execute()
  const [first] = provisions
  const title = first === undefined ? [] : [{ key: titleKey, number: 'intitulé', heading: first.title, depth: 1, text: '' }]
  const base = [...title, ...provisions.map(nodeOf)]
  const amendments = await listAmendments(db, amended)
  const ordered = await instructions(db)
    .innerJoin('convention', (join) =>
      join.onRef('convention.operation_id', '=', 'instruction.operation_id').onRef('convention.id', '=', 'instruction.convention_id'))
    .where('convention.amends_id', '=', amended).where('instruction.withdrawn_at', 'is', null)
    .orderBy('instruction.convention_id').orderBy('instruction.position').execute()
  return { base, amendments, instructions: ordered }
}

/** The same for every text of the operation at once, in the same three statements. */
export async function gatherTexts(db: Db): Promise<ReadonlyMap<ConventionId, TextParts>> {
  const base = await db.selectFrom('provision').select(['convention_id', 'slug as key', 'number', 'heading', 'depth', 'text'])
    .orderBy('convention_id').orderBy('position').execute()
  const texts = await db.selectFrom('convention').select(textColumns).orderBy('published_at').orderBy('id').execute()
  const ordered = await instructions(db).where('instruction.withdrawn_at', 'is', null)
    .orderBy('instruction.convention_id').orderBy('instruction.position').execute()
  return new Map(texts.map(({ id }) => {
    const amendments = texts.filter((text) => text.amends === id)
    return [id, {
      base: base.filter((row) => row.convention_id === id).map(nodeOf), amendments,
      instructions: amendments.flatMap((amendment) => ordered.filter((row) => row.amendment === amendment.id)),
    }]
  }))
}
