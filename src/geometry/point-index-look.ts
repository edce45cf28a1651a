// Reading a point index: from a point to the code of the set of shapes that cover it. The inner loop of everything, kept plain.
import { mostTabled, wordBits } from './point-index-draft.ts'
import type { IndexMemory } from './point-index-draft.ts'
import type { Sets } from './point-index-sets.ts'
import { crosses, meeting, touches } from './predicates.ts'

export type Look = {
  readonly codeAt: (x: number, y: number) => number
  readonly codesOf: (xs: Float64Array, ys: Float64Array, into: Int32Array, count: number) => void
}

/** Points looked up together: first their cells, which costs one wait for memory each, all at once; then the cells that a boundary crosses. */
const together = 1024

export function lookIn({ cells, ints, floats }: IndexMemory, sets: Sets): Look {
  const [columns, rows] = [ints[2] ?? 0, ints[3] ?? 0]
  const [west, south, perX, perY] = [floats[2] ?? 0, floats[3] ?? 0, floats[4] ?? 0, floats[5] ?? 0]
  const pending = new Int32Array(together)

  /** 1 inside or on the boundary, 0 outside, for the test whose word and edges are there. */
  function inside(word: number, from: number, x: number, y: number): number {
    let u = (word & wordBits.turned) === 0 ? x : y
    const v = (word & wordBits.turned) === 0 ? y : x
    if ((word & wordBits.mirrored) !== 0) u = -u
    let odd = (word & wordBits.odd) === 0 ? 0 : 1
    const end = from + 4 * (word >> wordBits.countShift)
    for (let at = from; at < end; at += 4) {
      const met = meeting(floats, at, u, v)
      if (met === touches) return 1
      if (met === crosses) odd ^= 1
    }
    return odd
  }

  function several(record: number, tests: number, x: number, y: number): number {
    const tabled = tests <= mostTabled
    let step = record + 1 + (tabled ? 2 ** (tests - 1) : (tests + 1) >> 1)
    let outcome = 0
    let code = ints[2 * record + 1] ?? 0
    for (let test = 0; test < tests; test += 1) {
      const word = ints[2 * step] ?? 0
      if (inside(word, step + 1, x, y) === 1) {
        if (tabled) outcome |= 1 << test
        else code = sets.plus(code, ints[2 * record + 2 + test] ?? 0)
      }
      step += 1 + 4 * (word >> wordBits.countShift)
    }
    return tabled ? ints[2 * record + 2 + outcome] ?? 0 : code
  }

  function decide(from: number, x: number, y: number): number {
    let record = from
    for (;;) {
      const tests = ints[2 * record] ?? 0
      if (tests === 1) return ints[2 * record + 2 + inside(ints[2 * record + 1] ?? 0, record + 2, x, y)] ?? 0
      if (tests > 1) return several(record, tests, x, y)
      const column = within((x - (floats[record + 2] ?? 0)) * (floats[record + 4] ?? 0), ints[2 * record + 2] ?? 0)
      const row = within((y - (floats[record + 3] ?? 0)) * (floats[record + 5] ?? 0), ints[2 * record + 3] ?? 0)
      const word = cells[(ints[2 * record + 1] ?? 0) + row * (ints[2 * record + 2] ?? 0) + column] ?? 0
      if (word >= 0) return word
      record = ~word
    }
  }

  function wordAt(x: number, y: number): number {
    const across = (x - west) * perX
    const up = (y - south) * perY
    return across >= 0 && across < columns && up >= 0 && up < rows ? cells[(up | 0) * columns + (across | 0)] ?? 0 : 0
  }

  function codesOf(xs: Float64Array, ys: Float64Array, into: Int32Array, count: number): void {
    for (let start = 0; start < count; start += together) {
      const end = Math.min(count, start + together)
      let waiting = 0
      for (let at = start; at < end; at += 1) {
        const word = wordAt(xs[at] ?? 0, ys[at] ?? 0)
        into[at] = word
        pending[waiting] = at
        waiting += word < 0 ? 1 : 0
      }
      for (let place = 0; place < waiting; place += 1) {
        const at = pending[place] ?? 0
        into[at] = decide(~(into[at] ?? 0), xs[at] ?? 0, ys[at] ?? 0)
      }
    }
  }
  const codeAt = (x: number, y: number): number => {
    const word = wordAt(x, y)
    return word >= 0 ? word : decide(~word, x, y)
  }
  return { codeAt, codesOf }
}

/** Rounding may put a point a hair outside the finer grid of its cell: it belongs to the nearest one. */
const within = (cell: number, count: number): number => (cell < 0 ? 0 : cell >= count ? count - 1 : cell | 0)
