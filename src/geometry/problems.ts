// Everything wrong with an area brought to us: by itself, then against its commune and its neighbours.
import { areaOf } from './area.ts'
import { placeIn } from './crossings.ts'
import { nearestEdges } from './nearest-edge.ts'
import { commonOf, withoutOf } from './overlay.ts'
import { crossingProblems, groundProblems, ringProblems, tooMany } from './ring-problems.ts'
import type { MultiPolygon, Position } from './shape.ts'
import { boxesTouch, boxOf, pointsIn, ringsOf } from './shape.ts'
import { problem, type ShapeContext, type ShapeProblem, slipOf } from './shape-problem.ts'
import { snappedTo } from './snapping.ts'

/** In the order of `shapeProblemCodes`. What surrounds an area is looked at only once it is sound by itself. */
export function problemsOf(shape: MultiPolygon, context: ShapeContext): readonly ShapeProblem[] {
  if (pointsIn(shape) === 0) return [problem('empty', 'stops')]
  if (tooMany(shape)) return [problem('tooManyPoints', 'stops', { count: pointsIn(shape) })]
  const alone = [...groundProblems(shape), ...ringProblems(shape), ...crossingProblems(shape)]
  // Which way a ring turns means nothing while it crosses itself or has its axes exchanged.
  if (alone.some(({ weight }) => weight === 'stops')) return alone.filter(({ weight }) => weight !== 'tells')
  return [...alone, ...communeProblems(shape, context), ...neighbourProblems(shape, context)]
}

const isIn = ({ coordinates }: MultiPolygon, at: Position): boolean => coordinates.some(([outer = [], ...holes]) =>
  placeIn(outer, at) !== 'outside' && holes.every((hole) => placeIn(hole, at) !== 'inside'))

function communeProblems(shape: MultiPolygon, context: ShapeContext): readonly ShapeProblem[] {
  if (context.commune === null) return [problem('communeUnknown', 'tells')]
  const { insee, contour, precisionMetres } = context.commune
  const reach = precisionMetres + slipOf(context)
  const edges = nearestEdges([contour])
  const away = ringsOf(shape).flat().filter((at) => !isIn(contour, at) && edges(at[0], at[1], reach).length === 0)
  const [first] = away
  if (first === undefined) return []
  const outside = withoutOf(shape, contour)
  const whole = ringsOf(shape).flat().every((at) => !isIn(contour, at)) && commonOf(shape, contour).coordinates.length === 0
  return [problem('outsideCommune', whole ? 'stops' : 'mends', { place: [first], count: away.length, metres2: areaOf(outside), other: insee })]
}

function neighbourProblems(shape: MultiPolygon, context: ShapeContext): readonly ShapeProblem[] {
  const ours = boxOf(shape)
  return context.neighbours.flatMap(({ id, geometry }) => {
    const theirs = boxOf(geometry)
    if (ours === undefined || theirs === undefined || !boxesTouch(ours, theirs, 0.01)) return []
    return slivers(shape, id, geometry, slipOf(context))
  })
}

/** A gap is what drawing the lines together would add, a thin overlap what it would take away; a broad overlap is only told. */
function slivers(shape: MultiPolygon, id: string, neighbour: MultiPolygon, slip: number): readonly ShapeProblem[] {
  const { geometry, snaps } = snappedTo(shape, neighbour, slip)
  const [inside, outside] = [snaps.filter(({ at }) => isIn(neighbour, at)), snaps.filter(({ at }) => !isIn(neighbour, at))]
  const lost = commonOf(shape, neighbour)
  const left = commonOf(geometry, neighbour)
  const broad = areaOf(left) > 1
  const thin = areaOf(lost) - areaOf(left)
  const gap = areaOf(withoutOf(geometry, shape))
  return [
    ...(gap < 0.5 || snaps.length === 0 ? [] : [problem('gapWithNeighbour', 'mends', placed([...outside, ...snaps], gap, id))]),
    ...(thin < 0.5 || broad ? [] : [problem('overlapWithNeighbour', 'mends', placed([...inside, ...snaps], thin, id))]),
    ...(!broad ? [] : [problem('overlapWithNeighbour', 'tells', {
      place: left.coordinates[0]?.[0]?.slice(0, 1) ?? [], metres2: areaOf(left), other: id,
    })]),
  ]
}

const placed = (snaps: readonly { readonly at: Position }[], metres2: number, other: string): Partial<ShapeProblem> =>
  ({ place: snaps.slice(0, 1).map(({ at }) => at), count: new Set(snaps).size, metres2, other })
