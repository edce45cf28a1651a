// The state of an action: its life, and the form that records a change with the progress and the forecast said at the same time.
import type { Fault } from '../../design/faults.tsx'
import { inFigures } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import type { ActionChange } from '../../planning/action-fields.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { page } from '../site/chrome.ts'
import { editedAction, partFrame, seenAction } from './action-part.ts'
import { listActionValues } from './actions.store.ts'
import type { ActionRow } from './actions.store.ts'
import { applyChanges } from './change-sets.store.ts'
import { savedQuery } from './saved-notice.tsx'
import { changeState, stateFields } from './state-change.rules.ts'
import type { Said, StateChange, StateTyped } from './state-change.rules.ts'
import { StatePage, stateFaults } from './state.pages.tsx'
import { listTransitions } from './states.store.ts'
import { stateNames } from '../frameworks/action-state.words.ts'

export const actionState = routes()

actionState.get(paths.actionState(':operation', ':action'), may('viewPlan'), async (c) => {
  const action = await seenAction(c)
  return statePage(c, action, { ...saidInForm(action.values), state: c.req.query('etat') ?? '', on: inFigures(c.var.today), reason: '' }, [])
})

actionState.post(paths.actionState(':operation', ':action'), may('editAction'), recorded('actionStateChanged'), async (c) => {
  const action = await editedAction(c)
  const { shown, ...sent } = await fields(c, [...stateFields, 'shown'])
  // A board sends the state alone: what it does not say stays as it is.
  const typed = shown === '' ? { ...sent, ...saidInForm(action.values) } : sent
  const outcome = changeState(typed, await listTransitions(c.var.db, action.id), action.values, c.var.today)
  if (!outcome.ok) return statePage(c, action, typed, outcome.problems.map((problem) => stateFaults[problem]))
  const conflicts = shown === '' ? [] : conflictsWith(action, outcome.value.said, shown.split('|'))
  if (conflicts.length > 0) return statePage(c, action, typed, conflicts, 409)
  const changes = changesOf(action, outcome.value)
  await applyChanges(c.var.db, c.var.space.operationId, changes,
    { setId: newId(), kind: 'edit', label: labelOf(action, outcome.value), by: reader(c).id, at: c.var.now })
  await c.var.record({
    objectKind: 'action', objectId: action.id, before: Object.fromEntries(changes.map(({ field, before }) => [field, before])),
    after: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
  })
  return c.redirect(await backOf(c, action), 303)
})

const saidInForm = ({ progress, forecastStartsOn, forecastEndsOn }: Said) => ({
  progress: progress === null ? '' : String(progress), forecastStartsOn: inFigures(forecastStartsOn), forecastEndsOn: inFigures(forecastEndsOn),
})

function changesOf({ id: actionId, values }: ActionRow, { state, before, said }: StateChange): readonly ActionChange[] {
  return [
    ...(state === null ? [] : [{ actionId, field: 'state', before, after: state } as const]),
    ...(said.progress === values.progress ? [] : [{ actionId, field: 'progress', before: values.progress, after: said.progress } as const]),
    ...(said.forecastStartsOn === values.forecastStartsOn ? []
      : [{ actionId, field: 'forecastStartsOn', before: values.forecastStartsOn, after: said.forecastStartsOn } as const]),
    ...(said.forecastEndsOn === values.forecastEndsOn ? []
      : [{ actionId, field: 'forecastEndsOn', before: values.forecastEndsOn, after: said.forecastEndsOn } as const]),
  ]
}

const labelOf = ({ values }: ActionRow, { state }: StateChange): string =>
  `${state === null ? 'Avancement' : `État ${stateNames[state.state].toLowerCase()}`} : ${values.title}`.slice(0, 300)

/** What someone else recorded since the form was shown, and differs from what was typed; what was typed is kept, to be sent again. */
function conflictsWith({ values, updatedBy }: ActionRow, said: Said, shown: readonly string[]): readonly Fault[] {
  const [progress, forecastStartsOn, forecastEndsOn] = shown
  const now = saidInForm(values)
  const told = (words: string): string => `${updatedBy} a enregistré « ${words === '' ? 'rien' : words} » depuis que vous avez ouvert ce `
    + 'formulaire : votre saisie est gardée, vérifiez-la et renvoyez.'
  return [
    ...(now.progress === progress || said.progress === values.progress ? [] : [['progress', told(now.progress)] as const]),
    ...(now.forecastStartsOn === forecastStartsOn || said.forecastStartsOn === values.forecastStartsOn ? []
      : [['forecastStartsOn', told(now.forecastStartsOn)] as const]),
    ...(now.forecastEndsOn === forecastEndsOn || said.forecastEndsOn === values.forecastEndsOn ? []
      : [['forecastEndsOn', told(now.forecastEndsOn)] as const]),
  ]
}

/** Progress and forecast as the form shows them, to tell what changed meanwhile. */
const shownOf = (said: Said): string => Object.values(saidInForm(said)).join('|')

/** Where the form asks to come back to, inside this operation; else the sheet. */
async function backOf(c: Request, action: ActionRow): Promise<string> {
  const { back } = await fields(c, ['back'])
  return back.startsWith(`${paths.operation(c.var.space.slug)}/`) ? back : `${paths.action(c.var.space.slug, action.id)}${savedQuery('modifiee')}`
}

async function statePage(c: Request, action: ActionRow, typed: StateTyped, faults: readonly Fault[], status?: 409) {
  const { back } = c.req.method === 'POST' ? await fields(c, ['back']) : { back: '' }
  const [today] = await listActionValues(c.var.db, [action.id], c.var.day)
  return page(c, StatePage({
    ...partFrame(c, action), state: today?.state ?? null, transitions: await listTransitions(c.var.db, action.id), day: c.var.day, typed,
    shown: shownOf(action.values), faults, onceKey: newId(), back,
  }), status ?? (faults.length > 0 ? 422 : 200))
}
