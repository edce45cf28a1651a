// The money of an action, or of many, in one look: what it costs, what is planned to what is paid, and what is left to find.
import { addFundingEach, balance, finances, noFundingAtAll, sumLines } from './funding-sums.ts'
import type { Balance, FundingByBasis, SummedLine } from './funding-sums.ts'
import type { CostValues } from './money-line.ts'
import { addEach, amount, basisOf, eachBasis, nothingOf, total } from './money-sum.ts'
import type { Basis, ByBasis } from './money-sum.ts'

/** `funding`: what finances for good, loans included; `bridging`: advances and land holding, that are given back. */
export type MoneySummary = {
  readonly cost: { readonly plannedCost: ByBasis<'plannedCost'>; readonly finalCost: ByBasis<'finalCost'> }
  readonly funding: FundingByBasis
  readonly bridging: FundingByBasis
  /** The planned cost against the planned money. */
  readonly leftToFinance: { readonly [One in Basis]: Balance }
  readonly costLines: number
  readonly lines: number
}
type Summed = Omit<MoneySummary, 'leftToFinance'>

export const noMoneySummed: Summed = {
  cost: { plannedCost: nothingOf('plannedCost'), finalCost: nothingOf('finalCost') }, funding: noFundingAtAll, bridging: noFundingAtAll, costLines: 0,
  lines: 0,
}

/** The same sums, with what is left to find; of many actions, the gap of all of them together. */
export const withBalance = (summed: Summed): MoneySummary => ({
  ...summed,
  leftToFinance: {
    HT: balance(summed.cost.plannedCost.HT, summed.funding.HT.planned), TTC: balance(summed.cost.plannedCost.TTC, summed.funding.TTC.planned),
    unstated: balance(summed.cost.plannedCost.unstated, summed.funding.unstated.planned),
  },
})

export const addSummaries = (one: Summed, other: Summed): Summed => ({
  cost: { plannedCost: addEach(one.cost.plannedCost, other.cost.plannedCost), finalCost: addEach(one.cost.finalCost, other.cost.finalCost) },
  funding: addFundingEach(one.funding, other.funding), bridging: addFundingEach(one.bridging, other.bridging),
  costLines: one.costLines + other.costLines, lines: one.lines + other.lines,
})

/** What these lines say together. */
export function summaryOf(costs: readonly Pick<CostValues, 'basis' | 'plannedCents' | 'finalCents'>[], lines: readonly SummedLine[]): MoneySummary {
  const of = (basis: Basis) => costs.filter((cost) => basisOf(cost.basis) === basis)
  return withBalance({
    cost: {
      plannedCost: eachBasis((basis) => total(basis, 'plannedCost', of(basis).map(({ plannedCents }) => amount(basis, 'plannedCost', plannedCents)))),
      // What a line cost in the end is known once somebody wrote it; until then nothing is said, and nothing is missing.
      finalCost: eachBasis((basis) => total(basis, 'finalCost', of(basis).filter(({ finalCents }) => finalCents !== null)
        .map(({ finalCents }) => amount(basis, 'finalCost', finalCents)))),
    },
    funding: sumLines(lines.filter(({ kind }) => finances(kind))), bridging: sumLines(lines.filter(({ kind }) => !finances(kind))),
    costLines: costs.length, lines: lines.length,
  })
}
