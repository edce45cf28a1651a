// The attribute table of a shapefile: each row as names and values, in the letters of its code page.
import { Refusal } from './budget.ts'

type Field = { readonly name: string; readonly type: string; readonly at: number; readonly length: number }

/** Letters by the .cpg, else by the byte of the table that says it, else UTF-8 when it is, else Windows-1252. */
function decoderOf(page: string, driver: number): (bytes: Uint8Array) => string {
  const western = !/^\s*(?:utf-?8|65001)/i.test(page) && (/1252|ansi|latin-?1|8859-?1|88591/i.test(page) || driver === 0x03 || driver === 0x57)
  const windows = new TextDecoder('windows-1252')
  const strict = new TextDecoder('utf-8', { fatal: true })
  return (bytes) => {
    if (western) return windows.decode(bytes)
    try {
      return strict.decode(bytes)
    } catch {
      return windows.decode(bytes)
    }
  }
}

/** A function that gives the row of a rank; undefined past the end. */
export function openTable(bytes: Uint8Array, page: string): (rank: number) => Readonly<Record<string, unknown>> | undefined {
  if (bytes.length < 32) throw new Refusal('broken')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [rows, start, width] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  const decode = decoderOf(page, view.getUint8(29))
  const fields = fieldsOf(bytes, start, decode)
  if (width < 1 || start > bytes.length) throw new Refusal('broken')
  return (rank) => {
    const at = start + rank * width
    if (rank >= rows || at + width > bytes.length) return undefined
    return Object.fromEntries(fields.filter(({ at: from, length }) => from + length <= width).map((field) =>
      [field.name, valueOf(field, decode(bytes.subarray(at + field.at, at + field.at + field.length)).replaceAll('\0', '').trim())]))
  }
}

function fieldsOf(bytes: Uint8Array, start: number, decode: (bytes: Uint8Array) => string): readonly Field[] {
  const fields: Field[] = []
  let within = 1
  for (let at = 32; at + 32 <= Math.min(start, bytes.length) && bytes[at] !== 0x0d; at += 32) {
    const end = bytes.indexOf(0, at)
    const name = decode(bytes.subarray(at, Math.min(end < 0 ? at + 11 : end, at + 11))).trim()
    const length = bytes[at + 16] ?? 0
    fields.push({ name, type: String.fromCharCode(bytes[at + 11] ?? 0), at: within, length })
    within += length
  }
  return fields
}

function valueOf({ type }: Field, written: string): string | number | boolean | null {
  if (written === '' || /^\*+$/.test(written)) return null
  if (type === 'N' || type === 'F') return Number.isFinite(Number(written)) ? Number(written) : null
  if (type === 'L') return /^[ytot]/i.test(written) ? true : /^[nf]/i.test(written) ? false : null
  return type === 'D' && /^\d{8}$/.test(written) ? `${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6)}` : written
}
