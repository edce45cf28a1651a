// Sheets of actions as a Word document that people go on writing in: real headings and tables, one sheet a page.
import type { Paragraph, Table } from 'docx'
import type { ActionSheet, ActionSheets, SheetBlock, SheetTable } from './action-sheets.ts'
import { type Docx, dashes, lineOptions, packDocx } from './docx-frame.ts'

export async function writeSheetsDocx(asked: ActionSheets): Promise<Uint8Array> {
  const { title, operation, on, whole, introduction, sheets, running = 'Fiche action' } = asked
  const docx = await import('docx')
  const lines = (words: readonly string[]) => words.map((line) => new docx.Paragraph({ children: [new docx.TextRun(lineOptions(line))] }))
  const heading = new docx.Paragraph({ heading: 'Title', children: [new docx.TextRun(lineOptions(title))] })
  return await packDocx(docx, {
    title, subject: operation, running: `${operation} – ${whole ? title : running}`, on, tracked: false,
    children: [
      heading, ...lines(introduction), ...(whole ? contents(docx, sheets) : []),
      ...sheets.flatMap((sheet, rank) => [
        ...(whole ? sheetHeadings(docx, sheet, sheets[rank - 1]?.group) : []), ...sheet.blocks.flatMap((block) => blockParts(docx, block, whole)),
      ]),
    ],
  })
}

/** Every sheet under its orientation: a list rather than a field, which Word would ask to bring up to date before it shows a word. */
function contents(docx: Docx, sheets: readonly ActionSheet[]): readonly Paragraph[] {
  return [
    new docx.Paragraph({ spacing: { before: 240 }, children: [new docx.TextRun(lineOptions('Sommaire', 0, { bold: true }))] }),
    ...sheets.flatMap(({ title, group }, rank) => [
      ...(sheets[rank - 1]?.group === group ? [] : [
        new docx.Paragraph({
          spacing: { before: 120, after: 60 }, keepNext: true, children: [new docx.TextRun(lineOptions(group, 0, { bold: true }))],
        }),
      ]),
      new docx.Paragraph({ numbering: { reference: dashes, level: 0 }, spacing: { after: 40 }, children: [new docx.TextRun(lineOptions(title))] }),
    ]),
  ]
}

/** The orientation above the first of its sheets; each sheet on a new page. */
const sheetHeadings = (docx: Docx, { title, group }: ActionSheet, before: string | undefined): readonly Paragraph[] => [
  ...(group === before ? [] : [new docx.Paragraph({ heading: 'Heading1', pageBreakBefore: true, children: [new docx.TextRun(lineOptions(group))] })]),
  new docx.Paragraph({ heading: 'Heading2', pageBreakBefore: group === before, children: [new docx.TextRun(lineOptions(title))] }),
]

function blockParts(docx: Docx, block: SheetBlock, whole: boolean): readonly (Paragraph | Table)[] {
  if (block.kind === 'facts') {
    return [
      table(docx, block.facts.map(({ label, value }) => [label, value]), {
        first: [30, 70], header: false, bold: (_, column) => column === 0, ends: 0,
      }),
      space(docx),
    ]
  }
  const heading = new docx.Paragraph({
    heading: whole ? 'Heading3' : 'Heading1', children: [new docx.TextRun(lineOptions(block.heading))],
  })
  if (block.kind === 'text') {
    return [heading, ...block.paragraphs.map((line) => new docx.Paragraph({ children: [new docx.TextRun(lineOptions(line))] }))]
  }
  return [heading, tableOf(docx, block), new docx.Paragraph({ spacing: { before: 80 }, children: [new docx.TextRun(lineOptions(block.note))] })]
}

const space = (docx: Docx): Paragraph => new docx.Paragraph({ spacing: { after: 60 }, children: [] })

const tableOf = (docx: Docx, { columns, rows, ends }: SheetTable): Table => table(docx, [columns, ...rows], {
  first: columns.map(() => 100 / columns.length), header: true, bold: (row) => row === 0, ends,
})

type Shape = {
  readonly first: readonly number[]; readonly header: boolean; readonly ends: number; readonly bold: (row: number, column: number) => boolean
}
/** `first`: the width of each column, in hundredths of the page. */
const table = (docx: Docx, rows: readonly (readonly string[])[], { first, header, ends, bold }: Shape): Table => new docx.Table({
  width: { size: 100, type: 'pct' },
  rows: rows.map((cells, row) => new docx.TableRow({
    tableHeader: header && row === 0, cantSplit: true,
    children: cells.map((cell, column) => new docx.TableCell({
      width: { size: first[column] ?? 20, type: 'pct' }, margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [new docx.Paragraph({
        spacing: { after: 0 }, alignment: column >= cells.length - ends ? 'right' : 'left',
        children: cell.split('\n').map((line, rank) => new docx.TextRun(lineOptions(line, rank, { bold: bold(row, column) }))),
      })],
    })),
  })),
})
