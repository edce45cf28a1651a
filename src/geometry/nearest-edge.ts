// How near the boundaries of shapes run to a point: for an answer that hangs on a line drawn with limited precision.
import { metresToEdge } from './area.ts'
import { boxOf } from './shape.ts'
import type { MultiPolygon } from './shape.ts'

/** `shape`: its rank in the list given. */
export type NearEdge = { readonly shape: number; readonly metres: number }

/** Never more than a degree of latitude measures on the ellipsoid, so that a box is never passed over. */
const metresPerDegree = 110_500
const inRadians = Math.PI / 180

/** Ready to be asked many times: the shapes with an edge within that distance of a point, inside or outside, nearest first. */
export function nearestEdges(shapes: readonly MultiPolygon[]): (longitude: number, latitude: number, atMostMetres: number) => readonly NearEdge[] {
  const boxes = shapes.map((shape) => boxOf(shape))
  return (longitude, latitude, atMostMetres) => {
    const up = atMostMetres / metresPerDegree
    const across = up / Math.max(Math.cos((Math.abs(latitude) + up) * inRadians), 1e-6)
    return shapes.flatMap((shape, rank): readonly NearEdge[] => {
      const box = boxes[rank]
      if (box === undefined || !(longitude >= box.west - across && longitude <= box.east + across)) return []
      if (!(latitude >= box.south - up && latitude <= box.north + up)) return []
      const metres = metresToEdge(shape, [longitude, latitude])
      return metres <= atMostMetres ? [{ shape: rank, metres }] : []
    }).sort((one, other) => one.metres - other.metres)
  }
}
