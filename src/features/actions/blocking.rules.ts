// What stops an action: since when, why, who can lift it, when it is expected to be lifted, and when it was.
import type { Instant } from '../../kernel/date.ts'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

/** `lifter`: who can lift it, in words; `lifterId`: the organisation, when it is one we know. */
export type Blocking = {
  readonly since: PlainDate; readonly reason: string; readonly lifter: string; readonly lifterId: Id<'organisation'> | null
  readonly expectedOn: PlainDate | null
}
export const blockingFields = ['since', 'reason', 'lifter', 'organisation', 'expectedOn'] as const
export type BlockingTyped = Readonly<Record<(typeof blockingFields)[number], string>>
export type BlockingProblem =
  | 'sinceUnreadable' | 'sinceInFuture' | 'reasonMissing' | 'reasonTooLong' | 'lifterMissing' | 'lifterTooLong' | 'organisationUnknown'
  | 'expectedUnreadable' | 'expectedBeforeStart'

/** Every problem at once, in the order of the form. */
export function readBlocking(
  typed: BlockingTyped, organisations: readonly Id<'organisation'>[], today: PlainDate,
): Outcome<Blocking, BlockingProblem> {
  const since = readDate(typed.since)
  const expectedOn = typed.expectedOn === '' ? null : readDate(typed.expectedOn)
  const lifterId = organisations.find((id) => id === typed.organisation) ?? null
  const problems = found<BlockingProblem>({
    reasonMissing: typed.reason === '', reasonTooLong: typed.reason.length > 1000,
    sinceUnreadable: since === undefined, sinceInFuture: since !== undefined && since > today,
    organisationUnknown: typed.organisation !== '' && lifterId === null,
    lifterMissing: typed.lifter === '' && typed.organisation === '', lifterTooLong: typed.lifter.length > 300,
    expectedUnreadable: expectedOn === undefined,
    expectedBeforeStart: since !== undefined && typeof expectedOn === 'string' && expectedOn < since,
  })
  if (since === undefined || expectedOn === undefined || problems.length > 0) return refused(problems)
  return accepted({ since, reason: typed.reason, lifter: typed.lifter, lifterId, expectedOn })
}

export type LiftProblem = 'liftedUnreadable' | 'liftedInFuture' | 'liftedBeforeStart' | 'alreadyLifted'
export function liftBlocking(
  typed: { readonly liftedOn: string }, blocking: { readonly since: PlainDate; readonly liftedOn: PlainDate | null }, today: PlainDate,
): Outcome<PlainDate, LiftProblem> {
  const liftedOn = readDate(typed.liftedOn)
  const problems = found<LiftProblem>({
    liftedUnreadable: liftedOn === undefined, liftedInFuture: liftedOn !== undefined && liftedOn > today,
    liftedBeforeStart: liftedOn !== undefined && liftedOn < blocking.since, alreadyLifted: blocking.liftedOn !== null,
  })
  return liftedOn === undefined || problems.length > 0 ? refused(problems) : accepted(liftedOn)
}

export type BlockingRow = Blocking & {
  readonly id: Id<'blocking'>; readonly liftedOn: PlainDate | null; readonly organisation: string | null; readonly recordedBy: string
  readonly recordedAt: Instant
}
/** What stops it on that day: begun, and not lifted by then. */
export const stopsOn = ({ since, liftedOn }: Pick<BlockingRow, 'since' | 'liftedOn'>, day: PlainDate): boolean =>
  since <= day && (liftedOn === null || liftedOn > day)
