// XLSX: inline words, serial days, frozen labels, and a list of choices where a column has one.
import { date, daysBetween } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import { archived } from './archive.ts'
import type { Book, Cell, Sheet } from './spreadsheet-book.ts'
import { widthOf, writtenRows } from './spreadsheet-book.ts'
import { escapeXml } from './xml.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export async function writeXlsx(book: Book): Promise<Uint8Array> {
  const numbered = book.sheets.map((sheet, rank) => ({ sheet, rank: rank + 1 }))
  return await archived([
    { name: '[Content_Types].xml', content: `${head}<Types xmlns="${packages}/content-types">`
      + `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + `<Default Extension="xml" ContentType="application/xml"/>`
      + `<Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/>`
      + `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`
      + `<Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>`
      + numbered.map(({ rank }) => `<Override PartName="/xl/worksheets/sheet${rank}.xml" ContentType="${media}.worksheet+xml"/>`).join('')
      + '</Types>' },
    { name: '_rels/.rels', content: `${head}<Relationships xmlns="${packages}/relationships">`
      + `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`
      + `<Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>` },
    { name: 'docProps/core.xml', content: coreProperties(book) },
    { name: 'xl/workbook.xml', content: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>`
      + numbered.map(({ sheet, rank }) => `<sheet name="${escapeXml(sheetName(sheet.name))}" sheetId="${rank}" r:id="rId${rank}"/>`).join('')
      + '</sheets></workbook>' },
    { name: 'xl/_rels/workbook.xml.rels', content: `${head}<Relationships xmlns="${packages}/relationships">`
      + numbered.map(({ rank }) => `<Relationship Id="rId${rank}" Type="${office}/worksheet" Target="worksheets/sheet${rank}.xml"/>`).join('')
      + `<Relationship Id="rId${numbered.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>` },
    { name: 'xl/styles.xml', content: styles },
    ...numbered.map(({ sheet, rank }) => ({ name: `xl/worksheets/sheet${rank}.xml`, content: sheetXml(sheet) })),
  ])
}

const coreProperties = ({ title, on }: Book): string => `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" `
  + 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
  + `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Chapeau</dc:creator><dc:language>fr-FR</dc:language>`
  + `<dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created></cp:coreProperties>`

const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** Ranks in `cellXfs` below. */
const style = { words: 0, label: 1, date: 2, money: 3, percent: 4, marked: 5 } as const
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>`
  + '<numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts>'
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
  + '<font><b/><sz val="11"/><color rgb="FF06423E"/><name val="Calibri"/></font></fonts>'
  + '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
  + '<fill><patternFill patternType="solid"><fgColor rgb="FFD8EBE6"/></patternFill></fill>'
  + '<fill><patternFill patternType="solid"><fgColor rgb="FFF9E0E5"/></patternFill></fill></fills>'
  + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">'
  + '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>'
  + ['164', '165', '9'].map((format) => `<xf numFmtId="${format}" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`).join('')
  + '<xf fillId="3" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>'

async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  const { columns, rows, frozen = 0 } = sheet
  const letters = columns.map((_, rank) => columnLetters(rank))
  const pane = frozen > 0 ? `<pane xSplit="${frozen}" ySplit="1" topLeftCell="${letters[frozen] ?? 'A'}2" activePane="bottomRight" state="frozen"/>`
    : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const labels = columns.map(({ label }, rank) => words(label, `${letters[rank]}1`, style.label)).join('')
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>`
    + columns.map((column, rank) => `<col min="${rank + 1}" max="${rank + 1}" width="${widthOf(column)}" customWidth="1"/>`).join('')
    + `</cols><sheetData><row r="1">${labels}</row>`
  let last = 1
  yield* writtenRows(rows, (cells, rank) => {
    last = rank + 2
    return `<row r="${last}">${cells.map((cell, column) => cellXml(cell, `${letters[column]}${last}`)).join('')}</row>`
  })
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1) ?? 'A'}${last}"/>${validations(sheet, letters, last)}</worksheet>`
}

const words = (text: string, at: string, kind: number): string =>
  `<c r="${at}" t="inlineStr"${kind === style.words ? '' : ` s="${kind}"`}><is><t xml:space="preserve">${inlineWords(text)}</t></is></c>`
const value = (number: number, at: string, kind: number): string => `<c r="${at}"${kind === style.words ? '' : ` s="${kind}"`}><v>${number}</v></c>`

/** What the format would read as the code of a character is kept as words; no cell holds more than 32,767 characters. */
const inlineWords = (text: string): string =>
  (ordinary.test(text) ? text : escapeXml(text.slice(0, 32_767).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')))
/** Most words need nothing. */
const ordinary = /^[ -!#-%'-;=?-^`-~\u00a0-\ud7ff]{0,32767}$/

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return words(cell, at, style.words)
  if (typeof cell === 'number') return value(cell, at, style.words)
  if (typeof cell === 'boolean') return words(cell ? 'oui' : 'non', at, style.words)
  if ('date' in cell) return dayXml(cell.date, at)
  if ('cents' in cell) return value(cell.cents / 100, at, style.money)
  return 'percent' in cell ? value(cell.percent / 100, at, style.percent) : words(cell.marked, at, style.marked)
}

/** Days since 30 December 1899; the format counts a 29 February 1900 that never was, so that earlier days are words. */
const dayXml = (day: PlainDate, at: string): string =>
  day < '1900-03-01' ? words(day.split('-').reverse().join('/'), at, style.words) : value(daysBetween(date('1899-12-30'), day), at, style.date)

function validations({ columns }: Sheet, letters: readonly string[], last: number): string {
  const lists = columns.flatMap(({ choices }, rank) => {
    const list = choices?.join(',') ?? ''
    if (choices === undefined || choices.some((choice) => choice.includes(',')) || list.length > 255) return []
    return [`<dataValidation type="list" allowBlank="1" sqref="${letters[rank]}2:${letters[rank]}${Math.max(last, 5000)}">`
      + `<formula1>&quot;${escapeXml(list.replaceAll('"', '""'))}&quot;</formula1></dataValidation>`]
  })
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

function columnLetters(rank: number): string {
  const letter = String.fromCharCode(65 + (rank % 26))
  return rank < 26 ? letter : columnLetters(Math.floor(rank / 26) - 1) + letter
}
