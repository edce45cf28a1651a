// Sheets of typed cells as files: XLSX, ODS, CSV; the same bytes each time, and words that no program takes for a formula.
import type { Book } from './spreadsheet-book.ts'
import { writeCsv } from './spreadsheet-csv.ts'
import { writeOds } from './spreadsheet-ods.ts'
import { writeXlsx } from './spreadsheet-xlsx.ts'

export const spreadsheetFormats = ['xlsx', 'ods', 'csv'] as const
export type SpreadsheetFormat = (typeof spreadsheetFormats)[number]

export const isSpreadsheetFormat = (word: string): word is SpreadsheetFormat => spreadsheetFormats.some((format) => format === word)

export const spreadsheetMedia: Readonly<Record<SpreadsheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
}

const writers: Readonly<Record<SpreadsheetFormat, (book: Book) => Promise<Uint8Array>>> = { xlsx: writeXlsx, ods: writeOds, csv: writeCsv }

/** CSV holds the first sheet alone. A long sheet is written a few hundred rows at a time, between which the server answers others. */
export const writeSpreadsheet = async (book: Book, format: SpreadsheetFormat): Promise<Uint8Array> => await writers[format](book)
