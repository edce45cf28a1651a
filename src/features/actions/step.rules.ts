// A step or a milestone of an action, as it is typed.
import type { Id } from '../../kernel/id.ts'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

export const stepKinds = ['step', 'milestone'] as const
/** A step lasts; a milestone is one day. */
export type StepKind = (typeof stepKinds)[number]
/** Days are null when nobody said; `forecastOn`: the end expected now; `doneOn`: the day it was really done. */
export type Step = {
  readonly kind: StepKind; readonly title: string; readonly startsOn: PlainDate | null; readonly endsOn: PlainDate | null
  readonly forecastOn: PlainDate | null; readonly doneOn: PlainDate | null; readonly who: string
}
export const stepFields = ['kind', 'title', 'startsOn', 'endsOn', 'forecastOn', 'doneOn', 'who'] as const
export type StepTyped = Readonly<Record<(typeof stepFields)[number], string>>
export type StepProblem =
  | 'kindMissing' | 'titleMissing' | 'titleTooLong' | 'startUnreadable' | 'endUnreadable' | 'endBeforeStart' | 'forecastUnreadable'
  | 'doneUnreadable' | 'doneInFuture' | 'whoTooLong' | 'milestoneStarts'

/** Every problem at once, in the order of the form. Of a milestone, only the day it is due counts. */
export function readStep(typed: StepTyped, today: PlainDate): Outcome<Step, StepProblem> {
  const kind = stepKinds.find((one) => one === typed.kind)
  const startsOn = kind === 'milestone' ? null : dayOrNone(typed.startsOn)
  const [endsOn, forecastOn, doneOn] = [dayOrNone(typed.endsOn), dayOrNone(typed.forecastOn), dayOrNone(typed.doneOn)]
  const problems = found<StepProblem>({
    kindMissing: kind === undefined,
    titleMissing: typed.title === '',
    titleTooLong: typed.title.length > 300,
    milestoneStarts: kind === 'milestone' && typed.startsOn !== '',
    startUnreadable: startsOn === undefined,
    endUnreadable: endsOn === undefined,
    endBeforeStart: typeof startsOn === 'string' && typeof endsOn === 'string' && endsOn < startsOn,
    forecastUnreadable: forecastOn === undefined,
    doneUnreadable: doneOn === undefined,
    doneInFuture: typeof doneOn === 'string' && doneOn > today,
    whoTooLong: typed.who.length > 300,
  })
  if (kind === undefined || startsOn === undefined || endsOn === undefined || forecastOn === undefined || doneOn === undefined
    || problems.length > 0) {
    return refused(problems)
  }
  return accepted({ kind, title: typed.title, startsOn, endsOn, forecastOn, doneOn, who: typed.who })
}

/** Null when left empty, undefined when no day. */
const dayOrNone = (text: string): PlainDate | null | undefined => (text === '' ? null : readDate(text))

/** A step as it is kept. */
export type StepRow = Step & { readonly id: Id<'step'>; readonly position: number; readonly version: number }
