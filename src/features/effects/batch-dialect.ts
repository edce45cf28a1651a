// How a file of points is written, told from its first line: what parts its columns, and which are the identifier, the degrees and the commune.
import { openFields, readRecord } from './batch-record.ts'

/** `id`, `longitude`, `latitude`, `commune`: ranks of columns, -1 when there is none. `start`: where the first point begins. */
export type Dialect = {
  readonly delimiter: number; readonly commas: boolean; readonly headed: boolean
  readonly id: number; readonly longitude: number; readonly latitude: number; readonly commune: number
  readonly start: number; readonly line: number
}
export type DialectProblem = 'empty' | 'utf16' | 'compressed' | 'noColumns'

/** Columns looked at; a file with more keeps its others unread. */
export const mostColumns = 256
/** Names in small letters, for whoever reads the columns of a file. */
export const columnNames = {
  id: ['id', 'cle_interop', 'id_ban_adresse', 'identifiant'], longitude: ['lon', 'longitude', 'lng', 'long'], latitude: ['lat', 'latitude'],
  commune: ['insee', 'code_insee', 'citycode', 'commune_insee', 'code_commune'],
} as const
const delimiters = [',', ';', '\t', '|'] as const

/** From the first bytes of a file, a whole first line among them. A file without names of columns is id, lon, lat when its numbers say so. */
export function dialectOf(bytes: Uint8Array): Dialect | DialectProblem {
  if (bytes.length === 0) return 'empty'
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf16'
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'compressed'
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const lines = begin === bytes.length ? [] : delimiters.map((delimiter) => firstLine(bytes, begin, delimiter))
  for (const line of lines) {
    const rank = (known: readonly string[]): number => line.fields.findIndex((field) => known.includes(field.trim().toLowerCase()))
    const found = {
      id: rank(columnNames.id), longitude: rank(columnNames.longitude), latitude: rank(columnNames.latitude), commune: rank(columnNames.commune),
    }
    const { delimiter, commas } = line
    if (found.id < 0 || found.longitude < 0 || found.latitude < 0) continue
    return { ...found, delimiter, commas, headed: true, start: line.next, line: 1 + line.lines }
  }
  for (const { fields, delimiter, commas } of lines) {
    const numbers = fields.slice(1, 3).map((field) => Number(commas ? field.replace(',', '.') : field))
    if (fields.length >= 3 && numbers.every((value) => Number.isFinite(value)) && fields[1] !== '' && fields[2] !== '') {
      return { id: 0, longitude: 1, latitude: 2, commune: -1, delimiter, commas, headed: false, start: begin, line: 1 }
    }
  }
  return lines.length === 0 ? 'empty' : 'noColumns'
}

function firstLine(bytes: Uint8Array, begin: number, delimiter: string) {
  const fields = openFields(mostColumns)
  const next = readRecord(bytes, begin, bytes.length, delimiter.charCodeAt(0), true, fields)
  const text = new TextDecoder()
  const words = Array.from({ length: Math.min(fields.count, mostColumns) }, (_, at) => text.decode(bytes.subarray(fields.from[at], fields.to[at])))
  return { fields: words, delimiter: delimiter.charCodeAt(0), commas: delimiter !== ',', next, lines: fields.lines }
}
