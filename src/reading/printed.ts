// The lines of a text as printed: marks hidden, letters composed, spaces single, each character knowing where it stands in the raw text.
import { isMark } from './source.ts'
import { hideComments, readMarks } from './markdown.ts'

/**
 * A line with words. `at[i]`: offset in the raw text of `text[i]`. `blanks`: empty lines before it. `page`: counted from 1 by form feeds.
 * `cut`: noise was taken out before it. `hardBreak`: two spaces end it (Markdown line break).
 */
export type PrintedLine = {
  text: string
  at: readonly number[]
  readonly rawEnd: number
  readonly blanks: number
  readonly page: number
  readonly level: number
  readonly strong: boolean
  readonly item: boolean
  readonly row: boolean
  readonly hardBreak: boolean
  cut: boolean
}

const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
const ligatures: Record<string, string> = { ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }
/** Characters that carry no ink: NUL, soft hyphen, zero-width spaces, byte order mark, other control characters. */
const invisible = /[\0-\x08\x0e-\x1f\u007f\u00ad\u200b-\u200f\u2060\ufeff\ufffc]/

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
    for (const [from, to] of breakUp(text, start, end)) addLine(lines, text, from, to, blanks, page)
    blanks = lines.length === before ? blanks + 1 : 0
    if (mark?.[0] === '\f') page += 1
    over = mark === null
    start = end + (mark?.[0].length ?? 0)
  }
  return lines
}

const headingInside =
  /(?<=[.;:!?»)]\s{1,9})(?=(?:ARTICLE|Article)\s{1,3}(?:\d{1,2}|[IVX]{1,5})(?:er|ER)?\s{0,3}[:.–—-]|Fait\sà\s|FAIT\sA\s|(?:IL|Il)\s(?:EST|est|A|a)\s|P(?:REAMBULE|RÉAMBULE|réambule)\b)|(?<=\s)(?=ENTRE\s(?:L[AE]|L[ae]|L['’]|D['’]|LES))|(?<=[.;:]\s)(?=ET\s(?:L[AE]|L[ae]|L['’]))/g
const boldHeading = /^[\s#>]*\*\*\s?(?:article|ARTICLE|Article)\s{1,3}\S{1,8}[\s:.–—-]{1,6}[^*]{3,200}\*\*[ :.]{0,3}(?=[\p{L}«])/u

/** A line that holds several: a bold heading run into its text, or a whole text flattened into one line. */
function breakUp(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  if (end - start < 60) return [[start, end]]
  const line = text.slice(start, end)
  const bold = boldHeading.exec(line)
  if (bold) return [[start, start + bold[0].length], [start + bold[0].length, end]]
  if (end - start < 1500) return [[start, end]]
  const cuts = Array.from(line.matchAll(headingInside), (cut) => start + cut.index)
  return [start, ...cuts].map((from, index) => [from, cuts[index] ?? end])
}

function addLine(lines: PrintedLine[], raw: string, start: number, end: number, blanks: number, page: number): void {
  const line = raw.slice(start, end)
  if (!/[^\s\0]/.test(line)) return
  const marks = readMarks(line)
  const previous = lines[lines.length - 1]
  if (marks.rule) {
    if (/^\s*=+\s*$/.test(line) && blanks === 0 && previous?.level === 0 && previous.page === page) lines[lines.length - 1] = { ...previous, level: 1 }
    return
  }
  const { text, at } = compose(tighten(marks.masked), start, marks.item)
  if (text === '' || /^[\s.,;:·•*~^'"|_-]{1,6}$/.test(text)) return
  lines.push({ text, at, rawEnd: end, blanks, page, level: marks.level, strong: marks.strong, item: marks.item, row: marks.row, hardBreak: / {2,}$|\\$/.test(line), cut: false })
}

/** `A R T I C L E  1`: letters set apart for show are brought together, words staying parted by their wider gap. */
function tighten(masked: string): string {
  if (!/^[\s\0]*(?:\S ){4,}\S/.test(masked)) return masked
  const words = masked.trim().split(/\s+/)
  if (words.filter((word) => word.length === 1).length < words.length * 0.8) return masked
  return masked.replace(/(?<=(?:^|\s)\S) (?=\S(?:\s|$))/g, '\0')
}

/** Leaves out what carries no ink, opens ligatures, composes accents, makes runs of spaces one (four or more: a tab, the gap of a column). */
function compose(masked: string, start: number, item: boolean): { text: string; at: number[] } {
  const at: number[] = []
  let text = ''
  let spaces = 0
  for (let index = 0; index < masked.length; index += 1) {
    const letter = masked.charAt(index)
    const code = masked.charCodeAt(index)
    if (code < 33 || code > 126) {
      if (isMark(code) && text !== '') {
        const composed = (text.charAt(text.length - 1) + letter).normalize('NFC')
        if (composed.length === 1) text = text.slice(0, -1) + composed
        continue
      }
      if (invisible.test(letter)) continue
      if (/\s/.test(letter)) {
        spaces += letter === '\t' ? 4 : 1
        continue
      }
    }
    if (text === '') {
      if (item) {
        text = '- '
        at.push(start + Math.max(0, index - 1), start + Math.max(0, index - 1))
      }
    } else if (spaces > 0) {
      text += spaces >= 4 ? '\t' : spaces === 1 && /\s/.test(masked.charAt(index - 1)) ? masked.charAt(index - 1) : ' '
      at.push(start + index - 1)
    }
    spaces = 0
    const letters = code > 0xfaff ? (ligatures[letter] ?? letter) : letter
    for (let count = 0; count < letters.length; count += 1) at.push(start + index)
    text += letters
  }
  return { text, at }
}
