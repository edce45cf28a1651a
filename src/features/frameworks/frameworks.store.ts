// Every SQL statement about frameworks.
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import { frameworkSlug } from './framework.rules.ts'
import type { Framework, FrameworkValues } from './framework.rules.ts'

type Db = Kysely<Schema>

const columns = ['id', 'slug', 'name', 'kind', 'convention_id as conventionId', 'since', 'until', 'summary', 'position', 'version'] as const

/** Every framework of the operation, in its order. */
export const listFrameworks = (db: Db): Promise<Framework[]> =>
  db.selectFrom('framework').select(columns).where('removed_at', 'is', null).orderBy('position').orderBy('name').orderBy('id').execute()

export const findFramework = (db: Db, slug: string): Promise<Framework | undefined> =>
  db.selectFrom('framework').select(columns).where('slug', '=', slug).where('removed_at', 'is', null).executeTakeFirst()

const columnsOf = ({ name, kind, conventionId, since, until, summary }: FrameworkValues) =>
  ({ name, kind, convention_id: conventionId, since, until, summary })

export type NewFramework = FrameworkValues & Pick<Framework, 'id'>
/** Writes frameworks after the others, each under an address of its own. The caller holds the operation, so that no address is given twice. */
export async function insertFrameworks(
  db: Db, operationId: Id<'operation'>, frameworks: readonly NewFramework[],
): Promise<readonly Pick<Framework, 'id' | 'slug'>[]> {
  if (frameworks.length === 0) return []
  const known = await db.selectFrom('framework').select(['slug', 'position']).execute()
  const taken = known.map(({ slug }) => slug)
  const last = Math.max(0, ...known.map(({ position }) => position))
  const rows = frameworks.map(({ id, ...values }, rank) => {
    const slug = frameworkSlug(values.name, taken)
    taken.push(slug)
    return { operation_id: operationId, id, slug, position: last + 1 + rank, ...columnsOf(values) }
  })
  await db.insertInto('framework').values(rows).execute()
  return rows.map(({ id, slug }) => ({ id, slug }))
}

/** Changes a framework if nobody changed it since `version`; false otherwise. */
export async function updateFramework(db: Db, id: Id<'framework'>, version: number, values: FrameworkValues): Promise<boolean> {
  const updated = await db.updateTable('framework').set({ ...columnsOf(values), version: version + 1 })
    .where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Takes a framework out of the lists; the caller has made sure that nothing hangs on it. */
export async function removeFramework(db: Db, id: Id<'framework'>, at: Instant): Promise<void> {
  await db.updateTable('framework').set({ removed_at: at }).where('id', '=', id).execute()
}
