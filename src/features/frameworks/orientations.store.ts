// Every SQL statement about orientations: their trees, their sheets, the actions that hang on them.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ActionState } from '../../planning/action-state.ts'
import type { PlanScope } from '../../planning/scope.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import type { Schema } from '../../schema.ts'
import type { Orientation, OrientationValues } from './orientation.rules.ts'
import { inTreeOrder } from './tree.rules.ts'
import type { ListedOrientation, PlacedOrientation } from './tree.rules.ts'
import { visibleActions } from './visible-actions.store.ts'

type Db = Kysely<Schema>

const placeColumns = [
  'orientation.id', 'orientation.framework_id as frameworkId', 'orientation.parent_id as parentId', 'orientation.position', 'orientation.number',
  'orientation.title',
] as const

/** Every orientation of every framework, framework after framework, each tree from top to bottom. One statement. */
export async function listOrientations(db: Db): Promise<readonly ListedOrientation[]> {
  const rows = await db.selectFrom('orientation').innerJoin('framework', (join) =>
    join.onRef('framework.operation_id', '=', 'orientation.operation_id').onRef('framework.id', '=', 'orientation.framework_id'))
    .select(placeColumns).select(['framework.name as frameworkName', 'framework.slug as frameworkSlug'])
    .where('orientation.removed_at', 'is', null).where('framework.removed_at', 'is', null)
    .orderBy('framework.position').orderBy('framework.name').orderBy('framework.id').orderBy('orientation.position').execute()
  const frameworks = new Map<Id<'framework'>, (typeof rows)[number][]>()
  for (const row of rows) {
    const own = frameworks.get(row.frameworkId)
    if (own === undefined) frameworks.set(row.frameworkId, [row])
    else own.push(row)
  }
  return [...frameworks.values()].flatMap((own) => inTreeOrder(own, own[0]?.frameworkName ?? ''))
}

/** `direct`: actions on the orientation itself; `below`: on it or on anything under it, each counted once. */
export type ActionCounts = { readonly direct: number; readonly below: number }
const none: ActionCounts = { direct: 0, below: 0 }

/** Whose actions are counted, and in which operation. */
export type CountedSight = { readonly operationId: Id<'operation'>; readonly scope: PlanScope }
/** How many actions this person sees on each orientation, and in each framework (`below`), each counted once. */
export async function countActions(
  db: Db, { operationId, scope }: CountedSight,
): Promise<(id: Id<'orientation'> | Id<'framework'>) => ActionCounts> {
  const counts = new Map((await served(db, operationId, scope)).map(({ id, ...count }) => [id, count]))
  return (id) => counts.get(id) ?? none
}

/** Remembered until something is written. Actions that serve the same orientations are counted together: there are few such sets. */
const served = rememberedByJournal(100, async (db, scope: PlanScope) => (await sql<{ id: string } & ActionCounts>`
  with recursive above (orientation_id, ancestor_id) as (
    select id, id from orientation where removed_at is null
    union all
    select above.orientation_id, parent.parent_id from above join orientation parent on parent.id = above.ancestor_id
    where parent.parent_id is not null and parent.removed_at is null
  ), inside as (
    select orientation_id, ancestor_id, orientation_id = ancestor_id as direct from above
    union all
    select id, framework_id, false from orientation where removed_at is null
  ), alike as (
    select orientations, count(*) as actions from (
      select array_agg(held.orientation_id order by held.orientation_id) as orientations from action_orientation held
      join action on action.id = held.action_id where ${visibleActions(scope)} group by held.action_id) one
    group by orientations
  ), reached as (
    select alike.orientations, alike.actions, inside.ancestor_id, bool_or(inside.direct) as direct
    from alike cross join unnest(alike.orientations) one (orientation_id) join inside on inside.orientation_id = one.orientation_id
    group by alike.orientations, alike.actions, inside.ancestor_id
  )
  select ancestor_id as id, sum(actions)::integer as below, (coalesce(sum(actions) filter (where direct), 0))::integer as direct
  from reached group by ancestor_id`.execute(db)).rows)

/** The whole sheet of an orientation. */
export async function findOrientation(db: Db, id: Id<'orientation'>): Promise<Orientation | undefined> {
  const row = await db.selectFrom('orientation').select(placeColumns)
    .select(['context', 'objectives', 'audience', 'centrality', 'pilots', 'convention_id as conventionId', 'clause as provision', 'version'])
    .where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
  if (row === undefined) return undefined
  const { conventionId, provision, ...rest } = row
  return { ...rest, clause: conventionId === null || provision === null ? null : { conventionId, provision } }
}

/** The places of one framework, to move things in it. */
export const listPlaces = (db: Db, frameworkId: Id<'framework'>): Promise<PlacedOrientation[]> =>
  db.selectFrom('orientation').select(placeColumns).where('framework_id', '=', frameworkId).where('removed_at', 'is', null)
    .orderBy('position').execute()

const columnsOf = ({ clause, number, title, context, objectives, audience, centrality, pilots }: OrientationValues) => ({
  number, title, context, objectives, audience, centrality, pilots, convention_id: clause?.conventionId ?? null, clause: clause?.provision ?? null,
})

export type NewOrientation = OrientationValues & Pick<PlacedOrientation, 'id' | 'frameworkId' | 'parentId' | 'position'>
const atOnce = 500
/** Writes orientations, parents before what stands under them. */
export async function insertOrientations(db: Db, operationId: Id<'operation'>, orientations: readonly NewOrientation[]): Promise<void> {
  for (let first = 0; first < orientations.length; first += atOnce) {
    await db.insertInto('orientation').values(orientations.slice(first, first + atOnce).map(({ id, frameworkId, parentId, position, ...values }) =>
      ({ operation_id: operationId, id, framework_id: frameworkId, parent_id: parentId, position, ...columnsOf(values) }))).execute()
  }
}

/** Writes one orientation last under its parent (null: first level). */
export async function insertOrientation(
  db: Db, operationId: Id<'operation'>, frameworkId: Id<'framework'>, parentId: Id<'orientation'> | null, values: OrientationValues,
): Promise<Id<'orientation'>> {
  const id = newId<'orientation'>()
  const { last } = await db.selectFrom('orientation').select((eb) => eb.fn.max('position').as('last')).where('framework_id', '=', frameworkId)
    .where('parent_id', parentId === null ? 'is' : '=', parentId).executeTakeFirstOrThrow()
  await insertOrientations(db, operationId, [{ id, frameworkId, parentId, position: last === null ? 0 : last + 1, ...values }])
  return id
}

/** Changes a sheet if nobody changed it since `version`; false otherwise. */
export async function updateOrientation(db: Db, id: Id<'orientation'>, version: number, values: OrientationValues): Promise<boolean> {
  const updated = await db.updateTable('orientation').set({ ...columnsOf(values), version: version + 1 })
    .where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Writes new places, in one statement. */
export async function updatePlaces(db: Db, places: readonly Pick<PlacedOrientation, 'id' | 'parentId' | 'position'>[]): Promise<void> {
  await sql`update orientation set parent_id = place.parent_id, position = place.position
    from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ parentId }) => parentId)}::uuid[],
      ${places.map(({ position }) => position)}::integer[]) as place (id, parent_id, position)
    where orientation.id = place.id`.execute(db)
}

/** Takes orientations out of the lists; the caller has made sure that no action hangs on them. */
export async function removeOrientations(db: Db, ids: readonly Id<'orientation'>[], at: Instant): Promise<void> {
  if (ids.length > 0) await db.updateTable('orientation').set({ removed_at: at }).where('id', 'in', ids).execute()
}

/** What hangs on these orientations: actions whoever may see them, and indicators. */
export async function countHanging(db: Db, ids: readonly Id<'orientation'>[]): Promise<{ readonly actions: number; readonly indicators: number }> {
  const { rows: [row] } = await sql<{ actions: number; indicators: number }>`select
    (select count(distinct action.id)::integer from action_orientation held join action on action.id = held.action_id
      where held.orientation_id = any(${ids}::uuid[]) and action.removed_at is null) as actions,
    (select count(*)::integer from indicator where orientation_id = any(${ids}::uuid[]) and removed_at is null) as indicators`.execute(db)
  return row ?? { actions: 0, indicators: 0 }
}

/** An action as the page of an orientation lists it; `printed`: the number its framework prints for it. */
export type HeldAction = {
  readonly id: Id<'action'>; readonly orientationId: Id<'orientation'>; readonly printed: string | null; readonly code: string | null
  readonly title: string
  readonly owner: string | null; readonly state: ActionState | null; readonly endsOn: PlainDate | null
}
/** The actions on these orientations that this person sees, with their state on a day; `most` at once. */
export async function listHeldActions(
  db: Db, scope: PlanScope, ids: readonly Id<'orientation'>[],
  { day, most, skip }: { readonly day: PlainDate; readonly most: number; readonly skip: number },
): Promise<readonly HeldAction[]> {
  const { rows } = await sql<HeldAction>`
    select action.id, held.orientation_id as "orientationId", held.code as printed, action.code, action.title, owner.name as owner,
      coalesce(action.forecast_ends_on, action.ends_on) as "endsOn",
      (select step.state from action_transition step where step.action_id = action.id and step.happened_on <= ${day}
        and (step.until is null or step.until > ${day}) order by step.happened_on desc, step.recorded_at desc limit 1) as state
    from action_orientation held join action on action.id = held.action_id
    left join organisation owner on owner.id = action.owner_id
    where held.orientation_id = any(${ids}::uuid[]) and ${visibleActions(scope)}
    order by array_position(${ids}::uuid[], held.orientation_id), held.position, held.code nulls last, action.title, action.id
    limit ${most} offset ${skip}`.execute(db)
  return rows
}
