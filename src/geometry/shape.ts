// Shapes on the ground: GeoJSON geometries in degrees of WGS 84, read with care.
import { accepted, refused } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'

/** Longitude, then latitude, in degrees, as GeoJSON orders them. */
export type Position = readonly [longitude: number, latitude: number]
/** Closed when its last position is its first; as a file gives it, it may not be. */
export type Ring = readonly Position[]
/** The outer ring, then the holes. */
export type Polygon = readonly Ring[]
export type MultiPolygon = { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }
/** Edges in degrees. */
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
/** Of RFC 7946, the kinds that make a place. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | MultiPolygon
export type GeometryProblem =
  | 'notJson' | 'notGeometry' | 'severalFeatures' | 'kindRefused' | 'projected' | 'swapped' | 'outsideFrance' | 'tooManyPoints'

const mostPositions = 5000
/** Boxes in degrees (west, south, east, north): metropolitan France, the Antilles, Guiana, Réunion, Mayotte, Saint-Pierre-et-Miquelon. */
const frenchBoxes: readonly (readonly [number, number, number, number])[] = [
  [-5.3, 41.2, 9.8, 51.3], [-63.3, 14.2, -60.6, 18.2], [-54.8, 2, -51.4, 6], [55, -21.6, 56, -20.7], [44.9, -13.2, 45.5, -12.5],
    [-56.6, 46.6, -56, 47.3],
]

const inFrance = ([longitude, latitude]: Position): boolean =>
  frenchBoxes.some(([west, south, east, north]) => longitude >= west && longitude <= east && latitude >= south && latitude <= north)

/** Why a position is not one of ours; undefined when it is. */
export function positionProblem(position: Position): 'projected' | 'swapped' | 'outsideFrance' | undefined {
  const [longitude, latitude] = position
  if (inFrance(position)) return undefined
  if (inFrance([latitude, longitude])) return 'swapped'
  return Math.abs(longitude) > 180 || Math.abs(latitude) > 90 ? 'projected' : 'outsideFrance'
}

/** A geometry pasted as GeoJSON: itself, a Feature, or a collection of one Feature. Altitudes are dropped, open rings closed. */
export function readGeometry(text: string): Outcome<Geometry, GeometryProblem> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refused(['notJson'])
  }
  return geometryOf(json)
}

/** The same from a value already parsed, as a database keeps it. */
export function geometryOf(json: unknown): Outcome<Geometry, GeometryProblem> {
  if (!isRecord(json)) return refused(['notGeometry'])
  if (json['type'] === 'FeatureCollection') {
    const features: unknown = json['features']
    return Array.isArray(features) && features.length === 1 ? geometryOf(features[0]) : refused(['severalFeatures'])
  }
  if (json['type'] === 'Feature') return geometryOf(json['geometry'])
  if (json['type'] === 'GeometryCollection') return refused(['kindRefused'])
  const geometry = shapeOf(json['type'], json['coordinates'])
  return geometry === undefined ? refused(['notGeometry']) : checked(geometry)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

type Read<Value> = (value: unknown) => Value | undefined
const listOf = <Value>(read: Read<Value>, least: number): Read<readonly Value[]> => (value) => {
  if (!Array.isArray(value) || value.length < least) return undefined
  const parts: Value[] = []
  for (const part of value) {
    const known = read(part)
    if (known === undefined) return undefined
    parts.push(known)
  }
  return parts
}
/** A ten-millionth of a degree is a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
const position: Read<Position> = (value) => {
  if (!Array.isArray(value)) return undefined
  const [longitude, latitude]: readonly unknown[] = value
  return typeof longitude === 'number' && typeof latitude === 'number' && Number.isFinite(longitude) && Number.isFinite(latitude)
    ? [rounded(longitude), rounded(latitude)] : undefined
}
const line = listOf(position, 2)
const ring: Read<readonly Position[]> = (value) => {
  const positions = listOf(position, 3)(value)
  const [first, last] = [positions?.[0], positions?.at(-1)]
  if (positions === undefined || first === undefined || last === undefined) return undefined
  const closed = first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first]
  return closed.length < 4 ? undefined : closed
}
const polygon = listOf(ring, 1)

function shapeOf(type: unknown, value: unknown): Geometry | undefined {
  const made = <Coordinates>(coordinates: Coordinates | undefined, make: (known: Coordinates) => Geometry): Geometry | undefined =>
    (coordinates === undefined ? undefined : make(coordinates))
  switch (type) {
    case 'Point': return made(position(value), (coordinates) => ({ type, coordinates }))
    case 'MultiPoint': return made(listOf(position, 1)(value), (coordinates) => ({ type, coordinates }))
    case 'LineString': return made(line(value), (coordinates) => ({ type, coordinates }))
    case 'MultiLineString': return made(listOf(line, 1)(value), (coordinates) => ({ type, coordinates }))
    case 'Polygon': return made(polygon(value), (coordinates) => ({ type, coordinates }))
    case 'MultiPolygon': return made(listOf(polygon, 1)(value), (coordinates) => ({ type, coordinates }))
    default: return undefined
  }
}

function checked(geometry: Geometry): Outcome<Geometry, GeometryProblem> {
  const positions = positionsOf(geometry)
  const problem = positions.map(positionProblem).find((one) => one !== undefined)
  if (positions.length > mostPositions) return refused(['tooManyPoints'])
  return problem === undefined ? accepted(geometry) : refused([problem])
}

/** The lines of a geometry: one position for a point, closed for an area. */
export function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point': return [[geometry.coordinates]]
    case 'MultiPoint': return geometry.coordinates.map((one) => [one])
    case 'LineString': return [geometry.coordinates]
    case 'MultiLineString': case 'Polygon': return geometry.coordinates
    case 'MultiPolygon': return geometry.coordinates.flat()
  }
}
export const positionsOf = (geometry: Geometry): readonly Position[] => linesOf(geometry).flat()
export const isArea = ({ type }: Geometry): boolean => type === 'Polygon' || type === 'MultiPolygon'

/** An area as areas in several parts; undefined for a point or a line. */
export function asMultiPolygon(geometry: Geometry): MultiPolygon | undefined {
  if (geometry.type === 'MultiPolygon') return geometry
  return geometry.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] } : undefined
}

const bareRings = listOf(listOf(position, 0), 0)

/** An area as a file or a database gives it, rings left as they are, closed or not, on French ground or not; undefined for what is no area. */
export function multiPolygonOf(json: unknown): MultiPolygon | undefined {
  if (!isRecord(json)) return undefined
  if (json['type'] === 'Feature') return multiPolygonOf(json['geometry'])
  const coordinates = json['type'] === 'Polygon' ? listOf(bareRings, 1)([json['coordinates']])
    : json['type'] === 'MultiPolygon' ? listOf(bareRings, 0)(json['coordinates']) : undefined
  return coordinates === undefined ? undefined : { type: 'MultiPolygon', coordinates }
}

export const ringsOf = ({ coordinates }: MultiPolygon): readonly Ring[] => coordinates.flat()
export const pointsIn = (shape: MultiPolygon): number => ringsOf(shape).reduce((total, { length }) => total + length, 0)
export const samePosition = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1]

/** The smallest box around these; undefined when there is nothing. */
export function boxAround(positions: Iterable<Position>): Box | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  return west > east ? undefined : { west, south, east, north }
}
const boxes = new WeakMap<MultiPolygon, Box | undefined>()
/** Worked out once for each shape: a file of five thousand asks it of every pair. */
export function boxOf(shape: MultiPolygon): Box | undefined {
  if (!boxes.has(shape)) boxes.set(shape, boxAround(ringsOf(shape).flat()))
  return boxes.get(shape)
}
export const boxesTouch = (one: Box, other: Box, margin = 0): boolean =>
  one.west <= other.east + margin && other.west <= one.east + margin && one.south <= other.north + margin && other.south <= one.north + margin
