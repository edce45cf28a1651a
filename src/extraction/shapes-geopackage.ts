// A GeoPackage: the tables of features of an SQLite file, opened in memory by a database that knows nothing of our disks.
import initSqlJs from 'sql.js'
import { namedProjection, textProjection } from '../geometry/projections.ts'
import { Refusal } from './budget.ts'
import { gather, type Layer, nameIn, plainProperties, type Tally } from './shapes-layer.ts'
import { shapeLimits } from './shapes-limits.ts'
import { readGeoPackageShape } from './shapes-wkb.ts'

type Sqlite = InstanceType<Awaited<ReturnType<typeof initSqlJs>>['Database']>
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export async function readGeoPackage(bytes: Uint8Array, tally: Tally): Promise<readonly Layer[]> {
  const { Database } = await initSqlJs()
  const database = new Database(bytes)
  try {
    // A real table only: a view may be a question without end.
    const tables = rowsOf(database, `select c.table_name, c.column_name, s.organization, s.organization_coordsys_id, s.definition
      from gpkg_geometry_columns c join sqlite_master m on m.name = c.table_name and m.type = 'table' and m.sql not like 'create virtual%'
      left join gpkg_spatial_ref_sys s on s.srs_id = c.srs_id limit ${shapeLimits.layers}`)
    return tables.map(([table, column, authority, number, text]) =>
      readTable(database, String(table), String(column), systemOf(String(authority), Number(number), String(text)), tally))
  } catch (error) {
    throw error instanceof Refusal || error instanceof RangeError ? error : new Refusal('broken')
  } finally {
    database.close()
  }
}

/** Numbers 0 and -1 of a GeoPackage: undefined systems. */
function systemOf(authority: string, number: number, text: string): Layer['declared'] {
  if (!Number.isFinite(number) || number <= 0) return undefined
  return namedProjection(`${authority}:${number}`) ?? textProjection(text) ?? null
}

function rowsOf(database: Sqlite, sql: string): readonly (readonly unknown[])[] {
  const rows: unknown[][] = []
  const statement = database.prepare(sql)
  while (statement.step()) rows.push(statement.get())
  statement.free()
  return rows
}

function readTable(database: Sqlite, table: string, column: string, declared: Layer['declared'], tally: Tally): Layer {
  const gathering = gather(tally)
  const statement = database.prepare(`select * from ${quoted(table)} limit ${shapeLimits.features + 1}`)
  const names = statement.getColumnNames()
  const shapeAt = names.findIndex((name) => name.toLowerCase() === column.toLowerCase())
  while (statement.step()) {
    const row: readonly unknown[] = statement.get()
    const properties = plainProperties(names.flatMap((name, rank) => (rank === shapeAt ? [] : [[name, row[rank]] as const])))
    const shape = row[shapeAt]
    const read = shape instanceof Uint8Array ? readShape(shape, tally) : { why: 'noGeometry' as const }
    gathering.add(nameIn(properties), properties, 'why' in read ? read : { geometry: { type: 'MultiPolygon', coordinates: read.coordinates } })
  }
  statement.free()
  return gathering.layer(declared)
}

function readShape(bytes: Uint8Array, tally: Tally): ReturnType<typeof readGeoPackageShape> {
  try {
    return readGeoPackageShape(bytes, tally.points)
  } catch (error) {
    if (error instanceof RangeError) return { why: 'badNumbers' }
    throw error
  }
}
