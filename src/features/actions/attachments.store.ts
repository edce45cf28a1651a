// Every SQL statement about the documents of an action.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { AttachmentRow } from './attachment.rules.ts'

type Db = Kysely<Schema>
const attachments = (db: Db, actionId: Id<'action'>) =>
  db.selectFrom('action_attachment as a').innerJoin('person', 'person.id', 'a.added_by')
    .leftJoin('document', (join) => join.onRef('document.operation_id', '=', 'a.operation_id').onRef('document.id', '=', 'a.document_id'))
    .select(['a.id', 'a.title', 'a.document_id as documentId', 'a.address', 'document.file_name as fileName', 'document.size',
      'person.name as addedBy', 'a.added_at as addedAt'])
    .where('a.action_id', '=', actionId).where('a.removed_at', 'is', null)

/** The latest first. */
export const listAttachments = (db: Db, actionId: Id<'action'>): Promise<AttachmentRow[]> =>
  attachments(db, actionId).orderBy('a.added_at', 'desc').orderBy('a.id', 'desc').execute()

export const findAttachment = (db: Db, actionId: Id<'action'>, id: Id<'attachment'>): Promise<AttachmentRow | undefined> =>
  attachments(db, actionId).where('a.id', '=', id).executeTakeFirst()

type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
type NewAttachment = { readonly title: string; readonly documentId: Id<'document'> | null; readonly address: string | null }
export async function insertAttachment(
  db: Db, { operationId, by, at }: Writer, actionId: Id<'action'>, { title, documentId, address }: NewAttachment,
): Promise<Id<'attachment'>> {
  const id = newId<'attachment'>()
  await db.insertInto('action_attachment').values({
    operation_id: operationId, id, action_id: actionId, title, document_id: documentId, address, added_by: by, added_at: at, removed_at: null,
  }).execute()
  return id
}

/** The document itself stays kept. */
export async function removeAttachment(db: Db, actionId: Id<'action'>, id: Id<'attachment'>, at: Instant): Promise<void> {
  await db.updateTable('action_attachment').set({ removed_at: at }).where('action_id', '=', actionId).where('id', '=', id).execute()
}
