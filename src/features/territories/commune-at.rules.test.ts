// The commune of a point: known well inside, unknown near a border or where no contour is.
import { expect, test } from 'vitest'
import { boxWithin, communeAmong } from './commune-at.rules.ts'

const square = (insee: string, west: number, precisionMetres = 100) => ({
  insee, precisionMetres,
  geometry: { type: 'MultiPolygon', coordinates: [[[[west, 50], [west + 0.1, 50], [west + 0.1, 50.1], [west, 50.1], [west, 50]]]] },
} as const)
const towns = [square('62001', 2), square('62002', 2.1)]

test('a point well inside one contour is in that commune', () => {
  expect(communeAmong(towns, [2.05, 50.05])).toEqual({ known: true, insee: '62001' })
})

test.each<[string, readonly [number, number], 'nearBorder' | 'noContour', readonly string[]]>([
  ['on the border of two', [2.1, 50.05], 'nearBorder', ['62001', '62002']],
  ['a few metres from it', [2.0995, 50.05], 'nearBorder', ['62001', '62002']],
  ['just outside', [2.05, 49.9995], 'nearBorder', ['62001']],
  ['far from all', [3, 50.05], 'noContour', []],
])('%s, nobody can say', (_, at, why, candidates) => {
  expect(communeAmong(towns, at)).toEqual({ known: false, why, candidates })
})

test('a hole belongs to no one, two contours one upon the other settle nothing', () => {
  const [outer] = square('62003', 2).geometry.coordinates[0]
  const ringed = { ...square('62003', 2), geometry: { type: 'MultiPolygon', coordinates: [[outer, [[2.04, 50.04], [2.04, 50.06], [2.06, 50.06], [2.06, 50.04], [2.04, 50.04]]]] } } as const
  expect(communeAmong([ringed], [2.05, 50.05])).toEqual({ known: false, why: 'noContour', candidates: [] })
  expect(communeAmong([square('62001', 2), square('62009', 2.02)], [2.05, 50.05])).toMatchObject({ known: false, candidates: ['62001', '62009'] })
})

test('the box within some metres is that wide', () => {
  const { west, east, south, north } = boxWithin([2, 60], 1000)
  expect([east - west, north - south].map((degrees) => Math.round(degrees * 1000))).toEqual([36, 18])
})
