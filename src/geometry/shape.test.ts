// Shapes pasted as GeoJSON: read when they are on French ground, refused with the reason otherwise.
import { expect, test } from 'vitest'
import { drawnAt, windowAround } from './map-window.ts'
import { readGeometry } from './shape.ts'

const lens = [2.832, 50.43] as const
const read = (value: unknown) => readGeometry(typeof value === 'string' ? value : JSON.stringify(value))

test.each<[string, unknown, string]>([
  ['a point', { type: 'Point', coordinates: lens }, 'Point'],
  ['a line', { type: 'LineString', coordinates: [lens, [2.84, 50.44]] }, 'LineString'],
  ['a feature', { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: lens } }, 'Point'],
  ['a collection of one feature', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: lens } }] },
    'Point'],
  ['several areas', { type: 'MultiPolygon', coordinates: [[[lens, [2.84, 50.43], [2.84, 50.44], lens]]] }, 'MultiPolygon'],
])('%s is read', (_, value, type) => {
  const outcome = read(value)
  expect(outcome.ok ? outcome.value.type : outcome.problems).toBe(type)
})

test('an open ring is closed, an altitude dropped', () => {
  expect(read({ type: 'Polygon', coordinates: [[[2.8, 50.4, 30], [2.9, 50.4, 31], [2.9, 50.5, 32]]] }))
    .toEqual({ ok: true, value: { type: 'Polygon', coordinates: [[[2.8, 50.4], [2.9, 50.4], [2.9, 50.5], [2.8, 50.4]]] } })
})

test.each<[string, unknown, string]>([
  ['what is not JSON', '{type: Point}', 'notJson'],
  ['what is no geometry', { hello: 1 }, 'notGeometry'],
  ['a list', [2.8, 50.4], 'notGeometry'],
  ['a position of words', { type: 'Point', coordinates: ['2.8', '50.4'] }, 'notGeometry'],
  ['a line of one point', { type: 'LineString', coordinates: [lens] }, 'notGeometry'],
  ['an area of two points', { type: 'Polygon', coordinates: [[lens, [2.84, 50.44]]] }, 'notGeometry'],
  ['several features', { type: 'FeatureCollection', features: [{}, {}] }, 'severalFeatures'],
  ['a collection of geometries', { type: 'GeometryCollection', geometries: [] }, 'kindRefused'],
  ['latitude before longitude', { type: 'Point', coordinates: [50.43, 2.832] }, 'swapped'],
  ['metres of Lambert 93', { type: 'Point', coordinates: [684_000, 7_036_000] }, 'projected'],
  ['the middle of the ocean', { type: 'Point', coordinates: [-30, 40] }, 'outsideFrance'],
  ['too many points', { type: 'LineString', coordinates: Array.from({ length: 5001 }, () => lens) }, 'tooManyPoints'],
])('%s is refused', (_, value, problem) => {
  expect(read(value)).toEqual({ ok: false, problems: [problem] })
})

test('a window shows everything, one point alone in its middle', () => {
  const around = windowAround([lens], 400, 0.75)
  expect(around && drawnAt(around, lens)).toEqual([200, 150])
  const wide = windowAround([[2.8, 50.4], [2.9, 50.5]], 400, 0.75)
  for (const corner of [[2.8, 50.4], [2.9, 50.5]] as const) {
    const [x, y] = wide === undefined ? [-1, -1] : drawnAt(wide, corner)
    expect(x > 0 && x < 400 && y > 0 && y < 300).toBe(true)
  }
  expect(windowAround([], 400, 0.75)).toBeUndefined()
})
