// What changed between two dates as a Word document with tracked changes, which Word lists, accepts and rejects one by one.
import type { Paragraph, ParagraphChild } from 'docx'
import type { RedlineNode, Run } from '../amending/redline.ts'
import { isTitle, provisionName } from '../kernel/provision.ts'
import { headingLevel } from './docx.ts'
import { type Docx, dashes, lineOptions, packDocx } from './docx-frame.ts'
import { type Author, type AuthoredRun, type Authors, authoredRuns } from './redline-authors.ts'
import type { RedlineText } from './redline-text.ts'
import { xmlWords } from './xml.ts'

type Kind = Run['kind']
type Marks = {
  readonly docx: Docx; readonly authors: Authors | undefined
  readonly run: (run: AuthoredRun) => ParagraphChild
  /** `by`: the first change of the paragraph. */
  readonly end: (kind: Kind, by: readonly AuthoredRun[]) => object
}

export async function writeRedlineDocx(redline: RedlineText): Promise<Uint8Array> {
  const docx = await import('docx')
  const marks = openMarks(docx, redline)
  const running = `${redline.operation} – ${redline.versions}`
  return await packDocx(docx, {
    title: redline.title, subject: running, running, on: redline.on, tracked: true,
    children: [
      new docx.Paragraph({ heading: 'Title', children: [new docx.TextRun(lineOptions(redline.title))] }),
      new docx.Paragraph({ children: [new docx.TextRun(lineOptions(`${redline.versions}. ${redline.summary}`.trim()))] }),
      ...(redline.changes ?? []).map((sentence) => new docx.Paragraph({
        numbering: { reference: dashes, level: 0 }, spacing: { after: 60 }, children: [new docx.TextRun(lineOptions(sentence))],
      })),
      ...redline.nodes.filter((node) => !isTitle(node.number) || node.status !== 'same').flatMap((node) => nodeParagraphs(node, marks)),
    ],
  })
}

/** Each change has its number, its author and its day. */
function openMarks(docx: Docx, { author, date, authors }: RedlineText): Marks {
  let id = 0
  const change = (by: Author = { name: author, date }) => ({ id: (id += 1), author: xmlWords(by.name), date: `${by.date}T00:00:00Z` })
  return {
    docx, authors,
    run: ({ kind, text, author: by }) => {
      const options = lineOptions(text)
      if (kind === 'same') return new docx.TextRun(options)
      return kind === 'inserted' ? new docx.InsertedTextRun({ ...change(by), ...options }) : new docx.DeletedTextRun({ ...change(by), ...options })
    },
    end: (kind, runs) => {
      const by = runs.find((run) => run.author !== undefined)?.author
      return kind === 'same' ? {} : { run: kind === 'inserted' ? { insertion: change(by) } : { deletion: change(by) } }
    },
  }
}

/** A paragraph whose words all came or all went came or went with its end. */
const endOf = (status: string): Kind => (status === 'inserted' || status === 'deleted' ? status : 'same')

function nodeParagraphs(node: RedlineNode, marks: Marks): readonly Paragraph[] {
  const kind = endOf(node.status)
  const authored = authoredRuns(node, marks.authors)
  const heading = headingOf(node, kind, worded(authored.heading))
  const paragraphs = authored.paragraphs.map((runs, rank) => ({ end: endOf(node.paragraphs[rank]?.status ?? 'same'), ...withoutDash(worded(runs)) }))
  return [
    new marks.docx.Paragraph({ heading: headingLevel(node.depth), children: heading.map(marks.run), ...marks.end(kind, heading) }),
    ...paragraphs.filter(({ runs }) => runs.length > 0).map(({ end, item, runs }) => new marks.docx.Paragraph({
      ...(item && { numbering: { reference: dashes, level: 0 }, spacing: { after: 60 } }), children: runs.map(marks.run), ...marks.end(end, runs),
    })),
  ]
}

/** The name of the part, then its heading; a part that took another number shows both. */
function headingOf({ number, formerNumber }: RedlineNode, kind: Kind, heading: readonly AuthoredRun[]): readonly AuthoredRun[] {
  const author = kind === 'same' ? undefined : heading.find((run) => run.author !== undefined)?.author
  const names: readonly AuthoredRun[] = formerNumber === null ? [{ kind, text: provisionName(number), author }]
    : [{ kind: 'deleted', text: provisionName(formerNumber) }, { kind: 'inserted', text: provisionName(number) }]
  return heading.length === 0 ? names : [...names, { kind, text: ' – ', author }, ...heading]
}

/** Word has paragraphs: line breaks are left out, and runs that held nothing else. */
const worded = (runs: readonly AuthoredRun[]): readonly AuthoredRun[] =>
  runs.map((run) => ({ ...run, text: run.text.replace(/\n+/g, '') })).filter(({ text }) => text !== '')

/** A dash at the start is the mark of an item, which the list prints. */
function withoutDash(runs: readonly AuthoredRun[]): { readonly item: boolean; readonly runs: readonly AuthoredRun[] } {
  const [first, ...others] = runs
  const mark = /^\s*[-–—•▪●]\s+/.exec(first?.text ?? '')
  if (first === undefined || mark === null) return { item: false, runs }
  return { item: true, runs: [{ ...first, text: first.text.slice(mark[0].length) }, ...others] }
}
