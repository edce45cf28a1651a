// What may be wrong with an area brought to us: a name, how much it weighs, where it is.
import type { MultiPolygon, Position } from './shape.ts'

export const shapeProblemCodes = [
  'empty', 'tooManyPoints', 'projected', 'swappedAxes', 'outsideFrance', 'unclosedRing', 'shortRing', 'duplicatePoints', 'selfIntersection',
  'holeOutside', 'overlappingParts', 'ringOrientation', 'outsideCommune', 'communeUnknown', 'gapWithNeighbour', 'overlapWithNeighbour',
] as const
export type ShapeProblemCode = (typeof shapeProblemCodes)[number]

/** `stops`: cannot be kept as it is; `mends`: can be, a repair is offered; `tells`: to be known. */
export type ShapeProblemWeight = 'stops' | 'mends' | 'tells'

export type ShapeProblem = {
  readonly code: ShapeProblemCode; readonly weight: ShapeProblemWeight
  /** Of the first one met: one position is a point, several are a line; none, the whole. */
  readonly place: readonly Position[]
  /** How many there are of this code, with this neighbour. */
  readonly count: number
  /** Square metres concerned, when they can be told. */
  readonly metres2: number | null
  /** The neighbour, or the commune. */
  readonly other: string | null
}

/** What an area is held against. */
export type ShapeContext = {
  readonly commune: { readonly insee: string; readonly contour: MultiPolygon; readonly precisionMetres: number } | null
  readonly neighbours: readonly { readonly id: string; readonly geometry: MultiPolygon }[]
  /** How far the line drawn may be from the line meant; null when unknown. */
  readonly precisionMetres: number | null
}

/** Of the team: above it a sector is a mistake of export, and its repair a burden. */
export const mostPoints = 10_000
/** Metres: lines nearer than this are the same line, at the centimetre of our coordinates. */
export const sameLine = 0.05
/** Metres, when nothing says how precise a line is. */
const usualPrecision = 2
/** How wide a gap or an overlap may be and still be a slip of the hand. */
export const slipOf = ({ precisionMetres }: ShapeContext): number => Math.max(precisionMetres ?? usualPrecision, sameLine)

type Details = Partial<Omit<ShapeProblem, 'code' | 'weight'>>
export const problem = (code: ShapeProblemCode, weight: ShapeProblemWeight, rest: Details = {}): ShapeProblem => (
  { code, weight, place: [], count: 1, metres2: null, other: null, ...rest })
