// The funding plan of an action: its cost, whose money pays it, what is left to find, what each euro of the owner brings; and what is not known.
import type { PartyKind } from '../reading/facts.ts'
import type { Id } from '../kernel/id.ts'
import { cents } from '../kernel/money.ts'
import type { Cents } from '../kernel/money.ts'
import { balance, finances, isGone, sumLines } from './funding-sums.ts'
import type { Balance, FundingByBasis, SummedLine } from './funding-sums.ts'
import type { FundingKind, MoneyStage } from './funding-status.ts'
import { summaryOf } from './money-summary.ts'
import type { MoneySummary } from './money-summary.ts'
import type { CostValues } from './money-line.ts'
import { isEmpty } from './money-sum.ts'
import type { Basis, Sum } from './money-sum.ts'

/**
 * Whose money: the owner's own · other public bodies' · private · nobody can tell · borrowed, which the owner pays back · and what bridges only,
 * given back, that finances nothing for good.
 */
export const shares = ['own', 'public', 'private', 'unknown', 'loan', 'bridging'] as const
export type Share = (typeof shares)[number]
/** Those whose money is counted when law counts public funds. */
export const isPublic: Readonly<Record<PartyKind, boolean | undefined>> = {
  epci: true, commune: true, state: true, region: true, department: true, agency: true, private: false, other: undefined,
}

export type PlannedLine = SummedLine & { readonly funder: { readonly id: Id<'organisation'>; readonly kind: PartyKind } | null }
export type PlanOwner = { readonly id: Id<'organisation'> | null; readonly delegatedId: Id<'organisation'> | null }

/**
 * Loans, advances and land holding are no grants, whoever brings them; what the owner gives itself is its own share, whatever it is called. Funds
 * of their own that others bring, a developer for one, are not the owner's, even when it builds for the owner.
 */
export function shareOf({ kind, funder }: Pick<PlannedLine, 'kind' | 'funder'>, owner: PlanOwner): Share {
  const borne = funder !== null && (funder.id === owner.id || (funder.id === owner.delegatedId && isPublic[funder.kind] !== false))
  return shareOfMoney(kind, borne || (kind === 'own' && (funder === null || owner.id === null)), funder?.kind ?? null)
}

/** The same, told whether it is the owner who brings it. */
export function shareOfMoney(kind: FundingKind, mine: boolean, funderKind: PartyKind | null): Share {
  if (kind === 'loan') return 'loan'
  if (!finances(kind)) return 'bridging'
  if (mine) return 'own'
  const open = funderKind === null ? undefined : isPublic[funderKind]
  return open === undefined ? 'unknown' : open ? 'public' : 'private'
}

/** `shares`: what each brings; those of `summary.funding` add up to it, bridging aside. `gone`: lines refused or cancelled. */
export type FundingPlan = {
  readonly summary: MoneySummary; readonly shares: Readonly<Record<Share, FundingByBasis>>; readonly gone: number
}

export function fundingPlan(
  costs: readonly Pick<CostValues, 'basis' | 'plannedCents' | 'finalCents'>[], lines: readonly PlannedLine[], owner: PlanOwner,
): FundingPlan {
  const of = (share: Share): FundingByBasis => sumLines(lines.filter((line) => shareOf(line, owner) === share))
  return {
    summary: summaryOf(costs, lines), gone: lines.filter(({ status }) => isGone(status)).length,
    shares: {
      own: of('own'), public: of('public'), private: of('private'), unknown: of('unknown'), loan: of('loan'), bridging: of('bridging'),
    },
  }
}

/** The cost in the end when it is known, the planned one otherwise, against money at a stage. */
export const balanceAt = (plan: FundingPlan, basis: Basis, stage: MoneyStage): Balance => {
  const { summary } = plan
  switch (basis) {
    case 'HT': return balance(summary.cost.plannedCost.HT, summary.funding.HT[stage])
    case 'TTC': return balance(summary.cost.plannedCost.TTC, summary.funding.TTC[stage])
    case 'unstated': return balance(summary.cost.plannedCost.unstated, summary.funding.unstated[stage])
  }
}

/** Money of one basis at one stage that law asks about; null: unknown, since an amount of it is, or whose it is. */
export type CountedMoney = { readonly ownCents: Cents | null; readonly otherPublicCents: Cents | null; readonly privateCents: Cents | null;
  readonly loanCents: Cents | null }

/** Money whose basis nobody stated may be of this one: what it belongs to is then unknown. */
export function countedMoney(plan: FundingPlan, basis: Basis, stage: MoneyStage): CountedMoney {
  const at = (share: Share): Cents | null => {
    const sum = plan.shares[share][basis][stage]
    return sum.unknown > 0 || maybe(share) ? null : sum.cents
  }
  const maybe = (share: Share): boolean => basis !== 'unstated' && !isEmpty(plan.shares[share].unstated[stage])
  const whose = !isEmpty(plan.shares.unknown[basis][stage]) || maybe('unknown')
  return { ownCents: at('own'), otherPublicCents: whose ? null : at('public'), privateCents: whose ? null : at('private'), loanCents: at('loan') }
}

/** Money of others for each euro of the owner, in hundredths; `atLeast`: an amount of the others is unknown. */
export type Leverage = { readonly hundredths: number; readonly atLeast: boolean }

/** Null when the owner brings nothing, or an amount nobody knows. */
export function leverage({ own, others }: { readonly own: Sum; readonly others: readonly Sum[] }): Leverage | null {
  if (others.some(({ basis, stage }) => basis !== own.basis || stage !== own.stage)) throw new Error('a leverage of two bases or two stages')
  if (own.cents === 0 || own.unknown > 0) return null
  const hundredths = Number((BigInt(others.reduce((so, { cents: value }) => so + value, 0)) * 100n) / BigInt(own.cents))
  return { hundredths, atLeast: others.some(({ unknown }) => unknown > 0) }
}

/** A sum of two known amounts, unknown as soon as one is. */
export const together = (one: Cents | null, other: Cents | null): Cents | null => (one === null || other === null ? null : cents(one + other))
