// Every SQL statement about the places of an action.
import type { Kysely } from 'kysely'
import { geometryOf } from '../../geometry/shape.ts'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { visibleActions } from '../frameworks/visible-actions.store.ts'
import type { Place, PlaceRow } from './place.rules.ts'

type Db = Kysely<Schema>
type ActionId = Id<'action'>

const places = (db: Db, actionId: ActionId) =>
  db.selectFrom('action_place').select(['id', 'kind', 'label', 'insee', 'parcel', 'longitude', 'latitude', 'shape'])
    .where('action_id', '=', actionId).where('removed_at', 'is', null)

type Kept = Omit<PlaceRow, 'shape'> & { readonly shape: unknown }
/** A shape that another program wrote and that is none is left out. */
function known({ shape: kept, ...place }: Kept): PlaceRow {
  const shape = kept === null ? undefined : geometryOf(kept)
  return { ...place, shape: shape?.ok === true ? shape.value : null }
}

/** In the order they were added. */
export const listPlaces = async (db: Db, actionId: ActionId): Promise<PlaceRow[]> =>
  (await places(db, actionId).orderBy('position').orderBy('id').execute()).map(known)

/** The points of the plan this person sees, some of them: where the operation is. */
export async function listPoints(db: Db, scope: PlanScope): Promise<Pick<PlaceRow, 'id' | 'shape' | 'longitude' | 'latitude'>[]> {
  const points = await db.selectFrom('action_place').innerJoin('action', (join) =>
    join.onRef('action.operation_id', '=', 'action_place.operation_id').onRef('action.id', '=', 'action_place.action_id'))
    .select(['action_place.id', 'longitude', 'latitude']).where('longitude', 'is not', null).where('action_place.removed_at', 'is', null)
    .where(visibleActions(scope)).orderBy('action_place.id').limit(200).execute()
  return points.map((point) => ({ ...point, shape: null }))
}

export async function findPlace(db: Db, actionId: ActionId, id: Id<'place'>): Promise<PlaceRow | undefined> {
  const row = await places(db, actionId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : known(row)
}

const columns = ({ kind, label, insee, parcel, longitude, latitude, shape }: Place) =>
  ({ kind, label, insee, parcel, longitude, latitude, shape: shape === null ? null : JSON.stringify(shape) })

export async function insertPlace(db: Db, operationId: Id<'operation'>, actionId: ActionId, place: Place): Promise<Id<'place'>> {
  const id = newId<'place'>()
  const { last } = await db.selectFrom('action_place').select((eb) => eb.fn.max('position').as('last')).where('action_id', '=', actionId)
    .executeTakeFirstOrThrow()
  await db.insertInto('action_place').values({
    operation_id: operationId, id, action_id: actionId, ...columns(place), position: (last ?? 0) + 1, removed_at: null,
  }).execute()
  return id
}

export async function updatePlace(db: Db, actionId: ActionId, id: Id<'place'>, place: Place): Promise<void> {
  await db.updateTable('action_place').set(columns(place)).where('action_id', '=', actionId).where('id', '=', id).execute()
}

export async function removePlace(db: Db, actionId: ActionId, id: Id<'place'>, at: Instant): Promise<void> {
  await db.updateTable('action_place').set({ removed_at: at }).where('action_id', '=', actionId).where('id', '=', id).execute()
}
