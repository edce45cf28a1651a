// An OpenDocument text as text: body, notes and frames, as it stands once tracked changes are accepted.
import { type Block, type Cell, writeBlocks } from './blocks.ts'
import { type Budget, refuse } from './budget.ts'
import type { Written } from './docx.ts'
import type { ExtractionWarning } from './extraction.ts'
import type { Counter } from './numbering.ts'
import { type OdtStyles, readOdtStyles } from './odt-styles.ts'
import type { Archive } from './unzip.ts'
import { type XmlNode, allNamed, childNamed, descend, elements, parseXml } from './xml.ts'

export async function readOdt(archive: Archive, budget: Budget): Promise<Written> {
  const part = async (name: string): Promise<XmlNode | undefined> => {
    const bytes = await archive.read(name)
    return bytes === undefined ? undefined : parseXml(bytes, budget)
  }
  const manifest = await part('META-INF/manifest.xml')
  if (manifest !== undefined && allNamed(manifest, 'manifest:encryption-data').length > 0) refuse('encrypted')
  const content = (await part('content.xml')) ?? refuse('broken')
  const body = descend(content, 'office:body', 'office:text') ?? refuse('otherOffice')
  const seen = new Set<ExtractionWarning['code']>()
  const notes: string[] = []
  const reader: OdtReader = { styles: readOdtStyles([await part('styles.xml'), content]), notes, boxes: [], warn: (code) => seen.add(code), budget }
  const blocks = readOdtBlocks(body, reader)
  const text = writeBlocks([...blocks, ...notes.map((note): Block => ({ kind: 'paragraph', text: note }))])
  return { text, warnings: [...seen].sort().map((code) => ({ code })) }
}

type OdtReader = {
  readonly styles: OdtStyles
  readonly notes: string[]
  /** Frames met in the paragraph being read, to be written after it. */
  readonly boxes: XmlNode[]
  readonly warn: (code: ExtractionWarning['code']) => void
  readonly budget: Budget
}

/** Where a list stands: its counter, the depth from 0, and whether the next paragraph opens an item. */
type ListPlace = { readonly counter: Counter | undefined; readonly depth: number; opens: boolean; readonly style: string | undefined }

const indexes = new Set(['text:table-of-content', 'text:illustration-index', 'text:table-index', 'text:alphabetical-index'])

function readOdtBlocks(parent: XmlNode, reader: OdtReader, place?: ListPlace): Block[] {
  return elements(parent).flatMap((node) => {
    reader.budget.check()
    if (node.name === 'text:p' || node.name === 'text:h') return readParagraph(node, reader, place)
    if (node.name === 'text:list') return readList(node, reader, place)
    if (node.name === 'table:table') return [readTable(node, reader)]
    if (node.name === 'text:tracked-changes') {
      if (elements(node).length > 0) reader.warn('trackedChanges')
      return []
    }
    if (indexes.has(node.name)) {
      reader.warn('contentsDropped')
      return []
    }
    if (node.name === 'text:section' && node.attributes.get('text:display') === 'none') {
      reader.warn('hiddenText')
      return []
    }
    return ['text:section', 'draw:frame', 'draw:text-box', 'text:numbered-paragraph'].includes(node.name) ? readOdtBlocks(node, reader, place) : []
  })
}

function readList(list: XmlNode, reader: OdtReader, outer: ListPlace | undefined): Block[] {
  const style = list.attributes.get('text:style-name') ?? outer?.style
  const depth = outer === undefined ? 0 : outer.depth + 1
  const goesOn = list.attributes.get('text:continue-numbering') === 'true' || list.attributes.has('text:continue-list')
  const counter = outer !== undefined && style === outer.style ? outer.counter : reader.styles.counterOf(style, goesOn)
  return elements(list).flatMap((item) => {
    const isItem = item.name === 'text:list-item'
    const start = Number(item.attributes.get('text:start-value') ?? 'NaN')
    if (isItem && Number.isInteger(start)) counter?.restart(depth, start)
    return isItem || item.name === 'text:list-header' ? readOdtBlocks(item, reader, { counter, depth, opens: isItem, style }) : []
  })
}

function readParagraph(node: XmlNode, reader: OdtReader, place: ListPlace | undefined): Block[] {
  const outer = reader.boxes.splice(0)
  const text = textOf(node, reader)
  const boxes = reader.boxes.splice(0).flatMap((box) => readOdtBlocks(box, reader))
  reader.boxes.push(...outer)
  return [paragraphBlock(node, text, reader, place), ...boxes]
}

function paragraphBlock(node: XmlNode, text: string, reader: OdtReader, place: ListPlace | undefined): Block {
  const opens = place?.opens === true
  if (place !== undefined && opens && (text.trim() !== '' || node.name === 'text:h')) place.opens = false
  const style = node.attributes.get('text:style-name')
  const level = node.name === 'text:h' ? Number(node.attributes.get('text:outline-level') ?? '1') : reader.styles.levelOf(style)
  const printed = textInside(childNamed(node, 'text:number')).trim()
  if (level !== undefined) {
    const counted = place === undefined ? reader.styles.headingLabel(style, level) : opens ? (place.counter?.next(place.depth) ?? '') : ''
    return { kind: 'heading', level, label: printed === '' ? counted : printed, text }
  }
  if (reader.styles.isTitle(style)) return { kind: 'heading', level: 1, label: '', text }
  if (place === undefined || text.trim() === '') return { kind: 'paragraph', text: text.trim() === '' ? '' : text }
  if (!opens) return { kind: 'paragraph', text }
  const label = place.counter?.next(place.depth) ?? ''
  return /\d.*\.\d|^(article|titre|chapitre|annexe)\b/i.test(label)
    ? { kind: 'paragraph', text: `${label} ${text}` }
    : { kind: 'item', depth: place.depth, label: printed === '' ? label : printed, text }
}

const textInside = (node: XmlNode | undefined): string =>
  node === undefined ? '' : node.children.map((child) => (typeof child === 'string' ? child : textInside(child))).join('')

/** Left out: remarks, hidden text, ruby, the number already printed, drawings that are not text. */
const left = new Set(['office:annotation', 'office:annotation-end', 'text:number', 'text:ruby-text', 'text:tracked-changes', 'text:soft-page-break'])

function textOf(node: XmlNode, reader: OdtReader): string {
  return node.children.map((child) => {
    // White space of the file is one space: the spaces that count are elements.
    if (typeof child === 'string') return child.replace(/[ \t\r\n]+/g, ' ')
    if (left.has(child.name)) return ''
    if (child.name === 'text:s') return ' '.repeat(Math.min(Number(child.attributes.get('text:c') ?? '1') || 1, 100))
    if (child.name === 'text:tab') return ' '
    if (child.name === 'text:line-break') return '\n'
    if (child.name === 'text:note') return callNote(child, reader)
    if (child.name === 'draw:frame' || child.name === 'draw:custom-shape' || child.name === 'draw:g') {
      reader.boxes.push(child.name === 'draw:custom-shape' ? child : { ...child, children: boxesIn(child) })
      return ''
    }
    if (child.name === 'text:hidden-text' || reader.styles.isHidden(child.attributes.get('text:style-name'))) {
      reader.warn('hiddenText')
      return ''
    }
    return textOf(child, reader)
  }).join('')
}

const boxesIn = (node: XmlNode): XmlNode[] => [...allNamed(node, 'draw:text-box'), ...allNamed(node, 'draw:custom-shape')]

function callNote(note: XmlNode, reader: OdtReader): string {
  const mark = `[^${reader.notes.length + 1}]`
  const place = reader.notes.push(mark) - 1
  const body = childNamed(note, 'text:note-body')
  const words = body === undefined ? '' : allNamed(body, 'text:p').map((line) => textOf(line, reader).trim()).join(' ')
  reader.notes[place] = `${mark} ${words}`
  return mark
}

function readTable(table: XmlNode, reader: OdtReader): Block {
  const cellStyles: (string | undefined)[] = []
  const rows = allRows(table).map((row) => elements(row).flatMap((cell): Cell[] => {
    const copies = Math.min(Number(cell.attributes.get('table:number-columns-repeated') ?? '1') || 1, 64)
    if (cell.name === 'table:covered-table-cell') return Array.from({ length: copies }, () => [])
    if (cell.name !== 'table:table-cell') return []
    cellStyles.push(cell.attributes.get('table:style-name'))
    const blocks = readOdtBlocks(cell, reader).filter((block) => !('text' in block) || block.text !== '')
    return [blocks, ...Array.from({ length: copies - 1 }, () => [])]
  }))
  return { kind: 'table', rows, bordered: cellStyles.some((style) => reader.styles.isBordered(style)) }
}

/** Rows of the table, its header rows included; not those of tables inside its cells. */
const allRows = (parent: XmlNode): XmlNode[] =>
  elements(parent).flatMap((node) => {
    if (node.name === 'table:table-row') return [node]
    return ['table:table-header-rows', 'table:table-rows', 'table:table-row-group'].includes(node.name) ? allRows(node) : []
  })
