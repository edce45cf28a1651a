// The page of one framework, gathered from its tree and what serves it: shown as it is, and again when a move is refused.
import { holds } from '../../kernel/rights.ts'
import { scopeOf } from '../../planning/scope.ts'
import type { Request } from '../../platform/web.ts'
import { operationFrame } from '../site/chrome.ts'
import { gatherClauses } from './clauses.ts'
import type { Framework } from './framework.rules.ts'
import { FrameworkPage } from './frameworks.pages.tsx'
import { countActions, listOrientations } from './orientations.store.ts'

/** `moved`: the orientation just moved, whose menu stays open; `refused`: a move that could not be. */
export async function treePage(c: Request, framework: Framework, { moved, refused }: { readonly moved: string; readonly refused: boolean }) {
  const { db, space, day } = c.var
  const scope = scopeOf(space.mandates)
  const tree = (await listOrientations(db)).filter(({ frameworkId }) => frameworkId === framework.id)
  const convention = framework.conventionId === null ? undefined
    : (await gatherClauses(db, day)).find(({ convention: { id } }) => id === framework.conventionId)?.convention
  return FrameworkPage({
    frame: operationFrame(c), slug: space.slug, framework, tree, convention,
    countsOf: await countActions(db, { operationId: space.operationId, scope }),
    partial: !scope.seesAll,
    mayKeep: holds(space.roles, 'keepPlan'), moved, refused,
  })
}
