// What all parts of an action write on the action itself: that it changed, when and by whom.
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'

/** Its version stays: a form of the sheet opened before is not in conflict with a note or a step. */
export async function touchAction(db: Kysely<Schema>, { by, at }: { readonly by: Id<'person'>; readonly at: Instant },
  id: Id<'action'>): Promise<void> {
  await db.updateTable('action').set({ updated_at: at, updated_by: by }).where('id', '=', id).execute()
}
