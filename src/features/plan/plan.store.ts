// The lists of actions: pages of them, how many there are, their ids, and the groups they make.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { actionStates } from '../../planning/action-state.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import type { PlanGroup, PlanOrder, PlanSort } from './plan-address.rules.ts'
import { planQuery } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'
import { relevance } from './search.store.ts'

type Db = Kysely<Schema>
type Page = { readonly sort: PlanSort; readonly page: number; readonly most: number }
/** One line of a list: an action, and the group it stands in there. */
export type PlanLine = { readonly id: Id<'action'>; readonly version: number; readonly group: string | null }

export async function countPlan(db: Db, sight: PlanSight, filter: PlanFilter): Promise<number> {
  const { count } = await planQuery(db, sight, filter).select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** Every action of the filter, in order. */
export const idsOfPlan = (db: Db, sight: PlanSight, filter: PlanFilter, sort: PlanSort): Promise<{ id: Id<'action'>; version: number }[]> =>
  sorted(db, sight, filter, sort).select(['action.id', 'action.version']).orderBy(ordered(sort, filter)).execute()

/** A page of the list. `total`: how many there are on all pages. */
export async function listPlan(
  db: Db, sight: PlanSight, filter: PlanFilter, { sort, page, most }: Page,
): Promise<{ readonly lines: readonly PlanLine[]; readonly total: number }> {
  const rows = await sorted(db, sight, filter, sort).select(['action.id', 'action.version'])
    .select((eb) => eb.fn.countAll<string>().over().as('total'))
    .orderBy(ordered(sort, filter)).limit(most).offset((page - 1) * most).execute()
  const total = rows[0] !== undefined ? Number(rows[0].total) : page === 1 ? 0 : await countPlan(db, sight, filter)
  return { lines: rows.map(({ id, version }) => ({ id, version, group: null })), total }
}

/** How many actions each group holds; null: those that belong to none. In no order. */
export async function groupPlan(
  db: Db, sight: PlanSight, filter: PlanFilter, group: PlanGroup,
): Promise<readonly { readonly key: string | null; readonly count: number }[]> {
  const rows = await grouped(sorted(db, sight, filter, { by: 'code', descending: false }), group)
    .select((eb) => eb.fn.countAll<string>().as('count')).groupBy('cut.key').execute()
  return rows.map(({ key, count }) => ({ key, count: Number(count) }))
}

/** A page of the list cut in groups, which come in the order of these keys. */
export async function listGroupedPlan(
  db: Db, sight: PlanSight, filter: PlanFilter, group: PlanGroup, keys: readonly (string | null)[], { sort, page, most }: Page,
): Promise<readonly PlanLine[]> {
  const named = keys.filter((key) => key !== null)
  const ranks = sql<{ key: string; rank: number }>`(select * from unnest(${named}::text[]) with ordinality as named (key, rank))`.as('ranked')
  const rows = await grouped(sorted(db, sight, filter, sort), group).leftJoin(ranks, (join) => join.onRef('ranked.key', '=', 'cut.key'))
    .select(['action.id', 'action.version']).orderBy(sql`ranked.rank nulls last, ${ordered(sort, filter)}`)
    .limit(most).offset((page - 1) * most).execute()
  return rows.map(({ id, version, key }) => ({ id, version, group: key }))
}

const grouped = (query: ReturnType<typeof sorted>, group: PlanGroup) =>
  query.leftJoin(cuts(group).as('cut'), (join) => join.onRef('cut.action_id', '=', 'action.id')).select('cut.key')

type Cut = { action_id: Id<'action'>; key: string | null }
/** The groups of each action: several for one, or none. */
function cuts(group: PlanGroup): RawBuilder<Cut> {
  switch (group) {
    case 'state': return sql<Cut>`lateral (select action.id as action_id, standing.state as key)`
    case 'owner': return sql<Cut>`lateral (select action.id as action_id, action.owner_id::text as key)`
    case 'priority': return sql<Cut>`lateral (select action.id as action_id, action.priority as key)`
    case 'nature': return sql<Cut>`lateral (select action.id as action_id, action.nature as key)`
    case 'framework': return sql<Cut>`(select distinct l.action_id, o.framework_id::text as key from action_orientation l
      join orientation o on o.operation_id = l.operation_id and o.id = l.orientation_id and o.removed_at is null)`
    case 'orientation': return sql<Cut>`(select l.action_id, l.orientation_id::text as key from action_orientation l
      join orientation o on o.operation_id = l.operation_id and o.id = l.orientation_id and o.removed_at is null)`
    case 'pilot': return sql<Cut>`(select distinct p.action_id, p.name as key from action_person p where p.role = 'pilot')`
    case 'theme': return sql<Cut>`(select l.action_id, l.tag_id::text as key from action_tag l
      join tag on tag.operation_id = l.operation_id and tag.id = l.tag_id and tag.kind = 'theme')`
    case 'commune': return sql<Cut>`(select distinct p.action_id, p.insee as key from action_place p
      where p.removed_at is null and p.insee is not null)`
  }
}

const orders: Readonly<Record<Exclude<PlanOrder, 'relevance'>, RawBuilder<unknown>>> = {
  code: sql`action.code_order`, title: sql`action.title_order`, state: sql`array_position(${[...actionStates]}::text[], standing.state)`,
  since: sql`standing.happened_on`,
  priority: sql`array_position(array['high', 'medium', 'low'], action.priority)`, nature: sql`action.nature`,
  owner: sql`far.key`,
  starts: sql`action.starts_on`, ends: sql`action.ends_on`, forecastEnds: sql`action.forecast_ends_on`, progress: sql`action.progress`,
  cost: sql`far.key`, funding: sql`far.key`, modified: sql`action.updated_at`, created: sql`action.created_at`,
}

/** What is sorted by and stands in other tables, one row an action at most. */
const farAway: Readonly<Partial<Record<PlanOrder, RawBuilder<{ action_id: Id<'action'>; key: unknown }>>>> = {
  owner: sql`(select a.id as action_id, lower(owner.name) as key from action a join organisation owner on owner.operation_id = a.operation_id
    and owner.id = a.owner_id)`,
  cost: sql`(select cost.action_id, sum(cost.planned_cents::double precision) as key from cost_line cost where cost.removed_at is null
    group by cost.action_id)`,
  funding: sql`(select line.action_id, sum(line.amount_cents::double precision) as key from funding_line line where line.removed_at is null
    group by line.action_id)`,
}
const nowhere = sql<{ action_id: Id<'action'>; key: unknown }>`(select null::uuid as action_id, null as key where false)`

/** The actions of a filter, beside what they are sorted by. */
const sorted = (db: Db, sight: PlanSight, filter: PlanFilter, { by }: PlanSort) =>
  planQuery(db, sight, filter).leftJoin((farAway[by] ?? nowhere).as('far'), (join) => join.onRef('far.action_id', '=', 'action.id'))

/** Always the same order for the same rows; what is not known comes last, whichever way. */
function ordered({ by, descending }: PlanSort, { words }: PlanFilter): RawBuilder<unknown> {
  const first = by === 'relevance' ? relevance(words) : sql`${orders[by]} ${descending ? sql`desc` : sql`asc`} nulls last`
  return sql`${first}, action.code_order nulls last, action.title_order, action.id`
}

/** Since when these are blocked that day, those that are not left out. */
export async function listBlockingsOf(db: Db, ids: readonly Id<'action'>[], day: PlainDate): Promise<ReadonlyMap<Id<'action'>, PlainDate>> {
  const rows = await db.selectFrom('action_blocking').select(['action_id', 'since']).where(sql<boolean>`action_id = any(${ids}::uuid[])`)
    .where('since', '<=', day).where((eb) => eb.or([eb('lifted_on', 'is', null), eb('lifted_on', '>', day)])).orderBy('since', 'desc').execute()
  return new Map(rows.map(({ action_id: id, since }) => [id, since]))
}

/** The communes these stand in. */
export const listCommunesOf = async (db: Db, ids: readonly Id<'action'>[]): Promise<readonly { actionId: Id<'action'>; insee: string }[]> =>
  (await db.selectFrom('action_place').select(['action_id', 'insee']).distinct().where(sql<boolean>`action_id = any(${ids}::uuid[])`)
    .where('removed_at', 'is', null).orderBy('insee').execute()).flatMap(({ action_id: actionId, insee }) =>
      (insee === null ? [] : [{ actionId, insee }]))
