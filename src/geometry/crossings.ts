// Where the lines of an area cross one another: every pair of segments whose boxes touch is tried, exactly.
import { orient2d } from 'robust-predicates'
import type { MultiPolygon, Position } from './shape.ts'
import { samePosition } from './shape.ts'

type Segment = {
  readonly from: Position; readonly to: Position; readonly part: number; readonly ring: number
  readonly west: number; readonly east: number; readonly south: number; readonly north: number
}
/** `sameRing`, `samePart`: whose lines they are. */
export type Crossing = { readonly at: Position; readonly sameRing: boolean; readonly samePart: boolean }

function segmentsOf({ coordinates }: MultiPolygon): Segment[] {
  return coordinates.flatMap((polygon, part) => polygon.flatMap((ring, index) => ring.flatMap((from, rank) => {
    // An open ring is closed here: its last line is as good as the others.
    const to = ring[rank + 1] ?? ring[0]
    return to === undefined || samePosition(from, to) ? [] : [{
      from, to, part, ring: index, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]), south: Math.min(from[1], to[1]),
      north: Math.max(from[1], to[1]),
    }]
  })))
}

/** Negative to the left of the line, positive to its right, 0 upon it: exact. */
const side = (from: Position, to: Position, at: Position): number => Math.sign(orient2d(from[0], from[1], to[0], to[1], at[0], at[1]))

/** Where two lines cross or run one upon the other; undefined when they are apart, or touch at a point. */
function crossingOf(one: Segment, other: Segment): Position | undefined {
  const [a, b] = [side(one.from, one.to, other.from), side(one.from, one.to, other.to)]
  const [c, d] = [side(other.from, other.to, one.from), side(other.from, other.to, one.to)]
  if (a === 0 && b === 0) return runTogether(one, other)
  if (a * b >= 0 || c * d >= 0) return undefined
  const [dx, dy] = [one.to[0] - one.from[0], one.to[1] - one.from[1]]
  const [ex, ey] = [other.to[0] - other.from[0], other.to[1] - other.from[1]]
  const share = ((other.from[0] - one.from[0]) * ey - (other.from[1] - one.from[1]) * ex) / (dx * ey - dy * ex)
  return [one.from[0] + share * dx, one.from[1] + share * dy]
}

/** On one straight line: the middle of what they share, when that is more than a point. */
function runTogether(one: Segment, other: Segment): Position | undefined {
  const [west, east] = [Math.max(one.west, other.west), Math.min(one.east, other.east)]
  const [south, north] = [Math.max(one.south, other.south), Math.min(one.north, other.north)]
  return east - west <= 0 && north - south <= 0 ? undefined : [(west + east) / 2, (south + north) / 2]
}

/** Crossings in the order of longitude, `most` at most; undefined when the area is so tangled that it would take too long to say. */
export function crossingsOf(shape: MultiPolygon, most = 200, effort = 20_000_000): readonly Crossing[] | undefined {
  const segments = segmentsOf(shape).sort((one, other) => one.west - other.west)
  const crossings: Crossing[] = []
  let [open, tried]: [Segment[], number] = [[], 0]
  for (const next of segments) {
    open = open.filter(({ east }) => east >= next.west)
    tried += open.length
    if (tried > effort) return undefined
    for (const other of open) {
      if (other.north < next.south || other.south > next.north) continue
      const at = crossingOf(other, next)
      if (at === undefined) continue
      crossings.push({ at, sameRing: other.part === next.part && other.ring === next.ring, samePart: other.part === next.part })
      if (crossings.length >= most) return crossings
    }
    open.push(next)
  }
  return crossings
}

/** Whether a position is inside a ring, outside it, or on its line. */
export function placeIn(ring: readonly Position[], at: Position): 'inside' | 'outside' | 'on' {
  let inside = false
  let from = ring.at(-1)
  for (const to of ring) {
    if (from === undefined) return 'outside'
    const [low, high] = from[1] < to[1] ? [from, to] : [to, from]
    if (at[1] >= low[1] && at[1] <= high[1] && at[0] <= Math.max(low[0], high[0])) {
      const turn = side(low, high, at)
      const level = low[1] === high[1]
      if (turn === 0 && at[0] >= Math.min(low[0], high[0])) return 'on'
      if (!level && at[1] < high[1] && turn < 0) inside = !inside
    }
    from = to
  }
  return inside ? 'inside' : 'outside'
}
