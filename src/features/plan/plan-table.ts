// A page of the table: its lines in their groups, with all that the chosen columns show, in a fixed number of statements.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { byFrenchName } from '../../kernel/text.ts'
import type { LateReason } from '../../planning/lateness.ts'
import { narrows } from '../../planning/plan-filter.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import { mayEdit } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { listActionValues } from '../actions/actions.store.ts'
import type { ActionLink, ActionRow } from '../actions/actions.store.ts'
import { listLateness } from '../actions/lateness.store.ts'
import { moneySummaryOf, moneyTotalsOf, rememberedTotals } from '../funding/money-sums.store.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import type { Facets } from './facets.ts'
import { moneyColumns } from './plan-address.rules.ts'
import type { PlanAsked, PlanColumn, PlanGroup } from './plan-address.rules.ts'
import { listCommunesOf, listBlockingsOf, listGroupedPlan, listPlan } from './plan.store.ts'
import { planIds } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'

/** One line of the table. `mayEdit`: by whoever looks. */
export type TableRow = {
  readonly action: ActionRow; readonly mayEdit: boolean; readonly late: readonly LateReason[]; readonly blockedSince: PlainDate | null
  readonly communes: readonly string[]; readonly money: MoneySummary | undefined
}
/** `key`: null for what belongs to no group; the whole list when nothing is cut. */
export type TableGroup = { readonly key: string | null; readonly label: string | null; readonly count: number; readonly rows: readonly TableRow[] }
export type PlanTable = {
  readonly groups: readonly TableGroup[]; readonly total: number; readonly lines: number
  /** Every group with how many actions it holds, in order; empty when nothing is cut. */
  readonly counts: readonly { readonly key: string | null; readonly label: string; readonly count: number }[]
  readonly totals: MoneySummary | undefined
}

const showsMoney = (columns: readonly PlanColumn[]): boolean => moneyColumns.some((column) => columns.includes(column))

export async function gatherTable(db: Kysely<Schema>, sight: PlanSight, asked: PlanAsked, facets: Facets): Promise<PlanTable> {
  const { filter, columns, group } = asked
  const { lines, total, counts } = group === null ? { ...await listPlan(db, sight, filter, asked), counts: [] }
    : await gatherGroups(db, sight, asked, group, facets)
  const rows = new Map((await gatherRows(db, sight, [...new Set(lines.map(({ id }) => id))], columns)).map((row) => [row.action.id, row]))
  const cuts = new Map(counts.map((cut) => [cut.key, cut]))
  const groups: { key: string | null; label: string | null; count: number; rows: TableRow[] }[] = []
  for (const { id, group: key } of lines) {
    const [row, cut] = [rows.get(id), cuts.get(key)]
    if (groups.at(-1)?.key !== key || groups.length === 0) groups.push({ key, label: cut?.label ?? null, count: cut?.count ?? total, rows: [] })
    if (row !== undefined) groups.at(-1)?.rows.push(row)
  }
  return {
    groups, total, lines: group === null ? total : counts.reduce((sum, { count }) => sum + count, 0), counts,
    totals: showsMoney(columns) ? await totalsOf(db, sight, filter) : undefined,
  }
}

/** The money of the whole filter. */
async function totalsOf(db: Kysely<Schema>, sight: PlanSight, filter: PlanFilter): Promise<MoneySummary> {
  if (!narrows(filter)) return await rememberedTotals(db, sight, undefined)
  const actions = await planIds(db, sight, filter).execute()
  return await moneyTotalsOf(db, actions.map(({ id }) => id), sight.scope, sight.day)
}

const linkOf: Readonly<Partial<Record<PlanColumn, ActionLink>>> = {
  orientations: 'orientations', expectedFunders: 'organisations', services: 'organisations', partners: 'organisations', designTeams: 'organisations',
  pilots: 'people', elected: 'people', themes: 'tags', programmes: 'tags', audiences: 'tags', zonings: 'tags', tags: 'tags',
}
const linksShown = (columns: readonly PlanColumn[]): readonly ActionLink[] => columns.flatMap((column) => linkOf[column] ?? [])

async function gatherRows(
  db: Kysely<Schema>, sight: PlanSight, ids: readonly Id<'action'>[], columns: readonly PlanColumn[],
): Promise<readonly TableRow[]> {
  const { scope, day } = sight
  const late = columns.includes('late') ? await listLateness(db, ids, day) : undefined
  const blocked = columns.includes('blocked') ? await listBlockingsOf(db, ids, day) : undefined
  const places = columns.includes('communes') ? await listCommunesOf(db, ids) : []
  const money = showsMoney(columns) ? await moneySummaryOf(db, ids, scope, day) : undefined
  const { commune } = loadTerritoryCodes()
  return (await listActionValues(db, ids, day, linksShown(columns))).map((action) => ({
    action, mayEdit: mayEdit(scope, action.values), late: [...new Set((late?.get(action.id)?.causes ?? []).map(({ reason }) => reason))],
    blockedSince: blocked?.get(action.id) ?? null, money: money?.get(action.id),
    communes: places.filter(({ actionId }) => actionId === action.id).map(({ insee }) => commune(insee)?.name ?? insee),
  }))
}

/** A page of lines cut in groups, each group with what it is called, in the order people expect. */
async function gatherGroups(db: Kysely<Schema>, sight: PlanSight, asked: PlanAsked, group: PlanGroup, facets: Facets) {
  // A pilot is a name, with an account or without.
  const named = facets.of(group).map(({ value, label }) => ({ key: group === 'pilot' ? label : value, label }))
  const labels = new Map((group === 'priority' ? named.toReversed() : named).map(({ key, label }) => [key, label]))
  const { lines, total, counts } = await listGroupedPlan(db, sight, asked.filter, group, [...labels.keys()], asked)
  const ranks = new Map([...labels.keys()].map((key, rank): [string | null, number] => [key, rank]))
  const rank = (key: string | null): number => ranks.get(key) ?? (key === null ? Infinity : labels.size)
  return {
    lines, total, counts: counts.map(({ key, count }) => ({ key, count, label: key === null ? 'Aucun' : (labels.get(key) ?? key) }))
      .sort((one, other) => rank(one.key) - rank(other.key) || byFrenchName(one.label, other.label)),
  }
}
