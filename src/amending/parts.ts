// Whole parts of a text under an instruction: an article added at its place, rewritten, repealed, renumbered with its sub-articles.
import type { Target, TargetLevel } from '../reading/instruction.ts'
import { freeSlug } from './addresses.ts'
import { type Draft, type DraftNode, isTaken, numberKey, withChildren } from './draft.ts'
import type { Miss } from './place.ts'
import { scopeOf } from './place.ts'
import { insertAt, type Mark, removeBetween, textOf, type Weave } from './weave.ts'

type Applied = { readonly ok: true } | Miss
type NewPart = {
  readonly target: Target; readonly level: TargetLevel; readonly text: string; readonly number?: string; readonly heading?: string
}

const lengthOf = (weave: Weave): number => weave.reduce((sum, { text }) => sum + text.length, 0)
const isAnnex = (node: DraftNode): boolean => numberKey(textOf(node.number)).startsWith('annexe')

/** A new article or annex beside another with its sub-articles, at the end of one (`within`), or at the end of the text. */
export function addNode(draft: Draft, change: NewPart, side: 'before' | 'after' | 'within', mark: Mark): Applied {
  const { target, level } = change
  const number = change.number ?? ''
  if (number !== '' && isTaken(draft, number)) return { ok: false, code: 'articleExists' }
  const place = target.article === undefined ? { ok: true as const, rank: endRank(draft, level === 'annex') } : rankBeside(draft, target, side)
  if (!place.ok) return place
  const taken = new Set(draft.nodes.map(({ key }) => key))
  const node: DraftNode = {
    key: freeSlug(number, taken), depth: depthOf(number), inserted: mark, number: [], heading: [], text: [], repealed: null, touched: [mark],
  }
  insertAt(node.number, 0, number, mark)
  insertAt(node.heading, 0, change.heading?.trim() ?? '', mark)
  insertAt(node.text, 0, change.text.trim(), mark)
  draft.nodes.splice(place.rank, 0, node)
  return { ok: true }
}

function rankBeside(draft: Draft, target: Target, side: 'before' | 'after' | 'within'): { readonly ok: true; readonly rank: number } | Miss {
  const first = scopeOf(draft, target, 'before')
  const scoped = first.ok || first.code !== 'articleNotFound' ? first : scopeOf(draft, target, 'now')
  if (!scoped.ok) return scoped
  const [head] = scoped.scope
  const rank = head === undefined ? 0 : draft.nodes.indexOf(head)
  return { ok: true, rank: side === 'before' || head === undefined ? rank : rank + withChildren(draft, head).length }
}

/** After the last part; for an article, before the annexes that end the text. */
function endRank(draft: Draft, annex: boolean): number {
  let rank = draft.nodes.length
  while (!annex && rank > 0) {
    const last = draft.nodes[rank - 1]
    if (last === undefined || !isAnnex(last)) break
    rank -= 1
  }
  return rank
}

/** 1 for `5`, 2 for `5.1`; an annex is at the first. */
const depthOf = (number: string): number => number.replace(/^annexe\s*/i, '').split(/[.-]/).length

function clear(weave: Weave, mark: Mark): void {
  removeBetween(weave, 0, lengthOf(weave), mark)
}

/** A new wording: the text of the article, its heading when one is given; its sub-articles go with the old one. */
export function rewrite(scope: readonly DraftNode[], change: { readonly by: string; readonly heading?: string }, mark: Mark): void {
  const [node, ...children] = scope
  if (node === undefined) return
  clear(node.text, mark)
  insertAt(node.text, lengthOf(node.text), change.by.trim(), mark)
  if (change.heading !== undefined) {
    clear(node.heading, mark)
    insertAt(node.heading, lengthOf(node.heading), change.heading.trim(), mark)
  }
  node.touched.push(mark)
  repeal(children, mark)
}

/** Their words go, their number and address stay. */
export function repeal(scope: readonly DraftNode[], mark: Mark): void {
  for (const node of scope) {
    clear(node.heading, mark)
    clear(node.text, mark)
    node.repealed = mark
    node.touched.push(mark)
  }
}

/** `5` becomes `6`, and so `5.1` becomes `6.1`; addresses stay. */
export function renumber(draft: Draft, scope: readonly DraftNode[], to: string, mark: Mark): Applied {
  const [node] = scope
  if (node === undefined) return { ok: false, code: 'articleNotFound' }
  const from = textOf(node.number)
  if (numberKey(from) === numberKey(to)) return { ok: false, code: 'nothingToChange' }
  if (isTaken(draft, to)) return { ok: false, code: 'articleExists' }
  for (const part of scope) {
    const old = textOf(part.number)
    const own = part === node ? to : old.startsWith(`${from}.`) || old.startsWith(`${from}-`) ? to + old.slice(from.length) : undefined
    if (own === undefined || part.repealed !== null) continue
    clear(part.number, mark)
    insertAt(part.number, lengthOf(part.number), own, mark)
    part.touched.push(mark)
  }
  return { ok: true }
}
