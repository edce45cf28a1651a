// The words of a WordprocessingML paragraph: runs, breaks, symbols, fields, note marks; deletions and hidden text left out.
import type { Styles } from './docx-styles.ts'
import type { ExtractionWarning } from './extraction.ts'
import { type XmlNode, allNamed, childNamed, childrenNamed, elements } from './xml.ts'

export type RunReader = {
  readonly textOf: (paragraph: XmlNode) => string
  /** Contents of the text boxes anchored in the paragraph. */
  readonly boxesOf: (paragraph: XmlNode) => readonly XmlNode[]
  /** The notes called so far, in order, each with its mark. */
  readonly notes: () => readonly string[]
}

/** Deleted or moved away, instructions of fields, properties, pictures and alternatives already shown another way. */
const left = new Set([
  'w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:delInstrText', 'w:pPr', 'w:rPr', 'w:drawing', 'w:pict', 'w:object', 'mc:Fallback',
  'w:fldData', 'w:rt',
])
const characters: Record<string, string> = { 'w:tab': ' ', 'w:ptab': ' ', 'w:cr': '\n', 'w:noBreakHyphen': '-', 'w:softHyphen': '' }

export function openRuns(styles: Styles, notes: readonly (XmlNode | undefined)[], warn: (code: ExtractionWarning['code']) => void): RunReader {
  const called: { readonly mark: string; readonly node: XmlNode }[] = []
  const callNote = (part: XmlNode | undefined, name: string, reference: XmlNode): string => {
    const node = childrenNamed(part, name).find((note) => note.attributes.get('w:id') === reference.attributes.get('w:id'))
    if (node === undefined) return ''
    called.push({ mark: `[^${called.length + 1}]`, node })
    return `[^${called.length}]`
  }
  const textOf = (node: XmlNode): string => elements(node).map(read).join('')
  const read = (node: XmlNode): string => {
    if (node.name === 'w:del' || node.name === 'w:ins') warn('trackedChanges')
    if (left.has(node.name)) return ''
    if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('')
    if (node.name === 'w:br') return node.attributes.get('w:type') === 'column' ? ' ' : '\n'
    if (node.name === 'w:sym') return symbol(node)
    if (node.name === 'w:footnoteReference') return callNote(notes[0], 'w:footnote', node)
    if (node.name === 'w:endnoteReference') return callNote(notes[1], 'w:endnote', node)
    if (node.name === 'w:r' && styles.isHidden(childNamed(node, 'w:rPr'))) {
      if (textOf(node) !== '') warn('hiddenText')
      return ''
    }
    return characters[node.name] ?? textOf(node)
  }
  return {
    textOf,
    boxesOf: (paragraph) => boxes(paragraph),
    notes: () => called.map(({ mark, node }) => `${mark} ${allNamed(node, 'w:p').map((line) => textOf(line).trim()).join(' ')}`),
  }
}

/** Word writes each box twice (drawing, and an older form as a fallback): one is read. */
const boxes = (node: XmlNode): XmlNode[] =>
  elements(node).flatMap((child) => {
    if (child.name === 'w:txbxContent') return [child]
    return ['mc:Fallback', 'w:del', 'w:moveFrom'].includes(child.name) ? [] : boxes(child)
  })

const drawn: Record<number, string> = {
  0xe0: '→', 0xe8: '→', 0xf0: '→', 0xfc: '✓', 0xfe: '☑', 0xa8: '☐', 0x6f: '☐', 0xb7: '•', 0xa7: '▪', 0xd8: '➢',
}

/** Arrows and ticks of Wingdings used as bullets; any other private character is left out. */
function symbol(node: XmlNode): string {
  const code = Number.parseInt(node.attributes.get('w:char') ?? '', 16)
  if (Number.isNaN(code)) return ''
  return /wingdings|symbol/i.test(node.attributes.get('w:font') ?? '') ? (drawn[code & 0xff] ?? '') : String.fromCharCode(code)
}
