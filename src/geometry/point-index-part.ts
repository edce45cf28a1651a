// One polygon of a shape as edges sorted in horizontal slabs: a point is inside, outside or on the boundary, told exactly from a few of them.
import { crosses, meeting, touches } from './predicates.ts'
import type { MultiPolygon, Polygon, Ring } from './shape.ts'

/** `owner`: rank of its shape. `edges`: four numbers each, x and y of the lower end, then of the upper. Slab s: members[starts[s]…starts[s+1]]. */
export type Part = {
  readonly owner: number; readonly edges: Float64Array
  readonly west: number; readonly south: number; readonly east: number; readonly north: number
  readonly slabsPerDegree: number; readonly starts: Int32Array; readonly members: Int32Array
}

/** Beyond this, in degrees, products of differences may overflow: such a place is nowhere. */
const farthest = 1e100
const isPlace = (x: number, y: number): boolean => Math.abs(x) <= farthest && Math.abs(y) <= farthest

/** Every polygon of every shape that has at least one ring of three places. */
export const partsOf = (shapes: readonly MultiPolygon[]): readonly Part[] =>
  shapes.flatMap(({ coordinates }, owner) => coordinates.flatMap((polygon) => partOf(polygon, owner) ?? []))

function partOf(polygon: Polygon, owner: number): Part | undefined {
  const numbers: number[] = []
  for (const ring of polygon) addEdges(ring, numbers)
  if (numbers.length === 0) return undefined
  const edges = Float64Array.from(numbers)
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < edges.length; at += 2) {
    const [x, y] = [edges[at] ?? 0, edges[at + 1] ?? 0]
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return { owner, edges, west, south, east, north, ...slabsOf(edges, south, north) }
}

/** The edges of a ring, closed if it is not; nothing when it has fewer than three places in a row that differ, or one that is nowhere. */
function addEdges(ring: Ring, into: number[]): void {
  const places = ring.filter(([x, y], at) => {
    const [beforeX, beforeY] = ring[at - 1] ?? ring.at(-1) ?? [Number.NaN, Number.NaN]
    return x !== beforeX || y !== beforeY
  })
  if (places.length < 3 || !places.every(([x, y]) => isPlace(x, y))) return
  let [beforeX, beforeY] = places.at(-1) ?? [0, 0]
  for (const [x, y] of places) {
    if (beforeY <= y) into.push(beforeX, beforeY, x, y)
    else into.push(x, y, beforeX, beforeY)
    beforeX = x
    beforeY = y
  }
}

/** About one slab for two edges, fewer when long edges would fill them all. */
function slabsOf(edges: Float64Array, south: number, north: number): Pick<Part, 'slabsPerDegree' | 'starts' | 'members'> {
  const height = north - south
  let climbed = 0
  for (let at = 0; at < edges.length; at += 4) climbed += (edges[at + 3] ?? 0) - (edges[at + 1] ?? 0)
  const count = edges.length / 4
  const slabs = height > 0 ? Math.max(1, Math.floor(Math.min(count / 2, (4 * count * height) / climbed))) : 1
  const slabsPerDegree = height > 0 ? slabs / height : 0
  const starts = new Int32Array(slabs + 2)
  const each = (visit: (slab: number, edge: number) => void): void => {
    for (let at = 0; at < edges.length; at += 4) {
      const last = slabAt(edges[at + 3] ?? 0, south, slabsPerDegree, slabs)
      for (let slab = slabAt(edges[at + 1] ?? 0, south, slabsPerDegree, slabs); slab <= last; slab += 1) visit(slab, at)
    }
  }
  each((slab) => void (starts[slab + 2] = (starts[slab + 2] ?? 0) + 1))
  for (let slab = 2; slab < starts.length; slab += 1) starts[slab] = (starts[slab] ?? 0) + (starts[slab - 1] ?? 0)
  const members = new Int32Array(starts.at(-1) ?? 0)
  each((slab, edge) => {
    const place = starts[slab + 1] ?? 0
    members[place] = edge
    starts[slab + 1] = place + 1
  })
  return { slabsPerDegree, starts, members }
}

/** Never decreases with y, so that an edge is in the slab of each of its points. */
const slabAt = (y: number, south: number, slabsPerDegree: number, slabs: number): number =>
  Math.min(Math.floor((y - south) * slabsPerDegree), slabs - 1)

/** The edges that a band between two heights may meet, each once. */
export function edgesOfBand(part: Part, low: number, high: number): readonly number[] {
  const { south, slabsPerDegree, starts, members, edges } = part
  const slabs = starts.length - 2
  const first = Math.max(0, slabAt(low, south, slabsPerDegree, slabs))
  const found: number[] = []
  for (let slab = first; slab <= slabAt(high, south, slabsPerDegree, slabs); slab += 1) {
    for (let place = starts[slab] ?? 0; place < (starts[slab + 1] ?? 0); place += 1) {
      const at = members[place] ?? 0
      const begins = slabAt(edges[at + 1] ?? 0, south, slabsPerDegree, slabs)
      if (slab === Math.max(first, begins) && (edges[at + 1] ?? 0) <= high && (edges[at + 3] ?? 0) >= low) found.push(at)
    }
  }
  return found
}

export type Standing = 'inside' | 'outside' | 'boundary'

/** Even-odd over all the rings of the polygon: holes are rings like the outer one. */
export function standingIn(part: Part, x: number, y: number): Standing {
  if (!(x >= part.west && x <= part.east && y >= part.south && y <= part.north)) return 'outside'
  const slab = slabAt(y, part.south, part.slabsPerDegree, part.starts.length - 2)
  let odd = 0
  for (let place = part.starts[slab] ?? 0; place < (part.starts[slab + 1] ?? 0); place += 1) {
    const met = meeting(part.edges, part.members[place] ?? 0, x, y)
    if (met === touches) return 'boundary'
    if (met === crosses) odd ^= 1
  }
  return odd === 1 ? 'inside' : 'outside'
}
