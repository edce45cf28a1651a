// How long money takes: requests that wait for a decision, awards that wait for a payment, and how many days each funder usually needs.
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Basis } from '../../planning/money-sum.ts'

const waitings = ['decision', 'payment'] as const
/** `decision`: asked for, not answered · `payment`: awarded or committed, not paid in full. */
export type Waiting = (typeof waitings)[number]
type Who = { readonly funderId: Id<'organisation'> | null; readonly funder: string | null }

/** Lines of one funder that wait, in one basis. `cents`: asked for, or awarded and not paid yet. Days since the request, or since the award. */
export type WaitingGroup = Who & {
  readonly waiting: Waiting; readonly basis: Basis; readonly lines: number; readonly cents: number; readonly known: number; readonly unknown: number
  readonly medianDays: number; readonly longestDays: number
}
export type WaitingLine = Who & {
  readonly waiting: Waiting; readonly lineId: Id<'fundingLine'>; readonly actionId: Id<'action'>; readonly code: string | null; readonly title: string
  readonly scheme: string | null; readonly basis: Basis; readonly cents: number | null; readonly since: PlainDate; readonly days: number
}
/** Median days of a funder from a request to its decision, and from an award to its first payment; null when there are none. */
export type Pace = Who & {
  readonly decisions: number; readonly decisionDays: number | null; readonly payments: number; readonly paymentDays: number | null
}
export type Ageing = {
  readonly groups: readonly WaitingGroup[]; readonly oldest: readonly WaitingLine[]; readonly paces: readonly Pace[]; readonly all: Omit<Pace,
    keyof Who>
}
