// How near the boundaries of shapes run: measured inside as outside, nearest first, and nothing beyond the distance asked.
import { expect, test } from 'vitest'
import { nearestEdges } from './nearest-edge.ts'
import type { MultiPolygon } from './shape.ts'

const square = (west: number, south: number, size: number): MultiPolygon => ({
  type: 'MultiPolygon', coordinates: [[[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]]],
})
const near = nearestEdges([square(2.8, 50.4, 0.01), square(2.8001, 50.4, 0.02), square(55.4, -21, 0.01), { type: 'MultiPolygon', coordinates: [] }])

test('a metre inside or outside is a metre', () => {
  const metre = 1 / 111_230
  for (const latitude of [50.4 + metre, 50.4 - metre]) {
    const [edge, ...others] = near(2.80005, latitude, 1.01)
    expect([edge?.shape, others.length]).toEqual([0, 0])
    expect(edge?.metres).toBeCloseTo(1, 2)
  }
})

test('nearest first, and only those within the distance', () => {
  expect(near(2.80008, 50.405, 10).map(({ shape }) => shape)).toEqual([1, 0])
  expect(near(2.80008, 50.405, 2).map(({ shape }) => shape)).toEqual([1])
  expect(near(2.805, 50.405, 100)).toEqual([])
  expect(near(55.4, -20.995, 1)).toEqual([{ shape: 2, metres: 0 }])
})

test('nowhere is near nothing', () => {
  expect([near(Number.NaN, 50.4, 1e6), near(2.8, Infinity, 1e6)]).toEqual([[], []])
})
