// ODS: the same sheets for LibreOffice; typed cells, labels that stay in sight.
import { archived } from './archive.ts'
import type { Book, Cell, Sheet } from './spreadsheet-book.ts'
import { widthOf, writtenRows } from './spreadsheet-book.ts'
import { escapeXml } from './xml.ts'

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const namespaces = ['office', 'table', 'text', 'style', 'meta'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`).join(' ')
  + ` xmlns:fo="${oasis}:xsl-fo-compatible:1.0" xmlns:number="${oasis}:datastyle:1.0" xmlns:config="${oasis}:config:1.0" `
  + 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
const media = 'application/vnd.oasis.opendocument.spreadsheet'

export const writeOds = async (book: Book): Promise<Uint8Array> => await archived([
  { name: 'mimetype', content: media, stored: true },
  { name: 'META-INF/manifest.xml', content: `${head}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3">`
    + `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${media}"/>`
    + ['content', 'meta', 'settings', 'styles'].map((part) =>
      `<manifest:file-entry manifest:full-path="${part}.xml" manifest:media-type="text/xml"/>`).join('')
    + '</manifest:manifest>' },
  { name: 'meta.xml', content: `${head}<office:document-meta ${namespaces} office:version="1.3"><office:meta>`
    + `<dc:title>${escapeXml(book.title)}</dc:title><meta:creation-date>${book.on}T00:00:00</meta:creation-date>`
    + '<dc:language>fr-FR</dc:language></office:meta></office:document-meta>' },
  { name: 'styles.xml', content: `${head}<office:document-styles ${namespaces} office:version="1.3"/>` },
  { name: 'settings.xml', content: settings(book.sheets) },
  { name: 'content.xml', content: content(book.sheets) },
])

/** The panes that stay: splits of mode 2 are frozen. */
function settings(sheets: readonly Sheet[]): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  const views = sheets.map(({ name, frozen = 0 }) => `<config:config-item-map-entry config:name="${escapeXml(name)}">`
    + item('HorizontalSplitMode', 'short', frozen > 0 ? 2 : 0) + item('HorizontalSplitPosition', 'int', frozen)
    + item('VerticalSplitMode', 'short', 2) + item('VerticalSplitPosition', 'int', 1) + item('PositionRight', 'int', frozen)
    + `${item('PositionBottom', 'int', 1)}</config:config-item-map-entry>`)
  return `${head}<office:document-settings ${namespaces} office:version="1.3"><office:settings>`
    + '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
    + '<config:config-item-map-entry><config:config-item-map-named config:name="Tables">'
    + `${views.join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>`
    + '</office:settings></office:document-settings>'
}

const cellStyle = (name: string, data: string | undefined, properties: string): string =>
  `<style:style style:name="${name}" style:family="table-cell"${data === undefined ? '' : ` style:data-style-name="${data}"`}>`
  + `${properties}</style:style>`
const styles = '<number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
  + '<number:text>/</number:text><number:year number:style="long"/></number:date-style>'
  + '<number:number-style style:name="euros"><number:number number:decimal-places="2" number:min-decimal-places="2" number:grouping="true"/>'
  + '<number:text> €</number:text></number:number-style>'
  + '<number:percentage-style style:name="rate"><number:number number:decimal-places="0"/><number:text> %</number:text></number:percentage-style>'
  + cellStyle('words', undefined, '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>')
  + cellStyle('label', undefined, '<style:table-cell-properties fo:wrap-option="wrap" fo:background-color="#d8ebe6"/>'
    + '<style:text-properties fo:font-weight="bold" fo:color="#06423e"/>')
  + cellStyle('marked', undefined, '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" fo:background-color="#f9e0e5"/>')
  + ['day', 'euros', 'rate'].map((name) => cellStyle(`c-${name}`, name, '<style:table-cell-properties style:vertical-align="top"/>')).join('')

async function* content(sheets: readonly Sheet[]): AsyncGenerator<string> {
  const widths = [...new Set(sheets.flatMap(({ columns }) => columns.map(widthOf)))]
  const columnStyles = widths.map((width) => `<style:style style:name="w${width}" style:family="table-column">`
    + `<style:table-column-properties style:column-width="${(width * 0.2).toFixed(1)}cm"/></style:style>`).join('')
  yield `${head}<office:document-content ${namespaces} office:version="1.3">`
    + `<office:automatic-styles>${styles}${columnStyles}</office:automatic-styles><office:body><office:spreadsheet>`
  for (const { name, columns, rows } of sheets) {
    yield `<table:table table:name="${escapeXml(name)}">`
      + columns.map((column) => `<table:table-column table:style-name="w${widthOf(column)}" table:default-cell-style-name="words"/>`).join('')
      + '<table:table-header-rows><table:table-row>'
      + `${columns.map(({ label }) => words(label, 'label')).join('')}</table:table-row></table:table-header-rows>`
    yield* writtenRows(rows, rowXml)
    yield '</table:table>'
  }
  yield '</office:spreadsheet></office:body></office:document-content>'
}

/** Empty cells in a row are told once; those at the end go without saying. */
function rowXml(cells: readonly Cell[]): string {
  let [xml, empty] = ['', 0]
  for (const cell of cells) {
    if (cell === null || cell === '') empty += 1
    else {
      xml += emptyCells(empty) + cellXml(cell)
      empty = 0
    }
  }
  return `<table:table-row>${xml === '' ? emptyCells(1) : xml}</table:table-row>`
}

const emptyCells = (count: number): string =>
  (count === 0 ? '' : count === 1 ? '<table:table-cell/>' : `<table:table-cell table:number-columns-repeated="${count}"/>`)

/** Without a style of its own, a cell has that of its column: words. */
function cellXml(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'string') return words(cell)
  if (typeof cell === 'number') return number(cell, 'float')
  if (typeof cell === 'boolean') return words(cell ? 'oui' : 'non')
  if ('date' in cell) {
    return `<table:table-cell table:style-name="c-day" office:value-type="date" office:date-value="${cell.date}">`
      + `<text:p>${cell.date.split('-').reverse().join('/')}</text:p></table:table-cell>`
  }
  if ('marked' in cell) return words(cell.marked, 'marked')
  return 'cents' in cell ? number(cell.cents / 100, 'float', 'c-euros') : number(cell.percent / 100, 'percentage', 'c-rate')
}

const styled = (style: string | undefined): string => (style === undefined ? '' : ` table:style-name="${style}"`)

const number = (value: number, type: string, style?: string): string =>
  `<table:table-cell${styled(style)} office:value-type="${type}" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`

const words = (text: string, style?: string): string => `<table:table-cell${styled(style)} office:value-type="string">`
  + `${ordinary.test(text) ? paragraph(text) : text.split('\n').map((line) => paragraph(spaced(line))).join('')}</table:table-cell>`
const paragraph = (xml: string): string => `<text:p>${xml}</text:p>`

/** The format takes spaces in a row for one, and drops those at either end. */
const spaced = (line: string): string => (ordinary.test(line) ? line : asSpaced(line))
/** Most lines need nothing. */
const ordinary = /^(?! )(?:[!#-%'-;=?-~\u00a0-\ud7ff]| (?=[^ ]))*$/
const asSpaced = (line: string): string =>
  escapeXml(line).replace(/^ +| +$| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
