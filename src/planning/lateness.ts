// What is late in the plan on a day, and why: planned days that passed, forecasts beyond the plan, steps not done, and what waits for something late.
import { daysBetween, plusDays } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import type { ActionState } from './action-state.ts'

export const dependencyKinds = ['finishToStart', 'startToStart', 'finishToFinish', 'related'] as const
/** How an action needs another: it starts after its end, starts after its start, ends after its end; `related` orders nothing. */
export type DependencyKind = (typeof dependencyKinds)[number]
/** The first needs the second; `lagDays` more days pass between them, fewer when negative. */
export type Need = {
  readonly actionId: Id<'action'>; readonly needsId: Id<'action'>; readonly kind: DependencyKind; readonly lagDays: number
}

/** What the rule looks at: the state in force that day, planned and forecast days, and the steps with what is due of them. */
export type PlannedAction = {
  readonly id: Id<'action'>; readonly state: ActionState | null; readonly ongoing: boolean
  readonly startsOn: PlainDate | null; readonly endsOn: PlainDate | null
  readonly forecastStartsOn: PlainDate | null; readonly forecastEndsOn: PlainDate | null
  readonly steps: readonly DueStep[]
}
type DueStep = { readonly id: Id<'step'>; readonly title: string; readonly endsOn: PlainDate | null; readonly doneOn: PlainDate | null }

export const lateReasons = ['notStarted', 'overdue', 'forecastLater', 'stepOverdue', 'needsLate'] as const
/**
 * `notStarted`: was to start by now · `overdue`: was to end by now · `forecastLater`: is expected later than planned · `stepOverdue`: one of its
 * steps was to end by now · `needsLate`: what it needs is late, and pushes it past its planned day.
 */
export type LateReason = (typeof lateReasons)[number]
/** A reason with what it is about. `planned`: the day it should have been; `expected`: the day it is expected now. */
export type LateCause =
  | { readonly reason: 'notStarted' | 'overdue'; readonly planned: PlainDate }
  | { readonly reason: 'forecastLater'; readonly end: 'start' | 'finish'; readonly planned: PlainDate; readonly expected: PlainDate }
  | { readonly reason: 'stepOverdue'; readonly stepId: Id<'step'>; readonly title: string; readonly planned: PlainDate }
  | { readonly reason: 'needsLate'; readonly neededId: Id<'action'>; readonly planned: PlainDate; readonly expected: PlainDate }

/** Why an action is late, and when it can start and end at the earliest; null: nobody can tell. */
export type Lateness = {
  readonly causes: readonly LateCause[]; readonly expectedStart: PlainDate | null; readonly expectedEnd: PlainDate | null
}

/**
 * The states in which days bind, no state included: an idea has promised nothing, a suspension lifts the calendar, and what is delivered or
 * abandoned is over.
 */
export const bindingStates: readonly (ActionState | null)[] = [null, 'planned', 'committed', 'inProgress']

/**
 * The late actions among these on a day. What an action needs makes it late only when it is late itself and pushes it past its own planned day.
 * Needs that turn in a circle, which the plan refuses, push nothing. Where no day was planned, the forecast is the plan.
 */
export function latenessOf(
  actions: readonly PlannedAction[], needs: readonly Need[], day: PlainDate,
): ReadonlyMap<Id<'action'>, Lateness> {
  const known = new Map(actions.map((action) => [action.id, action]))
  const needsOf = new Map<Id<'action'>, Need[]>()
  for (const need of needs) {
    if (need.kind !== 'related') needsOf.set(need.actionId, [...(needsOf.get(need.actionId) ?? []), need])
  }
  const told = new Map<Id<'action'>, Lateness | null>()
  const tell = (action: PlannedAction): Lateness | null => {
    const before = told.get(action.id)
    if (before !== undefined) return before
    told.set(action.id, null)
    const waits = (needsOf.get(action.id) ?? []).flatMap((need) => {
      const needed = known.get(need.needsId)
      const late = needed === undefined ? null : tell(needed)
      return late === null ? [] : [{ need, late }]
    })
    const answer = bindingStates.includes(action.state) ? lateness(action, waits, day) : null
    told.set(action.id, answer)
    return answer
  }
  return new Map(actions.flatMap((action) => {
    const answer = tell(action)
    return answer === null ? [] : [[action.id, answer] as const]
  }))
}

type Wait = { readonly need: Need; readonly late: Lateness }
function lateness(action: PlannedAction, waits: readonly Wait[], day: PlainDate): Lateness | null {
  const started = action.state === 'inProgress'
  const [startPlanned, endPlanned] = plannedDays(action)
  const starts = started ? [] : waits.flatMap(({ need, late }) => pushed(need, pushedStart(need, late), startPlanned ?? endPlanned))
  const ends = waits.flatMap(({ need, late }) => pushed(need, pushedEnd(need, late), endPlanned))
  const causes = [...ownCauses(action, day), ...starts, ...ends]
  if (causes.length === 0) return null
  const startSaid = latest(action.forecastStartsOn ?? action.startsOn, ...starts.map(({ expected }) => expected))
  const start = startSaid === null ? null : latest(startSaid, started ? null : day)
  const endSaid = action.ongoing ? null : action.forecastEndsOn ?? action.endsOn
  const end = endSaid === null ? null
    : latest(endSaid, day, shifted(action, started ? null : start), ...ends.map(({ expected }) => expected))
  return { causes, expectedStart: start, expectedEnd: end }
}

/** The days that bind: those planned, or the forecast when it is all that was said. What goes on for ever has no end. */
const plannedDays = ({ startsOn, endsOn, forecastStartsOn, forecastEndsOn, ongoing }: PlannedAction): readonly [PlainDate | null, PlainDate | null] =>
  [startsOn ?? forecastStartsOn, ongoing ? null : endsOn ?? forecastEndsOn]

/** What makes an action late by itself, in the order of its life. */
function ownCauses(action: PlannedAction, day: PlainDate): readonly LateCause[] {
  const { startsOn, endsOn, forecastStartsOn, forecastEndsOn, ongoing, steps } = action
  const [startPlanned, endPlanned] = plannedDays(action)
  const waiting = action.state !== 'inProgress'
  return [
    ...(waiting && startPlanned !== null && startPlanned < day ? [{ reason: 'notStarted', planned: startPlanned } as const] : []),
    ...(endPlanned !== null && endPlanned < day ? [{ reason: 'overdue', planned: endPlanned } as const] : []),
    ...(waiting && startsOn !== null && forecastStartsOn !== null && forecastStartsOn > startsOn
      ? [{ reason: 'forecastLater', end: 'start', planned: startsOn, expected: forecastStartsOn } as const] : []),
    ...(!ongoing && endsOn !== null && forecastEndsOn !== null && forecastEndsOn > endsOn
      ? [{ reason: 'forecastLater', end: 'finish', planned: endsOn, expected: forecastEndsOn } as const] : []),
    ...steps.flatMap((step) => isStepOverdue(step, day) && step.endsOn !== null
      ? [{ reason: 'stepOverdue', stepId: step.id, title: step.title, planned: step.endsOn } as const] : []),
  ]
}

/** True of a step whose last day has passed, and that was not done by that day. */
export const isStepOverdue = ({ endsOn, doneOn }: Pick<DueStep, 'endsOn' | 'doneOn'>, day: PlainDate): boolean =>
  endsOn !== null && endsOn < day && (doneOn === null || doneOn > day)

/** The earliest start that a late action leaves: the day after its end, or the day of its start, and the lag. */
function pushedStart({ kind, lagDays }: Need, { expectedStart, expectedEnd }: Lateness): PlainDate | null {
  if (kind === 'finishToStart') return expectedEnd === null ? null : plusDays(expectedEnd, lagDays + 1)
  return kind === 'startToStart' && expectedStart !== null ? plusDays(expectedStart, lagDays) : null
}

const pushedEnd = ({ kind, lagDays }: Need, { expectedEnd }: Lateness): PlainDate | null =>
  kind === 'finishToFinish' && expectedEnd !== null ? plusDays(expectedEnd, lagDays) : null

type Push = Extract<LateCause, { readonly reason: 'needsLate' }>
/** Only what goes past the planned day makes late: before it, there is room. */
const pushed = ({ needsId }: Need, expected: PlainDate | null, planned: PlainDate | null): readonly Push[] =>
  expected !== null && planned !== null && expected > planned ? [{ reason: 'needsLate', neededId: needsId, planned, expected }] : []

/** The end of an action that takes as long as planned from that start. */
const shifted = ({ startsOn, endsOn }: PlannedAction, start: PlainDate | null): PlainDate | null =>
  start === null || startsOn === null || endsOn === null ? null : plusDays(start, Math.max(0, daysBetween(startsOn, endsOn)))

function latest(...days: readonly (PlainDate | null)[]): PlainDate | null {
  let answer: PlainDate | null = null
  for (const day of days) if (day !== null && (answer === null || day > answer)) answer = day
  return answer
}
