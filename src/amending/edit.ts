// The strokes an instruction makes on one woven text: words put in or taken out, with the spaces and line breaks that this asks for.
import { markLength } from './alinea.ts'
import {
  backPast, insertAt, type Mark, now, past, removeBetween, spanIn, standing, strandsBetween, type View, viewOf, type Weave, type Woven,
} from './weave.ts'

type Span = { readonly from: number; readonly to: number }

const sameDay = (mark: Mark) => ({ added, removed }: Woven): boolean => added?.day === mark.day || removed?.day === mark.day

/** A unit (alinéa, item) with what was put at its edges, or taken from them, the same day; a paragraph added beside it stays out. */
export function wholeUnit(weave: Weave, view: View, start: number, end: number, mark: Mark): Span {
  const { from, to } = spanIn(view, start, end)
  const changed = sameDay(mark)
  return {
    from: backPast(weave, from, (strand) => changed(strand) && !/\n\s*$/.test(strand.text)),
    to: past(weave, to, (strand) => changed(strand) && !/^\s*\n/.test(strand.text)),
  }
}

const isOwn = (one: Mark, mark: Mark): boolean => one.instruction === mark.instruction && one.amendment === mark.amendment

/** The other instruction that, the same day, took out or put in words between these offsets. */
export function collision(weave: Weave, { from, to }: Span, mark: Mark): Mark | undefined {
  for (const { text, added, removed } of strandsBetween(weave, from, to)) {
    if (text.trim() === '') continue
    for (const other of [removed, added]) if (other !== null && other.day === mark.day && !isOwn(other, mark)) return other
  }
  return undefined
}

/** Whether words of before still stand between these offsets. */
export const stands = (weave: Weave, { from, to }: Span): boolean =>
  strandsBetween(weave, from, to).some((strand) => standing(strand) && strand.text.trim() !== '')

const joined = (strands: readonly Woven[]): string => strands.filter(standing).map(({ text }) => text).join('')
const before = (weave: Weave, offset: number): string => joined(strandsBetween(weave, 0, offset))
const after = (weave: Weave, offset: number): string => joined(strandsBetween(weave, offset, Number.MAX_SAFE_INTEGER))

/** Takes out a range of the text as it stands. */
function removeStanding(weave: Weave, start: number, end: number, mark: Mark): void {
  if (end <= start) return
  const { from, to } = spanIn(viewOf(weave, now), start, end)
  removeBetween(weave, from, to, mark)
}

/** New words in the place of old ones. */
export function replaceSpan(weave: Weave, { from, to }: Span, text: string, mark: Mark): void {
  removeBetween(weave, from, to, mark)
  insertAt(weave, to, text, mark)
}

/** Takes out a stretch, then the space or line break it leaves doubled: of the two around it, the one that parts less. */
export function removeSpan(weave: Weave, { from, to }: Span, mark: Mark): void {
  removeBetween(weave, from, to, mark)
  const [head, tail] = [before(weave, to), after(weave, to)]
  const left = head.length - head.trimEnd().length
  const right = tail.length - tail.trimStart().length
  if (right === 0 && tail !== '' && !/^[,.)\]…]/.test(tail)) return
  const breaks = (text: string): number => text.split('\n').length
  const rightGoes = head.length === left || (tail.length > right && breaks(head.slice(-left || head.length)) > breaks(tail.slice(0, right)))
  if (rightGoes) removeStanding(weave, head.length, head.length + right, mark)
  else removeStanding(weave, head.length - left, head.length, mark)
}

/** Puts words or a sentence at an offset, with a space on each side that needs one. */
export function insertWords(weave: Weave, offset: number, words: string, mark: Mark): void {
  const text = words.trim()
  const [head, tail] = [before(weave, offset), after(weave, offset)]
  const lead = head === '' || /[\s('’«-]$/.test(head) || /^[,.)\]…]/.test(text) ? '' : ' '
  const trail = tail === '' || /^[\s,.;:!?)\]…»]/.test(tail) || /['’(«-]$/.test(text) ? '' : ' '
  insertAt(weave, offset, `${lead}${text}${trail}`, mark)
}

/** Puts whole lines at an offset that stands at the edge of a line. */
export function insertLines(weave: Weave, offset: number, lines: string, gap: string, mark: Mark): void {
  const [head, tail] = [before(weave, offset), after(weave, offset)]
  const lead = head.trim() === '' || /\n\s*$/.test(head) ? '' : gap
  const trail = tail.trim() === '' || /^\s*\n/.test(tail) ? '' : gap
  insertAt(weave, offset, `${lead}${lines.trim()}${trail}`, mark)
}

/** The offset right after a range, past what the same batch already put there: later instructions come after earlier ones. */
export function afterEdge(weave: Weave, offset: number, mark: Mark, lines: boolean): number {
  return past(weave, offset, (strand) => strand.added?.batch === mark.batch && (lines || !/^\s*\n/.test(strand.text)))
}

/** The offset right before a range, words of its line that the same batch put there included when whole lines come. */
export const beforeEdge = (weave: Weave, offset: number, mark: Mark, lines: boolean): number =>
  lines ? backPast(weave, offset, (strand) => strand.added?.batch === mark.batch && !/\n\s*$/.test(strand.text)) : offset

/** What parts new lines from a line of the text: a line feed within a list, else a blank line. `above`: what stands before that line. */
export function gapBeside(line: string, above: string, item: boolean): string {
  const listed = markLength(line) > 0 && item
  return listed && !/\n\s*\n\s*$/.test(above) ? '\n' : '\n\n'
}
