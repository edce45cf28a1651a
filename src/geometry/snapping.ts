// Drawing the lines of an area onto those of its neighbours, where they are so near that they were meant to be the same.
import { metresPerDegree, nearestOn } from './area.ts'
import type { Box, MultiPolygon, Position, Ring } from './shape.ts'
import { boxAround, boxesTouch, boxOf, ringsOf, samePosition } from './shape.ts'
import { sameLine } from './shape-problem.ts'

type Edge = { readonly from: Position; readonly to: Position; readonly box: Box }
/** A point that was moved or put in, and how far it was from the line. */
export type Snap = { readonly at: Position; readonly metres: number }
export type Snapped = { readonly geometry: MultiPolygon; readonly snaps: readonly Snap[] }

const rounded = ([longitude, latitude]: Position): Position => [Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7]

const edgesOf = (rings: readonly Ring[], around: Box, margin: number): readonly Edge[] => rings.flatMap((ring) => ring.flatMap((to, rank) => {
  const from = ring[rank - 1]
  const box = from === undefined ? undefined : boxAround([from, to])
  return from !== undefined && box !== undefined && boxesTouch(box, around, margin) ? [{ from, to, box }] : []
}))

/**
 * `slip`: metres within which two lines are the same. Corners go to corners first, then to lines; corners of the neighbour that face a line of ours
 * join it.
 */
export function snappedTo(shape: MultiPolygon, neighbour: MultiPolygon, slip: number): Snapped {
  const [ours, theirs] = [boxOf(shape), boxOf(neighbour)]
  const margin = ours === undefined ? 0 : slip / metresPerDegree(Math.max(Math.abs(ours.south), Math.abs(ours.north)))[0]
  if (ours === undefined || theirs === undefined || !boxesTouch(ours, theirs, margin)) return { geometry: shape, snaps: [] }
  const edges = edgesOf(ringsOf(neighbour), ours, margin).toSorted((one, other) => one.box.west - other.box.west)
  const corners = edges.flatMap(({ from, to }) => [from, to]).sort((one, other) => one[0] - other[0])
  const widest = edges.reduce((most, { box }) => Math.max(most, box.east - box.west), 0)
  const snaps: Snap[] = []
  const moved = (at: Position): Position => {
    const near = between(edges, ({ box }) => box.west, at[0] - margin - widest, at[0] + margin)
    const target = nearest(at, near, slip, margin)
    if (target === undefined || target.metres <= sameLine) return at
    snaps.push({ at, metres: target.metres })
    return rounded(target.at)
  }
  const withCorners = (ring: Ring): Ring => ring.flatMap((to, rank) => {
    const from = ring[rank - 1]
    if (from === undefined) return [to]
    const facing = cornersFacing(from, to, corners, slip, margin)
    for (const { at, metres } of facing) if (metres > sameLine) snaps.push({ at, metres })
    return [...facing.map(({ at }) => at), to]
  })
  const drawn = (ring: Ring): Ring => withoutRepeats(withCorners(withoutRepeats(ring.map(moved))))
  const coordinates = shape.coordinates.map((polygon) => polygon.map(drawn).filter((ring) => ring.length >= 4))
    .filter((polygon) => polygon.length > 0)
  return { geometry: snaps.length === 0 ? shape : { type: 'MultiPolygon', coordinates }, snaps }
}

/** Those of a sorted list whose value lies between two others. */
function between<Value>(sorted: readonly Value[], valueOf: (one: Value) => number, least: number, most: number): readonly Value[] {
  const rankOf = (value: number): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const one = sorted[middle]
      if (one !== undefined && valueOf(one) < value) low = middle + 1
      else high = middle
    }
    return low
  }
  return sorted.slice(rankOf(least), rankOf(most + 1e-12))
}

/** The nearest corner within reach, or else the nearest point of a line. */
function nearest(at: Position, edges: readonly Edge[], slip: number, margin: number): Snap | undefined {
  const box: Box = { west: at[0], east: at[0], south: at[1], north: at[1] }
  let [corner, line]: (Snap | undefined)[] = []
  for (const edge of edges) {
    if (!boxesTouch(edge.box, box, margin)) continue
    const found = nearestOn(edge.from, edge.to, at)
    if (found.metres > slip) continue
    if (found.metres < (line?.metres ?? Infinity)) line = found
    for (const end of [edge.from, edge.to]) {
      const { metres } = nearestOn(end, end, at)
      if (metres <= slip && metres < (corner?.metres ?? Infinity)) corner = { at: end, metres }
    }
  }
  return corner ?? line
}

/** The corners within reach of a line between its ends, in the order one meets them. */
function cornersFacing(from: Position, to: Position, corners: readonly Position[], slip: number, margin: number): readonly Snap[] {
  const box = boxAround([from, to])
  if (box === undefined) return []
  const near = between(corners, ([longitude]) => longitude, box.west - margin, box.east + margin)
  const far = ([longitude, latitude]: Position): number => Math.hypot(longitude - from[0], latitude - from[1])
  const facing = near.flatMap((corner): readonly Snap[] => {
    if (!boxesTouch(box, { west: corner[0], east: corner[0], south: corner[1], north: corner[1] }, margin)) return []
    if (samePosition(corner, from) || samePosition(corner, to)) return []
    const { at, metres } = nearestOn(from, to, corner)
    return metres > slip || samePosition(at, from) || samePosition(at, to) ? [] : [{ at: corner, metres }]
  })
  return facing.sort((one, other) => far(one.at) - far(other.at))
    .filter(({ at }, rank, all) => rank === 0 || !samePosition(at, all[rank - 1]?.at ?? at))
}

const withoutRepeats = (ring: Ring): Ring => ring.filter((at, rank) => rank === 0 || !samePosition(at, ring[rank - 1] ?? at))
