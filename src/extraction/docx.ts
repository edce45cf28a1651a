// A Word document (WordprocessingML) as text: body, notes and text boxes, as it stands once tracked changes are accepted.
import { type Block, type Cell, writeBlocks } from './blocks.ts'
import { type Budget, refuse } from './budget.ts'
import { type RunReader, openRuns } from './docx-runs.ts'
import { type ParagraphStyle, readLists, readStyles } from './docx-styles.ts'
import type { ExtractionWarning } from './extraction.ts'
import type { Archive } from './unzip.ts'
import { type XmlNode, allNamed, childNamed, childrenNamed, descend, elements, parseXml } from './xml.ts'

export type Written = { readonly text: string; readonly warnings: readonly ExtractionWarning[] }

export async function readDocx(archive: Archive, budget: Budget): Promise<Written> {
  const main = await mainPart(archive, budget)
  const part = async (name: string): Promise<XmlNode | undefined> => {
    const bytes = await archive.read(main.replace(/[^/]+$/, name))
    return bytes === undefined ? undefined : parseXml(bytes, budget)
  }
  const document = await part(main.replace(/^.*\//, ''))
  const body = childNamed(document, 'w:body') ?? refuse('broken')
  const styles = readStyles(await part('styles.xml'))
  const lists = readLists(await part('numbering.xml'))
  const notes = [await part('footnotes.xml'), await part('endnotes.xml')]
  const seen = new Set<ExtractionWarning['code']>()
  const runs = openRuns(styles, notes, (code) => seen.add(code))
  const label = ({ list }: ParagraphStyle): string => (list === undefined ? '' : (lists.get(list.id)?.next(list.depth) ?? ''))
  const reader: BodyReader = { runs, label, styleOf: styles.styleOf, budget, warn: (code) => seen.add(code) }
  const blocks = readBlocks(body, reader)
  const text = writeBlocks([...blocks, ...runs.notes().map((note): Block => ({ kind: 'paragraph', text: note }))])
  return { text, warnings: [...seen].sort().map((code) => ({ code })) }
}

/** The part the package says is the document; `word/document.xml` in practice. */
async function mainPart(archive: Archive, budget: Budget): Promise<string> {
  const bytes = await archive.read('_rels/.rels')
  const relations = bytes === undefined ? [] : childrenNamed(parseXml(bytes, budget), 'rel:Relationship')
  const target = relations.find((relation) => relation.attributes.get('Type')?.endsWith('/officeDocument'))?.attributes.get('Target')
  const name = target?.replace(/^\//, '') ?? 'word/document.xml'
  return archive.names.has(name) ? name : refuse('broken')
}

type BodyReader = {
  readonly runs: RunReader
  readonly label: (style: ParagraphStyle) => string
  readonly styleOf: (paragraph: XmlNode) => ParagraphStyle
  readonly budget: Budget
  readonly warn: (code: ExtractionWarning['code']) => void
}

/** Wrappers that only hold content: marked insertions, structured tags, custom XML, the preferred alternative. */
const wrappers = new Set(['w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'mc:AlternateContent', 'mc:Choice', 'w:body', 'w:txbxContent'])

function readBlocks(parent: XmlNode, reader: BodyReader): Block[] {
  const blocks: Block[] = []
  let pending = ''
  for (const node of elements(parent)) {
    reader.budget.check()
    if (node.name === 'w:p') {
      const mark = descend(node, 'w:pPr', 'w:rPr')
      const read = readParagraph(node, pending, reader)
      // A deleted paragraph mark joins this paragraph to the next one.
      const joins = childNamed(mark, 'w:del') !== undefined || childNamed(mark, 'w:moveFrom') !== undefined
      pending = joins && read[0] !== undefined && 'text' in read[0] ? read[0].text : ''
      blocks.push(...(pending === '' && !(joins && isEmpty(read)) ? read : read.slice(1)))
    } else if (node.name === 'w:tbl') blocks.push(readTable(node, reader))
    else if (node.name === 'w:sdt' && isContents(node)) reader.warn('contentsDropped')
    else if (node.name === 'w:sdt') blocks.push(...childrenNamed(node, 'w:sdtContent').flatMap((content) => readBlocks(content, reader)))
    else if (wrappers.has(node.name)) blocks.push(...readBlocks(node, reader))
  }
  return pending === '' ? blocks : [...blocks, { kind: 'paragraph', text: pending }]
}

const isEmpty = (blocks: readonly Block[]): boolean => blocks.every((block) => 'text' in block && block.text === '')

/** The table of contents repeats the headings with page numbers: it says nothing that the text does not. */
const isContents = (node: XmlNode): boolean =>
  descend(node, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes.get('w:val') === 'Table of Contents'

/** The paragraph, then what its text boxes hold. `before`: text of a previous paragraph whose end was deleted. */
function readParagraph(node: XmlNode, before: string, reader: BodyReader): Block[] {
  const style = reader.styleOf(node)
  if (style.contents) {
    reader.warn('contentsDropped')
    return []
  }
  const text = before + reader.runs.textOf(node)
  const boxes = reader.runs.boxesOf(node).flatMap((box) => readBlocks(box, reader))
  return [paragraphBlock(style, text, reader), ...boxes]
}

function paragraphBlock(style: ParagraphStyle, text: string, reader: BodyReader): Block {
  if (text.trim() === '') return { kind: 'paragraph', text: '' }
  const label = reader.label(style)
  if (style.level !== undefined) return { kind: 'heading', level: style.level, label, text }
  if (style.list === undefined) return { kind: 'paragraph', text }
  return /\d.*\.\d|^(article|titre|chapitre|annexe)\b/i.test(label)
    ? { kind: 'paragraph', text: `${label} ${text}` }
    : { kind: 'item', depth: style.list.depth, label, text }
}

function readTable(table: XmlNode, reader: BodyReader): Block {
  const rows = allRows(table).filter((row) => descend(row, 'w:trPr', 'w:del') === undefined)
  return { kind: 'table', rows: rows.map((row) => readRow(row, reader)), bordered: isBordered(table) }
}

const allRows = (parent: XmlNode): XmlNode[] =>
  elements(parent).flatMap((node) => (node.name === 'w:tr' ? [node] : node.name === 'w:tbl' ? [] : allRows(node)))
const allCells = (parent: XmlNode): XmlNode[] =>
  elements(parent).flatMap((node) => (node.name === 'w:tc' ? [node] : node.name === 'w:tbl' ? [] : allCells(node)))

function readRow(row: XmlNode, reader: BodyReader): Cell[] {
  return allCells(row).flatMap((cell) => {
    const properties = childNamed(cell, 'w:tcPr')
    const merge = childNamed(properties, 'w:vMerge')
    const content = merge !== undefined && merge.attributes.get('w:val') !== 'restart' ? [] : readBlocks(cell, reader)
    const span = Number(childNamed(properties, 'w:gridSpan')?.attributes.get('w:val') ?? '1')
    return [content.filter((block) => !isEmpty([block])), ...Array.from({ length: Math.min(Math.max(span, 1), 64) - 1 }, () => [])]
  })
}

/** A table without any line on the page only places text; a named table style other than the plain one draws lines. */
function isBordered(table: XmlNode): boolean {
  const properties = childNamed(table, 'w:tblPr')
  const sides = allNamed(table, 'w:tblBorders').concat(allNamed(table, 'w:tcBorders')).flatMap(elements)
  const drawn = sides.some((side) => !['nil', 'none'].includes(side.attributes.get('w:val') ?? 'none'))
  if (sides.length > 0) return drawn
  const style = childNamed(properties, 'w:tblStyle')?.attributes.get('w:val')
  return style !== undefined && !/^(tablenormal|tableaunormal|normaltable)$/i.test(style)
}
