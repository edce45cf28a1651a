// Points read from the records of a CSV into columns, a block at a time; a line that is no point says why and stays in its place.
import { positionProblem } from '../../geometry/shape.ts'
import type { Dialect } from './batch-dialect.ts'
import { mostColumns } from './batch-dialect.ts'
import { decimalAt } from './batch-number.ts'
import { openFields, readRecord } from './batch-record.ts'

/** Why a line is no point; in a block, the rank here plus one. */
export const pointProblems = ['blank', 'quote', 'columns', 'longitude', 'latitude', 'projected', 'swapped'] as const
export type PointProblem = (typeof pointProblems)[number]

const blockSize = 2048
/**
 * Columns of up to 2,048 points. `idFrom`, `idTo`: bytes of the identifier; `idQuoted`: it was quoted. Degrees, NaN where there are none.
 * `communes`: numbers given by the reader, 0 for unknown. `lines`: line of each, the first of the chunk being 0.
 */
export type Block = {
  readonly idFrom: Int32Array; readonly idTo: Int32Array; readonly idQuoted: Uint8Array
  readonly longitudes: Float64Array; readonly latitudes: Float64Array; readonly communes: Int32Array
  readonly problems: Uint8Array; readonly lines: Int32Array
  count: number
}
export const openBlock = (): Block => ({
  idFrom: new Int32Array(blockSize), idTo: new Int32Array(blockSize), idQuoted: new Uint8Array(blockSize),
  longitudes: new Float64Array(blockSize), latitudes: new Float64Array(blockSize), communes: new Int32Array(blockSize),
  problems: new Uint8Array(blockSize), lines: new Int32Array(blockSize), count: 0,
})

/** INSEE codes as small numbers from 1; 0 for what is no code. */
export type Communes = {
  readonly numberOf: (bytes: Uint8Array, from: number, to: number) => number; readonly code: (number: number) => string | undefined
}

export function openCommunes(): Communes {
  const codes: (string | undefined)[] = [undefined]
  const [numbers, byCode] = [new Map<number, number>(), new Map<string, number>()]
  let [lastKey, lastNumber] = [-1, 0]
  const keep = (key: number, bytes: Uint8Array, from: number, to: number): number => {
    const code = new TextDecoder('latin1').decode(bytes.subarray(from, to)).toUpperCase()
    if (!/^(?:\d{5}|2[AB]\d{3})$/.test(code)) return 0
    const number = byCode.get(code) ?? codes.push(code) - 1
    byCode.set(code, number)
    numbers.set(key, number)
    return number
  }
  const numberOf = (bytes: Uint8Array, from: number, to: number): number => {
    if (to - from !== 5) return 0
    let key = 0
    for (let at = from; at < to; at += 1) key = key * 256 + (bytes[at] ?? 0)
    if (key !== lastKey) {
      lastNumber = numbers.get(key) ?? keep(key, bytes, from, to)
      lastKey = key
    }
    return lastNumber
  }
  return { numberOf, code: (number) => codes[number] }
}

/** Where reading stands in a chunk of whole records: next byte, and next line counted from the first of the chunk. */
export type Reading = { at: number; line: number }
export type PointReader = (bytes: Uint8Array, end: number, reading: Reading, block: Block) => void

/** Fills the block with what comes next. */
export function openPointReader({ delimiter, commas, id, longitude, latitude, commune }: Dialect, communes: Communes): PointReader {
  const needed = Math.max(id, longitude, latitude, commune) + 1
  const fields = openFields(Math.min(mostColumns, needed))
  const { from, to, quoted } = fields
  const least = Math.max(id, longitude, latitude) + 1
  const number = (bytes: Uint8Array, column: number): number => decimalAt(bytes, from[column] ?? 0, to[column] ?? 0, commas || quoted[column] === 1)
  const readPoint = (bytes: Uint8Array, block: Block, place: number): number => {
    const known = fields.count > id
    block.idFrom[place] = known ? from[id] ?? 0 : 0
    block.idTo[place] = known ? to[id] ?? 0 : 0
    block.idQuoted[place] = known ? quoted[id] ?? 0 : 0
    block.longitudes[place] = Number.NaN
    block.latitudes[place] = Number.NaN
    if (fields.broken) return 2
    if (fields.count < least) return fields.count === 1 && to[0] === from[0] ? 1 : 3
    const [x, y] = [number(bytes, longitude), number(bytes, latitude)]
    if (Number.isNaN(x)) return 4
    if (Number.isNaN(y)) return 5
    if (!(x >= -180 && x <= 180 && y >= -90 && y <= 90)) return 6
    // Metropolitan France is told at once: tens of millions of points come by here.
    if (!(x > -5 && x < 9 && y > 42 && y < 51) && positionProblem([x, y]) === 'swapped') return 7
    block.longitudes[place] = x
    block.latitudes[place] = y
    block.communes[place] = commune < 0 || fields.count <= commune ? 0 : communes.numberOf(bytes, from[commune] ?? 0, to[commune] ?? 0)
    return 0
  }
  return (bytes, end, reading, block) => {
    let place = 0
    while (place < blockSize && reading.at < end) {
      reading.at = readRecord(bytes, reading.at, end, delimiter, true, fields)
      block.problems[place] = readPoint(bytes, block, place)
      block.lines[place] = reading.line
      reading.line += fields.lines
      place += 1
    }
    block.count = place
  }
}
