// Published grants as they are kept and shown: with what stands of each, and the actions and lines they may be tied to.
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import type { GrantVerdict } from '../../planning/grant-verdict.ts'
import type { ListedGrant } from './grant-row.rules.ts'
import type { MatchableAction, MatchableLine } from './matching.rules.ts'

/** What stands of a grant: the line and the action it was tied to, and who decided. */
export type StandingVerdict = {
  readonly id: Id<'grantVerdict'>; readonly verdict: GrantVerdict; readonly lineId: Id<'fundingLine'> | null
  readonly eventId: Id<'fundingEvent'> | null; readonly reason: string; readonly decidedBy: string; readonly decidedAt: Instant
  readonly actionId: Id<'action'> | null; readonly actionTitle: string | null
}
export type KeptGrant = ListedGrant & {
  readonly id: Id<'grant'>; readonly scheme: string; readonly year: number | null; readonly fileName: string
  readonly standing: StandingVerdict | null
}

export type GrantListRow = {
  readonly id: Id<'grantList'>; readonly fileName: string; readonly scheme: string; readonly year: number | null; readonly rows: number
  readonly kept: number; readonly importedBy: string; readonly importedAt: Instant
}

/** A line of an action, as it is offered. */
export type OfferedLine = MatchableLine & { readonly funder: string | null; readonly status: FundingStatus; readonly position: number }
export type OfferedAction = Omit<MatchableAction, 'lines'> & {
  readonly code: string | null; readonly owner: Id<'organisation'> | null; readonly delegatedOwner: Id<'organisation'> | null
  readonly lines: readonly OfferedLine[]
}
