// Sheets of actions as a PDF: a cover and a table of contents, then one sheet a page; their words are data for the program that prints them.
import { inWords } from '../kernel/date.ts'
import type { ActionSheets, SheetBlock } from './action-sheets.ts'
import { pageStyle } from './pdf-page.ts'
import { printable } from './printable.ts'

/** What the program reads: the words of the sheets, each of them printable. */
export type PrintedSheets = {
  readonly title: string; readonly running: string; readonly date: readonly [year: number, month: number, day: number]; readonly dateInWords: string
  readonly whole: boolean; readonly introduction: readonly string[]
  readonly sheets: readonly { readonly title: string; readonly group: string; readonly blocks: readonly SheetBlock[] }[]
}

export function printedSheets({ title, operation, on, whole, introduction, sheets, running = 'Fiche action' }: ActionSheets): PrintedSheets {
  const [year = 2000, month = 1, day = 1] = on.split('-').map(Number)
  return {
    title: printable(title), running: printable(`${operation} – ${whole ? title : running}`), date: [year, month, day],
    dateInWords: inWords(on), whole, introduction: introduction.map(printable),
    sheets: sheets.map((sheet, rank) => ({
      title: printable(sheet.title), blocks: sheet.blocks.map(printableBlock),
      // Said once, above the first of its sheets.
      group: whole && sheets[rank - 1]?.group !== sheet.group ? printable(sheet.group) : '',
    })),
  }
}

function printableBlock(block: SheetBlock): SheetBlock {
  if (block.kind === 'facts') {
    return { kind: 'facts', facts: block.facts.map(({ label, value }) => ({ label: printable(label), value: printable(value) })) }
  }
  const heading = printable(block.heading)
  if (block.kind === 'text') return { ...block, heading, paragraphs: block.paragraphs.map(printable) }
  return {
    ...block, heading, note: printable(block.note), columns: block.columns.map(printable), rows: block.rows.map((row) => row.map(printable)),
  }
}

/** Reads `data`, the JSON of `PrintedSheets`. A heading is never of a level its parent does not have. */
export const sheetsProgram = `${pageStyle}
#set text(size: 10pt)
#set heading(numbering: none)
#let under = if data.whole { 3 } else { 1 }
#let facts(it) = table(
  columns: (28%, 1fr), stroke: (bottom: 0.4pt + soft), inset: (x: 4pt, y: 5pt),
  ..it.facts.map(fact => (strong(fact.label), text(fact.value))).flatten(),
)
#let table-of(it) = {
  let width = it.columns.len()
  set text(size: 9pt)
  set par(leading: 0.55em)
  table(
    columns: if it.at("wide", default: false) { (1fr,) * (width - 1) + (2.2fr,) } else { (1.6fr,) + (1fr,) * (width - 1) },
    align: (column, row) => if column >= width - it.ends { right } else { left },
    table.header(..it.columns.map(strong)), ..it.rows.flatten().map(text),
  )
  if it.note != "" { par(text(it.note)) }
}
#title()
#for sentence in data.introduction { par(text(sentence)) }
#if data.whole {
  show outline.entry.where(level: 1): set block(above: 1em)
  outline(title: text("Sommaire"), depth: 2, indent: 1em)
}
#for sheet in data.sheets {
  if data.whole {
    pagebreak(weak: true)
    if sheet.group != "" { heading(level: 1, sheet.group) }
    heading(level: 2, sheet.title)
  }
  for it in sheet.blocks {
    if it.kind == "facts" { facts(it) }
    else {
      heading(level: under, it.heading)
      if it.kind == "text" { for line in it.paragraphs { par(text(line)) } }
      else { table-of(it) }
    }
  }
}
`
