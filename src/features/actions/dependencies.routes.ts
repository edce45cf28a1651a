// What an action needs of others: listed, tied, untied; never in a circle.
import type { Fault } from '../../design/faults.tsx'
import { newId, readId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { page } from '../site/chrome.ts'
import { backTo, editedAction, partFrame, recordPart, seenAction } from './action-part.ts'
import { actionLine } from './action-tabs.tsx'
import type { ActionRow } from './actions.store.ts'
import { findByWords, insertDependency, listDependencies, listTitles, removeDependency } from './dependencies.store.ts'
import type { ActionTitle, DependencyTyped } from './dependency.rules.ts'
import { DependenciesPage, dependencyFaults } from './dependencies.pages.tsx'
import { circleThrough, dependencyFields, readDependency } from './dependency.rules.ts'
import { listNeedsOf } from './lateness.store.ts'

export const actionDependencies = routes()
const mostFound = 20

actionDependencies.get(paths.actionDependencies(':operation', ':action'), may('viewPlan'), async (c) =>
  dependenciesPage(c, await seenAction(c), { words: '', needs: '', kind: 'finishToStart', lag: '' }, [], []))

actionDependencies.post(paths.actionDependencies(':operation', ':action'), may('editAction'), recorded('dependencyAdded'), async (c) => {
  const { db, space } = c.var
  // Two ties made at once could close a circle that neither sees.
  await holdOperation(db, space.operationId)
  const action = await editedAction(c)
  const typed = await fields(c, dependencyFields)
  const scope = scopeOf(space.mandates)
  const chosen = readId<'action'>(typed.needs)
  const candidates = chosen === undefined ? await findByWords(db, scope, typed.words, mostFound) : await listTitles(db, scope, [chosen])
  const known = (await listDependencies(db, action.id, scope)).filter(({ direction }) => direction === 'needs').map(({ other }) => other.id)
  const reached = await listNeedsOf(db, candidates.map(({ id }) => id))
  const outcome = readDependency(typed, action.id, candidates, known, reached)
  if (!outcome.ok) {
    const [needed] = candidates
    const circle = needed === undefined ? [] : await circleNames(c, action, circleThrough(reached, action.id, needed.id))
    return dependenciesPage(c, action, typed, candidates, outcome.problems.map((problem) => dependencyFaults(circle)[problem]))
  }
  await insertDependency(db, space.operationId, outcome.value)
  await recordPart(c, action, null, outcome.value)
  return backTo(c, paths.actionDependencies(space.slug, action.id), 'ajout')
})

actionDependencies.post(paths.actionDependencyRemoval(':operation', ':action', ':needed'), may('editAction'), recorded('dependencyRemoved'),
  async (c) => {
  const action = await editedAction(c)
  const needed = idOf<'action'>(c, 'needed')
  if (!await removeDependency(c.var.db, action.id, needed)) notFound()
  await recordPart(c, action, { actionId: action.id, needsId: needed }, null)
  return backTo(c, paths.actionDependencies(c.var.space.slug, action.id), 'retrait')
})

/** The circle from the action back to itself, in words. */
async function circleNames(c: Request, action: ActionRow, circle: readonly ActionTitle['id'][]): Promise<readonly string[]> {
  const titles = new Map((await listTitles(c.var.db, scopeOf(c.var.space.mandates), circle)).map((one) => [one.id, `« ${actionLine(one)} »`]))
  return [action.id, ...circle].map((id) => titles.get(id) ?? 'une action dont l’accès est restreint')
}

async function dependenciesPage(
  c: Request, action: ActionRow, typed: DependencyTyped, found: readonly ActionTitle[], faults: readonly Fault[],
) {
  const rows = await listDependencies(c.var.db, action.id, scopeOf(c.var.space.mandates))
  return page(c, DependenciesPage({ ...partFrame(c, action), rows, typed, found, faults, onceKey: newId() }), faults.length > 0 ? 422 : 200)
}
