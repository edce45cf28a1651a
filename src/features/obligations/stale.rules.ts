// Whether the words an obligation comes from still stand in the text in force, and which instructions changed them. Pure.
import type { Consolidation } from '../../amending/consolidation.ts'
import { fold } from '../../kernel/text.ts'
import type { Entry } from './entry.rules.ts'

type Placed = { readonly words: string; readonly provisionSlug: string | null }
type BaseNode = { readonly key: string; readonly text: string }

/** Words as they are compared: spaces, case and typography aside. */
const bare = (words: string): string => fold(words).replaceAll(' ', '')

/**
 * The instructions in force that changed the words of this obligation; none while its words stand whole in its clause. Words that cannot be found
 * in the base text (a stamp cut them) are taken as changed as soon as their clause is.
 * @source team practice: a promise whose words changed is looked at again by a person, never changed by the program
 */
export function changedBy({ words, provisionSlug }: Placed, base: readonly BaseNode[], inForce: Consolidation): readonly string[] {
  const now = inForce.nodes.find(({ key }) => key === provisionSlug)
  const before = base.find(({ key }) => key === provisionSlug)
  if (now === undefined || before === undefined || (now.touchedBy.length === 0 && now.repealedBy === null)) return []
  const [wanted, text] = [bare(words), bare(now.text)]
  const stands = now.repealedBy === null && wanted !== '' && bare(before.text).includes(wanted) && text.includes(wanted)
  return stands ? [] : now.touchedBy
}

/** Those that no decision has answered yet. */
export function undecided(instructions: readonly string[], entries: readonly Pick<Entry, 'kind' | 'withdrawnFor' | 'instructions'>[]): readonly string[] {
  const answered = new Set(entries.filter(({ kind, withdrawnFor }) => kind === 'decision' && withdrawnFor === null)
    .flatMap((decision) => decision.instructions))
  return instructions.filter((instruction) => !answered.has(instruction))
}
