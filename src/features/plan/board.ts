// What the board shows: columns in their order, how many actions each has, the first cards with what is late, blocked and costs what.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { priorities } from '../../planning/action-fields.ts'
import { actionStates } from '../../planning/action-state.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import { filterCriteria } from '../../planning/plan-criteria.ts'
import { absent, inAddress } from '../../planning/plan-filter.ts'
import { mayEdit } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { noState, orientationLine, priorityNames } from '../actions/action.words.ts'
import { listLateness } from '../actions/lateness.store.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { moneySummaryOf } from '../funding/money-sums.store.ts'
import { listCards, rankActions } from './board.store.ts'
import { boardColumns } from './board-cards.ts'
import type { BoardColumns, CardRow, RankedAction } from './board-cards.ts'
import type { Facets } from './facets.ts'
import { countPlan } from './plan.store.ts'
import type { ViewAsked } from './view-asked.ts'

export type BoardCard = CardRow & { readonly late: boolean; readonly mayMove: boolean; readonly money: MoneySummary | undefined }
/** `key`: null for the actions of which nothing is said. `href`: the list of all its actions. */
export type BoardColumn = {
  readonly key: string | null; readonly label: string; readonly total: number; readonly href: string; readonly cards: readonly BoardCard[]
}
/** `others`: columns there is no room for, without their cards. */
export type BoardProps = {
  readonly asked: ViewAsked; readonly by: BoardColumns; readonly columns: readonly BoardColumn[]; readonly others: readonly BoardColumn[]
  readonly total: number
}

/** The word of the address for each way to cut the board, which is also the key of the filter. */
export const columnAddress: Readonly<Record<BoardColumns, string>> = {
  state: filterCriteria.sets.state.key, priority: filterCriteria.sets.priority.key, owner: filterCriteria.sets.owner.key,
  orientation: filterCriteria.sets.orientation.key,
}
const [cardsAColumn, mostColumns] = [10, 12]

/** Seven statements, however many actions the plan has. */
export async function gatherBoard(db: Kysely<Schema>, asked: ViewAsked): Promise<BoardProps> {
  const { sight, filter } = asked
  const by = boardColumns.find((one) => columnAddress[one] === asked.query('par')) ?? 'state'
  const ranked = await rankActions(db, sight, filter, by, cardsAColumn)
  const totals = new Map(ranked.map(({ column, total }) => [column, total]))
  const counted = columnNames(asked.facets, by).filter(({ key, always }) => always || totals.has(key))
  // Where columns are many, those that hold most are shown.
  const most = new Set([...counted].sort((one, other) => (totals.get(other.key) ?? 0) - (totals.get(one.key) ?? 0)).slice(0, mostColumns)
    .map(({ key }) => key))
  const cards = await gatherCards(db, asked, ranked.filter(({ column }) => most.has(column)))
  const columns = counted.map(({ key, label }): BoardColumn => ({
    key, label, total: totals.get(key) ?? 0, href: listHref(asked, by, key),
    cards: ranked.filter(({ column }) => column === key).flatMap(({ id }) => cards.get(id) ?? []),
  }))
  // An action of several orientations has a card in each, and counts once.
  const total = by === 'orientation' ? await countPlan(db, sight, filter) : [...totals.values()].reduce((sum, count) => sum + count, 0)
  return { asked, by, total, columns: columns.filter(({ key }) => most.has(key)), others: columns.filter(({ key }) => !most.has(key)) }
}

const listHref = (asked: ViewAsked, by: BoardColumns, key: string | null): string =>
  asked.link({ vue: null, par: null, [columnAddress[by]]: inAddress(by, key ?? absent) })

type Named = { readonly key: string | null; readonly label: string; readonly always: boolean }

/** Every column there may be, in order; `always`: it shows even without an action. */
function columnNames(facets: Facets, by: BoardColumns): readonly Named[] {
  const nobody = (label: string): Named => ({ key: null, label, always: false })
  if (by === 'state') return [...actionStates.map((key) => ({ key, label: stateNames[key], always: true })), nobody(noState)]
  if (by === 'priority') {
    return [...priorities.toReversed().map((key) => ({ key, label: priorityNames[key], always: true })), nobody('Sans priorité')]
  }
  if (by === 'owner') return [...facets.of('owner').map(({ value: key, label }) => ({ key, label, always: false })), nobody('Sans maître d’ouvrage')]
  return [...facets.orientations.map((one) => ({ key: one.id, label: orientationLine(one), always: false })), nobody('Sans orientation')]
}

async function gatherCards(
  db: Kysely<Schema>, { sight, today }: ViewAsked, ranked: readonly RankedAction[],
): Promise<ReadonlyMap<Id<'action'>, BoardCard>> {
  const ids = [...new Set(ranked.map(({ id }) => id))]
  const [rows, late, money] = [
    await listCards(db, ids, sight.day), await listLateness(db, ids, sight.day), await moneySummaryOf(db, ids, sight.scope, sight.day),
  ]
  return new Map(rows.map((row) => [row.id, {
    ...row, late: late.has(row.id), money: money.get(row.id), mayMove: sight.day === today && mayEdit(sight.scope, row),
  }]))
}
