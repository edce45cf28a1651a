// Spreadsheets as bytes: what a grid keeps of them, and the sentence each file that gives none is answered with.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messyPlan, writeBook } from '../testing/messy-sheets.ts'
import { sheetLimits } from './sheets-limits.ts'
import { sheetSentences } from './sheets-problem.ts'
import { readSheets } from './sheets.ts'
import { writeZip } from './testing/zip-file.ts'

const workbook = (sheet: string, head = ''): Uint8Array => writeZip([
  { name: '[Content_Types].xml', content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>` },
  { name: 'xl/workbook.xml', content: `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="F" sheetId="1" r:id="r1"/></sheets></workbook>` },
  { name: 'xl/_rels/workbook.xml.rels',
    content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>` },
  { name: 'xl/worksheets/sheet1.xml', deflate: true, content: `<?xml version="1.0"?>${head}<worksheet
    xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>` },
])
const problemOf = async (bytes: Uint8Array, name = 'a.xlsx'): Promise<string> => {
  const read = await readSheets(bytes, name)
  return read.ok ? 'none' : read.problem
}

describe('a workbook', () => {
  it.each(['xlsx', 'ods'] as const)('as %s keeps texts, figures, days, percentages and merged ranges', async (format) => {
    const read = await readSheets(writeBook(messyPlan, format), `a.${format}`)
    const plan = read.ok ? read.grid.sheets[0] : undefined
    expect(plan?.rows[7]?.[4]).toEqual({ kind: 'date', value: '2026-12-31', shown: '2026-12-31' })
    expect(plan?.rows[7]?.[5]).toMatchObject({ kind: 'number', value: 250_000 })
    expect(plan?.rows[6]?.[11]).toMatchObject({ kind: 'percent', value: 0.35 })
    expect(plan?.merges).toContainEqual({ top: 3, left: 7, bottom: 3, right: 9 })
  })
  it('says which rows and columns are hidden', async () => {
    const read = await readSheets(writeBook(messyPlan, 'xlsx'), 'a.xlsx')
    expect(read.ok && [read.grid.sheets[0]?.hiddenColumns, read.grid.sheets[0]?.hiddenRows]).toEqual([[12], [14]])
  })
  it('gives the result of a formula and the error a cell shows', async () => {
    const read = await readSheets(workbook('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'), 'a.xlsx')
    expect(read.ok && read.grid.sheets[0]?.rows[0]).toEqual([
      { kind: 'number', value: 2, shown: '2', formula: true }, { kind: 'error', value: '#REF!', shown: '#REF!' },
    ])
  })
})

describe('a CSV file', () => {
  it.each([
    ['semicolons', Buffer.from('a;b\n"c;d";"e\nf"\n')], ['commas', Buffer.from('a,b\n"c;d","e\nf"\n')], ['tabs', Buffer.from('a\tb\nc;d\t"e\nf"\n')],
    ['UTF-16', Buffer.from('\ufeffa;b\n"c;d";"e\nf"\n', 'utf16le')], ['a mark and a separator said', Buffer.from('\ufeffsep=;\na;b\n"c;d";"e\nf"\n')],
  ])('with %s is parted rightly', async (_, bytes) => {
    const read = await readSheets(bytes, 'a.csv')
    expect(read.ok && read.grid.sheets[0]?.rows.map((row) => row.map((cell) => cell?.value))).toEqual([['a', 'b'], ['c;d', 'e\nf']])
  })
  it('loses the apostrophe that kept words from being a formula', async () => {
    const read = await readSheets(Buffer.from("a;b\n'=1+1;l'eau\n"), 'a.csv')
    expect(read.ok && read.grid.sheets[0]?.rows[1]?.map((cell) => cell?.value)).toEqual(['=1+1', "l'eau"])
  })
})

describe('a hostile file is answered', () => {
  it('when it inflates without end, declares entities, holds too many rows or is no table', async () => {
    expect(await problemOf(workbook(' '.repeat(60_000_000)))).toBe('bomb')
    expect(await problemOf(workbook('<row r="1"><c r="A1"><v>1</v></c></row>', '<!DOCTYPE x [<!ENTITY a "aaaa">]>'))).toBe('unsafeXml')
    expect(await problemOf(workbook('<row r="30000"><c r="A30000"><v>1</v></c></row>'))).toMatch(/tooManyRows|empty/)
    expect(await problemOf(workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('tooManyRows')
    expect(await problemOf(Buffer.from('a;b\n'.repeat(sheetLimits.rows + 2)), 'a.csv')).toBe('tooManyRows')
    expect(await problemOf(new Uint8Array(sheetLimits.bytes + 1))).toBe('tooLarge')
    expect(await problemOf(Buffer.from('%PDF-1.7'), 'a.xlsx')).toBe('notASheet')
    expect(await problemOf(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'a.xls')).toBe('oldExcel')
    expect(await problemOf(Buffer.from('  \n '), 'a.csv')).toBe('empty')
    expect(await problemOf(workbook(''))).toBe('empty')
  })
  it('when it is cut, or bits of it are flipped', async () => {
    const file = writeBook({ Plan: { rows: [['N°', 'Action'], [1, 'Place']] } }, 'xlsx')
    await fc.assert(fc.asyncProperty(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255), fc.boolean(), async (share, flip, cut) => {
      const at = Math.floor(share * file.length)
      const changed = cut ? file.slice(0, at) : Uint8Array.from(file)
      if (!cut) changed[at] = (changed[at] ?? 0) ^ flip
      const read = await readSheets(changed, 'a.xlsx')
      expect(read.ok || read.problem in sheetSentences).toBe(true)
    }), { numRuns: 120 })
  }, 30_000)
})

describe('every sentence shown to a person', () => {
  it('is French with its apostrophes, says what happened and what to do', () => {
    for (const sentence of Object.values(sheetSentences)) expect(sentence).toMatch(/[.!?] [A-ZÉ][^']*$/)
  })
})
