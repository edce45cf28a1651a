// A CSV file as a grid of one sheet: its encoding and its separator found out, its cells all text.
import { parse } from 'csv-parse/sync'
import type { Grid, SheetCell } from '../planning/sheets/grid.ts'
import { sheetLimits } from './sheets-limits.ts'
import type { SheetProblem } from './sheets-problem.ts'
import { decodeText } from './text.ts'

const separators = [';', ',', '\t', '|'] as const

export function readCsv(bytes: Uint8Array): Grid | { readonly problem: SheetProblem } {
  const { text: decoded } = decodeText(bytes)
  const announced = /^sep=(.)\n/.exec(decoded)
  const text = announced === null ? decoded : decoded.slice(announced[0].length)
  const delimiter = announced?.[1] ?? separatorOf(text)
  const records: string[][] = parse(text, {
    delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, record_delimiter: ['\n'], to: sheetLimits.rows + 1,
    max_record_size: 4_000_000,
  })
  if (records.length > sheetLimits.rows || records.some((record) => record.length > sheetLimits.columns)) return { problem: 'tooManyRows' }
  const rows = records.map((record) => record.map(textCell))
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === null) === true) rows.pop()
  return { sheets: [{ name: 'CSV', hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] }] }
}

/** An apostrophe kept a spreadsheet from taking these words for a formula: it is not part of them. */
function textCell(written: string): SheetCell | null {
  const value = written.replace(/^'(?=[=+\-@\t'])/, '').slice(0, sheetLimits.cell)
  return value.trim() === '' ? null : { kind: 'text', value, shown: value }
}

/** The separator that parts the first lines into the most columns, the same number in each; quoted words do not count. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 200_000).replace(/"(?:[^"]|"")*"/g, '').split('\n').filter((line) => line.trim() !== '').slice(0, 50)
  let best: string = ';'
  let most = 0
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1).sort((one, other) => one - other)
    const middle = counts[Math.floor(counts.length / 2)] ?? 0
    const steady = counts.filter((count) => count === middle).length / Math.max(1, counts.length)
    const score = middle * (0.5 + steady)
    if (score > most) [best, most] = [separator, score]
  }
  return best
}
