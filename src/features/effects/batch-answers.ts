// From a chunk of points to the lines of the answer, in the same order, written byte by byte into a buffer that is emptied each time it is full.
import type { Dialect } from './batch-dialect.ts'
import { openBlock, openPointReader, pointProblems } from './batch-points.ts'
import type { Block, Communes, PointProblem } from './batch-points.ts'

/** Says the answer of each point of a block as a small number, and what an answer writes after the identifier, its line feed included. */
export type Teller = {
  readonly tell: (block: Block, answers: Int32Array) => void
  readonly ending: (answer: number) => Uint8Array
  /** The same for a line that is no point. */
  readonly unanswered: Uint8Array
}
/** Of one chunk. `line`: the first of the chunk is 0. `problems` holds the first thousand; `refused` counts all. */
export type ChunkTold = {
  lines: number; points: number; refused: number; readonly problems: { readonly line: number; readonly problem: PointProblem }[]
}
export type ChunkAnswerer = (bytes: Uint8Array, from: number, to: number, out: Uint8Array, told: ChunkTold) => Generator<number, void>

export const openTold = (): ChunkTold => ({ lines: 0, points: 0, refused: 0, problems: [] })
const mostTold = 1000
const [comma, quote, lineFeed, carriageReturn] = [44, 34, 10, 13] as const

/** Yields how many bytes of `out` are filled, each time it is, and at the end; `out` holds at least one answer. */
export function openAnswerer(dialect: Dialect, communes: Communes, teller: Teller): ChunkAnswerer {
  const read = openPointReader(dialect, communes)
  const [block, answers] = [openBlock(), new Int32Array(openBlock().idFrom.length)]
  return function* answer(bytes, from, to, out, told) {
    const reading = { at: from, line: 0 }
    let used = 0
    while (reading.at < to) {
      read(bytes, to, reading, block)
      teller.tell(block, answers)
      for (let place = 0; place < block.count; place += 1) {
        const problem = block.problems[place] ?? 0
        const ending = problem === 0 ? teller.ending(answers[place] ?? 0) : teller.unanswered
        const [idFrom, idTo] = [block.idFrom[place] ?? 0, block.idTo[place] ?? 0]
        if (used + 2 * (idTo - idFrom) + 2 + ending.length > out.length) {
          yield used
          used = 0
        }
        used = writeId(bytes, idFrom, idTo, block.idQuoted[place] === 1, out, used)
        used = writeEnding(ending, out, used)
        if (problem > 0) note(told, block.lines[place] ?? 0, problem)
      }
      told.points += block.count
    }
    told.lines = reading.line
    yield used
  }
}

/** As it was read; in quotes when it was, or when it could not be told apart otherwise. */
function writeId(bytes: Uint8Array, from: number, to: number, quoted: boolean, out: Uint8Array, start: number): number {
  let used = start
  if (quoted) {
    out[used] = quote
    used += 1
  }
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (!quoted && (byte === comma || byte === quote || byte === carriageReturn)) return writeQuoted(bytes, from, to, out, start)
    out[used] = byte
    used += 1
  }
  if (quoted) {
    out[used] = quote
    used += 1
  }
  return used
}

/** An identifier that a comma would cut, or that holds a quote without having been quoted. */
function writeQuoted(bytes: Uint8Array, from: number, to: number, out: Uint8Array, start: number): number {
  let used = start
  const put = (byte: number): void => {
    out[used] = byte
    used += 1
  }
  put(quote)
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === quote) put(quote)
    put(bytes[at] ?? 0)
  }
  put(quote)
  return used
}

/** Longer than this, the engine's own copy is faster than ours. */
const longEnding = 96

function writeEnding(ending: Uint8Array, out: Uint8Array, start: number): number {
  if (ending.length > longEnding) out.set(ending, start)
  else for (let at = 0; at < ending.length; at += 1) out[start + at] = ending[at] ?? lineFeed
  return start + ending.length
}

function note(told: ChunkTold, line: number, problem: number): void {
  told.refused += 1
  const name = pointProblems[problem - 1]
  if (told.problems.length < mostTold && name !== undefined) told.problems.push({ line, problem: name })
}
