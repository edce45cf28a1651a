// Every SQL statement of what the demonstration hangs on its actions: steps, places, needs, blockings, promises, notes, links, views; one each.
import type { Insertable, Kysely } from 'kysely'
import type { Schema } from '../../schema.ts'

/** Rows of the parts of actions, table by table. */
export type ActionParts = {
  readonly [Table in 'action_step' | 'action_place' | 'action_dependency' | 'action_blocking' | 'action_indicator' | 'action_note'
    | 'action_attachment' | 'saved_view']: readonly Insertable<Schema[Table]>[]
}

export async function insertActionParts(db: Kysely<Schema>, parts: ActionParts): Promise<void> {
  await db.insertInto('action_step').values([...parts.action_step]).execute()
  await db.insertInto('action_place').values([...parts.action_place]).execute()
  await db.insertInto('action_dependency').values([...parts.action_dependency]).execute()
  await db.insertInto('action_blocking').values([...parts.action_blocking]).execute()
  await db.insertInto('action_indicator').values([...parts.action_indicator]).execute()
  await db.insertInto('action_note').values([...parts.action_note]).execute()
  await db.insertInto('action_attachment').values([...parts.action_attachment]).execute()
  await db.insertInto('saved_view').values([...parts.saved_view]).execute()
}
