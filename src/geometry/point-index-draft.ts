// The memory of a point index while it is built: records of eight-byte steps and cells, both growing, copied at the end into what threads can share.

/**
 * `cells`: the code of the set that covers the whole cell, or ~record when something in the cell decides.
 * Records start on a step r, 2r in `ints`, r in `floats`:
 * - a finer grid: ints 0, first cell, columns, rows; then four floats: west, south, cells per degree of x, of y;
 * - one test: ints 1, test word, code outside, code inside; then its edges, four floats each;
 * - two to four tests: ints m, 0, then 2^m codes, bit i set when inside test i; then each test: ints word, 0 and its edges;
 * - more: ints m, code of the whole cell, then the m shapes, padded to a step; then each test as above.
 * A test word: `turned`, `mirrored`, `odd`, and the number of edges above these three bits.
 */
export type IndexMemory = { readonly cells: Int32Array; readonly ints: Int32Array; readonly floats: Float64Array }
/** x and y of the point and of the edges change places · their first coordinate changes sign · the far side of the ray is inside. */
export const wordBits = { turned: 1, mirrored: 2, odd: 4, countShift: 3 } as const
/** From this many tests on, the outcome is looked up shape by shape, since a table of every outcome would double each time. */
export const mostTabled = 4

/** Eight-byte steps of records, half a gigabyte: outlines that cross themselves everywhere would fill any memory. */
const mostSteps = 64_000_000

export type Draft = {
  readonly memory: () => IndexMemory
  /** Room for a record of so many steps; the views of `memory` may change. */
  readonly record: (steps: number) => number
  readonly cellsFor: (count: number) => number
  readonly finished: () => IndexMemory
}

export function openDraft(): Draft {
  let bytes = new ArrayBuffer(1 << 20)
  let [ints, floats, cells] = [new Int32Array(bytes), new Float64Array(bytes), new Int32Array(1 << 16)]
  let [steps, used] = [0, 0]
  const record = (count: number): number => {
    if (steps + count > mostSteps) throw new RangeError('too many edges cross one another')
    if (steps + count > floats.length) {
      const larger = new ArrayBuffer(8 * Math.ceil((steps + count) * 1.6))
      new Uint8Array(larger).set(new Uint8Array(bytes))
      bytes = larger
      ints = new Int32Array(bytes)
      floats = new Float64Array(bytes)
    }
    steps += count
    return steps - count
  }
  const cellsFor = (count: number): number => {
    if (used + count > cells.length) {
      const larger = new Int32Array(Math.ceil((used + count) * 1.6))
      larger.set(cells)
      cells = larger
    }
    used += count
    return used - count
  }
  return { memory: () => ({ cells, ints, floats }), record, cellsFor, finished: () => shared(cells.subarray(0, used), ints.subarray(0, steps * 2)) }
}

function shared(cells: Int32Array, ints: Int32Array): IndexMemory {
  const [cellBytes, bytes] = [new SharedArrayBuffer(cells.byteLength), new SharedArrayBuffer(ints.byteLength)]
  new Int32Array(cellBytes).set(cells)
  new Int32Array(bytes).set(ints)
  return { cells: new Int32Array(cellBytes), ints: new Int32Array(bytes), floats: new Float64Array(bytes) }
}
