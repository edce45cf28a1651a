// Mending an area on request: each fault asked for, in an order that lets the next be mended, with what it changed on the ground.
import { areaOf, turnsLeft } from './area.ts'
import { crossingsOf } from './crossings.ts'
import { commonOf, unionOf, withoutOf } from './overlay.ts'
import { distinctIn } from './ring-problems.ts'
import type { MultiPolygon, Position, Ring } from './shape.ts'
import { samePosition } from './shape.ts'
import { type ShapeContext, type ShapeProblemCode, shapeProblemCodes, slipOf } from './shape-problem.ts'
import { snappedTo } from './snapping.ts'

/** Square metres added and taken away; null when the area before had no sense. */
export type Repair = { readonly code: ShapeProblemCode; readonly metres2: number | null }
export type Repaired = { readonly geometry: MultiPolygon; readonly changes: readonly Repair[] }
type Mend = (shape: MultiPolygon, context: ShapeContext) => MultiPolygon

const eachRing = (shape: MultiPolygon, change: (ring: Ring, isOuter: boolean) => Ring): MultiPolygon => ({
  type: 'MultiPolygon', coordinates: shape.coordinates.map((polygon) => polygon.map((ring, index) => change(ring, index === 0))),
})
const closedRing = (ring: Ring): Ring => (ring[0] === undefined || samePosition(ring[0], ring.at(-1) ?? ring[0]) ? ring : [...ring, ring[0]])
const rounded = (shape: MultiPolygon): MultiPolygon => eachRing(shape, (ring) => ring.map(([longitude, latitude]): Position =>
  [Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7]))

/** Crossings more than this are not a slip: whoever drew it must look. */
const tangled = 200
/** Rounding what was cut may make lines cross again by a hair: cut anew, a few times. */
function untangled(shape: MultiPolygon): MultiPolygon {
  if ((crossingsOf(shape, tangled)?.length ?? tangled) >= tangled) return shape
  let cut = shape
  for (let round = 0; round < 4; round += 1) {
    cut = rounded(unionOf(cut.coordinates.map((polygon) => ({ type: 'MultiPolygon', coordinates: [polygon] }))))
    if (crossingsOf(cut, 1)?.length === 0) break
  }
  return oriented(cut)
}
const oriented = (shape: MultiPolygon): MultiPolygon => eachRing(shape, (ring, isOuter) => (turnsLeft(ring) === isOuter ? ring : ring.toReversed()))
const snapped: Mend = (shape, context) => {
  const drawn = context.neighbours.reduce((made, { geometry }) => snappedTo(made, geometry, slipOf(context)).geometry, shape)
  if (drawn === shape) return shape
  // What lay thinly upon a neighbour is the neighbour's.
  return untangled(drawn)
}

const mends: Readonly<Partial<Record<ShapeProblemCode, Mend>>> = {
  swappedAxes: (shape) => eachRing(shape, (ring) => ring.map(([longitude, latitude]): Position => [latitude, longitude])),
  unclosedRing: (shape) => eachRing(shape, closedRing),
  shortRing: (shape) => ({
    type: 'MultiPolygon',
    coordinates: shape.coordinates.flatMap(([outer = [], ...holes]) =>
      (distinctIn(outer) < 3 ? [] : [[outer, ...holes.filter((hole) => distinctIn(hole) >= 3)]])),
  }),
  duplicatePoints: (shape) => eachRing(shape, (ring) => ring.filter((at, rank) => rank === 0 || !samePosition(at, ring[rank - 1] ?? at))),
  selfIntersection: untangled, holeOutside: untangled, overlappingParts: untangled,
  ringOrientation: oriented,
  outsideCommune: (shape, { commune }) => (commune === null ? shape : untangled(commonOf(shape, commune.contour))),
  gapWithNeighbour: snapped, overlapWithNeighbour: snapped,
}

/** Faults that a repair is offered for. */
export const canMend = (code: ShapeProblemCode): boolean => mends[code] !== undefined

/** The area with these faults mended. Those that cannot be are left, and have no change. */
export function repaired(shape: MultiPolygon, asked: Iterable<ShapeProblemCode>, context: ShapeContext): Repaired {
  const wanted = new Set(asked)
  const changes: Repair[] = []
  let geometry = shape
  for (const code of shapeProblemCodes) {
    const mend = wanted.has(code) ? mends[code] : undefined
    const mended = mend?.(geometry, context) ?? geometry
    if (mended === geometry) continue
    changes.push({ code, metres2: shifted(geometry, mended, code) })
    geometry = mended
  }
  return { geometry, changes }
}

/** Faults after which the ground is the same, and those before which it had no measure. */
const still: ReadonlySet<ShapeProblemCode> = new Set(['unclosedRing', 'duplicatePoints', 'ringOrientation', 'shortRing'])
function shifted(before: MultiPolygon, after: MultiPolygon, code: ShapeProblemCode): number | null {
  if (still.has(code)) return 0
  if (code === 'swappedAxes') return null
  const sound = (crossingsOf(before, 1)?.length ?? 1) === 0
  return sound ? areaOf(withoutOf(after, before)) + areaOf(withoutOf(before, after)) : Math.abs(areaOf(after) - areaOf(unionOf([before])))
}
