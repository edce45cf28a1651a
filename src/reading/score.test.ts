// The measure itself: what counts as matched, missed, in excess, and what counts as neither.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import { cents } from '../kernel/money.ts'
import { readingSchema, type Reading } from './facts.ts'
import { compare, contains, sameName, sumScores } from './samples/comparison.ts'
import type { Expected } from './samples/expected.ts'
import { scoreReading } from './score.ts'

const span = { start: 0, end: 0 }
const raw = 'Le comité se réunit deux fois par an. Un bilan est conduit au terme.'
const reading: Reading = {
  schema: readingSchema, title: 'Convention', kind: 'umbrella', language: 'fr', recitals: [], articles: [], stamps: [], term: null, dates: [],
  amounts: [], rates: [], parties: [], bodies: [], obligations: [], references: [], programmes: [], signatures: null,
  instructions: [], unreadInstructions: [], defects: [],
}
const expected: Expected = {
  title: 'Convention', kind: 'umbrella', parties: [], articles: [], stamps: [], term: null, dates: [], amounts: [], rates: [], bodies: [],
  obligations: [], references: [], programmes: [], defects: [],
}
const scoreOf = (kind: string, read: Partial<Reading>, wanted: Partial<Expected>) =>
  scoreReading({ ...reading, ...read }, raw, { ...expected, ...wanted }).find((score) => score.kind === kind)

describe('scoring a reading', () => {
  test('a perfect reading has neither miss nor excess, whatever the kind', () => {
    for (const score of scoreReading(reading, raw, expected)) {
      expect([score.precision, score.recall, score.missing, score.extra]).toEqual([1, 1, [], []])
    }
  })
  test('an amount counts once however often it is printed, and its tax basis must agree', () => {
    const amount = (taxBasis: 'HT' | 'TTC') => ({ cents: cents(100), taxBasis, span, confidence: 1 })
    const score = scoreOf('amounts', { amounts: [amount('HT'), amount('HT'), amount('TTC')] }, { amounts: [{ cents: 100, taxBasis: 'HT' }] })
    expect(score).toMatchObject({ expected: 1, found: 2, matched: 1, precision: 0.5, recall: 1, extra: ['1 € TTC'] })
  })
  test('an optional item is neither a miss when absent nor false when found', () => {
    const wanted = { dates: [{ date: '2023-01-02', about: 'loi', optional: true }] }
    expect(scoreOf('dates', {}, wanted)).toMatchObject({ expected: 0, found: 0 })
    const found = { dates: [{ date: date('2023-01-02'), what: 'loi de finances', span, confidence: 1 }] }
    expect(scoreOf('dates', found, wanted)).toMatchObject({ expected: 0, found: 0, extra: [] })
  })
  test('a date matches only when the event holds one of the words', () => {
    const found = { dates: [{ date: date('2023-01-02'), what: 'Délibération du conseil', span, confidence: 1 }] }
    expect(scoreOf('dates', found, { dates: [{ date: '2023-01-02', about: 'signature|deliberation' }] })).toMatchObject({ matched: 1 })
    expect(scoreOf('dates', found, { dates: [{ date: '2023-01-02', about: 'signature' }] })).toMatchObject({ matched: 0, found: 1, expected: 1 })
  })
  test('a party is the same under its short name, but not under another kind', () => {
    const party = (kind: 'commune' | 'epci') => ({ name: 'Lens', kind, role: 'beneficiary' as const, signatories: [], span, confidence: 1 })
    const wanted = { parties: [{ name: 'Commune de Lens', kind: 'commune' as const, signatories: [] }] }
    expect(scoreOf('parties', { parties: [party('commune')] }, wanted)).toMatchObject({ matched: 1 })
    expect(scoreOf('parties', { parties: [party('epci')] }, wanted)).toMatchObject({ matched: 0, extra: ['epci Lens'] })
  })
  test('an obligation matches on article, kind, rule and words, and its figures are scored apart', () => {
    const rule = { kind: 'recurring' as const, timesPerYear: 1 }
    const found = { article: '5', kind: 'meeting' as const, rule, span: { start: 0, end: 37 }, confidence: 1 }
    const wanted = { article: '5', kind: 'meeting' as const, rule: { kind: 'recurring' as const, timesPerYear: 2 }, quote: 'se réunit deux fois' }
    expect(scoreOf('obligations', { obligations: [found] }, { obligations: [wanted] })).toMatchObject({ matched: 1, extra: [] })
    expect(scoreOf('due rules', { obligations: [found] }, { obligations: [wanted] })).toMatchObject({ matched: 0, expected: 1, found: 1 })
    expect(scoreOf('obligations', { obligations: [{ ...found, article: '6' }] }, { obligations: [wanted] })).toMatchObject({ matched: 0 })
  })
  test('a term of 18 months is a term of a year and six months, and a computed end may be left out', () => {
    const term = { years: 1, months: 6, startsOn: 'signature' as const, signedOn: date('2021-04-16'), span, confidence: 1 }
    const wanted = { months: 18, startsOn: 'signature', signedOn: '2021-04-16', endsOn: '2022-10-16' }
    expect(scoreOf('term', { term }, { term: wanted })).toMatchObject({ expected: 3, matched: 3, extra: [] })
    expect(scoreOf('term', { term: { ...term, endsOn: date('2022-10-15') } }, { term: wanted })).toMatchObject({ extra: ['ends=2022-10-15'] })
  })
})

describe('comparing', () => {
  test('no found item serves twice', () => {
    type Named = { readonly name: string; readonly optional?: boolean }
    const same = (one: Named, other: string) => one.name === other
    const labels = { wanted: (one: Named) => one.name, found: (one: string) => one }
    const twice: readonly Named[] = [{ name: 'a' }, { name: 'a' }]
    expect(compare('x', twice, ['a'], same, labels).score).toMatchObject({ matched: 1, missing: ['a'] })
    expect(compare('x', twice.slice(1), ['a', 'a'], same, labels).score).toMatchObject({ matched: 1, extra: ['a'] })
  })
  test('scores of documents add up before the shares are taken', () => {
    const [one, other] = [scoreOf('amounts', {}, { amounts: [{ cents: 1, taxBasis: null }] }), scoreOf('amounts', {}, {})]
    const sum = sumScores([[one, other].flatMap((score) => score ?? [])])
    expect(sum).toMatchObject([{ kind: 'amounts', expected: 1, found: 0, precision: 1, recall: 0 }])
  })
  test('names agree when one holds all the words of the other', () => {
    expect(sameName("Maire d'Épinac", 'le maire d’EPINAC')).toBe(true)
    expect(sameName('comité de pilotage', "comité de pilotage de l'ORT")).toBe(true)
    expect(sameName('comité de pilotage', 'comité technique')).toBe(false)
    expect(sameName('', 'comité')).toBe(false)
  })
  test('a quote is found across line ends, hyphenation and the noise of a page', () => {
    expect(contains('au moins deux réu-\n   nions par an', 'deux réunions par an')).toBe(true)
    expect(contains('au moins deux\nPage 4 sur 12\nréunions par an', 'deux réunions par an')).toBe(true)
    expect(contains('réunions par an, deux', 'deux réunions')).toBe(false)
  })
})
