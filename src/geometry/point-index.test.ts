// Which shapes cover a point: the closed rule on boundaries, overlaps, hostile rings; and the same answers as two others that share nothing.
import { describe, expect, test } from 'vitest'
import { grounds } from '../testing/hard-points.ts'
import { faults, haoOf, refereeOf } from '../testing/point-judges.ts'
import { buildPointIndex, reopenPointIndex } from './point-index.ts'
import type { MultiPolygon, Ring } from './shape.ts'

const square = (west: number, south: number, size: number): Ring =>
  [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
const shape = (...polygons: readonly (readonly Ring[])[]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: polygons })

describe('a point and the shapes that cover it', () => {
  const index = buildPointIndex([
    shape([square(0, 0, 10), square(4, 4, 2)]), shape([square(8, 8, 10)]), shape([square(20, 0, 2)], [square(24, 0, 2)]), shape([square(4, 4, 2)]),
  ])

  test.each([
    ['inside', 1, 1, [0]], ['in two at once', 9, 9, [0, 1]], ['in a hole that another fills', 5, 5, [3]], ['in the second part', 25, 1, [2]],
    ['between two parts', 23, 1, []], ['outside', -1, 5, []], ['on an edge', 0, 5, [0]], ['on a vertex', 10, 0, [0]],
    ['on the edge of a hole', 4, 5, [0, 3]],
    ['on a vertex of a hole', 6, 6, [0, 3]], ['on the edge of one, in another', 10, 9, [0, 1]], ['a hair out', 10.000000000000002, 5, []],
    ['a hair in', 9.999999999999998, 5, [0]], ['far away', 1e300, 1e300, []], ['nowhere', Number.NaN, 1, []], ['at no end', Infinity, -Infinity, []],
  ] as const)('%s', (_, longitude, latitude, found) => {
    expect(index.shapesAt(longitude, latitude)).toEqual(found)
  })

  test('columns give the same numbers as points one by one, and a number names its set', () => {
    const [longitudes, latitudes] = [Float64Array.of(1, 9, 5, Number.NaN), Float64Array.of(1, 9, 5, 0)]
    const codes = new Int32Array(4).fill(-1)
    index.codesOf(longitudes, latitudes, codes, 3)
    expect(Array.from(codes.slice(0, 3), (code) => index.setOf(code))).toEqual([[0], [0, 1], [3]])
    expect([codes[3], index.codeAt(1, 1), index.codeAt(-1, -1)]).toEqual([-1, codes[0], 0])
  })

  test('opened in another thread from its parts, it answers the same', () => {
    expect(reopenPointIndex(structuredClone(index.parts)).shapesAt(9, 9)).toEqual([0, 1])
  })
})

describe('rings as bad files have them', () => {
  test.each([
    ['nothing', shape()], ['a polygon without rings', shape([])], ['an empty ring', shape([[]])], ['one place', shape([[[1, 1]]])],
    ['a segment', shape([[[0, 0], [2, 2], [0, 0]]])], ['a place that is nowhere', shape([[[0, 0], [2, 0], [Number.NaN, 2]]])],
    ['a place at no end', shape([[[0, 0], [2, 0], [2, Infinity]]])], ['a place beyond all bounds', shape([[[0, 0], [1e308, 0], [1e308, 1e308]]])],
  ] as const)('%s covers nothing', (_, given) => {
    expect(buildPointIndex([given]).shapesAt(1, 1)).toEqual([])
  })

  test('open rings are closed, places said twice count once', () => {
    const index = buildPointIndex([shape([[[0, 0], [0, 0], [2, 0], [2, 2], [2, 2], [0, 2]]])])
    expect([index.shapesAt(1, 1), index.shapesAt(0, 1), index.shapesAt(3, 1)]).toEqual([[0], [0], []])
  })

  test('a ring that crosses itself is even-odd', () => {
    const index = buildPointIndex([shape([[[0, 0], [4, 4], [4, 0], [0, 4]]])])
    expect([index.shapesAt(0.5, 2), index.shapesAt(2, 0.5), index.shapesAt(2, 2)]).toEqual([[0], [], [0]])
  })

  test('ten copies of one shape, and forty one in another, all answer', () => {
    const copies = Array.from({ length: 10 }, () => shape([square(0, 0, 10)]))
    const nested = Array.from({ length: 40 }, (_, at) => shape([square(at / 40, at / 40, 10 - at / 20)]))
    const index = buildPointIndex([...copies, ...nested])
    expect([index.shapesAt(5, 5).length, index.shapesAt(0, 0).length, index.shapesAt(0.49, 0.5).length]).toEqual([50, 11, 30])
  })

  test('shapes upon shapes without end are refused rather than filling the memory', () => {
    const nested = Array.from({ length: 5000 }, (_, at) => shape([square(at / 5000, at / 5000, 10 - at / 2500)]))
    expect(() => buildPointIndex(nested)).toThrow(RangeError)
  })
})

describe('near edges, vertices, holes and shared borders', () => {
  test.each(grounds)('answers as whole numbers of any size tell: %s', (_, ground) => {
    for (let seed = 1; seed <= 10; seed += 1) expect(faults(ground, seed, 100, refereeOf)).toEqual([])
  })

  test.each(grounds)('answers as point-in-polygon-hao tells, where that one does not round: %s', (_, ground) => {
    for (let seed = 101; seed <= 110; seed += 1) expect(faults(ground, seed, 3000, haoOf)).toEqual([])
  })
})
