// Where the records and the fields of a CSV stand in bytes, quoted or not; one function for whoever cuts a file in chunks and whoever reads them.

export const [lineFeed, carriageReturn, quote] = [10, 13, 34] as const
/** A field that opens a quote and does not close it within this many bytes is a mistake: its record ends with its line. */
export const longestQuoted = 65_536

/**
 * Fields of one record: field f from `from[f]` to `to[f]`, the quotes of a quoted one left out; `doubled[f]` when it was quoted.
 * Fields beyond the length of these arrays are counted only. `lines`: line feeds of the record.
 */
export type Fields = {
  readonly from: Int32Array; readonly to: Int32Array; readonly quoted: Uint8Array
  count: number; lines: number; broken: boolean
}
export const openFields = (most: number): Fields =>
  ({ from: new Int32Array(most), to: new Int32Array(most), quoted: new Uint8Array(most), count: 0, lines: 0, broken: false })

/** Reads the record at `start`; answers where the next one starts, or -1 when this one may go on after `end` (`last` false). */
export function readRecord(bytes: Uint8Array, start: number, end: number, delimiter: number, last: boolean, fields: Fields): number {
  fields.count = 0
  fields.lines = 1
  fields.broken = false
  let at = start
  for (;;) {
    let from = at
    let to = -1
    if (bytes[at] === quote && at < end) {
      const close = closingQuote(bytes, at + 1, end)
      if (close < 0) return close === -1 && !last ? -1 : broken(bytes, start, end, last, fields)
      for (let inside = at + 1; inside < close; inside += 1) if (bytes[inside] === lineFeed) fields.lines += 1
      from = at + 1
      to = close
      at = close + 1
    }
    while (at < end && bytes[at] !== delimiter && bytes[at] !== lineFeed) at += 1
    if (at === end && !last) return -1
    if (fields.count < fields.from.length) {
      fields.from[fields.count] = from
      fields.to[fields.count] = to >= 0 ? to : bytes[at] === lineFeed || at === end ? withoutReturn(bytes, from, at) : at
      fields.quoted[fields.count] = to >= 0 ? 1 : 0
    }
    fields.count += 1
    if (at >= end) return end
    at += 1
    if (bytes[at - 1] === lineFeed) return at
  }
}

const withoutReturn = (bytes: Uint8Array, from: number, to: number): number => (to > from && bytes[to - 1] === carriageReturn ? to - 1 : to)

/** The closing quote, doubled ones skipped; -1 when the bytes end before, -2 when it is too far to be one. */
function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  const limit = Math.min(end, from + longestQuoted)
  for (let at = from; at < limit; at += 1) {
    if (bytes[at] !== quote) continue
    if (at + 1 < end && bytes[at + 1] === quote) at += 1
    else return at
  }
  return limit < end || limit === from + longestQuoted ? -2 : -1
}

function broken(bytes: Uint8Array, start: number, end: number, last: boolean, fields: Fields): number {
  const feed = bytes.indexOf(lineFeed, start)
  fields.count = 0
  fields.lines = 1
  fields.broken = true
  return feed >= 0 && feed < end ? feed + 1 : last ? end : -1
}
