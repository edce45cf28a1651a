// The batch on one core: points in, answers out, chunk after chunk, with no more in memory than one chunk and its answers.
import { openAnswerer, openTold } from './batch-answers.ts'
import type { ChunkTold, Teller } from './batch-answers.ts'
import { openChunker } from './batch-chunks.ts'
import type { ByteSource, Chunker } from './batch-chunks.ts'
import { dialectOf } from './batch-dialect.ts'
import type { Dialect, DialectProblem } from './batch-dialect.ts'
import type { Communes } from './batch-points.ts'

export const chunkBytes = 1 << 20
/** Room for the answers of a chunk; one that needs more is given out in several times. */
export const roomBytes = 4 << 20

export type Opened = { readonly dialect: Dialect; readonly chunker: Chunker }
/** What was said of a chunk, and the line of the file where it begins. */
export type Heard = (told: ChunkTold, firstLine: number) => void
export type BatchRefusal = { readonly problem: 'recordTooLong'; readonly line: number }

/** Reads enough to tell how the file is written. */
export async function openPoints(source: ByteSource): Promise<Opened | DialectProblem> {
  const first = new Uint8Array(chunkBytes / 2)
  let filled = 0
  for (;;) {
    const count = await source(first.subarray(filled))
    filled += count
    if (count === 0 || filled === first.length) break
  }
  const dialect = dialectOf(first.subarray(0, filled))
  if (typeof dialect === 'string') return dialect
  return { dialect, chunker: openChunker(source, dialect.delimiter, first.subarray(dialect.start, filled)) }
}

/**
 * The lines of the answer, without their header: each piece is to be used before the next one is asked for, since its bytes serve again.
 * Ends with a refusal when a record is too long to be one.
 */
export async function* answerPoints(
  { dialect, chunker }: Opened, communes: Communes, teller: Teller, heard: Heard,
): AsyncGenerator<Uint8Array, BatchRefusal | undefined> {
  const answer = openAnswerer(dialect, communes, teller)
  const [chunk, room] = [new Uint8Array(chunkBytes), new Uint8Array(roomBytes)]
  let { line } = dialect
  for (;;) {
    const length = await chunker.next(chunk)
    if (length < 0) return { problem: 'recordTooLong', line }
    if (length === 0) return undefined
    const told = openTold()
    for (const used of answer(chunk, 0, length, room, told)) yield room.subarray(0, used)
    heard(told, line)
    line += told.lines
  }
}
