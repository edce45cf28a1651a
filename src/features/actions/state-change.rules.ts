// Changing the state of an action: on which day, from which state to which, and when a reason is asked.
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { ActionValues, DatedState } from '../../planning/action-fields.ts'
import { actionStates, isUsual, stateOn } from '../../planning/action-state.ts'

/** The state and its day, with what is usually said at the same time; the days and the percent as they stood when the form was shown. */
export const stateFields = ['state', 'on', 'reason', 'progress', 'forecastStartsOn', 'forecastEndsOn'] as const
export type StateTyped = Readonly<Record<(typeof stateFields)[number], string>>
export type StateProblem =
  | 'stateMissing' | 'dateUnreadable' | 'inTheFuture' | 'tooEarly' | 'sameState' | 'reasonMissing' | 'reasonTooLong' | 'progressUnreadable'
  | 'forecastStartUnreadable' | 'forecastEndUnreadable' | 'forecastBackwards' | 'nothingChanged'

/** What a form of state asks for; `state` null: only the progress and the forecast change. */
export type StateChange = { readonly state: DatedState | null; readonly before: DatedState | null; readonly said: Said }
export type Said = Pick<ActionValues, 'progress' | 'forecastStartsOn' | 'forecastEndsOn'>

/** No operation of revitalisation is older. */
const firstYear = '1990-01-01'
const longestReason = 1000

/**
 * Reads a change of state; refuses it with every problem at once. A day between two others is a late entry; several entries of one day follow one
 * another; any change that is not usual says why.
 */
export function changeState(
  typed: StateTyped, transitions: readonly DatedState[], current: Said, today: PlainDate,
): Outcome<StateChange, StateProblem> {
  const state = actionStates.find((one) => one === typed.state)
  const on = readDate(typed.on)
  const before = on === undefined ? undefined : stateOn(transitions, on)
  const asksReason = state !== undefined && on !== undefined && !isUsual(before?.state ?? null, state)
  const said = readSaid(typed)
  const { progress, forecastStartsOn, forecastEndsOn } = said
  const changesState = typed.state !== ''
  const same = said.progress === current.progress && said.forecastStartsOn === current.forecastStartsOn
    && said.forecastEndsOn === current.forecastEndsOn
  const problems = found<StateProblem>({
    nothingChanged: !changesState && same,
    stateMissing: changesState && state === undefined,
    dateUnreadable: changesState && on === undefined,
    inTheFuture: changesState && on !== undefined && on > today,
    tooEarly: changesState && on !== undefined && on < firstYear,
    sameState: changesState && state !== undefined && before?.state === state,
    reasonMissing: changesState && asksReason && before?.state !== state && typed.reason === '',
    reasonTooLong: typed.reason.length > longestReason,
    progressUnreadable: progress === undefined,
    forecastStartUnreadable: forecastStartsOn === undefined,
    forecastEndUnreadable: forecastEndsOn === undefined,
    forecastBackwards: typeof forecastStartsOn === 'string' && typeof forecastEndsOn === 'string' && forecastEndsOn < forecastStartsOn,
  })
  if (problems.length > 0 || progress === undefined || forecastStartsOn === undefined || forecastEndsOn === undefined) return refused(problems)
  const dated = state === undefined || on === undefined ? null : { state, on, reason: typed.reason }
  const kept = before === undefined ? null : { state: before.state, on: before.on, reason: before.reason }
  return accepted({ state: dated, before: kept, said: { progress, forecastStartsOn, forecastEndsOn } })
}

/** Each null when left empty, undefined when unreadable. */
function readSaid(typed: StateTyped) {
  const day = (text: string): PlainDate | null | undefined => (text === '' ? null : readDate(text))
  const percent = /^(\d{1,3})\s*%?$/.exec(typed.progress)?.[1]
  const progress = typed.progress === '' ? null : percent === undefined || Number(percent) > 100 ? undefined : Number(percent)
  return { progress, forecastStartsOn: day(typed.forecastStartsOn), forecastEndsOn: day(typed.forecastEndsOn) }
}

export type TransitionRow = DatedState & {
  readonly id: Id<'transition'>; readonly recordedAt: Instant; readonly recordedBy: string
}
