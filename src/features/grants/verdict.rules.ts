// What a person says a published grant is: which line, a new one, none of ours, or put aside with a reason. Pure.
import { date, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

/** `on`: the day the money was committed. `funderId`: of a new line. */
export type GrantDecision =
  | { readonly verdict: 'line'; readonly lineId: Id<'fundingLine'>; readonly on: PlainDate; readonly reason: string }
  | {
    readonly verdict: 'newLine'; readonly actionId: Id<'action'>; readonly funderId: Id<'organisation'> | null; readonly on: PlainDate
    readonly reason: string
  }
  | { readonly verdict: 'none' | 'setAside'; readonly reason: string }

export const decisionFields = ['choice', 'funder', 'on', 'reason'] as const
/** `choice`: `line ID`, `action ID`, `none` or `setAside`. */
export type DecisionTyped = Readonly<Record<(typeof decisionFields)[number], string>>
export type DecisionProblem =
  | 'choiceMissing' | 'lineUnknown' | 'actionUnknown' | 'funderUnknown' | 'dayUnreadable' | 'dayInFuture' | 'reasonMissing' | 'reasonTooLong'

/** What there is to choose from: the actions whose money this person keeps, and their lines. */
type Choices = {
  readonly actions: readonly { readonly id: Id<'action'>; readonly lines: readonly { readonly id: Id<'fundingLine'> }[] }[]
  readonly organisations: readonly { readonly id: Id<'organisation'> }[]; readonly today: PlainDate
}

/** Reads the form; refuses with every problem at once. */
export function readDecision(typed: DecisionTyped, { actions, organisations, today }: Choices): Outcome<GrantDecision, DecisionProblem> {
  const [kind, chosen = ''] = typed.choice.split(' ')
  const line = actions.flatMap(({ lines }) => lines).find(({ id }) => id === readId(chosen))
  const action = actions.find(({ id }) => id === readId(chosen))
  const funder = organisations.find(({ id }) => id === readId(typed.funder))
  const on = readDate(typed.on)
  const dated = kind === 'line' || kind === 'action'
  const problems = found<DecisionProblem>({
    choiceMissing: !dated && kind !== 'none' && kind !== 'setAside', lineUnknown: kind === 'line' && line === undefined,
    actionUnknown: kind === 'action' && action === undefined, funderUnknown: kind === 'action' && typed.funder !== '' && funder === undefined,
    dayUnreadable: dated && on === undefined, dayInFuture: dated && on !== undefined && on > today,
    reasonMissing: kind === 'setAside' && typed.reason === '', reasonTooLong: typed.reason.length > 500,
  })
  if (problems.length > 0) return refused(problems)
  const { reason } = typed
  if (kind === 'line' && line !== undefined && on !== undefined) return accepted({ verdict: 'line', lineId: line.id, on, reason })
  if (kind === 'action' && action !== undefined && on !== undefined) {
    return accepted({ verdict: 'newLine', actionId: action.id, funderId: funder?.id ?? null, on, reason })
  }
  return accepted({ verdict: kind === 'none' ? 'none' : 'setAside', reason })
}

/** The money of such a line is committed already: a list teaches nothing new. */
export const isCommitted = (status: FundingStatus): boolean => status === 'committed' || status === 'paid' || status === 'closed'

/** The day to offer: the last of the year of the list, or today when that year is not over, or not known. */
export const offeredDay = (year: number | null, today: PlainDate): PlainDate => {
  const last = year === null ? today : date(`${year}-12-31`)
  return last < today ? last : today
}
