// The first sheet as CSV for French spreadsheet programs: semicolons, decimal commas, a mark of the encoding.
import { writtenRows } from './spreadsheet-book.ts'
import type { Book, Cell } from './spreadsheet-book.ts'

export async function writeCsv({ sheets: [sheet] }: Book): Promise<Uint8Array> {
  const pieces = ['\ufeff']
  if (sheet !== undefined) {
    pieces.push(line(sheet.columns.map(({ label }) => label)))
    for await (const piece of writtenRows(sheet.rows, line)) pieces.push(piece)
  }
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
}

const line = (cells: readonly Cell[]): string => `${cells.map((cell) => quoted(cellWords(cell))).join(';')}\r\n`

/** A cell as French writes it; words that a program would take for a formula come after an apostrophe. */
function cellWords(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return harmless(cell)
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non'
  if ('date' in cell) return cell.date.split('-').reverse().join('/')
  if ('cents' in cell) return euros(cell.cents)
  return 'percent' in cell ? `${String(cell.percent).replace('.', ',')} %` : harmless(cell.marked)
}

const harmless = (words: string): string => (/^[=+\-@\t\r\n']/.test(words) ? `'${words}` : words)

function euros(cents: number): string {
  const whole = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${Math.trunc(whole / 100)},${String(whole % 100).padStart(2, '0')}`
}

const quoted = (words: string): string => (/[";\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)
