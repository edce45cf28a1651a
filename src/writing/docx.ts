// The text at a date as a clean Word document: headings, lists and tables that are real ones, what was consolidated said first.
import type { Paragraph, Table, TextRun } from 'docx'
import { inWords } from '../kernel/date.ts'
import type { ConsolidatedNode } from '../amending/consolidation.ts'
import type { ConsolidatedText, TextAmendment } from './consolidated-text.ts'
import { type Docx, dashes, lineOptions, link, packDocx } from './docx-frame.ts'
import { type Block, type Run, blocksOf } from './paragraphs.ts'
import { amendmentLine, nodeNotes, nodeTitle, preliminaries } from './words.ts'

const levels = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5'] as const
export const headingLevel = (depth: number): (typeof levels)[number] => levels[Math.min(Math.max(depth, 1), levels.length) - 1] ?? 'Heading1'

export async function writeDocx(text: ConsolidatedText): Promise<Uint8Array> {
  const docx = await import('docx')
  const version = text.versionLabel.replace(/\.$/, '')
  return await packDocx(docx, {
    title: text.title, subject: `${text.operation} – ${version}`, running: `${text.operation} – ${version}`, on: text.on, tracked: false,
    children: [
      new docx.Paragraph({ heading: 'Title', children: [words(docx, text.title)] }),
      ...preliminaries(text).map((sentence) => new docx.Paragraph({ children: [words(docx, sentence)] })),
      new docx.Paragraph({ children: link(docx, text.address, text.address) }),
      ...text.amendments.flatMap((amendment) => amendmentParagraphs(docx, amendment)),
      ...text.nodes.flatMap((node) => nodeParagraphs(docx, node, text)),
    ],
  })
}

const words = (docx: Docx, line: string, rank = 0): TextRun => new docx.TextRun(lineOptions(line, rank))

const amendmentParagraphs = (docx: Docx, amendment: TextAmendment): readonly Paragraph[] => [
  new docx.Paragraph({ keepNext: true, children: [...link(docx, amendmentLine(amendment), amendment.address), words(docx, ' :')] }),
  ...amendment.effects.map(({ sentence, since }) =>
    new docx.Paragraph({ numbering: { reference: dashes, level: 0 }, spacing: { after: 60 },
      children: [words(docx, since === amendment.since ? sentence : `${sentence} En vigueur le ${inWords(since)}.`)] })),
]

function nodeParagraphs(docx: Docx, node: ConsolidatedNode, text: ConsolidatedText): readonly (Paragraph | Table)[] {
  const heading = new docx.Paragraph({ heading: headingLevel(node.depth), children: [words(docx, nodeTitle(node.number, node.heading))] })
  if (node.repealedBy === null) return [heading, ...blocksOf(node.pieces).map((block, rank, blocks) => blockParagraph(docx, block, blocks[rank - 1]))]
  const gone = nodeNotes(node, text).find((note) => note.amendment.id === node.repealedBy)
  return [heading, new docx.Paragraph({ children: [new docx.TextRun(lineOptions(gone?.text ?? 'Abrogé.', 0, { italics: true }))] })]
}

const wordsOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/** Below a table, a paragraph keeps its distance: a table has none of its own. */
function blockParagraph(docx: Docx, block: Block, above: Block | undefined): Paragraph | Table {
  if (block.kind === 'table') return table(docx, block.rows.map((row) => row.map(wordsOf)))
  const children = block.lines.map((line, rank) => words(docx, wordsOf(line), rank))
  const before = above?.kind === 'table' ? { before: 200 } : {}
  if (block.kind === 'paragraph') return new docx.Paragraph({ children, spacing: before })
  return new docx.Paragraph({ children, numbering: { reference: dashes, level: 0 }, spacing: { ...before, after: 60 } })
}

const table = (docx: Docx, rows: readonly (readonly string[])[]): Table =>
  new docx.Table({
    width: { size: 100, type: 'pct' },
    rows: rows.map((cells, rank) => new docx.TableRow({
      tableHeader: rank === 0, cantSplit: true,
      children: cells.map((cell) => new docx.TableCell({
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        children: [new docx.Paragraph({ spacing: { after: 0 }, children: [new docx.TextRun(lineOptions(cell, 0, { bold: rank === 0 }))] })],
      })),
    })),
  })
