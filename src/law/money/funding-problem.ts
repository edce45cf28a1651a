// What a funding plan must satisfy: a cost, sources with their bounds, the owner's minimum and the ceiling of public aid.
import type { Cents } from '../../kernel/money.ts'
import type { Explanation } from './explanation.ts'

/** `owner`: the owner's own money · `public`: any other public funder · `private`. Loans and land holding are not sources: they are paid back. */
export const sourceRoles = ['owner', 'public', 'private'] as const
export type SourceRole = (typeof sourceRoles)[number]

/** `atMostCents` null: no bound. `rateBasisPoints`: at most that rate (2 500 = 25 %) of `baseCents`, of the eligible cost when null. */
export type FundingSource = {
  readonly key: string; readonly label: string; readonly role: SourceRole
  readonly atLeastCents: Cents; readonly atMostCents: Cents | null
  readonly rateBasisPoints: number | null; readonly baseCents: Cents | null
}
/** `eligibleCents` null: the whole cost. `ownShare`, `publicAidCeiling`: whether these rules bind. `minimumOwnShareBasisPoints`: another minimum. */
export type FundingProblem = {
  readonly costCents: Cents; readonly eligibleCents: Cents | null; readonly sources: readonly FundingSource[]
  readonly ownShare: boolean; readonly publicAidCeiling: boolean; readonly minimumOwnShareBasisPoints?: number
}

/** What stopped an amount: the source's own maximum or rate, a rule, the cost itself. `rest`: what the others leave to the owner. */
export type FundingLimit = 'maximum' | 'rate' | 'ownShare' | 'publicCeiling' | 'cost' | 'rest'
export type FundedLine = {
  readonly key: string; readonly label: string; readonly role: SourceRole; readonly cents: Cents; readonly limit: FundingLimit
}
/**
 * `sourceBounds`: a minimum above its maximum · `cost`: minima beyond the cost · `sources`: not enough money · `publicCeiling` · `publicMinima`: the
 * minima of public funders beyond what the owner's minimum leaves them · `ownShare`: the owner cannot bring its minimum · `period`: no law that day.
 */
export type FundingConstraint = 'sourceBounds' | 'cost' | 'sources' | 'publicCeiling' | 'publicMinima' | 'ownShare' | 'period'
/** By how much a constraint cannot be met; `key`: the source it is about. */
export type Blocked = { readonly constraint: FundingConstraint; readonly key: string | null; readonly missingCents: Cents }

/** @source CGCT, art. L.1111-10, III; décret n° 2018-514 du 25 juin 2018, art. 10 (to be confirmed) */
export type FundingProposal =
  | { readonly ok: true; readonly lines: readonly FundedLine[]; readonly explanation: Explanation }
  | { readonly ok: false; readonly blocked: Blocked; readonly sentence: string; readonly explanation: Explanation }
