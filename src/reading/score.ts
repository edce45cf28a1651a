// How well a reading agrees with what a careful reader found: precision and recall, kind by kind. Pure.
import type { Body, Obligation, Party, Reading, Stamp, Term } from './facts.ts'
import { compare, compareFields, contains, sameName, type Field, type Score, words } from './samples/comparison.ts'
import type { Expected, ExpectedBody, ExpectedObligation, ExpectedParty, ExpectedSignatures, ExpectedStamp, ExpectedTerm } from './samples/expected.ts'
import { fold } from '../kernel/text.ts'

/** Scores of one document, in the order of the reading; `raw` is the text that was read, in which the spans are. */
export function scoreReading(reading: Reading, raw: string, wanted: Expected): readonly Score[] {
  return [
    ...scoreHead(reading, wanted),
    ...scoreParties(reading.parties, wanted.parties),
    scoreArticles(reading, wanted),
    ...scoreStamps(reading.stamps, wanted.stamps),
    scoreTerm(reading.term, wanted.term),
    ...scoreFigures(reading, wanted),
    ...scoreBodies(reading.bodies, wanted.bodies),
    ...scoreObligations(reading.obligations, raw, wanted.obligations),
    ...scoreFrames(reading, wanted),
    scoreSignatures(reading, wanted),
    scoreDefects(reading, wanted),
  ]
}

function scoreHead(reading: Reading, wanted: Expected): readonly Score[] {
  const title = sameName(reading.title, wanted.title) ? wanted.title : reading.title
  return [compareFields('title', [{ value: wanted.title }], [title]), compareFields('kind', [{ value: wanted.kind }], [wanted.kind.split('|').includes(reading.kind) ? wanted.kind : reading.kind])]
}

const formOfName = /^(?:la |le |les |l')?(?:(?:commune|ville|departement|region|conseil (?:departemental|regional))\b|communaute (?:de communes|d'agglomeration)\b|c[ca] )/

const sameParty = (one: ExpectedParty, other: Party): boolean =>
  one.kind.split('|').includes(other.kind) && (one.kind === 'state' || sameName(fold(one.name).replace(formOfName, ''), fold(other.name).replace(formOfName, '')))

const given = (name: string, value: string | number | undefined, optional = false): readonly Field[] =>
  value === undefined ? [] : [{ value: `${name}=${value}`, optional }]

function scoreParties(found: readonly Party[], wanted: readonly ExpectedParty[]): readonly Score[] {
  const name = (party: { readonly name: string; readonly kind: string }) => `${party.kind} ${party.name}`
  const { score, pairs } = compare('parties', wanted, found, sameParty, { wanted: name, found: name })
  const codes = (at: number, party: { readonly insee?: string; readonly siren?: string }) => [...given(`insee of ${at}`, party.insee), ...given(`siren of ${at}`, party.siren)]
  const people: readonly Signing[] = pairs.flatMap(([one]) => one.signatories.map((person) => ({ ...person, party: one })))
  const signing = pairs.flatMap(([one, other]) => other.signatories.map((person) => ({ ...person, party: one })))
  const person = (who: { readonly name: string; readonly capacity: string }) => `${who.name}, ${who.capacity}`
  return [
    score,
    compareFields('party codes', pairs.flatMap(([one], at) => codes(at, one)), pairs.flatMap(([one, other], at) => codesAsked(codes(at, other), one)).map((field) => field.value)),
    compareFields('party roles', pairs.flatMap(([one]) => given(one.name, one.role)), pairs.flatMap(([one, other]) => (one.role === undefined ? [] : [`${one.name}=${other.role}`]))),
    compare('signatories', people, signing, (one, other) => one.party === other.party && sameName(one.name, other.name) && sameName(one.capacity, other.capacity), { wanted: person, found: person }).score,
  ]
}

type Signing = { readonly name: string; readonly capacity: string; readonly party: ExpectedParty; readonly optional?: boolean }

const codesAsked = (fields: readonly Field[], { siren, insee }: ExpectedParty): readonly Field[] => (siren === undefined && insee === undefined ? [] : fields)

const heading = (text: string): string => words(text).join(' ')

function scoreArticles({ articles }: Reading, wanted: Expected): Score {
  const label = (article: { readonly number: string; readonly heading: string }) => `${article.number} ${article.heading}`
  return compare('articles', wanted.articles, articles, (one, other) =>
    sameArticle(one.number, other.number) && one.depth === other.depth && heading(one.heading) === heading(other.heading), { wanted: label, found: label }).score
}

function scoreStamps(found: readonly Stamp[], wanted: readonly ExpectedStamp[]): readonly Score[] {
  const label = (stamp: { readonly id?: string; readonly valid: boolean }) => `${stamp.id ?? 'no identifier'} ${stamp.valid ? 'valid' : 'not valid'}`
  const { score, pairs } = compare('stamps', wanted, found, (one, other) => (one.id === undefined || one.id === other.id) && one.valid === other.valid, { wanted: label, found: label })
  const days = (at: number, stamp: { readonly transmittedOn?: string; readonly receivedOn?: string; readonly publishedOn?: string }) =>
    [...given(`${at} transmitted`, stamp.transmittedOn), ...given(`${at} received`, stamp.receivedOn), ...given(`${at} published`, stamp.publishedOn)]
  const problems = pairs.flatMap(([one], at) => [
    ...(one.problems ?? []).map((problem) => ({ value: `${at} ${problem}` })), ...(one.debatable ?? []).map((problem) => ({ value: `${at} ${problem}`, optional: true })),
  ])
  return [
    score,
    compareFields('stamp dates', pairs.flatMap(([one], at) => days(at, one)), pairs.flatMap(([, other], at) => days(at, other)).map((field) => field.value)),
    compareFields('stamp problems', problems, pairs.flatMap(([, other], at) => other.problems.map((problem) => `${at} ${problem}`))),
  ]
}

/** Years and months as months; the end date that follows from a length and a signature may be left out. */
function termFields(term: ExpectedTerm | null): readonly Field[] {
  if (term === null) return []
  const months = (term.years ?? 0) * 12 + (term.months ?? 0)
  return [
    ...given('months', months === 0 ? undefined : months), ...given('starts', term.startsOn),
    ...given('ends', term.endsOn, months > 0), ...given('signed', term.signedOn),
  ]
}

const scoreTerm = (found: Term | null, wanted: ExpectedTerm | null): Score => {
  const end = found?.endsOn !== undefined && wanted?.endsOn?.split('|').includes(found.endsOn) === true ? { endsOn: wanted.endsOn } : {}
  return compareFields('term', termFields(wanted), termFields(found === null ? null : { ...found, ...end }).map((field) => field.value))
}

function scoreFigures(reading: Reading, wanted: Expected): readonly Score[] {
  const date = (one: { readonly date: string; readonly about?: string; readonly what?: string }) => `${one.date} ${one.about ?? one.what ?? ''}`
  const amount = (one: { readonly cents: number; readonly taxBasis: string | null }) => `${one.cents / 100} € ${one.taxBasis ?? ''}`
  const rate = (one: { readonly percent: number; readonly cap?: boolean }) => `${one.percent} %${one.cap === true ? ' at most' : ''}`
  return [
    compare('dates', wanted.dates, reading.dates, (one, other) =>
      one.date === other.date && one.about.split('|').some((about) => fold(other.what).includes(about)), { wanted: date, found: date }, true).score,
    compare('amounts', wanted.amounts, reading.amounts, (one, other) => one.cents === other.cents && one.taxBasis === other.taxBasis, { wanted: amount, found: amount }, true).score,
    compare('rates', wanted.rates, reading.rates, (one, other) =>
      one.percent === other.percent && (one.cap === undefined || one.cap === (other.cap === true)), { wanted: rate, found: rate }, true).score,
  ]
}

/** `5-1` and `5.1` are one number. */
const articleKey = (number: string): string => fold(number).replaceAll('-', '.')
const sameArticle = (wanted: string, found: string): boolean => wanted === '*' || articleKey(wanted) === articleKey(found)

function scoreBodies(found: readonly Body[], wanted: readonly ExpectedBody[]): readonly Score[] {
  const label = (body: { readonly name: string; readonly article: string }) => `${body.name} (art. ${body.article})`
  const { score, pairs } = compare('bodies', wanted, found, (one, other) => sameName(one.name, other.name) && sameArticle(one.article, other.article), { wanted: label, found: label })
  const seats = pairs.flatMap(([one]) => one.seats.map((seat) => ({ ...seat, body: one })))
  const taken = pairs.flatMap(([one, other]) => other.seats.map((seat) => ({ ...seat, body: one })))
  const seat = (one: { readonly office: string; readonly representative: boolean; readonly body: ExpectedBody }) =>
    `${one.office}${one.representative ? ' or representative' : ''} in ${one.body.name}`
  const rules = (at: number, body: ExpectedBody | Body) =>
    [...given(`${at} meetings`, body.meetingsPerYear), ...given(`${at} convening days`, body.conveningDays), ...given(`${at} quorum`, body.quorum && 'stated')]
  const chairs = pairs.filter(([one]) => one.chair !== undefined)
  return [
    score,
    compare('seats', seats, taken, (one, other) => one.body === other.body && one.representative === other.representative && sameName(one.office, other.office), { wanted: seat, found: seat }).score,
    compareFields('body rules', pairs.flatMap(([one], at) => rules(at, one)), pairs.flatMap(([, other], at) => rules(at, other)).map((field) => field.value)),
    compareFields('chairs', chairs.map(([one]) => ({ value: one.chair ?? '' })), chairs.flatMap(([one, other]) =>
      other.chair === undefined ? [] : [sameName(one.chair ?? '', other.chair) ? (one.chair ?? '') : other.chair])),
  ]
}

function scoreObligations(found: readonly Obligation[], raw: string, wanted: readonly ExpectedObligation[]): readonly Score[] {
  const text = (one: Obligation) => raw.slice(one.span.start, one.span.end)
  const any = (wish: string, got: string) => wish === '*' || wish.split('|').includes(got)
  const { score, pairs } = compare('obligations', wanted, found, (one, other) =>
    sameArticle(one.article, other.article) && any(one.kind, other.kind) && any(one.rule.kind, other.rule.kind) && contains(text(other), one.quote), {
    wanted: (one) => `art. ${one.article} ${one.kind} ${one.rule.kind}: ${one.quote}`,
    found: (other) => `art. ${other.article} ${other.kind} ${other.rule.kind}: ${text(other).replace(/\s+/g, ' ').slice(0, 90)}`,
  })
  const values = (at: number, rule: ExpectedObligation['rule'] | Obligation['rule']) =>
    (['timesPerYear', 'years', 'months', 'days', 'on'] as const).flatMap((name) => given(`${at} ${name}`, Object.entries(rule).find(([key]) => key === name)?.[1]))
  return [score, compareFields('due rules', pairs.flatMap(([one], at) => values(at, one.rule)), pairs.flatMap(([one, other], at) => values(at, asked(other.rule, one.rule))).map((field) => field.value))]
}

/** Of the rule that was read, the figures the expected one states. */
const asked = (rule: Obligation['rule'], wanted: ExpectedObligation['rule']): ExpectedObligation['rule'] =>
  ({ kind: rule.kind, ...Object.fromEntries(Object.entries(rule).filter(([name]) => name in wanted)) })

const cited = (article: string | undefined): string => fold(article ?? '').replace(/[.\s]/g, '')

function scoreFrames(reading: Reading, wanted: Expected): readonly Score[] {
  const reference = (one: { readonly code: string; readonly article?: string; readonly text?: string }) => `${one.code} ${one.article ?? ''} ${one.text ?? ''}`.trim()
  const code = (one: { readonly code: string }) => one.code
  const programmes = compare('programmes', wanted.programmes, reading.programmes, (one, other) => fold(one.code) === fold(other.code), { wanted: code, found: code }, true)
  const named = programmes.pairs.filter(([one]) => one.communes !== undefined)
  return [
    compare('references', wanted.references, reading.references, (one, other) =>
      fold(one.code) === fold(other.code) && cited(one.article) === cited(other.article) && contains(other.text, one.text ?? ''), { wanted: reference, found: reference }, true).score,
    programmes.score,
    compareFields('programme communes', named.flatMap(([one]) => (one.communes ?? []).map((name) => ({ value: `${one.code} ${heading(name)}` }))),
      named.flatMap(([one, other]) => other.communes.map((name) => `${one.code} ${heading(name)}`))),
  ]
}

function scoreSignatures(reading: Reading, { signatures }: Expected): Score {
  if (signatures === undefined) return compareFields('signatures', [], [])
  const fields = (block: { readonly scrambled?: boolean; readonly place?: string; readonly signedOn?: string }) =>
    [...given('scrambled', block.scrambled === undefined ? undefined : String(block.scrambled)), ...given('place', block.place), ...given('signed', block.signedOn)]
  return compareFields('signatures', fields(signatures), statedOf(reading.signatures, signatures).flatMap(fields).map((field) => field.value))
}

/** Of the block that was read, what the expected one states. */
const statedOf = (block: Reading['signatures'], wanted: ExpectedSignatures): readonly ExpectedSignatures[] => {
  if (block === null) return []
  const { scrambled, ...rest } = block
  return [wanted.scrambled === undefined ? rest : { scrambled, ...rest }]
}

function scoreDefects(reading: Reading, wanted: Expected): Score {
  const label = (defect: { readonly code: string; readonly article?: string }) => `${defect.code}${defect.article === undefined ? '' : ` (art. ${defect.article})`}`
  return compare('defects', wanted.defects, reading.defects, (one, other) =>
    one.code === other.code && (one.article === undefined || sameArticle(one.article, other.article ?? '')), { wanted: label, found: label }, true).score
}
