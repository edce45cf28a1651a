// Every SQL statement about operations themselves and their journal as it is shown.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PartyKind } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>

type OperationRow = {
  readonly id: Id<'operation'>; readonly slug: string; readonly name: string; readonly epciSiren: string; readonly mainTownInsee: string | null
  readonly createdAt: Instant; readonly version: number
}
const columns = [
  'operation.operation_id as id', 'slug', 'name', 'epci_siren as epciSiren', 'main_town_insee as mainTownInsee', 'created_at as createdAt', 'version',
] as const

/** Operations this person has a door to, by name. */
export const listOperations = (db: Db, personId: Id<'person'>): Promise<OperationRow[]> =>
  db.selectFrom('operation').innerJoin('operation_access', 'operation_access.operation_id', 'operation.operation_id')
    .select(columns).where('operation_access.person_id', '=', personId).orderBy('name').execute()

/** Every operation of this installation, by address: for the command line. */
export const listDirectory = (db: Db): Promise<Pick<OperationRow, 'id' | 'slug'>[]> =>
  db.selectFrom('operation').select(['operation_id as id', 'slug']).orderBy('slug').execute()

export const findOperation = (db: Db, id: Id<'operation'>): Promise<OperationRow | undefined> =>
  db.selectFrom('operation').select(columns).where('operation_id', '=', id).executeTakeFirst()

/** Holds the operation until the end of this transaction: one publication at a time, so that no address is given twice. */
export async function holdOperation(db: Db, id: Id<'operation'>): Promise<void> {
  await db.selectFrom('operation').select('operation_id').where('operation_id', '=', id).forNoKeyUpdate().execute()
}

/** Addresses already taken that begin with this one. */
export const listSlugs = async (db: Db, beginning: string): Promise<string[]> =>
  (await db.selectFrom('operation').select('slug').where('slug', 'like', `${beginning}%`).execute()).map((row) => row.slug)

type NewOperation = Omit<OperationRow, 'version'> & { readonly demonstration: boolean }
/** Founds the operation; false when one with this id already stands (the same form sent twice). */
export async function insertOperation(db: Db, operation: NewOperation): Promise<boolean> {
  const { id, slug, name, epciSiren, mainTownInsee, createdAt, demonstration } = operation
  const inserted = await db.insertInto('operation')
    .values({ operation_id: id, slug, name, epci_siren: epciSiren, main_town_insee: mainTownInsee, created_at: createdAt, demonstration })
    .onConflict((conflict) => conflict.column('operation_id').doNothing()).returning('operation_id').executeTakeFirst()
  return inserted !== undefined
}

/** Changes the identity if nobody changed it since `version`; false otherwise. */
export async function updateIdentity(
  db: Db, id: Id<'operation'>, version: number, identity: { name: string; mainTownInsee: string | null },
): Promise<boolean> {
  const updated = await db.updateTable('operation').set({ name: identity.name, main_town_insee: identity.mainTownInsee, version: version + 1 })
    .where('operation_id', '=', id).where('version', '=', version).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

type NewOrganisation = { readonly name: string; readonly kind: PartyKind; readonly siren: string | null; readonly insee: string | null }
/**
 * The organisations of these kinds and names (their first 300 letters) or SIREN, in the order given; those the operation does not know yet are
 * made. Two statements, however many.
 */
export async function upsertOrganisations(
  db: Db, operationId: Id<'operation'>, named: readonly NewOrganisation[],
): Promise<readonly Id<'organisation'>[]> {
  const ids = new Map<string, Id<'organisation'>>()
  const keysOf = ({ kind, name, siren }: NewOrganisation): readonly string[] =>
    [`${kind} ${name.toLowerCase()}`, ...(siren === null ? [] : [`${kind} ${siren}`])]
  const remember = (organisation: NewOrganisation, id: Id<'organisation'>): void => {
    for (const key of keysOf(organisation)) if (!ids.has(key)) ids.set(key, id)
  }
  for (const known of await db.selectFrom('organisation').select(['id', 'name', 'kind', 'siren', 'insee']).execute()) remember(known, known.id)
  const missing: (NewOrganisation & { operation_id: Id<'operation'>; id: Id<'organisation'> })[] = []
  const answer = named.map(({ name, kind, siren, insee }) => {
    const organisation = { name: [...name].slice(0, 300).join(''), kind, siren, insee }
    const known = keysOf(organisation).map((key) => ids.get(key)).find((id) => id !== undefined)
    if (known !== undefined) return known
    const id = newId<'organisation'>()
    remember(organisation, id)
    missing.push({ operation_id: operationId, id, ...organisation })
    return id
  })
  if (missing.length > 0) await db.insertInto('organisation').values(missing).execute()
  return answer
}

/** The same for one. */
export async function upsertOrganisation(db: Db, operationId: Id<'operation'>, named: NewOrganisation): Promise<Id<'organisation'>> {
  const [id] = await upsertOrganisations(db, operationId, [named])
  if (id === undefined) throw new Error('an organisation without id')
  return id
}

type JournalLine = {
  readonly position: number; readonly at: Instant; readonly personName: string | null; readonly what: string; readonly objectKind: string
  readonly objectId: string; readonly before: unknown; readonly after: unknown; readonly hash: Buffer
}
/** The journal, latest first: of the operation, or of one object; a page at a time. */
export const listJournal = (db: Db, page: { objectId?: string; before?: number; most: number }): Promise<JournalLine[]> => {
  const entries = db.selectFrom('journal_entry').leftJoin('person', 'person.id', 'journal_entry.person_id')
    .select(['position', 'at', 'person.name as personName', 'what', 'object_kind as objectKind', 'object_id as objectId', 'before', 'after', 'hash'])
    .orderBy('position', 'desc').limit(page.most)
  const ofObject = page.objectId === undefined ? entries : entries.where('object_id', '=', page.objectId)
  return (page.before === undefined ? ofObject : ofObject.where('position', '<', page.before)).execute()
}
