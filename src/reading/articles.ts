// The articles of a convention: which lines are their headings, what each holds, and how they nest.
import type { Article } from './facts.ts'
import { type Heading, isCapitals, readHeading } from './headings.ts'
import { rawSpan } from './source.ts'
import type { Line, LocatedArticle, Text } from './text.ts'

/** A heading kept: `line` its rank, `bodyLine` the rank of the first line below it. `title` is empty when none is printed. */
type Placed = {
  readonly heading: Heading; readonly line: number; readonly title: string; readonly start: number; readonly bodyStart: number
  readonly number: string; readonly depth: number
}
type Candidate = { readonly heading: Heading; readonly line: number }

/** `until`: offset in the clean text where the articles end (signature block), annexes aside. */
export function readArticles(text: Text, until: number): readonly LocatedArticle[] {
  const candidates = findCandidates(text)
  const chosen = chooseStyle(candidates, text)
  const placed = dropAnnounced(chosen.map((candidate) => place(candidate, text)), text)
  const ends = endsOf(placed, candidates, text, until)
  return placed.filter(({ heading }) => heading.style !== 'division').map((item) => locate(item, placed, ends, text))
}

function findCandidates(text: Text): readonly Candidate[] {
  const quoted = quotedLines(text)
  return text.lines.flatMap((line, index) => {
    const heading = quoted[index] !== true || line.level > 0 ? readHeading(wordsOf(text, line).slice(0, 400), line) : undefined
    return heading === undefined ? [] : [{ heading, line: index }]
  })
}

/**
 * Characters; what an amendment quotes of the articles it rewrites is shorter. A quotation
 * mark that nothing closes within it was left open by mistake.
 */
const longestQuote = 20_000

/** Which lines go on with a quotation begun on an earlier one: their headings are those of another text. A Markdown heading ends every quotation. */
function quotedLines(text: Text): readonly boolean[] {
  const { clean } = text.source
  const depth = new Int32Array(text.lines.length + 1)
  let open: { readonly line: number; readonly at: number }[] = []
  text.lines.forEach((line, index) => {
    if (line.level > 0) open = []
    for (let at = line.start; at < line.end; at += 1) {
      const code = clean.charCodeAt(at)
      if (code === 0xab) open.push({ line: index, at })
      const begun = code === 0xbb ? open.pop() : undefined
      if (begun === undefined || begun.line === index || at - begun.at > longestQuote) continue
      depth[begun.line + 1] = (depth[begun.line + 1] ?? 0) + 1
      depth[index + 1] = (depth[index + 1] ?? 0) - 1
    }
  })
  let within = 0
  return text.lines.map((_, index) => (within += depth[index] ?? 0) > 0)
}

/** Articles by name when there are some; else the numbering that counts up from 1; sub-articles follow their article. */
function chooseStyle(candidates: readonly Candidate[], text: Text): readonly Candidate[] {
  const named = candidates.filter(({ heading }) => heading.style === 'article')
  const annexes = keepAnnexes(candidates, text)
  if (named.length >= 2 || (named.length === 1 && counted(candidates, 'digit', text).length < 3)) {
    return merge(named, annexes, subArticles(candidates, named, text), candidates.filter(({ heading }) => heading.style === 'division'))
  }
  const [digits, romans] = [counted(candidates, 'digit', text), counted(candidates, 'roman', text)]
  const top = romans.length >= 2 && (digits.length < 2 || (romans[0]?.line ?? 0) < (digits[0]?.line ?? 0)) ? romans : digits
  if (top.length < 2) return unnumbered(text) ?? annexes
  return merge(top, annexes, subArticles(candidates, top, text), top === romans ? digitsUnder(romans, candidates, text) : [])
}

/** Under roman articles, `1.`, `2.` that stand out and start again in each are `I.1`, `I.2`. */
function digitsUnder(romans: readonly Candidate[], candidates: readonly Candidate[], text: Text): readonly Candidate[] {
  const kept: Candidate[] = []
  romans.forEach(({ heading, line }, index) => {
    const until = romans[index + 1]?.line ?? Infinity
    const own = candidates.filter((one) =>
      one.heading.style === 'digit' && one.line > line && one.line < until
        && (text.lines[one.line]?.level !== 0 || text.lines[one.line]?.strong === true))
    own.filter((one, rank) => one.heading.number === String(rank + 1))
      .forEach((one) => kept.push({ line: one.line, heading: { ...one.heading, number: `${heading.number}.${one.heading.number}` } }))
  })
  return kept
}

const notArticles = /^(?:(?:les\s)?(?:parties|signatures?|signataires|sommaire|annexes?|visas?)\b|preambule|entre\b|et$|contexte\b|expose\b|convention\b|avenant\b|protocole\b|fait\b)/

/** Headings without any number, all of one level, are counted from 1. */
function unnumbered(text: Text): readonly Candidate[] | undefined {
  for (const level of [2, 3, 1, 4]) {
    const heads =
      text.lines.flatMap((line, index) => (line.level === level && !notArticles.test(text.flat.slice(line.start, line.end)) ? [index] : []))
    if (heads.length >= 3) return heads.map((line, rank) => ({ line, heading: { style: 'digit', number: String(rank + 1), titleAt: 0 } }))
  }
  return undefined
}

const merge = (...lists: readonly (readonly Candidate[])[]): readonly Candidate[] => lists.flat().sort((one, other) => one.line - other.line)

/** Annexes that hold something: a list of annexes names them without a word below. */
function keepAnnexes(candidates: readonly Candidate[], text: Text): readonly Candidate[] {
  const annexes =
    candidates.filter(({ heading, line }) => heading.style === 'annex' && (text.lines[line]?.level !== 0 || heading.number !== 'annexe'))
  return annexes.filter(({ line, heading }, index) => {
    const next = annexes[index + 1]
    const listed = next !== undefined && next.line === line + 1
    const inList = annexes[index - 1]?.line === line - 1
    return !listed && !(inList && next === undefined && line === text.lines.length - 1)
      && !annexes.slice(index + 1).some((later) => later.heading.number === heading.number)
  })
}

/** The headings of a style that count up from 1, each with words below it or standing out by itself. */
function counted(candidates: readonly Candidate[], style: 'digit' | 'roman', text: Text): readonly Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of candidates) {
    const { heading, line } = candidate
    if (heading.style !== style) continue
    const printed = text.lines[line]
    const words = printed === undefined ? '' : wordsOf(text, printed)
    const emphatic = printed !== undefined && (printed.level > 0 || printed.strong || isCapitals(words))
    if (!emphatic && (words.length > 120 || /[;,.]$/.test(words))) continue
    const rank = Number.parseInt(heading.number, 10)
    const expected = kept.length === 0 ? 1 : Number.parseInt(kept[kept.length - 1]?.heading.number ?? '0', 10) + 1
    if (rank !== expected && !(emphatic && rank > expected && rank <= expected + 2)) continue
    kept.push(candidate)
  }
  return kept.filter(({ line }, index) => (kept[index + 1]?.line ?? line + 2) > line + 1 || text.lines[line]?.level !== 0)
}

/** `3.1`, `3.1.2` under their article, in order. */
function subArticles(candidates: readonly Candidate[], tops: readonly Candidate[], text: Text): readonly Candidate[] {
  const kept: Candidate[] = []
  let next = 0
  let open = ''
  let last: readonly number[] = []
  for (const candidate of candidates) {
    while (next < tops.length && (tops[next]?.line ?? 0) <= candidate.line) {
      open = tops[next]?.heading.number.split(/[ .-]/, 1)[0] ?? ''
      last = []
      next += 1
    }
    if (candidate.heading.style !== 'decimal') continue
    const parts = candidate.heading.number.split(/[ .-]/).map((part) => Number.parseInt(part, 10)).filter((part) => !Number.isNaN(part))
    const line = text.lines[candidate.line]
    const emphatic = line !== undefined && (line.level > 0 || line.strong)
    if (String(parts[0]) !== open ? !emphatic || parts[0] === 0 : !emphatic && !follows(parts, last)) continue
    kept.push(candidate)
    last = parts
  }
  return kept
}

/** `3.2` after `3.1` or `3.1.4`, `3.1.1` after `3.1`; the first of an article ends with 1; one may be missing. */
function follows(parts: readonly number[], last: readonly number[]): boolean {
  const own = parts[parts.length - 1] ?? 0
  const sibling = last[parts.length - 1]
  if (sibling === undefined || parts.slice(0, -1).some((part, index) => part !== last[index])) return own <= 2
  return own > sibling && own <= sibling + 2
}

function place({ heading, line }: Candidate, text: Text): Placed {
  const own = text.lines[line]
  const printed = own === undefined ? '' : wordsOf(text, own)
  const start = (own?.start ?? 0) + (own?.item === true ? 2 : 0)
  const depth = heading.style === 'annex' ? 1 : heading.number.replace(/^annexe /, '').split(/[.-]/).length
  const rest = printed.slice(heading.titleAt)
  const base = { heading, line, start, number: heading.number, depth }
  const runsIn = rest.length > 160 || (/[.;]$/.test(rest) && (rest.length > 70 || /^[^.:;]{3,60}\.\s\p{Lu}/u.test(rest)))
    ? titleWithin(rest) : undefined
  if (runsIn !== undefined) return { ...base, title: tidyTitle(rest.slice(0, runsIn)), bodyStart: (own?.start ?? 0) + heading.titleAt + runsIn }
  const below = text.lines[line + 1]
  const next = below === undefined ? '' : wordsOf(text, below)
  if (continues(rest, next, own, below, text)) return { ...base, title: tidyTitle(`${rest} ${next}`), bodyStart: below?.end ?? 0 }
  return { ...base, title: tidyTitle(rest), bodyStart: own?.end ?? 0 }
}

const wordsOf = (text: Text, line: Line): string => text.source.clean.slice(line.start, line.end)
const tidyTitle = (title: string): string => title.replace(/\s+/g, ' ').replace(/^[\s:.–—|-]+|[\s:.–—|-]+$/g, '').trim()

/**
 * Length of the title when the words of the article follow on its line: `Objet : La
 * présente…`, `Durée. La convention…`; 0 when there is no title.
 */
function titleWithin(rest: string): number {
  const mark = /^[^.:;–—]{3,90}?(?:\s?[.:–—]\s)(?=[\p{Lu}«])/u.exec(rest)
  return mark?.[0].length ?? 0
}

/** A heading printed on two lines: the number, then its title; or a title in capitals that goes on in capitals. */
function continues(rest: string, next: string, own: Line | undefined, below: Line | undefined, text: Text): boolean {
  if (own === undefined || below === undefined || next === '' || below.item || below.row) return false
  if (next.length > 150 || readHeading(next, below) !== undefined) return false
  if (rest === '') return !/[.;:,]$/.test(next) && next.split(' ').length <= 20 && (below.level === 0 || own.level > 0)
  return below.start === own.end + 1 && own.level === below.level && isCapitals(rest) && isCapitals(next) && text.lines.length > 0
}

/** A number printed twice, first without a word below it: the first was an announcement (table of contents, summary). */
function dropAnnounced(placed: readonly Placed[], text: Text): readonly Placed[] {
  const lasting = new Map<string, number>()
  placed.forEach((item, index) => lasting.set(item.number, index))
  return placed.filter((item, index) => {
    const next = placed[index + 1]
    const empty = next !== undefined && text.source.clean.slice(item.bodyStart, next.start).trim() === ''
    return item.heading.style === 'division' || !(empty && (lasting.get(item.number) ?? index) > index && next.depth <= item.depth)
  })
}

/** Where each article ends: the next heading as deep or less, the signature block, or the end of the text. */
function endsOf(placed: readonly Placed[], candidates: readonly Candidate[], text: Text, until: number): readonly number[] {
  const annexAt = candidates.find(({ heading, line }) => heading.style === 'annex' && (text.lines[line]?.start ?? 0) > until)
  return placed.map((item, index) => {
    const next = placed.slice(index + 1, index + 200).find((other) => other.depth <= item.depth || other.heading.style === 'division')
    const end = next?.start ?? text.source.clean.length
    if (item.start >= until) return end
    return Math.min(end, until, annexAt === undefined ? end : (text.lines[annexAt.line]?.start ?? end))
  })
}

function locate(item: Placed, placed: readonly Placed[], ends: readonly number[], text: Text): LocatedArticle {
  const rank = placed.indexOf(item)
  const cleanEnd = Math.max(ends[rank] ?? 0, item.start + 1)
  const ownEnd = Math.min(cleanEnd, placed[rank + 1]?.start ?? cleanEnd)
  const words = text.source.clean.slice(item.bodyStart, Math.max(item.bodyStart, ownEnd)).trim()
  const printedEnd = item.start + text.source.clean.slice(item.start, cleanEnd).trimEnd().length
  const article: Article = {
    number: item.number, heading: item.title, depth: item.depth, text: words, span: rawSpan(text.source, item.start, printedEnd),
  }
  return { ...article, cleanStart: item.start, bodyStart: item.bodyStart, cleanEnd }
}
