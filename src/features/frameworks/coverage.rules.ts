// What a plan leaves uncovered: the lacks one looks for, the articles nothing serves, shares in percent. Pure.
import type { Id } from '../../kernel/id.ts'
import type { ClauseChoice } from './orientation.rules.ts'
import type { ListedOrientation } from './tree.rules.ts'

/** What an action can lack. */
export const actionLacks = ['orientation', 'indicator', 'funding', 'owner'] as const
export type ActionLack = (typeof actionLacks)[number]

/** How many actions have each thing, of all those of a framework, or of the plan. */
export type Covered = { readonly actions: number } & Readonly<Record<ActionLack, number>>
export const nothingCovered: Covered = { actions: 0, orientation: 0, indicator: 0, funding: 0, owner: 0 }

/** A share in whole percent, rounded down so that only all is 100; null of nothing. */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((100 * part) / whole))

/** Orientations without any action, on them or under them. */
export const uncovered = (
  orientations: readonly ListedOrientation[], countsOf: (id: Id<'orientation'>) => { readonly below: number },
): readonly ListedOrientation[] => orientations.filter(({ id }) => countsOf(id).below === 0)

/** A clause something of the plan comes from. */
export type ServedClause = { readonly conventionId: Id<'convention'>; readonly provision: string }

/** The articles that no orientation and no action comes from, nor from any clause under them. `clauses`: of one convention, in its order. */
export function unserved(clauses: readonly ClauseChoice[], served: readonly ServedClause[]): readonly ClauseChoice[] {
  const first = Math.min(...clauses.map(({ depth }) => depth))
  const isServed = (clause: ClauseChoice): boolean =>
    served.some(({ conventionId, provision }) => conventionId === clause.conventionId && provision === clause.provision)
  return clauses.flatMap((clause, rank) => {
    if (clause.depth !== first) return []
    const next = clauses.findIndex((other, place) => place > rank && other.depth === first)
    return clauses.slice(rank, next === -1 ? undefined : next).some(isServed) ? [] : [clause]
  })
}
