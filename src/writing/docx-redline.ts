// What changed between two dates as a Word document with tracked changes, which Word lists, accepts and rejects one by one.
import type { Paragraph, ParagraphChild } from 'docx'
import type { RedlineNode, Run } from '../amending/redline.ts'
import { isTitle, provisionName } from '../kernel/provision.ts'
import { headingLevel } from './docx.ts'
import { type Docx, dashes, lineOptions, packDocx } from './docx-frame.ts'
import type { RedlineText } from './redline-text.ts'
import { xmlWords } from './xml.ts'

type Kind = Run['kind']
type Marks = { readonly docx: Docx; readonly run: (run: Run) => ParagraphChild; readonly end: (kind: Kind) => object }

export async function writeRedlineDocx(redline: RedlineText): Promise<Uint8Array> {
  const docx = await import('docx')
  const marks = openMarks(docx, redline)
  const running = `${redline.operation} – ${redline.versions}`
  return await packDocx(docx, {
    title: redline.title, subject: running, running, on: redline.on, tracked: true,
    children: [
      new docx.Paragraph({ heading: 'Title', children: [new docx.TextRun(lineOptions(redline.title))] }),
      new docx.Paragraph({ children: [new docx.TextRun(lineOptions(`${redline.versions}. ${redline.summary}`.trim()))] }),
      ...redline.nodes.filter((node) => !isTitle(node.number) || node.status !== 'same').flatMap((node) => nodeParagraphs(node, marks)),
    ],
  })
}

/** Each change has its number; all bear the author and the day they are given. */
function openMarks(docx: Docx, { author, date }: RedlineText): Marks {
  let id = 0
  const change = () => ({ id: (id += 1), author: xmlWords(author), date: `${date}T00:00:00Z` })
  return {
    docx,
    run: ({ kind, text }) => {
      const options = lineOptions(text)
      if (kind === 'same') return new docx.TextRun(options)
      return kind === 'inserted' ? new docx.InsertedTextRun({ ...change(), ...options }) : new docx.DeletedTextRun({ ...change(), ...options })
    },
    end: (kind) => (kind === 'same' ? {} : { run: kind === 'inserted' ? { insertion: change() } : { deletion: change() } }),
  }
}

/** A paragraph whose words all came or all went came or went with its end. */
const endOf = (status: string): Kind => (status === 'inserted' || status === 'deleted' ? status : 'same')

function nodeParagraphs(node: RedlineNode, marks: Marks): readonly Paragraph[] {
  const kind = endOf(node.status)
  const paragraphs = node.paragraphs.map(({ status, runs }) => ({ status, ...withoutDash(worded(runs)) })).filter(({ runs }) => runs.length > 0)
  return [
    new marks.docx.Paragraph({ heading: headingLevel(node.depth), children: headingOf(node, kind).map(marks.run), ...marks.end(kind) }),
    ...paragraphs.map(({ status, item, runs }) => new marks.docx.Paragraph({
      ...(item && { numbering: { reference: dashes, level: 0 }, spacing: { after: 60 } }), children: runs.map(marks.run), ...marks.end(endOf(status)),
    })),
  ]
}

/** The name of the part, then its heading; a part that took another number shows both. */
function headingOf({ number, formerNumber, headingRuns }: RedlineNode, kind: Kind): readonly Run[] {
  const names: readonly Run[] = formerNumber === null ? [{ kind, text: provisionName(number) }]
    : [{ kind: 'deleted', text: provisionName(formerNumber) }, { kind: 'inserted', text: provisionName(number) }]
  return headingRuns.length === 0 ? names : [...names, { kind, text: ' – ' }, ...worded(headingRuns)]
}

/** Word has paragraphs: line breaks are left out, and runs that held nothing else. */
const worded = (runs: readonly Run[]): readonly Run[] =>
  runs.map(({ kind, text }) => ({ kind, text: text.replace(/\n+/g, '') })).filter(({ text }) => text !== '')

/** A dash at the start is the mark of an item, which the list prints. */
function withoutDash(runs: readonly Run[]): { readonly item: boolean; readonly runs: readonly Run[] } {
  const [first, ...others] = runs
  const mark = /^\s*[-–—•▪●]\s+/.exec(first?.text ?? '')
  if (first === undefined || mark === null) return { item: false, runs }
  return { item: true, runs: [{ ...first, text: first.text.slice(mark[0].length) }, ...others] }
}
