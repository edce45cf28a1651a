// Spreadsheets: opened again by another program, typed cells and all; the same bytes each time; words that stay words.
import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { openBudget } from '../extraction/budget.ts'
import { openArchive } from '../extraction/unzip.ts'
import { date } from '../kernel/date.ts'
import { cents } from '../kernel/money.ts'
import { spreadsheetFormats, writeSpreadsheet } from './spreadsheet.ts'
import type { Book, Cell } from './spreadsheet-book.ts'

const bookOf = (...rows: readonly (readonly Cell[])[]): Book => ({
  title: 'Plan & « actions »', on: date('2026-03-12'),
  sheets: [
    { name: 'Actions', frozen: 2, columns: [{ label: 'Numéro' }, { label: 'Titre', width: 50 }, { label: 'État', choices: ['Idée', 'Prévue'] }], rows },
    { name: 'Étapes', columns: [{ label: 'Étape' }], rows: [['Études']] },
  ],
})
const rowsOf = (bytes: Uint8Array, sheet = 'Actions'): readonly unknown[][] => {
  const book = read(bytes, { cellDates: true, UTC: true })
  return utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1, UTC: true, defval: null })
}
const partOf = async (bytes: Uint8Array, name: string): Promise<string> =>
  Buffer.from((await (await openArchive(bytes, openBudget(undefined))).read(name)) ?? []).toString('utf8')

describe('a spreadsheet', () => {
  const typed = bookOf(['1.1', 'Halle <du> marché & place', { date: date('2027-01-31') }], [{ cents: cents(1_234_567_89) }, { percent: 40 }, true], [12.5, null, { marked: 'à revoir' }])
  it.each(['xlsx', 'ods'] as const)('opens in another program with its words, days, amounts and rates (%s)', async (format) => {
    const rows = rowsOf(await writeSpreadsheet(typed, format))
    expect(rows).toEqual([
      ['Numéro', 'Titre', 'État'], ['1.1', 'Halle <du> marché & place', new Date('2027-01-31T00:00:00Z')], [1_234_567.89, 0.4, 'oui'], [12.5, null, 'à revoir'],
    ])
    expect(rowsOf(await writeSpreadsheet(typed, format), 'Étapes')).toEqual([['Étape'], ['Études']])
  })
  it('is written in French as CSV', async () => {
    expect(Buffer.from(await writeSpreadsheet(typed, 'csv')).toString('utf8')).toBe(
      '\ufeffNuméro;Titre;État\r\n1.1;Halle <du> marché & place;31/01/2027\r\n1234567,89;40 %;oui\r\n12,5;;à revoir\r\n')
  })
  it('never lets words be a formula', async () => {
    const wicked = bookOf(['=1+1', '+33 3 21 00 00 00', '-cmd|x'], ['@sum(A1)', '\t=2', '_x0041_'])
    for (const format of ['xlsx', 'ods'] as const) {
      const book = read(await writeSpreadsheet(wicked, format))
      const cells = Object.values(book.Sheets['Actions'] ?? {}).filter((cell): cell is { t: string; f?: string } => typeof cell === 'object' && 't' in cell)
      expect(cells.every(({ t, f }) => t === 's' && f === undefined)).toBe(true)
    }
    expect(rowsOf(await writeSpreadsheet(wicked, 'xlsx'))[2]).toEqual(['@sum(A1)', '\t=2', '_x0041_'])
    expect(parse(Buffer.from(await writeSpreadsheet(wicked, 'csv')), { delimiter: ';', bom: true })[1]).toEqual(["'=1+1", "'+33 3 21 00 00 00", "'-cmd|x"])
    expect(await partOf(await writeSpreadsheet(wicked, 'ods'), 'content.xml')).not.toContain('table:formula')
  })
  it('keeps its labels in sight, and offers the choices of a column', async () => {
    const sheet = await partOf(await writeSpreadsheet(typed, 'xlsx'), 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>')
    expect(sheet).toContain('<formula1>&quot;Idée,Prévue&quot;</formula1>')
    expect(await partOf(await writeSpreadsheet(typed, 'ods'), 'settings.xml')).toContain('config:name="VerticalSplitMode" config:type="short">2<')
  })
  it.each(spreadsheetFormats)('is the same bytes whenever it is written (%s)', async (format) => {
    expect(Buffer.from(await writeSpreadsheet(typed, format)).equals(Buffer.from(await writeSpreadsheet(typed, format)))).toBe(true)
  })
  it('keeps any words, line by line', async () => {
    const words = fc.array(fc.constantFrom('a', ' ', '  ', '\n', '&', '<t>', '"', 'é', '€', ';', '_x000A_', '=', '😀'), { minLength: 1, maxLength: 12 })
      .map((parts) => `x${parts.join('')}x`)
    await fc.assert(fc.asyncProperty(words, words, async (one, other) => {
      const book = bookOf([one, other, null])
      expect(rowsOf(await writeSpreadsheet(book, 'xlsx'))[1]?.slice(0, 2)).toEqual([one, other])
      // This reader decodes the escapes of XLSX in ODS too, where they are none.
      expect(rowsOf(await writeSpreadsheet(book, 'ods'))[1]?.slice(0, 2)).toEqual([one, other].map((text) => text.replaceAll('_x000A_', '\n')))
      expect(parse(Buffer.from(await writeSpreadsheet(book, 'csv')), { delimiter: ';', bom: true })[1]?.slice(0, 2)).toEqual([one, other])
    }), { numRuns: 80 })
  })
})
