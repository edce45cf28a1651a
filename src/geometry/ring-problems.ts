// What is wrong with an area by itself: its rings, its crossings, the ground it falls on.
import { turnsLeft } from './area.ts'
import { type Crossing, crossingsOf, placeIn } from './crossings.ts'
import type { Box, MultiPolygon, Polygon, Position, Ring } from './shape.ts'
import { boxAround, pointsIn, positionProblem, ringsOf, samePosition } from './shape.ts'
import { mostPoints, problem, type ShapeProblem } from './shape-problem.ts'

const closed = (ring: Ring): boolean => ring[0] !== undefined && samePosition(ring[0], ring.at(-1) ?? ring[0])
export const distinctIn = (ring: Ring): number => new Set(ring.map(([longitude, latitude]) => `${longitude} ${latitude}`)).size
const repeated = (ring: Ring): readonly Position[] => ring.filter((at, index) => index > 0 && samePosition(at, ring[index - 1] ?? at))

/** Each fault of one kind told once, where the first is, with their number. */
const once = (code: ShapeProblem['code'], weight: ShapeProblem['weight'], places: readonly (readonly Position[])[]): readonly ShapeProblem[] =>
  (places[0] === undefined ? [] : [problem(code, weight, { place: places[0], count: places.length })])

export function groundProblems(shape: MultiPolygon): readonly ShapeProblem[] {
  const codes = { projected: 'projected', swapped: 'swappedAxes', outsideFrance: 'outsideFrance' } as const
  const met = new Map<keyof typeof codes, { first: Position; count: number }>()
  for (const at of ringsOf(shape).flat()) {
    const why = positionProblem(at)
    if (why !== undefined) met.set(why, { first: met.get(why)?.first ?? at, count: (met.get(why)?.count ?? 0) + 1 })
  }
  return [...met].map(([why, { first, count }]) => problem(codes[why], 'stops', { place: [first], count }))
}

export function ringProblems({ coordinates }: MultiPolygon): readonly ShapeProblem[] {
  const rings = coordinates.flat()
  const sound = rings.filter((ring) => distinctIn(ring) >= 3)
  const wrongWay = coordinates.flatMap((polygon) => polygon.filter((ring, index) => distinctIn(ring) >= 3 && turnsLeft(ring) !== (index === 0)))
  return [
    ...once('unclosedRing', 'stops', sound.filter((ring) => !closed(ring)).map((ring) => [ring.at(-1), ring[0]].filter((at) => at !== undefined))),
    ...once('shortRing', 'stops', rings.filter((ring) => distinctIn(ring) < 3).map((ring) => ring.slice(0, 2))),
    ...once('duplicatePoints', 'mends', sound.flatMap(repeated).map((at) => [at])),
    ...once('ringOrientation', 'tells', wrongWay.map((ring) => ring.slice(0, 2))),
  ]
}

export function crossingProblems(shape: MultiPolygon): readonly ShapeProblem[] {
  const crossings = crossingsOf(shape)
  if (crossings === undefined) return [problem('tooManyPoints', 'stops', { count: pointsIn(shape) })]
  const at = (kept: (crossing: Crossing) => boolean): readonly (readonly Position[])[] => crossings.filter(kept).map((crossing) => [crossing.at])
  return [
    ...once('selfIntersection', 'stops', at(({ samePart }) => samePart)),
    ...once('holeOutside', 'stops', shape.coordinates.flatMap(holesOutside)),
    ...once('overlappingParts', 'stops', [...at(({ samePart }) => !samePart), ...partsWithin(shape)]),
  ]
}

/** Holes with a point outside the ring they are said to pierce. */
const holesOutside = ([outer = [], ...holes]: Polygon): readonly (readonly Position[])[] => holes.flatMap((hole) => {
  const out = hole.find((at) => placeIn(outer, at) === 'outside')
  return out === undefined ? [] : [[out]]
})

/** Parts that lie inside another one without crossing it: one point of theirs tells. */
const partsWithin = ({ coordinates }: MultiPolygon): readonly (readonly Position[])[] => {
  const boxes = coordinates.map(([outer]) => boxAround(outer ?? []))
  return coordinates.flatMap(([outer], rank) => {
    const at = outer?.[0]
    return at !== undefined && coordinates.some((other, index) => index !== rank && boxHolds(boxes[index], at) && isInside(other, at)) ? [[at]] : []
  })
}

const boxHolds = (box: Box | undefined, [longitude, latitude]: Position): boolean =>
  box !== undefined && longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north

const isInside = ([outer = [], ...holes]: Polygon, at: Position): boolean =>
  placeIn(outer, at) === 'inside' && holes.every((hole) => placeIn(hole, at) === 'outside')

export const tooMany = (shape: MultiPolygon): boolean => pointsIn(shape) > mostPoints
