// The life of an action: its states, how one leads to another, and the state on a day.
import type { PlainDate } from '../kernel/date.ts'

/** `idea`: not ripe yet · `committed`: decided and financed · `suspended`: to be taken up again. */
export const actionStates = ['idea', 'planned', 'committed', 'inProgress', 'delivered', 'suspended', 'abandoned'] as const
export type ActionState = (typeof actionStates)[number]

/** One dated step of the life of an action: in this state from that day on. */
export type Transition = { readonly state: ActionState; readonly on: PlainDate }

/** States in which nothing more is expected: such an action is never late. */
export const isOver = (state: ActionState): boolean => state === 'delivered' || state === 'abandoned'

/** Of transitions in the order they happened then were recorded, the one in force at the end of that day; undefined before the first. */
export const stateOn = <One extends Transition>(transitions: readonly One[], day: PlainDate): One | undefined =>
  transitions.findLast(({ on }) => on <= day)

/** Where the life of an action usually goes from each state, and from none at all. Any other way is possible, for a reason that is asked. */
export const usualNext: Readonly<Record<ActionState | 'none', readonly ActionState[]>> = {
  none: actionStates,
  idea: ['planned', 'committed'],
  planned: ['committed', 'inProgress'],
  committed: ['inProgress'],
  inProgress: ['delivered'],
  delivered: [],
  suspended: ['planned', 'committed', 'inProgress'],
  abandoned: [],
}

/** True when nobody will wonder why; stopping, going back and starting again are always told. */
export const isUsual = (before: ActionState | null, after: ActionState): boolean => usualNext[before ?? 'none'].includes(after)
