// Areas in square metres and their differences: against an equal-area projection, and by what must always add up.
import fc from 'fast-check'
import proj4 from 'proj4'
import { expect, test } from 'vitest'
import { areaOf, metresBetween, metresToEdge, turnsLeft } from './area.ts'
import { crossingsOf } from './crossings.ts'
import { commonOf, differenceOf, unionOf } from './overlay.ts'
import type { MultiPolygon, Position } from './shape.ts'

const area = (...rings: readonly (readonly Position[])[]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [rings] })
const box = (west: number, south: number, east: number, north: number): readonly Position[] =>
  [[west, south], [east, south], [east, north], [west, north], [west, south]]

test.each<[string, number, number]>([
  ['Lens', 2.83, 50.43], ['Ajaccio', 8.74, 41.92], ['Pointe-à-Pitre', -61.53, 16.24], ['Saint-Denis', 55.45, -20.88],
])(
  'the area of a quarter in %s is that of an equal-area projection', (_, longitude, latitude) => {
    const flat = proj4(`+proj=laea +lat_0=${latitude - 0.2} +lon_0=${longitude - 0.2} +x_0=0 +y_0=0 +ellps=GRS80 +units=m`)
    const corners = [[0, 0], [0.02, 0.001], [0.025, 0.013], [0.011, 0.006], [0.004, 0.017], [0, 0]]
      .map(([x = 0, y = 0]): Position => [longitude + x, latitude + y])
    const dense = corners.flatMap(([x, y], rank) => Array.from({ length: 50 }, (_, step) => {
      const [nx, ny] = corners[rank + 1] ?? [x, y]
      return flat.forward([x + (nx - x) * step / 50, y + (ny - y) * step / 50])
    }))
    const shoelace = dense.reduce((total, [x = 0, y = 0], rank) => {
      const [nx = 0, ny = 0] = dense[rank + 1] ?? dense[0] ?? []
      return total + (x * ny - nx * y) / 2
    }, 0)
    expect(Math.abs(areaOf(area(corners)) - Math.abs(shoelace))).toBeLessThan(1)
    expect(turnsLeft(corners)).toBe(true)
  })

test('a hole is taken away, a ring left open measures the same, nothing measures nothing', () => {
  const [outer, hole] = [box(2.8, 50.4, 2.81, 50.41), box(2.802, 50.402, 2.804, 50.404)]
  expect(areaOf(area(outer, hole))).toBeCloseTo(areaOf(area(outer)) - areaOf(area(hole)), 3)
  expect(areaOf(area(outer.slice(0, -1)))).toBe(areaOf(area(outer)))
  expect(areaOf({ type: 'MultiPolygon', coordinates: [] })).toBe(0)
})

test('a minute of latitude is a nautical mile, and the way to an edge is the shortest', () => {
  expect(metresBetween([2.8, 45], [2.8, 45 + 1 / 60])).toBeCloseTo(1852.2, 0)
  const square = area(box(2.8, 50.4, 2.9, 50.5))
  expect(metresToEdge(square, [2.85, 50.399])).toBeCloseTo(metresBetween([2.85, 50.399], [2.85, 50.4]), 1)
  expect(metresToEdge({ type: 'MultiPolygon', coordinates: [] }, [2.8, 50.4])).toBe(Infinity)
})

const star = fc.record({
  x: fc.double({ min: -0.01, max: 0.01, noNaN: true }), y: fc.double({ min: -0.01, max: 0.01, noNaN: true }),
  far: fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 25 }),
}).map(({ x, y, far }) => {
  const corners = far.map((share, rank): Position => {
    const turn = (rank / far.length) * 2 * Math.PI
    return [Math.round((2.83 + x + 0.01 * share * Math.cos(turn)) * 1e7) / 1e7, Math.round((50.43 + y + 0.01 * share * Math.sin(turn)) * 1e7) / 1e7]
  })
  return area([...corners, ...corners.slice(0, 1)])
})

test('gained, lost and kept add up to what was and to what is', () => {
  fc.assert(fc.property(star, star, (before, after) => {
    const { gained, lost, kept, gainedM2, lostM2, keptM2 } = differenceOf(before, after)
    expect(Math.abs(keptM2 + lostM2 - areaOf(unionOf([before])))).toBeLessThan(0.01)
    expect(Math.abs(keptM2 + gainedM2 - areaOf(unionOf([after])))).toBeLessThan(0.01)
    expect(Math.abs(areaOf(unionOf([before, after])) - gainedM2 - lostM2 - keptM2)).toBeLessThan(0.01)
    expect(areaOf(commonOf(gained, lost)) + areaOf(commonOf(gained, kept)) + areaOf(commonOf(lost, kept))).toBeLessThan(0.01)
  }), { numRuns: 150 })
})

test('what is cut never crosses itself by more than rounding', () => {
  fc.assert(fc.property(star, star, (one, other) => {
    const again = unionOf([commonOf(one, other)])
    expect(Math.abs(areaOf(again) - areaOf(commonOf(one, other)))).toBeLessThan(0.01)
    expect((crossingsOf(unionOf([one, other])) ?? []).length).toBeLessThan(5)
  }), { numRuns: 60 })
})

test('a shape that appears is all gain, one that goes is all loss', () => {
  const square = area(box(2.8, 50.4, 2.81, 50.41))
  expect(differenceOf(null, square)).toMatchObject({ gainedM2: areaOf(square), lostM2: 0, keptM2: 0 })
  expect(differenceOf(square, null)).toMatchObject({ gainedM2: 0, lostM2: areaOf(square), keptM2: 0 })
  expect(differenceOf(square, square)).toMatchObject({ gainedM2: 0, lostM2: 0, keptM2: areaOf(square) })
})
