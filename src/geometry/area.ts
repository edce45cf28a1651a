// Areas and lengths on the ellipsoid of the French reference frames (GRS 80), for lines straight in degrees as GeoJSON has them.
import type { MultiPolygon, Position, Ring } from './shape.ts'

/** @source IAG GRS 80, Moritz 2000: semi-major axis in metres, flattening. WGS 84 differs by a tenth of a millimetre. */
const [semiMajor, flattening] = [6_378_137, 1 / 298.257222101]
const squared = flattening * (2 - flattening)
const eccentricity = Math.sqrt(squared)
const semiMinor = semiMajor * (1 - flattening)
const radians = Math.PI / 180

/** Area between the equator and a latitude, of one radian of longitude: the primitive that makes the areas of polygons add up. */
function belowLatitude(latitude: number): number {
  const sine = Math.sin(latitude * radians)
  return (semiMinor * semiMinor / 2) * (sine / (1 - squared * sine * sine) + Math.atanh(eccentricity * sine) / eccentricity)
}

/** Positive when the ring turns as a clock does not. A ring is closed whether it says so or not. */
function ringArea(ring: Ring): number {
  const [start] = ring
  if (start === undefined) return 0
  const base = belowLatitude(start[1])
  let [total, from] = [0, ring.at(-1) ?? start]
  let below = belowLatitude(from[1]) - base
  for (const to of ring) {
    const next = belowLatitude(to[1]) - base
    const middle = belowLatitude((from[1] + to[1]) / 2) - base
    // Simpson's rule, exact to the square metre on edges of a hundred kilometres.
    total -= (to[0] - from[0]) * radians * (below + 4 * middle + next) / 6
    from = to
    below = next
  }
  return total
}

/** Whether a ring turns as a clock does not, as the outer ring of a GeoJSON polygon does. */
export const turnsLeft = (ring: Ring): boolean => ringArea(ring) > 0

/** Square metres, of an area whose rings do not cross. */
export const areaOf = ({ coordinates }: MultiPolygon): number => coordinates.reduce((total, polygon) =>
  total + polygon.reduce((left, ring, index) => (index === 0 ? Math.abs(ringArea(ring)) : left - Math.abs(ringArea(ring))), 0), 0)

/** Metres in a degree of longitude and in one of latitude, there. */
export function metresPerDegree(latitude: number): readonly [east: number, north: number] {
  const sine = Math.sin(latitude * radians)
  const around = 1 - squared * sine * sine
  const across = semiMajor / Math.sqrt(around)
  return [across * Math.cos(latitude * radians) * radians, (across * (1 - squared) / around) * radians]
}

/** Metres from one position to another, a few kilometres away at most. */
export function metresBetween(from: Position, to: Position): number {
  const [east, north] = metresPerDegree((from[1] + to[1]) / 2)
  return Math.hypot((to[0] - from[0]) * east, (to[1] - from[1]) * north)
}

/** The place of a segment nearest to a position, and how far it is in metres. */
export function nearestOn(from: Position, to: Position, position: Position): { readonly at: Position; readonly metres: number } {
  const [east, north] = metresPerDegree(position[1])
  const [dx, dy] = [(to[0] - from[0]) * east, (to[1] - from[1]) * north]
  const [px, py] = [(position[0] - from[0]) * east, (position[1] - from[1]) * north]
  const long = dx * dx + dy * dy
  const share = long === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / long))
  return {
    at: [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share], metres: Math.hypot(px - dx * share, py - dy * share),
  }
}

/** Metres from a position to the nearest line of an area, inside or outside; Infinity when it has none. */
export function metresToEdge({ coordinates }: MultiPolygon, [longitude, latitude]: Position): number {
  const [east, north] = metresPerDegree(latitude)
  let least = Infinity
  for (const rings of coordinates) {
    for (const ring of rings) {
      let [x, y, begun] = [0, 0, false]
      for (const at of ring) {
        const [px, py] = [(at[0] - longitude) * east, (at[1] - latitude) * north]
        if (begun) least = Math.min(least, squaredToOrigin(x, y, px, py))
        x = px
        y = py
        begun = true
      }
    }
  }
  return Math.sqrt(least)
}

/** From a segment to the origin of the plane, squared. */
function squaredToOrigin(x: number, y: number, toX: number, toY: number): number {
  const [dx, dy] = [toX - x, toY - y]
  const long = dx * dx + dy * dy
  const share = long === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / long))
  return (x + share * dx) ** 2 + (y + share * dy) ** 2
}
