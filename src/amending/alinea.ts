// What counts as an alinéa, a sentence, a list item: where each stands in the text of an article.
import type { Range } from './words.ts'

/**
 * The alinéas of a text: **each line that is not blank is one**, list items and rows of a table included, headings excluded, as parliaments
 * count. The text of an article comes with its lines whole: what the page wrapped was joined by the reading.
 */
export const paragraphsIn = (text: string): readonly Range[] =>
  [...text.matchAll(/[^\n]*[^\s][^\n]*/g)].map((match) => trimmed(text, match.index, match.index + match[0].length))

function trimmed(text: string, start: number, end: number): Range {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
}

/** Words after which a full stop ends no sentence. */
const abbreviations =
  /(?:^|[\s('’«\u00a0])(?:art|al|cf|ex|p|pp|n|no|nos|M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|St|Ste|etc|env|tél|fig|réf|vol|chap|sect|approx|[A-ZÉ]|[LRDA])$/u

/** The sentences of a stretch of text, each with its closing mark; decimals, abbreviations (« art. », « M. ») and marks of lists end none. */
export function sentencesIn(text: string, within: Range): readonly Range[] {
  const words = text.slice(within.start, within.end)
  const found: Range[] = []
  let start = 0
  for (const match of words.matchAll(/[.!?…]+[»”")\]]*(?:\s*»)?(?=\s+\S|$)/gu)) {
    const end = match.index + match[0].length
    const rest = words.slice(end)
    if (rest.trim() !== '' && !endsSentence(words.slice(start, match.index), match[0], rest)) continue
    found.push(trimmed(text, within.start + start, within.start + end))
    start = end
  }
  if (words.slice(start).trim() !== '') found.push(trimmed(text, within.start + start, within.end))
  return found
}

function endsSentence(before: string, mark: string, rest: string): boolean {
  if (!/^\s+[\p{Lu}\d«"“(—–-]/u.test(rest)) return false
  if (!mark.startsWith('.') || mark.length > 1) return true
  if (abbreviations.test(before) && !/\betc$/.test(before)) return false
  return !/^\s*(?:[a-z\d]{1,2}|[IVX]{1,5})$/.test(before)
}

type MarkStyle = 'decimal' | 'roman' | 'degree' | 'letter' | 'dash'
type ItemLine = Range & { readonly style: MarkStyle | undefined; readonly mark: string; readonly length: number }

const marks: readonly (readonly [MarkStyle, RegExp])[] = [
  ['decimal', /^(\d{1,2}(?:\.\d{1,2})+)(?:\.|\s?\)|\s?[-–:])?\s+/], ['degree', /^(\d{1,2}\s?[°).](?:\s?(?:bis|ter|quater)\b)?|\d{1,2}\s(?:bis|ter|quater)\s?[°).])\s*(?=\S)/],
  ['roman', /^([IVX]{1,5}(?:\s(?:bis|ter))?)\s?(?:[.)°]|\s[-–])\s*(?=\S)/], ['letter', /^([a-zA-H](?:\s(?:bis|ter|quater))?\s?[).](?:\s?(?:bis|ter|quater)\b\s?\)?)?)\s*(?=\S)/],
  ['dash', /^([-–—•])\s+/],
]

function itemLines(text: string, within: Range): readonly ItemLine[] {
  return paragraphsIn(text.slice(within.start, within.end)).map(({ start, end }) => {
    const range = { start: within.start + start, end: within.start + end }
    const words = text.slice(range.start, range.end)
    const lead = /^[-–—•]\s+(?=(?:\d{1,2}\s?[°)]|[a-h]\s?\)))/.exec(words)?.[0].length ?? 0
    for (const [style, pattern] of marks) {
      const match = pattern.exec(words.slice(lead))
      if (match !== null) return { ...range, style, mark: keyOf(match[1] ?? ''), length: lead + match[0].length }
    }
    return { ...range, style: undefined, mark: '', length: 0 }
  })
}

const keyOf = (mark: string): string => mark.replace(/[°).\s-]+/g, ' ').trim().toLowerCase()

/** Length of the mark that opens a list item (`a) `, `2° `, `- `), 0 when the line opens with none. */
export const markLength = (line: string): number => itemLines(line, { start: 0, end: line.length })[0]?.length ?? 0

/**
 * The list items of a stretch that bear this mark (`a`, `3°`, `II`, `3.2`; `2°>a`: the a within the 2°), or the one at this rank among dashes, else
 * among all items. An item goes on with the items within it, until the next of its own style or of one that holds it.
 */
export function itemsIn(text: string, within: Range, item: string | number): readonly Range[] {
  const lines = itemLines(text, within)
  const levels = levelsOf(lines)
  const rangeOf = (rank: number): Range => {
    const next = levels.findIndex((level, later) => later > rank && level <= (levels[rank] ?? 0))
    return { start: lines[rank]?.start ?? 0, end: lines[(next < 0 ? lines.length : next) - 1]?.end ?? 0 }
  }
  if (typeof item === 'number') {
    const dashed = lines.some(({ style }) => style === 'dash')
    const ranked = lines.flatMap(({ style }, rank) => (style !== undefined && (!dashed || style === 'dash') ? [rank] : []))
    const found = item === 0 ? undefined : ranked.at(item > 0 ? item - 1 : item)
    return found === undefined ? [] : [rangeOf(found)]
  }
  const [outer, ...inner] = item.trim().split(/\s*>\s*/)
  const wanted = keyOf(outer ?? '')
  const found = lines.flatMap(({ style, mark }, rank) => (style !== undefined && style !== 'dash' && mark === wanted ? [rangeOf(rank)] : []))
  return inner.length === 0 ? found : found.flatMap((range) => itemsIn(text, range, inner.join('>')))
}

/** Prose may follow these marks, down to the next; a list under the others ends where prose begins. */
const holdsProse = (style: string): boolean => style.startsWith('decimal') || style === 'roman'

/** How deep each line stands: an item of a new style is within the one above, one of a style met before comes back to it. */
function levelsOf(lines: readonly ItemLine[]): readonly number[] {
  const open: string[] = []
  return lines.map(({ style, mark }) => {
    if (style === undefined) {
      while (open.length > 0 && !holdsProse(open.at(-1) ?? '')) open.pop()
      return open.length
    }
    const own = style === 'decimal' ? `decimal ${mark.split(' ').length}` : style
    const known = open.indexOf(own)
    if (known >= 0) open.length = known
    open.push(own)
    return open.length - 1
  })
}
