// Facts under review: how they come out of a reading, in what order they are put, what stands, what may be published.
import { describe, expect, test } from 'vitest'
import { readConvention } from '../../reading/read.ts'
import { listSamples } from '../../testing/samples.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { factKinds, factsOf, inReviewOrder, isAbsence, publish, standing, sure, waiting } from './fact.rules.ts'
import type { FactKind, FactValue, ReviewedFact } from './fact.rules.ts'

const fact = (id: string, fields: Partial<ReviewedFact> = {}): ReviewedFact =>
  ({ id, kind: 'date', value: {}, span: null, confidence: 0.8, version: 0, verdict: null, added: false, ...fields })
const ids = (facts: readonly ReviewedFact[]): string => facts.map(({ id }) => id).join(' ')

describe('the facts of a reading', () => {
  const samples = listSamples('open').map(({ name, raw }) => [name, raw] as const)
  test.each(samples)('of %s hold everything that was read, its span and confidence apart', (_, raw) => {
    const reading = readConvention(raw, loadTerritories().gazetteer)
    const facts = factsOf(reading)
    const count = (kind: FactKind): number => facts.filter((known) => known.kind === kind).length
    expect([count('title'), count('party'), count('term'), count('article'), count('stamp'), count('defect')])
      .toEqual([1, reading.parties.length, reading.term === null ? 0 : 1, reading.articles.length, reading.stamps.length,
        reading.defects.length + reading.unreadInstructions.length])
    expect(facts.filter(({ value }) => 'span' in value || 'confidence' in value)).toEqual([])
    expect(facts.filter(({ confidence }) => !(confidence > 0 && confidence <= 1))).toEqual([])
    const order = facts.map(({ kind }) => factKinds.indexOf(kind))
    expect(order).toEqual([...order].sort((one, other) => one - other))
  })

  test('of a text without a title are put before a person', () => {
    expect(factsOf(readConvention('', loadTerritories().gazetteer))[0]).toMatchObject({ kind: 'title', confidence: 0.5 })
  })
})

describe('a review', () => {
  const [unsure, plain, certain, done, out] = [
    fact('unsure', { confidence: 0.5 }), fact('plain', { confidence: 0.8 }), fact('certain', { confidence: 0.9 }),
    fact('done', { confidence: 0.2, verdict: 'accepted', version: 1 }), fact('out', { confidence: 1, verdict: 'rejected', version: 1 }),
  ]
  test('puts what is unsure first, then what is undecided, then the rest, each in the order of the text', () => {
    expect(ids(inReviewOrder([done, certain, unsure, out, plain]))).toBe('unsure certain plain done out')
  })

  test('accepts at one stroke only what is undecided and sure', () => {
    expect(ids(sure([unsure, plain, certain, done, out]))).toBe('certain')
  })

  test('waits for what nobody decided, and keeps what was accepted or corrected', () => {
    expect(ids(waiting([unsure, plain, certain, done, out]))).toBe('unsure plain certain')
    expect(ids(standing([unsure, done, out, fact('corrected', { verdict: 'corrected' })]))).toBe('done corrected')
  })
})

describe('a publication', () => {
  const kept = (kind: FactKind, value: FactValue = {}, verdict: ReviewedFact['verdict'] = 'accepted'): ReviewedFact =>
    fact(kind, { kind, value, verdict, version: 1 })
  const [title, commune, ours, theirs] = [
    kept('title'), kept('party', { kind: 'commune', siren: '216201863' }), kept('party', { kind: 'epci', siren: '246200364' }),
    kept('party', { kind: 'epci', siren: '200072460' }),
  ]
  test.each<[string, readonly ReviewedFact[]]>([
    ['the EPCI of the operation is a party', [title, ours, commune]], ['no EPCI is recognised in it', [title, commune]],
    ['the EPCI has no SIREN yet', [title, kept('party', { kind: 'epci' })]], ['several EPCI are parties, ours among them', [title, theirs, ours]],
  ])('is possible when %s', (_, facts) => {
    expect(publish(facts, '246200364', false)).toEqual({ ok: true, value: facts })
  })

  test.each<[string, readonly ReviewedFact[], boolean, readonly string[]]>([
    ['a fact waits', [title, ours, fact('w')], false, ['factsWaiting']],
    ['the title was rejected', [kept('title', {}, 'rejected'), ours], false, ['titleMissing']],
    ['no party stands', [title, kept('party', {}, 'rejected')], false, ['partyMissing']],
    ['it was done before', [title, ours], true, ['alreadyPublished']],
    ['the EPCI is another', [title, theirs], false, ['epciDiffers']],
    ['nothing was reviewed', [fact('w')], false, ['factsWaiting', 'titleMissing', 'partyMissing']],
  ])('is refused when %s', (_, facts, already, problems) => {
    expect(publish(facts, '246200364', already)).toEqual({ ok: false, problems })
  })

  test('leaves out what was rejected', () => {
    const outcome = publish([title, ours, kept('date', {}, 'rejected')], '246200364', false)
    expect(outcome.ok && ids(outcome.value)).toBe('title party')
  })
})

test('a missing date is an absence, a wrong stamp is not', () => {
  expect(['signature-date-missing', 'sector-missing'].map(isAbsence)).toEqual([true, true])
  expect(['stamp-siren-invalid', 'two-capacities', ''].map(isAbsence)).toEqual([false, false, false])
})
