// Two texts aligned paragraph by paragraph: those that stay, those that changed words, those that go or come.
import { shortestEdit } from './shortest-edit.ts'
import { numbering, tokensOf } from './tokens.ts'

/** A line of a text, and the line breaks that follow it. */
export type Paragraph = { readonly words: string; readonly gap: string }
/** `before`, `after`: the two wordings; one alone for a paragraph that goes or comes. */
export type Pair = { readonly before: Paragraph; readonly after: Paragraph } | { readonly before: Paragraph; readonly after: undefined }
  | { readonly before: undefined; readonly after: Paragraph }

export const paragraphsOf = (text: string): readonly Paragraph[] =>
  [...text.matchAll(/([^\n]*)(\n+)|[^\n]+$/g)].map((match) => ({ words: match[1] ?? match[0], gap: match[2] ?? '' }))

/** Paragraphs alike for less than this share of their words are not two wordings of one. */
const alike = 0.4
/** Cells of the table that pairs a changed stretch at best; a larger stretch is paired in order, looking no further than `reach`. */
const table = 40_000
const reach = 12

/** The alignment, in the order of both texts; between two kept paragraphs, what goes comes before what comes. */
export function alignParagraphs(before: readonly Paragraph[], after: readonly Paragraph[]): readonly Pair[] {
  const numbers = numbering()
  const { removed, added } = shortestEdit(numbers(before.map(({ words }) => words)), numbers(after.map(({ words }) => words)))
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  while (from < before.length || to < after.length) {
    const [goneFrom, newFrom] = [from, to]
    while (from < before.length && removed[from] === 1) from += 1
    while (to < after.length && added[to] === 1) to += 1
    pairs.push(...pairUp(before.slice(goneFrom, from), after.slice(newFrom, to)))
    const [kept, still] = [before[from], after[to]]
    if (kept === undefined || still === undefined) continue
    pairs.push({ before: kept, after: still })
    from += 1
    to += 1
  }
  return pairs
}

const gone = (before: Paragraph): Pair => ({ before, after: undefined })
const come = (after: Paragraph): Pair => ({ before: undefined, after })

/** Within a changed stretch, which paragraphs are two wordings of one. */
function pairUp(olds: readonly Paragraph[], news: readonly Paragraph[]): readonly Pair[] {
  if (olds.length === 0) return news.map(come)
  if (news.length === 0) return olds.map(gone)
  const bags = { old: olds.map(({ words }) => bagOf(words)), now: news.map(({ words }) => bagOf(words)) }
  const score = (old: number, now: number): number => {
    const value = likeness(bags.old[old] ?? empty, bags.now[now] ?? empty)
    return value < alike ? 0 : value
  }
  const chosen = olds.length * news.length <= table ? best(olds.length, news.length, score) : inOrder(olds.length, news.length, score)
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  for (const [old, now] of [...chosen, [olds.length, news.length] as const]) {
    pairs.push(...olds.slice(from, old).map(gone), ...news.slice(to, now).map(come))
    const [before, after] = [olds[old], news[now]]
    if (before !== undefined && after !== undefined) pairs.push({ before, after })
    ;[from, to] = [old + 1, now + 1]
  }
  return pairs
}

type Bag = { readonly counts: ReadonlyMap<string, number>; readonly size: number }
const empty: Bag = { counts: new Map(), size: 0 }

function bagOf(words: string): Bag {
  const counts = new Map<string, number>()
  let size = 0
  for (const token of tokensOf(words)) {
    if (token.trim() === '') continue
    counts.set(token, (counts.get(token) ?? 0) + 1)
    size += 1
  }
  return { counts, size }
}

/** Share of the words of two paragraphs that they have in common, from 0 to 1. */
function likeness(one: Bag, other: Bag): number {
  const total = one.size + other.size
  if (total === 0 || (2 * Math.min(one.size, other.size)) / total < alike) return 0
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0)
  return (2 * common) / total
}

type Choice = readonly (readonly [number, number])[]

/** The pairs, in order, whose likeness adds up to the most. */
function best(olds: number, news: number, score: (old: number, now: number) => number): Choice {
  const width = news + 1
  const totals = new Float64Array((olds + 1) * width)
  const likes = new Float64Array(olds * news)
  for (let old = olds - 1; old >= 0; old -= 1) {
    for (let now = news - 1; now >= 0; now -= 1) {
      const own = score(old, now)
      likes[old * news + now] = own
      const paired = own > 0 ? own + (totals[(old + 1) * width + now + 1] ?? 0) : 0
      totals[old * width + now] = Math.max(paired, totals[(old + 1) * width + now] ?? 0, totals[old * width + now + 1] ?? 0)
    }
  }
  const chosen: (readonly [number, number])[] = []
  let [old, now] = [0, 0]
  while (old < olds && now < news) {
    const total = totals[old * width + now] ?? 0
    const own = likes[old * news + now] ?? 0
    if (own > 0 && total === own + (totals[(old + 1) * width + now + 1] ?? 0)) {
      chosen.push([old, now])
      old += 1
      now += 1
    } else if (total === (totals[(old + 1) * width + now] ?? 0)) old += 1
    else now += 1
  }
  return chosen
}

/** Each old paragraph with the likest of the next few new ones. */
function inOrder(olds: number, news: number, score: (old: number, now: number) => number): Choice {
  const chosen: (readonly [number, number])[] = []
  let next = 0
  for (let old = 0; old < olds; old += 1) {
    let [likest, most] = [-1, 0]
    for (let now = next; now < Math.min(news, next + reach); now += 1) {
      const own = score(old, now)
      if (own > most) [likest, most] = [now, own]
    }
    if (likest < 0) continue
    chosen.push([old, likest])
    next = likest + 1
  }
  return chosen
}
