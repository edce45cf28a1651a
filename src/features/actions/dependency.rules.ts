// What an action needs of another: how it is typed, and why the plan has no circle.
import type { DependencyKind, Need } from '../../planning/lateness.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Id } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { dependencyKinds } from '../../planning/lateness.ts'

type ActionId = Id<'action'>
/** `needs`: the id chosen among those found by `words`, a code or a part of a title. */
export const dependencyFields = ['words', 'needs', 'kind', 'lag'] as const
export type DependencyTyped = Readonly<Record<(typeof dependencyFields)[number], string>>
export type DependencyProblem =
  | 'wordsMissing' | 'neededUnknown' | 'severalFound' | 'itself' | 'kindMissing' | 'lagUnreadable' | 'alreadyThere' | 'circle'
type Candidate = { readonly id: ActionId; readonly code: string | null }

const longestLag = 3650

/**
 * Reads a dependency of an action; every problem at once. `candidates`: what the words found, or the one chosen. `reached`: the dependencies of all
 * that those candidates need, however far.
 */
export function readDependency(
  typed: DependencyTyped, actionId: ActionId, candidates: readonly Candidate[], known: readonly ActionId[], reached: readonly Need[],
): Outcome<Need, DependencyProblem> {
  const exact = candidates.filter(({ code }) => code !== null && code.toLowerCase() === typed.words.toLowerCase())
  const needed = candidates.find(({ id }) => id === typed.needs) ?? (exact.length === 1 ? exact[0] : candidates.length === 1 ? candidates[0]
    : undefined)
  const kind = dependencyKinds.find((one) => one === typed.kind)
  const lag = typed.lag === '' ? 0 : /^[+-]?\d{1,4}$/.test(typed.lag) ? Number(typed.lag) : undefined
  const asked = typed.words !== '' || typed.needs !== ''
  const problems = found<DependencyProblem>({
    wordsMissing: !asked,
    neededUnknown: asked && candidates.length === 0,
    severalFound: needed === undefined && candidates.length > 1,
    itself: needed?.id === actionId,
    kindMissing: kind === undefined,
    lagUnreadable: lag === undefined || Math.abs(lag) > longestLag,
    alreadyThere: needed !== undefined && known.includes(needed.id),
    circle: needed !== undefined && needed.id !== actionId && kind !== 'related' && circleThrough(reached, actionId, needed.id).length > 0,
  })
  if (needed === undefined || kind === undefined || lag === undefined || problems.length > 0) return refused(problems)
  return accepted({ actionId, needsId: needed.id, kind, lagDays: kind === 'related' ? 0 : lag })
}

/** The circle there would be if the first needed the second: from the second to the first, both included; empty when there would be none. */
export function circleThrough(needs: readonly Need[], actionId: ActionId, neededId: ActionId): readonly ActionId[] {
  const cameFrom = new Map<ActionId, ActionId | null>([[neededId, null]])
  const left = [neededId]
  for (let id = left.shift(); id !== undefined && id !== actionId; id = left.shift()) {
    for (const need of needs) {
      if (need.actionId !== id || need.kind === 'related' || cameFrom.has(need.needsId)) continue
      cameFrom.set(need.needsId, id)
      left.push(need.needsId)
    }
  }
  const way: ActionId[] = []
  for (let id: ActionId | null | undefined = cameFrom.has(actionId) ? actionId : null; id !== null && id !== undefined;
    id = cameFrom.get(id)) way.unshift(id)
  return way
}

export type ActionTitle = { readonly id: ActionId; readonly code: string | null; readonly title: string }
/** The other end of a dependency; `seen` false: this person may not read it, and gets neither its number nor its title. */
export type DependencyRow = {
  readonly other: ActionTitle; readonly seen: boolean; readonly kind: DependencyKind; readonly lagDays: number
  /** Does the action of the page need the other, or the other it? */
  readonly direction: 'needs' | 'neededBy'
}
