// A text that forgets nothing: strands in order, each with the instruction that added it and the one that took it out.
import type { PlainDate } from '../kernel/date.ts'

/** The instruction at work. `batch`: rank of its group (same amendment, same day of effect); `day`: the day it takes effect. */
export type Mark = { readonly amendment: string; readonly instruction: string; readonly batch: number; readonly day: PlainDate }
/** `added`: null for the base text. `removed`: null while it stands. */
export type Woven = { readonly text: string; readonly added: Mark | null; readonly removed: Mark | null }
export type Weave = Woven[]

/** What one sees of a weave at some moment: the text, and where each of its stretches lies in the weave (offsets in all its strands). */
export type View = { readonly text: string; readonly stretches: readonly { readonly from: number; readonly at: number }[] }

export const weaveOf = (text: string): Weave => (text === '' ? [] : [{ text, added: null, removed: null }])

export const standing = ({ removed }: Woven): boolean => removed === null
/** The moment that comes after every batch: the text as it stands. */
export const now = Infinity
/** Views already made of a weave, by moment, until it changes. */
const made = new WeakMap<Weave, Map<number, View>>()

/** The text as it stood before this batch, or as it stands `now`. */
export function viewOf(weave: Weave, batch: number): View {
  const views = made.get(weave) ?? new Map<number, View>()
  const known = views.get(batch)
  if (known !== undefined) return known
  const stretches: { from: number; at: number }[] = []
  let text = ''
  let at = 0
  for (const strand of weave) {
    if ((strand.added === null || strand.added.batch < batch) && (strand.removed === null || strand.removed.batch >= batch)) {
      stretches.push({ from: text.length, at })
      text += strand.text
    }
    at += strand.text.length
  }
  const view = { text, stretches }
  made.set(weave, views.set(batch, view))
  return view
}

export const textOf = (weave: Weave): string => viewOf(weave, now).text

/** Where the character at this offset of the view lies in the weave. */
export function placeIn({ stretches }: View, offset: number): number {
  let found = stretches[0]
  for (const stretch of stretches) if (stretch.from <= offset) found = stretch
  return found === undefined ? 0 : found.at + offset - found.from
}

/** The stretch of the weave that a range of the view covers, from its first character to its last. */
export const spanIn = (view: View, start: number, end: number): { readonly from: number; readonly to: number } => {
  const from = placeIn(view, start)
  return { from, to: end > start ? placeIn(view, end - 1) + 1 : from }
}

/** Cuts the strand that holds this offset in two; answers the rank of the one that begins there. */
function cutAt(weave: Weave, offset: number): number {
  made.delete(weave)
  let at = 0
  for (const [rank, strand] of weave.entries()) {
    if (at === offset) return rank
    const end = at + strand.text.length
    if (offset < end) {
      weave.splice(rank, 1, { ...strand, text: strand.text.slice(0, offset - at) }, { ...strand, text: strand.text.slice(offset - at) })
      return rank + 1
    }
    at = end
  }
  return weave.length
}

export function insertAt(weave: Weave, offset: number, text: string, mark: Mark): void {
  if (text !== '') weave.splice(cutAt(weave, offset), 0, { text, added: mark, removed: null })
}

/** Takes out what still stands between two offsets. */
export function removeBetween(weave: Weave, from: number, to: number, mark: Mark): void {
  const first = cutAt(weave, from)
  const last = cutAt(weave, to)
  for (let rank = first; rank < last; rank += 1) {
    const strand = weave[rank]
    if (strand?.removed === null) weave[rank] = { ...strand, removed: mark }
  }
}

/** The strands that lie, wholly or in part, between two offsets, cut to them. */
export function strandsBetween(weave: Weave, from: number, to: number): readonly Woven[] {
  const found: Woven[] = []
  let at = 0
  for (const strand of weave) {
    const end = at + strand.text.length
    if (end > from && at < to) found.push({ ...strand, text: strand.text.slice(Math.max(0, from - at), to - at) })
    at = end
  }
  return found
}

/** From this offset, past the strands that follow it as long as `passes` holds. */
export function past(weave: Weave, offset: number, passes: (strand: Woven) => boolean): number {
  let at = 0
  let answer = offset
  for (const strand of weave) {
    if (at === answer && at >= offset) {
      if (!passes(strand)) return answer
      answer += strand.text.length
    }
    at += strand.text.length
  }
  return answer
}

/** From this offset back, past the strands that come before it as long as `passes` holds. */
export function backPast(weave: Weave, offset: number, passes: (strand: Woven) => boolean): number {
  let at = weave.reduce((sum, { text }) => sum + text.length, 0)
  let answer = offset
  for (const strand of weave.toReversed()) {
    if (at === answer && at <= offset) {
      if (!passes(strand)) return answer
      answer -= strand.text.length
    }
    at -= strand.text.length
  }
  return answer
}
