// Every SQL statement about what actions are named with: organisations, tags, orientations, conventions; those nobody named yet are made.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { nameKey } from '../../kernel/text.ts'
import type { TagKind } from '../../planning/action-fields.ts'
import type { Schema } from '../../schema.ts'
import { upsertOrganisations } from '../operations/operations.store.ts'
import type { ActionNames } from './action.words.ts'

type Db = Kysely<Schema>

/** Everything identifiers of a sheet can stand for, in this operation. Four statements. */
export async function listNames(db: Db): Promise<ActionNames> {
  const organisations = await db.selectFrom('organisation').select(['id', 'name']).execute()
  const tags = await listTags(db)
  const orientations = await listOrientationNames(db)
  const conventions = await db.selectFrom('convention').select(['id', 'slug', 'title']).execute()
  return {
    organisations: new Map(organisations.map(({ id, name }) => [id, name])), tags: new Map(tags.map(({ id, ...tag }) => [id, tag])),
    orientations: new Map(orientations.map(({ id, ...orientation }) => [id, orientation])),
    conventions: new Map(conventions.map(({ id, ...convention }) => [id, convention])),
  }
}

const listTags = (db: Db): Promise<{ id: Id<'tag'>; kind: TagKind; name: string }[]> =>
  db.selectFrom('tag').select(['id', 'kind', 'name']).orderBy('kind').orderBy('name').execute()

async function listOrientationNames(db: Db) {
  const rows = await db.selectFrom('orientation')
    .innerJoin('framework', (join) =>
      join.onRef('framework.operation_id', '=', 'orientation.operation_id').onRef('framework.id', '=', 'orientation.framework_id'))
    .select(['orientation.id', 'orientation.number', 'orientation.title', 'orientation.parent_id as parentId', 'orientation.position',
      'framework.id as frameworkId', 'framework.name as frameworkName', 'orientation.removed_at', 'framework.removed_at as gone'])
    .orderBy('framework.position').orderBy('framework.name').orderBy('orientation.position').execute()
  return rows.map(({ removed_at: removed, gone, ...row }) => ({ ...row, removed: removed !== null || gone !== null }))
}

type NewTag = { readonly kind: TagKind; readonly name: string }
/** The tags of these kinds and names, in the order given; those the operation does not know yet are made. Three statements, however many. */
export async function upsertTags(db: Db, operationId: Id<'operation'>, named: readonly NewTag[]): Promise<readonly Id<'tag'>[]> {
  if (named.length === 0) return []
  const wanted = named.map(({ kind, name }) => ({ kind, name: [...name.trim()].slice(0, 120).join('') }))
  const keyOf = ({ kind, name }: NewTag): string => `${kind} ${nameKey(name)}`
  const known = async (): Promise<Map<string, Id<'tag'>>> => new Map((await listTags(db)).map((tag) => [keyOf(tag), tag.id]))
  let ids = await known()
  const missing = [...new Map(wanted.filter((tag) => !ids.has(keyOf(tag))).map((tag) => [keyOf(tag), tag])).values()]
  if (missing.length > 0) {
    // Someone else may be naming the same one at this moment.
    await db.insertInto('tag').values(missing.map((tag) => ({ operation_id: operationId, id: newId<'tag'>(), ...tag })))
      .onConflict((conflict) => conflict.doNothing()).execute()
    ids = await known()
  }
  return wanted.map((tag) => ids.get(keyOf(tag)) ?? unnamed(tag.name))
}

/** The organisations people name, in the order given: a known one of that name whatever its kind, or a new one of the kind `other`. */
export async function upsertNamedOrganisations(
  db: Db, operationId: Id<'operation'>, names: readonly string[],
): Promise<readonly Id<'organisation'>[]> {
  if (names.length === 0) return []
  const known = new Map((await db.selectFrom('organisation').select(['id', 'name']).orderBy('id', 'desc').execute())
    .map(({ id, name }) => [nameKey(name), id]))
  const missing = [...new Map(names.filter((name) => !known.has(nameKey(name))).map((name) => [nameKey(name), name])).values()]
  const made = await upsertOrganisations(db, operationId, missing.map((name) => ({ name, kind: 'other' as const, siren: null, insee: null })))
  missing.forEach((name, rank) => {
    const id = made[rank]
    if (id !== undefined) known.set(nameKey(name), id)
  })
  return names.map((name) => known.get(nameKey(name)) ?? unnamed(name))
}

function unnamed(name: string): never {
  throw new Error(`nothing of this operation is named ${name}`)
}
