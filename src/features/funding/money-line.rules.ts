// The lines of money as they are recorded: costs, funding with where it stands on a day, and each step of it.
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Cents } from '../../kernel/money.ts'
import type { ActionState } from '../../planning/action-state.ts'
import type { Standing } from '../../planning/funding-climb.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import type { CostValues, FundingValues, Instalment } from '../../planning/money-line.ts'
import type { PartyKind } from '../../reading/facts.ts'

export type CostLine = CostValues & { readonly id: Id<'costLine'>; readonly actionId: Id<'action'>; readonly version: number }
/** An organisation money comes from. */
export type Funder = { readonly id: Id<'organisation'>; readonly name: string; readonly kind: PartyKind }
/** A funding line on a day. `status`: the step it stands on, à solliciter before the first; `since`: the day of that step. */
export type FundingLine = FundingValues & {
  readonly id: Id<'fundingLine'>; readonly actionId: Id<'action'>; readonly version: number; readonly funder: Funder | null
  readonly status: FundingStatus; readonly since: PlainDate | null; readonly standing: Standing; readonly instalments: readonly Instalment[]
}
export type ActionMoney = { readonly costs: readonly CostLine[]; readonly lines: readonly FundingLine[] }

/** One step of a line as it was recorded, withdrawn or not. */
export type RecordedStep = {
  readonly id: Id<'fundingEvent'>; readonly lineId: Id<'fundingLine'>; readonly status: FundingStatus; readonly on: PlainDate
  readonly amountCents: Cents | null; readonly reference: string; readonly reason: string; readonly documentId: Id<'document'> | null
  readonly fileName: string | null; readonly recordedBy: string; readonly recordedAt: Instant; readonly withdrawnAt: Instant | null
  readonly withdrawnBy: string | null; readonly withdrawnReason: string | null
}

/** An action this funder pays for. */
export type FundedAction = {
  readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly progress: number | null; readonly state: ActionState |
    null
  readonly lines: number
}
