// The money of an operation in one look: by whose money it is, by funder, and what each euro of the owners brings.
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import { leverage, shareOfMoney, shares } from '../../planning/funding-plan.ts'
import type { Leverage, Share } from '../../planning/funding-plan.ts'
import { addFundingEach, basesSaid, noFundingAtAll, stageList } from '../../planning/funding-sums.ts'
import type { FundingByBasis } from '../../planning/funding-sums.ts'
import type { FundingKind } from '../../planning/funding-status.ts'
import { addEach, isEmpty, nothingOf } from '../../planning/money-sum.ts'
import type { Basis, Sum } from '../../planning/money-sum.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import type { PartyKind } from '../../reading/facts.ts'

/** Lines of one funder, one kind and one basis, summed; `mine`: the owner of the action brings them. */
export type FunderSums = {
  readonly funderId: Id<'organisation'> | null; readonly name: string | null; readonly funderKind: PartyKind | null; readonly kind: FundingKind
  readonly mine: boolean; readonly basis: Basis; readonly lines: number; readonly sums: FundingByBasis
}

/** Whose money it is: as for one action, the owner being the one of each. */
export const shareOfCell = ({ kind, funderKind, mine }: Pick<FunderSums, 'kind' | 'funderKind' | 'mine'>): Share =>
  shareOfMoney(kind, mine, funderKind)

export const totalOf = (cells: readonly Pick<FunderSums, 'sums'>[]): FundingByBasis =>
  cells.reduce((so, { sums }) => addFundingEach(so, sums), noFundingAtAll)

export type ByShare = Readonly<Record<Share, FundingByBasis>>
/** What each share brings, in one pass: a plan has hundreds of cells. */
export function byShare(cells: readonly FunderSums[]): ByShare {
  const brought: Record<Share, FundingByBasis> = {
    own: noFundingAtAll, public: noFundingAtAll, private: noFundingAtAll, unknown: noFundingAtAll, loan: noFundingAtAll, bridging: noFundingAtAll,
  }
  for (const cell of cells) brought[shareOfCell(cell)] = addFundingEach(brought[shareOfCell(cell)], cell.sums)
  return brought
}
/** All that finances: everything but what is given back. */
export const financing = (brought: ByShare): FundingByBasis =>
  totalOf(shares.filter((share) => share !== 'bridging').map((share) => ({ sums: brought[share] })))

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
export const basesOf = (overview: Overview, brought: ByShare): readonly Basis[] => {
  const cost = costOfAll(overview)
  const said = (basis: Basis): readonly Sum[] =>
    [cost.plannedCost[basis], cost.finalCost[basis], ...shares.flatMap((share) => stageList(brought[share][basis]))]
  return basesSaid({ HT: said('HT'), TTC: said('TTC'), unstated: said('unstated') })
}

export type FunderLine = {
  readonly funderId: Id<'organisation'> | null; readonly name: string | null; readonly lines: Readonly<Record<Basis, number>>
  readonly sums: FundingByBasis
}
/** One line a funder, with how many of its lines are of each basis; what is given back is left out. */
export function byFunder(cells: readonly FunderSums[]): readonly FunderLine[] {
  const funders = new Map<string, FunderLine>()
  for (const cell of cells) {
    if (shareOfCell(cell) === 'bridging') continue
    const { funderId, name, basis, lines, sums } = cell
    const so = funders.get(funderId ?? '') ?? { funderId, name, lines: { HT: 0, TTC: 0, unstated: 0 }, sums: noFundingAtAll }
    funders.set(funderId ?? '', { ...so, lines: { ...so.lines, [basis]: so.lines[basis] + lines }, sums: addFundingEach(so.sums, sums) })
  }
  return [...funders.values()]
}

/** The funders of whom something is said in this basis, those that bring most first. */
export const fundersIn = (funders: readonly FunderLine[], basis: Basis): readonly FunderLine[] =>
  funders.filter(({ sums: { [basis]: { planned, paid } } }) => planned.known + planned.unknown + paid.known > 0)
    .sort((one, other) => other.sums[basis].planned.cents - one.sums[basis].planned.cents || (one.name ?? '').localeCompare(other.name ?? '', 'fr'))

/** What others bring for each euro of the owners, loans aside; null when what the owners bring is not known. */
export const leverageOf = (brought: ByShare, basis: Basis): Leverage | null =>
  leverage({ own: brought.own[basis].planned, others: [brought.public[basis].planned, brought.private[basis].planned] })
