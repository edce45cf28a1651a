// The lines of a text as printed: marks hidden, letters composed, spaces single, each character knowing where it stands in the raw text.
import { hideComments, readMarks } from './markdown.ts'
import { squeeze, type Traced, tracedSlice, withoutHidden } from './traced.ts'

/**
 * A line with words, traced to the raw text. `blanks`: empty lines before it. `page`: counted from 1 by form feeds.
 * `cut`: noise was taken out before it. `hardBreak`: two spaces end it (Markdown line break).
 */
export type PrintedLine = Traced & {
  readonly blanks: number
  readonly page: number
  readonly level: number
  readonly strong: boolean
  readonly item: boolean
  readonly row: boolean
  readonly hardBreak: boolean
  readonly cut: boolean
}

const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

export function printedLines(raw: string): PrintedLine[] {
  const text = hideComments(raw)
  const lines: PrintedLine[] = []
  let start = 0
  let page = 1
  let blanks = 0
  for (let over = false; !over; ) {
    lineEnd.lastIndex = start
    const mark = lineEnd.exec(text)
    const end = mark?.index ?? text.length
    const before = lines.length
    if (end > start) for (const part of breakUp(squeeze(text, start, end))) {
      addLine(lines, part, blanks, page, text.slice(Math.max(start, end - 2), end))
    }
    if (lines.length > before) blanks = 0
    else if (!text.slice(start, Math.min(end, start + 200)).includes('|')) blanks += 1
    if (mark?.[0] === '\f') page += 1
    over = mark === null
    start = end + (mark?.[0].length ?? 0)
  }
  return lines
}

const articleInside = String.raw`(?:ARTICLE|Article)\s(?:\d{1,2}|[IVX]{1,5})(?:er|ER)?\s?[:.–—-]`
const headingInside = new RegExp(
  String.raw`(?<=[.;:!?»)]\s)(?=${articleInside}|Fait\sà\s|FAIT\sA\s|(?:IL|Il)\s(?:EST|est|A|a)\s|P(?:REAMBULE|RÉAMBULE|réambule)\b)`
    + String.raw`|(?<=\s)(?=ENTRE\s(?:L[AE]|L[ae]|L['’]|D['’]|LES))|(?<=[.;:]\s)(?=ET\s(?:L[AE]|L[ae]|L['’]))`,
  'g',
)
const boldHeading = /^[\s#>]{0,9}\*\*\s?(?:article|ARTICLE|Article)\s\S{1,8}[\s:.–—-]{1,6}[^*]{3,200}\*\*[ :.]{0,3}(?=[\p{L}«])/u

/** A line that holds several: a bold heading run into its text, or a whole text flattened into one line. */
function breakUp(line: Traced): readonly Traced[] {
  const bold = line.text.includes('**') ? boldHeading.exec(line.text) : null
  if (bold === null && line.text.length < 1500) return [line]
  const cuts = bold ? [bold[0].length] : Array.from(line.text.matchAll(headingInside), (cut) => cut.index)
  return [0, ...cuts].map((from, index) => tracedSlice(line, from, cuts[index] ?? line.text.length))
}

function addLine(lines: PrintedLine[], line: Traced, blanks: number, page: number, tail: string): void {
  if (line.text === '' || line.text === '\0') return
  const marks = readMarks(line.text)
  const previous = lines[lines.length - 1]
  if (marks.rule) {
    if (/^\s?=+\s?$/.test(line.text) && blanks === 0 && previous?.level === 0 && previous.page === page) {
      lines[lines.length - 1] = { ...previous, level: 1 }
    }
    return
  }
  const words = withoutHidden(tighten(marks.masked), line, marks.item ? '- ' : '')
  if (words.text === '' || /^[\s.,;:·•*~^'"|_-]{1,6}$/.test(words.text)) return
  const { text, from, at } = words
  lines.push({
    text, from, at, blanks, page, level: marks.level, strong: marks.strong, item: marks.item, row: marks.row,
    hardBreak: tail === '  ' || tail.endsWith('\\'), cut: false,
  })
}

/** `A R T I C L E  1`: letters set apart for show are brought together, words staying parted by their wider gap. */
function tighten(masked: string): string {
  if (!/^\s?(?:\S ){4,}\S/.test(masked) || masked.length > 300) return masked
  const words = masked.trim().split(/\s+/)
  if (words.filter((word) => word.length === 1).length < words.length * 0.8) return masked
  return masked.replace(/(?<=(?:^|\s)\S) (?=\S(?:\s|$))/g, '\0')
}
