// How a place is told.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeTyped, readAudience, readCoordinates, readDegrees, readParcel } from './question.rules.ts'

it.each([
  ['50.43, 2.83', { lon: 2.83, lat: 50.43 }], ['-20,93 55,45', { lon: 55.45, lat: -20.93 }], ['50.43;2.83', { lon: 2.83, lat: 50.43 }],
  ['12 rue 14', undefined], ['95.1, 2.83', undefined], ['62300', undefined],
])('« %s » as coordinates, latitude first', (text, place) => {
  expect(readCoordinates(text)).toEqual(place)
})

it.each([
  ['62498000AB0123', '62498000AB0123'], ['62498 AB 123', '62498000AB0123'], ['62498 000 A 7', '624980000A0007'],
  ['2A004 000 BC 12', '2A004000BC0012'],
  ['12 rue Jaurès', undefined], ['62300', undefined], ['62498 12 345', undefined],
])('« %s » as a parcel', (text, parcel) => {
  expect(readParcel(text)).toBe(parcel)
})

it('a point is typed again as it is read, to the centimetre', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
  fc.assert(fc.property(degrees(180), degrees(90), (lon, lat) => {
    const read = readCoordinates(placeTyped({ how: 'point', lon, lat }))
    expect([read?.lon, read?.lat]).toEqual([expect.closeTo(lon, 7), expect.closeTo(lat, 7)])
  }), { numRuns: 200 })
})

it('degrees are numbers within their bounds', () => {
  expect(['2.83', '2,83', '200', '', 'NaN', '1e3', undefined].map((text) => readDegrees(text, 180)))
    .toEqual([2.83, 2.83, undefined, undefined, undefined, undefined, undefined])
})

it('only the roles that levers know are read', () => {
  expect([readAudience('notaire'), readAudience('roi'), readAudience(undefined), readAudience('constructor')])
    .toEqual(['notaire', undefined, undefined, undefined])
})
