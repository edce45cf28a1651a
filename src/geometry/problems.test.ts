// Areas brought to us: each fault named where it is, mended on request, and what the repair changes on the ground.
import { expect, test } from 'vitest'
import { areaOf, metresPerDegree } from './area.ts'
import { crossingsOf, placeIn } from './crossings.ts'
import { problemsOf } from './problems.ts'
import { repaired } from './repair.ts'
import type { MultiPolygon, Position } from './shape.ts'
import { pointsIn, ringsOf } from './shape.ts'
import type { ShapeContext, ShapeProblemCode } from './shape-problem.ts'

const [east, north] = metresPerDegree(50.43)
/** Metres from a corner of Lens. */
const at = (x: number, y: number): Position => [Math.round((2.83 + x / east) * 1e7) / 1e7, Math.round((50.43 + y / north) * 1e7) / 1e7]
const ring = (...corners: readonly (readonly [number, number])[]): readonly Position[] => corners.map(([x, y]) => at(x, y))
const area = (...rings: readonly (readonly Position[])[]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [rings] })
const box = (x: number, y: number, wide: number, high: number) => ring([x, y], [x + wide, y], [x + wide, y + high], [x, y + high], [x, y])
const square = area(box(0, 0, 100, 100))
const commune = { insee: '62498', contour: area(box(-1000, -1000, 3000, 3000)), precisionMetres: 10 }
const context: ShapeContext = { commune, neighbours: [], precisionMetres: 2 }
const beside = (x: number): ShapeContext => ({ ...context, neighbours: [{ id: 'gare', geometry: area(box(x, -50, 100, 200)) }] })
const codes = (shape: MultiPolygon, given: ShapeContext = context) => problemsOf(shape, given).map(({ code, weight }) => `${code} ${weight}`)

test('a sound area in its commune has no fault', () => {
  expect(codes(square)).toEqual([])
  expect(codes(area(box(0, 0, 100, 100), [...box(20, 20, 10, 10)].toReversed()))).toEqual([])
})

test.each<[string, MultiPolygon, string]>([
  ['nothing', { type: 'MultiPolygon', coordinates: [] }, 'empty stops'],
  ['a ring left open', area(box(0, 0, 100, 100).slice(0, -1)), 'unclosedRing stops'],
  ['a ring of two points', area(ring([0, 0], [10, 0], [0, 0])), 'shortRing stops'],
  ['a point twice', area(ring([0, 0], [100, 0], [100, 0], [100, 100], [0, 100], [0, 0])), 'duplicatePoints mends'],
  ['a bow tie', area(ring([0, 0], [100, 100], [100, 0], [0, 100], [0, 0])), 'selfIntersection stops'],
  ['a line run twice', area(ring([0, 0], [100, 0], [100, 100], [100, 20], [0, 100], [0, 0])), 'selfIntersection stops'],
  ['a hole apart', area(box(0, 0, 100, 100), [...box(300, 0, 10, 10)].toReversed()), 'holeOutside stops'],
  ['two parts one upon the other', { type: 'MultiPolygon', coordinates: [[box(0, 0, 100, 100)], [box(50, 50, 100, 100)]] }, 'overlappingParts stops'],
  ['a part within another', { type: 'MultiPolygon', coordinates: [[box(0, 0, 100, 100)], [box(20, 20, 10, 10)]] }, 'overlappingParts stops'],
  ['latitude first', area(box(0, 0, 100, 100).map(([longitude, latitude]): Position => [latitude, longitude])), 'swappedAxes stops'],
  ['metres', area([[684_000, 7_036_000], [684_100, 7_036_000], [684_100, 7_036_100], [684_000, 7_036_000]]), 'projected stops'],
  ['the ocean', area([[-30, 40], [-29.9, 40], [-29.9, 40.1], [-30, 40]]), 'outsideFrance stops'],
  ['a ring that turns as a clock', area([...box(0, 0, 100, 100)].toReversed()), 'ringOrientation tells'],
  ['a corner beyond the commune', area(box(1900, 0, 300, 100)), 'outsideCommune mends'],
  ['another commune', area(box(5000, 0, 300, 100)), 'outsideCommune stops'],
])('%s is named', (_, shape, expected) => {
  expect(codes(shape)).toContain(expected)
})

test('too many points are refused before anything is tried', () => {
  const circle = Array.from({ length: 10_001 }, (_, rank) => at(100 * Math.cos(rank / 1592), 100 * Math.sin(rank / 1592)))
  expect(codes(area(circle))).toEqual(['tooManyPoints stops'])
})

test('a fault has its place: where the lines cross, which corner is out', () => {
  const [crossing] = problemsOf(area(ring([0, 0], [100, 100], [100, 0], [0, 100], [0, 0])), context)
  expect(crossing?.place[0]?.[0]).toBeCloseTo(at(50, 50)[0], 8)
  const [out] = problemsOf(area(box(1900, 0, 300, 100)), context)
  expect(out).toMatchObject({ other: '62498', count: 2, place: [at(2200, 0)] })
  expect(out?.metres2).toBeCloseTo(20_000, -2)
})

test('a commune without contour is told, not held against the area', () => {
  expect(codes(square, { ...context, commune: null })).toEqual(['communeUnknown tells'])
})

test('lines within the precision of the data are one line: the gap and the thin overlap are named, the broad overlap told', () => {
  expect(codes(square, beside(101.5))).toEqual(['gapWithNeighbour mends'])
  expect(problemsOf(square, beside(101.5))[0]?.metres2).toBeCloseTo(150, -1)
  expect(codes(square, beside(98.5))).toEqual(['overlapWithNeighbour mends'])
  expect(codes(square, beside(60))).toEqual(['overlapWithNeighbour tells'])
  expect(codes(square, beside(110))).toEqual([])
  expect(codes(square, beside(100))).toEqual([])
})

const mended = (shape: MultiPolygon, asked: readonly ShapeProblemCode[], given: ShapeContext = context) => repaired(shape, asked, given)
test.each<[string, MultiPolygon, ShapeContext, number]>([
  ['a ring left open', area(box(0, 0, 100, 100).slice(0, -1)), context, 10_000],
  ['a bow tie', area(ring([0, 0], [100, 100], [100, 0], [0, 100], [0, 0])), context, 5000],
  ['a hole apart', area(box(0, 0, 100, 100), [...box(300, 0, 10, 10)].toReversed()), context, 10_000],
  ['two parts one upon the other', { type: 'MultiPolygon', coordinates: [[box(0, 0, 100, 100)], [box(50, 50, 100, 100)]] }, context, 17_500],
  ['latitude first', area(box(0, 0, 100, 100).map(([longitude, latitude]): Position => [latitude, longitude])), context, 10_000],
  ['a corner beyond the commune', area(box(1900, 0, 300, 100)), context, 10_000],
  ['a gap', square, beside(101.5), 10_150],
  ['a thin overlap', square, beside(98.5), 9850],
])('%s is mended, and nothing is left of it', (_, shape, given, expected) => {
  const { geometry, changes } = mended(shape, problemsOf(shape, given).map(({ code }) => code), given)
  expect(codes(geometry, given).filter((code) => !code.endsWith('tells'))).toEqual([])
  expect(Math.abs(areaOf(geometry) - expected)).toBeLessThan(expected / 500)
  expect(changes.length).toBeGreaterThan(0)
})

test('a repair says what it changed, and mends only what was asked', () => {
  const { changes } = mended(square, ['gapWithNeighbour'], beside(101.5))
  expect(changes.map(({ code }) => code)).toEqual(['gapWithNeighbour'])
  expect(changes[0]?.metres2).toBeCloseTo(150, -1)
  const open = area(box(0, 0, 100, 100).slice(0, -1))
  expect(mended(open, [])).toEqual({ geometry: open, changes: [] })
  expect(mended(open, ['unclosedRing']).changes).toEqual([{ code: 'unclosedRing', metres2: 0 }])
})

test('crossing lines are found whatever the shape, and a tangle is given up within its effort', () => {
  const star = Array.from({ length: 6 }, (_, rank) => at(100 * Math.cos(rank * 2.513274), 100 * Math.sin(rank * 2.513274)))
  expect(crossingsOf(area(star))).toHaveLength(5)
  const comb = Array.from({ length: 9000 }, (_, rank) => at(rank % 2 === 0 ? 0 : 1000, rank / 10))
  expect(crossingsOf(area(comb), 200, 1_000_000)).toBeUndefined()
  expect(pointsIn(repaired(area(comb), ['selfIntersection'], context).geometry)).toBeGreaterThan(0)
})

test('a position is inside a ring, outside it, or on its line', () => {
  const [outer = []] = ringsOf(square)
  expect([at(50, 50), at(150, 50), at(-50, 50), at(0, 0), at(100, 50), at(50, 100), at(50, 150)].map((position) => placeIn(outer, position)))
    .toEqual(['inside', 'outside', 'outside', 'on', 'on', 'on', 'outside'])
})
