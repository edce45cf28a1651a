// The text of a node as paragraphs, list items and tables, each word still tied to the amendment that put it there.
import type { Piece } from '../amending/consolidation.ts'

/** Words of one origin; `by` and `instruction` are null for the base text. */
export type Run = Piece
/** `tight`: no blank line parts it from the block before. `lines`: a paragraph or an item may be printed on several. */
export type Block =
  | { readonly kind: 'paragraph' | 'item'; readonly tight: boolean; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly tight: boolean; readonly rows: readonly (readonly (readonly Run[])[])[] }

type Line = { readonly start: number; readonly end: number; readonly words: string }

const bullet = /^\s*([-–—•▪●])\s+/
const cellMark = /\s\|\s/g

/** Paragraphs part at blank lines; a line that begins with a dash is an item; two lines or more of as many cells are a table. */
export function blocksOf(pieces: readonly Piece[]): readonly Block[] {
  const text = pieces.map((piece) => piece.text).join('')
  const slice = slicer(pieces)
  const blocks: Block[] = []
  for (const group of groupsOf(text)) {
    for (let at = 0; at < group.length;) {
      const height = tableHeight(group, at)
      const taken = height > 1 ? height : blockHeight(group, at)
      const lines = group.slice(at, at + taken)
      const tight = at > 0
      blocks.push(height > 1 ? { kind: 'table', tight, rows: lines.map((line) => cellsOf(line, slice)) } : blockOf(lines, tight, slice))
      at += taken
    }
  }
  return blocks
}

/** The same words on one line, for a heading. */
export const lineOf = (pieces: readonly Piece[]): readonly Run[] =>
  pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s*\n\s*/g, ' ') })).filter((piece) => piece.text !== '')

function groupsOf(text: string): readonly (readonly Line[])[] {
  const groups: Line[][] = [[]]
  let start = 0
  for (const words of text.split('\n')) {
    if (words.trim() === '') groups.push([])
    else groups.at(-1)?.push({ start, end: start + words.length, words })
    start += words.length + 1
  }
  return groups.filter((group) => group.length > 0)
}

const columns = (line: Line | undefined): number => (line === undefined ? 1 : line.words.split(cellMark).length)

/** Lines from here on that have the same two cells or more. */
function tableHeight(group: readonly Line[], at: number): number {
  const width = columns(group[at])
  if (width < 2) return 1
  const after = group.slice(at).findIndex((line) => columns(line) !== width)
  return after === -1 ? group.length - at : after
}

/** A paragraph or an item goes on until the next item or table. */
function blockHeight(group: readonly Line[], at: number): number {
  const after = group.slice(at + 1).findIndex((line, rank) => bullet.test(line.words) || tableHeight(group, at + 1 + rank) > 1)
  return after === -1 ? group.length - at : after + 1
}

type Slice = (start: number, end: number) => readonly Run[]

function blockOf(lines: readonly Line[], tight: boolean, slice: Slice): Block {
  const mark = bullet.exec(lines[0]?.words ?? '')
  const runs = lines.map((line, rank) => {
    const own = rank === 0 && mark !== null ? mark[0].length : line.words.length - line.words.trimStart().length
    return slice(line.start + own, line.start + line.words.trimEnd().length)
  })
  return { kind: mark === null ? 'paragraph' : 'item', tight, lines: runs }
}

function cellsOf(line: Line, slice: Slice): readonly (readonly Run[])[] {
  const cells: (readonly Run[])[] = []
  let from = 0
  for (const mark of [...line.words.matchAll(cellMark), undefined]) {
    const until = mark?.index ?? line.words.length
    const words = line.words.slice(from, until)
    const start = line.start + from + words.length - words.trimStart().length
    cells.push(slice(start, start + words.trim().length))
    from = until + (mark?.[0].length ?? 0)
  }
  return cells
}

/** What stands between two offsets, cut where the origin of the words changes. Offsets must not go back from one call to the next. */
function slicer(pieces: readonly Piece[]): Slice {
  let first = 0
  let offset = 0
  return (start, end) => {
    for (let piece = pieces[first]; piece !== undefined && offset + piece.text.length <= start; piece = pieces[first]) {
      offset += piece.text.length
      first += 1
    }
    const runs: Run[] = []
    for (let rank = first, at = offset; at < end; rank += 1) {
      const piece = pieces[rank]
      if (piece === undefined) break
      const text = piece.text.slice(Math.max(0, start - at), end - at)
      if (text !== '') runs.push({ ...piece, text })
      at += piece.text.length
    }
    return runs
  }
}
