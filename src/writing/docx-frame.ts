// What every Word document of Chapeau has in common: styles, language, header, page numbers, and bytes that depend on nothing but the text.
import type * as docxLibrary from 'docx'
import type { IRunOptions, Paragraph, Table, TextRun } from 'docx'
import { type PlainDate, inWords } from '../kernel/date.ts'
import { element, escapeXml, xmlWords } from './xml.ts'

/** The library, loaded by whoever writes: bundled, an import at the top of a file would load it when the program starts. */
export type Docx = typeof docxLibrary

type Frame = {
  readonly title: string; readonly subject: string
  /** Left of every header. */
  readonly running: string
  /** Stands for the time at which the file is written. */
  readonly on: PlainDate
  readonly tracked: boolean
  readonly children: readonly (Paragraph | Table)[]
}

/** The list of dashes, as `numbering.reference`. */
export const dashes = 'tirets'
const ink = '06423E'
const soft = '435450'

/** Words on a line, `rank` that of the line in its paragraph. */
export const lineOptions = (words: string, rank = 0, style: IRunOptions = {}): IRunOptions =>
  ({ ...style, text: xmlWords(words), ...(rank > 0 && { break: 1 }) })

/** A link as a field: the other way gives each a number drawn at random. */
export function link(docx: Docx, words: string, href: string): readonly TextRun[] {
  const part = (xml: string) => new docx.TextRun({ children: [docx.ImportedXmlComponent.fromXmlString(xml)] })
  const instruction = `HYPERLINK "${href.replace(/["\\\s]/g, encodeURIComponent)}"`
  return [
    part(fieldMark('begin')), part(element('w:instrText', { 'xml:space': 'preserve' }, escapeXml(instruction))),
    part(fieldMark('separate')), new docx.TextRun({ ...lineOptions(words), color: '0A5C56', underline: {} }), part(fieldMark('end')),
  ]
}

const fieldMark = (kind: string): string => element('w:fldChar', { 'w:fldCharType': kind })

export async function packDocx(docx: Docx, { title, subject, running, on, tracked, children }: Frame): Promise<Uint8Array> {
  const { AlignmentType, PageNumber, Paragraph } = docx
  const small = (words: readonly string[]) =>
    new docx.TextRun({ children: [...words], size: 17, color: soft, font: 'Calibri' })
  const header = new docx.Header({ children: [new Paragraph({ spacing: { after: 240 }, children: [small([xmlWords(running)])] })] })
  const pages = small([`${inWords(on)} · page `, PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES])
  const footer = new docx.Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [pages] })] })
  const document = new docx.Document({
    styles, features: { trackRevisions: tracked }, hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    numbering: { config: [{ reference: dashes, levels: [{
      level: 0, format: docx.LevelFormat.BULLET, text: '–', alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 454, hanging: 284 } } },
    }] }] },
    sections: [{ properties: { page }, headers: { default: header }, footers: { default: footer }, children: [...children] }],
  })
  return timeless(await docx.Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreProperties(title, subject, on) }]))
}

/** A4 and its margins, in twentieths of a point. */
const page = {
  size: { width: 11906, height: 16838 }, margin: { top: 1418, bottom: 1304, left: 1418, right: 1418, header: 680, footer: 567 },
}

const heading = (size: number) =>
  ({ run: { font: 'Calibri', size, bold: true, color: ink }, paragraph: { spacing: { before: size * 12, after: 120 }, keepNext: true } })

const styles = {
  default: {
    document: {
      run: { font: 'Cambria', size: 22, language: { value: 'fr-FR', eastAsia: 'fr-FR', bidirectional: 'fr-FR' } },
      paragraph: { spacing: { after: 140, line: 288, lineRule: 'auto' as const } },
    },
    title: { run: { font: 'Calibri', size: 40, bold: true, color: ink }, paragraph: { spacing: { after: 200 } } },
    heading1: heading(28), heading2: heading(25), heading3: heading(23), heading4: heading(22), heading5: heading(22),
  },
}

/** Written here since the library knows neither a language nor another time than now. */
const coreProperties = (title: string, subject: string, on: PlainDate): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
  + 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
  + 'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
  + `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>Chapeau</dc:creator>`
  + `<dc:language>fr-FR</dc:language><cp:lastModifiedBy>Chapeau</cp:lastModifiedBy>`
  + `<dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created>`
  + `<dcterms:modified xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:modified></cp:coreProperties>`

/** The archive with the time of each entry set to the first that ZIP knows, in its own header and in the directory at the end. */
function timeless(packed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(packed)
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = bytes.readUInt32LE(end + 16)
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    bytes.writeUInt32LE(0x00210000, at + 12)
    bytes.writeUInt32LE(0x00210000, bytes.readUInt32LE(at + 42) + 10)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return bytes
}
