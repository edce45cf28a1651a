// A saved view: a name, the query of an address, for oneself or for everyone. Pure.
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { nameKey } from '../../kernel/text.ts'
import { printPlanAsked, readPlanAsked } from './plan-address.rules.ts'

/** `slug`: the end of its permanent address. `mine`: made by whoever looks. */
export type SavedView = {
  readonly id: Id<'savedView'>; readonly slug: string; readonly name: string; readonly query: string; readonly shared: boolean
  readonly mine: boolean; readonly owner: string
}
export type ViewValues = { readonly name: string; readonly query: string; readonly shared: boolean }
export type ViewTyped = { readonly name: string; readonly query: string; readonly shared: string }
export type ViewProblem = 'nameMissing' | 'nameTooLong' | 'nameTaken' | 'queryTooLong'

/** Reads a view; its query is written as the address of the plan writes it. `names`: those of the other views of the same person. */
export function saveView({ name, query, shared }: ViewTyped, names: readonly string[]): Outcome<ViewValues, ViewProblem> {
  const address = new URLSearchParams(query.replace(/^\?/, ''))
  const canonical = new URLSearchParams(printPlanAsked(readPlanAsked((key) => address.getAll(key))).map(([key, value]) => [key, value])).toString()
  const problems = found<ViewProblem>({
    nameMissing: nameKey(name) === '', nameTooLong: [...name].length > 120, nameTaken: names.some((other) => nameKey(other) === nameKey(name)),
    queryTooLong: canonical.length > 4000,
  })
  return problems.length > 0 ? refused(problems) : accepted({ name, query: canonical, shared: shared === 'oui' })
}

/** The end of the address of a view: its name in plain letters, with a number when another one has it, whoever made it. */
export function viewSlug(name: string, taken: readonly string[]): string {
  const plain = nameKey(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '')
  const free = Array.from({ length: taken.length + 1 }, (_, rank) => (rank === 0 ? plain : `${plain}-${rank + 1}`))
    .find((slug) => !taken.includes(slug))
  return free ?? plain
}

/** A name of one's own for a copy. */
export const copyName = (name: string, names: readonly string[]): string => {
  const kept = [...name].slice(0, 105).join('')
  const candidates = [name, `${kept} (copie)`, ...names.map((_, rank) => `${kept} (copie ${rank + 2})`)]
  return candidates.find((candidate) => !names.some((other) => nameKey(other) === nameKey(candidate))) ?? name
}
