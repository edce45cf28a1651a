// Which shapes cover a point: indexed once, then answered by millions a second, exactly on boundaries, and shared between threads without a copy.
import { openDraft } from './point-index-draft.ts'
import type { IndexMemory } from './point-index-draft.ts'
import { buildGrid } from './point-index-build.ts'
import { lookIn } from './point-index-look.ts'
import { outerGrid } from './point-index-outer.ts'
import { partsOf } from './point-index-part.ts'
import { openSets } from './point-index-sets.ts'
import type { PackedSets, Sets } from './point-index-sets.ts'
import type { MultiPolygon } from './shape.ts'

/** All an index is made of, on shared memory: send it to a thread and open it there. */
export type PointIndexParts = { readonly memory: IndexMemory; readonly sets: PackedSets }

/**
 * Shapes are known by their rank in the list given. A shape covers the points of its boundary, holes' edges and vertices included (closed sets, as
 * ST_Covers). A place that is not finite is covered by nothing.
 */
export type PointIndex = {
  /** Ranks, ascending. Degrees. */
  readonly shapesAt: (longitude: number, latitude: number) => readonly number[]
  /** A number for the set of shapes there: 0 for none, the same number for the same set. */
  readonly codeAt: (longitude: number, latitude: number) => number
  /** The same for columns; as many as `into` holds unless `count` says fewer. */
  readonly codesOf: (longitudes: Float64Array, latitudes: Float64Array, into: Int32Array, count?: number) => void
  /** Ranks of a set, ascending, by its number. */
  readonly setOf: (code: number) => readonly number[]
  readonly parts: PointIndexParts
}

/**
 * Rings may be left open; a ring of fewer than three places bounds nothing; even-odd inside one polygon, union of the polygons of a shape.
 * Throws a RangeError when shapes lie one upon another, or outlines cross themselves, so much that the index would not fit in memory.
 */
export function buildPointIndex(shapes: readonly MultiPolygon[]): PointIndex {
  const polygons = partsOf(shapes)
  const [draft, sets] = [openDraft(), openSets()]
  const edges = polygons.reduce((total, part) => total + part.edges.length / 4, 0)
  const farthest = polygons.reduce((far, { west, south, east, north }) => Math.max(far, -west, -south, east, north), 0)
  const site = { draft, sets, smallest: farthest * 1e-9, left: Math.min(12 * edges + 500_000, 12_000_000) }
  const pieces = polygons.map((part) => ({ part, edges: Int32Array.from({ length: part.edges.length / 4 }, (_, edge) => 4 * edge) }))
  if (polygons.length === 0) draft.record(6)
  else buildGrid(site, outerGrid(polygons), 0, pieces)
  return opened({ memory: draft.finished(), sets: sets.packed() }, sets)
}

export const reopenPointIndex = (parts: PointIndexParts): PointIndex => opened(parts, openSets(parts.sets))

function opened(parts: PointIndexParts, sets: Sets): PointIndex {
  const { codeAt, codesOf } = lookIn(parts.memory, sets)
  const setOf = (code: number): readonly number[] => [...sets.members(code)]
  return {
    codeAt, setOf, parts, shapesAt: (longitude, latitude) => setOf(codeAt(longitude, latitude)),
    codesOf: (longitudes, latitudes, into, count = into.length) => codesOf(longitudes, latitudes, into, count),
  }
}
