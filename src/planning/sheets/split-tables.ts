// Several tables one under the other in a sheet: each becomes a sheet of its own, its rows where they stood.
import type { Grid, Sheet } from './grid.ts'
import { filledColumns } from './grid.ts'
import { isHeaderAgain } from './row-kinds.ts'
import { findTable, headerScore } from './table-in-sheet.ts'
import type { SheetTable } from './table-in-sheet.ts'

/** The rows of a later table stay at their place, under as many empty rows: what is said of a cell names the row of the file. */
export const splitTables = ({ sheets }: Grid): Grid => ({ sheets: sheets.flatMap(parted) })

function parted(sheet: Sheet): readonly Sheet[] {
  const table = findTable(sheet)
  if (table === undefined) return [sheet]
  const starts = sheet.rows.flatMap((_, row) => (row > table.headerBottom + 1 && startsTable(sheet, row, table) ? [row] : []))
  return [0, ...starts].map((from, rank) => slice(sheet, from, starts[rank] ?? sheet.rows.length, rank))
}

/** After an empty row, three labels or more that are known and are not those of the first table again. */
function startsTable(sheet: Sheet, row: number, table: SheetTable): boolean {
  if (filledColumns(sheet, row - 1).length > 0) return false
  const filled = filledColumns(sheet, row)
  if (filled.length < 3 || filled.some((column) => sheet.rows[row]?.[column]?.kind !== 'text')) return false
  if (isHeaderAgain(table, filled, sheet.rows[row] ?? [])) return false
  return headerScore(sheet, row) >= Math.max(2.4, filled.length * 0.6)
}

const slice = (sheet: Sheet, from: number, until: number, rank: number): Sheet => ({
  ...sheet, name: rank === 0 ? sheet.name : `${sheet.name} (${rank + 1})`,
  rows: sheet.rows.slice(0, until).map((cells, row) => (row < from ? [] : cells)),
  merges: sheet.merges.filter(({ top }) => top >= from && top < until), hiddenRows: sheet.hiddenRows.filter((row) => row >= from && row < until),
})
