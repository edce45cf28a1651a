// How well a reading agrees with what a careful reader found: precision and recall, kind by kind. Pure.
import { fold } from '../kernel/text.ts'
import type { Reading, Stamp } from './facts.ts'
import { alike, compare, compareFields, type Field, given, sameName, type Score, words } from './samples/comparison.ts'
import { sameArticle, scoreBodies, scoreObligations } from './samples/clauses.ts'
import type { Expected, ExpectedSignatures, ExpectedStamp, ExpectedTerm } from './samples/expected.ts'
import { scoreFigures } from './samples/figures.ts'
import { scoreParties } from './samples/parties.ts'

/** Scores of one document, in the order of the reading; `raw` is the text that was read, in which the spans are. */
export function scoreReading(reading: Reading, raw: string, wanted: Expected): readonly Score[] {
  return [
    ...scoreHead(reading, wanted),
    ...scoreParties(reading.parties, wanted.parties),
    scoreArticles(reading, wanted),
    ...scoreStamps(reading.stamps, wanted.stamps),
    scoreTerm(reading, wanted),
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
  const kind = wanted.kind.split('|').includes(reading.kind) ? wanted.kind : reading.kind
  return [compareFields('title', [{ value: wanted.title }], [title]), compareFields('kind', [{ value: wanted.kind }], [kind])]
}

const heading = (text: string): string => words(text).join(' ')

function scoreArticles({ articles }: Reading, wanted: Expected): Score {
  const label = (article: { readonly number: string; readonly heading: string }) => `${article.number} ${article.heading}`
  const titled = (one: string, other: string) => one === '' || heading(one) === heading(other)
  return compare('articles', wanted.articles, articles, (one, other) =>
    sameArticle(one.number, other.number) && one.depth === other.depth && titled(one.heading, other.heading), alike(label)).score
}

type StampDays = { readonly transmittedOn?: string; readonly receivedOn?: string; readonly publishedOn?: string }
const daysOf = (at: number, stamp: StampDays): readonly Field[] =>
  [...given(`${at} transmitted`, stamp.transmittedOn), ...given(`${at} received`, stamp.receivedOn), ...given(`${at} published`, stamp.publishedOn)]

const problemsOf = (at: number, stamp: ExpectedStamp): readonly Field[] => [
  ...(stamp.problems ?? []).map((problem) => ({ value: `${at} ${problem}` })),
  ...(stamp.debatable ?? []).map((problem) => ({ value: `${at} ${problem}`, optional: true })),
]

function scoreStamps(found: readonly Stamp[], wanted: readonly ExpectedStamp[]): readonly Score[] {
  const label = (stamp: { readonly id?: string; readonly valid: boolean }) =>
    `${stamp.id ?? 'no identifier'} ${stamp.valid ? 'valid' : 'not valid'}`
  const same = (one: ExpectedStamp, other: Stamp) => (one.id === undefined || one.id === other.id) && one.valid === other.valid
  const { score, pairs } = compare('stamps', wanted, found, same, alike(label))
  const days = pairs.flatMap(([, other], at) => daysOf(at, other))
  const problems = pairs.flatMap(([, other], at) => other.problems.map((problem) => `${at} ${problem}`))
  return [
    score,
    compareFields('stamp dates', pairs.flatMap(([one], at) => daysOf(at, one)), days.map((field) => field.value)),
    compareFields('stamp problems', pairs.flatMap(([one], at) => problemsOf(at, one)), problems),
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

function scoreTerm({ term: found }: Reading, { term: wanted }: Expected): Score {
  const settle = (asked: string | undefined, read: string | undefined) => (asked?.split('|').includes(read ?? '') === true ? read : asked)
  const [startsOn, endsOn] = [settle(wanted?.startsOn, found?.startsOn), settle(wanted?.endsOn, found?.endsOn)]
  const term = wanted === null || startsOn === undefined ? null : { ...wanted, startsOn, ...(endsOn === undefined ? {} : { endsOn }) }
  return compareFields('term', termFields(term), termFields(found).map((field) => field.value))
}

const cited = (article: string | undefined): string => fold(article ?? '').replace(/[.\s]/g, '')

function scoreFrames(reading: Reading, wanted: Expected): readonly Score[] {
  const reference = (one: { readonly code: string; readonly article?: string; readonly text?: string }) =>
    `${one.code} ${one.article ?? ''} ${one.text ?? ''}`.trim()
  const code = (one: { readonly code: string }) => one.code
  const sameCode = (one: { readonly code: string }, other: { readonly code: string }) => fold(one.code) === fold(other.code)
  const references = compare('references', wanted.references, reading.references, (one, other) =>
    sameCode(one, other) && cited(one.article) === cited(other.article) && sameName(one.text ?? other.text, other.text), alike(reference), true)
  const programmes = compare('programmes', wanted.programmes, reading.programmes, sameCode, alike(code), true)
  const named = programmes.pairs.filter(([one]) => one.communes !== undefined)
  const town = (programme: string, name: string): string => `${programme} ${heading(name)}`
  return [
    references.score,
    programmes.score,
    compareFields('programme communes', named.flatMap(([one]) => (one.communes ?? []).map((name) => ({ value: town(one.code, name) }))),
      named.flatMap(([one, other]) => other.communes.map((name) => town(one.code, name)))),
  ]
}

const signatureFields = (block: ExpectedSignatures): readonly Field[] => [
  ...given('scrambled', block.scrambled === undefined ? undefined : String(block.scrambled)),
  ...given('place', block.place), ...given('signed', block.signedOn),
]

/** Whether the block is scrambled is asked only where the sample states it. */
function scoreSignatures({ signatures: block }: Reading, { signatures: wanted }: Expected): Score {
  if (wanted === undefined || block === null) return compareFields('signatures', wanted === undefined ? [] : signatureFields(wanted), [])
  const { scrambled, ...rest } = block
  const read = signatureFields(wanted.scrambled === undefined ? rest : { scrambled, ...rest })
  return compareFields('signatures', signatureFields(wanted), read.map((field) => field.value))
}

function scoreDefects(reading: Reading, wanted: Expected): Score {
  const label = (defect: { readonly code: string; readonly article?: string }) =>
    `${defect.code}${defect.article === undefined ? '' : ` (art. ${defect.article})`}`
  return compare('defects', wanted.defects, reading.defects, (one, other) =>
    one.code === other.code && (one.article === undefined || sameArticle(one.article, other.article ?? '')), alike(label), true).score
}
