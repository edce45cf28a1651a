// A step of a funding line as people record it: a rung of the ladder, its day, its amount, its proof; and why, when it goes back.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Cents } from '../../kernel/money.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fundingStatuses } from '../../planning/funding-status.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import { stepsBack } from '../../planning/line-check.ts'
import { readAmount } from './money-form.rules.ts'

export const stepFields = ['status', 'on', 'stepAmount', 'reference', 'document', 'reason'] as const
export type TypedStep = Readonly<Record<(typeof stepFields)[number], string>>
export type StepProblem =
  | 'statusUnknown' | 'dateUnreadable' | 'notYetHappened' | 'stepAmountUnreadable' | 'referenceTooLong' | 'documentUnknown' | 'reasonMissing'
  | 'reasonTooLong'
export type ReadStep = {
  readonly status: FundingStatus; readonly on: PlainDate; readonly amountCents: Cents | null; readonly reference: string
  readonly documentId: Id<'document'> | null; readonly reason: string
}
/** `steps`: those that stand, in order. */
export type StepContext = {
  readonly steps: readonly { readonly status: FundingStatus; readonly on: PlainDate }[]; readonly documents: readonly Id<'document'>[]
  readonly today: PlainDate
}

const isStatus = (text: string): text is FundingStatus => fundingStatuses.some((status) => status === text)

/** Reads a step; one that would have the line go down its ladder, on its day or on the day of the next one, says why. */
export function recordStep(typed: TypedStep, { steps, documents, today }: StepContext): Outcome<ReadStep, StepProblem> {
  const [on, amount] = [readDate(typed.on), readAmount(typed.stepAmount)]
  const documentId = documents.find((id) => id === typed.document) ?? null
  const [status, back] = isStatus(typed.status) ? [typed.status, on !== undefined && goesBack(steps, { status: typed.status, on })] : [undefined,
    false]
  const problems = found<StepProblem>({
    statusUnknown: status === undefined, dateUnreadable: on === undefined, notYetHappened: on !== undefined && on > today,
    stepAmountUnreadable: !amount.ok, referenceTooLong: typed.reference.length > 300,
    documentUnknown: typed.document !== '' && documentId === null, reasonMissing: back && typed.reason === '', reasonTooLong: typed.reason.length >
      500,
  })
  if (status === undefined || on === undefined || !amount.ok || problems.length > 0) return refused(problems)
  return accepted({ status, on, amountCents: amount.cents, reference: typed.reference, documentId, reason: typed.reason })
}

type Dated = StepContext['steps'][number]
const goesBack = (steps: readonly Dated[], added: Dated): boolean => {
  const before = steps.findLast(({ on }) => on <= added.on)
  const after = steps.find(({ on }) => on > added.on)
  return (before !== undefined && stepsBack(before.status, added.status)) || (after !== undefined && stepsBack(added.status, after.status))
}

export type WithdrawalProblem = 'withdrawalReasonMissing' | 'withdrawalReasonTooLong'
/** Why a step recorded by mistake is taken back. */
export function withdrawStep(typed: { readonly withdrawalReason: string }): Outcome<string, WithdrawalProblem> {
  const { withdrawalReason: reason } = typed
  const problems = found<WithdrawalProblem>({ withdrawalReasonMissing: reason === '', withdrawalReasonTooLong: reason.length > 500 })
  return problems.length > 0 ? refused(problems) : accepted(reason)
}
