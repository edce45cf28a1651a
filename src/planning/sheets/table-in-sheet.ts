// Where the table of a sheet is: the titles above, one to three header rows merged into one label a column, the rows of data under them.
import { folded } from './folded.ts'
import { filledColumns, isBlank, mergeFinder, widthOf, wordsOf } from './grid.ts'
import type { Sheet } from './grid.ts'
import { readLabel } from './labels.ts'
import { readMoneyLabel } from './money-label.ts'

/** `header`: first and last header rows; `labels`: for each column its words in each header row, widest first, empty when it has none. */
export type SheetTable = {
  readonly headerTop: number; readonly headerBottom: number; readonly bottom: number; readonly left: number; readonly right: number
  readonly labels: readonly (readonly string[])[]
  /** True when no label is known: only its place says that this row is a header. */
  readonly unsure: boolean
}

const deepest = 60
/** Words longer than this are no label. */
const longestLabel = 160

/** The table of a sheet, or undefined when no row of its beginning looks like a header. */
export function findTable(sheet: Sheet): SheetTable | undefined {
  const scores = sheet.rows.slice(0, deepest).map((_, row) => headerScore(sheet, row))
  // The first that is nearly as good as the best: a table printed on several pages says its labels again.
  const good = Math.max(1.5, Math.max(0, ...scores) * 0.5)
  const known = scores.findIndex((score) => score >= good)
  const best = known >= 0 ? known : sheet.rows.slice(0, deepest).findIndex((_, row) => couldBeHeader(sheet, row))
  if (best < 0) return undefined
  const find = mergeFinder(sheet)
  let [top, bottom] = [best, best]
  while (bottom - top < 2 && top > 0 && isAbove(sheet, top - 1, top, find)) top -= 1
  while (bottom - top < 2 && isBelow(sheet, bottom, bottom + 1, find)) bottom += 1
  const labels = Array.from({ length: widthOf(sheet) }, (_, column) => labelOf(sheet, top, bottom, column, find))
  const used = labels.flatMap((parts, column) => (parts.length > 0 ? [column] : []))
  const [left, right] = [used[0] ?? 0, Math.max(used.at(-1) ?? 0, lastFilled(sheet, bottom + 1))]
  return { headerTop: top, headerBottom: bottom, bottom: sheet.rows.length - 1, left, right, labels, unsure: known < 0 }
}

const lastFilled = (sheet: Sheet, from: number): number => {
  let last = 0
  for (let row = from; row < sheet.rows.length; row += 1) last = Math.max(last, filledColumns(sheet, row).at(-1) ?? 0)
  return last
}

/** Short words, each once, over a row that fills as many columns: a header of labels nobody knows. */
function couldBeHeader(sheet: Sheet, row: number): boolean {
  const filled = filledColumns(sheet, row)
  const words = filled.map((column) => folded(wordsOf(sheet.rows[row]?.[column] ?? null)))
  const plain = filled.every((column) => sheet.rows[row]?.[column]?.kind === 'text')
    && words.every((text) => text.length <= 60 && !/^[\d\s.,/%-]+$/.test(text))
  return filled.length >= 2 && plain && new Set(words).size === words.length && filledColumns(sheet, row + 1).length >= Math.max(2, filled.length / 2)
}

/** How much a row looks like the labels of a table: a point a label known, half of one for other short words, less for figures. */
export function headerScore(sheet: Sheet, row: number): number {
  const cells = filledColumns(sheet, row).map((column) => sheet.rows[row]?.[column] ?? null)
  if (cells.length < 2) return 0
  let score = 0
  const seen = new Set<string>()
  for (const cell of cells) {
    const words = wordsOf(cell)
    if (cell?.kind !== 'text') score -= 0.6
    else if (words.length <= longestLabel && !seen.has(folded(words))) score += labelPoints(words)
    seen.add(folded(words))
  }
  return score
}

function labelPoints(words: string): number {
  const found = readLabel(words)
  if (found?.whole === true) return 1
  if (words.length <= 60 && readMoneyLabel([words]) !== undefined) return /\d{3}/.test(words.replace(/20\d\d/g, '')) ? 0 : 0.8
  return found !== undefined && words.length <= 60 ? 0.4 : 0
}

type Find = ReturnType<typeof mergeFinder>

/** A row above the labels that groups some of them: « Coûts », « Plan de financement ». A title of the sheet is no such row. */
function isAbove(sheet: Sheet, row: number, header: number, find: Find): boolean {
  const filled = filledColumns(sheet, row)
  const labelled = filledColumns(sheet, header)
  if (filled.length === 0 || filled.some((column) => sheet.rows[row]?.[column]?.kind !== 'text'
    || wordsOf(sheet.rows[row]?.[column] ?? null).length > longestLabel)) return false
  const span = (labelled.at(-1) ?? 0) - (labelled[0] ?? 0) + 1
  if (filled.length === 1) {
    const range = find(row, filled[0] ?? 0)
    return range !== undefined && range.right > range.left && range.right - range.left + 1 < span * 0.8 && range.left > (labelled[0] ?? 0)
  }
  return filled.length >= 2
}

/**
 * A row under the labels that details some of them: « HT », « TTC » under « Coûts ». Its words stand where the row above groups, and nowhere else.
 */
function isBelow(sheet: Sheet, header: number, row: number, find: Find): boolean {
  const filled = filledColumns(sheet, row)
  if (filled.length < 2 || filled.some((column) => sheet.rows[row]?.[column]?.kind !== 'text'
    || wordsOf(sheet.rows[row]?.[column] ?? null).length > 60)) return false
  const above = filledColumns(sheet, header)
  return filled.every((column) => {
    const range = find(header, column)
    if (range !== undefined) return range.bottom > header || range.right > range.left
    if (isBlank(sheet.rows[header]?.[column] ?? null)) return above.some((other) => other < column)
    // The first column of a group that nobody merged: its neighbour is blank above, and has words here.
    return isBlank(sheet.rows[header]?.[column + 1] ?? null) && filled.includes(column + 1)
  })
}

function labelOf(sheet: Sheet, top: number, bottom: number, column: number, find: Find): readonly string[] {
  const parts: string[] = []
  for (let row = top; row <= bottom; row += 1) {
    const words = wordsAbove(sheet, row, bottom, column, find).replace(/\s+/g, ' ')
    if (words !== '' && folded(words) !== folded(parts.at(-1) ?? '')) parts.push(words)
  }
  return parts
}

function wordsAbove(sheet: Sheet, row: number, bottom: number, column: number, find: Find): string {
  const range = find(row, column)
  if (range !== undefined) return range.top < row ? '' : wordsOf(sheet.rows[range.top]?.[range.left] ?? null)
  const own = wordsOf(sheet.rows[row]?.[column] ?? null)
  if (own !== '' || row === bottom) return own
  // A group that nobody merged: its words stand over its first column only.
  const below = (at: number): boolean => Array.from({ length: bottom - row }, (_, step) => row + 1 + step)
    .some((line) => !isBlank(sheet.rows[line]?.[at] ?? null))
  if (!below(column)) return ''
  for (let left = column - 1; left >= 0; left -= 1) {
    if (find(row, left) !== undefined) return ''
    const words = wordsOf(sheet.rows[row]?.[left] ?? null)
    if (words !== '') return below(left) ? words : ''
    if (!below(left)) return ''
  }
  return ''
}

/** The label of a column in one line: « Coûts – HT ». */
export const labelText = (parts: readonly string[]): string => parts.join(' – ')

/** The labels of a table as a key: the same table comes back under the same one, whatever its rows. */
export const signatureOf = ({ labels }: Pick<SheetTable, 'labels'>): string =>
  labels.map((parts) => folded(labelText(parts))).join('\n').replace(/\n+$/, '')
