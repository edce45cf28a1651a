// From file to file: as many addresses as the national base has, a CSV or a Parquet in, sectors and profiles out, by the command line on two cores.
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { MultiPolygon } from '../src/geometry/shape.ts'
import { chance } from '../src/testing/hard-points.ts'
import { ground } from './geo-sectors.ts'
import type { Tell } from './program.ts'

export async function measureFiles(root: string, addresses: number, sectors: readonly MultiPolygon[], tell: Tell): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-bench-files-'))
  const place = (name: string): string => join(folder, name)
  try {
    writeScene(place, sectors)
    writeAddresses(place('addresses.csv'), addresses)
    tell('geo.files.addresses', addresses, '')
    tell('geo.files.csv.size', statSync(place('addresses.csv')).size / 1e6, 'MB')
    await measureFile(root, 'csv', place, addresses, tell)
    await toParquet(place('addresses.csv'), place('addresses.parquet'))
    rmSync(place('addresses.csv'))
    await measureFile(root, 'parquet', place, addresses, tell)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Place = (name: string) => string

async function measureFile(root: string, kind: 'csv' | 'parquet', place: Place, addresses: number, tell: Tell): Promise<void> {
  const out = openSync(place('effects.csv'), 'w')
  const words = [
    'effects', place(`addresses.${kind}`), '--sectors', place('sectors.geojson'), '--conventions', place('conventions.json'), '--on', '2025-06-15',
    '--cores', '2', '--legend', place('legend.csv'),
  ]
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'build/cli.js'), ...words], { stdio: ['ignore', out, 'inherit'], cwd: root })
  const peaks = new Map<string, number>()
  const watch = setInterval(() => notePeaks(child.pid ?? 0, peaks), 100)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(watch)
  closeSync(out)
  const seconds = (performance.now() - started) / 1000
  const lines = countLines(place('effects.csv'))
  if (code !== 0 || lines !== addresses + 1) throw new Error(`effects ended with ${code}, ${lines} lines`)
  tell(`geo.files.${kind}.time`, seconds, 's')
  tell(`geo.files.${kind}.speed`, addresses / seconds / 1e6, 'M points/s')
  tell(`geo.files.${kind}.memory`, [...peaks.values()].reduce((sum, peak) => sum + peak, 0), 'MB')
  rmSync(place('effects.csv'))
}

/** The most memory each process of the command has held so far, in MB: the program, its threads within it, and the reader of Parquet. */
function notePeaks(pid: number, peaks: Map<string, number>): void {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => [name, statusOf(name)]))
  const ours = (name: string): boolean => name === String(pid) || (parents.has(name) && ours(parents.get(name)?.parent ?? ''))
  for (const [name, status] of parents) if (ours(name)) peaks.set(name, Math.max(peaks.get(name) ?? 0, status.peak))
}

function statusOf(pid: string): { readonly parent: string; readonly peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return { parent: /^PPid:\s*(\d+)/m.exec(status)?.[1] ?? '', peak: Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) / 1000 }
  } catch {
    return { parent: '', peak: 0 }
  }
}

function countLines(file: string): number {
  const [bytes, input] = [Buffer.alloc(1 << 20), openSync(file, 'r')]
  let lines = 0
  for (let size = -1; size !== 0;) {
    size = readSync(input, bytes)
    for (let at = bytes.indexOf(10); at >= 0 && at < size; at = bytes.indexOf(10, at + 1)) lines += 1
  }
  closeSync(input)
  return lines
}

function writeScene(place: Place, sectors: readonly MultiPolygon[]): void {
  const features = sectors.map((geometry, rank) => ({
    type: 'Feature', geometry, properties: {
      id: `S${String(rank).padStart(4, '0')}`, commune: String(10_000 + (rank % 300)), townCentre: rank % 3 === 0, validFrom: '2019-02-15',
    },
  }))
  writeFileSync(place('sectors.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
  const communes = Array.from({ length: 300 }, (_, rank) =>
    ({ insee: String(10_000 + rank), inForceFrom: '2019-02-15', ...(rank % 5 === 0 && { inForceTo: '2024-12-31' }) }))
  writeFileSync(place('conventions.json'), JSON.stringify({ communes }))
}

/** Identifiers as the national base makes them, six decimals, in no order: harder on memory than a real file, whose neighbours are neighbours. */
function writeAddresses(file: string, count: number): void {
  const [next, out, bytes] = [chance(2026), openSync(file, 'w'), Buffer.alloc(1 << 20)]
  let used = bytes.write('id,lon,lat\n')
  const digits = (value: number, length: number): void => {
    for (let at = used + length - 1, left = value; at >= used; at -= 1) {
      bytes[at] = 48 + (left % 10)
      left = Math.floor(left / 10)
    }
    used += length
  }
  const put = (byte: number): void => {
    bytes[used] = byte
    used += 1
  }
  const degrees = (millionths: number): void => {
    if (millionths < 0) put(45)
    digits(Math.floor(Math.abs(millionths) / 1_000_000), Math.abs(millionths) >= 10_000_000 ? 2 : 1)
    put(46)
    digits(Math.abs(millionths) % 1_000_000, 6)
  }
  for (let at = 0; at < count; at += 1) {
    digits(1000 + (Math.floor(at / 740) % 95_000), 5)
    put(95)
    digits(Math.floor(at / 12) % 9999, 4)
    put(95)
    digits(at % 12 + 1, 5)
    put(44)
    degrees(Math.floor((ground.west + (ground.east - ground.west) * next()) * 1e6))
    put(44)
    degrees(Math.floor((ground.south + (ground.north - ground.south) * next()) * 1e6))
    put(10)
    if (used < bytes.length - 100 && at < count - 1) continue
    writeSync(out, bytes, 0, used)
    used = 0
  }
  closeSync(out)
}

async function toParquet(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' })
  const connection = await instance.connect()
  await connection.run(`copy (select id, lon, lat from read_csv('${from}', types = {'id': 'varchar'})) to '${to}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
}
