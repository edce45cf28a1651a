// The map of the register: points projected on a plane of our own, metropolitan France and each overseas department apart, one path per state.
import type { LegalState } from '../../law/operation-record.ts'
import { shownStates } from './totals.rules.ts'

export type MapPlace = { readonly longitude: number; readonly latitude: number }
export type MapPoint = MapPlace & { readonly state: LegalState }
/** A piece of the map in its own box. `backdrop`: every point of the list, pale; `paths`: the points asked for, by state. */
export type MapPiece = {
  readonly code: MapFrameCode; readonly width: number; readonly height: number; readonly backdrop: string
  readonly paths: readonly { readonly state: LegalState; readonly path: string; readonly count: number }[]
}
export type RegisterMap = { readonly pieces: readonly MapPiece[]; readonly placed: number; readonly unplaced: number }
export type MapFrameCode = 'metropole' | 'guadeloupe' | 'martinique' | 'guyane' | 'reunion' | 'mayotte'

type Frame = {
  readonly code: MapFrameCode; readonly west: number; readonly east: number; readonly south: number; readonly north: number; readonly width: number
}
/** Boxes in degrees of WGS 84; `width` in units of the drawing. */
const frames: readonly Frame[] = [
  { code: 'metropole', west: -5.3, east: 9.7, south: 41.2, north: 51.2, width: 640 },
  { code: 'guadeloupe', west: -61.9, east: -60.9, south: 15.75, north: 16.6, width: 120 },
  { code: 'martinique', west: -61.35, east: -60.7, south: 14.3, north: 14.95, width: 120 },
  { code: 'guyane', west: -54.8, east: -51.5, south: 2, north: 6, width: 120 },
  { code: 'reunion', west: 55.1, east: 56, south: -21.5, north: -20.75, width: 120 },
  { code: 'mayotte', west: 44.9, east: 45.4, south: -13.1, north: -12.55, width: 120 },
]

/** One sign per state, drawn around the point: they differ by their shape before their colour. */
export const signs: Readonly<Record<LegalState, string>> = {
  inForce: 'h0', expired: 'm-2.5-2.5h5v5h-5z', unknown: 'm0-3.2l3.2 3.2l-3.2 3.2l-3.2-3.2z', disputed: 'm-3-3l6 6m0-6l-6 6', notYet: 'm0-3l3 5.2h-6z',
  terminated: 'm-3 0h6', annulled: 'm-3 0h6',
}

/** Every point of the list, pale, piece by piece: drawn once per list. */
export type MapBackdrop = Readonly<Partial<Record<MapFrameCode, string>>>

export function drawBackdrop(all: readonly (MapPlace | null)[]): MapBackdrop {
  const points = all.filter((point) => point !== null)
  return Object.fromEntries(frames.map((frame) =>
    [frame.code, points.filter((point) => within(frame, point)).map((point) => `${at(frame, point)}h0`).join('')]))
}

/** Pieces without a point of the list are left out; a point in no box counts as unplaced. */
export function drawMap(found: readonly (MapPoint | null)[], backdrop: MapBackdrop): RegisterMap {
  let placed = 0
  const pieces = frames.flatMap((frame) => {
    const behind = backdrop[frame.code] ?? ''
    if (behind === '') return []
    const signed = new Map<LegalState, string[]>()
    for (const point of found) {
      if (point === null || !within(frame, point)) continue
      const drawn = signed.get(point.state)
      if (drawn === undefined) signed.set(point.state, [at(frame, point)])
      else drawn.push(at(frame, point))
      placed += 1
    }
    const paths = shownStates.map((state) => ({ state, points: signed.get(state) ?? [] })).filter(({ points }) => points.length > 0)
      .map(({ state, points }) => ({ state, path: points.map((point) => point + signs[state]).join(''), count: points.length }))
    return [{ code: frame.code, width: frame.width, height: heightOf(frame), backdrop: behind, paths }]
  })
  return { pieces, placed, unplaced: found.length - placed }
}

const within = ({ west, east, south, north }: Frame, { longitude, latitude }: MapPlace): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north

/** Units per degree of longitude and of latitude: a degree of longitude shrinks with the cosine of the latitude at the middle of the box. */
function scaleOf({ west, east, south, north, width }: Frame): readonly [number, number] {
  const perLongitude = width / (east - west)
  return [perLongitude, perLongitude / Math.cos(((south + north) / 2) * (Math.PI / 180))]
}

const heightOf = (frame: Frame): number => Math.round((frame.north - frame.south) * scaleOf(frame)[1])

function at(frame: Frame, { longitude, latitude }: MapPlace): string {
  const [x, y] = scaleOf(frame)
  return `M${Math.round((longitude - frame.west) * x)} ${Math.round((frame.north - latitude) * y)}`
}
