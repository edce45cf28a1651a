// The places of an action: listed and drawn, added, changed, removed.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { nameKey } from '../../kernel/text.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { findOperation } from '../operations/operations.store.ts'
import { listSectors } from '../sectors/sectors.store.ts'
import { page } from '../site/chrome.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { searchTerritories } from '../territories/territory.rules.ts'
import { backTo, editedAction, partFrame, recordPart, seenAction } from './action-part.ts'
import type { ActionRow } from './actions.store.ts'
import { drawPlaces } from './drawn-places.ts'
import type { DrawnPlaces } from './drawn-places.ts'
import { placeFields, placeKinds, readPlace, shapeOf } from './place.rules.ts'
import type { Place, PlaceKind, PlaceRow, PlaceTyped } from './place.rules.ts'
import { findPlace, insertPlace, listPlaces, listPoints, removePlace, updatePlace } from './places.store.ts'
import { PlacePage, PlacesPage, placeFaults, placeKindInAddress } from './places.pages.tsx'

export const actionPlaces = routes()
const blank: PlaceTyped = { label: '', commune: '', parcel: '', longitude: '', latitude: '', shape: '' }

actionPlaces.get(paths.actionPlaces(':operation', ':action'), may('viewPlan'), async (c) =>
  placesPage(c, await seenAction(c), placeKinds.find((kind) => placeKindInAddress[kind] === c.req.query('nature')) ?? 'commune', blank, []))

actionPlaces.post(paths.actionPlaces(':operation', ':action'), may('editAction'), recorded('placeAdded'), async (c) => {
  const action = await editedAction(c)
  const { kind: chosen, ...typed } = await fields(c, [...placeFields, 'kind'])
  const kind = placeKinds.find((one) => one === chosen) ?? 'commune'
  const outcome = readPlace(kind, typed, await townOf(c, typed.commune))
  if (!outcome.ok) return placesPage(c, action, kind, typed, outcome.problems.map((problem) => placeFaults[problem]))
  const id = await insertPlace(c.var.db, c.var.space.operationId, action.id, outcome.value)
  await recordPart(c, action, null, { place: id, ...outcome.value })
  return backTo(c, paths.actionPlaces(c.var.space.slug, action.id), 'ajout')
})

const one = [':operation', ':action', ':place'] as const
actionPlaces.get(paths.actionPlace(...one), may('editAction'), async (c) => {
  const action = await editedAction(c)
  const place = await findPlace(c.var.db, action.id, idOf<'place'>(c, 'place')) ?? notFound()
  return placePage(c, action, place, typedFrom(place), [])
})

actionPlaces.post(paths.actionPlace(...one), may('editAction'), recorded('placeChanged'), async (c) => {
  const action = await editedAction(c)
  const place = await findPlace(c.var.db, action.id, idOf<'place'>(c, 'place')) ?? notFound()
  const typed = await fields(c, placeFields)
  const outcome = readPlace(place.kind, typed, await townOf(c, typed.commune))
  if (!outcome.ok) return placePage(c, action, place, typed, outcome.problems.map((problem) => placeFaults[problem]))
  await updatePlace(c.var.db, action.id, place.id, outcome.value)
  await recordPart(c, action, place, { place: place.id, ...outcome.value })
  return backTo(c, paths.actionPlaces(c.var.space.slug, action.id), 'modification')
})

actionPlaces.post(paths.actionPlaceRemoval(...one), may('editAction'), recorded('placeRemoved'), async (c) => {
  const action = await editedAction(c)
  const place = await findPlace(c.var.db, action.id, idOf<'place'>(c, 'place')) ?? notFound()
  await removePlace(c.var.db, action.id, place.id, c.var.now)
  await recordPart(c, action, place, null)
  return backTo(c, paths.actionPlaces(c.var.space.slug, action.id), 'retrait')
})

/** The one commune that bears this name or code; of several, the member of this operation's EPCI. */
async function townOf(c: Request, typed: string) {
  if (typed === '') return undefined
  const territories = loadTerritories()
  const known = territories.commune(typed.toUpperCase())
  if (known !== undefined) return known
  const members = territories.epci((await findOperation(c.var.db, c.var.space.operationId))?.epciSiren ?? '')?.members ?? []
  const found = searchTerritories(territories, typed, 50).flatMap((match) =>
    match.kind === 'commune' && (match.commune.postcodes.includes(typed) || nameKey(match.formerName ?? match.commune.name) === nameKey(typed))
      ? [match.commune] : [])
  const near = found.filter(({ insee }) => members.includes(insee))
  return near.length === 1 ? near[0] : found.length === 1 ? found[0] : undefined
}

const located = <One extends Place>(place: One): One & { readonly town: string | null } =>
  ({ ...place, town: place.insee === null ? null : (loadTerritories().commune(place.insee)?.name ?? place.insee) })

const typedFrom = ({ label, insee, parcel, longitude, latitude, shape }: Place): PlaceTyped => ({
  label, commune: insee ?? '', parcel: parcel ?? '', longitude: inDegrees(longitude), latitude: inDegrees(latitude),
  shape: shape === null ? '' : JSON.stringify(shape),
})
const inDegrees = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

async function placesPage(c: Request, action: ActionRow, kind: PlaceKind, typed: PlaceTyped, faults: readonly Fault[]) {
  const places = (await listPlaces(c.var.db, action.id)).map(located)
  const around = await aroundOf(c, kind, places)
  const sectorOf = await sectorsNamed(c, places)
  return page(c, PlacesPage({ ...partFrame(c, action), places, kind, typed, faults, onceKey: newId(), around, sectorOf }),
    faults.length > 0 ? 422 : 200)
}

/** Which sector of the operation a place names: the only one of that name, in its commune when the place says one. */
async function sectorsNamed(c: Request, places: readonly PlaceRow[]): Promise<(place: PlaceRow) => string | undefined> {
  const known = places.some((place) => place.kind === 'sector') ? await listSectors(c.var.db) : []
  return ({ kind, label, insee }) => {
    const [only, another] = kind !== 'sector' ? []
      : known.filter((sector) => nameKey(sector.name) === nameKey(label) && (insee === null || sector.insee === insee))
    return another === undefined ? only?.slug : undefined
  }
}

async function placePage(c: Request, action: ActionRow, place: PlaceRow, typed: PlaceTyped, faults: readonly Fault[]) {
  const around = await aroundOf(c, place.kind, [place])
  return page(c, PlacePage({ ...partFrame(c, action), place: located(place), typed, faults, around }), faults.length > 0 ? 422 : 200)
}

const [boardWidth, boardRatio] = [640, 0.65]
type Somewhere = Pick<PlaceRow, 'id' | 'shape' | 'longitude' | 'latitude'>
/** Where to draw: around these places, else around those of the whole plan, else on the whole country. */
async function aroundOf(c: Request, kind: PlaceKind, places: readonly Somewhere[]): Promise<DrawnPlaces | undefined> {
  if (kind !== 'drawn') return undefined
  const drawn = (list: readonly Somewhere[]) => drawPlaces(list.flatMap((place) => {
    const shape = shapeOf(place)
    return shape === null ? [] : [{ key: place.id, label: '', shape }]
  }), boardWidth, boardRatio)
  return drawn(places) ?? drawn(await listPoints(c.var.db, scopeOf(c.var.space.mandates)))
    ?? drawPlaces([{ key: 'country', label: '', shape: { type: 'MultiPoint', coordinates: [[-4.8, 42.3], [8.2, 51.1]] } }], boardWidth, boardRatio)
}
