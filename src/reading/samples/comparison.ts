// Two lists compared, the wanted and the found: what was matched, missed, or found in excess. Pure.
import { fold } from '../../kernel/text.ts'

/** `expected`: required items only. `found`: those matched and those in excess; optional items and repeats are left out of both. */
export type Score = {
  readonly kind: string
  readonly expected: number
  readonly found: number
  readonly matched: number
  readonly precision: number
  readonly recall: number
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

type Tally = { readonly kind: string; readonly matched: number; readonly missing: readonly string[]; readonly extra: readonly string[] }

/** Precision is 1 when nothing was found, recall 1 when nothing was wanted. */
export function scored({ kind, matched, missing, extra }: Tally): Score {
  const [expected, found] = [matched + missing.length, matched + extra.length]
  const share = (whole: number) => (whole === 0 ? 1 : matched / whole)
  return { kind, expected, found, matched, precision: share(found), recall: share(expected), missing, extra }
}

type Labels<Wanted, Found> = { readonly wanted: (item: Wanted) => string; readonly found: (item: Found) => string }
/** Items labelled in one way, be they wanted or found. */
export const alike = <Item>(label: (item: Item) => string): Labels<Item, Item> => ({ wanted: label, found: label })
type Comparison<Wanted, Found> = { readonly score: Score; readonly pairs: readonly (readonly [Wanted, Found])[] }

/**
 * Pairs each required item with the first free found item that is the same. What is left over is in excess, unless it is the same as an optional
 * item or, where `repeats` is true (a fact printed several times), as a required one.
 */
export function compare<Wanted extends { readonly optional?: boolean }, Found>(
  kind: string,
  wanted: readonly Wanted[],
  found: readonly Found[],
  same: (item: Wanted, other: Found) => boolean,
  labels: Labels<Wanted, Found>,
  repeats = false,
): Comparison<Wanted, Found> {
  const free = new Set(found.keys())
  const pairs: (readonly [Wanted, Found])[] = []
  const missing: string[] = []
  for (const item of wanted.filter((one) => one.optional !== true)) {
    const at = found.findIndex((other, place) => free.has(place) && same(item, other))
    const match = found[at]
    if (match === undefined) missing.push(labels.wanted(item))
    else pairs.push([item, match])
    free.delete(at)
  }
  const excused = wanted.filter((item) => item.optional === true || repeats)
  const extra = found.filter((other, place) => free.has(place) && !excused.some((item) => same(item, other))).map(labels.found)
  return { score: scored({ kind, matched: pairs.length, missing, extra }), pairs }
}

export type Field = { readonly value: string; readonly optional?: boolean }

/** A value as a field `name=value`, nothing when it is absent. */
export const given = (name: string, value: string | number | undefined, optional = false): readonly Field[] =>
  value === undefined ? [] : [{ value: `${name}=${value}`, optional }]

/** Compares single values: an absent value is a miss, a different one a miss and an excess. */
export const compareFields = (kind: string, wanted: readonly Field[], found: readonly string[]): Score =>
  compare(kind, wanted, found, (field, value) => field.value === value, { wanted: (field) => field.value, found: (value) => value }).score

/** Adds up the scores of several documents, kind by kind, in the order kinds first appear. */
export function sumScores(lists: readonly (readonly Score[])[]): readonly Score[] {
  const sums = new Map<string, Tally>()
  for (const score of lists.flat()) {
    const sum = sums.get(score.kind) ?? { kind: score.kind, matched: 0, missing: [], extra: [] }
    const [missing, extra] = [[...sum.missing, ...score.missing], [...sum.extra, ...score.extra]]
    sums.set(score.kind, { kind: score.kind, matched: sum.matched + score.matched, missing, extra })
  }
  return [...sums.values()].map(scored)
}

const small = new Set('a au aux d de des du en et l la le les ou par s son sa ses un une'.split(' '))

/** The words that carry the meaning of a name, folded; the `I'` of a scan is an `l'`. */
export const words = (text: string): readonly string[] =>
  fold(text).replace(/\bi'/g, "l'").split(/[^a-z0-9]+/).filter((word) => word !== '' && !small.has(word))

/** True when one name holds every word of the other, and neither is empty. */
export function sameName(one: string, other: string): boolean {
  const [first, second] = [words(one), words(other)]
  if (first.length === 0 || second.length === 0) return fold(one) === fold(other)
  return first.every((word) => second.includes(word)) || second.every((word) => first.includes(word))
}

const squash = (text: string): string => fold(text).replace(/[^a-z0-9%]+/g, '')

/** True when the words of `quote` are in `text` in their order: together but for punctuation and line ends, or parted by the noise of a page. */
export function contains(text: string, quote: string): boolean {
  if (squash(text).includes(squash(quote))) return true
  const joined = fold(text.replace(/-\n\s*/g, '')).split(/[^a-z0-9%]+/)
  let from = 0
  return words(quote).every((word) => {
    from = joined.indexOf(word, from) + 1
    return from > 0
  })
}
