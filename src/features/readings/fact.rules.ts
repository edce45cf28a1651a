// Facts under review: what was read as separate facts, what a person says of each, and what stands in the end. Pure.
import type { Confidence, DefectCode, Reading, Span } from '../../reading/facts.ts'
import type { UnreadInstruction } from '../../reading/instruction.ts'
import { found, accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

/** One kind of fact per list of a reading; the title stands for the whole document. */
export const factKinds = [
  'title', 'instruction', 'party', 'term', 'body', 'obligation', 'stamp', 'date', 'amount', 'rate', 'programme', 'reference', 'article', 'defect',
] as const
export type FactKind = (typeof factKinds)[number]
/** What a fact says: plain JSON, the item of its list in `Reading` without span and confidence. */
export type FactValue = Readonly<Record<string, unknown>>
export type ReadFact = { readonly kind: FactKind; readonly value: FactValue; readonly span: Span | null; readonly confidence: Confidence }

export const verdicts = ['accepted', 'corrected', 'rejected'] as const
export type Verdict = (typeof verdicts)[number]
/** `version`: how many times this fact was decided; 0 when nobody did. `value`: as decided, else as read. */
export type ReviewedFact = ReadFact & { readonly id: string; readonly version: number; readonly verdict: Verdict | null; readonly added: boolean }

/** From this confidence on, a fact may be accepted with the others at one stroke. Team practice. */
export const sureFrom = 0.9
/** Under this confidence a fact is put first. Team practice. */
export const unsureUnder = 0.7

const facts = <Item extends object>(
  kind: FactKind, items: readonly (Item & { span?: Span; confidence?: Confidence })[], certain: Confidence,
): readonly ReadFact[] =>
  items.map((item) => {
    const { span, confidence, ...value } = item
    return { kind, value: { ...value }, span: span ?? null, confidence: confidence ?? certain }
  })

/**
 * The facts of a reading, one by one, in the order of their kinds then of the text. Articles, stamps that hold, references and defects, which
 * the reader gives without a confidence, are taken for sure.
 */
export function factsOf(reading: Reading): readonly ReadFact[] {
  const { title, kind, language, term } = reading
  return [
    { kind: 'title', value: { title, kind, language }, span: null, confidence: title === '' || kind === 'other' ? 0.5 : 0.95 },
    ...facts('instruction', reading.instructions, 0.5),
    ...facts('party', reading.parties, 0.5),
    ...(term === null ? [] : facts('term', [term], 0.5)),
    ...facts('body', reading.bodies, 0.5),
    ...facts('obligation', reading.obligations, 0.5),
    ...reading.stamps.flatMap((stamp) => facts('stamp', [stamp], stamp.valid ? 1 : 0.4)),
    ...facts('date', reading.dates, 0.5),
    ...facts('amount', reading.amounts, 0.5),
    ...facts('rate', reading.rates, 0.5),
    ...facts('programme', reading.programmes, 0.95),
    ...facts('reference', reading.references, 0.95),
    ...facts('article', reading.articles, 0.95),
    ...facts('defect', reading.unreadInstructions.map(unread), 0.5),
    ...facts('defect', reading.defects, 0.95),
  ]
}

/** Words that order a change nobody can tell for sure: put first, so that a person enters it. */
const unread = ({ article, message, span }: UnreadInstruction) => ({ code: 'instruction-unread', article, message, span })

/** What is left for a person to decide. */
export const waiting = (facts: readonly ReviewedFact[]): readonly ReviewedFact[] => facts.filter((fact) => fact.verdict === null)
/** What may be accepted at one stroke: undecided and sure. */
export const sure = (facts: readonly ReviewedFact[]): readonly ReviewedFact[] => waiting(facts).filter((fact) => fact.confidence >= sureFrom)
/** What stands: accepted as read, corrected, or added by a person. */
export const standing = (facts: readonly ReviewedFact[]): readonly ReviewedFact[] =>
  facts.filter((fact) => fact.verdict === 'accepted' || fact.verdict === 'corrected')

/** Undecided and unsure first, then undecided, then decided; in the order of the text within each. */
export const inReviewOrder = (facts: readonly ReviewedFact[]): readonly ReviewedFact[] => {
  const rank = (fact: ReviewedFact): number => (fact.verdict !== null ? 2 : fact.confidence < unsureUnder ? 0 : 1)
  return [...facts].sort((one, other) => rank(one) - rank(other))
}

export type PublicationProblem = 'factsWaiting' | 'titleMissing' | 'partyMissing' | 'alreadyPublished' | 'epciDiffers'
/**
 * May this reading be published? Every fact decided by a person, one title, one party at least; the EPCI of the text, when it is recognised,
 * must be that of the operation. `epcis`: SIREN of the EPCI among the standing parties.
 */
export function publish(
  facts: readonly ReviewedFact[], operationEpci: string, alreadyPublished: boolean,
): Outcome<readonly ReviewedFact[], PublicationProblem> {
  const kept = standing(facts)
  const epcis = kept.filter((fact) => fact.kind === 'party' && fact.value['kind'] === 'epci').map((fact) => fact.value['siren'])
    .filter((siren) => siren !== undefined)
  const problems = found<PublicationProblem>({
    factsWaiting: waiting(facts).length > 0,
    titleMissing: !kept.some((fact) => fact.kind === 'title'),
    partyMissing: !kept.some((fact) => fact.kind === 'party'),
    alreadyPublished,
    epciDiffers: epcis.length > 0 && !epcis.includes(operationEpci),
  })
  return problems.length > 0 ? refused(problems) : accepted(kept)
}

/** Codes of what is missing from a text, as opposed to what is wrong in it: the dashboard tells them apart. */
const absences: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'signature-date-missing', 'signature-place-missing', 'term-missing', 'term-not-computable', 'main-town-not-named', 'sector-missing',
  'funding-plan-missing',
  'calendar-missing', 'state-not-party', 'epci-not-party', 'amendment-clause-missing', 'list-missing', 'no-text',
])
export const isAbsence = (code: string): boolean => [...absences].some((absence) => absence === code)
