// What changed between two dates as a Word document with tracked changes, which Word lists, accepts and rejects one by one.
import { DeletedTextRun, HeadingLevel, InsertedTextRun, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { headingLevel } from './docx.ts'
import { dashes, lineOptions, packDocx } from './docx-frame.ts'
import type { RedlineText, RedlineTextNode, RedlineTextRun } from './redline-text.ts'
import { nodeName } from './words.ts'
import { xmlWords } from './xml.ts'

type Kind = RedlineTextRun['kind']
type Marks = { readonly runs: (kind: Kind, words: string, rank: number) => ParagraphChild; readonly end: (kind: Kind) => object }

export async function writeRedlineDocx(redline: RedlineText): Promise<Uint8Array> {
  const marks = openMarks(redline)
  return await packDocx({
    title: redline.title, subject: `${redline.operation} – ${redline.versions}`, running: `${redline.operation} – ${redline.versions}`, on: redline.on,
    tracked: true,
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(lineOptions(redline.title))] }),
      new Paragraph({ children: [new TextRun(lineOptions(`${redline.versions}. ${redline.summary}`.trim()))] }),
      ...redline.nodes.flatMap((node) => nodeParagraphs(node, marks)),
    ],
  })
}

/** Each change has its number; all bear the author and the day they are given. */
function openMarks({ author, date }: RedlineText): Marks {
  let id = 0
  const change = () => ({ id: (id += 1), author: xmlWords(author), date: `${date}T00:00:00Z` })
  return {
    runs: (kind, words, rank) => {
      const options = lineOptions(words, rank)
      if (kind === 'same') return new TextRun(options)
      return kind === 'inserted' ? new InsertedTextRun({ ...change(), ...options }) : new DeletedTextRun({ ...change(), ...options })
    },
    end: (kind) => (kind === 'same' ? {} : { run: kind === 'inserted' ? { insertion: change() } : { deletion: change() } }),
  }
}

/** A paragraph whose words all came or all went came or went with its end. */
const endOf = (status: string): Kind => (status === 'inserted' || status === 'deleted' ? status : 'same')

function nodeParagraphs(node: RedlineTextNode, marks: Marks): readonly Paragraph[] {
  const kind = endOf(node.status)
  const name = node.number === '' ? '' : nodeName(node.number)
  const heading: readonly RedlineTextRun[] =
    [{ kind, text: node.headingRuns.length === 0 ? name : `${name}${name === '' ? '' : ' – '}` }, ...node.headingRuns]
  return [
    new Paragraph({ heading: headingLevel(node.depth), children: children(heading, marks), ...marks.end(kind) }),
    ...node.paragraphs.map((paragraph) => {
      const { item, runs } = withoutDash(paragraph.runs)
      const listed = item ? { numbering: { reference: dashes, level: 0 }, spacing: { after: 60 } } : {}
      return new Paragraph({ ...listed, children: children(runs, marks), ...marks.end(endOf(paragraph.status)) })
    }),
  ]
}

const children = (runs: readonly RedlineTextRun[], marks: Marks): readonly ParagraphChild[] =>
  runs.flatMap(({ kind, text }) => text.split('\n').map((line, rank) => marks.runs(kind, line, rank)))

/** A dash at the start is the mark of an item, which the list prints. */
function withoutDash(runs: readonly RedlineTextRun[]): { readonly item: boolean; readonly runs: readonly RedlineTextRun[] } {
  const [first, ...others] = runs
  const mark = /^\s*[-–—•▪●]\s+/.exec(first?.text ?? '')
  return first === undefined || mark === null ? { item: false, runs } : { item: true, runs: [{ ...first, text: first.text.slice(mark[0].length) }, ...others] }
}
