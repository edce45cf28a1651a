// Is a point covered by a polygon, told with whole numbers of any size: slow, without rounding, and sharing nothing with what it judges.
import type { MultiPolygon, Position, Ring } from '../geometry/shape.ts'

/** A double as a whole number of 2^-200; every double of a degree, or a thousandth of a hair of it, is one. */
export function exact(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value)
  const high = bits.getUint32(0)
  const exponent = (high >>> 20) & 0x7ff
  if (exponent === 0) return 0n
  const digits = (BigInt((high & 0xfffff) | 0x100000) << 32n) | BigInt(bits.getUint32(4))
  const shift = BigInt(exponent - 1075 + 200)
  if (shift < 0n) throw new Error(`too small to be judged: ${value}`)
  return (high >>> 31 === 1 ? -1n : 1n) * (digits << shift)
}

type Place = readonly [x: bigint, y: bigint]
const places = (ring: Ring): readonly Place[] => ring.map(([x, y]): Place => [exact(x), exact(y)])
const distinct = (ring: Ring): number => ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1]).length
const closed = (ring: Ring): Ring => {
  const [first, last] = [ring[0], ring.at(-1)]
  return first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1]) ? ring : [...ring, first]
}

/** The rings of each polygon, ready to be asked many times. */
export type Judged = readonly (readonly (readonly Place[])[])[]
export const judged = ({ coordinates }: MultiPolygon): Judged =>
  coordinates.map((polygon) => polygon.map(closed).filter((ring) => distinct(ring) > 3).map(places))

/** Closed sets, even-odd in a polygon, union of the polygons. Counts the edges above the point. */
export function covers(shape: Judged, [x, y]: Position): boolean {
  const point: Place = [exact(x), exact(y)]
  return shape.some((polygon) => {
    let above = 0
    for (const ring of polygon) {
      for (let at = 1; at < ring.length; at += 1) {
        const standing = standingOver(ring[at - 1] ?? point, ring[at] ?? point, point)
        if (standing === 'on') return true
        if (standing === 'above') above += 1
      }
    }
    return above % 2 === 1
  })
}

function standingOver([ax, ay]: Place, [bx, by]: Place, [x, y]: Place): 'on' | 'above' | 'elsewhere' {
  const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  const between = (one: bigint, other: bigint, value: bigint): boolean => (one <= value && value <= other) || (other <= value && value <= one)
  if (turn === 0n && between(ax, bx, x) && between(ay, by, y)) return 'on'
  if ((ax <= x) === (bx <= x)) return 'elsewhere'
  // Below the edge: at the right of an edge that goes east, at the left of one that goes west.
  return (bx > ax) === (turn < 0n) ? 'above' : 'elsewhere'
}
