// Every SQL statement about acts, and the record that the state of an operation is computed from.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ConventionKind } from '../../law/convention-kind.ts'
import type { LegalAct } from '../../law/legal-act.ts'
import type { OperationRecord, RecordedConvention, TermClause } from '../../law/operation-record.ts'
import type { PartyRole } from '../../reading/facts.ts'
import type { Change } from '../../reading/instruction.ts'
import type { Schema } from '../../schema.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import type { NewAct, RegisterAct } from './act.rules.ts'
import { withAmendments } from './amended-record.rules.ts'
import type { OrderedEffect } from './amended-record.rules.ts'

type Db = Kysely<Schema>
type Operation = Id<'operation'>

const atOnce = 500
/** Writes acts that belong together, in the current transaction; each may be about one written before it. */
export async function insertActs(db: Db, operationId: Operation, acts: readonly NewAct[], by: Id<'person'>, at: Instant): Promise<void> {
  const rows = acts.map((act) => ({
    operation_id: operationId, id: act.id, convention_id: act.conventionId, kind: act.kind, authority_name: act.authority.name,
    authority_siren: act.authority.siren, happened_on: act.on, effective_on: act.effectiveOn, about_id: act.about, number: act.number,
    identifier: act.identifier, nature: act.nature, effect: JSON.stringify(act.effect), reason: act.reason, document_id: act.documentId,
    recorded_at: at, recorded_by: by,
  }))
  for (let first = 0; first < rows.length; first += atOnce) await db.insertInto('act').values(rows.slice(first, first + atOnce)).execute()
}

type ActRow = {
  readonly id: Id<'act'>; readonly kind: LegalAct['kind']; readonly conventionId: Id<'convention'>; readonly authorityName: string
  readonly authoritySiren: string | null; readonly on: PlainDate | null; readonly effectiveOn: PlainDate | null; readonly about: Id<'act'> | null
  readonly number: string | null; readonly identifier: string | null; readonly nature: string | null; readonly effect: LegalAct['effect']
  readonly reason: string | null; readonly documentId: Id<'document'> | null; readonly recordedAt: Instant; readonly recordedBy: string
}
const acts = (db: Db) => db.selectFrom('act').innerJoin('person', 'person.id', 'act.recorded_by')
  .select(['act.id', 'act.kind', 'act.convention_id as conventionId', 'act.authority_name as authorityName', 'act.authority_siren as authoritySiren',
    'act.happened_on as on', 'act.effective_on as effectiveOn', 'act.about_id as about', 'act.number', 'act.identifier', 'act.nature', 'act.effect',
    'act.reason', 'act.document_id as documentId', 'act.recorded_at as recordedAt', 'person.name as recordedBy'])

const toAct = ({ authorityName, authoritySiren, ...act }: ActRow): RegisterAct => ({ ...act, authority: { name: authorityName,
  siren: authoritySiren } })

/** Every act of the operation, corrections and corrected ones included, in the order they were recorded. */
export const listActs = async (db: Db): Promise<readonly RegisterAct[]> =>
  (await acts(db).orderBy('act.recorded_at').orderBy('act.id').execute()).map(toAct)

/** One act and those about it, about it in their turn: what its page shows. */
export const listActsOf = async (db: Db, conventionId: Id<'convention'>): Promise<readonly RegisterAct[]> =>
  (await acts(db).where('act.convention_id', '=', conventionId).orderBy('act.recorded_at').orderBy('act.id').execute()).map(toAct)

export const findAct = async (db: Db, id: Id<'act'>): Promise<RegisterAct | undefined> => {
  const row = await acts(db).where('act.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toAct(row)
}

/** The conventions of the operation as the law sees them: their parties, their terms. Two statements. */
export async function listRecordedConventions(db: Db): Promise<readonly RecordedConvention[]> {
  const conventions = await db.selectFrom('convention').select(['id', 'slug', 'title', 'kind', 'amends_id', 'document_id', 'term', 'published_at'])
    .orderBy('published_at').orderBy('id').execute()
  const parties = await partiesOf(db)
  return conventions.map((convention): RecordedConvention => ({
    id: convention.id, slug: convention.slug, title: convention.title, kind: convention.kind, amends: convention.amends_id,
    amendsTerm: null, term: convention.term, recordedAt: convention.published_at,
    draft: convention.amends_id !== null && convention.document_id === null,
    parties: parties.filter((party) => party.conventionId === convention.id)
      .map(({ name, kind, insee, siren }) => ({ name, kind, insee, siren })),
  }))
}

/** What the state of the operation is computed from: its conventions, their parties, its acts, what its amendments order. Four statements. */
export async function operationRecord(db: Db): Promise<OperationRecord> {
  return withAmendments({ conventions: await listRecordedConventions(db), acts: await listActs(db) }, await listOrderedEffects(db))
}

/** The changes of term, of parties and of sectors that amendments order, by their instructions that stand. */
async function listOrderedEffects(db: Db): Promise<readonly OrderedEffect[]> {
  const rows = await db.selectFrom('instruction')
    .select(['id', 'convention_id as amendment', 'change', 'effective_on as entersOn', 'entered_at as recordedAt'])
    .where('withdrawn_at', 'is', null).where((eb) => eb.ref('change', '->>').key('verb'), 'in', ['term', 'party', 'sector'])
    .orderBy('convention_id').orderBy('position').execute()
  return rows.map((row) => {
    const insee = communeOfChange(row.change)
    return { ...row, ...(insee !== undefined && { insee }) }
  })
}

/** The commune that a change of party or of sector names. */
export function communeOfChange(change: Change): string | undefined {
  if (change.verb === 'party') return communeNamed(change.name)
  const commune = change.verb === 'sector' ? change.commune : undefined
  return commune === undefined ? undefined : (communeNamed(commune) ?? communeNamed(`commune de ${commune}`))
}

/** The commune a party is, by the name an amendment gives it; undefined when it is none, or one of several. */
function communeNamed(party: string): string | undefined {
  const name = /^(?:la |le )?(?:commune|ville)\s+(?:de\s+la\s+|de\s+|d['’]|du\s+|des\s+)?(.+)$/iu.exec(party)?.[1]
  const [only, another] = name === undefined ? [] : loadTerritories().gazetteer.communesNamed(name)
  return another === undefined ? only?.insee : undefined
}

type ConventionName = {
  readonly id: Id<'convention'>; readonly slug: string; readonly title: string
  readonly parties: readonly { readonly name: string; readonly siren: string | null; readonly insee: string | null }[]
}
/** The conventions of the operation and who their parties are: what a form of an act offers. Two statements. */
export async function listConventionNames(db: Db): Promise<readonly ConventionName[]> {
  const conventions = await db.selectFrom('convention').select(['id', 'slug', 'title']).orderBy('published_at').orderBy('id').execute()
  const parties = await partiesOf(db)
  return conventions.map((convention) => ({ ...convention, parties: parties.filter((party) => party.conventionId === convention.id) }))
}

const partiesOf = (db: Db) => db.selectFrom('party').innerJoin('organisation', (join) =>
  join.onRef('organisation.operation_id', '=', 'party.operation_id').onRef('organisation.id', '=', 'party.organisation_id'))
  .select(['party.convention_id as conventionId', 'party.name', 'organisation.kind', 'organisation.insee', 'organisation.siren'])
  .orderBy('party.convention_id').orderBy('party.position').execute()

type Declared = {
  readonly slug: string; readonly title: string; readonly kind: ConventionKind; readonly term: TermClause | null
  readonly parties: readonly { readonly name: string; readonly organisation: Id<'organisation'>; readonly role: PartyRole }[]
}
/** Writes a convention that has no text here: its parties, its term when known. */
export async function insertDeclared(db: Db, operationId: Operation, declared: Declared, by: Id<'person'>, at: Instant): Promise<Id<'convention'>> {
  const id = newId<'convention'>()
  const { slug, title, kind, term, parties } = declared
  await db.insertInto('convention').values({
    operation_id: operationId, id, slug, title, kind, document_id: null, reading_id: null, amends_id: null,
    term: term === null ? null : JSON.stringify(term), published_by: by, published_at: at,
  }).execute()
  if (parties.length > 0) {
    await db.insertInto('party').values(parties.map((party, position) => ({
      operation_id: operationId, convention_id: id, id: newId<'party'>(), position, organisation_id: party.organisation, name: party.name,
      role: party.role, signatories: '[]',
    }))).execute()
  }
  return id
}

type DocumentName = { readonly id: Id<'document'>; readonly fileName: string }
/** Documents an act may be attached to, the latest first. */
export const listDocuments = (db: Db): Promise<DocumentName[]> =>
  db.selectFrom('document').select(['id', 'file_name as fileName']).orderBy('deposited_at', 'desc').orderBy('id').limit(200).execute()
