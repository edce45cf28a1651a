// Orientations as a tree: their order, what they are called, how one is found by what a file says, where one may go. Pure.
import type { Id } from '../../kernel/id.ts'
import { byFrenchName, fold } from '../../kernel/text.ts'

/** Where an orientation stands; `number` as printed, null when its framework numbers nothing. */
export type PlacedOrientation = {
  readonly id: Id<'orientation'>; readonly frameworkId: Id<'framework'>; readonly parentId: Id<'orientation'> | null; readonly position: number
  readonly number: string | null; readonly title: string
}
/** One line of a tree read from top to bottom. `depth`: 0 for the first level. `path`: its label after those of what it stands under. */
export type Branch<Placed extends PlacedOrientation = PlacedOrientation> = Placed & {
  readonly depth: number; readonly label: string; readonly path: string
}
/** A line of the trees of all frameworks: what filters, tables and forms show. */
export type ListedOrientation = Branch<PlacedOrientation & { readonly frameworkName: string; readonly frameworkSlug: string }>

/** « 2.3 Rénover les cités », without a number when there is none. */
export const orientationLabel = ({ number, title }: Pick<PlacedOrientation, 'number' | 'title'>): string =>
  (number === null ? title : `${number} ${title}`)

const between = ' › '

/** The orientations of one framework from top to bottom, each under its parent; `name` of the framework begins each path. */
export function inTreeOrder<Placed extends PlacedOrientation>(orientations: readonly Placed[], name: string): readonly Branch<Placed>[] {
  const under = new Map<Id<'orientation'> | null, Placed[]>()
  const known = new Set(orientations.map(({ id }) => id))
  for (const one of orientations) {
    const parent = one.parentId !== null && known.has(one.parentId) ? one.parentId : null
    under.set(parent, [...(under.get(parent) ?? []), one])
  }
  const below = (parent: Id<'orientation'> | null, depth: number, path: string): readonly Branch<Placed>[] =>
    (under.get(parent) ?? []).sort(byPlace).flatMap((one) => {
      const label = orientationLabel(one)
      const branch = { ...one, depth, label, path: `${path}${between}${label}` }
      return [branch, ...below(one.id, depth + 1, branch.path)]
    })
  return below(null, 0, name)
}

const byPlace = (one: PlacedOrientation, other: PlacedOrientation): number => one.position - other.position || byFrenchName(one.title, other.title)

/** An orientation and everything under it. */
export function withBelow(orientations: readonly PlacedOrientation[], id: Id<'orientation'>): ReadonlySet<Id<'orientation'>> {
  const inside = new Set([id])
  for (let size = 0; size < inside.size;) {
    size = inside.size
    for (const one of orientations) if (one.parentId !== null && inside.has(one.parentId)) inside.add(one.id)
  }
  return inside
}

/** A number without what is printed around it: « Axe 2 », « 2. », « Orientation n° 2 » → `2`. */
const numberKey = (number: string): string => fold(number).replace(/^(?:axes?|orientations?|objectifs?|ambitions?|fiches?|articles?|art\.?)\s*/, '')
  .replace(/^n\s*[°o]\s*/, '').replace(/[.\s):-]+$/, '')

const writtenNumber = new RegExp([
  String.raw`^((?:(?:axe|orientation|objectif|ambition|fiche|article)\s+(?:n\s*[°o]\s*)?)?`,
  String.raw`(?:\d+(?:\.\d+)*|[IVX]+(?:\.\d+)*|[A-Z](?:\.?\d+)*))\s*(?:[.):–—-]+\s*|\s+|$)(.*)$`,
].join(''), 'i')

/** The number and the title in « 2.3 – Rénover les cités », « Axe 2 : commerce »; no number when nothing looks like one. */
export function readWritten(written: string): { readonly number: string | null; readonly title: string } {
  const clean = written.replace(/\s+/g, ' ').trim()
  const numbered = writtenNumber.exec(clean)
  const [, number = '', title = ''] = numbered ?? []
  const isWord = /^[a-z]$/i.test(number) && !/^[.):–—-]/.test(clean.slice(number.length).trim())
  return numbered === null || isWord || number.length > 30 ? { number: null, title: clean } : { number, title: title === '' ? clean : title }
}

/**
 * The orientation that words of a file mean: by number and title, else by title alone, else by number alone when one only has it;
 * undefined when none or several answer.
 */
export function findWritten<Placed extends PlacedOrientation>(orientations: readonly Placed[], written: string): Placed | undefined {
  const { number, title } = readWritten(written)
  const key = number === null ? null : numberKey(number)
  const numbered = (one: Placed): boolean => key !== null && one.number !== null && numberKey(one.number) === key
  const titled = (one: Placed): boolean =>
    fold(one.title) === fold(title) || fold(one.title) === fold(written) || fold(orientationLabel(one)) === fold(written)
  const only = (some: readonly Placed[]): Placed | undefined => (some.length === 1 ? some[0] : undefined)
  const both = orientations.filter((one) => numbered(one) && titled(one))
  return both[0] ?? only(orientations.filter(titled)) ?? only(orientations.filter(numbered))
}

export const moves = ['up', 'down', 'in', 'out'] as const
/** One step of an orientation in its tree: before the one above, after the one below, under the one above, out of what it stands under. */
export type Move = (typeof moves)[number]
type Place = Pick<PlacedOrientation, 'id' | 'parentId' | 'position'>

/** The places that change when an orientation takes one step; none when it cannot. */
export function stepped(tree: readonly PlacedOrientation[], id: Id<'orientation'>, move: Move): readonly Place[] {
  const one = tree.find((other) => other.id === id)
  if (one === undefined) return []
  const siblings = tree.filter(({ parentId }) => parentId === one.parentId).sort(byPlace)
  const rank = siblings.indexOf(one)
  if (move === 'in') {
    const above = siblings[rank - 1]
    return above === undefined ? [] : placed(tree, id, above.id, null)
  }
  if (move === 'out') {
    const parent = tree.find((other) => other.id === one.parentId)
    return parent === undefined ? [] : placed(tree, id, parent.parentId, parent.id)
  }
  const other = siblings[move === 'up' ? rank - 1 : rank + 1]
  if (other === undefined) return []
  return move === 'up' ? placed(tree, id, one.parentId, siblings[rank - 2]?.id ?? 'first') : placed(tree, id, one.parentId, other.id)
}

/**
 * The places that change when an orientation goes under a parent (null: first level), after a sibling, first, or last (null);
 * none when it would stand under itself.
 */
export function placed(
  tree: readonly PlacedOrientation[], id: Id<'orientation'>, parentId: Id<'orientation'> | null, after: Id<'orientation'> | 'first' | null,
): readonly Place[] {
  if (parentId !== null && withBelow(tree, id).has(parentId)) return []
  const siblings = tree.filter((other) => other.parentId === parentId && other.id !== id).sort(byPlace).map((other) => other.id)
  const rank = after === 'first' ? 0 : after === null ? siblings.length : siblings.indexOf(after) + 1
  const ordered = [...siblings.slice(0, rank), id, ...siblings.slice(rank)]
  return ordered.map((each, position) => ({ id: each, parentId, position })).filter((place) => {
    const before = tree.find((other) => other.id === place.id)
    return before?.parentId !== place.parentId || before.position !== place.position
  })
}
