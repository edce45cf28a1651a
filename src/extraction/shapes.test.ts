// Files of shapes as bytes: the same quarter of Lens out of each format and system, and the sentence each hostile file is answered with.
import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { areaOf, metresBetween } from '../geometry/area.ts'
import { type ProjectionCode, projections } from '../geometry/projections.ts'
import type { MultiPolygon, Position, Ring } from '../geometry/shape.ts'
import { shapeLimits } from './shapes-limits.ts'
import { withParcels } from './shapes-parcels.ts'
import { leftOutSentences, shapeFileSentences, type ReadShapes } from './shapes-problem.ts'
import { readShapes, type ShapesAsked } from './shapes.ts'
import { writeDbf, writeGeoPackage, writeKml, writeShp, writeWkb } from './testing/shape-files.ts'
import { writeZip } from './testing/zip-file.ts'

const quarter: Ring = [[2.82, 50.42], [2.84, 50.42], [2.84, 50.44], [2.82, 50.44], [2.82, 50.42]]
const hole: Ring = [[2.825, 50.425], [2.825, 50.43], [2.83, 50.43], [2.83, 50.425], [2.825, 50.425]]
const inSystem = (code: ProjectionCode, ring: Ring): Ring => ring.map(([longitude, latitude]): Position => {
  const [x = NaN, y = NaN] = proj4('EPSG:4326', projections[code].definition).forward([longitude, latitude])
  return [x, y]
})
const lambert = [inSystem('EPSG:2154', quarter), inSystem('EPSG:2154', hole)]
const expected = areaOf({ type: 'MultiPolygon', coordinates: [[quarter, hole]] })
const prj = 'PROJCS["RGF_1993_Lambert_93",GEOGCS["GCS_RGF_1993"]]'
const collection = (features: readonly unknown[], more: object = {}) => Buffer.from(JSON.stringify({ type: 'FeatureCollection', ...more, features }))
const geojson = (geometry: unknown, more: object = {}) =>
  collection([{ type: 'Feature', properties: { nom: 'Cœur de ville', rang: 1 }, geometry }], more)
const shapefile = (parts: Record<string, string | Uint8Array>) =>
  writeZip(Object.entries(parts).map(([name, content]) => ({ name, content, deflate: true })))
const named = (name: string) => ({ crs: { type: 'name', properties: { name } } })
const guessed = (code: ProjectionCode, declared: ProjectionCode | null = null) => ({ how: 'recognised', code, swapped: false, declared }) as const
const cc50 = [{ name: '', rings: [inSystem('EPSG:3950', quarter), inSystem('EPSG:3950', hole)] }]
const line = JSON.stringify({ type: 'Feature', properties: { NAME: 'a' }, geometry: { type: 'Polygon', coordinates: [quarter, hole] } })
const drawn = [{ name: 'Cœur de ville', rings: lambert }]
const polygon = (...coordinates: readonly unknown[]) => ({ type: 'Polygon', coordinates })

const read = async (bytes: Uint8Array, asked: ShapesAsked = {}): Promise<ReadShapes> => {
  const reading = await readShapes(bytes, asked)
  if (!reading.ok) throw new Error(reading.problem)
  return reading.file
}
const problemOf = async (bytes: Uint8Array | string): Promise<string> => {
  const reading = await readShapes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  return reading.ok ? 'none' : reading.problem
}
const first = (file: ReadShapes): MultiPolygon => file.features[0]?.geometry ?? { type: 'MultiPolygon', coordinates: [] }

describe('the same quarter with its hole', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, ReadShapes['crs'], string | null]>([
    ['GeoJSON in degrees', () => geojson(polygon(quarter, hole)), guessed('EPSG:4326'), 'Cœur de ville'],
    ['GeoJSON that declares Lambert-93', () => geojson(polygon(...lambert), named('urn:ogc:def:crs:EPSG::2154')),
      { how: 'declared', code: 'EPSG:2154' }, 'Cœur de ville'],
    ['GeoJSON that says nothing of its metres', () => geojson(polygon(...lambert)), guessed('EPSG:2154'), 'Cœur de ville'],
    ['GeoJSON whose numbers deny its system', () => geojson(polygon(...lambert), named('EPSG:4326')), guessed('EPSG:2154', 'EPSG:4326'),
      'Cœur de ville'],
    ['one feature a line', () => Buffer.from(`${line}\n${line}\n`), guessed('EPSG:4326'), 'a'],
    ['a shapefile with its letters and system', () => shapefile({
      'ort/a.shp': writeShp(drawn), 'ort/a.dbf': writeDbf(['Quartier de l\xe9glise']), 'ort/A.PRJ': prj, 'ort/a.cpg': 'ANSI 1252',
    }), { how: 'declared', code: 'EPSG:2154' }, 'Quartier de l\xe9glise'],
    ['a shapefile of CC50 without .prj', () => shapefile({ 'a.shp': writeShp(cc50) }), guessed('EPSG:3950'), null],
    ['a GeoPackage', () => writeGeoPackage(drawn), { how: 'declared', code: 'EPSG:2154' }, 'Cœur de ville'],
    ['a KML', () => Buffer.from(writeKml([{ name: 'Gare', rings: [quarter, hole] }])), { how: 'declared', code: 'EPSG:4326' }, 'Gare'],
    ['a KMZ', () => writeZip([{ name: 'doc.kml', content: writeKml([{ name: 'A', rings: [quarter, hole] }]) }]),
      { how: 'declared', code: 'EPSG:4326' }, 'A'],
  ])('comes out of %s', async (_, bytes, crs, name) => {
    const file = await read(await bytes())
    expect([file.crs, file.features[0]?.name, file.leftOut]).toEqual([crs, name, []])
    expect(Math.abs(areaOf(first(file)) - expected)).toBeLessThan(60)
    const corner = first(file).coordinates[0]?.[0]?.find(([x, y]) => x < 2.8201 && y < 50.4201)
    expect(metresBetween(corner ?? [0, 0], [2.82, 50.42])).toBeLessThan(0.05)
  })
})

describe('the system of coordinates', () => {
  const guadeloupe = inSystem('EPSG:5490', [[-61.73, 16], [-61.72, 16], [-61.72, 16.01], [-61.73, 16]])
  it('is asked when the numbers could be two, settled by the place expected, or chosen', async () => {
    const bytes = geojson(polygon(guadeloupe))
    const asked = await read(bytes)
    expect(asked.crs).toEqual({ how: 'ambiguous', candidates: ['EPSG:27572', 'EPSG:5490'] })
    expect(first(asked).coordinates[0]?.[0]?.[0]?.[0]).toBeGreaterThan(100_000)
    expect((await read(bytes, { near: { west: -62, south: 15.9, east: -61, north: 16.6 } })).crs).toMatchObject({ how: 'recognised', code: 'EPSG:5490' })
    expect((await read(bytes, { crs: 'EPSG:27572' })).crs).toEqual({ how: 'chosen', code: 'EPSG:27572' })
  })
  it('is read the other way round when northings come first, and left to be named in degrees', async () => {
    const northFirst = (ring: Ring): Ring => ring.map(([x, y]) => [y, x])
    const file = await read(geojson(polygon(northFirst(lambert[0] ?? []))))
    expect(file.crs).toMatchObject({ code: 'EPSG:2154', swapped: true })
    expect(first(await read(geojson(polygon(northFirst(quarter))))).coordinates[0]?.[0]?.[0]).toEqual([50.42, 2.82])
  })
  it('is refused when it is none of ours, or differs from layer to layer', async () => {
    expect(await problemOf(geojson(polygon(...lambert), named('EPSG:31370')))).toBe('unknownSystem')
    expect(await problemOf(geojson(polygon([[9e6, 9e6], [9e6, 9.1e6], [9.1e6, 9e6], [9e6, 9e6]])))).toBe('unknownSystem')
    expect(await problemOf(shapefile({ 'a.shp': writeShp(drawn), 'a.prj': prj, 'b.shp': writeShp(drawn) }))).toBe('severalSystems')
  })
})

describe('what gives no area', () => {
  it('is left out with the reason, and the rest kept', async () => {
    const features = [
      { type: 'Feature', properties: { nom: 'a' }, geometry: polygon(quarter) }, { type: 'Feature', properties: { nom: 'b' }, geometry: null },
      { type: 'Feature', properties: { nom: 'c' }, geometry: { type: 'Point', coordinates: [2.8, 50.4] } },
      { type: 'Feature', properties: { nom: 'd' }, geometry: polygon([[null, 1], ['2', 3]]) },
    ]
    const file = await read(collection(features))
    expect([file.features.length, file.leftOut]).toEqual([1, [
      { name: 'b', why: 'noGeometry' }, { name: 'c', why: 'notAnArea' }, { name: 'd', why: 'badNumbers' },
    ]])
  })
  it('is told when there is nothing else', async () => {
    expect(await problemOf(geojson({ type: 'Point', coordinates: [2.8, 50.4] }))).toBe('noArea')
    expect(await problemOf(shapefile({ 'a.shp': writeShp([{ name: '', rings: [[[1, 2]]] }], 1) }))).toBe('noArea')
    expect(await problemOf('{"type":"FeatureCollection","features":[]}')).toBe('empty')
  })
})

describe('a list of parcels', () => {
  const parcel = (id: string, ring: Ring) => ({ type: 'Feature', properties: { id, commune: '62498' }, geometry: polygon(ring) })
  it('is understood however it is written, and takes its contours from the cadastre', async () => {
    const list = await read(Buffer.from('commune;parcelle\n62498000AB0012\n62498 AB 13\n"62498";"000";"AC";"7"\n62498000AB0012\n'))
    expect(list.leftOut.map(({ name }) => name)).toEqual(['62498000AB0012', '62498000AB0013', '62498000AC0007'])
    const cadastre = await read(collection([
      parcel('62498000AB0012', quarter), parcel('62498000AB0013', quarter.map(([x, y]) => [x + 0.02, y])), parcel('62498000ZZ0001', hole),
    ]))
    const joined = withParcels(list, cadastre)
    expect([joined.features.map(({ name }) => name), joined.leftOut]).toEqual([['2 parcelles'], [{ name: '62498000AC0007', why: 'noParcel' }]])
    expect(Math.abs(areaOf(first(joined)) - 2 * areaOf({ type: 'MultiPolygon', coordinates: [[quarter]] }))).toBeLessThan(1)
  })
})

describe('a hostile file is answered', () => {
  const inserted = (shape: Buffer) => writeGeoPackage([], { more: `insert into secteurs (geom) values (x'${shape.toString('hex')}')` })
  const deep = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`
  it.each<[string, () => Uint8Array | string | Promise<Uint8Array>, string]>([
    ['nothing', () => '', 'empty'],
    ['blanks', () => ' \n ', 'empty'],
    ['too large', () => new Uint8Array(shapeLimits.bytes + 1), 'tooLarge'],
    ['a PDF', () => '%PDF-1.7 ...', 'unknownFormat'],
    ['a picture', () => Buffer.from('\x89PNG\r\n', 'latin1'), 'unknownFormat'],
    ['a letter', () => 'Madame, Monsieur, veuillez trouver ci-joint le secteur.', 'unknownFormat'],
    ['JSON cut', () => geojson(polygon(quarter)).subarray(0, 90), 'broken'],
    ['JSON of something else', () => '[1, 2, 3]', 'unknownFormat'],
    ['JSON nested without end', () => `{"type":"Feature","geometry":{"type":"Polygon","coordinates":${deep(200_000)}}}`, 'noArea'],
    ['features that are no list', () => '{"type":"FeatureCollection","features":{"a":1}}', 'broken'],
    ['too many features', () => collection(Array.from({ length: 5001 }, () => ({ type: 'Feature', geometry: null }))), 'tooMany'],
    ['too many points', () => geojson(polygon(Array.from({ length: 500_001 }, () => [1, 1]))), 'tooMany'],
    ['a bare .shp', () => writeShp(drawn), 'looseShapefile'],
    ['an archive without layer', () => writeZip([{ name: 'lisez-moi.txt', content: 'x' }]), 'noLayer'],
    ['a bomb', () => writeZip([{ name: 'a.shp', content: Buffer.alloc(60_000_000), deflate: true }]), 'bomb'],
    ['an archive cut', () => shapefile({ 'a.shp': writeShp(drawn) }).subarray(0, 200), 'broken'],
    ['a password', () => writeZip([{ name: 'a.shp', content: 'x', encrypted: true }]), 'encrypted'],
    ['a .shp that is none', () => shapefile({ 'a.shp': Buffer.alloc(200) }), 'broken'],
    ['a .shp cut', () => shapefile({ 'a.shp': writeShp(drawn).subarray(0, 190) }), 'broken'],
    ['a .shp that counts too far', () => {
      const shp = writeShp(drawn)
      shp.writeInt32LE(2_000_000_000, 148)
      return shapefile({ 'a.shp': shp })
    }, 'broken'],
    ['a .dbf cut', () => shapefile({ 'a.shp': writeShp(drawn), 'a.dbf': Buffer.alloc(10) }), 'broken'],
    ['XML with entities', () => writeKml([], '<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'), 'unsafeXml'],
    ['XML without end', () => `<kml>${'<Folder>'.repeat(5000)}`, 'bomb'],
    ['XML cut', () => writeKml([{ name: 'a', rings: [quarter] }]).slice(0, 300), 'broken'],
    ['XML of something else', () => '<?xml version="1.0"?><gpx/>', 'empty'],
    ['KML of words', () => writeKml([{ name: 'a', rings: [quarter] }]).replace('2.82,50.42', 'ici,là'), 'noArea'],
    ['SQLite that is no GeoPackage', () => Buffer.from('SQLite format 3\0'), 'broken'],
    ['a GeoPackage cut', async () => (await writeGeoPackage(drawn)).subarray(0, 9000), 'broken'],
    ['a GeoPackage whose layer is a question without end', () => writeGeoPackage(drawn, {
      more: `drop table secteurs; create view secteurs as
        with recursive a(fid, geom) as (select 1, null union all select fid + 1, null from a) select * from a`,
    }), 'empty'],
    ['a shape that counts too far', async () => {
      const wkb = writeWkb([quarter])
      wkb.writeUInt32LE(4_000_000_000, 17)
      return inserted(wkb)
    }, 'tooMany'],
    ['a shape cut', () => inserted(writeWkb([quarter]).subarray(0, 40)), 'noArea'],
  ])('%s', async (_, bytes, problem) => {
    expect(await problemOf(await bytes())).toBe(problem)
  })

  it('however it is cut or its bits flipped, within its time', async () => {
    const files = [
      shapefile({ 'a.shp': writeShp(drawn), 'a.dbf': writeDbf(['a']), 'a.prj': prj }), await writeGeoPackage(drawn), geojson(polygon(quarter)),
      Buffer.from(writeKml([{ name: 'a', rings: [quarter, hole] }])),
    ]
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255), fc.boolean(),
      async (file, share, flip, cut) => {
        const at = Math.floor(share * file.length)
        const changed = cut ? file.slice(0, at) : Uint8Array.from(file)
        if (!cut) changed[at] = (changed[at] ?? 0) ^ flip
        const reading = await readShapes(changed)
        expect(reading.ok || reading.problem in shapeFileSentences).toBe(true)
      }), { numRuns: 150 })
  }, 30_000)
})

it('every sentence shown to a person is French, says what happened and what to do', () => {
  for (const sentence of Object.values(shapeFileSentences)) expect(sentence).toMatch(/[.!?] [A-ZÉ][^']*$/)
  for (const sentence of Object.values(leftOutSentences)) expect(sentence).toMatch(/^[A-Z][^']*\.$/)
})
