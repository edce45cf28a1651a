// The text at a date as a clean Word document: headings, lists and tables that are real ones, what was consolidated said first.
import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { inWords } from '../kernel/date.ts'
import type { ConsolidatedNode } from '../amending/consolidation.ts'
import type { ConsolidatedText, TextAmendment } from './consolidated-text.ts'
import { dashes, lineOptions, link, packDocx } from './docx-frame.ts'
import { type Block, type Run, blocksOf } from './paragraphs.ts'
import { amendmentLine, nodeNotes, nodeTitle, preliminaries } from './words.ts'

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5] as const
export const headingLevel = (depth: number) => levels[Math.min(Math.max(depth, 1), levels.length) - 1] ?? HeadingLevel.HEADING_1

export async function writeDocx(text: ConsolidatedText): Promise<Uint8Array> {
  const version = text.versionLabel.replace(/\.$/, '')
  return await packDocx({
    title: text.title, subject: `${text.operation} – ${version}`, running: `${text.operation} – ${version}`, on: text.on, tracked: false,
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [words(text.title)] }),
      ...preliminaries(text).map((sentence) => new Paragraph({ children: [words(sentence)] })),
      new Paragraph({ children: [link(text.address, text.address)] }),
      ...text.amendments.flatMap(amendmentParagraphs),
      ...text.nodes.flatMap((node) => nodeParagraphs(node, text)),
    ],
  })
}

const words = (line: string, rank = 0): TextRun => new TextRun(lineOptions(line, rank))

const amendmentParagraphs = (amendment: TextAmendment): readonly Paragraph[] => [
  new Paragraph({ keepNext: true, children: [link(amendmentLine(amendment), amendment.address), new TextRun(' :')] }),
  ...amendment.effects.map(({ sentence, since }) =>
    new Paragraph({ numbering: { reference: dashes, level: 0 }, spacing: { after: 60 },
      children: [words(since === amendment.since ? sentence : `${sentence} En vigueur le ${inWords(since)}.`)] })),
]

function nodeParagraphs(node: ConsolidatedNode, text: ConsolidatedText): readonly (Paragraph | Table)[] {
  const heading = new Paragraph({ heading: headingLevel(node.depth), children: [words(nodeTitle(node.number, node.heading))] })
  if (node.repealedBy === null) return [heading, ...blocksOf(node.pieces).map(blockParagraph)]
  const gone = nodeNotes(node, text).find((note) => note.amendment.id === node.repealedBy)
  return [heading, new Paragraph({ children: [new TextRun(lineOptions(gone?.text ?? 'Abrogé.', 0, { italics: true }))] })]
}

const wordsOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

function blockParagraph(block: Block): Paragraph | Table {
  if (block.kind === 'table') return table(block.rows.map((row) => row.map(wordsOf)))
  const children = block.lines.map((line, rank) => words(wordsOf(line), rank))
  return new Paragraph({ children, ...(block.kind === 'item' && { numbering: { reference: dashes, level: 0 }, spacing: { after: 60 } }) })
}

const table = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells, rank) => new TableRow({
      tableHeader: rank === 0, cantSplit: true,
      children: cells.map((cell) => new TableCell({
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        children: [new Paragraph({ spacing: { after: 0 }, children: [new TextRun(lineOptions(cell, 0, { bold: rank === 0 }))] })],
      })),
    })),
  })
