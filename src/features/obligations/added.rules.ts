// An obligation that a person adds because the reading missed it, always tied to the clause it comes from. Pure.
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Id } from '../../kernel/id.ts'
import type { ObligationRule } from '../../reading/facts.ts'
import { readFact } from '../readings/fact-form.rules.ts'
import type { FactProblem } from '../readings/fact-field.rules.ts'

/** A clause it can be tied to. */
export type ClauseChoice = { readonly id: Id<'provision'>; readonly conventionId: Id<'convention'> }
export type AddedObligation = {
  readonly conventionId: Id<'convention'>; readonly provisionId: Id<'provision'>; readonly kind: string; readonly bearer: string | null
  readonly rule: ObligationRule; readonly words: string
}
export type AddedProblem = 'clauseUnknown' | 'wordsMissing' | 'wordsTooLong'
export type AddedTyped = Readonly<Record<string, string>>
const longest = 2000

/** Reads the form; refuses with every problem at once: those of the clause, then those of the fact. `words`: as the clause says them. */
export function addObligation(typed: AddedTyped, clauses: readonly ClauseChoice[]): Outcome<AddedObligation, AddedProblem | FactProblem> {
  const words = (typed['words'] ?? '').replace(/\s+/g, ' ').trim()
  const clause = clauses.find(({ id }) => id === typed['clause'])
  const fact = readFact('obligation', { ...typed, article: '' }, {})
  const problems = [
    ...found<AddedProblem>({ clauseUnknown: clause === undefined, wordsMissing: words === '', wordsTooLong: words.length > longest }),
    ...(fact.ok ? [] : fact.problems),
  ]
  if (clause === undefined || !fact.ok || problems.length > 0) return refused(problems)
  const { kind, bearer, rule } = fact.value
  return accepted({
    conventionId: clause.conventionId, provisionId: clause.id, kind: String(kind), bearer: typeof bearer === 'string' ? bearer : null,
    rule: rule as ObligationRule, words,
  })
}
