// From reviewed facts to a published convention: its provisions with their addresses, parties, bodies, obligations, acts and mentions. Pure.
import { provisionSlugs } from '../../amending/addresses.ts'
import { fold, nameKey } from '../../kernel/text.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Body, ConventionKind, DefectCode, Obligation, Party, Span, Stamp, Term } from '../../reading/facts.ts'
import { readActIdentifier } from '../../law/act-identifier.ts'
import { orderedInstructions } from '../amendments/ordered.rules.ts'
import type { OrderedInstruction } from '../amendments/ordered.rules.ts'
import { readPasted } from '../amendments/pasted.rules.ts'
import type { PastedOrders } from '../amendments/pasted.rules.ts'
import type { FactKind, ReviewedFact } from '../readings/fact.rules.ts'

/** `slug`: the end of its permanent address, `article-3-1`. */
export type Provision = { readonly slug: string; readonly number: string; readonly heading: string; readonly depth: number; readonly text: string }
export type PublishedParty = Pick<Party, 'name' | 'kind' | 'role' | 'signatories'> & { readonly siren: string | null; readonly insee: string | null }
/** `provision`: slug of the clause, null when the article it names is not in the text. `words`: the words it was read from. */
export type PublishedBody = Pick<Body, 'name' | 'chair' | 'seats' | 'meetingsPerYear' | 'quorum' | 'conveningDays'>
  & { readonly provision: string | null }
export type PublishedObligation = Pick<Obligation, 'kind' | 'bearer' | 'rule'> & { readonly provision: string | null; readonly words: string }
/** An act of one authority; several stamps that agree on its identifier are one act. */
export type PublishedAct = {
  readonly identifier: string | null; readonly nature: string; readonly number: string | null; readonly authorSiren: string | null
  readonly actedOn: PlainDate | null
  readonly transmittedOn: PlainDate | null; readonly receivedOn: PlainDate | null; readonly publishedOn: PlainDate | null
  readonly certifiedOn: PlainDate | null
}
const mentionKinds = ['date', 'amount', 'rate', 'reference', 'programme', 'defect'] as const
export type MentionKind = (typeof mentionKinds)[number]
export type Mention = { readonly kind: MentionKind; readonly provision: string | null; readonly value: unknown; readonly words: string }
export type PublishedConvention = {
  readonly title: string; readonly kind: ConventionKind; readonly term: Term | null; readonly provisions: readonly Provision[]
  readonly parties: readonly PublishedParty[]
  readonly bodies: readonly PublishedBody[]; readonly obligations: readonly PublishedObligation[]; readonly acts: readonly PublishedAct[]
  readonly mentions: readonly Mention[]
  /** What an amendment orders, and the words of it that order something nobody can tell for sure. */
  readonly instructions: readonly OrderedInstruction[]; readonly unread: PastedOrders['unread']
}

/** The values of one kind, as the review left them. What the forms write has the shape of the reader's facts. */
const valuesOf = <Value>(facts: readonly ReviewedFact[], kind: FactKind): readonly { value: Value; span: Span | null }[] =>
  facts.filter((fact) => fact.kind === kind).map((fact) => ({ value: fact.value as unknown as Value, span: fact.span }))

/** Puts together what is published. `facts`: those that stand, in the order of the text; `text`: the text their spans point into. */
export function compose(facts: readonly ReviewedFact[], text: string): PublishedConvention {
  const articles = inTextOrder(valuesOf<Partial<Provision> & { number: string }>(facts, 'article'))
  const slugs = provisionSlugs(articles.map(({ value }) => value.number))
  const provisions = articles.map(({ value: { number, heading = '', depth = number.split('.').length, text: words = '' } }, index) =>
    ({ number, heading, depth, text: words, slug: slugs[index] ?? '' }))
  const byNumber = new Map(provisions.map((provision) => [nameKey(provision.number), provision.slug]))
  const provisionOf = (article: string | undefined, span: Span | null): string | null =>
    byNumber.get(nameKey(article ?? '')) ?? slugs[innermost(articles.map((found) => found.span), span)] ?? null
  const words = (span: Span | null): string => (span === null ? '' : text.slice(span.start, span.end).replace(/\s+/g, ' ').trim().slice(0, 2000))
  const [title] = valuesOf<{ title: string; kind: ConventionKind }>(facts, 'title')
  const term = valuesOf<Term>(facts, 'term')[0]?.value ?? null
  const settled = settledBy(term)
  const mentions = mentionKinds.flatMap((kind) => valuesOf<{ article?: string; code?: string }>(facts, kind)
    .filter(({ value }) => kind !== 'defect' || !settled.some((code) => code === value.code))
    .map(({ value, span }) => ({ kind, provision: provisionOf(kind === 'defect' ? value.article : undefined, span), value, words: words(span) })))
  return {
    title: title?.value.title ?? '', kind: title?.value.kind ?? 'other', term, provisions,
    parties: valuesOf<Party>(facts, 'party').map(({ value }) => ({ ...value, siren: value.siren ?? null, insee: value.insee ?? null })),
    bodies: valuesOf<Body>(facts, 'body').map(({ value, span }) => ({ ...value, provision: provisionOf(value.article, span) })),
    obligations: valuesOf<Obligation>(facts, 'obligation')
      .map(({ value, span }) => ({ ...value, provision: provisionOf(value.article, span), words: words(span) })),
    acts: actsOf(stampsOf(facts), certifications(mentions)),
    mentions, instructions: orderedInstructions(facts, provisions, text), unread: title?.value.kind === 'amendment' ? readPasted(text).unread : [],
  }
}

/** Defects that the person who reviewed has put right: a signature date they gave, an end they stated. */
function settledBy(term: Term | null): readonly DefectCode[] {
  if (term?.signedOn !== undefined) return ['signature-date-missing', 'term-not-computable']
  return term?.endsOn === undefined ? [] : ['term-not-computable']
}

/** By where they stand; what stands nowhere in the text comes last. */
const inTextOrder = <Placed extends { readonly span: Span | null }>(placed: readonly Placed[]): readonly Placed[] =>
  [...placed].sort((one, other) => (one.span?.start ?? Number.MAX_SAFE_INTEGER) - (other.span?.start ?? Number.MAX_SAFE_INTEGER))

/** The stamps; an identifier that a person typed is taken at their word, and says what the form did not ask. */
const stampsOf = (facts: readonly ReviewedFact[]): readonly Stamp[] => facts.filter((fact) => fact.kind === 'stamp').map((fact) => {
  const { agreedId, ...stamp } = fact.value as unknown as Stamp
  if (fact.verdict !== 'corrected' || stamp.id === undefined) return { ...stamp, ...(agreedId !== undefined && { agreedId }) }
  const typed = readActIdentifier(stamp.id)
  if (typed === undefined) return { ...stamp, valid: true }
  const { siren, number, nature, actDate } = typed
  return { ...stamp, valid: true, siren, number, nature, ...(actDate !== undefined && { actDate }) }
})

/** The smallest span that holds this one; -1 when none does. */
function innermost(spans: readonly (Span | null)[], span: Span | null): number {
  if (span === null) return -1
  let best = -1
  for (const [index, candidate] of spans.entries()) {
    if (candidate === null || candidate.start > span.start || candidate.end < span.start) continue
    const known = spans[best]
    if (known === undefined || known === null || candidate.end - candidate.start <= known.end - known.start) best = index
  }
  return best
}

const certifications = (mentions: readonly Mention[]): readonly PlainDate[] => mentions.flatMap((mention) => {
  const value = mention.value as { date?: PlainDate; what?: string }
  return mention.kind === 'date' && value.date !== undefined && /certifi|executoire/.test(fold(value.what ?? '')) ? [value.date] : []
})

/**
 * One act per identifier the stamps agree on; a stamp that cannot be read joins the agreed act, never makes one.
 * The date of certification is attached when there is one act and one such date, otherwise left to a person.
 */
function actsOf(stamps: readonly Stamp[], certified: readonly PlainDate[]): readonly PublishedAct[] {
  const groups = new Map<string, Stamp[]>()
  for (const stamp of stamps) {
    const identifier = stamp.agreedId ?? (stamp.valid ? stamp.id : undefined)
    if (identifier !== undefined) groups.set(identifier, [...(groups.get(identifier) ?? []), stamp])
  }
  return [...groups].map(([identifier, same]) => {
    const best = same.find((stamp) => stamp.id === identifier) ?? same[0]
    return {
      identifier, nature: best?.nature ?? 'DE', number: best?.number ?? null, authorSiren: best?.siren ?? null, actedOn: best?.actDate ?? null,
      transmittedOn: commonest(same.map((stamp) => stamp.transmittedOn)), receivedOn: commonest(same.map((stamp) => stamp.receivedOn)),
      publishedOn: commonest(same.map((stamp) => stamp.publishedOn)),
      certifiedOn: groups.size === 1 && certified.length === 1 ? (certified[0] ?? null) : null,
    }
  })
}

/** The date most of the copies of a stamp agree on; the earliest when they are divided. */
function commonest(dates: readonly (PlainDate | undefined)[]): PlainDate | null {
  const known = dates.filter((day) => day !== undefined).sort()
  const count = (day: PlainDate): number => known.filter((other) => other === day).length
  return known.reduce<PlainDate | null>((best, day) => (best === null || count(day) > count(best) ? day : best), null)
}

const kindSlugs: Readonly<Record<ConventionKind, string>> = {
  umbrella: 'chapeau', programme: 'programme', membership: 'adhesion', amendment: 'avenant', other: 'convention',
}

/** The address proposed for a convention: its kind, an amendment's number, the programme when it has just one, and a rank when that is taken. */
export function conventionSlug(published: Pick<PublishedConvention, 'kind' | 'mentions' | 'title'>, taken: readonly string[]): string {
  const named = ['acv', 'pvd', 'opah-ru'].filter((code) => new RegExp(`\\b${code}\\b`).test(fold(published.title)))
  const words = fold(published.title)
  const programme = named[0] ?? (words.includes('action coeur de ville') ? 'acv' : words.includes('petites villes de demain') ? 'pvd' : undefined)
  const number = published.kind === 'amendment' ? /avenant\s*n\s*[°o]\s*(\d{1,3})\b/.exec(words)?.[1] : undefined
  const kind = number === undefined ? kindSlugs[published.kind] : `${kindSlugs[published.kind]}-${number}`
  const base = published.kind === 'umbrella' || programme === undefined ? kind : published.kind === 'programme' ? programme : `${kind}-${programme}`
  const candidates = [base, ...taken.map((_, index) => `${base}-${index + 2}`)]
  return candidates.find((candidate) => !taken.includes(candidate)) ?? base
}
