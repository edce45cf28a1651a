// The history of one action, standing or removed.
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { mayEdit, scopeOf } from '../../planning/scope.ts'
import { may } from '../../platform/guard.ts'
import { idOf, notFound, routes } from '../../platform/web.ts'
import { page } from '../site/chrome.ts'
import { partFrame } from './action-part.ts'
import { findAction, findRemovedAction } from './actions.store.ts'
import { listActionHistory } from './change-sets.store.ts'
import { shownChange } from './change-set.words.ts'
import { HistoryPage } from './history.pages.tsx'
import type { ShownSet } from './history.pages.tsx'
import { listNames } from './naming.store.ts'

export const history = routes()

history.get(paths.actionHistory(':operation', ':action'), may('viewPlan'), async (c) => {
  const { db, space: { mandates, roles } } = c.var
  const scope = scopeOf(mandates)
  const id = idOf<'action'>(c, 'action')
  const action = await findAction(db, id, scope, c.var.day) ?? await findRemovedAction(db, id, scope, c.var.day) ?? notFound()
  const names = await listNames(db)
  const lines = await listActionHistory(db, id)
  const sets = new Map<Id<'changeSet'>, ShownSet>()
  const asked = c.req.query('champ') ?? ''
  const labels = new Map<string, string>()
  for (const { change, set } of lines) {
    const shown = shownChange(change, names)
    labels.set(change.field, shown.name)
    if (asked !== '' && change.field !== asked) continue
    const { undoneById, ...one } = set
    sets.set(set.id, { ...one, undone: undoneById !== null, changes: [...(sets.get(set.id)?.changes ?? []), shown] })
  }
  const removal = lines.find(({ change }) => change.field === 'presence' && !change.after.there)
  return page(c, HistoryPage({
    ...partFrame(c, action), sets: [...sets.values()], mayViewJournal: holds(roles, 'viewJournal'), onceKey: newId(), field: asked,
    fields: [...labels].map(([value, label]) => ({ value, label })),
    removed: action.removedAt === null ? undefined
      : { setId: removal?.set.undoneById === null ? removal.set.id : undefined, mayRestore: mayEdit(scope, action.values) },
  }))
})
