// From the raw text to the text as read: stamps, page furniture and tables of contents out, sentences whole, each character traced.
import { lastAtOrBefore } from '../kernel/search.ts'
import { contentsLines } from './contents.ts'
import type { Stamp } from './facts.ts'
import { habitsOf, seam } from './joining.ts'
import { pageFurniture } from './pages.ts'
import { type PrintedLine, printedLines } from './printed.ts'
import type { Source } from './source.ts'
import { offsetAt, type Traced, tracedJoin, tracedSlice } from './traced.ts'
import { findStamps, joinLines, type MarkedStamp } from './stamp-marks.ts'
import { readStamps } from './stamps.ts'
import type { Line } from './text.ts'

/** The text as read, its lines, and the stamps that were taken out of it. */
type CleanText = { readonly source: Source; readonly lines: readonly Line[]; readonly stamps: readonly Stamp[] }

export function cleanText(raw: string): CleanText {
  const printed = printedLines(raw)
  const joined = joinLines(printed)
  const starts = lineStarts(printed)
  const found = findStamps(joined)
  const stamps = readStamps(found, { raw, rawAt: (offset) => rawOffset(printed, starts, offset) })
  const stamped = takeOut(printed, starts, found)
  const furniture = pageFurniture(printed, stamped)
  const contents = contentsLines(printed)
  const kept: PrintedLine[] = []
  let cut = false
  printed.forEach((line, index) => {
    if (line.text === '' || furniture[index] === true || contents[index] === true) {
      cut = true
      return
    }
    kept.push(cut && !line.cut ? { ...line, cut } : line)
    cut = false
  })
  return { ...assemble(raw, kept), stamps }
}

function lineStarts(printed: readonly PrintedLine[]): Int32Array {
  const starts = new Int32Array(printed.length + 1)
  printed.forEach((line, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.text.length + 1
  })
  return starts
}

/** Rank of the line that holds this offset of the joined lines. */
function lineAt(starts: Int32Array, offset: number): number {
  return Math.min(lastAtOrBefore(starts, offset), Math.max(0, starts.length - 2))
}

function rawOffset(printed: readonly PrintedLine[], starts: Int32Array, offset: number): number {
  const rank = lineAt(starts, offset)
  const line = printed[rank]
  return line === undefined ? 0 : offsetAt(line, offset - (starts[rank] ?? 0))
}

/** Cuts the stamps out of their lines; the answer says which lines held one. */
function takeOut(printed: PrintedLine[], starts: Int32Array, found: readonly MarkedStamp[]): readonly boolean[] {
  const holes = new Map<number, (readonly [number, number])[]>()
  for (const { start, end } of found) {
    const [first, last] = [lineAt(starts, start), lineAt(starts, end - 1)]
    for (let rank = first; rank <= last; rank += 1) {
      const line = starts[rank] ?? 0
      const own = holes.get(rank) ?? []
      own.push([rank === first ? start - line : 0, rank === last ? end - line : (printed[rank]?.text.length ?? 0)])
      holes.set(rank, own)
    }
  }
  for (const [rank, own] of holes) {
    const line = printed[rank]
    if (line !== undefined) printed[rank] = { ...line, ...without(line, own), cut: true }
  }
  return printed.map((_, rank) => holes.has(rank))
}

/** The words left around the holes, a space where a hole was; punctuation alone is not kept. */
function without(line: PrintedLine, holes: readonly (readonly [number, number])[]): Traced {
  const pieces: Traced[] = []
  let from = 0
  for (const [start, end] of [...holes, [line.text.length, line.text.length] as const]) {
    const words = line.text.slice(from, start)
    const lead = words.length - words.trimStart().length
    if (/[\p{L}\d]/u.test(words)) pieces.push(tracedSlice(line, from + lead, from + words.trimEnd().length))
    from = end
  }
  return tracedJoin(pieces, ' ', line.from)
}

function assemble(raw: string, kept: readonly PrintedLine[]): { source: Source; lines: readonly Line[] } {
  const habits = habitsOf(kept)
  const at = new Int32Array(kept.reduce((sum, line) => sum + line.text.length + 2, 1))
  const parts: string[] = []
  const lines: Line[] = []
  let length = 0
  const addGap = (gap: string, offset: number) => {
    parts.push(gap)
    at.fill(offset, length, length + gap.length)
    length += gap.length
  }
  let previous: PrintedLine | undefined
  for (const line of kept) {
    const join = previous === undefined ? undefined : seam(previous, line, habits)
    const [end, next] = [at[length - 1] ?? 0, offsetAt(line, 0)]
    if (join === 'glue') {
      parts.push((parts.pop() ?? '').slice(0, -1))
      length -= 1
    } else if (join === 'join') addGap(' ', Math.max(end, Math.min(end + 1, next - 1)))
    else if (join === 'line' || join === 'paragraph') addGap(join === 'line' ? '\n' : '\n\n', Math.max(end, next - 1))
    const start = length
    parts.push(line.text)
    const { from, at: own } = line
    for (let index = 0; index < line.text.length; index += 1) at[length + index] = own?.[index] ?? from + index
    length += line.text.length
    const open = lines[lines.length - 1]
    if (open !== undefined && join !== 'line'
      && join !== 'paragraph') lines[lines.length - 1] = { ...open, end: length, strong: open.strong && line.strong }
    else lines.push({ start, end: length, level: line.level, strong: line.strong, item: line.item, row: line.row, page: line.page })
    previous = line
  }
  const last = at[length - 1] ?? -1
  at[length] = Math.min(raw.length, last + 1)
  return { source: { raw, clean: parts.join(''), at: at.slice(0, length + 1) }, lines }
}
