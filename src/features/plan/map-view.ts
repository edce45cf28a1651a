// What the map shows: where the actions of a filter are, those that are nowhere counted, and a page of the list that says the same.
import type { Kysely } from 'kysely'
import { middleOf, placeMap } from '../../geometry/place-map.ts'
import type { MapPoint, PlaceMap } from '../../geometry/place-map.ts'
import type { Id } from '../../kernel/id.ts'
import { actionStates } from '../../planning/action-state.ts'
import type { ActionState } from '../../planning/action-state.ts'
import type { Schema } from '../../schema.ts'
import { currentRegister } from '../register/kept-register.ts'
import { listPlaceNames, listPlacedActions, listShapes, listSpots } from './map-view.store.ts'
import type { ViewAsked } from './view-asked.ts'

export type MapKind = ActionState | 'none'
export const mapKinds: readonly MapKind[] = [...actionStates, 'none']
export type MapProps = {
  readonly asked: ViewAsked; readonly map: PlaceMap<MapKind> | undefined
  /** Actions per state, among those that have a place. */
  readonly counts: ReadonlyMap<MapKind, number>
  /** `placed`: actions that have a place; `nowhere`: places whose position nobody knows; `byCommune`: shown at the middle of their commune. */
  readonly total: number; readonly placed: number; readonly nowhere: number; readonly byCommune: number
  readonly actions: readonly {
    readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly state: ActionState | null
    readonly places: readonly string[]
  }[]
  readonly page: number; readonly pages: number
}
const actionsAPage = 50

/** Beyond, names would cover each other. */
const mostNames = 40

/** Two statements on the plan, one for what was drawn, and the national list when a place has nothing but its commune. */
export async function gatherMap(db: Kysely<Schema>, asked: ViewAsked): Promise<MapProps> {
  const { sight, filter } = asked
  const page = Math.max(1, Math.min(Number.parseInt(asked.query('pp'), 10) || 1, 10_000))
  const states = await listSpots(db, sight, filter)
  const spots = states.flatMap(({ state, spots: written }) => (written ?? '').split(';').filter((spot) => spot !== '').map((spot) => (
    { kind: state ?? 'none' as const, spot })))
  const where = await whereabouts(db, spots.map(({ spot }) => spot))
  const shown = spots.flatMap(({ kind, spot }) => {
    const point = where(spot)
    return point === undefined ? [] : [{ ...point, kind, spot }]
  })
  const placed = states.reduce((sum, state) => sum + state.placed, 0)
  const actions = await listPlacedActions(db, sight, filter, { page, most: actionsAPage })
  const names = placed > mostNames ? [] : await listPlaceNames(db, actions.map(({ id }) => id))
  return {
    asked, page, actions, placed, total: states.reduce((sum, state) => sum + state.all, 0), pages: Math.ceil(placed / actionsAPage),
    map: placeMap<MapKind>(shown, names), counts: new Map(states.flatMap(({ state, placed: many }) => (many === 0 ? [] : [[state ?? 'none', many]]))),
    nowhere: spots.length - shown.length, byCommune: shown.filter(({ spot }) => spot.startsWith('@')).length,
  }
}

/** Tells where a spot is: its own degrees, the middle of what was drawn, or where the national list puts its commune. */
async function whereabouts(db: Kysely<Schema>, spots: readonly string[]): Promise<(spot: string) => MapPoint | undefined> {
  const shapes = await listShapes(db, spots.filter((spot) => spot.startsWith('#')).map((spot) => spot.slice(1)))
  const towns = spots.some((spot) => spot.startsWith('@')) ? await townPoints(db) : new Map<string, MapPoint>()
  return (spot) => {
    if (spot.startsWith('#')) return middleOf(shapes.get(spot.slice(1)))
    if (spot.startsWith('@')) return towns.get(spot.slice(1))
    const [longitude, latitude] = spot.split(' ').map((whole) => Number(whole) / 100_000)
    return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude }
  }
}

/** Where the national list puts each commune, by its INSEE code. */
async function townPoints(db: Kysely<Schema>): Promise<ReadonlyMap<string, MapPoint>> {
  const register = await currentRegister(db)
  return new Map((register?.entries ?? []).flatMap(({ commune: { row } }) =>
    (row.longitude === null || row.latitude === null ? [] : [[row.insee, { longitude: row.longitude, latitude: row.latitude }]])))
}
