// The rows an import refused, as a spreadsheet to mend and import again: their own columns, and the reasons.
import { gunzipSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import { cellAt, wordsOf } from '../../planning/sheets/grid.ts'
import type { Grid, Sheet } from '../../planning/sheets/grid.ts'
import type { Schema } from '../../schema.ts'
import type { Book, Cell } from '../../writing/spreadsheet-book.ts'
import { date } from '../../kernel/date.ts'
import { reasonWords } from './import.words.ts'
import { findGrid, listRows } from './imports.store.ts'
import type { ImportRow, ShownImportRow } from './imports.store.ts'
import { parsedGrid } from './kept-grid.ts'

const most = 20_000

/** One sheet of the book for each sheet of the file that has refused rows; labels are the merged ones, so that the file is understood alike. */
export async function refusalsBook(db: Kysely<Schema>, shown: ImportRow, today: PlainDate): Promise<Book> {
  const kept = await findGrid(db, shown.id)
  const grid: Grid = kept === undefined ? { sheets: [] } : parsedGrid(gunzipSync(kept).toString('utf8'))
  const refused = await listRows(db, shown.id, { verdict: 'refused', skip: 0, most })
  const sheets = (shown.summary?.sheets ?? []).flatMap((sheet, rank) => {
    const source = grid.sheets[rank]
    const rows = refused.filter((row) => row.sheet === sheet.name)
    if (source === undefined || rows.length === 0) return []
    return [{
      name: sheet.name.slice(0, 31),
      columns: [...sheet.columns.map(({ label }) => ({ label })), { label: 'Ligne du fichier', width: 10 }, { label: 'Raison du refus', width: 60 }],
      rows: rows.map((row) => [...sheet.columns.map(({ column }) => cellOf(source, row.rowNumber - 1, column)), row.rowNumber,
        { marked: reasonsOf(row) }]),
    }]
  })
  const empty = { name: 'Lignes refusées', columns: [{ label: 'Raison du refus', width: 60 }], rows: [] }
  return { title: `Lignes refusées de ${shown.fileName}`, on: today, sheets: sheets.length === 0 ? [empty] : sheets }
}

function cellOf(sheet: Sheet, row: number, column: number): Cell {
  const cell = cellAt(sheet, row, column)
  if (cell === null) return null
  if (cell.kind === 'date') return { date: date(String(cell.value)) }
  if (cell.kind === 'percent' && typeof cell.value === 'number') return { percent: cell.value * 100 }
  return cell.kind === 'number' && typeof cell.value === 'number' ? cell.value : wordsOf(cell)
}

const reasonsOf = ({ details }: ShownImportRow): string => details.cells.filter(({ fate }) => fate === 'refused')
  .map(({ label, reason, detail }) => `${label === '' ? '' : `${label}
    : `}${reasonWords[reason]}${reason === 'twice' && detail !== '' ? ` (ligne ${detail})` : ''}`).join(' ')
