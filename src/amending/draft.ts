// The text at work while instructions apply: each part as woven strands, and how an article is found by the number an amendment cites.
import { fold } from '../kernel/text.ts'
import type { TextNode } from './consolidation.ts'
import { type Mark, now, textOf, type View, viewOf, type Weave, weaveOf } from './weave.ts'

/** `depth`: as in the base text. `inserted`, `repealed`: the instruction that did so, null for none. */
export type DraftNode = {
  readonly key: string; readonly depth: number; readonly inserted: Mark | null
  readonly number: Weave; readonly heading: Weave; readonly text: Weave
  repealed: Mark | null
  readonly touched: Mark[]
}
/** `freed`: parts that leave their number in this batch, so that another may take it before they have left. */
export type Draft = { readonly nodes: DraftNode[]; batch: number; freed: ReadonlySet<DraftNode>; byNumber: ByNumber | undefined }
/** The parts in force before a batch, by number as printed. */
type ByNumber = { readonly batch: number; readonly parts: ReadonlyMap<string, readonly DraftNode[]> }
/** Which text places are counted in: as it stood before the amendment, or as it stands now. */
export type Moment = 'before' | 'now'

export const draftOf = (base: readonly TextNode[]): Draft => ({
  batch: 0, freed: new Set(), byNumber: undefined,
  nodes: base.map(({ key, depth, number, heading, text }) =>
    ({ key, depth, inserted: null, number: weaveOf(number), heading: weaveOf(heading), text: weaveOf(text), repealed: null, touched: [] })),
})

export const view = (draft: Draft, weave: Weave, moment: Moment): View => viewOf(weave, moment === 'now' ? now : draft.batch)

const there = (draft: Draft, node: DraftNode, moment: Moment): boolean =>
  moment === 'now' || node.inserted === null || node.inserted.batch < draft.batch
const isRepealed = (draft: Draft, node: DraftNode, moment: Moment): boolean =>
  node.repealed !== null && (moment === 'now' || node.repealed.batch < draft.batch)

/** A number as it is compared: `Article 1er` and `1`, `3-2` and `3.2`, `ANNEXE n° 2` and `annexe 2`, `titre` and `intitulé` are the same. */
export function numberKey(cited: string): string {
  if (/^[\d.]+$/.test(cited)) return cited.replaceAll('.', ' ')
  const key = fold(cited).replace(/^(?:l'|le |la )/, '').replace(/^(?:articles?|art\.)\s*/, '').replace(/\bn\s?°\s?/g, '')
    .replace(/^1\s?ere?\b/, '1').replace(/^(?:premier|premiere|unique)$/, '1').replace(/[^a-z0-9]+/g, ' ').trim()
  return /^(?:titre|intitule)(?: |$)/.test(key) ? 'intitule' : key
}

const roman: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 }

/** The same number in digits when its first part is a roman numeral, for texts whose reading gives digits. */
function inDigits(key: string): string {
  return key.replace(/^[ivxl]+(?= |$)/, (letters) => {
    const values = Array.from(letters, (letter) => roman[letter] ?? 0)
    return String(values.reduce((sum, value, rank) => sum + (value < (values[rank + 1] ?? 0) ? -value : value), 0))
  })
}

/**
 * The parts that bear this number, those in force when there are some. Numbers are those the text had before the amendment: « l'article 7 » is
 * the one it finds there, even if it inserts another; a number it brings itself is looked up last.
 */
export function bearing(draft: Draft, cited: string, moment: Moment): readonly DraftNode[] {
  const exact = moment === 'before' ? numbersBefore(draft).get(cited) : undefined
  if (exact !== undefined) return exact
  const key = numberKey(cited)
  const among = draft.nodes.filter((node) => there(draft, node, moment))
  const keys = among.map((node) => numberKey(view(draft, node.number, moment).text))
  const having = (wanted: string): readonly DraftNode[] => among.filter((_, rank) => keys[rank] === wanted)
  let found = having(key)
  if (found.length === 0) found = having(inDigits(key))
  if (found.length === 0 && key === 'annexe') found = among.filter((_, rank) => keys[rank]?.startsWith('annexe') === true)
  const living = found.filter((node) => !isRepealed(draft, node, moment))
  return living.length > 0 ? living : found
}

/** Numbers as they were before the batch do not move while it applies. */
function numbersBefore(draft: Draft): ReadonlyMap<string, readonly DraftNode[]> {
  if (draft.byNumber?.batch === draft.batch) return draft.byNumber.parts
  const parts = new Map<string, DraftNode[]>()
  for (const node of draft.nodes) {
    if (!there(draft, node, 'before') || isRepealed(draft, node, 'before')) continue
    const number = view(draft, node.number, 'before').text
    parts.set(number, [...(parts.get(number) ?? []), node])
  }
  draft.byNumber = { batch: draft.batch, parts }
  return parts
}

/** An article with its sub-articles, in order: those that follow it, deeper than it. */
export function withChildren(draft: Draft, node: DraftNode): readonly DraftNode[] {
  const rank = draft.nodes.indexOf(node)
  let end = rank + 1
  while ((draft.nodes[end]?.depth ?? 0) > node.depth) end += 1
  return draft.nodes.slice(rank, end)
}

/** Whether a living part already bears this number and keeps it. */
export function isTaken(draft: Draft, number: string): boolean {
  const key = numberKey(number)
  return draft.nodes.some((node) => node.repealed === null && !draft.freed.has(node) && numberKey(textOf(node.number)) === key)
}

/** How a part is called in a sentence: « l'article 5 », « l'annexe 2 », « le préambule », « l'intitulé ». */
export function nameOf(cited: string): string {
  const key = numberKey(cited)
  if (key === 'intitule') return 'l’intitulé'
  if (key === 'preambule') return 'le préambule'
  const number = cited.replace(/^\s*(?:l['’])?\s*(?:article|art\.)\s*/i, '').trim()
  return key.startsWith('annexe') ? `l’${number.toLowerCase()}` : `l’article ${number}`
}
