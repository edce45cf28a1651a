// What the map shows: where the actions of a filter are, those that are nowhere counted, and a page of the list that says the same.
import type { Kysely } from 'kysely'
import { middleOf, placeMap } from '../../geometry/place-map.ts'
import type { MapPoint, PlaceMap } from '../../geometry/place-map.ts'
import type { Id } from '../../kernel/id.ts'
import { actionStates } from '../../planning/action-state.ts'
import type { ActionState } from '../../planning/action-state.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import type { Schema } from '../../schema.ts'
import { currentRegister } from '../register/kept-register.ts'
import { listLatestVintages } from '../register/register.store.ts'
import { listPlaceNames, listPlacedActions, listShapes, listSpots } from './map-view.store.ts'
import type { PlanSight } from './sight.ts'
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

/** A page of the list, and the whole map, remembered until something is written or a new national list comes. */
export async function gatherMap(db: Kysely<Schema>, asked: ViewAsked): Promise<MapProps> {
  const { sight, filter } = asked
  const page = Math.max(1, Math.min(Number.parseInt(asked.query('pp'), 10) || 1, 10_000))
  const [vintage] = await listLatestVintages(db)
  const { known: _, ...who } = sight
  const drawn = await drawnMap(db, sight.operationId, { sight: who, filter, list: vintage?.id ?? null })
  const actions = await listPlacedActions(db, sight, filter, { page, most: actionsAPage })
  return { ...drawn, asked, page, pages: Math.ceil(drawn.placed / actionsAPage), actions }
}

type Drawn = Pick<MapProps, 'map' | 'counts' | 'total' | 'placed' | 'nowhere' | 'byCommune'>
type Question = { readonly sight: PlanSight; readonly filter: PlanFilter; readonly list: Id<'vintage'> | null }
type Sign = MapPoint & { readonly kind: MapKind }

const drawnMap = rememberedByJournal(20, async (db, { sight, filter }: Question): Promise<Drawn> => {
  const states = await listSpots(db, sight, filter)
  const others = states.flatMap(({ state, others: told }) => wordsOf(told).map((spot) => ({ kind: state ?? 'none' as const, spot })))
  const where = await whereabouts(db, others.map(({ spot }) => spot))
  const found = others.flatMap(({ kind, spot }): readonly (Sign & { readonly spot: string })[] => {
    const point = where(spot)
    return point === undefined ? [] : [{ ...point, kind, spot }]
  })
  const placed = states.reduce((sum, state) => sum + state.placed, 0)
  return {
    map: placeMap<MapKind>([...states.flatMap(signsOf), ...found], placed > mostNames ? [] : await listPlaceNames(db, sight, filter)), placed,
    counts: new Map(states.flatMap(({ state, placed: many }) => (many === 0 ? [] : [[state ?? 'none', many]]))),
    total: states.reduce((sum, state) => sum + state.all, 0), nowhere: others.length - found.length,
    byCommune: found.filter(({ spot }) => spot.startsWith('@')).length,
  }
})

const wordsOf = (text: string | null): readonly string[] => (text === null ? [] : text.split(' '))

/** The places of one state that have a position of their own. */
function signsOf({ state, points }: { readonly state: ActionState | null; readonly points: string | null }): readonly Sign[] {
  const degrees = wordsOf(points).map((whole) => Number(whole) / 100_000)
  const signs: Sign[] = []
  for (let rank = 0; rank < degrees.length; rank += 2) {
    signs.push({ longitude: degrees[rank] ?? 0, latitude: degrees[rank + 1] ?? 0, kind: state ?? 'none' })
  }
  return signs
}

/** Tells where a place without position is: at the middle of what was drawn, or where the national list puts its commune. */
export async function whereabouts(db: Kysely<Schema>, spots: readonly string[]): Promise<(spot: string) => MapPoint | undefined> {
  const shapes = await listShapes(db, spots.filter((spot) => spot.startsWith('#')).map((spot) => spot.slice(1)))
  const towns = spots.some((spot) => spot.startsWith('@')) ? await townPoints(db) : new Map<string, MapPoint>()
  return (spot) => (spot.startsWith('#') ? middleOf(shapes.get(spot.slice(1))) : towns.get(spot.slice(1)))
}

/** Where the national list puts each commune, by its INSEE code. */
async function townPoints(db: Kysely<Schema>): Promise<ReadonlyMap<string, MapPoint>> {
  const register = await currentRegister(db)
  return new Map((register?.entries ?? []).flatMap(({ commune: { row } }) =>
    (row.longitude === null || row.latitude === null ? [] : [[row.insee, { longitude: row.longitude, latitude: row.latitude }]])))
}
