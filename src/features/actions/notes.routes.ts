// The notes of an action: read, added, removed by who wrote them or leads.
import type { Fault } from '../../design/faults.tsx'
import { inFigures } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { TurnedAway, fields, idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { page } from '../site/chrome.ts'
import { backTo, editedAction, partFrame, recordPart, seenAction, writerOf } from './action-part.ts'
import type { ActionRow } from './actions.store.ts'
import { mayRemoveNote, noteFields, readNote } from './note.rules.ts'
import type { NoteTyped } from './note.rules.ts'
import { findNote, insertNote, listNotes, removeNote } from './notes.store.ts'
import { NotesPage, noteFaults } from './notes.pages.tsx'
import { refreshSearch } from './search.store.ts'

export const actionNotes = routes()

actionNotes.get(paths.actionNotes(':operation', ':action'), may('viewPlan'), async (c) =>
  notesPage(c, await seenAction(c), { on: inFigures(c.var.today), words: '' }, []))

actionNotes.post(paths.actionNotes(':operation', ':action'), may('editAction'), recorded('noteAdded'), async (c) => {
  const action = await editedAction(c)
  const typed = await fields(c, noteFields)
  const outcome = readNote(typed, c.var.today)
  if (!outcome.ok) return notesPage(c, action, typed, outcome.problems.map((problem) => noteFaults[problem]))
  const id = await insertNote(c.var.db, writerOf(c), action.id, outcome.value)
  await refreshSearch(c.var.db, c.var.space.operationId, [action.id])
  await recordPart(c, action, null, { note: id, ...outcome.value })
  return backTo(c, paths.actionNotes(c.var.space.slug, action.id), 'ajout')
})

actionNotes.post(paths.actionNoteRemoval(':operation', ':action', ':note'), may('editAction'), recorded('noteRemoved'), async (c) => {
  const action = await editedAction(c)
  const note = await findNote(c.var.db, action.id, idOf<'note'>(c, 'note')) ?? notFound()
  if (!mayRemoveNote(note, reader(c).id, leads(c))) throw new TurnedAway('forbidden', 'keepPlan')
  await removeNote(c.var.db, action.id, note.id, c.var.now)
  await refreshSearch(c.var.db, c.var.space.operationId, [action.id])
  await recordPart(c, action, { note: note.id, on: note.on, words: note.words }, null)
  return backTo(c, paths.actionNotes(c.var.space.slug, action.id), 'retrait')
})

const leads = (c: Request): boolean => scopeOf(c.var.space.mandates).leads

async function notesPage(c: Request, action: ActionRow, typed: NoteTyped, faults: readonly Fault[]) {
  const part = partFrame(c, action)
  const notes = (await listNotes(c.var.db, action.id))
    .map((note) => ({ ...note, mayRemove: part.mayEdit && mayRemoveNote(note, reader(c).id, leads(c)) }))
  return page(c, NotesPage({ ...part, notes, typed, faults, onceKey: newId() }), faults.length > 0 ? 422 : 200)
}
