// A zipped shapefile: areas of the .shp, attributes of the .dbf in the letters the .cpg names, system of the .prj.
import { turnsLeft } from '../geometry/area.ts'
import { placeIn } from '../geometry/crossings.ts'
import { textProjection } from '../geometry/projections.ts'
import type { MultiPolygon, Position, Ring } from '../geometry/shape.ts'
import { Refusal } from './budget.ts'
import { openTable } from './shapes-dbf.ts'
import { gather, type Gathering, type Layer, nameIn, plainProperties, type Tally } from './shapes-layer.ts'
import { shapeLimits } from './shapes-limits.ts'
import type { Archive } from './unzip.ts'

const areaTypes = new Set([5, 15, 25])
const isSidecar = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._)/.test(name)

/** The names of the layers of an archive, without their ending. */
export const shapefileLayers = ({ names }: Archive): readonly string[] =>
  [...names].filter((name) => /\.shp$/i.test(name) && !isSidecar(name)).slice(0, shapeLimits.layers)

export async function readShapefile(archive: Archive, shpName: string, tally: Tally): Promise<Layer> {
  const beside = async (ending: string): Promise<Uint8Array | undefined> => {
    const wanted = shpName.replace(/shp$/i, ending).toLowerCase()
    const name = [...archive.names].find((known) => known.toLowerCase() === wanted)
    return name === undefined ? undefined : archive.read(name)
  }
  const shp = await archive.read(shpName)
  const [dbf, prj, cpg] = [await beside('dbf'), await beside('prj'), await beside('cpg')]
  const latin = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1')
  const row = dbf === undefined ? undefined : openTable(dbf, latin(cpg))
  const gathering = gather(tally)
  readRecords(shp ?? new Uint8Array(), tally, (shape, rank) => {
    const properties = plainProperties(Object.entries(row?.(rank) ?? {}))
    gathering.add(nameIn(properties), properties, shape)
  })
  return gathering.layer(prj === undefined ? undefined : textProjection(latin(prj)) ?? null)
}

type Shape = Parameters<Gathering['add']>[2]

function readRecords(bytes: Uint8Array, tally: Tally, add: (shape: Shape, rank: number) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 100 || view.getInt32(0) !== 9994 || view.getInt32(28, true) !== 1000) throw new Refusal('broken')
  let [at, rank] = [100, 0]
  while (at + 8 <= bytes.length) {
    const length = view.getInt32(at + 4) * 2
    if (length < 4 || at + 8 + length > bytes.length) throw new Refusal('broken')
    add(readRecord(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length), tally), rank)
    at += 8 + length
    rank += 1
  }
}

function readRecord(view: DataView, tally: Tally): Shape {
  const type = view.getInt32(0, true)
  if (type === 0) return { why: 'noGeometry' }
  if (!areaTypes.has(type)) return { why: 'notAnArea' }
  const [parts, points] = view.byteLength < 44 ? [-1, -1] : [view.getInt32(36, true), view.getInt32(40, true)]
  if (parts < 0 || points < 0 || 44 + parts * 4 + points * 16 > view.byteLength) throw new Refusal('broken')
  tally.points(points)
  const starts = Array.from({ length: parts }, (_, rank) => view.getInt32(44 + rank * 4, true))
  const rings: Ring[] = []
  for (const [rank, start] of starts.entries()) {
    const end = starts[rank + 1] ?? points
    if (start < 0 || end < start || end > points) throw new Refusal('broken')
    rings.push(Array.from({ length: end - start }, (_, index): Position => {
      const at = 44 + parts * 4 + (start + index) * 16
      return [view.getFloat64(at, true), view.getFloat64(at + 8, true)]
    }))
  }
  if (rings.some((ring) => ring.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y)))) return { why: 'badNumbers' }
  return rings.length === 0 ? { why: 'noGeometry' } : { geometry: assembled(rings) }
}

/** A shapefile turns its outer rings as a clock does, its holes the other way; a hole belongs to the outer ring it lies in. */
function assembled(rings: readonly Ring[]): MultiPolygon {
  const outers = rings.filter((ring) => !turnsLeft(flat(ring)))
  const holes = rings.filter((ring) => turnsLeft(flat(ring)))
  if (outers.length === 0) return { type: 'MultiPolygon', coordinates: holes.map((ring) => [ring]) }
  const parts = outers.map((outer) => [outer])
  for (const hole of holes) {
    const [first] = hole
    const owner = parts.length === 1 ? parts[0] : parts.find(([outer = []]) => first !== undefined && placeIn(outer, first) !== 'outside')
    if (owner === undefined) parts.push([hole])
    else owner.push(hole)
  }
  return { type: 'MultiPolygon', coordinates: parts }
}

/** Metres brought to the size of degrees: which way a ring turns does not change. */
function flat(ring: Ring): Ring {
  const [[x, y] = [0, 0]] = ring
  return ring.map(([east, north]): Position => [(east - x) / 1e7, (north - y) / 1e7])
}
