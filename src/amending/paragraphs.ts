// Two texts aligned paragraph by paragraph: those that stay, those that changed words, those that go or come.
import { shortestEdit } from './shortest-edit.ts'
import { numbering, type Worded } from './tokens.ts'

/** A line of a text, and the line breaks that follow it. */
export type Paragraph = { readonly words: string; readonly gap: string }
/** `before`, `after`: the two wordings; one alone for a paragraph that goes or comes. */
export type Pair = { readonly before: Paragraph; readonly after: Paragraph } | { readonly before: Paragraph; readonly after: undefined }
  | { readonly before: undefined; readonly after: Paragraph }

export const paragraphsOf = (text: string): readonly Paragraph[] =>
  [...text.matchAll(/([^\n]*)(\n+)|[^\n]+$/g)].map((match) => ({ words: match[1] ?? match[0], gap: match[2] ?? '' }))

/** Paragraphs alike for less than this share of their words are not two wordings of one. */
const alike = 0.4
/** How much further than the difference of their numbers a paragraph may have moved within a changed stretch. */
const reach = 12

/** The alignment, in the order of both texts; between two kept paragraphs, what goes comes before what comes. */
export function alignParagraphs(
  before: readonly Paragraph[], after: readonly Paragraph[], worded: (text: string) => Worded,
): readonly Pair[] {
  const numbers = numbering()
  const { removed, added } = shortestEdit(numbers(before.map(({ words }) => words)), numbers(after.map(({ words }) => words)))
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  while (from < before.length || to < after.length) {
    const [goneFrom, newFrom] = [from, to]
    while (from < before.length && removed[from] === 1) from += 1
    while (to < after.length && added[to] === 1) to += 1
    pairs.push(...pairUp(before.slice(goneFrom, from), after.slice(newFrom, to), worded))
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
function pairUp(olds: readonly Paragraph[], news: readonly Paragraph[], worded: (text: string) => Worded): readonly Pair[] {
  if (olds.length === 0) return news.map(come)
  if (news.length === 0) return olds.map(gone)
  const bags = { old: olds.map(({ words }) => worded(words).sorted), now: news.map(({ words }) => worded(words).sorted) }
  const score = (old: number, now: number): number => {
    const value = likeness(bags.old[old] ?? empty, bags.now[now] ?? empty)
    return value < alike ? 0 : value
  }
  const chosen = best(olds.length, news.length, score)
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

const empty = new Int32Array(0)

/** Share of the words of two paragraphs that they have in common, from 0 to 1; words as sorted numbers. */
function likeness(one: Int32Array, other: Int32Array): number {
  const total = one.length + other.length
  if (total === 0 || (2 * Math.min(one.length, other.length)) / total < alike) return 0
  let common = 0
  let [first, second] = [0, 0]
  while (first < one.length && second < other.length) {
    const difference = (one[first] ?? 0) - (other[second] ?? 0)
    if (difference === 0) common += 1
    if (difference <= 0) first += 1
    if (difference >= 0) second += 1
  }
  return (2 * common) / total
}

type Choice = readonly (readonly [number, number])[]

/** The pairs, in order, whose likeness adds up to the most; only a band of the table is filled, so that long stretches stay quick. */
function best(olds: number, news: number, score: (old: number, now: number) => number): Choice {
  const band = { below: Math.max(0, olds - news) + reach, above: Math.max(0, news - olds) + reach }
  const width = band.below + band.above + 2
  const [totals, likes] = [new Float64Array((olds + 2) * width), new Float64Array((olds + 2) * width)]
  const cell = (old: number, now: number): number => old * width + now - old + band.below
  const total = (old: number, now: number): number =>
    now - old < -band.below || now - old > band.above || now > news ? 0 : (totals[cell(old, now)] ?? 0)
  for (let old = olds - 1; old >= 0; old -= 1) {
    for (let now = Math.min(news - 1, old + band.above); now >= Math.max(0, old - band.below); now -= 1) {
      const own = score(old, now)
      likes[cell(old, now)] = own
      totals[cell(old, now)] = Math.max(own > 0 ? own + total(old + 1, now + 1) : 0, total(old + 1, now), total(old, now + 1))
    }
  }
  const chosen: (readonly [number, number])[] = []
  let [old, now] = [0, 0]
  while (old < olds && now < news) {
    const own = likes[cell(old, now)] ?? 0
    if (own > 0 && total(old, now) === own + total(old + 1, now + 1)) {
      chosen.push([old, now])
      old += 1
      now += 1
    } else if (total(old, now) === total(old + 1, now) && now - old > -band.below) old += 1
    else if (now - old < band.above) now += 1
    else old += 1
  }
  return chosen
}
