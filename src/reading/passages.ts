// The text cut into passages (a sentence, a list item, a table row), each knowing the words that introduce its list.
import type { Line, Text } from './text.ts'
import { pattern } from './patterns.ts'

/** Offsets in the clean text. `lead`: the passage ending with a colon that announces this list item; `under`: the item that heads a sub-list. */
export type Passage = {
  readonly start: number
  readonly end: number
  readonly item: boolean
  readonly row: boolean
  readonly level: number
  readonly lead?: Passage
  readonly under?: Passage
}

const known = new WeakMap<Text, readonly Passage[]>()

/** Every passage of the text, in order; computed once per text. */
export function passagesOf(text: Text): readonly Passage[] {
  const already = known.get(text)
  if (already) return already
  const answer = cutIntoPassages(text)
  known.set(text, answer)
  return answer
}

/** The passage that holds this offset of the clean text, else the one that ends before it. */
export function passageAt(text: Text, offset: number): Passage | undefined {
  const passages = passagesOf(text)
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return passages[low - 1]
}

function cutIntoPassages(text: Text): readonly Passage[] {
  const answer: Passage[] = []
  const headings = new Map(text.articles.map((article) => [article.cleanStart, article.bodyStart]))
  let lead: Passage | undefined
  let under: Passage | undefined
  for (const line of text.lines) {
    if (line.end <= line.start) continue
    const body = headings.get(line.start)
    const item = line.item || (lead !== undefined && body === undefined && enumerator.test(text.flat.slice(line.start, line.start + 6)))
    for (const [start, end] of sentencesOf(text, line, body)) {
      const passage: Passage = {
        start, end, item, row: line.row, level: line.level, ...(item && lead ? { lead } : {}), ...(item && under ? { under } : {}),
      }
      answer.push(passage)
    }
    const last = answer.at(-1)
    const announces = last !== undefined && text.flat.charAt(last.end - 1) === ':'
    if (!item) [lead, under] = [announces ? last : undefined, undefined]
    else if (announces) under = last
  }
  return answer
}

/** `a)`, `2°`, `3.`: a list item without a bullet, once a list is announced. */
const enumerator = /^(?:[a-h][).] |\d{1,2}(?:[)°]|\.(?!\d)) ?)/

const abbreviation = pattern()`
  (?:^|[^a-z])(?:m|mm|mme|mmes|mlle|dr|me|art|cf|p|pp|al|n|no|nos|st|ste|etc|ex|env|tel|bd|av|l|r|d|h\.t|t\.t\.c|resp|vol|ref|hab|min|max|i\.e|chap
  |fig|sq|suiv)$`

/** The sentences of a line; the heading of an article that runs into its text (`4.2. La Ville s’engage…`) is a passage of its own. */
function sentencesOf(text: Text, line: Line, body: number | undefined): readonly (readonly [number, number])[] {
  if (line.row) return [[line.start, line.end]]
  const answer: [number, number][] = []
  const words = text.flat.slice(line.start, line.end)
  let start = line.start
  if (body !== undefined && body > line.start && body < line.end) {
    answer.push([line.start, trimEnd(text.flat, line.start, body)])
    start = body
    while (start < line.end && /\s/.test(text.flat.charAt(start))) start += 1
  }
  for (const match of words.matchAll(/[.!?]{1,5}(?:["»)\]]| »)?\s+/g)) {
    const stop = line.start + match.index
    const next = stop + match[0].length
    if (next >= line.end) break
    if (stop < start) continue
    const before = text.flat.slice(Math.max(start, stop - 8), stop)
    const opens = /[\p{Lu}«"“([\d]/u.test(text.source.clean.charAt(next))
    if (!opens || (match[0].startsWith('.') && abbreviation.test(before)) || (/\d$/.test(before) && next - start < 6)) continue
    answer.push([start, trimEnd(text.flat, start, stop + match[0].trimEnd().length)])
    start = next
  }
  const end = trimEnd(text.flat, start, line.end)
  if (end > start) answer.push([start, end])
  return answer
}

function trimEnd(flat: string, start: number, end: number): number {
  let last = end
  while (last > start && /\s/.test(flat.charAt(last - 1))) last -= 1
  return last
}
