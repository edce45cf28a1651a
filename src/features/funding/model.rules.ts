// The consolidated model: what is asked, orientation by orientation the sums of the actions under it, each counted once.
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import { shares } from '../../planning/funding-plan.ts'
import type { Share } from '../../planning/funding-plan.ts'
import type { FundingKind, MoneyStage } from '../../planning/funding-status.ts'
import { total } from '../../planning/money-sum.ts'
import type { Basis, Sum } from '../../planning/money-sum.ts'

/** `year`: of what is planned or paid; null: of all years. */
export type ModelQuestion = { readonly stage: MoneyStage; readonly basis: Basis; readonly year: number | null }
type Amount = { readonly cents: number; readonly known: number; readonly unknown: number }
/** What one share brings; `cost`: what actions cost. `isPublic`: it comes from public bodies; null: nobody can tell. */
export type ShareCell = Amount & { readonly share: Share | 'cost'; readonly isPublic: boolean | null }
/** Actions that serve the same orientations of a framework, together: there are far fewer such sets than actions. */
export type ActionSet = { readonly orientations: readonly Id<'orientation'>[]; readonly actions: number; readonly cells: readonly ShareCell[] }
/** What one funder brings to one action under one scheme. */
export type ModelCell = ShareCell & {
  readonly actionId: Id<'action'>; readonly funder: string | null; readonly scheme: string | null; readonly kind: FundingKind
}
/** `places`: how many orientations of the framework it serves. */
export type ModelAction = {
  readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly owner: string | null; readonly places: number
}

/** Sums of a line of the model: its cost, each share, all those that finance for good, and what of it is public; null: nobody can tell. */
export type ModelSums = {
  readonly actions: number; readonly cost: Sum<Basis, 'plannedCost'>; readonly shares: Readonly<Record<Share, Sum>>
  readonly total: Sum<Basis, MoneyStage>; readonly publicCents: number | null
}

/** Of these sets of actions, each given once however many orientations it serves. */
export function modelSums(sets: readonly Pick<ActionSet, 'actions' | 'cells'>[], { stage, basis }: ModelQuestion): ModelSums {
  const sums = new Map([...shares, 'cost' as const].map((share) => [share, { cents: 0, known: 0, unknown: 0 }]))
  const [from, untold] = [{ cents: 0 }, { known: 0 }]
  for (const { share, isPublic, ...amount } of sets.flatMap(({ cells }) => cells)) {
    const sum = sums.get(share)
    if (sum === undefined) continue
    sum.cents += amount.cents
    sum.known += amount.known
    sum.unknown += amount.unknown
    if (share !== 'own' && share !== 'public' && share !== 'unknown') continue
    if (isPublic === true) from.cents += amount.cents
    if (isPublic === null) untold.known += amount.known
  }
  const of = (share: Share): Sum<Basis, MoneyStage> => sumOf(basis, stage, sums.get(share) ?? none)
  const each: Record<Share, Sum<Basis, MoneyStage>> = {
    own: of('own'), public: of('public'), private: of('private'), unknown: of('unknown'), loan: of('loan'), bridging: of('bridging'),
  }
  const all = total<Basis, MoneyStage>(basis, stage, shares.filter((share) => share !== 'bridging').map((share) => each[share]))
  return {
    actions: sets.reduce((so, { actions }) => so + actions, 0), cost: sumOf(basis, 'plannedCost', sums.get('cost') ?? none), shares: each, total: all,
    publicCents: all.unknown > 0 || untold.known > 0 ? null : from.cents,
  }
}

const none: Amount = { cents: 0, known: 0, unknown: 0 }
const sumOf = <At extends Sum['stage']>(basis: Basis, stage: At, { cents: value, known, unknown }: Amount): Sum<Basis, At> =>
  ({ basis, stage, cents: cents(value), known, unknown })
export const amountOfCell = ({ basis, stage }: ModelQuestion, cell: Amount): Sum<Basis, MoneyStage> => sumOf(basis, stage, cell)

export const byAction = <One extends { readonly actionId: Id<'action'> }>(cells: readonly One[]): ReadonlyMap<Id<'action'>, readonly One[]> => {
  const grouped = new Map<Id<'action'>, One[]>()
  for (const cell of cells) {
    const own = grouped.get(cell.actionId)
    if (own === undefined) grouped.set(cell.actionId, [cell])
    else own.push(cell)
  }
  return grouped
}

type Placed = { readonly id: Id<'orientation'>; readonly parentId: Id<'orientation'> | null }
/** The sets of actions of each orientation of a tree, those of the orientations under it included; each once. */
export function setsUnder<One extends Pick<ActionSet, 'orientations'>>(
  tree: readonly Placed[], sets: readonly One[],
): (id: Id<'orientation'>) => readonly One[] {
  const places = new Map(tree.map((one) => [one.id, one]))
  const under = new Map(tree.map(({ id }) => [id, new Set<One>()]))
  for (const set of sets) {
    for (const served of set.orientations) {
      for (let at = places.get(served); at !== undefined; at = at.parentId === null ? undefined : places.get(at.parentId)) under.get(at.id)?.add(set)
    }
  }
  return (id) => [...under.get(id) ?? []]
}

/** A column of the model: a funder and a scheme. */
export type ModelColumn = { readonly key: string; readonly funder: string | null; readonly scheme: string | null; readonly kind: FundingKind;
  readonly cents: number }
export const columnKey = ({ funder, scheme, kind }: Pick<ModelCell, 'funder' | 'scheme' | 'kind'>): string => JSON.stringify([funder, scheme, kind])

/** The columns these cells need, those that bring most first. */
export function modelColumns(cells: readonly ModelCell[]): readonly ModelColumn[] {
  const columns = new Map<string, ModelColumn>()
  for (const cell of cells) {
    const key = columnKey(cell)
    columns.set(key, { key, funder: cell.funder, scheme: cell.scheme, kind: cell.kind, cents: cell.cents + (columns.get(key)?.cents ?? 0) })
  }
  return [...columns.values()].sort((one, other) => other.cents - one.cents || (one.key < other.key ? -1 : 1))
}
