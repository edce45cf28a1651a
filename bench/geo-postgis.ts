// The same points through PostGIS, both its plans, on Debian's server started for that; one process, all in memory, indexes built before.
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { MultiPolygon } from '../src/geometry/shape.ts'
import { startDebian } from '../src/testing/engines.ts'
import { pairKeySql } from './geo-pairs.ts'
import type { Measured, Pairs } from './geo-pairs.ts'
import type { Points } from './geo-sectors.ts'
import type { Tell } from './program.ts'

const settings = [
  'shared_buffers=1500MB', 'max_wal_size=4GB', 'fsync=off', 'synchronous_commit=off', 'random_page_cost=1.1', 'effective_cache_size=4GB',
]
const session = [
  'set work_mem = \'256MB\'', 'set maintenance_work_mem = \'1GB\'', 'set max_parallel_workers_per_gather = 0',
  'set max_parallel_maintenance_workers = 2', 'set jit = off', 'set statement_timeout = 0',
]
/** Point by point, PostGIS takes minutes: it is measured on this share of the points, and told so. */
const share = 10

/** Nothing, and a line that says so, where PostGIS is not installed. */
export async function measurePostgis(sectors: readonly MultiPolygon[], points: Points, tell: Tell): Promise<Readonly<Record<string, Measured>>> {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-bench-geo-'))
  chmodSync(folder, 0o755)
  try {
    const server = await startDebian(folder, settings)
    if (server === undefined) return missing('Debian server')
    try {
      const client = new pg.Client({ ...server.superuser, database: 'postgres' })
      await client.connect()
      try {
        const { rowCount } = await client.query('select from pg_available_extensions where name = \'postgis\'')
        return rowCount === 0 ? missing('PostGIS (postgresql-15-postgis-3)') : await measure(client, folder, sectors, points, tell)
      } finally {
        await client.end()
      }
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function missing(what: string): Readonly<Record<string, Measured>> {
  process.stdout.write(`geo: no ${what} on this machine, not measured\n`)
  return {}
}

async function measure(client: pg.Client, folder: string, sectors: readonly MultiPolygon[], points: Points, tell: Tell) {
  for (const statement of session) await client.query(statement)
  await load(client, folder, sectors, points, tell)
  const all = points.longitudes.length
  const join = 'from point p join sector s on ST_Covers(s.shape, p.place)'
  const bySector = await best(client, 'sector_shape', `select count(*) ${join}`, 3)
  tell('geo.postgis.sector-by-sector', all / bySector.milliseconds / 1000, 'M points/s')
  const { rows: [sum] } = await client.query<{ key: string }>(`select sum(${pairKeySql}) as key ${join}`)
  const few = Math.ceil(all / share)
  const byPoint = await best(client, 'point_place', `select count(*) ${join} where p.id < ${few}`, 1)
  tell(`geo.postgis.point-by-point (1 in ${share})`, few / byPoint.milliseconds / 1000, 'M points/s')
  return {
    'postgis.sector-by-sector': { pairs: { ...bySector, key: Number(sum?.key) }, points: all },
    'postgis.point-by-point': { pairs: { ...byPoint, key: 0 }, points: few },
  }
}

async function load(
  client: pg.Client, folder: string, sectors: readonly MultiPolygon[], { longitudes, latitudes }: Points, tell: Tell,
): Promise<void> {
  const started = performance.now()
  await client.query('create extension postgis')
  await client.query('create table sector (id integer primary key, shape geometry)')
  for (const [id, sector] of sectors.entries()) {
    await client.query('insert into sector values ($1, st_setsrid(st_geomfromgeojson($2), 4326))', [id, JSON.stringify(sector)])
  }
  const file = join(folder, 'points.csv')
  const out = openSync(file, 'w', 0o644)
  for (let from = 0; from < longitudes.length; from += 20_000) {
    const last = Math.min(longitudes.length, from + 20_000)
    const lines = Array.from({ length: last - from }, (_, at) => `${from + at},${longitudes[from + at] ?? 0},${latitudes[from + at] ?? 0}\n`)
    writeSync(out, lines.join(''))
  }
  closeSync(out)
  await client.query('create unlogged table raw (id integer, x float8, y float8)')
  await client.query(`copy raw from '${file}' (format csv)`)
  rmSync(file)
  await client.query('create unlogged table point as select id, st_setsrid(st_makepoint(x, y), 4326) as place from raw')
  await client.query('drop table raw')
  await client.query('create index sector_shape on sector using gist (shape)')
  await client.query('create index point_place on point using gist (place)')
  await client.query('vacuum analyze')
  tell('geo.postgis.load-and-index', performance.now() - started, 'ms')
}

/** Without one of the two indexes, which leaves one plan; the transaction is undone. The best of so many runs after a first one that warms up. */
async function best(client: pg.Client, without: string, query: string, runs: number): Promise<Omit<Pairs, 'key'>> {
  await client.query('begin')
  try {
    await client.query(`drop index ${without}`)
    let [milliseconds, count] = [Infinity, 0]
    for (let run = 0; run <= runs; run += 1) {
      const started = performance.now()
      const { rows: [row] } = await client.query<{ count: string }>(query)
      if (run > 0 || runs === 1) milliseconds = Math.min(milliseconds, performance.now() - started)
      count = Number(row?.count)
    }
    return { milliseconds, count }
  } finally {
    await client.query('rollback')
  }
}
