// The file of the State's list: bytes → rows, each read or refused with its line; headings recognised whatever their accents, case and order.
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { nameKey } from '../../kernel/text.ts'
import { columnNames, completeCells, readRow, withoutContacts } from './list-row.rules.ts'
import type { ColumnName, ListCells, ListRow, RefusalProblem } from './list-row.rules.ts'

/** The headings of the list, as its CSV prints them. */
export const headings: Readonly<Record<ColumnName, string>> = {
  commune: 'Commune', epci: 'EPCI', department: 'Département', region: 'Région', insee: 'Code commune', status: 'Statut de la commune',
  signed: 'Signée ?', signedOn: 'Si signée, date de signature', plannedFor: 'Si non signée, date de signature envisagée',
  years: 'Durée (en années)', endsOn: 'Date de fin estimée', remarks: 'Remarques', progress: 'Avancement', acv: 'ACV', pvd: 'PVD',
  longitude: 'longitude', latitude: 'latitude', updatedOn: 'Dernière actualisation', updatedBy: 'Actualisé par',
}
/** Without these columns a file is not the list. */
const required: readonly ColumnName[] = ['commune', 'epci', 'insee', 'signed', 'signedOn', 'years', 'endsOn']

/** A row that no commune can be found in; `row`: what it states all the same, when its cells are in their places. */
export type RefusedRow = { readonly line: number; readonly problem: RefusalProblem; readonly row: ListRow | null }
export type ListFile = {
  readonly sha256: Buffer; readonly rows: readonly ListRow[]; readonly refused: readonly RefusedRow[]
  /** Headings nobody knows: their cells are left out. */
  readonly ignored: readonly string[]
  /** The day of the latest update of a row: what the list is dated by when nobody says otherwise; null when no row gives one. */
  readonly latestUpdate: PlainDate | null
}
export type ListFileProblem = { readonly code: 'empty' } | { readonly code: 'columnsMissing'; readonly columns: readonly string[] }

/** Reads the whole file; refused only when it is not the list at all. A row that cannot be read never stops those after it. */
export function readListFile(bytes: Buffer): Outcome<ListFile, ListFileProblem> {
  const { records, broken } = recordsOf(decoded(bytes))
  const [titles, ...body] = records
  if (titles === undefined) return refused([{ code: 'empty' }])
  const known = new Map(Object.entries(headings).map(([name, heading]) => [nameKey(heading), name]))
  const columns = titles.cells.map((title) => columnNames.find((name) => name === known.get(nameKey(title))))
  const missing = required.filter((name) => !columns.includes(name))
  if (missing.length > 0) return refused([{ code: 'columnsMissing', columns: missing.map((name) => headings[name]) }])
  const rows: ListRow[] = []
  const turnedAway: RefusedRow[] = broken.map((line) => ({ line, problem: 'quoteOpen', row: null }))
  for (const { cells, line } of body) {
    if (cells.length !== columns.length) {
      turnedAway.push({ line, problem: 'wrongColumnCount', row: null })
      continue
    }
    const read = readRow(namedCells(columns, cells), line)
    if (read.ok) rows.push(read.value)
    else for (const problem of read.problems) turnedAway.push({ line, problem, row: read.blank })
  }
  return accepted({
    sha256: createHash('sha256').update(bytes).digest(), rows, refused: turnedAway.sort((one, other) => one.line - other.line),
    ignored: titles.cells.filter((title, index) => columns[index] === undefined && title.trim() !== ''),
    latestUpdate: rows.map((row) => row.updatedOn).filter((day) => day !== null).sort().at(-1) ?? null,
  })
}

/** UTF-8, with or without its mark; what is not UTF-8 is what spreadsheets of Windows save. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

type CsvRecord = { readonly cells: readonly string[]; readonly line: number }

/** The records with the line each begins on; `broken`: lines from which the file could not be parted into records. */
function recordsOf(text: string): { readonly records: readonly CsvRecord[]; readonly broken: readonly number[] } {
  const broken: number[] = []
  const [first = ''] = text.split('\n', 1)
  const records: CsvRecord[] = []
  let end = 0
  const options = {
    delimiter: first.split(';').length > first.split(',').length ? ';' : ',', relax_column_count: true, relax_quotes: true, skip_empty_lines: true,
    skip_records_with_error: true, on_skip: () => void broken.push(end + 1),
    on_record: (cells: readonly string[], { lines }: { readonly lines: number }) => {
      records.push({ cells, line: end + 1 })
      end = lines
      return null
    },
  }
  parse(text, options)
  return { records, broken }
}

/** The cells under our names: no contact in them, who updated the row left out, empty where the file lacks the column. */
function namedCells(columns: readonly (ColumnName | undefined)[], cells: readonly string[]): ListCells {
  const named: Partial<Record<ColumnName, string>> = {}
  for (const [index, name] of columns.entries()) {
    if (name === undefined || name === 'updatedBy') continue
    const cell = (cells[index] ?? '').replaceAll('\0', '')
    named[name] = contacts.includes(name) ? withoutContacts(cell) : cell
  }
  return completeCells(named)
}

const contacts: readonly ColumnName[] = ['remarks', 'progress', 'plannedFor', 'signedOn', 'endsOn']
