// Where an instruction strikes: from the target it cites to exact stretches of the text at work, or why it cannot be located.
import type { Target, TargetLevel } from '../reading/instruction.ts'
import { itemsIn, paragraphsIn, sentencesIn } from './alinea.ts'
import type { RefusalCode } from './consolidation.ts'
import { bearing, type Draft, type DraftNode, type Moment, numberKey, view, withChildren } from './draft.ts'
import type { View } from './weave.ts'
import { amountsIn, finderOf, numbersIn, type Range } from './words.ts'

/** A stretch of one text or heading, as offsets of `view`. */
export type Spot = Range & { readonly node: DraftNode; readonly field: 'text' | 'heading'; readonly view: View }
/** `count`: how many stand there, when the place is not the only one. */
export type MissCode = Exclude<RefusalCode, 'conflict'>
export type Miss = { readonly ok: false; readonly code: MissCode; readonly count?: number }
export type Located = { readonly ok: true; readonly scope: readonly DraftNode[]; readonly spots: readonly Spot[] } | Miss

const miss = (code: MissCode, count?: number): Miss => ({ ok: false, code, ...(count !== undefined && { count }) })

/** The stretches a target means. More than one only for `occurrence: 'all'`, or when the target is a whole article: one for each of its texts. */
export function locate(draft: Draft, target: Target, level: TargetLevel, moment: Moment): Located {
  const scoped = scopeOf(draft, target, moment)
  if (!scoped.ok) return scoped
  const { scope } = scoped
  const whole = spotsOf(draft, scope, target.heading === true ? 'heading' : 'text', moment)
  let spots = target.heading === true ? whole.slice(0, 1) : whole
  if (target.paragraph !== undefined) {
    const found = pick(spots.flatMap((spot) => within(spot, paragraphsIn)), target.paragraph)
    if (found === undefined) return miss('paragraphNotFound')
    spots = [found]
  }
  const item = scoped.inner === undefined ? target.item : target.item === undefined ? scoped.inner : `${scoped.inner}>${target.item}`
  if (item !== undefined) {
    spots = spots.flatMap((spot) => itemsIn(spot.view.text, spot, item).map((range) => ({ ...spot, ...range })))
    if (spots.length !== 1) return spots.length === 0 ? miss('itemNotFound') : miss('placeAmbiguous', spots.length)
  }
  if (target.sentence !== undefined) {
    const sentences = spots.flatMap((spot) => within(spot, paragraphsIn).flatMap((line) => sentencesIn(line.view.text, line).map((range) =>
      ({ ...spot, ...range }))))
    const found = pick(sentences, target.sentence)
    if (found === undefined) return miss('sentenceNotFound')
    spots = [found]
  }
  const narrowed = spots !== whole
  if (target.words !== undefined) {
    const headings = narrowed ? [] : spotsOf(draft, scope, 'heading', moment)
    return wordsAmong(scope, spots, headings, target)
  }
  if (level === 'amount' || level === 'number') {
    return only(scope, spots.flatMap((spot) => within(spot, level === 'amount' ? amountsIn : numbersIn)), target.occurrence)
  }
  return { ok: true, scope, spots }
}

type Scoped = { readonly ok: true; readonly scope: readonly DraftNode[]; readonly inner?: string } | Miss

/**
 * The parts among which to look: an article with its sub-articles (« 3.2 » may be a line of article 3), or the whole text. `evenRepealed`: one
 * that is repealed is found too.
 */
export function scopeOf(draft: Draft, target: Target, moment: Moment, evenRepealed = false): Scoped {
  if (target.article === undefined) {
    const precise = target.paragraph ?? target.sentence ?? target.item ?? target.heading
    return precise === undefined ? { ok: true, scope: draft.nodes } : miss('articleNotFound')
  }
  const found = bearing(draft, target.article, moment)
  const [node] = found
  if (found.length > 1) return miss('placeAmbiguous', found.length)
  const repealed = !evenRepealed && node !== undefined && node.repealed !== null && node.repealed.batch < draft.batch
  if (node !== undefined && !repealed) return { ok: true, scope: withChildren(draft, node) }
  const parts = numberKey(target.article).split(' ')
  const [parent] = parts.length > 1 && parts.every((part) => /^\d+$/.test(part)) ? bearing(draft, parts[0] ?? '', moment) : []
  const inner = parts.join('.')
  const none = miss(repealed ? 'articleRepealed' : 'articleNotFound')
  if (parent === undefined || parent.repealed !== null) return none
  const scope = withChildren(draft, parent)
  const lines = spotsOf(draft, scope, 'text', moment).flatMap((spot) => itemsIn(spot.view.text, spot, inner))
  return lines.length === 1 ? { ok: true, scope, inner } : none
}

const spotsOf = (draft: Draft, scope: readonly DraftNode[], field: Spot['field'], moment: Moment): readonly Spot[] =>
  scope.map((node) => {
    const seen = view(draft, node[field], moment)
    return { node, field, view: seen, start: 0, end: seen.text.length }
  })

const within = (spot: Spot, find: (text: string) => readonly Range[]): readonly Spot[] =>
  find(spot.view.text.slice(spot.start, spot.end)).map(({ start, end }) => ({ ...spot, start: spot.start + start, end: spot.start + end }))

/** The one at this rank, from the start or, below zero, from the end. */
const pick = (spots: readonly Spot[], rank: number): Spot | undefined => (rank === 0 ? undefined : spots.at(rank > 0 ? rank - 1 : rank))

/** Words are looked up in the texts, and in the headings when the texts do not have them, or for each place they stand in. */
function wordsAmong(
  scope: readonly DraftNode[], spots: readonly Spot[], headings: readonly Spot[], { words = '', occurrence }: Target,
): Located {
  const finder = finderOf(words)
  const find = (among: readonly Spot[]): readonly Spot[] => among.flatMap((spot) => within(spot, finder))
  const inText = find(spots)
  return only(scope, inText.length === 0 || occurrence === 'all' ? [...inText, ...find(headings)] : inText, occurrence)
}

function only(scope: readonly DraftNode[], spots: readonly Spot[], occurrence: Target['occurrence']): Located {
  if (spots.length === 0) return miss('wordsNotFound')
  if (occurrence === 'all') return { ok: true, scope, spots }
  if (occurrence === undefined) return spots.length === 1 ? { ok: true, scope, spots } : miss('wordsAmbiguous', spots.length)
  const found = pick(spots, occurrence)
  return found === undefined ? miss('wordsNotFound') : { ok: true, scope, spots: [found] }
}
