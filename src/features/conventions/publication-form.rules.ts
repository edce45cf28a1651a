// What a person still says of a reading to publish it: its address, and for an amendment what it amends and when it was signed. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fold } from '../../kernel/text.ts'
import type { Amendable } from '../amendments/amendment.rules.ts'
import type { PublishedConvention } from './publication.rules.ts'

export type PublicationTyped = { readonly slug: string; readonly amends: string; readonly signedOn: string; readonly entersOn: string }
export type PublicationProblem = 'slugUnreadable' | 'slugTaken' | 'amendsMissing' | 'signedOnUnreadable' | 'entersOnUnreadable'
/**
 * `amends`: identifier of the amended convention. `signedOn`: as typed, else as the reviewed text says. `entersOn`: the day an amendment states that
 * comes after its signature, null when it takes effect with it.
 */
export type PublicationChoices = {
  readonly slug: string; readonly amends: string | null; readonly signedOn: PlainDate | null; readonly entersOn: PlainDate | null
}

type Draft = { readonly published: PublishedConvention; readonly taken: readonly string[]; readonly amendable: readonly Amendable[] }
const longestSlug = 60

/** Reads the form of a publication; refuses it with every problem at once. */
export function readPublication(typed: PublicationTyped, { published, taken, amendable }: Draft): Outcome<PublicationChoices, PublicationProblem> {
  const amendment = published.kind === 'amendment'
  const amends = amendment ? amendable.find((convention) => convention.slug === typed.amends) : undefined
  const entersOn = amendment && typed.entersOn !== '' ? readDate(typed.entersOn) : undefined
  const typedDay = amendment && typed.signedOn !== '' ? readDate(typed.signedOn) : undefined
  const problems = found<PublicationProblem>({
    slugUnreadable: !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(typed.slug) || typed.slug.length > longestSlug,
    slugTaken: taken.includes(typed.slug),
    amendsMissing: amendment && amends === undefined && (published.instructions.length > 0 || typed.amends !== ''),
    signedOnUnreadable: amendment && typed.signedOn !== '' && typedDay === undefined,
    entersOnUnreadable: amendment && typed.entersOn !== '' && entersOn === undefined,
  })
  if (problems.length > 0) return refused(problems)
  return accepted({
    slug: typed.slug, amends: amends?.id ?? null, signedOn: amendment ? (typedDay ?? null) : (published.term?.signedOn ?? null),
    entersOn: entersOn ?? null,
  })
}

/** The only day on which the text says it was signed (« fait à …, le »); undefined when it names none, or several. */
export function signatureDay({ mentions }: Pick<PublishedConvention, 'mentions'>): PlainDate | undefined {
  const days = mentions.flatMap(({ kind, value }) => {
    const { date, what } = value as { date?: PlainDate; what?: string }
    return kind === 'date' && date !== undefined && /^signature(?: de l.avenant| du present avenant)?$/.test(fold(what ?? '')) ? [date] : []
  })
  return new Set(days).size === 1 ? days[0] : undefined
}
