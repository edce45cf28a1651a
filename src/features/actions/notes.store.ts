// Every SQL statement about the notes of an action.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { Note, NoteRow } from './note.rules.ts'

type Db = Kysely<Schema>
const notes = (db: Db, actionId: Id<'action'>) =>
  db.selectFrom('action_note').innerJoin('person', 'person.id', 'action_note.recorded_by')
    .select(['action_note.id', 'noted_on as on', 'words', 'recorded_by as authorId', 'person.name as author', 'recorded_at as recordedAt'])
    .where('action_id', '=', actionId).where('removed_at', 'is', null)

/** The latest first. */
export const listNotes = (db: Db, actionId: Id<'action'>): Promise<NoteRow[]> =>
  notes(db, actionId).orderBy('noted_on', 'desc').orderBy('recorded_at', 'desc').orderBy('action_note.id', 'desc').execute()

export const findNote = (db: Db, actionId: Id<'action'>, id: Id<'note'>): Promise<NoteRow | undefined> =>
  notes(db, actionId).where('action_note.id', '=', id).executeTakeFirst()

type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export async function insertNote(db: Db, { operationId, by, at }: Writer, actionId: Id<'action'>, { on, words }: Note): Promise<Id<'note'>> {
  const id = newId<'note'>()
  await db.insertInto('action_note').values({
    operation_id: operationId, id, action_id: actionId, noted_on: on, words, recorded_by: by, recorded_at: at, removed_at: null,
  }).execute()
  return id
}

export async function removeNote(db: Db, actionId: Id<'action'>, id: Id<'note'>, at: Instant): Promise<void> {
  await db.updateTable('action_note').set({ removed_at: at }).where('action_id', '=', actionId).where('id', '=', id).execute()
}
