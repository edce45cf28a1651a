// A stream of bytes cut into chunks of whole records, each no larger than the place given for it.
import { carriageReturn, longestQuoted, lineFeed, openFields, quote, readRecord } from './batch-record.ts'

/** Puts what comes next into the place given, and answers how many bytes; 0 at the end. */
export type ByteSource = (into: Uint8Array) => Promise<number>
export type Chunker = {
  /** Fills the place with whole records and answers how many bytes; 0 at the end, -1 when one record is larger than the place. */
  readonly next: (into: Uint8Array) => Promise<number>
}

/** Bytes that come by themselves, as bytes asked for. */
export function sourceOf(stream: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = stream[Symbol.asyncIterator]()
  let left = new Uint8Array(0)
  return async (into) => {
    while (left.length === 0) {
      const { done, value } = await iterator.next()
      if (done === true) return 0
      left = new Uint8Array(value)
    }
    const count = Math.min(left.length, into.length)
    into.set(left.subarray(0, count))
    left = left.subarray(count)
    return count
  }
}

/** `started`: bytes already taken from the source, to be cut first. */
export function openChunker(source: ByteSource, delimiter: number, started: Uint8Array): Chunker {
  let carried = started.slice()
  let ended = false
  const next = async (into: Uint8Array): Promise<number> => {
    let filled = Math.min(carried.length, into.length)
    into.set(carried.subarray(0, filled))
    carried = carried.slice(filled)
    while (filled < into.length && !ended) {
      const count = await source(into.subarray(filled))
      if (count === 0) ended = true
      filled += count
    }
    const last = ended && carried.length === 0
    const cut = last ? withoutBlankEnd(into, filled) : recordsEnd(into, filled, delimiter)
    if (!last) carried = joined(into.subarray(cut, filled), carried)
    return cut === 0 && !last ? -1 : cut
  }
  return { next }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

/** Blank lines at the end of a file are no points; anywhere else they keep their place. */
function withoutBlankEnd(bytes: Uint8Array, end: number): number {
  let cut = end
  while (cut > 0 && (bytes[cut - 1] === lineFeed || bytes[cut - 1] === carriageReturn)) cut -= 1
  return cut
}

/** Where the last whole record ends, before any blank lines, which may be those of the end of the file; 0 when there is none. */
function recordsEnd(bytes: Uint8Array, filled: number, delimiter: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, filled)
  const end = buffer.includes(quote) ? endByRecords(bytes, filled, delimiter) : buffer.lastIndexOf(lineFeed) + 1
  let cut = end
  for (let blank = blankBefore(bytes, cut); blank > 0; blank = blankBefore(bytes, cut)) cut -= blank
  return cut > 1 ? cut : end
}

/** Bytes of the blank line that ends there; 0 when it is none. */
function blankBefore(bytes: Uint8Array, end: number): number {
  if (end > 1 && bytes[end - 2] === lineFeed) return 1
  return end > 2 && bytes[end - 2] === carriageReturn && bytes[end - 3] === lineFeed ? 2 : 0
}

function endByRecords(bytes: Uint8Array, filled: number, delimiter: number): number {
  const fields = openFields(1)
  let at = 0
  for (;;) {
    const next = readRecord(bytes, at, filled, delimiter, false, fields)
    if (next < 0 || next >= filled) return next < 0 ? at : next
    at = next
  }
}

/** A chunk holds at least one record with the longest quoted field. */
export const leastChunk = 4 * longestQuoted
