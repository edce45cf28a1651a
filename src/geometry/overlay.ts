// Areas laid over one another: what they share, what one has that the other has not, their union.
import polygonClipping from 'polygon-clipping'
import { areaOf } from './area.ts'
import type { MultiPolygon, Polygon } from './shape.ts'

type Coordinates = [number, number][][][]
type Operation = (first: Coordinates, ...others: Coordinates[]) => Coordinates

const empty: MultiPolygon = { type: 'MultiPolygon', coordinates: [] }

/** Coordinates in units of `grid` of a degree; no grid, as they are. */
const copied = (coordinates: readonly Polygon[], grid: number | undefined): Coordinates =>
  coordinates.map((polygon) => polygon.map((ring) => ring.map(([longitude, latitude]): [number, number] =>
    (grid === undefined ? [longitude, latitude] : [Math.round(longitude * grid) / grid, Math.round(latitude * grid) / grid]))))

/** The sweep of the library gives up on edges that all but touch: a coarser grid, of a centimetre, then of a decimetre, parts them. */
function overlaid(operation: Operation, first: MultiPolygon, others: readonly MultiPolygon[]): MultiPolygon {
  for (const grid of [undefined, 1e7, 1e6]) {
    try {
      const [made, ...rest] = [first, ...others].map(({ coordinates }) => copied(coordinates, grid))
      return made === undefined ? empty : { type: 'MultiPolygon', coordinates: operation(made, ...rest) }
    } catch (error) {
      if (!(error instanceof Error) || grid === 1e6) throw error
    }
  }
  return empty
}

export const unionOf = (shapes: readonly MultiPolygon[]): MultiPolygon => {
  const [first, ...others] = shapes
  return first === undefined ? empty : overlaid(polygonClipping.union, first, others)
}
export const commonOf = (one: MultiPolygon, other: MultiPolygon): MultiPolygon => overlaid(polygonClipping.intersection, one, [other])
/** What `one` has and `other` has not. */
export const withoutOf = (one: MultiPolygon, other: MultiPolygon): MultiPolygon => overlaid(polygonClipping.difference, one, [other])

export type Difference = {
  readonly gained: MultiPolygon; readonly lost: MultiPolygon; readonly kept: MultiPolygon
  readonly gainedM2: number; readonly lostM2: number; readonly keptM2: number
}

/** From one shape to the next: the ground gained, lost and kept. Null, no shape: nothing before, or nothing any more. */
export function differenceOf(before: MultiPolygon | null, after: MultiPolygon | null): Difference {
  const [old, young] = [before ?? empty, after ?? empty]
  const [gained, lost, kept] = [withoutOf(young, old), withoutOf(old, young), commonOf(old, young)]
  return { gained, lost, kept, gainedM2: areaOf(gained), lostM2: areaOf(lost), keptM2: areaOf(kept) }
}
