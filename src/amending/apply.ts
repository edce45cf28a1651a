// One instruction applied to the text at work, or the reason why it cannot be.
import type { Change, Target } from '../reading/instruction.ts'
import { paragraphsIn, markLength } from './alinea.ts'
import { bearing, type Draft, type DraftNode, type Moment, numberKey, withChildren } from './draft.ts'
import {
  afterEdge, beforeEdge, collision, gapBeside, insertLines, insertWords, removeSpan, replaceSpan, stands, wholeUnit,
} from './edit.ts'
import { addNode, renumber, repeal, rewrite } from './parts.ts'
import { locate, type Located, type Miss, scopeOf, type Spot } from './place.ts'
import { type Mark, spanIn } from './weave.ts'

export type Clash = { readonly ok: false; readonly code: 'conflict'; readonly with: Mark; readonly key: string }
export type Applied = { readonly ok: true } | Miss | Clash
export type Edit = Extract<Change, { readonly target: Target; readonly verb: 'replace' | 'insert' | 'complete' | 'delete' | 'renumber' }>

const done: Applied = { ok: true }
const clash = (other: Mark, node: DraftNode): Clash => ({ ok: false, code: 'conflict', with: other, key: node.key })

export function applyEdit(draft: Draft, asked: Edit, mark: Mark): Applied {
  const change = ofTitle(asked.target) ? { ...asked, target: { ...asked.target, heading: true as const } } : asked
  switch (change.verb) {
    case 'renumber': return renumbered(draft, change, mark)
    case 'replace': return isPart(change)
      ? onPart(draft, change.target, mark, (scope) => rewrite(draft, scope, change, mark), true) : struck(draft, change, mark)
    case 'delete': return isPart(change) ? onPart(draft, change.target, mark, (scope) => repeal(scope, mark)) : struck(draft, change, mark)
    case 'insert': return isNewPart(change) ? addNode(draft, change, change.side, mark) : inserted(draft, change, mark)
    case 'complete': return isNewPart(change) ? addNode(draft, change, 'within', mark) : completed(draft, change, mark)
  }
}

/** The title of the whole text is all heading. */
const ofTitle = (target: Target): boolean => target.article !== undefined && numberKey(target.article) === 'intitule' && !narrows(target)
const narrows = ({ heading, paragraph, sentence, item, words }: Target): boolean =>
  heading !== undefined || paragraph !== undefined || sentence !== undefined || item !== undefined || words !== undefined
const isPart = ({ target, level }: Edit & { readonly level: string }): boolean =>
  (level === 'article' || level === 'annex') && target.article !== undefined && !narrows(target)
const isNewPart = ({ target, level, number }: Extract<Edit, { readonly verb: 'insert' | 'complete' }>): boolean =>
  !narrows(target) && (number !== undefined || (level === 'annex' && target.article === undefined))

/** The place in the text as it stood before the amendment, or else, when it has none there, in the text as it stands. */
function locateTwice(draft: Draft, target: Target, level: Parameters<typeof locate>[2]): Located {
  const first = locate(draft, target, level, 'before')
  if (first.ok || first.code === 'placeAmbiguous' || first.code === 'wordsAmbiguous' || first.code === 'articleRepealed') return first
  const second = locate(draft, target, level, 'now')
  return !second.ok && second.code === 'articleNotFound' ? first : second
}

/** A whole article, with its sub-articles. One that an earlier day repealed may be `revived` by a new wording. */
function onPart(draft: Draft, target: Target, mark: Mark, act: (scope: readonly DraftNode[]) => void, revived = false): Applied {
  const scoped = scopedTwice(draft, target, revived)
  if (!scoped.ok) return scoped
  const scope = revived ? scoped.scope : scoped.scope.filter((node) => node.repealed === null)
  const first = scoped.scope[0]
  if (first?.repealed?.day === mark.day) return clash(first.repealed, first)
  if (first?.repealed && !revived) return { ok: false, code: 'articleRepealed' }
  for (const node of scope) {
    const other = swallowed(node, mark)
    if (other !== undefined) return clash(other, node)
  }
  act(scope)
  return done
}

const scopedTwice = (draft: Draft, target: Target, evenRepealed: boolean): ReturnType<typeof scopeOf> => {
  const first = scopeOf(draft, target, 'before', evenRepealed)
  return first.ok || first.code !== 'articleNotFound' ? first : scopeOf(draft, target, 'now', evenRepealed)
}

/** Another instruction of the same day in a part that is about to be rewritten; one of the same amendment gives way, unless it rewrote it all. */
function swallowed(node: DraftNode, mark: Mark): Mark | undefined {
  for (const weave of [node.heading, node.text]) {
    const all = { from: 0, to: weave.reduce((sum, { text }) => sum + text.length, 0) }
    const other = collision(weave, all, mark)
    const rewritten = !weave.some(({ text, added, removed }) => removed === null && added?.batch !== mark.batch && text.trim() !== '')
    if (other !== undefined && (other.amendment !== mark.amendment || rewritten)) return other
  }
  return node.inserted !== null && node.inserted.day === mark.day ? node.inserted : undefined
}

/** Replaces or deletes words, a sentence, an alinéa, an item, a heading, a sum. */
function struck(draft: Draft, change: Extract<Edit, { readonly verb: 'replace' | 'delete' }>, mark: Mark): Applied {
  const { target, level } = change
  const located = locateTwice(draft, target, level)
  if (!located.ok) return located
  const everywhere = target.occurrence === 'all'
  let clashed: Applied | undefined
  const free: Spot[] = []
  for (const spot of located.spots) {
    const other = strikeClash(spot, change, mark)
    if (other === undefined) free.push(spot)
    else if (!everywhere || other.amendment !== mark.amendment) clashed ??= clash(other, spot.node)
  }
  if (free.length === 0) return clashed ?? { ok: false, code: 'nothingToChange' }
  for (const spot of free.toReversed()) strike(spot, change, mark)
  return clashed ?? done
}

const isUnit = ({ target }: Pick<Edit, 'target'>): boolean => target.words === undefined && target.sentence === undefined
  && (target.paragraph !== undefined || target.item !== undefined || target.heading !== undefined)

const spanOf = (spot: Spot, change: Edit, mark: Mark): ReturnType<typeof spanIn> =>
  isUnit(change) ? wholeUnit(spot.node[spot.field], spot.view, spot.start, spot.end, mark) : spanIn(spot.view, spot.start, spot.end)

function strikeClash(spot: Spot, change: Edit, mark: Mark): Mark | undefined {
  const weave = spot.node[spot.field]
  const span = spanOf(spot, change, mark)
  const other = collision(weave, span, mark)
  if (other === undefined || other.amendment !== mark.amendment) return other
  return isUnit(change) && stands(weave, spanIn(spot.view, spot.start, spot.end)) ? undefined : other
}

function strike(spot: Spot, change: Extract<Edit, { readonly verb: 'replace' | 'delete' }>, mark: Mark): void {
  const weave = spot.node[spot.field]
  const span = spanOf(spot, change, mark)
  spot.node.touched.push(mark)
  if (change.verb === 'delete') return removeSpan(weave, span, mark)
  const by = change.by.trim()
  const old = spot.view.text.slice(spot.start, spot.end)
  const kept = change.target.item !== undefined && isUnit(change) && markLength(by) === 0 ? old.slice(0, markLength(old)) : ''
  if (by === '') removeSpan(weave, span, mark)
  else replaceSpan(weave, span, kept + by, mark)
}

/** The spot that bounds the place on the side where something comes: the first or the last of those found. */
const edgeOf = (spots: readonly Spot[], side: 'before' | 'after'): Spot | undefined => (side === 'before' ? spots[0] : spots.at(-1))

function inserted(draft: Draft, change: Extract<Edit, { readonly verb: 'insert' }>, mark: Mark): Applied {
  const located = locateTwice(draft, change.target, change.target.words === undefined ? 'article' : 'words')
  if (!located.ok) return located
  const spots = change.target.occurrence === 'all' ? located.spots.toReversed() : [edgeOf(located.spots, change.side)]
  for (const spot of spots) {
    if (spot === undefined) continue
    const problem = isLines(change) ? putLines(spot, change.side, change, mark) : putWords(spot, change.side, change.text, mark)
    if (problem !== undefined) return clash(problem, spot.node)
  }
  return done
}

type Lines = Extract<Edit, { readonly verb: 'insert' | 'complete' }>
const isLines = ({ level, target }: Lines): boolean =>
  level === 'paragraph' || level === 'item'
  || ((level === 'article' || level === 'annex') && target.words === undefined && target.sentence === undefined)

/** Words beside words or sentences: the words they stand beside must still stand. */
function putWords(spot: Spot, side: 'before' | 'after', text: string, mark: Mark): Mark | undefined {
  const weave = spot.node[spot.field]
  const span = spanIn(spot.view, spot.start, spot.end)
  const gone = stands(weave, span) ? undefined : collision(weave, span, mark)
  if (gone !== undefined) return gone
  insertWords(weave, side === 'after' ? afterEdge(weave, span.to, mark, false) : beforeEdge(weave, span.from, mark, false), text, mark)
  spot.node.touched.push(mark)
  return undefined
}

/** Whole lines beside the line that holds the spot; at the end of a place (`ending`), a list item comes after the last of its list. */
function putLines(spot: Spot, side: 'before' | 'after', change: Lines, mark: Mark, ending = false): undefined {
  const { text, level } = change
  const weave = spot.node[spot.field]
  const lines = paragraphsIn(spot.view.text).filter(({ start, end }) => start < spot.end && end > spot.start)
  const listed = lines.filter(({ start, end }) => markLength(spot.view.text.slice(start, end)) > 0)
  const line = side === 'before' ? lines[0] : ((ending && level === 'item' ? listed.at(-1) : undefined) ?? lines.at(-1))
  const printed = spot.view.text.slice(line?.start ?? 0, line?.end ?? 0)
  const gap = gapBeside(printed, spot.view.text.slice(0, line?.start ?? 0), level === 'item' || markLength(text) > 0)
  const span = spanIn(spot.view, line?.start ?? spot.start, line?.end ?? spot.end)
  const dashed = /^[-–—•] /.exec(printed)?.[0]
  const marked = dashed !== undefined && gap === '\n' && markLength(text) === 0 ? dashed + text.trim() : text
  insertLines(weave, side === 'after' ? afterEdge(weave, span.to, mark, true) : beforeEdge(weave, span.from, mark, true), marked, gap, mark)
  spot.node.touched.push(mark)
  return undefined
}

function completed(draft: Draft, change: Extract<Edit, { readonly verb: 'complete' }>, mark: Mark): Applied {
  const located = locateTwice(draft, change.target, change.target.words === undefined ? 'article' : 'words')
  if (!located.ok) return located
  const filled = located.spots.filter(({ view, start, end }) => view.text.slice(start, end).trim() !== '')
  const spot = filled.at(-1) ?? located.spots.at(-1)
  if (spot === undefined) return { ok: false, code: 'nothingToChange' }
  const problem = isLines(change) ? putLines(spot, 'after', change, mark, true) : putAtEnd(spot, change.text, change.level === 'sentence', mark)
  return problem === undefined ? done : clash(problem, spot.node)
}

/** A sentence comes after the full stop; words come before the closing mark, which stays once. */
function putAtEnd(spot: Spot, words: string, sentence: boolean, mark: Mark): Mark | undefined {
  const printed = spot.view.text.slice(spot.start, spot.end)
  const end = spot.start + printed.trimEnd().length
  const closing = sentence ? '' : (/\s*[.;:,]$/.exec(printed.trimEnd())?.[0] ?? '')
  const text = words.trim()
  const own = closing === '' ? '' : (/\s*[.;:,]$/.exec(text)?.[0] ?? '')
  const bare = text.slice(0, text.length - own.length)
  const place = { ...spot, start: spot.start, end: end - closing.length }
  if (own === '' || own.trim() === closing.trim()) return putWords(place, 'after', bare, mark)
  const problem = putWords(place, 'after', text, mark)
  if (problem === undefined) removeSpan(spot.node[spot.field], spanIn(spot.view, end - closing.length, end), mark)
  return problem
}

function renumbered(draft: Draft, change: Extract<Edit, { readonly verb: 'renumber' }>, mark: Mark): Applied {
  const { target, to } = change
  if (target.item !== undefined || target.paragraph !== undefined) {
    const located = locateTwice(draft, target, 'item')
    if (!located.ok) return located
    const [spot] = located.spots
    if (spot === undefined) return { ok: false, code: 'itemNotFound' }
    const length = markLength(spot.view.text.slice(spot.start, spot.end))
    if (length === 0) return { ok: false, code: 'itemNotFound' }
    const old = spot.view.text.slice(spot.start, spot.start + length)
    const sign = /[\s°).-]*$/.exec(old)?.[0] ?? ' '
    replaceSpan(spot.node[spot.field], spanIn(spot.view, spot.start, spot.start + length), to.replace(/[\s°).-]*$/, '') + sign, mark)
    spot.node.touched.push(mark)
    return done
  }
  const moments: readonly Moment[] = ['before', 'now']
  const node = target.article === undefined ? undefined : moments.flatMap((moment) => bearing(draft, target.article ?? '', moment))[0]
  if (node === undefined) return { ok: false, code: 'articleNotFound' }
  if (node.repealed !== null) return { ok: false, code: 'articleRepealed' }
  const earlier = collision(node.number, { from: 0, to: Number.MAX_SAFE_INTEGER }, mark)
  if (earlier !== undefined) return clash(earlier, node)
  return renumber(draft, withChildren(draft, node), to, mark)
}
