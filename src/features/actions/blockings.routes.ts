// What stops an action: told, and lifted.
import type { Fault } from '../../design/faults.tsx'
import { inFigures } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { page } from '../site/chrome.ts'
import { backTo, editedAction, partFrame, recordPart, seenAction, writerOf } from './action-part.ts'
import type { ActionRow } from './actions.store.ts'
import { blockingFields, liftBlocking, readBlocking } from './blocking.rules.ts'
import type { BlockingRow, BlockingTyped } from './blocking.rules.ts'
import { findBlocking, insertBlocking, listBlockings, updateLifted } from './blockings.store.ts'
import { BlockingsPage, LiftPage, blockingFaults, liftFaults } from './blockings.pages.tsx'
import { listNames } from './naming.store.ts'

export const actionBlockings = routes()

actionBlockings.get(paths.actionBlockings(':operation', ':action'), may('viewPlan'), async (c) =>
  blockingsPage(c, await seenAction(c), { since: inFigures(c.var.today), reason: '', lifter: '', organisation: '', expectedOn: '' }, []))

actionBlockings.post(paths.actionBlockings(':operation', ':action'), may('editAction'), recorded('blockingAdded'), async (c) => {
  const action = await editedAction(c)
  const typed = await fields(c, blockingFields)
  const outcome = readBlocking(typed, [...(await listNames(c.var.db)).organisations.keys()], c.var.today)
  if (!outcome.ok) return blockingsPage(c, action, typed, outcome.problems.map((problem) => blockingFaults[problem]))
  const id = await insertBlocking(c.var.db, writerOf(c), action.id, outcome.value)
  await recordPart(c, action, null, { blocking: id, ...outcome.value })
  return backTo(c, paths.actionBlockings(c.var.space.slug, action.id), 'ajout')
})

const one = [':operation', ':action', ':blocking'] as const
actionBlockings.get(paths.actionBlocking(...one), may('editAction'), async (c) => {
  const action = await editedAction(c)
  return liftPage(c, action, await blockingOf(c, action), inFigures(c.var.today), [])
})

actionBlockings.post(paths.actionBlocking(...one), may('editAction'), recorded('blockingLifted'), async (c) => {
  const action = await editedAction(c)
  const blocking = await blockingOf(c, action)
  const typed = await fields(c, ['liftedOn'])
  const outcome = liftBlocking(typed, blocking, c.var.today)
  if (!outcome.ok) return liftPage(c, action, blocking, typed.liftedOn, outcome.problems.map((problem) => liftFaults[problem]))
  await updateLifted(c.var.db, action.id, blocking.id, outcome.value)
  await recordPart(c, action, { blocking: blocking.id, liftedOn: null }, { blocking: blocking.id, liftedOn: outcome.value })
  return backTo(c, paths.actionBlockings(c.var.space.slug, action.id), 'modification')
})

const blockingOf = async (c: Request, action: ActionRow): Promise<BlockingRow> =>
  await findBlocking(c.var.db, action.id, idOf<'blocking'>(c, 'blocking')) ?? notFound()

async function blockingsPage(c: Request, action: ActionRow, typed: BlockingTyped, faults: readonly Fault[]) {
  const organisations = [...(await listNames(c.var.db)).organisations].map(([value, label]) => ({ value, label }))
  return page(c, BlockingsPage({
    ...partFrame(c, action), blockings: await listBlockings(c.var.db, action.id), organisations, day: c.var.day, typed, faults, onceKey: newId(),
  }), faults.length > 0 ? 422 : 200)
}

const liftPage = (c: Request, action: ActionRow, blocking: BlockingRow, typed: string, faults: readonly Fault[]) =>
  page(c, LiftPage({ ...partFrame(c, action), blocking, typed, faults, onceKey: newId() }), faults.length > 0 ? 422 : 200)
