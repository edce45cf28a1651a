// The text at a date as Markdown: headings by depth, what each amendment did in notes, written so that the reader finds the same articles again.
import type { ConsolidatedNode } from '../amending/consolidation.ts'
import type { ConsolidatedText } from './consolidated-text.ts'
import { type Block, type Run, blocksOf } from './paragraphs.ts'
import { amendmentLine, nodeNotes, nodeTitle, preliminaries } from './words.ts'

/** Notes stand before the first article, where the reader looks for none; Markdown prints them at the foot all the same. */
export function writeMarkdown(text: ConsolidatedText): string {
  const notes: string[] = []
  const articles = text.nodes.map((node) => writeNode(node, text, notes))
  const head = [`# ${oneLine(text.title)}`, ...preliminaries(text).map(escaped), `Opération : ${oneLine(text.operation)}`, `<${text.address}>`]
  return `${[...head, ...amendmentsOf(text), ...(notes.length === 0 ? [] : [notes.join('\n')]), '---', ...articles].join('\n\n')}\n`
}

const amendmentsOf = ({ amendments }: ConsolidatedText): readonly string[] =>
  amendments.length === 0 ? [] : ['Avenants intégrés :', amendments.map((one) => `- [${oneLine(amendmentLine(one))}](<${one.address}>)`).join('\n')]

function writeNode(node: ConsolidatedNode, text: ConsolidatedText, notes: string[]): string {
  const own = nodeNotes(node, text)
  const calls = own.map((note) => {
    const effects = note.amendment.effects.filter((effect) => node.touchedBy.includes(effect.instruction))
    notes.push(`[^${notes.length + 1}]: ${oneLine([note.text, ...effects.map((effect) => effect.sentence)].join(' '))}`)
    return `[^${notes.length}]`
  })
  const heading = `${'#'.repeat(Math.min(Math.max(node.depth, 1), 5) + 1)} ${oneLine(nodeTitle(node.number, node.heading))}${calls.join('')}`
  const gone = own.find((note) => note.amendment.id === node.repealedBy)
  return `${heading}${gone === undefined ? writeBlocks(blocksOf(node.pieces)) : `\n\n*${escaped(gone.text.replace(/\.$/, ''))}*`}`
}

const writeBlocks = (blocks: readonly Block[]): string => blocks.map((block) => `${block.tight ? '\n' : '\n\n'}${writeBlock(block)}`).join('')

const wordsOf = (runs: readonly Run[]): string => escaped(runs.map((run) => run.text).join(''))

function writeBlock(block: Block): string {
  if (block.kind !== 'table') {
    const lines = block.lines.map(wordsOf).map(atStart)
    return block.kind === 'item' ? `- ${lines.join('\n  ')}` : lines.join('\n')
  }
  const [head = '', ...rows] = block.rows.map((row) => `| ${row.map(wordsOf).join(' | ')} |`)
  return [head, `|${' --- |'.repeat(block.rows[0]?.length ?? 1)}`, ...rows].join('\n')
}

/** What Markdown or HTML would take for a mark is kept as words; a star between spaces is none. */
const escaped = (words: string): string =>
  words.replace(/[\\`[\]<~]|\*(?=\S)|(?<=\S)\*|_(?=\S)|&(?=#?\w{1,8};)/g, '\\$&')

const oneLine = (words: string): string => escaped(words.replace(/\s+/g, (space) => (space === '\u00a0' ? space : ' ')).trim())

/** At the start of a line, what would make a heading, a quotation, a rule or a table. */
const atStart = (line: string): string => line.replace(/^(\s*)(#|>|\||=|\+|-)/, '$1\\$2')

