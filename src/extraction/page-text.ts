// A page written in reading order: lines, a blank line between paragraphs, wide white between cells of a row.
import { writeBlocks } from './blocks.ts'
import { flowsOf } from './page-columns.ts'
import type { Piece, Row } from './page-rows.ts'
import { type Rule, framedTables } from './page-tables.ts'

/** Between two cells of one row: wider than any space, so that the reader sees the columns. */
const cellGap = '    '
/** White up to this many letter sizes may be a space stretched to fill a justified line. */
const stretched = 4

/** `rules`: the straight lines that frame tables; a framed table is written as one, between what stands above and below it. */
export function writePage(pieces: readonly Piece[], rules: readonly Rule[] = []): string {
  const body = bodySize(pieces)
  const parts: string[] = []
  let rest = pieces
  for (const { top, pieces: inside, table } of framedTables(pieces, rules)) {
    const outside = rest.filter((piece) => !inside.has(piece))
    parts.push(...writeFlows(outside.filter((piece) => piece.y < top), body), writeBlocks([table]).trimEnd())
    rest = outside.filter((piece) => piece.y >= top)
  }
  parts.push(...writeFlows(rest, body))
  const page = parts.filter((text) => text !== '').reduce((above, part) => above + between(above, part) + part, '')
  // A line never ends on an opening mark nor starts with a closing one, but where ordinary spaces were typed around them.
  return page.replace(/«[ \u00a0]?\n(?!\n)/g, '« ').replace(/(?<!\n)\n(?=[»;:!?])/g, ' ')
}

const writeFlows = (pieces: readonly Piece[], body: number): string[] => flowsOf(pieces).map((rows) => writeFlow(rows, body))

/** The size most letters of the page have. */
function bodySize(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of pieces) letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.trim().length)
  return [...letters].reduce(([size, most], [other, count]) => (count > most ? [other, count] : [size, most]), [12, 0])[0]
}

/** A sentence may run from the foot of a column to the head of the next. */
const between = (page: string, flow: string): string => (page === '' ? '' : /[^.;:!?»\n]$/.test(page) && /^\p{Ll}/u.test(flow) ? '\n' : '\n\n')

function writeFlow(rows: readonly Row[], body: number): string {
  const column = columnOf(rows)
  return rows.map((row, index) => {
    const before = rows[index - 1]
    const line = writeRow(row, [before, rows[index + 1]], column)
    const opening = headingMark(row, line, body)
    if (before === undefined) return opening + line
    if (breaksBetween(before, row, column)) return `\n\n${opening}${line}`
    // A heading that takes two lines is one: only its size tells it from the text.
    const joint = words(before).endsWith('-') ? '' : ' '
    return opening !== '' && goesOn(before, row) ? joint + line : `\n${opening}${line}`
  }).join('')
}

function writeRow(row: Row, neighbours: readonly (Row | undefined)[], column: Column): string {
  const full = isFull(row, column)
  const gaps = row.segments.slice(1).map((segment, index) => ({ left: row.segments[index]?.right ?? 0, right: segment.left }))
  const widths = gaps.map((gap) => (gap.right - gap.left) / row.size)
  const even = widths.length > 1 && Math.max(...widths) < stretched * 1.5 && Math.max(...widths) < Math.min(...widths) * 1.2
  return row.segments.map((segment, index) => {
    const gap = gaps[index - 1]
    if (gap === undefined) return segment.text
    const aligned = neighbours.flatMap((other) => (other !== undefined && sharesGap(other, gap, row.size) ? [other] : []))
    const width = widths[index - 1] ?? 0
    // A justified line fills its column and its whites are even; a cell starts where the cell above starts.
    const isSpace = even || (aligned.length === 0
      ? width < (full ? 3 * stretched : stretched)
      : full && width < stretched * 0.75 && aligned.every((other) => isFull(other, column)))
    return (isSpace ? ' ' : cellGap) + segment.text
  }).join('')
}

const isFull = (row: Row, column: Column): boolean =>
  (row.segments[0]?.left ?? 0) < column.left + row.size * 4 && (row.segments.at(-1)?.right ?? 0) > column.right - row.size * 0.6

/** Another row leaves the same place white between two of its cells. */
const sharesGap = (row: Row, gap: { left: number; right: number }, size: number): boolean =>
  row.segments.some((segment, index) => {
    const before = row.segments[index - 1]
    return before !== undefined && Math.min(segment.left, gap.right) - Math.max(before.right, gap.left) > size * 0.8
  })

/** Letters clearly larger than the text make a heading, as Markdown writes them; nothing for a row of text. */
function headingMark(row: Row, line: string, body: number): string {
  const ratio = row.size / body
  if (ratio < 1.12 || line.includes(cellGap) || line.length < 2) return ''
  return ratio > 1.75 ? '# ' : ratio > 1.3 ? '## ' : '### '
}

const goesOn = (before: Row, row: Row): boolean =>
  !/[.;:]$/.test(words(before)) && (/^[\p{Ll}»]/u.test(words(row)) || isCapitals(words(before)) === isCapitals(words(row)))

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

/** `leading`: usual distance between two lines, in letter sizes. */
type Column = { readonly leading: number; readonly left: number; readonly right: number }

function columnOf(rows: readonly Row[]): Column {
  const steps = rows.slice(1).map((row, index) => (row.y - (rows[index]?.y ?? row.y)) / Math.max(row.size, rows[index]?.size ?? row.size))
  const lines = steps.filter((ratio) => ratio > 0.8 && ratio < 2.2).sort((one, other) => one - other)
  return {
    leading: lines[Math.floor(lines.length * 0.4)] ?? 1.25,
    left: Math.min(...rows.map((row) => row.segments[0]?.left ?? 0)),
    right: Math.max(...rows.map((row) => row.segments.at(-1)?.right ?? 0)),
  }
}

function breaksBetween(before: Row, row: Row, column: Column): boolean {
  const size = Math.max(row.size, before.size)
  if (Math.abs(row.size - before.size) > size * 0.12) return true
  if (row.y - before.y > size * (column.leading * 1.22 + 0.05)) return true
  return opensHeading(before, row, column) || endsParagraph(before, row, column)
}

const words = (row: Row): string => row.segments.map((segment) => segment.text).join(' ')
const isShort = (row: Row, column: Column): boolean => (row.segments.at(-1)?.right ?? 0) < column.right - (column.right - column.left) * 0.2

/** `Article 2 – …` after a line that was over. */
const opensHeading = (before: Row, row: Row, column: Column): boolean =>
  /^(ARTICLE|Article|TITRE|Titre|CHAPITRE|Chapitre|ANNEXE|Annexe)\s+(\d|[IVX]+\b|premier)/.test(words(row))
  && (isShort(before, column) || /[.;:!?»]$/.test(words(before)))

/** A short last line closed by a mark, then a line that opens with a capital or, after a full stop, is indented. */
function endsParagraph(before: Row, row: Row, column: Column): boolean {
  if (!/^[\p{Lu}«"]/u.test(words(row))) return false
  if (isShort(before, column)) return /[.!?»;:,]$/.test(words(before))
  return /[.!?»]$/.test(words(before)) && (row.segments[0]?.left ?? 0) > (before.segments[0]?.left ?? 0) + row.size * 0.8
}
