// The page of a PDF: what is printed, as data, and the program of the layout engine that prints it. Words are data: none is ever read as a mark.
import type { ConsolidatedNode } from '../amending/consolidation.ts'
import { inWords } from '../kernel/date.ts'
import { provisionName } from '../kernel/provision.ts'
import type { ConsolidatedText } from './consolidated-text.ts'
import { type Block, type Run, blocksOf, lineOf } from './paragraphs.ts'
import { printable } from './printable.ts'
import { amendmentLine, nodeNotes, preliminaries } from './words.ts'

/** Words, and whether an amendment put them there. */
type PrintedRun = { readonly words: string; readonly amended: boolean }
type Line = readonly PrintedRun[]
type PrintedBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Line[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Line[])[] }
type PrintedNode = {
  readonly level: number; readonly heading: Line; readonly notes: readonly string[]; readonly blocks: readonly PrintedBlock[]
}
export type PrintedText = {
  readonly title: string; readonly running: string; readonly date: readonly [year: number, month: number, day: number]; readonly dateInWords: string
  readonly introduction: readonly string[]; readonly address: string; readonly contents: boolean
  readonly amendments: readonly { readonly line: string; readonly address: string; readonly effects: readonly string[] }[]
  readonly nodes: readonly PrintedNode[]
}

export function printedText(text: ConsolidatedText): PrintedText {
  const [year = 2000, month = 1, day = 1] = text.on.split('-').map(Number)
  const amended = text.nodes.some((node) => [...node.pieces, ...node.headingPieces].some((piece) => piece.by !== null))
  let level = 0
  const nodes = text.nodes.map((node): PrintedNode => {
    level = Math.min(Math.max(node.depth, 1), level + 1, 5)
    return { level, ...printedNode(node, text) }
  })
  return {
    title: printable(text.title) || 'Convention', date: [year, month, day], dateInWords: inWords(text.on), address: text.address,
    running: printable(`${text.operation} – ${text.versionLabel.replace(/\.$/, '')}`), contents: nodes.length > 8,
    introduction: [...preliminaries(text), ...(amended ? ['Les mots soulignés viennent d’un avenant.'] : [])].map(printable),
    amendments: text.amendments.map((one) => ({
      line: printable(amendmentLine(one)), address: one.address, effects: one.effects.map((effect) => printable(effect.sentence)),
    })),
    nodes,
  }
}

function printedNode(node: ConsolidatedNode, text: ConsolidatedText): Omit<PrintedNode, 'level'> {
  const heading = line(lineOf(node.headingPieces), node.insertedBy)
  const name = { words: printable(`${provisionName(node.number)}${heading.length > 0 ? ' – ' : ''}`), amended: false }
  return {
    heading: [name, ...heading], notes: nodeNotes(node, text).map((note) => printable(note.text)),
    blocks: node.repealedBy === null ? printedBlocks(blocksOf(node.pieces), node.insertedBy) : [],
  }
}

/** What a whole new article says is not underlined: its note says who wrote it. */
const line = (runs: readonly Run[], whole: string | null): Line =>
  runs.map(({ text, by }) => ({ words: printable(text), amended: by !== null && by !== whole }))

/** Items that follow each other are one list. */
function printedBlocks(blocks: readonly Block[], whole: string | null): readonly PrintedBlock[] {
  const printed: PrintedBlock[] = []
  for (const block of blocks) {
    if (block.kind === 'table') printed.push({ kind: 'table', rows: block.rows.map((row) => row.map((cell) => line(cell, whole))) })
    else {
      const lines = block.lines.map((runs) => line(runs, whole))
      const last = printed.at(-1)
      if (block.kind === 'paragraph') printed.push({ kind: 'paragraph', lines })
      else if (last?.kind === 'list') printed[printed.length - 1] = { kind: 'list', items: [...last.items, lines] }
      else printed.push({ kind: 'list', items: [lines] })
    }
  }
  return printed
}

/** What all our PDF look like; reads `title`, `date`, `dateInWords` and `running` in `data`. The fonts are those inside the engine. */
export const pageStyle = `
#let data = json(bytes(sys.inputs.data))
#let carmine = rgb("#a81c43")
#let verdigris = rgb("#06423e")
#let soft = rgb("#435450")
#set document(title: data.title, author: "Chapeau", date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
#let fonts = ("Libertinus Serif", "New Computer Modern", "New Computer Modern Math", "DejaVu Sans Mono")
#set text(font: fonts, fallback: false, size: 11pt, lang: "fr", region: "FR", hyphenate: true)
#set par(leading: 0.72em, spacing: 1em)
#set page(
  paper: "a4", margin: (x: 2.6cm, top: 2.8cm, bottom: 2.6cm),
  header: context { if here().page() > 1 { set text(size: 9pt, fill: soft); data.running; v(-0.4em); line(length: 100%, stroke: 0.4pt + soft) } },
  footer: context {
    set text(size: 9pt, fill: soft)
    grid(columns: (1fr, auto), data.dateInWords, [page #counter(page).display() sur #counter(page).final().first()])
  },
)
#show title: set text(size: 22pt, fill: verdigris, hyphenate: false)
#show title: set block(below: 1.2em)
#show heading: set text(fill: verdigris, hyphenate: false)
#show heading: set block(above: 1.9em, below: 0.9em)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show link: set text(fill: rgb("#0a5c56"))
#set list(marker: [–], indent: 0.6em, spacing: 0.7em)
#set table(stroke: 0.5pt + soft, inset: 6pt, align: left)
`

/** Reads `data`, the JSON of a `PrintedText`. */
export const pageProgram = `${pageStyle}
#let words(runs) = runs.map(run => if run.amended { underline(offset: 2pt, stroke: 0.6pt + carmine, run.words) } else { text(run.words) }).join()
#let lines(all) = all.map(words).join(linebreak())
#let table-of(rows) = {
  let width = calc.max(..rows.map(row => row.len()))
  let cells(row) = range(width).map(rank => row.at(rank, default: ())).map(cell => { set par(leading: 0.55em); words(cell) })
  table(columns: (1fr,) * width, table.header(..cells(rows.first()).map(strong)), ..rows.slice(1).map(cells).flatten())
}
#title()
#for sentence in data.introduction { par(text(sentence)) }
#par(link(data.address, text(data.address)))
#for amendment in data.amendments {
  par(link(amendment.address, text(amendment.line)))
  if amendment.effects.len() > 0 { list(..amendment.effects.map(text)) }
}
#if data.contents {
  show outline.entry: set block(above: 0.75em)
  outline(title: text("Sommaire"), depth: 2, indent: 1em)
}
#for node in data.nodes {
  heading(level: node.level, words(node.heading))
  for note in node.notes {
    block(stroke: (left: 1.5pt + carmine), inset: (left: 0.7em, y: 0.25em), par(text(size: 9.5pt, fill: soft, style: "italic", note)))
  }
  for it in node.blocks {
    if it.kind == "paragraph" { par(lines(it.lines)) }
    else if it.kind == "list" { list(..it.items.map(lines)) }
    else { table-of(it.rows) }
  }
}
`
