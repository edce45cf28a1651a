// What funding lines bring, stage by stage and basis by basis; and what is left to find once it is set against a cost.
import { cents } from '../kernel/money.ts'
import type { Cents } from '../kernel/money.ts'
import type { Rung, Standing } from './funding-climb.ts'
import { moneyStages } from './funding-status.ts'
import type { FundingKind, FundingStatus, MoneyStage } from './funding-status.ts'
import { add, amount, bases, nothing } from './money-sum.ts'
import type { Basis, CostStage, Sum } from './money-sum.ts'

/** What is planned, requested, awarded, committed and paid, side by side. */
export type FundingSums<One extends Basis = Basis> = { readonly [At in MoneyStage]: Sum<One, At> }
export type FundingByBasis = { readonly [One in Basis]: FundingSums<One> }

const noFunding = <One extends Basis>(basis: One): FundingSums<One> => stages((stage) => nothing(basis, stage))
export const noFundingAtAll: FundingByBasis = { HT: noFunding('HT'), TTC: noFunding('TTC'), unstated: noFunding('unstated') }

/** Stage by stage, of the same basis; a line has nothing in two bases of three, and adding that nothing costs nothing. */
function addFunding<One extends Basis>(one: FundingSums<One>, other: FundingSums<NoInfer<One>>, none: FundingSums<NoInfer<One>>): FundingSums<One> {
  if (other === none) return one
  return one === none ? other : stages((stage) => add(one[stage], other[stage]))
}

export const addFundingEach = (one: FundingByBasis, other: FundingByBasis): FundingByBasis =>
  ({
    HT: addFunding(one.HT, other.HT, noFundingAtAll.HT), TTC: addFunding(one.TTC, other.TTC, noFundingAtAll.TTC),
    unstated: addFunding(one.unstated, other.unstated, noFundingAtAll.unstated),
  })

function stages<One extends Basis>(make: <At extends MoneyStage>(stage: At) => Sum<One, At>): FundingSums<One> {
  return { planned: make('planned'), requested: make('requested'), awarded: make('awarded'), committed: make('committed'), paid: make('paid') }
}

/** Money that finances for good: grants, own money, contributions in kind, and loans that the owner repays. No advance, no land holding. */
export const finances = (kind: FundingKind): boolean => kind !== 'advance' && kind !== 'landHolding'
/** Nothing more is expected of such a line. */
export const isGone = (status: FundingStatus): boolean => status === 'refused' || status === 'cancelled'

/** What sums need to know of a line. */
export type SummedLine = {
  readonly kind: FundingKind; readonly basis: 'HT' | 'TTC' | null; readonly amountCents: Cents | null; readonly status: FundingStatus
  readonly standing: Standing
}

/** What one line brings, at each stage. Own money and help in kind are asked of nobody: that nothing was requested is no gap there. */
export function lineSums(line: SummedLine): FundingByBasis {
  const { kind, standing, amountCents, status } = line
  const asked = kind !== 'own' && kind !== 'inKind'
  const within = <One extends Basis>(basis: One): FundingSums<One> => {
    const told = <At extends MoneyStage>(stage: At, { cents: value, unknown }: Rung, counts = true): Sum<One, At> =>
      ({ basis, stage, cents: value ?? cents(0), known: value === null ? 0 : 1, unknown: unknown && counts ? 1 : 0 })
    return {
      planned: isGone(status) ? nothing(basis, 'planned') : amount(basis, 'planned', amountCents),
      requested: told('requested', standing.requested, asked), awarded: told('awarded', standing.awarded, asked), committed: told('committed',
        standing.committed), paid: told('paid', standing.paid),
    }
  }
  switch (line.basis) {
    case 'HT': return { ...noFundingAtAll, HT: within('HT') }
    case 'TTC': return { ...noFundingAtAll, TTC: within('TTC') }
    case null: return { ...noFundingAtAll, unstated: within('unstated') }
  }
}

export const sumLines = (lines: readonly SummedLine[]): FundingByBasis =>
  lines.map(lineSums).reduce(addFundingEach, noFundingAtAll)

/**
 * A cost against what is to pay for it, of one basis. `exact` when every amount is known; otherwise `atMost` when money that nobody counted may
 * still fill the gap, `atLeast` when costs nobody counted may widen it. `unknown`: nothing can be said.
 */
export type Balance =
  | { readonly state: 'left' | 'over'; readonly cents: Cents; readonly bound: 'exact' | 'atMost' | 'atLeast' }
  | { readonly state: 'balanced' } | { readonly state: 'unknown' }

export function balance<One extends Basis>(cost: Sum<One, CostStage>, resources: Sum<NoInfer<One>, MoneyStage>): Balance {
  if (cost.basis !== resources.basis) throw new Error(`a cost ${cost.basis} has no balance with ${resources.basis}`)
  if (cost.known === 0) return { state: 'unknown' }
  const gap = cost.cents - resources.cents
  const [costKnown, resourcesKnown] = [cost.unknown === 0, resources.unknown === 0]
  if (costKnown && resourcesKnown) {
    return gap === 0 ? { state: 'balanced' } : { state: gap > 0 ? 'left' : 'over', cents: cents(Math.abs(gap)), bound: 'exact' }
  }
  if (gap > 0 && costKnown) return { state: 'left', cents: cents(gap), bound: 'atMost' }
  if (gap > 0 && resourcesKnown) return { state: 'left', cents: cents(gap), bound: 'atLeast' }
  if (gap < 0 && costKnown) return { state: 'over', cents: cents(-gap), bound: 'atLeast' }
  return { state: 'unknown' }
}

/** Bases of which something is said, in the order they are shown. */
export const basesSaid = (sums: { readonly [One in Basis]: readonly Sum[] }): readonly Basis[] =>
  bases.filter((basis) => sums[basis].some(({ known, unknown }) => known + unknown > 0))

/** The sums of the stages as a list, in order. */
export const stageList = (sums: FundingSums): readonly Sum<Basis, MoneyStage>[] => moneyStages.map((stage) => sums[stage])
