// What the map shows: where the actions of a filter are, those that are nowhere counted, and a page of the list that says the same.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { actionStates } from '../../planning/action-state.ts'
import type { ActionState } from '../../planning/action-state.ts'
import { middleOf, placeMap } from '../../planning/place-map.ts'
import type { MapPoint, PlaceMap } from '../../planning/place-map.ts'
import type { Schema } from '../../schema.ts'
import { currentRegister } from '../register/kept-register.ts'
import { countPlaced, listPlacedActions, listPlacesOfPlan } from './map-view.store.ts'
import type { ViewAsked } from './view-asked.ts'

export type MapKind = ActionState | 'none'
export const mapKinds: readonly MapKind[] = [...actionStates, 'none']
export type MapProps = {
  readonly asked: ViewAsked; readonly map: PlaceMap<MapKind> | undefined
  /** Actions per state, among those that are on the map. */
  readonly counts: ReadonlyMap<MapKind, number>
  /** `placed`: actions that have a place; `nowhere`: places whose position nobody knows; `byCommune`: shown at the middle of their commune. */
  readonly all: number; readonly placed: number; readonly nowhere: number; readonly byCommune: number
  readonly actions: readonly {
    readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly state: ActionState | null
    readonly places: readonly string[]
  }[]
  readonly page: number; readonly pages: number
}
const actionsAPage = 50

/** Three statements on the plan, and the national list when a place has nothing but its commune. */
export async function gatherMap(db: Kysely<Schema>, asked: ViewAsked): Promise<MapProps> {
  const { sight, filter } = asked
  const page = Math.max(1, Math.min(Number.parseInt(asked.query('pp'), 10) || 1, 10_000))
  const places = await listPlacesOfPlan(db, sight, filter)
  const located = places.map((place) => ({ ...place, point: ownPoint(place) }))
  const towns = located.some(({ point, insee }) => point === undefined && insee !== null) ? await townPoints(db) : new Map<string, MapPoint>()
  const byCommune = located.filter(({ point, insee }) => point === undefined && towns.has(insee ?? ''))
  const shown = located.flatMap(({ point, insee, state, label, actionId }) => {
    const known = point ?? towns.get(insee ?? '')
    return known === undefined ? [] : [{ ...known, kind: state ?? 'none' as const, name: label, actionId }]
  })
  const { placed, all } = await countPlaced(db, sight, filter)
  return {
    asked, page, map: placeMap<MapKind>(shown), counts: countKinds(shown), all, placed, pages: Math.ceil(placed / actionsAPage),
    nowhere: places.length - shown.length, byCommune: byCommune.length,
    actions: await listPlacedActions(db, sight, filter, { page, most: actionsAPage }),
  }
}

type Placing = { readonly longitude: number | null; readonly latitude: number | null; readonly shape: unknown }
const ownPoint = ({ longitude, latitude, shape }: Placing): MapPoint | undefined =>
  (longitude === null || latitude === null ? middleOf(shape) : { longitude, latitude })

/** Where the national list puts each commune, by its INSEE code. */
async function townPoints(db: Kysely<Schema>): Promise<ReadonlyMap<string, MapPoint>> {
  const register = await currentRegister(db)
  return new Map((register?.entries ?? []).flatMap(({ commune: { row } }) =>
    (row.longitude === null || row.latitude === null ? [] : [[row.insee, { longitude: row.longitude, latitude: row.latitude }]])))
}

function countKinds(shown: readonly { readonly kind: MapKind; readonly actionId: Id<'action'> }[]): ReadonlyMap<MapKind, number> {
  const kinds = new Map<MapKind, Set<Id<'action'>>>()
  for (const { kind, actionId } of shown) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(actionId))
  return new Map([...kinds].map(([kind, ids]) => [kind, ids.size]))
}
