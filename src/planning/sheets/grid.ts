// A spreadsheet as values: sheets, cells, merged ranges; what every step of understanding starts from.

/** A percentage is a number shown with `%`; a date is `yyyy-mm-dd`; an error is what the spreadsheet shows for one (`#REF!`). */
export type CellKind = 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error'
/** `shown`: as the spreadsheet displays it. `formula`: computed by the spreadsheet. */
export type SheetCell = { readonly kind: CellKind; readonly value: string | number | boolean; readonly shown: string; readonly formula?: true }
/** Rows and columns from 0, both ends included. */
export type CellRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
/** `rows`: those up to the last that holds something; a cell is null when empty. Hidden rows and columns are noted, and read like the others. */
export type Sheet = {
  readonly name: string; readonly hidden: boolean; readonly rows: readonly (readonly (SheetCell | null)[])[]; readonly merges: readonly CellRange[]
  readonly hiddenRows: readonly number[]; readonly hiddenColumns: readonly number[]
}
export type Grid = { readonly sheets: readonly Sheet[] }

export const cellAt = (sheet: Sheet, row: number, column: number): SheetCell | null => sheet.rows[row]?.[column] ?? null

/** The words of a cell: its text with its line breaks, trimmed; of anything else, what is shown. */
export function wordsOf(cell: SheetCell | null): string {
  if (cell === null) return ''
  return (cell.kind === 'text' ? String(cell.value) : cell.shown).replace(/\r\n?/g, '\n').trim()
}

export const isBlank = (cell: SheetCell | null): boolean => cell === null || wordsOf(cell) === ''

/** Columns of this row that hold something. */
export const filledColumns = (sheet: Sheet, row: number): readonly number[] =>
  (sheet.rows[row] ?? []).flatMap((cell, column) => (isBlank(cell) ? [] : [column]))

export const widthOf = (sheet: Sheet): number => sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)

/** Merged ranges found by cell: the range a cell stands in, undefined when it stands alone. */
export function mergeFinder(sheet: Sheet): (row: number, column: number) => CellRange | undefined {
  const byRow = new Map<number, CellRange[]>()
  for (const range of sheet.merges) {
    for (let row = range.top; row <= Math.min(range.bottom, sheet.rows.length); row += 1) {
      const known = byRow.get(row)
      if (known === undefined) byRow.set(row, [range])
      else known.push(range)
    }
  }
  return (row, column) => byRow.get(row)?.find(({ left, right }) => left <= column && column <= right)
}

/** `A`, `B`… `AA`: how a spreadsheet names this column. */
export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
