// Whole parts of a text under an instruction: an article added at its place, rewritten, repealed, renumbered with its sub-articles.
import type { Target, TargetLevel } from '../reading/instruction.ts'
import { freeSlug } from './addresses.ts'
import { type Draft, type DraftNode, isTaken, numberKey, withChildren } from './draft.ts'
import type { Miss } from './place.ts'
import { scopeOf } from './place.ts'
import { insertAt, type Mark, removeBetween, textOf, type Weave } from './weave.ts'
import { partsOfWording, type WordedPart } from './wording.ts'

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
  const place = target.article === undefined ? { ok: true as const, rank: rankOf(draft, number, level === 'annex') } : rankBeside(draft, target, side)
  if (!place.ok) return place
  const parts = partsOfWording(number, change.heading?.trim() ?? '', change.text)
  parts.forEach((part, rank) => draft.nodes.splice(place.rank + rank, 0, newNode(draft, part, mark)))
  return { ok: true }
}

function newNode(draft: Draft, { number, heading, text }: WordedPart, mark: Mark): DraftNode {
  const key = freeSlug(number, new Set(draft.nodes.map((node) => node.key)))
  const node: DraftNode = { key, depth: depthOf(number), inserted: mark, number: [], heading: [], text: [], repealed: null, touched: [mark] }
  insertAt(node.number, 0, number, mark)
  insertAt(node.heading, 0, heading, mark)
  insertAt(node.text, 0, text, mark)
  return node
}

function rankBeside(draft: Draft, target: Target, side: 'before' | 'after' | 'within'): { readonly ok: true; readonly rank: number } | Miss {
  const first = scopeOf(draft, target, 'before')
  const scoped = first.ok || first.code !== 'articleNotFound' ? first : scopeOf(draft, target, 'now')
  if (!scoped.ok) return scoped
  const [head] = scoped.scope
  const rank = head === undefined ? 0 : draft.nodes.indexOf(head)
  return { ok: true, rank: side === 'before' || head === undefined ? rank : rank + withChildren(draft, head).length }
}

/** Before the first article whose number is not lower, so that articles stay in order; else at the end. */
function rankOf(draft: Draft, number: string, annex: boolean): number {
  const value = topNumber(number)
  const next = annex || value === undefined ? -1 : draft.nodes.findIndex((node) => {
    const other = node.repealed === null ? topNumber(textOf(node.number)) : undefined
    return other !== undefined && other >= value
  })
  return next < 0 ? endRank(draft, annex) : next
}

/** Undefined for what is no article of the first rank: `3.1`, `annexe 2`, `préambule`. */
const topNumber = (number: string): number | undefined => (/^\d{1,3}$/.test(number.trim()) ? Number(number) : undefined)

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

/**
 * A new wording: the text of the article, its heading when one is given; it brings a repealed article back. Sub-articles it prints take the place,
 * and keep the address, of those of the same number; the others go with the old wording.
 */
export function rewrite(draft: Draft, scope: readonly DraftNode[], change: { readonly by: string; readonly heading?: string }, mark: Mark): void {
  const [node, ...children] = scope
  if (node === undefined) return
  const [own, ...subs] = partsOfWording(textOf(node.number), change.heading?.trim() ?? '', change.by)
  reword(node.text, own.text, mark)
  if (change.heading !== undefined) reword(node.heading, own.heading, mark)
  node.repealed = null
  node.touched.push(mark)
  const kept = new Set<DraftNode>()
  let last = node
  for (const sub of subs) {
    const former = children.find((child) => numberKey(textOf(child.number)) === numberKey(sub.number) && !kept.has(child))
    const part = former ?? newNode(draft, sub, mark)
    if (former === undefined) draft.nodes.splice(rankAfter(draft, last, children, sub.number), 0, part)
    else {
      reword(former.heading, sub.heading, mark)
      reword(former.text, sub.text, mark)
      former.repealed = null
      former.touched.push(mark)
    }
    kept.add(part)
    last = part
  }
  repeal(children.filter((child) => !kept.has(child) && child.repealed === null), mark)
}

/** After this part, and after the old sub-articles that come before this number. */
function rankAfter(draft: Draft, last: DraftNode, children: readonly DraftNode[], number: string): number {
  const from = draft.nodes.indexOf(last) + 1
  const passed = draft.nodes.slice(from).findIndex((next) => !children.includes(next) || !isBefore(textOf(next.number), number))
  return passed < 0 ? draft.nodes.length : from + passed
}

const isBefore = (one: string, other: string): boolean => one.localeCompare(other, 'fr', { numeric: true }) < 0

function reword(weave: Weave, words: string, mark: Mark): void {
  clear(weave, mark)
  insertAt(weave, lengthOf(weave), words, mark)
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
