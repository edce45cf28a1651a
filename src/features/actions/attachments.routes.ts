// The documents of an action: listed, added, downloaded, removed.
import type { Fault } from '../../design/faults.tsx'
import { largestDocument } from '../../extraction/limits.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { depositedFile } from '../readings/deposited-file.ts'
import { findDocumentBytes, insertDocument } from '../readings/readings.store.ts'
import { page } from '../site/chrome.ts'
import { backTo, editedAction, partFrame, recordPart, seenAction, writerOf } from './action-part.ts'
import type { ActionRow } from './actions.store.ts'
import { attachmentFields, readAttachment } from './attachment.rules.ts'
import type { AttachmentTyped } from './attachment.rules.ts'
import { findAttachment, insertAttachment, listAttachments, removeAttachment } from './attachments.store.ts'
import { AttachmentsPage, attachmentFaults } from './attachments.pages.tsx'

export const actionAttachments = routes()

actionAttachments.get(paths.actionAttachments(':operation', ':action'), may('viewPlan'), async (c) =>
  attachmentsPage(c, await seenAction(c), { title: '', address: '' }, []))

actionAttachments.post(paths.actionAttachments(':operation', ':action'), may('editAction'), recorded('attachmentAdded'), async (c) => {
  const action = await editedAction(c)
  const typed = await fields(c, attachmentFields)
  const file = await depositedFile(c)
  const outcome = readAttachment(typed, file === undefined ? undefined : { fileName: file.fileName, size: file.bytes.length }, largestDocument)
  if (!outcome.ok) return attachmentsPage(c, action, typed, outcome.problems.map((problem) => attachmentFaults[problem]))
  const { operationId, ...writer } = writerOf(c)
  const documentId = file === undefined ? null : await insertDocument(c.var.db, operationId, { ...file, ...writer })
  const id = await insertAttachment(c.var.db, writerOf(c), action.id, { ...outcome.value, documentId })
  await recordPart(c, action, null, { attachment: id, ...outcome.value, document: documentId, sha256: file?.sha256.toString('hex') ?? null })
  return backTo(c, paths.actionAttachments(c.var.space.slug, action.id), 'ajout')
})

const one = [':operation', ':action', ':attachment'] as const
/** Always downloaded, never shown by the browser inside this site. */
actionAttachments.get(paths.actionAttachment(...one), may('viewPlan'), async (c) => {
  const action = await seenAction(c)
  const { documentId, fileName } = await findAttachment(c.var.db, action.id, idOf<'attachment'>(c, 'attachment')) ?? notFound()
  const bytes = documentId === null ? undefined : await findDocumentBytes(c.var.db, documentId)
  const name = fileName ?? 'document'
  return c.body(new Uint8Array(bytes ?? notFound()), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'X-Content-Type-Options': 'nosniff',
  })
})

actionAttachments.post(paths.actionAttachmentRemoval(...one), may('editAction'), recorded('attachmentRemoved'), async (c) => {
  const action = await editedAction(c)
  const attachment = await findAttachment(c.var.db, action.id, idOf<'attachment'>(c, 'attachment')) ?? notFound()
  await removeAttachment(c.var.db, action.id, attachment.id, c.var.now)
  await recordPart(c, action, { attachment: attachment.id, title: attachment.title, address: attachment.address }, null)
  return backTo(c, paths.actionAttachments(c.var.space.slug, action.id), 'retrait')
})

async function attachmentsPage(c: Request, action: ActionRow, typed: AttachmentTyped, faults: readonly Fault[]) {
  const attachments = await listAttachments(c.var.db, action.id)
  return page(c, AttachmentsPage({ ...partFrame(c, action), attachments, typed, faults, onceKey: newId(), maxBytes: largestDocument }),
    faults.length > 0 ? 422 : 200)
}
