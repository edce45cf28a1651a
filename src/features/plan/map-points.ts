// What the map one can move fetches: the places of the actions of a filter, each with its state and its action, upon the sectors of that day.
import type { Kysely } from 'kysely'
import type { MapArea, MapPoint } from '../../design/map.tsx'
import { pointsIn } from '../../geometry/shape.ts'
import { paths } from '../../paths.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import { noState } from '../actions/action.words.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { sectorsOn } from '../sectors/sector-index.ts'
import { listPlaces } from './map-view.store.ts'
import { whereabouts } from './map-view.ts'
import type { PlanSight } from './sight.ts'
import { actionTitle } from './view.words.ts'

/** Beyond, a point only says the state of its action: names would weigh more than the map. */
const mostNamed = 2000
const most = 20_000
/** Corners of sectors: beyond, their own page shows them. */
const mostCorners = 50_000

type Fetched = { readonly areas: readonly MapArea[]; readonly points: readonly MapPoint[] }
export async function gatherPoints(db: Kysely<Schema>, slug: string, sight: PlanSight, filter: PlanFilter): Promise<Fetched> {
  return { areas: await sectorAreas(db, slug, sight), points: await placePoints(db, slug, sight, filter) }
}

async function sectorAreas(db: Kysely<Schema>, slug: string, { operationId, day }: PlanSight): Promise<readonly MapArea[]> {
  const { versions } = await sectorsOn(db, operationId, day)
  if (versions.reduce((sum, { version }) => sum + pointsIn(version.geometry), 0) > mostCorners) return []
  return versions.map(({ sector, version, standing }) => ({
    label: '', name: `${sector.name}, ${standing === 'yes' ? 'en vigueur' : 'inconnu'}`, tone: standing === 'yes' ? 'in' : 'unknown',
    href: paths.sector(slug, sector.slug), rings: version.geometry.coordinates,
  }))
}

async function placePoints(db: Kysely<Schema>, slug: string, sight: PlanSight, filter: PlanFilter): Promise<readonly MapPoint[]> {
  const places = await listPlaces(db, sight, filter, most)
  const where = await whereabouts(db, places.flatMap(({ spot }) => spot ?? []))
  const named = places.length <= mostNamed
  return places.flatMap(({ id, code, title, state, label, longitude, latitude, spot }) => {
    const point = longitude !== null && latitude !== null ? { longitude, latitude } : spot === null ? undefined : where(spot)
    if (point === undefined) return []
    const kind = state ?? 'none'
    const stateName = state === null ? noState : stateNames[state]
    const at = [Math.round(point.longitude * 1e5) / 1e5, Math.round(point.latitude * 1e5) / 1e5] as const
    return [named ? { kind, at, name: `${actionTitle({ code, title })} – ${label}, ${stateName.toLowerCase()}`, href: paths.action(slug, id) }
      : { kind, at, name: stateName }]
  })
}
