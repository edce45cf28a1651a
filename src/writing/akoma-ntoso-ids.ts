// Where each part of a text stands in Akoma Ntoso: its element, what it stands under, its names.
import type { ConsolidatedNode } from '../amending/consolidation.ts'
import { fold } from '../kernel/text.ts'

/** `name`: what a container is. `eId`: by its number today. `wId`: by its permanent address, which a new number does not change. */
export type Place = {
  readonly element: string; readonly name?: string; readonly eId: string; readonly wId: string; readonly under: string | undefined
}

const inner = [['paragraph', 'para'], ['subparagraph', 'subpara'], ['point', 'point'], ['indent', 'indent']] as const
const part = (words: string): string => fold(words).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'x'

/** By key. A sub-article stands under the last part that is less deep. */
export function placesOf(nodes: readonly ConsolidatedNode[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const taken = new Set<string>()
  const open: { readonly depth: number; readonly key: string }[] = []
  const free = (wanted: string): string => {
    let name = wanted
    for (let rank = 2; taken.has(name); rank += 1) name = `${wanted}-${rank}`
    taken.add(name)
    return name
  }
  for (const { key, number, depth } of nodes) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const under = open.at(-1)?.key
    const parent = under === undefined ? undefined : places.get(under)
    const [element, short] = elementOf(number, open.length)
    const name = element === 'hcontainer' ? part(number.replace(/\s*\d.*$/, '')) : undefined
    const eId = free(`${parent === undefined ? '' : `${parent.eId}__`}${short}_${part(number)}`)
    const wId = `${parent === undefined ? '' : `${parent.wId}__`}${short}_${part(key.replace(/^article-/, ''))}`
    places.set(key, { element, ...(name !== undefined && { name }), eId, wId, under })
    open.push({ depth, key })
  }
  return places
}

const elementOf = (number: string, level: number): readonly [element: string, short: string] => {
  if (!/^(?:\d|[ivx]+\b)/i.test(number)) return ['hcontainer', 'hcontainer']
  return level === 0 ? ['article', 'art'] : (inner[Math.min(level, inner.length) - 1] ?? inner[0])
}
