// The indicators of an action: promised, changed, observed, no longer followed.
import type { Fault } from '../../design/faults.tsx'
import { inFigures } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { readObservation } from '../frameworks/indicator.rules.ts'
import type { ObservationTyped } from '../frameworks/indicator.rules.ts'
import { insertObservations, listIndicators } from '../frameworks/indicators.store.ts'
import { page } from '../site/chrome.ts'
import { promiseFields, readPromise } from './action-indicator.rules.ts'
import type { PromiseRow, PromiseTyped } from './action-indicator.rules.ts'
import { insertPromise, listActionIndicators, removePromise, updatePromise } from './action-indicators.store.ts'
import { ActionIndicatorPage, ActionIndicatorsPage, observedFaults, promiseFaults } from './action-indicators.pages.tsx'
import { backTo, editedAction, partFrame, recordPart, seenAction, writerOf } from './action-part.ts'
import type { ActionRow } from './actions.store.ts'

export const actionIndicators = routes()
const blank: PromiseTyped = { indicator: '', baseline: '', baselineOn: '', target: '', targetOn: '' }

actionIndicators.get(paths.actionIndicators(':operation', ':action'), may('viewPlan'), async (c) => indicatorsPage(c, await seenAction(c), blank, []))

actionIndicators.post(paths.actionIndicators(':operation', ':action'), may('editAction'), recorded('actionIndicatorAdded'), async (c) => {
  const action = await editedAction(c)
  const typed = await fields(c, promiseFields)
  const taken = (await listActionIndicators(c.var.db, action.id, c.var.day)).map(({ indicatorId }) => indicatorId)
  const outcome = readPromise(typed, (await listIndicators(c.var.db)).map(({ id }) => id), taken)
  if (!outcome.ok) return indicatorsPage(c, action, typed, outcome.problems.map((problem) => promiseFaults[problem]))
  await insertPromise(c.var.db, c.var.space.operationId, action.id, outcome.value)
  await recordPart(c, action, null, outcome.value)
  return backTo(c, paths.actionIndicators(c.var.space.slug, action.id), 'ajout')
})

const one = [':operation', ':action', ':indicator'] as const
// A form refused is shown at the address it was sent to, which is then reloaded.
for (const address of [paths.actionIndicator(...one), paths.actionIndicatorValues(...one)]) {
  actionIndicators.get(address, may('editAction'), async (c) => {
    const action = await editedAction(c)
    return indicatorPage(c, action, await promiseOf(c, action), {}, [])
  })
}

actionIndicators.post(paths.actionIndicator(...one), may('editAction'), recorded('actionIndicatorChanged'), async (c) => {
  const action = await editedAction(c)
  const row = await promiseOf(c, action)
  const typed = { ...await fields(c, promiseFields), indicator: row.indicatorId }
  const outcome = readPromise(typed, [row.indicatorId], [])
  if (!outcome.ok) return indicatorPage(c, action, row, { typed }, outcome.problems.map((problem) => promiseFaults[problem]))
  await updatePromise(c.var.db, action.id, outcome.value)
  const { indicatorId, baseline, baselineOn, target, targetOn } = row
  await recordPart(c, action, { indicatorId, baseline, baselineOn, target, targetOn }, outcome.value)
  return backTo(c, paths.actionIndicators(c.var.space.slug, action.id), 'modification')
})

actionIndicators.post(paths.actionIndicatorValues(...one), may('editAction'), recorded('actionIndicatorObserved'), async (c) => {
  const action = await editedAction(c)
  const row = await promiseOf(c, action)
  const observing = { ...await fields(c, ['on', 'value', 'unpublished', 'note']), action: action.id }
  const outcome = readObservation(observing, [action], c.var.today)
  if (!outcome.ok) return indicatorPage(c, action, row, { observing }, observedFaults(outcome.problems))
  const [id] = await insertObservations(c.var.db, writerOf(c), [{ ...outcome.value, indicatorId: row.indicatorId }])
  await recordPart(c, action, null, { indicatorId: row.indicatorId, observation: id, ...outcome.value })
  return c.redirect(paths.actionIndicator(c.var.space.slug, action.id, row.indicatorId), 303)
})

actionIndicators.post(paths.actionIndicatorRemoval(...one), may('editAction'), recorded('actionIndicatorRemoved'), async (c) => {
  const action = await editedAction(c)
  const { indicatorId, baseline, baselineOn, target, targetOn } = await promiseOf(c, action)
  await removePromise(c.var.db, action.id, indicatorId)
  await recordPart(c, action, { indicatorId, baseline, baselineOn, target, targetOn }, null)
  return backTo(c, paths.actionIndicators(c.var.space.slug, action.id), 'retrait')
})

async function promiseOf(c: Request, action: ActionRow): Promise<PromiseRow> {
  const id = idOf<'indicator'>(c, 'indicator')
  return (await listActionIndicators(c.var.db, action.id, c.var.day)).find(({ indicatorId }) => indicatorId === id) ?? notFound()
}

async function indicatorsPage(c: Request, action: ActionRow, typed: PromiseTyped, faults: readonly Fault[]) {
  const rows = await listActionIndicators(c.var.db, action.id, c.var.day)
  const offered = (await listIndicators(c.var.db)).filter(({ id }) => !rows.some(({ indicatorId }) => indicatorId === id))
    .map(({ id, name, unit }) => ({ value: id, label: unit === '' ? name : `${name} (${unit})` }))
  return page(c, ActionIndicatorsPage({ ...partFrame(c, action), rows, offered, typed, faults, onceKey: newId() }), faults.length > 0 ? 422 : 200)
}

type Typing = { readonly typed?: PromiseTyped; readonly observing?: ObservationTyped }
function indicatorPage(c: Request, action: ActionRow, row: PromiseRow, { typed, observing }: Typing, faults: readonly Fault[]) {
  const inForm = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))
  return page(c, ActionIndicatorPage({
    ...partFrame(c, action), row, faults, onceKey: newId(),
    typed: typed ?? {
      indicator: row.indicatorId, baseline: inForm(row.baseline), baselineOn: inFigures(row.baselineOn), target: inForm(row.target),
      targetOn: inFigures(row.targetOn),
    },
    observing: observing ?? { on: inFigures(c.var.today), value: '', unpublished: '', note: '', action: action.id },
  }), faults.length > 0 ? 422 : 200)
}
