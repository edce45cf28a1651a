// What every part of an action begins with: the action of the address, seen or edited by this person, and who writes.
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { mayEdit, scopeOf } from '../../planning/scope.ts'
import { TurnedAway, idOf, notFound, reader } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { operationFrame } from '../site/chrome.ts'
import type { PartDone, PartFrame } from './action-tabs.tsx'
import { findAction, holdActions } from './actions.store.ts'
import type { ActionRow } from './actions.store.ts'
import { touchAction } from './parts.store.ts'

/** The action of the address; not found when this person may not see it. */
export async function seenAction(c: Request): Promise<ActionRow> {
  return await findAction(c.var.db, idOf<'action'>(c, 'action'), scopeOf(c.var.space.mandates), c.var.day) ?? notFound()
}

/** The action of the address, to be written to (after whoever is writing it) or shown in a form; turned away when it is another authority's. */
export async function editedAction(c: Request): Promise<ActionRow> {
  if (c.req.method === 'POST') await holdActions(c.var.db, [idOf<'action'>(c, 'action')])
  const action = await seenAction(c)
  if (!mayEdit(scopeOf(c.var.space.mandates), action.values)) throw new TurnedAway('notYours')
  return action
}

export type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export const writerOf = (c: Request): Writer => ({ operationId: c.var.space.operationId, by: reader(c).id, at: c.var.now })

/** Journals a change of a part under its action, and says that the action changed. */
export async function recordPart(c: Request, action: Pick<ActionRow, 'id'>, before: unknown, after: unknown): Promise<void> {
  await touchAction(c.var.db, writerOf(c), action.id)
  await c.var.record({ objectKind: 'action', objectId: action.id, before, after })
}

/** What the page of a part is framed with. */
export const partFrame = (c: Request, action: ActionRow): PartFrame => ({
  frame: operationFrame(c), slug: c.var.space.slug, action: { id: action.id, code: action.values.code, title: action.values.title },
  mayEdit: mayEdit(scopeOf(c.var.space.mandates), action.values), done: c.req.query('fait'),
})

/** Back to the page of a part, which says what was done. */
export const backTo = (c: Request, part: string, done: PartDone) => c.redirect(`${part}?fait=${done}`, 303)
