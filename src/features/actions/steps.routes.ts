// The steps of an action: listed, added, changed, put in order, done, removed.
import type { Fault } from '../../design/faults.tsx'
import { inFigures } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { page } from '../site/chrome.ts'
import { backTo, editedAction, partFrame, recordPart, seenAction } from './action-part.ts'
import type { ActionRow } from './actions.store.ts'
import { readStep, stepFields } from './step.rules.ts'
import type { StepRow, StepTyped } from './step.rules.ts'
import { findStep, insertStep, listSteps, removeStep, updateStep, updateStepDone, updateStepOrder } from './steps.store.ts'
import { StepPage, StepsPage, stepFaults } from './steps.pages.tsx'

export const actionSteps = routes()
const blank: StepTyped = { kind: 'step', title: '', startsOn: '', endsOn: '', forecastOn: '', doneOn: '', who: '' }

actionSteps.get(paths.actionSteps(':operation', ':action'), may('viewPlan'), async (c) => stepsPage(c, await seenAction(c), blank, []))

actionSteps.post(paths.actionSteps(':operation', ':action'), may('editAction'), recorded('stepAdded'), async (c) => {
  const action = await editedAction(c)
  const typed = await fields(c, stepFields)
  const outcome = readStep(typed, c.var.today)
  if (!outcome.ok) return stepsPage(c, action, typed, outcome.problems.map((problem) => stepFaults[problem]))
  const id = await insertStep(c.var.db, c.var.space.operationId, action.id, outcome.value)
  await recordPart(c, action, null, { step: id, ...outcome.value })
  return backTo(c, paths.actionSteps(c.var.space.slug, action.id), 'ajout')
})

const one = [':operation', ':action', ':step'] as const
actionSteps.get(paths.actionStep(...one), may('editAction'), async (c) => {
  const action = await editedAction(c)
  const step = await stepOf(c, action)
  return stepPage(c, action, step, typedFrom(step), [], step.version)
})

actionSteps.post(paths.actionStep(...one), may('editAction'), recorded('stepChanged'), async (c) => {
  const action = await editedAction(c)
  const step = await stepOf(c, action)
  const { version, ...typed } = await fields(c, [...stepFields, 'version'])
  const shown = wholeNumber(version) ?? 0
  const outcome = readStep(typed, c.var.today)
  if (!outcome.ok) return stepPage(c, action, step, typed, outcome.problems.map((problem) => stepFaults[problem]), shown)
  if (!await updateStep(c.var.db, action.id, step.id, shown, outcome.value)) return stepPage(c, action, step, typed, [], step.version, step)
  await recordPart(c, action, step, { step: step.id, ...outcome.value })
  return backTo(c, paths.actionSteps(c.var.space.slug, action.id), 'modification')
})

actionSteps.post(paths.actionStepDone(...one), may('editAction'), recorded('stepDone'), async (c) => {
  const action = await editedAction(c)
  const step = await stepOf(c, action)
  const { done } = await fields(c, ['done'])
  const doneOn = done === 'non' ? null : c.var.today
  await updateStepDone(c.var.db, action.id, step.id, doneOn)
  await recordPart(c, action, step, { step: step.id, doneOn })
  return backTo(c, paths.actionSteps(c.var.space.slug, action.id), 'modification')
})

actionSteps.post(paths.actionStepRank(...one), may('editAction'), recorded('stepMoved'), async (c) => {
  const action = await editedAction(c)
  const step = await stepOf(c, action)
  const ids = (await listSteps(c.var.db, action.id)).map(({ id }) => id)
  const rank = ids.indexOf(step.id)
  const moved = ids.filter((id) => id !== step.id)
  moved.splice(Math.max(0, rank - 1), 0, step.id)
  await updateStepOrder(c.var.db, action.id, moved)
  await recordPart(c, action, { step: step.id, rank: rank + 1 }, { step: step.id, rank: Math.max(1, rank) })
  return backTo(c, paths.actionSteps(c.var.space.slug, action.id), 'modification')
})

actionSteps.post(paths.actionStepRemoval(...one), may('editAction'), recorded('stepRemoved'), async (c) => {
  const action = await editedAction(c)
  const step = await stepOf(c, action)
  await removeStep(c.var.db, action.id, step.id, c.var.now)
  await recordPart(c, action, step, null)
  return backTo(c, paths.actionSteps(c.var.space.slug, action.id), 'retrait')
})

const stepOf = async (c: Request, action: ActionRow): Promise<StepRow> => await findStep(c.var.db, action.id, idOf<'step'>(c, 'step')) ?? notFound()

const typedFrom = ({ kind, title, startsOn, endsOn, forecastOn, doneOn, who }: StepRow): StepTyped => ({
  kind, title, startsOn: inFigures(startsOn), endsOn: inFigures(endsOn), forecastOn: inFigures(forecastOn), doneOn: inFigures(doneOn), who,
})

async function stepsPage(c: Request, action: ActionRow, typed: StepTyped, faults: readonly Fault[]) {
  const steps = await listSteps(c.var.db, action.id)
  return page(c, StepsPage({ ...partFrame(c, action), steps, day: c.var.day, typed, faults, onceKey: newId() }), faults.length > 0 ? 422 : 200)
}

const stepPage = (
  c: Request, action: ActionRow, step: StepRow, typed: StepTyped, faults: readonly Fault[], version: number, theirs?: StepRow,
) => page(c, StepPage({ ...partFrame(c, action), step, typed, faults, version, theirs }), theirs !== undefined ? 409 : faults.length > 0 ? 422 : 200)
