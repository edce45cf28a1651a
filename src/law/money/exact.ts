// Shares of money without a rounding error: whole cents and whole hundred-thousandths, compared as integers of any size.
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'

/** A rate in hundred-thousandths: 20 % is 20 000, 16,404 % is 16 404. */
export const whole = 100_000

/**
 * That part of an amount, what is less than a cent left out: a ceiling is never passed.
 * @source ours (no statute): « maximum » is kept by rounding down
 */
export const partOf = (amount: Cents, rate: number): Cents => cents(Number((BigInt(amount) * BigInt(rate)) / BigInt(whole)))

/** That part of an amount, at least: rounded up to the cent. */
export const partAtLeast = (amount: Cents, rate: number): Cents =>
  cents(Number((BigInt(amount) * BigInt(rate) + BigInt(whole - 1)) / BigInt(whole)))

const unbounded = cents(Number.MAX_SAFE_INTEGER)

/** What one must bring beside `others` to be at least that rate of the whole. */
export function besideAtLeast(others: Cents, rate: number): Cents {
  if (rate >= whole) return others === 0 ? cents(0) : unbounded
  const rest = BigInt(whole - rate)
  return cents(Number((BigInt(others) * BigInt(rate) + rest - 1n) / rest))
}

/** The most that others may bring beside `part` for it to stay at least that rate of the whole. */
export const besideAtMost = (part: Cents, rate: number): Cents =>
  rate === 0 ? unbounded : cents(Math.min(unbounded, Number((BigInt(part) * BigInt(whole - rate)) / BigInt(rate))))

/** Is this part at least that rate of the total? Compared exactly. */
export const reaches = (part: Cents, total: Cents, rate: number): boolean => BigInt(part) * BigInt(whole) >= BigInt(total) * BigInt(rate)

export const sumOf = (amounts: readonly Cents[]): Cents => cents(amounts.reduce((sum, amount) => sum + amount, 0))
export const leastOf = (...amounts: readonly Cents[]): Cents => cents(Math.min(...amounts))
export const mostOf = (...amounts: readonly Cents[]): Cents => cents(Math.max(...amounts))
export const nothing = cents(0)
