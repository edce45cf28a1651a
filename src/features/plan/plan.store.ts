// The lists of actions: pages of them, how many there are, their ids, and the groups they make.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { actionStates } from '../../planning/action-state.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import type { PlanGroup, PlanOrder, PlanSort } from './plan-address.rules.ts'
import { planActions } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'
import { relevance } from './search.store.ts'

type Db = Kysely<Schema>
type Page = { readonly sort: PlanSort; readonly page: number; readonly most: number }
/** One line of a list: an action, and the group it stands in there. */
export type PlanLine = { readonly id: Id<'action'>; readonly version: number; readonly group: string | null }

export async function countPlan(db: Db, sight: PlanSight, filter: PlanFilter): Promise<number> {
  const { count } = await planActions(db, sight, filter).select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
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

/** `counts`: how many actions each group holds, in no order; null: those that belong to none. `total`: how many there are, each once. */
export type GroupedPlan = {
  readonly lines: readonly PlanLine[]; readonly total: number; readonly counts: readonly { readonly key: string | null; readonly count: number }[]
}
/** A page of the list cut in groups, which come in the order of these keys, then others, and last what belongs to none; one statement. */
export async function listGroupedPlan(
  db: Db, sight: PlanSight, filter: PlanFilter, group: PlanGroup, keys: readonly string[], { sort, page, most }: Page,
): Promise<GroupedPlan> {
  const ranks = sql<{ key: string; rank: number }>`(select * from unnest(${keys}::text[]) with ordinality as named (key, rank))`.as('ranked')
  const order = orderOf(sort, filter)
  const cut = sorted(db, sight, filter, sort, group === 'state')
    .leftJoin(cuts(group).as('cut'), (join) => join.onRef('cut.action_id', '=', 'action.id'))
    .leftJoin(ranks, (join) => join.onRef('ranked.key', '=', 'cut.key'))
    .select(['action.id', 'action.version', 'cut.key', 'ranked.rank', ...order.map(({ by }, place) => by.as(`by_${place}`))])
  const within = order.map((one, place) => inOrder({ ...one, by: sql.ref(`by_${place}`) }))
  const { rows: [found] } = await sql<GroupedPlan>`with cut as materialized ${cut} select
    (select json_agg(json_build_object('key', key, 'count', many)) from (select key, count(*) as many from cut group by key) counted) as counts,
    (select count(*) from (select id from cut group by id) once)::integer as total,
    (select json_agg(json_build_object('id', id, 'version', version, 'group', key)) from (
      select * from cut order by key is null, rank nulls last, key, ${sql.join(within)} limit ${most} offset ${(page - 1) * most}) page) as lines`
    .execute(db)
  return { total: found?.total ?? 0, counts: found?.counts ?? [], lines: found?.lines ?? [] }
}

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

type Far = { readonly of: 'action.id' | 'action.owner_id'; readonly rows: RawBuilder<{ id: string; key: unknown }> }
/** What is sorted by and stands in other tables, one row at most for each value of this column. */
const farAway: Readonly<Partial<Record<PlanOrder, Far>>> = {
  owner: { of: 'action.owner_id', rows: sql`(select owner.id, lower(owner.name) as key from organisation owner)` },
  cost: { of: 'action.id', rows: sql`(select cost.action_id as id, sum(cost.planned_cents::double precision) as key from cost_line cost
    where cost.removed_at is null group by cost.action_id)` },
  funding: { of: 'action.id', rows: sql`(select line.action_id as id, sum(line.amount_cents::double precision) as key from funding_line line
    where line.removed_at is null group by line.action_id)` },
}

/** The actions of a filter, beside what they are sorted by. */
function sorted(db: Db, sight: PlanSight, filter: PlanFilter, { by }: PlanSort, byState = false) {
  const far = farAway[by]
  const query = planActions(db, sight, filter, byState || by === 'state' || by === 'since')
  return far === undefined ? query : query.$if(true, (near) => near.leftJoin(far.rows.as('far'), (join) => join.onRef('far.id', '=', far.of)))
}

type Order = { readonly by: RawBuilder<unknown>; readonly descending: boolean }
/** What is not known comes last, whichever way. */
const inOrder = ({ by, descending }: Order): RawBuilder<unknown> => sql`${by} ${descending ? sql`desc` : sql`asc`} nulls last`

/** Always the same order for the same rows. */
const orderOf = ({ by, descending }: PlanSort, { words }: PlanFilter): readonly Order[] => [
  ...(by === 'relevance' ? relevance(words).map((key) => ({ by: key, descending: true })) : [{ by: orders[by], descending }]),
  ...[orders.code, orders.title, sql`action.id`].map((key) => ({ by: key, descending: false })),
]
const ordered = (sort: PlanSort, filter: PlanFilter): RawBuilder<unknown> => sql.join(orderOf(sort, filter).map(inOrder))

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
