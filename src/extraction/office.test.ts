// Word and OpenDocument files: what a reader of the document sees, and hostile archives.
import {
  AlignmentType, DeletedTextRun, Document, FootnoteReferenceRun, HeadingLevel, InsertedTextRun, LevelFormat, Packer, Paragraph, Table, TableCell,
  TableOfContents, TableRow, TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { limits } from './limits.ts'
import { type ZipEntry, writeZip } from './testing/zip-file.ts'

const change = { id: 1, author: 'A', date: '2022-12-16T00:00:00Z' }
const noBorder = { style: 'none', size: 0, color: 'auto' } as const
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder, insideHorizontal: noBorder, insideVertical: noBorder }
const row = (...cells: readonly string[]): TableRow => new TableRow(
  { children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) },
)

async function wordText(
  children: readonly (Paragraph | Table | TableOfContents)[], options: { footnotes?: Record<string, { children: Paragraph[] }> } = {},
): Promise<string> {
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: 'Article %1 –', alignment: AlignmentType.START },
    { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', alignment: AlignmentType.START },
    { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)', alignment: AlignmentType.START },
  ]
  const file = new Document({ ...options, numbering: { config: [{ reference: 'articles', levels }] }, sections: [{ children }] })
  const read = await extract(await Packer.toBuffer(file), 'convention.docx')
  return read.ok ? read.text : read.problem
}

const article = (text: string, level = 0): Paragraph =>
  new Paragraph({ text, heading: level === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, numbering: { reference: 'articles', level } })

describe('a Word document', () => {
  it('shows the numbers that its lists print, at every level', async () => {
    const item = (text: string): Paragraph => new Paragraph({ text, numbering: { reference: 'articles', level: 2 } })
    const text = await wordText(
      [article('Objet'), article('Contexte'), article('Projet', 1), article('Habitat', 1), item('logements'), item('commerces'), article('Durée')],
    )
    expect(text.split(/\n+/)).toEqual([
      '# Article 1 – Objet', '# Article 2 – Contexte', '## 2.1 Projet', '## 2.2 Habitat', '    a) logements', '    b) commerces',
      '# Article 3 – Durée', '',
    ])
  })
  it('keeps tracked insertions, drops deletions, and says so', async () => {
    const paragraph = new Paragraph({ children: [
      new TextRun('Durée de '), new DeletedTextRun({ ...change, text: 'quatre' }), new InsertedTextRun({ ...change, id: 2, text: 'cinq' }),
      new TextRun(' ans.'),
    ] })
    const read = await extract(await Packer.toBuffer(new Document({ sections: [{ children: [paragraph] }] })), 'a.docx')
    expect(read).toEqual({ ok: true, format: 'docx', text: 'Durée de cinq ans.\n', warnings: [{ code: 'trackedChanges' }] })
  })
  it('leaves out hidden text, and keeps superscripts in their word', async () => {
    const text = await wordText([new Paragraph({ children: [
      new TextRun('Le 1'), new TextRun({ text: 'er', superScript: true }), new TextRun({ text: ' secret', vanish: true }), new TextRun(' janvier'),
    ] })])
    expect(text).toBe('Le 1er janvier\n')
  })
  it('writes a table of data as rows', async () => {
    expect(await wordText([new Table({ rows: [row('Action', 'Montant'), row('Halle', '55 000 € HT')] })]))
      .toBe('| Action | Montant |\n| --- | --- |\n| Halle | 55 000 € HT |\n')
  })
  it('reads a signature table column by column', async () => {
    const table = new Table({
      borders: noBorders,
      rows: [row('Pour la CALL', 'Pour la commune de Lens'), row('Le Président', 'Le Maire'), row('Sylvain ROBERT', 'Jeanne DURAND')],
    })
    expect(await wordText([table])).toBe('Pour la CALL\nLe Président\nSylvain ROBERT\n\nPour la commune de Lens\nLe Maire\nJeanne DURAND\n')
  })
  it('puts notes at the end, with their marks', async () => {
    const text = await wordText(
      [new Paragraph({ children: [new TextRun('Le PLH'), new FootnoteReferenceRun(1), new TextRun(' est adopté.')] })],
      { footnotes: { 1: { children: [new Paragraph('Programme local de l’habitat.')] } } },
    )
    expect(text).toBe('Le PLH[^1] est adopté.\n\n[^1] Programme local de l’habitat.\n')
  })
  it('drops the table of contents', async () => {
    expect(await wordText([new TableOfContents('Sommaire', { hyperlink: true, headingStyleRange: '1-2' }), new Paragraph('Préambule')]))
      .toBe('Préambule\n')
  })
})

const wordNames = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const wordParts = (body: string, before = '', rest: readonly ZipEntry[] = []): ZipEntry[] => [
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'word/document.xml', content: `${before}<w:document ${wordNames}><w:body>${body}</w:body></w:document>`, deflate: true },
  ...rest,
]
const read = async (parts: readonly ZipEntry[], name = 'a.docx'): Promise<string> => {
  const answer = await extract(writeZip(parts), name)
  return answer.ok ? answer.text : answer.problem
}
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

describe('the parts of a Word document', () => {
  it('give a text box once, although Word writes it twice', async () => {
    const box = `<w:txbxContent>${paragraph('Accusé de réception')}</w:txbxContent>`
    const body = `<w:p><w:r><w:t>Avant</w:t><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing>`
      + `</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await read(wordParts(body))).toBe('Avant\n\nAccusé de réception\n')
  })
  it('join two paragraphs whose mark between them was deleted', async () => {
    const deleted = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>Il se réunit </w:t></w:r></w:p>'
    expect(await read(wordParts(`${deleted}${paragraph('une fois par an.')}`))).toBe('Il se réunit une fois par an.\n')
  })
  it('go on counting from one list to another of the same definition, and start again where a list says so', async () => {
    const item = (list: number, text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    const lists = `<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>`
      + '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const part = `<w:numbering ${wordNames}><w:abstractNum w:abstractNumId="7">${level}</w:abstractNum>${lists}</w:numbering>`
    const body = item(1, 'un') + item(2, 'deux') + item(3, 'encore un') + item(2, 'puis deux')
    expect(await read(wordParts(body, '', [{ name: 'word/numbering.xml', content: part }]))).toBe('I. un\nII. deux\nI. encore un\nII. puis deux\n')
  })
  it('keep the shown result of a field, not its instruction', async () => {
    expect(await read(wordParts('<w:p><w:r><w:t>Page </w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>')))
      .toBe('Page 3\n')
  })
  it('are broken when the XML is, or when the document is missing', async () => {
    expect(await read(wordParts('<w:p>'))).toBe('broken')
    expect(await read([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: '_rels/.rels', content: '<Relationships/>' }])).toBe('broken')
  })
})

describe('a hostile archive', () => {
  it('is refused for any document type declaration, entities or not', async () => {
    expect(await read(wordParts(paragraph('&x;'), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))).toBe('unsafeXml')
    expect(await read(wordParts(paragraph('a'), '<!DOCTYPE w>'))).toBe('unsafeXml')
  })
  it('is refused on the bytes really inflated, whatever size it claims', async () => {
    const bomb = '<!-- -->'.repeat(limits.partBytes / 8 + 1)
    expect(await read(
      wordParts(paragraph('a'), '', []).map((part) => (part.name === 'word/document.xml' ? { ...part, content: bomb, claimedSize: 1000 } : part)),
    ))
      .toBe('bomb')
  })
  it('is refused when it holds too many entries or nests too deep', async () => {
    const many = Array.from({ length: limits.entries + 1 }, (_, index) => ({ name: `f${index}`, content: '' }))
    expect(await read([...wordParts(paragraph('a')), ...many])).toBe('bomb')
    expect(await read(wordParts('<w:p>'.repeat(limits.xmlDepth) + '</w:p>'.repeat(limits.xmlDepth)))).toBe('bomb')
  })
  it('is not opened again when it holds another archive', async () => {
    expect(await read([{ name: 'inside.docx', content: writeZip(wordParts(paragraph('a'))) }], 'a.zip')).toBe('unknownFormat')
  })
  it('is told from a protected one', async () => {
    expect(await read(wordParts(paragraph('a')).map((part) => ({ ...part, encrypted: true })))).toBe('encrypted')
  })
  it('of another program is named as such', async () => {
    expect(await read([{ name: '[Content_Types].xml', content: '' }, { name: 'xl/workbook.xml', content: '' }], 'a.xlsx')).toBe('otherOffice')
    expect(await read([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }], 'a.ods')).toBe('otherOffice')
  })
})

const odtNames = ['office', 'text', 'table', 'style', 'manifest'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
).join(' ')
const odtParts = (body: string, styles = '', rest: readonly ZipEntry[] = []): ZipEntry[] => [
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
  {
    name: 'content.xml',
    content: `<office:document-content ${odtNames}><office:automatic-styles>${styles}</office:automatic-styles>`
      + `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  },
  ...rest,
]
const odt = async (body: string, styles = ''): Promise<string> => read(odtParts(body, styles), 'a.odt')

describe('an OpenDocument text', () => {
  it('shows headings with the numbers of the outline', async () => {
    const outline = '<text:outline-style><text:outline-level-style text:level="1"'
      + ' style:num-format="1" style:num-prefix="Article " style:num-suffix=" –"/>'
      + '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    const heading = (level: number, text: string): string => `<text:h text:outline-level="${level}">${text}</text:h>`
    expect(await odt(heading(1, 'Objet') + heading(1, 'Ambition') + heading(2, 'Contexte'), outline))
      .toBe('# Article 1 – Objet\n\n# Article 2 – Ambition\n\n## 2.1 Contexte\n')
  })
  it('numbers lists, nested ones too, and starts again with each list', async () => {
    const style = '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
      + '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    const item = (...inside: readonly string[]): string => `<text:list-item>${inside.join('')}</text:list-item>`
    const p = (text: string): string => `<text:p>${text}</text:p>`
    const inner = `<text:list>${item(p('alpha'))}${item(p('beta'))}</text:list>`
    const list = `<text:list text:style-name="L">${item(p('un'), inner)}${item(p('deux'))}</text:list>`
    expect(await odt(`${list}<text:p>Puis</text:p>${list}`, style))
      .toBe('1. un\n  a) alpha\n  b) beta\n2. deux\n\nPuis\n\n1. un\n  a) alpha\n  b) beta\n2. deux\n')
  })
  it('knows a heading by its style, and the number a list starts at', async () => {
    const styles = '<style:style style:name="Heading_20_1"/><style:style style:name="P4" style:parent-style-name="Heading_20_1"/>'
      + '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Article "/>'
      + '</text:list-style>'
    const item = (text: string, start = ''): string => `<text:list-item${start}><text:p text:style-name="P4">${text}</text:p></text:list-item>`
    const again = `<text:list text:style-name="L" text:continue-numbering="true">${item('Durée')}</text:list>`
    expect(await odt(`<text:list text:style-name="L">${item('Objet', ' text:start-value="4"')}</text:list>${again}`, styles))
      .toBe('# Article 4 Objet\n\n# Article 5 Durée\n')
  })
  it('drops what tracked changes deleted, remarks and repeated white space; keeps notes', async () => {
    const deleted = '<text:tracked-changes><text:changed-region><text:deletion><text:p>quatre ans</text:p>'
      + '</text:deletion></text:changed-region></text:tracked-changes>'
    const note = '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Voir l’annexe.</text:p></text:note-body></text:note>'
    const answer = await extract(
      writeZip(odtParts(
        `${deleted}<text:p>Durée<office:annotation><text:p>non</text:p></office:annotation> :\n   cinq<text:s text:c="2"/>ans${note}.</text:p>`,
      )),
      'a.odt',
    )
    expect(answer)
      .toEqual({ ok: true, format: 'odt', text: 'Durée : cinq ans[^1].\n\n[^1] Voir l’annexe.\n', warnings: [{ code: 'trackedChanges' }] })
  })
  it('writes tables, merged cells included', async () => {
    const cell = (text: string): string => `<table:table-cell table:style-name="C"><text:p>${text}</text:p></table:table-cell>`
    const border = '<style:style style:name="C"><style:table-cell-properties xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
      + ' fo:border="0.5pt solid #000"/></style:style>'
    const rows = `<table:table-header-rows><table:table-row>${cell('Action')}${cell('Coût')}</table:table-row>`
      + `</table:table-header-rows><table:table-row>${cell('Total')}<table:covered-table-cell/></table:table-row>`
    expect(await odt(`<table:table>${rows}</table:table>`, border)).toBe('| Action | Coût |\n| --- | --- |\n| Total |  |\n')
  })
  it('is told from a protected one', async () => {
    const manifest = `<manifest:manifest ${odtNames}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
    expect(await read(odtParts('', '', [{ name: 'META-INF/manifest.xml', content: manifest }]), 'a.odt')).toBe('encrypted')
  })
  it('is read by its content under another name, with a warning', async () => {
    expect(await extract(writeZip(odtParts('<text:p>Bonjour</text:p>')), 'a.docx'))
      .toEqual({ ok: true, format: 'odt', text: 'Bonjour\n', warnings: [{ code: 'wrongExtension' }] })
  })
})
