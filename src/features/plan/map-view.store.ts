// Where the actions of a filter are: one point per place that has one, and a page of the actions that have places.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { ActionState } from '../../planning/action-state.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import { planActions, planIds, planQuery, stateThen } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'

type Db = Kysely<Schema>

/**
 * Of one state: how many actions, how many of them have a place, and where: `points`, longitude and latitude in turn, in hundred-thousandths of a
 * degree; `others`, the places without position, each told by `#` and its id when it was drawn, else by `@` and its commune, else by `?`.
 */
type StateSpots = {
  readonly state: ActionState | null; readonly all: number; readonly placed: number; readonly points: string | null; readonly others: string | null
}
/** One row per state, for the whole plan. */
export const listSpots = (db: Db, sight: PlanSight, filter: PlanFilter): Promise<StateSpots[]> =>
  planQuery(db, sight, filter).leftJoin(there.as('there'), (join) => join.onRef('there.action_id', '=', 'action.id'))
    .select(['standing.state', sql<number>`count(*)::integer`.as('all'), sql<number>`count(there.action_id)::integer`.as('placed'),
      sql<string | null>`string_agg(there.points, ' ')`.as('points'), sql<string | null>`string_agg(there.others, ' ')`.as('others')])
    .groupBy('standing.state').execute()

/** The places of each action. */
const there = sql<{ action_id: Id<'action'>; points: string | null; others: string | null }>`(select place.action_id,
    string_agg(round(place.longitude * 100000)::integer || ' ' || round(place.latitude * 100000)::integer, ' ') as points,
    string_agg(case when place.shape is not null then '#' || place.id when place.insee is not null then '@' || place.insee else '?' end, ' ')
      filter (where place.longitude is null) as others
  from action_place place where place.removed_at is null group by place.action_id)`

/** What was drawn of these places. */
export const listShapes = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> =>
  new Map(ids.length === 0 ? [] : (await db.selectFrom('action_place').select(['id', 'shape'])
    .where('id', '=', sql<Id<'place'>>`any(${sql.val([...ids])}::uuid[])`).execute()).map(({ id, shape }) => [id, shape]))

type NamedPlace = { readonly label: string; readonly longitude: number; readonly latitude: number }
/** The places of the actions of a filter that have a position, by name. */
export const listPlaceNames = async (db: Db, sight: PlanSight, filter: PlanFilter): Promise<readonly NamedPlace[]> =>
  (await db.selectFrom('action_place').select(['label', 'longitude', 'latitude']).where('action_id', 'in', planIds(db, sight, filter))
    .where('removed_at', 'is', null).orderBy('action_id').orderBy('position').execute())
    .flatMap(({ label, longitude, latitude }) => (longitude === null || latitude === null ? [] : [{ label, longitude, latitude }]))

type PlacedRow = {
  readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly state: ActionState | null
  readonly places: readonly string[]
}
/** A page of the actions that have a place, with the names of their places. */
export const listPlacedActions = (
  db: Db, sight: PlanSight, filter: PlanFilter, { page, most }: { page: number; most: number },
): Promise<PlacedRow[]> =>
  planActions(db, sight, filter).where('action.id', 'in', placed(db))
    .select(['action.id', 'action.code', 'action.title', stateThen(sight).as('state')])
    .select([sql<readonly string[]>`array(select place.label from action_place place
      where place.operation_id = action.operation_id and place.action_id = action.id and place.removed_at is null order by place.position, place.id)`
      .as('places')])
    .orderBy('action.code_order').orderBy('action.title_order').orderBy('action.id').limit(most).offset((page - 1) * most).execute()

const placed = (db: Db) => db.selectFrom('action_place as there').select('there.action_id').where('there.removed_at', 'is', null)

type PlaceOfAction = {
  readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly state: ActionState | null; readonly label: string
  readonly longitude: number | null; readonly latitude: number | null
  /** Without position: what `listSpots` tells it by. */
  readonly spot: string | null
}
/** Each place of the actions of a filter. */
export const listPlaces = (db: Db, sight: PlanSight, filter: PlanFilter, most: number): Promise<PlaceOfAction[]> =>
  planQuery(db, sight, filter).innerJoin('action_place as place', (join) => join.onRef('place.operation_id', '=', 'action.operation_id')
    .onRef('place.action_id', '=', 'action.id').on('place.removed_at', 'is', null))
    .select(['action.id', 'action.code', 'action.title', 'standing.state', 'place.label', 'place.longitude', 'place.latitude'])
    .select(sql<string | null>`case when place.longitude is not null then null when place.shape is not null then '#' || place.id
      when place.insee is not null then '@' || place.insee end`.as('spot'))
    .orderBy('action.id').orderBy('place.position').limit(most).execute()
