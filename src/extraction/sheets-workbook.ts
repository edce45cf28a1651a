// An XLSX or ODS workbook as a grid: values with their kinds, what is shown of them, merged ranges, what is hidden.
import { type CellObject, type WorkSheet, SSF, read } from '@e965/xlsx'
import type { Grid, Sheet, SheetCell } from '../planning/sheets/grid.ts'
import { plainDate } from '../kernel/date.ts'
import { sheetLimits } from './sheets-limits.ts'
import type { SheetProblem } from './sheets-problem.ts'

/** The bytes were opened before, within limits: what they inflate to is known to be bearable. */
export function readWorkbook(bytes: Uint8Array, isOds: boolean): Grid | { readonly problem: SheetProblem } {
  const book = read(bytes, {
    type: 'buffer', dense: true, cellDates: false, cellNF: true, cellText: true, cellHTML: false, cellStyles: !isOds, cellFormula: true,
      bookVBA: false,
    sheetRows: sheetLimits.rows + 1,
  })
  if (book.SheetNames.length > sheetLimits.sheets) return { problem: 'tooManyCells' }
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets: Sheet[] = []
  for (const [rank, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) continue
    const taken = sheetOf(sheet, name, (book.Workbook?.Sheets?.[rank]?.Hidden ?? 0) !== 0, from1904)
    if (taken === undefined) return { problem: 'tooManyRows' }
    sheets.push(taken)
  }
  return { sheets }
}

function sheetOf(sheet: WorkSheet, name: string, hidden: boolean, from1904: boolean): Sheet | undefined {
  const lines = sheet['!data'] ?? []
  const rows: (SheetCell | null)[][] = []
  for (let row = 0; row < lines.length; row += 1) {
    const line = lines[row] ?? []
    const cells: (SheetCell | null)[] = []
    for (let column = 0; column < line.length; column += 1) {
      const found = line[column]
      const cell = found === undefined ? null : cellOf(found, from1904)
      if (cell === null) continue
      if (row >= sheetLimits.rows || column >= sheetLimits.columns) return undefined
      while (cells.length < column) cells.push(null)
      cells.push(cell)
    }
    rows.push(cells)
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  const merges = (sheet['!merges'] ?? []).slice(0, 20_000).map(({ s, e }) =>
    ({ top: s.r, left: s.c, bottom: Math.min(e.r, rows.length), right: e.c }))
  return { name: name.slice(0, 100), hidden, rows, merges, hiddenRows: hiddenAmong(sheet['!rows'], rows.length),
    hiddenColumns: hiddenAmong(sheet['!cols'], sheetLimits.columns) }
}

const hiddenAmong = (lines: readonly ({ hidden?: boolean } | undefined)[] | undefined, most: number): readonly number[] =>
  (lines ?? []).slice(0, most).flatMap((line, rank) => (line?.hidden === true ? [rank] : []))

/** A formula gives its result; a cell of nothing but a format is empty. */
function cellOf(cell: CellObject, from1904: boolean): SheetCell | null {
  const made = valueOf(cell, from1904)
  if (made === null) return null
  return typeof cell.f === 'string' ? { ...made, formula: true } : made
}

function valueOf({ t, v, w, z }: CellObject, from1904: boolean): SheetCell | null {
  if (t === 'e') return { kind: 'error', value: w ?? String(v), shown: w ?? String(v) }
  if (typeof v === 'boolean') return { kind: 'boolean', value: v, shown: v ? 'oui' : 'non' }
  if (typeof v === 'number' && Number.isFinite(v)) return numberCell(v, typeof z === 'string' ? z : '', (w ?? String(v)).trim(), from1904)
  if (v === undefined || v === null || typeof v === 'number') return null
  const text = String(v).slice(0, sheetLimits.cell)
  return text.trim() === '' ? null : { kind: 'text', value: text, shown: text }
}

function numberCell(value: number, format: string, shown: string, from1904: boolean): SheetCell {
  if (format !== '' && SSF.is_date(format)) {
    const day = dayOf(value, from1904)
    if (day !== undefined) return { kind: 'date', value: day, shown: day }
  }
  return { kind: format.includes('%') ? 'percent' : 'number', value, shown: shown.length > 100 ? String(value) : shown }
}

/** The civil date of a serial number. A day told with an hour near midnight may have lost it to a time zone: rounded. */
function dayOf(serial: number, from1904: boolean): string | undefined {
  const code: unknown = SSF.parse_date_code(Math.floor(serial + 1 / 12), { date1904: from1904 })
  if (typeof code !== 'object' || code === null || !('y' in code && 'm' in code && 'd' in code)) return undefined
  return plainDate(Number(code.y), Number(code.m), Number(code.d))
}
