// An orientation: all that its sheet says, and what its form may say. Pure.
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Clause } from '../../planning/action-fields.ts'
import type { PlacedOrientation } from './tree.rules.ts'

/** The longest text of each field, in characters. */
const longest = { number: 30, title: 300, context: 20_000, objectives: 10_000, audience: 2000, centrality: 5000, pilots: 1000 } as const
export const orientationTexts = ['context', 'objectives', 'audience', 'centrality', 'pilots'] as const
export type OrientationText = (typeof orientationTexts)[number]

/** What a person says of an orientation. `clause`: where it comes from, always with the address of a provision. */
export type OrientationValues = Readonly<Record<OrientationText, string>> & {
  readonly number: string | null; readonly title: string; readonly clause: (Clause & { readonly provision: string }) | null
}
/** An orientation with its whole sheet. */
export type Orientation = PlacedOrientation & OrientationValues & { readonly version: number }

/** A clause one can choose; `key`: what the form sends for it. */
export type ClauseChoice = {
  readonly key: string; readonly conventionId: Id<'convention'>; readonly conventionSlug: string; readonly conventionTitle: string
  readonly provision: string; readonly number: string; readonly heading: string; readonly depth: number
}
export const clauseKey = ({ conventionId, provision }: { readonly conventionId: string; readonly provision: string }): string =>
  `${conventionId} ${provision}`

export const orientationFields = ['number', 'title', 'clause', ...orientationTexts] as const
export type OrientationTyped = Readonly<Record<(typeof orientationFields)[number], string>>
export type OrientationProblem = 'titleMissing' | 'titleTooLong' | 'numberTooLong' | 'clauseUnknown' | `${OrientationText}TooLong`

/** Reads the form; refuses with every problem at once. `kept`: the clause it has already, which the text of the day may no longer hold. */
export function readOrientation(
  typed: OrientationTyped, clauses: readonly ClauseChoice[], kept: OrientationValues['clause'],
): Outcome<OrientationValues, OrientationProblem> {
  const chosen = clauses.find(({ key }) => key === typed.clause)
  const clause = chosen !== undefined ? { conventionId: chosen.conventionId, provision: chosen.provision }
    : kept !== null && clauseKey(kept) === typed.clause ? kept : null
  const problems = found<OrientationProblem>({
    titleMissing: typed.title === '', titleTooLong: typed.title.length > longest.title, numberTooLong: typed.number.length > longest.number,
    clauseUnknown: typed.clause !== '' && clause === null,
    contextTooLong: typed.context.length > longest.context, objectivesTooLong: typed.objectives.length > longest.objectives,
    audienceTooLong: typed.audience.length > longest.audience, centralityTooLong: typed.centrality.length > longest.centrality,
    pilotsTooLong: typed.pilots.length > longest.pilots,
  })
  if (problems.length > 0) return refused(problems)
  const { title, context, objectives, audience, centrality, pilots } = typed
  return accepted({ number: typed.number === '' ? null : typed.number, title, context, objectives, audience, centrality, pilots, clause })
}

/** An orientation of which only the name is known. */
export const namedOrientation = (number: string | null, title: string): OrientationValues =>
  ({ number, title, context: '', objectives: '', audience: '', centrality: '', pilots: '', clause: null })
