// The map of the register: points projected on a plane of our own, metropolitan France and each overseas department apart, one path per state.
import type { LegalState } from '../../law/operation-record.ts'
import { shownStates } from './totals.rules.ts'

/** Degrees of WGS 84. */
export type MapPlace = { readonly longitude: number; readonly latitude: number }
/** Where a place falls: the piece of the map, and the beginning of a path there. Found once per list. */
export type MapSpot = MapPlace & { readonly code: MapFrameCode; readonly at: string }
export type MapFrameCode = 'metropole' | 'guadeloupe' | 'martinique' | 'guyane' | 'reunion' | 'mayotte'
/** A piece of the map in its own box. `backdrop`: the points not asked for, pale; `paths`: those asked for, by state. */
export type MapPiece = {
  readonly code: MapFrameCode; readonly width: number; readonly height: number; readonly backdrop: string
  readonly paths: readonly { readonly state: LegalState; readonly path: string; readonly count: number }[]
  /** Names beside the signs, on a close-up only, as many as fit without touching. */
  readonly labels: readonly MapLabel[]
}
export type MapLabel = { readonly x: number; readonly y: number; readonly name: string }
/** `near`: the first piece is a close-up of what was found; the others say where that is. */
export type RegisterMap = { readonly pieces: readonly MapPiece[]; readonly near: boolean; readonly unplaced: number }

type Frame = {
  readonly code: MapFrameCode; readonly west: number; readonly east: number; readonly south: number; readonly north: number; readonly width: number
}
/** Boxes in degrees; `width` in units of the drawing. */
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

/** Undefined for a place in no piece. */
export function spotOf(place: MapPlace): MapSpot | undefined {
  const frame = frames.find((candidate) => within(candidate, place))
  return frame === undefined ? undefined : { ...place, code: frame.code, at: at(frame, place) }
}

type Found = { readonly spot: MapSpot | undefined; readonly state: LegalState; readonly name: string }
type Placed = Found & { readonly spot: MapSpot }

/** The whole map, or a close-up when `near` is wished and all that was found lies in one piece. Pieces without a point are left out. */
export function drawMap(found: readonly Found[], all: Iterable<MapSpot>, near = false): RegisterMap {
  const placed: Placed[] = []
  for (const { spot, state, name } of found) if (spot !== undefined) placed.push({ spot, state, name })
  const shown = new Set(placed.map(({ spot }) => spot))
  const behind: MapSpot[] = []
  for (const spot of all) if (!shown.has(spot)) behind.push(spot)
  const whole = wholePieces(placed, behind)
  const close = near ? closeUp(placed.map(({ spot }) => spot)) : undefined
  const pieces = close === undefined ? whole : [nearPiece(close, placed, behind), ...whole.filter(({ code }) => code === close.code)]
  return { pieces, near: close !== undefined, unplaced: found.length - placed.length }
}

type Part = { readonly frame: Frame; readonly placed: Placed[]; readonly behind: MapSpot[] }

function wholePieces(placed: readonly Placed[], behind: readonly MapSpot[]): readonly MapPiece[] {
  const parts = new Map(frames.map((frame): [MapFrameCode, Part] => [frame.code, { frame, placed: [], behind: [] }]))
  for (const one of placed) parts.get(one.spot.code)?.placed.push(one)
  for (const spot of behind) parts.get(spot.code)?.behind.push(spot)
  return [...parts.values()].filter((part) => part.placed.length + part.behind.length > 0)
    .map((part) => pieceOf(part.frame, part.placed, part.behind))
}

function nearPiece(frame: Frame, placed: readonly Placed[], behind: readonly MapSpot[]): MapPiece {
  const found = placed.map((one) => ({ ...one, spot: moved(frame, one.spot) }))
  const piece = pieceOf(frame, found, behind.filter((spot) => within(frame, spot)).map((spot) => moved(frame, spot)))
  return { ...piece, labels: labelsOf(frame, found) }
}

/** Room a name takes, in units: so much a letter, so much a line. */
const [letter, line, mostLabels] = [7.2, 15, 60]

/** Names to the right of their signs, or to the left near the edge; one that would touch another, or hide a sign, is left to the list. */
function labelsOf(frame: Frame, found: readonly Placed[]): readonly MapLabel[] {
  if (found.length > mostLabels) return []
  const labels: (MapLabel & { readonly end: number })[] = []
  const places = found.map(({ spot }) => spot.at.slice(1).split(' ').map(Number) as [number, number])
  for (const [index, { name }] of found.entries()) {
    const [x, y] = places[index] ?? [0, 0]
    const wide = name.length * letter
    const start = x + 7 + wide > frame.width ? x - 7 - wide : x + 7
    const hides = places.some(([east, south], other) => other !== index && Math.abs(south - y) < line / 2 && east > start && east < start + wide)
    const free = !hides && labels.every((other) => Math.abs(other.y - (y + 4)) > line || other.x > start + wide || other.end < start)
    if (free) labels.push({ x: Math.round(start), y: y + 4, name, end: start + wide })
  }
  return labels
}

function pieceOf(frame: Frame, found: readonly Placed[], behind: readonly MapSpot[]): MapPiece {
  const signed = new Map<LegalState, string[]>(shownStates.map((state) => [state, []]))
  for (const { spot, state } of found) signed.get(state)?.push(spot.at + signs[state])
  const paths = [...signed].filter(([, points]) => points.length > 0)
    .map(([state, points]) => ({ state, path: points.join(''), count: points.length }))
  const backdrop = behind.map((spot) => `${spot.at}h0`).join('')
  return { code: frame.code, width: frame.width, height: heightOf(frame), backdrop, paths, labels: [] }
}

/** At least this many degrees across, so that one commune does not fill the map. */
const narrowest = 0.35
const margin = 0.15

/** A box around the spots, near the shape of a square; undefined when they lie in several pieces, or nowhere. */
function closeUp(spots: readonly MapSpot[]): Frame | undefined {
  const [first] = spots
  if (first === undefined || spots.some(({ code }) => code !== first.code)) return undefined
  const bounds = (degrees: readonly number[]) => [Math.min(...degrees), Math.max(...degrees)] as const
  const [[west, east], [south, north]] = [bounds(spots.map(({ longitude }) => longitude)), bounds(spots.map(({ latitude }) => latitude))]
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const span = Math.max((east - west) * shrink, north - south, narrowest) * (1 + 2 * margin)
  const [middleEast, middleNorth] = [(west + east) / 2, (south + north) / 2]
  const wide = span / shrink
  return {
    code: first.code, width: 640,
    west: middleEast - wide / 2, east: middleEast + wide / 2, south: middleNorth - span / 2, north: middleNorth + span / 2,
  }
}

const moved = (frame: Frame, spot: MapSpot): MapSpot => ({ ...spot, at: at(frame, spot) })

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
