// The coordinate system of numbers that do not say theirs: every one that would put them on French ground, and what the file itself declares.
import { placeIn } from './crossings.ts'
import { positionInDegrees, type ProjectionCode, projectionCodes, projections } from './projections.ts'
import type { Box, Position } from './shape.ts'

export type Recognition =
  | { readonly how: 'recognised'; readonly code: ProjectionCode; /** Second number first, as some files write. */ readonly swapped: boolean }
  | { readonly how: 'ambiguous'; readonly candidates: readonly ProjectionCode[] }
  | { readonly how: 'unknown' }

/** Metropolitan France with some twenty kilometres around, by hand: the sea and the neighbours left out tell most systems apart. */
const mainland: readonly Position[] = [
  [1.4, 51], [2.6, 51.3], [4.5, 50.4], [6.2, 49.8], [8.5, 49.2], [7.9, 47.4], [7.3, 46.6], [7.3, 45.8], [7.9, 44], [7.7, 43.5], [6.5, 42.9], [5, 43],
  [3.8, 43], [3.5, 42.2], [0.7, 42.4], [-2, 42.9], [-2, 43.6], [-1.6, 45], [-2.7, 46.6], [-5.3, 47.7], [-5.4, 48.8], [-3, 49.1], [-2.2, 49],
  [-2.2, 50], [-0.6, 49.6], [1, 50.3], [1.4, 51],
]
const corsica = { west: 8.4, south: 41.2, east: 9.7, north: 43.2 }
const holds = ({ west, south, east, north }: Box, [longitude, latitude]: Position): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north
const overseas = projectionCodes.map((code) => projections[code].ground).filter(({ west, east }) => east - west < 4)

const onFrenchGround = (at: Position): boolean =>
  placeIn(mainland, at) !== 'outside' || holds(corsica, at) || overseas.some((ground) => holds(ground, at))

/** `near`: where the area is expected (around the communes of an operation), when that is known; it settles what French ground alone does not. */
export function recognised(positions: readonly Position[], near?: Box): Recognition {
  if (positions.length === 0) return { how: 'unknown' }
  const straight = candidatesFor(positions, near)
  if (straight.length > 0) return told(straight, false)
  const swapped = candidatesFor(positions.map(([x, y]): Position => [y, x]), near)
  // Degrees whose axes are exchanged are a fault of the area, told as such; a system in metres is only read the other way round.
  return told(swapped, true)
}

function told(candidates: readonly ProjectionCode[], swapped: boolean): Recognition {
  const [code, another] = candidates
  if (code === undefined) return { how: 'unknown' }
  return another === undefined ? { how: 'recognised', code, swapped } : { how: 'ambiguous', candidates }
}

function candidatesFor(positions: readonly Position[], near: Box | undefined): readonly ProjectionCode[] {
  const [first] = positions
  if (first === undefined) return []
  // Numbers that may be degrees are: no projected map comes within two hundred metres of its origin.
  const degrees = positions.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  const codes = degrees ? (['EPSG:4326'] as const) : projectionCodes.filter((code) => code !== 'EPSG:4326')
  const ours = codes.filter((code) => mostly(positions, (at) => {
    const degree = positionInDegrees(at, code)
    return degree !== undefined && holds(projections[code].ground, degree) && onFrenchGround(degree)
  }))
  const nearer = near === undefined ? [] : ours.filter((code) => positions.some((at) => holds(near, positionInDegrees(at, code) ?? [NaN, NaN])))
  return nearer.length > 0 ? nearer : ours
}

/** Nine in ten: a point gone astray does not hide the system of the others. */
function mostly(positions: readonly Position[], fits: (at: Position) => boolean): boolean {
  let misses = 0
  for (const at of positions) {
    if (!fits(at)) misses += 1
    if (misses > positions.length / 10) return false
  }
  return true
}
