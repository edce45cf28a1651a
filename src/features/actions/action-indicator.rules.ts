// What an action promises of an indicator: where it started from, what it aims at, and by when.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { readFigure } from '../frameworks/indicator.rules.ts'

/** Figures and days are null when nobody said. */
export type IndicatorPromise = {
  readonly indicatorId: Id<'indicator'>; readonly baseline: number | null; readonly baselineOn: PlainDate | null; readonly target: number | null
  readonly targetOn: PlainDate | null
}
export const promiseFields = ['indicator', 'baseline', 'baselineOn', 'target', 'targetOn'] as const
export type PromiseTyped = Readonly<Record<(typeof promiseFields)[number], string>>
export type PromiseProblem =
  | 'indicatorMissing' | 'alreadyThere' | 'baselineUnreadable' | 'baselineDayUnreadable' | 'targetUnreadable'
  | 'targetDayUnreadable' | 'daysBackwards'

/** `offered`: the indicators it may be about; `taken`: those the action already has. */
export function readPromise(
  typed: PromiseTyped, offered: readonly Id<'indicator'>[], taken: readonly Id<'indicator'>[],
): Outcome<IndicatorPromise, PromiseProblem> {
  const indicatorId = offered.find((id) => id === typed.indicator)
  const figure = (text: string): number | null | undefined => (text === '' ? null : readFigure(text))
  const day = (text: string): PlainDate | null | undefined => (text === '' ? null : readDate(text))
  const [baseline, baselineOn, target, targetOn] = [figure(typed.baseline), day(typed.baselineOn), figure(typed.target), day(typed.targetOn)]
  const problems = found<PromiseProblem>({
    indicatorMissing: indicatorId === undefined, alreadyThere: indicatorId !== undefined && taken.includes(indicatorId),
    baselineUnreadable: baseline === undefined, baselineDayUnreadable: baselineOn === undefined,
    targetUnreadable: target === undefined, targetDayUnreadable: targetOn === undefined,
    daysBackwards: typeof baselineOn === 'string' && typeof targetOn === 'string' && targetOn < baselineOn,
  })
  const readable = baseline !== undefined && baselineOn !== undefined && target !== undefined && targetOn !== undefined
  if (indicatorId === undefined || !readable || problems.length > 0) return refused(problems)
  return accepted({ indicatorId, baseline, baselineOn, target, targetOn })
}

type Seen = { readonly on: PlainDate; readonly value: number | null; readonly note: string; readonly by: string }
/** `observed`: the values of this action, the latest first, up to the day asked; a null value was observed and is not published. */
export type PromiseRow = IndicatorPromise & { readonly name: string; readonly unit: string; readonly observed: readonly Seen[] }
