// The money of an operation in one look: by whose money it is, by funder, and what each euro of the owners brings.
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import { leverage, shareOfMoney } from '../../planning/funding-plan.ts'
import type { Leverage, Share } from '../../planning/funding-plan.ts'
import { addFundingEach, basesSaid, noFundingAtAll, stageList } from '../../planning/funding-sums.ts'
import type { FundingByBasis } from '../../planning/funding-sums.ts'
import type { FundingKind, MoneyStage } from '../../planning/funding-status.ts'
import { addEach, isEmpty, nothingOf } from '../../planning/money-sum.ts'
import type { Basis, Sum } from '../../planning/money-sum.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import type { PartyKind } from '../../reading/facts.ts'

/** Lines of one funder and one kind, summed; `mine`: the owner of the action brings them. */
export type FunderSums = {
  readonly funderId: Id<'organisation'> | null; readonly name: string | null; readonly funderKind: PartyKind | null; readonly kind: FundingKind
  readonly mine: boolean; readonly lines: number; readonly sums: FundingByBasis
}

/** Whose money it is: as for one action, the owner being the one of each. */
export const shareOfCell = ({ kind, funderKind, mine }: Pick<FunderSums, 'kind' | 'funderKind' | 'mine'>): Share =>
  shareOfMoney(kind, mine, funderKind)

export const totalOf = (cells: readonly FunderSums[]): FundingByBasis => cells.map(({ sums }) => sums).reduce(addFundingEach, noFundingAtAll)

/** Money of one year and one basis. */
export type YearSum = { readonly year: number; readonly basis: Basis; readonly cents: number; readonly known: number; readonly unknown: number }
/** The money of an operation: by funder, its costs by year, what is expected and what was paid each year; and how many actions say nothing. */
export type Overview = {
  readonly funders: readonly FunderSums[]; readonly costs: readonly { readonly year: number | null; readonly cost: MoneySummary['cost'] }[]
  readonly expected: readonly YearSum[]; readonly paid: readonly YearSum[]
  readonly counts: { readonly actions: number; readonly withoutCost: number; readonly withoutFunding: number }
}

/** Money of one year as a sum. */
export const yearSum = <At extends Sum['stage']>(stage: At, { basis, ...year }: YearSum): Sum<Basis, At> =>
  ({ basis, stage, cents: cents(year.cents), known: year.known, unknown: year.unknown })

/** The years something is said of, in order. */
export const yearsOf = ({ costs, expected, paid }: Overview, basis: Basis): readonly number[] => [...new Set([
  ...costs.flatMap(({ year, cost }) => (year === null || isEmpty(cost.plannedCost[basis]) ? [] : [year])),
  ...[...expected, ...paid].filter((one) => one.basis === basis).map(({ year }) => year),
])].sort((one, other) => one - other)

/** The cost of all years together, those of no year included. */
export const costOfAll = ({ costs }: Overview): MoneySummary['cost'] => costs.map(({ cost }) => cost).reduce((so, next) => ({
  plannedCost: addEach(so.plannedCost, next.plannedCost), finalCost: addEach(so.finalCost, next.finalCost),
}), { plannedCost: nothingOf('plannedCost'), finalCost: nothingOf('finalCost') })

/** Bases of which something is said. */
export const basesOf = (overview: Overview): readonly Basis[] => {
  const [cost, funding] = [costOfAll(overview), totalOf(overview.funders)]
  const said = (basis: Basis): readonly Sum[] => [cost.plannedCost[basis], cost.finalCost[basis], ...stageList(funding[basis])]
  return basesSaid({ HT: said('HT'), TTC: said('TTC'), unstated: said('unstated') })
}

/** Everything but what is given back. */
export const financing = (cells: readonly FunderSums[]): readonly FunderSums[] => cells.filter((cell) => shareOfCell(cell) !== 'bridging')

export type FunderLine = { readonly funderId: Id<'organisation'> | null; readonly name: string | null; readonly lines: number; readonly sums:
  FundingByBasis }
/** One line a funder, those that bring most first, in a basis and at a stage. */
export function byFunder(cells: readonly FunderSums[], basis: Basis, stage: MoneyStage): readonly FunderLine[] {
  const funders = new Map<string, FunderLine>()
  for (const { funderId, name, lines, sums } of financing(cells)) {
    const before = funders.get(funderId ?? '')
    funders.set(funderId ?? '', {
      funderId, name, lines: lines + (before?.lines ?? 0), sums: before === undefined ? sums : addFundingEach(before.sums, sums),
    })
  }
  return [...funders.values()].filter(({ sums }) => sums[basis].planned.known + sums[basis].planned.unknown + sums[basis].paid.known > 0)
    .sort((one, other) => other.sums[basis][stage].cents - one.sums[basis][stage].cents || (one.name ?? '').localeCompare(other.name ?? '', 'fr'))
}

/** What others bring for each euro of the owners, loans aside; null when what the owners bring is not known. */
export function leverageOf(cells: readonly FunderSums[], basis: Basis, stage: MoneyStage): Leverage | null {
  const of = (share: Share) => totalOf(cells.filter((cell) => shareOfCell(cell) === share))[basis][stage]
  return leverage({ own: of('own'), others: [of('public'), of('private')] })
}
