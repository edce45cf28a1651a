// The communes found, as a CSV in the columns of the State's list: same headings, same order, nothing a spreadsheet would run.
import { headings } from './list-file.ts'
import { columnNames } from './list-row.rules.ts'
import type { ListRow } from './list-row.rules.ts'

/** A number keeps its sign; any other cell that a spreadsheet would take for a formula is preceded by an apostrophe. */
const harmless = (cell: string): string => (/^\s*[=+\-@]|^[\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const lines = new WeakMap<ListRow, string>()

/** The line of a row, written once. */
function lineOf(row: ListRow): string {
  const known = lines.get(row)
    ?? columnNames.map((name) => (name === 'updatedBy' ? '' : quoted(harmless(row.cells[name])))).join(',')
  lines.set(row, known)
  return known
}

/** In the order of the list; the column of who updated the row stays, empty. */
export function listCsv(rows: readonly ListRow[]): string {
  const body = [...rows].sort((one, other) => one.line - other.line).map(lineOf)
  return `${[columnNames.map((name) => quoted(headings[name])).join(','), ...body].join('\r\n')}\r\n`
}
