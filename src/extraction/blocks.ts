// An office document once its format is forgotten: headings, paragraphs, items, tables, written as the Markdown the reader knows.
import { signatureStart } from './page-cells.ts'

/** `label`: the number or letter the word processor would print (`Article 1 –`, `a)`), which no one typed. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly label: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly depth: number; readonly label: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[]; readonly bordered: boolean }
/** Blocks of a cell; none for a cell merged into its neighbour. */
export type Cell = readonly Block[]

export function writeBlocks(blocks: readonly Block[]): string {
  let text = ''
  let previous: Block | undefined
  for (const block of blocks) {
    const written = writeBlock(block)
    if (written === '') continue
    if (text !== '') text += previous?.kind === 'item' && block.kind === 'item' ? '\n' : '\n\n'
    text += written
    previous = block
  }
  return text === '' ? '' : `${text}\n`
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const words = oneLine(joined(block.label, block.text))
      return words === '' ? '' : `${'#'.repeat(Math.min(Math.max(block.level, 1), 6))} ${words}`
    }
    case 'paragraph':
      return lines(block.text).join('\n')
    case 'item': {
      const words = lines(block.text).join(`\n${'  '.repeat(block.depth + 1)}`)
      return words === '' ? '' : `${'  '.repeat(block.depth)}${joined(block.label === '' ? '-' : block.label, words)}`
    }
    case 'table':
      return writeTable(block)
  }
}

/** A table of data keeps its rows; one that only places things on the page (signatures, boxed text) is read cell by cell. */
function writeTable(table: Block & { kind: 'table' }): string {
  const cells = table.rows.flat().filter((cell) => cell.length > 0)
  const width = Math.max(...table.rows.map((row) => row.length), 0)
  if (cells.length === 0) return ''
  if (width === 1 || cells.some((cell) => cell.some((block) => block.kind === 'table' || block.kind === 'heading'))) return writeCells(cells)
  if (isSignatures(table.rows)) return writeCells(columns(table.rows, width))
  const tall = cells.filter((cell) => cell.length > 1 || cell.some((block) => block.kind === 'paragraph' && block.text.includes('\n')))
  if (!table.bordered && tall.length >= cells.length / 2) return writeCells(cells)
  const rows = table.rows.map((row) => Array.from({ length: width }, (_, column) => cellText(row[column] ?? [])))
  const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`)
  return [head, `|${' --- |'.repeat(width)}`, ...body].join('\n')
}

const writeCells = (cells: readonly Cell[]): string => cells.map((cell) => writeBlocks(cell).trimEnd()).filter((text) => text !== '').join('\n\n')

/** Column by column: what stands under a party is its signatory. */
const columns = (rows: readonly (readonly Cell[])[], width: number): Cell[] =>
  Array.from({ length: width }, (_, column) => [{ kind: 'paragraph', text: rows.map((row) => cellText(row[column] ?? [], '\n')).join('\n') }])

/** Every filled cell of the first row opens like a signature, and no cell is longer than a signature. */
function isSignatures(rows: readonly (readonly Cell[])[]): boolean {
  const first = (rows[0] ?? []).map((cell) => cellText(cell)).filter((text) => text !== '')
  return first.length > 1 && first.every((text) => signatureStart.test(text)) && rows.flat().every((cell) => cellText(cell).length < 200)
}

function cellText(cell: Cell, between = ' '): string {
  const words = cell.map((block) => (block.kind === 'table' ? block.rows.flat().map((inner) => cellText(inner)).join(' ') : writeBlock(block)))
  return between === '\n' ? words.join('\n') : words.join(' ').replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|').trim()
}

const joined = (label: string, text: string): string => (label === '' ? text : `${label} ${text}`).trim()
const oneLine = (text: string): string => text.replace(/\s+/g, (space) => (space === '\u00a0' ? space : ' ')).trim()
const lines = (text: string): string[] =>
  text.split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim()).filter((line) => line !== '')
