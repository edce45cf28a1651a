// Projections: known points of the IGN and of the EPSG register to the metre, and what numbers without a name are taken for.
import proj4 from 'proj4'
import { expect, test } from 'vitest'
import { metresBetween } from './area.ts'
import { namedProjection, positionInDegrees, type ProjectionCode, projectionCodes, projections, textProjection, toDegrees } from './projections.ts'
import { recognised } from './recognition.ts'
import type { Position } from './shape.ts'

const from = (code: ProjectionCode, at: Position): Position => {
  const [x = NaN, y = NaN] = proj4('EPSG:4326', projections[code].definition).forward([at[0], at[1]])
  return [x, y]
}
const towns = {
  lens: [2.832, 50.431], paris: [2.3488, 48.8534], brest: [-4.4861, 48.3904], nice: [7.2661, 43.7034], ajaccio: [8.7369, 41.9267],
  pau: [-0.3687, 43.2956], strasbourg: [7.7521, 48.5734], basseTerre: [-61.726, 15.996], cayenne: [-52.3333, 4.9333],
  saintDenis: [55.4504, -20.8789], mamoudzou: [45.2279, -12.7806], saintPierre: [-56.1773, 46.7811],
} as const satisfies Record<string, Position>

test.each<[ProjectionCode, Position, Position]>([
  // Origins of the systems, exact by definition; a trig point of Lambert II étendu and its RGF93 twin (IGN, Circé).
  ['EPSG:2154', [700_000, 6_600_000], [3, 46.5]],
  ['EPSG:3950', [1_700_000, 9_200_000], [3, 50]],
  ['EPSG:3942', [1_700_000, 1_200_000], [3, 42]],
  ['EPSG:5490', [500_000, 0], [-63, 0]],
  ['EPSG:2975', [500_000, 10_000_000], [57, 0]],
  ['EPSG:3857', [111_319.49079327358, 0], [1, 0]],
])('%s: %j is %j', (code, metres, degrees) => {
  const [longitude = NaN, latitude = NaN] = positionInDegrees(metres, code) ?? []
  expect(metresBetween([longitude, latitude], degrees)).toBeLessThan(0.02)
})

test('Lambert II étendu has the Paris observatory on its meridian', () => {
  const [x] = from('EPSG:27572', [2.33722917, 48.83636])
  expect(Math.abs(x - 600_000)).toBeLessThan(80)
  const there = from('EPSG:27572', towns.paris)
  expect(metresBetween(positionInDegrees(there, 'EPSG:27572') ?? [0, 0], towns.paris)).toBeLessThan(0.05)
})

test.each<[ProjectionCode, readonly (keyof typeof towns)[]]>([
  ['EPSG:2154', ['lens', 'paris', 'brest', 'nice', 'ajaccio', 'pau', 'strasbourg']],
  ['EPSG:3950', ['lens']], ['EPSG:3949', ['paris']], ['EPSG:3948', ['brest', 'strasbourg']], ['EPSG:3944', ['nice']], ['EPSG:3942', ['ajaccio']],
  ['EPSG:27572', ['lens', 'brest', 'nice']],
  ['EPSG:2972', ['cayenne']], ['EPSG:2975', ['saintDenis']], ['EPSG:4471', ['mamoudzou']], ['EPSG:4467', ['saintPierre']],
  ['EPSG:4326', ['lens', 'cayenne', 'mamoudzou']],
])('%s is recognised by its numbers, or asked with it among the answers', (code, places) => {
  for (const place of places) {
    const found = recognised([from(code, towns[place])])
    expect(found.how === 'recognised' ? [found.code] : found.how === 'ambiguous' ? found.candidates : []).toContain(code)
    const near = { west: towns[place][0] - 0.1, south: towns[place][1] - 0.1, east: towns[place][0] + 0.1, north: towns[place][1] + 0.1 }
    expect(recognised([from(code, towns[place])], near)).toEqual({ how: 'recognised', code, swapped: false })
  }
})

test('Guadeloupe in its metres may be the Aude of the old Lambert: asked, never chosen', () => {
  const found = recognised([from('EPSG:5490', towns.basseTerre)])
  expect(found).toEqual({ how: 'ambiguous', candidates: ['EPSG:27572', 'EPSG:5490'] })
})

test('northings first are read the other way round, and it is said', () => {
  const [x, y] = from('EPSG:2154', towns.lens)
  expect(recognised([[y, x]])).toEqual({ how: 'recognised', code: 'EPSG:2154', swapped: true })
})

test('numbers of nowhere are unknown', () => {
  for (const nowhere of [[], [[12_000_000, 12_000_000]], [[NaN, 3]]] as const) expect(recognised(nowhere)).toEqual({ how: 'unknown' })
})

test.each([
  ['urn:ogc:def:crs:EPSG::2154', 'EPSG:2154'], ['EPSG:3950', 'EPSG:3950'], ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'], ['EPSG:4171', 'EPSG:4326'],
  ['epsg:32620', 'EPSG:5490'], ['EPSG:31370', undefined], ['Lambert', undefined],
])('%s is %s', (name, code) => {
  expect(namedProjection(name)).toBe(code)
})

test.each([
  ['PROJCS["RGF_1993_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]]]]', 'EPSG:2154'],
  ['PROJCS["RGF93 / CC50",GEOGCS["RGF93",AUTHORITY["EPSG","4171"]],AUTHORITY["EPSG","3950"]]', 'EPSG:3950'],
  ['PROJCS["RGF_1993_CC44",GEOGCS["GCS_RGF_1993"]]', 'EPSG:3944'],
  ['PROJCS["NTF_Lambert_II_etendu",GEOGCS["GCS_NTF_Paris"]]', 'EPSG:27572'],
  ['PROJCS["NTF (Paris) / Lambert zone II",GEOGCS["NTF (Paris)"]]', 'EPSG:27572'],
  ['PROJCS["RGR_1992_UTM_40S",GEOGCS["GCS_RGR_1992"]]', 'EPSG:2975'],
  ['PROJCS["WGS_1984_UTM_Zone_20N",GEOGCS["GCS_WGS_1984"]]', 'EPSG:5490'],
  ['PROJCS["WGS_1984_UTM_Zone_31N",GEOGCS["GCS_WGS_1984"]]', undefined],
  ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', 'EPSG:4326'],
  ['GEOGCS["GCS_NTF_Paris",DATUM["D_NTF"]]', undefined],
  ['LOCAL_CS["Lambert_93"]', undefined],
])('the text %s is %s', (text, code) => {
  expect(textProjection(text)).toBe(code)
})

test('every system goes there and back to the centimetre', () => {
  for (const code of projectionCodes) {
    const { west, south, east, north } = projections[code].ground
    const middle: Position = [(west + east) / 2, (south + north) / 2]
    const shape = toDegrees({ type: 'MultiPolygon', coordinates: [[[from(code, middle)]]] }, code)
    expect(metresBetween(shape?.coordinates[0]?.[0]?.[0] ?? [0, 0], middle)).toBeLessThan(0.05)
  }
  expect(toDegrees({ type: 'MultiPolygon', coordinates: [[[[NaN, 2]]]] }, 'EPSG:2154')).toBeUndefined()
})
