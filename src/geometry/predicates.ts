// Where a point stands beside an edge, decided exactly whatever the rounding of doubles.
import { orient2d } from 'robust-predicates'

/** What `meeting` answers: the ray from the point misses the edge, crosses it, or the point is on the edge. */
export const misses = 0
export const crosses = 1
export const touches = 2

/**
 * The ray from (u, v) towards u = -∞ and one edge, four numbers from `at`: u and v of its lower end, u and v of its upper end (v1 ≤ v2).
 * Half-open at the upper end, so that rays through a vertex count right; closed for `touches`, ends included.
 */
export function meeting(edges: Float64Array, at: number, u: number, v: number): number {
  const v1 = edges[at + 1] ?? 0
  const v2 = edges[at + 3] ?? 0
  if (v < v1 || v > v2) return misses
  const u1 = edges[at] ?? 0
  const u2 = edges[at + 2] ?? 0
  const side = orient2d(u1, v1, u2, v2, u, v)
  if (side === 0) return v1 < v2 || (u >= Math.min(u1, u2) && u <= Math.max(u1, u2)) ? touches : misses
  return side > 0 && v < v2 ? crosses : misses
}
