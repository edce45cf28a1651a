// The board, as it is told: what its columns stand for, the cards chosen for each.
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ActionState } from '../../planning/action-state.ts'

export const boardColumns = ['state', 'priority', 'owner', 'orientation'] as const
/** What the columns of the board stand for. */
export type BoardColumns = (typeof boardColumns)[number]

/** An action on the board: its column, how many that column has, and its place among them, from 1. */
export type RankedAction = { readonly id: Id<'action'>; readonly column: string | null; readonly total: number; readonly rank: number }

/** What a card shows of an action. */
export type CardRow = {
  readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly owner: Id<'organisation'> | null
  readonly delegatedOwner: Id<'organisation'> | null; readonly ownerName: string | null; readonly state: ActionState | null
  readonly endsOn: PlainDate | null; readonly forecastEndsOn: PlainDate | null; readonly ongoing: boolean; readonly progress: number | null
  readonly blocked: boolean
}
