// The calendar, as it is told: what falls on a day, and the words of its address.
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'

export const datedKinds = ['start', 'milestone', 'step', 'end'] as const
/** What falls on a day: the start or the end of an action as expected now, the end of a step, a milestone. */
export type DatedKind = (typeof datedKinds)[number]
/** `label`: the step or the milestone, null for the action itself. */
export type Dated = {
  readonly key: string; readonly on: PlainDate; readonly kind: DatedKind; readonly actionId: Id<'action'>; readonly code: string | null
  readonly title: string; readonly label: string | null; readonly done: boolean
}
/** How many of a kind fall in a month, from 1. */
export type MonthCount = { readonly month: number; readonly kind: DatedKind; readonly count: number }
