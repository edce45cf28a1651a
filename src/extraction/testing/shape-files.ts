// Files of shapes for tests: shapefiles, GeoPackages and KML written by hand from rings.
import initSqlJs from 'sql.js'
import { turnsLeft } from '../../geometry/area.ts'
import type { Position, Ring } from '../../geometry/shape.ts'

type Drawn = { readonly name: string; readonly rings: readonly Ring[] }

/** As a shapefile wants them: outer rings as a clock turns, holes the other way. */
const turned = (rings: readonly Ring[]): readonly Ring[] => rings.map((ring, rank) => {
  const [[x, y] = [0, 0]] = ring
  const small = ring.map(([east, north]): Position => [(east - x) / 1e7, (north - y) / 1e7])
  return turnsLeft(small) === (rank === 0) ? [...ring].reverse() : ring
})

export function writeShp(shapes: readonly Drawn[], type = 5): Buffer {
  const records = shapes.map(({ rings: given }, rank) => {
    const rings = turned(given)
    const points = rings.flat()
    const body = Buffer.alloc(44 + rings.length * 4 + points.length * 16)
    body.writeInt32LE(type, 0)
    body.writeInt32LE(rings.length, 36)
    body.writeInt32LE(points.length, 40)
    rings.forEach((_, index) => body.writeInt32LE(rings.slice(0, index).flat().length, 44 + index * 4))
    points.forEach(([x, y], index) => {
      body.writeDoubleLE(x, 44 + rings.length * 4 + index * 16)
      body.writeDoubleLE(y, 52 + rings.length * 4 + index * 16)
    })
    const head = Buffer.alloc(8)
    head.writeInt32BE(rank + 1, 0)
    head.writeInt32BE(body.length / 2, 4)
    return Buffer.concat([head, body])
  })
  const header = Buffer.alloc(100)
  header.writeInt32BE(9994, 0)
  header.writeInt32BE((100 + Buffer.concat(records).length) / 2, 24)
  header.writeInt32LE(1000, 28)
  header.writeInt32LE(type, 32)
  return Buffer.concat([header, ...records])
}

/** A table of one column of words, NOM, in Windows-1252. */
export function writeDbf(names: readonly string[]): Buffer {
  const header = Buffer.alloc(65)
  header[0] = 3
  header.writeUInt32LE(names.length, 4)
  header.writeUInt16LE(65, 8)
  header.writeUInt16LE(41, 10)
  header.write('NOM', 32, 'latin1')
  header.write('C', 43, 'latin1')
  header[48] = 40
  header[64] = 0x0d
  return Buffer.concat([header, ...names.map((name) => Buffer.from(` ${name.padEnd(40)}`, 'latin1')), Buffer.from([0x1a])])
}

export function writeWkb(rings: readonly Ring[], { header = true, srs = 2154 } = {}): Buffer {
  const whole = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  const real = (value: number): Buffer => {
    const bytes = Buffer.alloc(8)
    bytes.writeDoubleLE(value)
    return bytes
  }
  const body = [Buffer.from([1]), whole(3), whole(rings.length), ...rings.flatMap((ring) => [whole(ring.length), ...ring.flat().map(real)])]
  return Buffer.concat([...(header ? [Buffer.from('GP\0\x01', 'latin1'), whole(srs)] : []), ...body])
}

export async function writeGeoPackage(shapes: readonly Drawn[], { srs = 2154, more = '' } = {}): Promise<Uint8Array> {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run(`create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text, organization_coordsys_id integer,
      definition text, description text);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z integer, m integer);
    insert into gpkg_spatial_ref_sys values ('un', ${srs}, 'EPSG', ${srs}, '', ''), ('none', -1, 'NONE', -1, '', '');
    insert into gpkg_geometry_columns values ('secteurs', 'geom', 'POLYGON', ${srs}, 0, 0);
    create table secteurs (fid integer primary key, geom blob, "Libellé" text);`)
  for (const { name, rings } of shapes) database.run('insert into secteurs (geom, "Libellé") values (?, ?)', [writeWkb(rings, { srs }), name])
  if (more !== '') database.run(more)
  const bytes = database.export()
  database.close()
  return bytes
}

export const writeKml = (shapes: readonly Drawn[], head = ''): string => `<?xml version="1.0" encoding="UTF-8"?>${head}
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${shapes.map(({ name, rings: [outer = [], ...holes] }) => `<Placemark><name>${name}</name>
<ExtendedData><Data name="commune"><value>62498</value></Data></ExtendedData><Polygon><outerBoundaryIs>${kmlRing(outer)}</outerBoundaryIs>
${holes.map((hole) => `<innerBoundaryIs>${kmlRing(hole)}</innerBoundaryIs>`).join('')}</Polygon></Placemark>`).join('')}</Document></kml>`
const kmlRing = (ring: Ring): string => `<LinearRing><coordinates>${ring.map((at) => `${at.join(',')},0`).join(' ')}</coordinates></LinearRing>`
