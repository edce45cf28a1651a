// Every SQL statement about the views of the plan that people keep.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import { viewSlug } from './view.rules.ts'
import type { SavedView, ViewValues } from './view.rules.ts'

type Db = Kysely<Schema>

/** One's own views and those others share, by name. */
export async function listViews(db: Db, personId: Id<'person'>): Promise<readonly SavedView[]> {
  const rows = await db.selectFrom('saved_view').innerJoin('person', 'person.id', 'saved_view.owner_id')
    .select(['saved_view.id', 'saved_view.slug', 'saved_view.name', 'saved_view.query', 'saved_view.shared',
      'saved_view.owner_id', 'person.name as owner'])
    .where('saved_view.removed_at', 'is', null)
    .where((eb) => eb.or([eb('saved_view.owner_id', '=', personId), eb('saved_view.shared', '=', true)]))
    .orderBy('saved_view.name').orderBy('saved_view.id').execute()
  return rows.map(({ owner_id: owner, ...view }) => ({ ...view, mine: owner === personId }))
}

/** Writes a view under an address of its own. The caller holds the operation, so that no address is given twice. */
export async function insertView(
  db: Db, { operationId, by, at }: { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }, values: ViewValues,
): Promise<{ readonly id: Id<'savedView'>; readonly slug: string }> {
  const taken = (await db.selectFrom('saved_view').select('slug').execute()).map(({ slug }) => slug)
  const [id, slug] = [newId<'savedView'>(), viewSlug(values.name, taken)]
  await db.insertInto('saved_view').values({ operation_id: operationId, id, slug, ...values, owner_id: by, saved_at: at }).execute()
  return { id, slug }
}

export async function updateView(db: Db, id: Id<'savedView'>, values: ViewValues): Promise<void> {
  await db.updateTable('saved_view').set(values).where('id', '=', id).execute()
}

export async function removeView(db: Db, id: Id<'savedView'>, at: Instant): Promise<void> {
  await db.updateTable('saved_view').set({ removed_at: at }).where('id', '=', id).execute()
}
