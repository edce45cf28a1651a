// What is odd in a funding line without being forbidden: told beside it, and left to people to judge.
import { cents } from '../kernel/money.ts'
import type { Cents } from '../kernel/money.ts'
import type { Standing } from './funding-climb.ts'
import type { FundingStatus } from './funding-status.ts'
import type { FundingValues, Instalment } from './money-line.ts'

/** A rate of a base, rounded to the nearest cent. */
export const rateOf = (base: Cents, basisPoints: number): Cents => cents(Number((BigInt(base) * BigInt(basisPoints) + 5000n) / 10_000n))

/** The rate an amount is of a base, in hundredths of a percent, the nearest; undefined when the base is nothing or the amount exceeds it. */
export const rateFrom = (amount: Cents, base: Cents): number | undefined =>
  (base === 0 || amount > base ? undefined : Number((BigInt(amount) * 20_000n + BigInt(base)) / (2n * BigInt(base))))

/** True when an amount is that rate of that base, give or take what rounding the rate to a hundredth of a percent explains. */
export const agrees = (amount: Cents, base: Cents, basisPoints: number): boolean => Math.abs(amount - rateOf(base, basisPoints)) <= base / 20_000 + 1

export type Caution = 'paidAboveAwarded' | 'committedAboveAwarded' | 'awardedAboveRequested' | 'awardedAbovePlanned' | 'yearsDiffer'
type Checked = Pick<FundingValues, 'amountCents'> & { readonly standing: Standing; readonly status: FundingStatus; readonly instalments:
  readonly Instalment[] }

/** What to look at again in a line. */
export function cautionsOf({ amountCents, standing: { requested, awarded, committed, paid }, instalments }: Checked): readonly Caution[] {
  const above = (one: Cents | null, limit: Cents | null): boolean => one !== null && limit !== null && one > limit
  const years = instalments.reduce((so, one) => so + one.amountCents, 0)
  const checks: Readonly<Record<Caution, boolean>> = {
    paidAboveAwarded: above(paid.cents, awarded.cents), committedAboveAwarded: above(committed.cents, awarded.cents),
    awardedAboveRequested: above(awarded.cents, requested.cents), awardedAbovePlanned: requested.cents === null && above(awarded.cents, amountCents),
    yearsDiffer: instalments.length > 0 && amountCents !== null && years !== amountCents,
  }
  const all: readonly Caution[] = ['paidAboveAwarded', 'committedAboveAwarded', 'awardedAboveRequested', 'awardedAbovePlanned', 'yearsDiffer']
  return all.filter((caution) => checks[caution])
}

const rung: Readonly<Record<FundingStatus, number>> = {
  toRequest: 0, requested: 1, awarded: 2, committed: 3, paid: 4, closed: 5, refused: 6, cancelled: 6,
}
/** A step down the ladder, back from a refusal, or a refusal of what was granted, a cancelling of what was closed: allowed, with a reason. */
export const stepsBack = (before: FundingStatus, after: FundingStatus): boolean =>
  rung[after] < rung[before] || (after === 'refused' && rung[before] >= rung.awarded && before !== 'refused') ||
  (after === 'cancelled' && before === 'closed')
