// Points in sectors: our index beside PostGIS and beside flatbush with point-in-polygon-hao, the same answers on every point; then 26 million.
import { buildPointIndex } from '../src/geometry/point-index.ts'
import type { MultiPolygon } from '../src/geometry/shape.ts'
import { grounds } from '../src/testing/hard-points.ts'
import { faults, haoOf } from '../src/testing/point-judges.ts'
import { measureFiles } from './geo-files.ts'
import { measureFlatbush } from './geo-flatbush.ts'
import { pairKey } from './geo-pairs.ts'
import type { Pairs } from './geo-pairs.ts'
import { measurePostgis } from './geo-postgis.ts'
import { pointsOf, sectorsOf } from './geo-sectors.ts'
import type { Points } from './geo-sectors.ts'
import type { Tell } from './program.ts'

/** `GEO_POINTS` and `GEO_ADDRESSES` make it smaller, to try it. */
const size = {
  sectors: 2000, points: Number(process.env['GEO_POINTS'] ?? 5_000_000), addresses: Number(process.env['GEO_ADDRESSES'] ?? 26_000_000),
  hard: Number(process.env['GEO_POINTS'] ?? 5_000_000) / 5,
}

export async function measureGeo(root: string, tell: Tell): Promise<void> {
  const sectors = sectorsOf(size.sectors)
  const points = pointsOf(size.points, sectors)
  const ours = measureOurs(sectors, points, tell)
  const others = { 'flatbush+hao': measureFlatbush(sectors, points, tell), ...await measurePostgis(sectors, points, tell) }
  for (const [name, other] of Object.entries(others)) {
    tell(`geo.${name}.times-slower`, other.pairs.milliseconds / other.points / (ours.milliseconds / size.points), '')
    if (other.points === size.points) compare(name, ours, other.pairs)
  }
  measureHard(tell)
  await measureFiles(root, size.addresses, sectors, tell)
}

/** One core; the best of five runs, counting the pairs included. */
function measureOurs(sectors: readonly MultiPolygon[], { longitudes, latitudes }: Points, tell: Tell): Pairs {
  const started = performance.now()
  const index = buildPointIndex(sectors)
  tell('geo.ours.build', performance.now() - started, 'ms')
  const codes = new Int32Array(longitudes.length)
  let [best, count] = [Infinity, 0]
  for (let run = 0; run < 5; run += 1) {
    const from = performance.now()
    index.codesOf(longitudes, latitudes, codes)
    const sizes: number[] = []
    count = codes.reduce((sum, code) => sum + (sizes[code] ??= index.setOf(code).length), 0)
    best = Math.min(best, performance.now() - from)
  }
  tell('geo.ours', longitudes.length / best / 1000, 'M points/s')
  let key = 0
  for (const [point, code] of codes.entries()) for (const sector of index.setOf(code)) key += pairKey(point, sector)
  return { milliseconds: best, count, key }
}

function compare(name: string, ours: Pairs, theirs: Pairs): void {
  const same = ours.count === theirs.count && ours.key === theirs.key
  const told = same ? `agree on every point, ${ours.count} pairs` : `DIFFER: ${theirs.count} pairs and ${ours.count}`
  process.stdout.write(`geo: ${name} and ours ${told}\n`)
}

/** Points on edges, a hair from them, on vertices, level with them: whoever disagrees with hao is judged by exact arithmetic. */
function measureHard(tell: Tell): void {
  const each = Math.ceil(size.hard / 60)
  const wrong = grounds.flatMap(([, ground]) => Array.from({ length: 20 }, (_, seed) => faults(ground, 1000 + seed, each, haoOf)).flat())
  tell('geo.hard.points', each * 60, '')
  tell('geo.hard.faults', wrong.length, '')
  if (wrong.length > 0) process.stdout.write(`geo: ${wrong.slice(0, 5).join(' · ')}\n`)
}
