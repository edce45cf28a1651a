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
/** What one share brings to one action; `cost`: what the action costs. */
export type ShareCell = Amount & { readonly actionId: Id<'action'>; readonly share: Share | 'cost' }
/** What one funder brings to one action under one scheme. */
export type ModelCell = Amount & {
  readonly actionId: Id<'action'>; readonly funder: string | null; readonly scheme: string | null; readonly kind: FundingKind
}
export type ModelAction = { readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly owner: string | null }

/** Sums of a line of the model: its cost, each share, and all those that finance for good. */
export type ModelSums = {
  readonly actions: number; readonly cost: Sum<Basis, 'plannedCost'>; readonly shares: Readonly<Record<Share, Sum>>; readonly total: Sum<Basis,
    MoneyStage>
}

/** Of these actions, each counted once however many orientations it serves. One pass: a plan has thousands of them. */
export function modelSums(
  actions: ReadonlySet<Id<'action'>>, cells: ReadonlyMap<Id<'action'>, readonly ShareCell[]>, { stage, basis }: ModelQuestion,
): ModelSums {
  const sums = new Map([...shares, 'cost' as const].map((share) => [share, { cents: 0, known: 0, unknown: 0 }]))
  for (const id of actions) {
    for (const cell of cells.get(id) ?? []) {
      const sum = sums.get(cell.share)
      if (sum === undefined) continue
      sum.cents += cell.cents
      sum.known += cell.known
      sum.unknown += cell.unknown
    }
  }
  const of = (share: Share): Sum<Basis, MoneyStage> => sumOf(basis, stage, sums.get(share) ?? none)
  const each: Record<Share, Sum<Basis, MoneyStage>> = {
    own: of('own'), public: of('public'), private: of('private'), unknown: of('unknown'), loan: of('loan'), bridging: of('bridging'),
  }
  return {
    actions: actions.size, cost: sumOf(basis, 'plannedCost', sums.get('cost') ?? none), shares: each,
    total: total<Basis, MoneyStage>(basis, stage, shares.filter((share) => share !== 'bridging').map((share) => each[share])),
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
type Membership = { readonly actionId: Id<'action'>; readonly orientationId: Id<'orientation'> }
/** The actions of each orientation of a tree, those of the orientations under it included; each once. */
export function actionsUnder(tree: readonly Placed[], memberships: readonly Membership[]): ReadonlyMap<Id<'orientation'>, ReadonlySet<Id<'action'>>> {
  const places = new Map(tree.map((one) => [one.id, one]))
  const under = new Map(tree.map(({ id }) => [id, new Set<Id<'action'>>()]))
  for (const { actionId, orientationId } of memberships) {
    for (let at = places.get(orientationId); at !== undefined; at = at.parentId === null ? undefined :
      places.get(at.parentId)) under.get(at.id)?.add(actionId)
  }
  return under
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
