// Where the actions of a filter are: one point per place that has one, and a page of the actions that have places.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { ActionState } from '../../planning/action-state.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import { planQuery } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'

type Db = Kysely<Schema>

type PlaceRow = {
  readonly actionId: Id<'action'>; readonly state: ActionState | null; readonly label: string; readonly insee: string | null
  readonly longitude: number | null; readonly latitude: number | null; readonly shape: unknown
}
/** Every place of these actions; the shape only when it is all there is to know where. */
export const listPlacesOfPlan = (db: Db, sight: PlanSight, filter: PlanFilter): Promise<PlaceRow[]> =>
  planQuery(db, sight, filter).innerJoin('action_place as place', (join) =>
    join.onRef('place.operation_id', '=', 'action.operation_id').onRef('place.action_id', '=', 'action.id').on('place.removed_at', 'is', null))
    .select(['action.id as actionId', 'standing.state', 'place.label', 'place.insee', 'place.longitude', 'place.latitude',
      sql<unknown>`case when place.longitude is null then place.shape end`.as('shape')])
    .execute()

type PlacedRow = {
  readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly state: ActionState | null
  readonly places: readonly string[]
}
/** A page of the actions that have a place, with the names of their places. */
export const listPlacedActions = (
  db: Db, sight: PlanSight, filter: PlanFilter, { page, most }: { page: number; most: number },
): Promise<PlacedRow[]> =>
  planQuery(db, sight, filter).where('action.id', 'in', placed(db))
    .select(['action.id', 'action.code', 'action.title', 'standing.state', sql<readonly string[]>`array(select place.label from action_place place
      where place.operation_id = action.operation_id and place.action_id = action.id and place.removed_at is null order by place.position, place.id)`
      .as('places')])
    .orderBy('action.code_order').orderBy('action.title_order').orderBy('action.id').limit(most).offset((page - 1) * most).execute()

/** How many actions have a place, and how many there are. */
export const countPlaced = (db: Db, sight: PlanSight, filter: PlanFilter): Promise<{ readonly placed: number; readonly all: number }> =>
  planQuery(db, sight, filter).select((eb) => [
    sql<number>`(count(*) filter (where ${eb('action.id', 'in', placed(db))}))::integer`.as('placed'), sql<number>`count(*)::integer`.as('all'),
  ]).executeTakeFirstOrThrow()

const placed = (db: Db) => db.selectFrom('action_place as there').select('there.action_id').where('there.removed_at', 'is', null)
