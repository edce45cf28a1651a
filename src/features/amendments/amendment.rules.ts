// An amendment as a branch of its operation: how one is drafted, what it amends, until when it may be changed, when the text changes. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { nameKey } from '../../kernel/text.ts'
import type { Amendment } from '../../amending/consolidation.ts'

/** A convention that an amendment may amend. `parties`: their names. */
export type Amendable = { readonly id: string; readonly slug: string; readonly title: string; readonly parties: readonly string[] }
export type AmendmentTyped = { readonly title: string; readonly amends: string }
export type AmendmentProblem = 'titleMissing' | 'titleTooLong' | 'amendsMissing'
/** `slug`: the end of its permanent address, the next that is free. */
export type AmendmentDraft = { readonly title: string; readonly amends: string; readonly slug: string }

const longestTitle = 300

/** Reads the form of a new amendment; refuses it with every problem at once. `taken`: addresses that lead somewhere already. */
export function draftAmendment(
  typed: AmendmentTyped, amendable: readonly Amendable[], taken: readonly string[],
): Outcome<AmendmentDraft, AmendmentProblem> {
  const title = typed.title.replace(/\s+/g, ' ').trim()
  const amends = amendable.find((convention) => convention.slug === typed.amends)
  const problems = found<AmendmentProblem>({
    titleMissing: title === '', titleTooLong: title.length > longestTitle, amendsMissing: amends === undefined,
  })
  if (amends === undefined || problems.length > 0) return refused(problems)
  const free = ['avenant', ...taken.map((_, index) => `avenant-${index + 2}`)].find((slug) => !taken.includes(slug))
  return accepted({ title, amends: amends.id, slug: free ?? `avenant-${taken.length + 2}` })
}

/** Words of every title, which tell nothing of which convention is meant. */
const common = new Set(['avenant', 'convention', 'cadre', 'commune', 'communes', 'numero', 'operation', 'projet', 'pour', 'dans', 'avec'])
const telling = (title: string): ReadonlySet<string> =>
  new Set(nameKey(title).split(' ').filter((word) => word.length > 3 && !common.has(word)))

/**
 * The convention an amendment most likely amends: the only one, or the one whose title and parties it shares most. Undefined when two are as
 * likely, or none is.
 */
export function guessAmended(amendment: Pick<Amendable, 'title' | 'parties'>, candidates: readonly Amendable[]): Amendable | undefined {
  if (candidates.length === 1) return candidates[0]
  const [words, parties] = [telling(amendment.title), new Set(amendment.parties.map(nameKey))]
  const scored = candidates.map((candidate) => ({
    candidate,
    score: [...telling(candidate.title)].filter((word) => words.has(word)).length
      + candidate.parties.filter((party) => parties.has(nameKey(party))).length,
  })).sort((one, other) => other.score - one.score)
  const [best, second] = scored
  return best === undefined || best.score === 0 || best.score === second?.score ? undefined : best.candidate
}

export type WithdrawalTyped = { readonly reason: string }
export type WithdrawalProblem = 'reasonMissing' | 'reasonTooLong'
/** Reads why an instruction is withdrawn. */
export function withdrawInstruction({ reason }: WithdrawalTyped): Outcome<string, WithdrawalProblem> {
  const problems = found<WithdrawalProblem>({ reasonMissing: reason.trim() === '', reasonTooLong: reason.trim().length > 500 })
  return problems.length > 0 ? refused(problems) : accepted(reason.trim())
}

/** A day on which the text changes, and the amendments that change it then. */
export type VersionOfText = { readonly since: PlainDate; readonly amendments: readonly string[] }

/** The days on which these amendments change the text, in order; what waits has none. */
export function versionsOf(amendments: readonly Amendment[]): readonly VersionOfText[] {
  const byDay = new Map<PlainDate, Set<string>>()
  for (const amendment of amendments) for (const since of daysOf(amendment)) {
    byDay.set(since, (byDay.get(since) ?? new Set()).add(amendment.id))
  }
  return [...byDay].sort(([one], [other]) => one.localeCompare(other)).map(([since, ids]) => ({ since, amendments: [...ids] }))
}

/** An instruction takes effect with its amendment, or later when it says so. */
function daysOf({ entersOn, instructions }: Amendment): readonly PlainDate[] {
  if (entersOn === null) return []
  return instructions.map((instruction) =>
    (instruction.entersOn !== undefined && instruction.entersOn > entersOn ? instruction.entersOn : entersOn))
}
