// What a funding line stands at on a day, told from its steps: each amount the last known one, payments added, and what was refused gone.
import { cents } from '../kernel/money.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { Cents } from '../kernel/money.ts'
import type { FundingStatus } from './funding-status.ts'

/** One dated step of a line. `amountCents`: requested, awarded, committed in all; of a payment that payment alone; null: unknown. */
export type FundingStep = { readonly status: FundingStatus; readonly on: PlainDate; readonly amountCents: Cents | null }
/** What one stage of a line stands at: null and not unknown, nothing; a sum that is unknown as well is known in part. */
export type Rung = { readonly cents: Cents | null; readonly unknown: boolean }
export const rungs = ['requested', 'awarded', 'committed', 'paid'] as const
/** What a line stands at once a step is taken. */
export type Standing = Readonly<Record<(typeof rungs)[number], Rung>>
/** `until`: the day of the next step, null for the last one. */
export type TakenStep<Step extends FundingStep> = { readonly step: Step; readonly until: PlainDate | null; readonly standing: Standing }

const empty: Rung = { cents: null, unknown: false }
export const groundLevel: Standing = { requested: empty, awarded: empty, committed: empty, paid: empty }

/** Steps in the order they happened then were recorded, each with what the line stands at after it. */
export function climb<Step extends FundingStep>(steps: readonly Step[]): readonly TakenStep<Step>[] {
  const taken: TakenStep<Step>[] = []
  let standing = groundLevel
  for (const [index, step] of steps.entries()) {
    standing = after(standing, step)
    taken.push({ step, until: steps[index + 1]?.on ?? null, standing })
  }
  return taken
}

/** The step in force at the end of that day; undefined before the first. */
export const stepOn = <Step extends FundingStep>(taken: readonly TakenStep<Step>[], day: PlainDate): TakenStep<Step> | undefined =>
  taken.findLast(({ step }) => step.on <= day)

/**
 * One step more. A refusal or a cancellation leaves nothing but what was paid; a new request lets the award before it go. A rung passed without
 * being told is unknown: whoever was paid had been awarded something.
 */
function after(before: Standing, { status, amountCents }: FundingStep): Standing {
  const passed = (rung: Rung): Rung => (rung.cents === null ? { cents: null, unknown: true } : rung)
  const told = (rung: Rung): Rung => (amountCents === null ? passed(rung) : { cents: amountCents, unknown: false })
  const { requested, awarded, committed, paid } = before
  switch (status) {
    case 'toRequest': case 'refused': case 'cancelled': return { ...groundLevel, paid }
    case 'requested': return { ...groundLevel, requested: told(requested), paid }
    case 'awarded': return { requested: passed(requested), awarded: told(awarded), committed, paid }
    case 'committed': return { requested: passed(requested), awarded: passed(awarded), committed: told(committed), paid }
    case 'paid': case 'closed': return {
      requested: passed(requested), awarded: passed(awarded), committed: passed(committed),
      paid: status === 'closed' && amountCents === null ? paid : payment(paid, amountCents),
    }
  }
}

const payment = (paid: Rung, amountCents: Cents | null): Rung =>
  (amountCents === null ? { ...paid, unknown: true } : { cents: cents((paid.cents ?? 0) + amountCents), unknown: paid.unknown })
