// Sums of money that cannot mix: one per tax basis and per stage, with the count of amounts nobody knows.
import { cents } from '../kernel/money.ts'
import type { Cents } from '../kernel/money.ts'
import type { MoneyStage } from './funding-status.ts'

export const bases = ['HT', 'TTC', 'unstated'] as const
/** Without tax, with tax, or nobody said which. */
export type Basis = (typeof bases)[number]
export const costStages = ['plannedCost', 'finalCost'] as const
/** Of a cost: what is expected, and what it was in the end. */
export type CostStage = (typeof costStages)[number]
export type Stage = MoneyStage | CostStage

/** Some amounts of one basis and one stage: `cents` adds the `known` ones, `unknown` counts the others. Neither: nothing at all, which is no zero. */
export type Sum<One extends Basis = Basis, At extends Stage = Stage> = {
  readonly basis: One; readonly stage: At; readonly cents: Cents; readonly known: number; readonly unknown: number
}
/** One sum per basis, of the same stage. */
export type ByBasis<At extends Stage> = { readonly [One in Basis]: Sum<One, At> }

/** The basis a column holds. */
export const basisOf = (stated: 'HT' | 'TTC' | null): Basis => stated ?? 'unstated'

export const nothing = <One extends Basis, At extends Stage>(basis: One, stage: At): Sum<One, At> =>
  ({ basis, stage, cents: cents(0), known: 0, unknown: 0 })

/** One amount as a sum; null: it exists and nobody knows it. */
export const amount = <One extends Basis, At extends Stage>(basis: One, stage: At, value: Cents | null): Sum<One, At> =>
  (value === null ? { ...nothing(basis, stage), unknown: 1 } : { basis, stage, cents: value, known: 1, unknown: 0 })

/** Both together; two bases or two stages are refused by the types, and by the program. */
export function add<One extends Basis, At extends Stage>(one: Sum<One, At>, other: Sum<NoInfer<One>, NoInfer<At>>): Sum<One, At> {
  if (one.basis !== other.basis || one.stage !== other.stage) {
    throw new Error(`${one.basis} ${one.stage} is not added to ${other.basis} ${other.stage}`)
  }
  const { basis, stage } = one
  return { basis, stage, cents: cents(one.cents + other.cents), known: one.known + other.known, unknown: one.unknown + other.unknown }
}

/** All of them together. */
export const total = <One extends Basis, At extends Stage>(basis: One, stage: At, sums: readonly Sum<NoInfer<One>, NoInfer<At>>[]): Sum<One, At> =>
  sums.reduce<Sum<One, At>>((so, next) => add(so, next), nothing(basis, stage))

/** A sum for each basis, made the same way. */
export const eachBasis = <At extends Stage>(make: <One extends Basis>(basis: One) => Sum<One, At>): ByBasis<At> =>
  ({ HT: make('HT'), TTC: make('TTC'), unstated: make('unstated') })

export const nothingOf = <At extends Stage>(stage: At): ByBasis<At> => eachBasis((basis) => nothing(basis, stage))

/** Basis by basis. */
export const addEach = <At extends Stage>(one: ByBasis<At>, other: ByBasis<NoInfer<At>>): ByBasis<At> =>
  ({ HT: add(one.HT, other.HT), TTC: add(one.TTC, other.TTC), unstated: add(one.unstated, other.unstated) })

/** Nothing was said: neither an amount nor an unknown one. */
export const isEmpty = ({ known, unknown }: Sum): boolean => known === 0 && unknown === 0
