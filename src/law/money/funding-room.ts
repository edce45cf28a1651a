// How much public, private and own money a plan may hold together: what is possible as intervals, in closed form, to the cent.
import type { Cents } from '../../kernel/money.ts'
import { cents } from '../../kernel/money.ts'
import { besideAtLeast, besideAtMost, leastOf, mostOf, nothing, partOf, whole } from './exact.ts'
import type { Blocked, FundingLimit, SourceRole } from './funding-problem.ts'

/** From the least to the most. */
export type Span = { readonly least: Cents; readonly most: Cents }
/**
 * Sums by role and what binds them: together they make the cost; public money passes neither `ceiling` nor what the owner's minimum `rate`
 * (hundred-thousandths, 0: none) allows beside the owner's.
 * @source CGCT, art. L.1111-10, III, for the owner's minimum
 */
export type Room = { readonly cost: Cents; readonly spans: Readonly<Record<SourceRole, Span>>; readonly ceiling: Cents; readonly rate: number }

const less = (one: Cents, ...rest: readonly Cents[]): Cents => cents(rest.reduce<number>((left, amount) => left - amount, one))
/** Of a total of public money, the part that is not the owner's minimum. */
const publicPart = (total: Cents, rate: number): Cents => (total <= 0 ? nothing : partOf(total, whole - rate))

/** Why nothing fits, the plainest reason first; undefined when something does. */
export function blockedIn({ cost, spans: { owner, public: others, private: free }, ceiling, rate }: Room): Omit<Blocked, 'key'> | undefined {
  const over = less(cents(owner.least + others.least + free.least), cost)
  if (over > 0) return { constraint: 'cost', missingCents: over }
  const short = less(cost, owner.most, others.most, free.most)
  if (short > 0) return { constraint: 'sources', missingCents: short }
  const capped = leastOf(others.most, ceiling)
  const aboveCeiling = mostOf(less(others.least, ceiling), less(cost, owner.most, capped, free.most))
  if (aboveCeiling > 0) return { constraint: 'publicCeiling', missingCents: aboveCeiling }
  const crowded = less(others.least, publicPart(less(cost, free.least), rate))
  if (crowded > 0) return { constraint: 'publicMinima', missingCents: crowded }
  const rest = mostOf(nothing, less(cost, free.most))
  const needed = mostOf(less(rest, publicPart(rest, rate)), besideAtLeast(others.least, rate))
  return needed > owner.most ? { constraint: 'ownShare', missingCents: less(needed, owner.most) } : undefined
}

type Bound = { readonly limit: FundingLimit; readonly most: Cents }

/** The most this role may bring in all, and what stops it there. The room must not be blocked. */
export function boundOf(role: SourceRole, { cost, spans: { owner, public: others, private: free }, ceiling, rate }: Room): Bound {
  const bounds: Record<SourceRole, readonly Bound[]> = {
    owner: [{ limit: 'cost', most: less(cost, others.least, free.least) }],
    private: [
      { limit: 'cost', most: less(cost, others.least, owner.least) },
      { limit: 'ownShare', most: less(cost, others.least, besideAtLeast(others.least, rate)) },
    ],
    public: [
      { limit: 'cost', most: less(cost, free.least, owner.least) }, { limit: 'publicCeiling', most: ceiling },
      { limit: 'ownShare', most: leastOf(publicPart(less(cost, free.least), rate), besideAtMost(owner.most, rate)) },
    ],
  }
  return bounds[role].reduce((least, bound) => (bound.most < least.most ? bound : least))
}
