// Facts as forms: what was read comes back unchanged when nobody changes it; what is typed wrong is named.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSiren } from '../../kernel/siren.ts'
import { readConvention } from '../../reading/read.ts'
import { listSamples } from '../../testing/samples.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { factFields, readFact, typedOf } from './fact-form.rules.ts'
import { factKinds, factsOf } from './fact.rules.ts'
import type { FactKind, FactValue } from './fact.rules.ts'

function unchanged(kind: FactKind, value: FactValue): void {
  expect(readFact(kind, typedOf(kind, value), value)).toEqual({ ok: true, value })
}

describe('a fact sent back as it was shown', () => {
  const samples = [...listSamples('open'), ...listSamples('held')].map(({ name, raw }) => [name, raw] as const)
  test.each(samples)('is the fact that was read, for every fact of %s', (_, raw) => {
    const changed = factsOf(readConvention(raw, loadTerritories().gazetteer)).filter(({ kind, value }) => {
      // What the text itself leaves faulty is asked of the person: a SIREN whose key is wrong, a delay that does not say from when.
      const typed = typedOf(kind, value)
      const rule = typed['rule.kind'] === 'deadline' && typed['rule.after'] === '' ? { after: 'la signature' } : {}
      const siren = kind === 'stamp' && value['problems'] !== undefined && !isSiren(typed['siren'] ?? '') ? { siren: '' } : {}
      const outcome = readFact(kind, { ...typed, ...siren, ...('after' in rule && { 'rule.after': rule.after }) }, value)
      return !outcome.ok
        || !isDeepStrictEqual({ ...value, ...outcome.value, rule: 'after' in rule ? value['rule'] : outcome.value['rule'] },
          { ...value, rule: value['rule'] })
    })
    expect(changed).toEqual([])
  })

  const words = fc.stringMatching(/^[A-Za-zé’]([a-zé’ ]{0,20}[a-zé’])?$/)
  const day = fc.date({ min: new Date('1982-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10))
  const few = fc.integer({ min: 0, max: 9999 })
  const siren = fc.constantFrom('216201863', '246200364', '211301106')
  const rule = fc.oneof(
    fc.record({ kind: fc.constant('recurring'), timesPerYear: fc.constantFrom(1, 2, 0.5, 1 / 3, 0.25, 12), before: words },
      { requiredKeys: ['kind', 'timesPerYear'] }),
    fc.record({ kind: fc.constant('deadline'), years: few, months: few, days: few, after: words }, { requiredKeys: ['kind', 'after'] }),
    fc.record({ kind: fc.constant('date'), on: day }), fc.record({ kind: fc.constantFrom('term', 'standing') }),
    fc.record({ kind: fc.constant('condition'), when: words }),
  )
  const rank = fc.constantFrom(-2, -1, 1, 2, 12)
  const target = fc.record({ article: fc.constantFrom('5', '3.2', 'annexe 2', 'préambule'), paragraph: rank, sentence: rank,
    item: fc.oneof(rank, fc.constantFrom('a', '3°', '2°>b', 'II', '2')), words, occurrence: fc.constantFrom('all', 2) }, { requiredKeys: [] })
    .map(({ occurrence, ...place }) => ({ ...place, ...(occurrence !== undefined && place.words !== undefined ? { occurrence } : {}) }))
  const place = target.map((whole) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'words' && name !== 'occurrence')))
  const level = fc.constantFrom('article', 'paragraph', 'words', 'amount')
  const change = fc.oneof(
    fc.record({ verb: fc.constant('replace'), target, level, by: words, heading: words }, { requiredKeys: ['verb', 'target', 'level', 'by'] }),
    fc.record({ verb: fc.constant('insert'), side: fc.constantFrom('before', 'after'), target, level, text: words, number: words, heading: words },
      { requiredKeys: ['verb', 'side', 'target', 'level', 'text'] }),
    fc.record({ verb: fc.constant('complete'), target: place, level, text: words, number: words },
      { requiredKeys: ['verb', 'target', 'level', 'text'] }),
    fc.record({ verb: fc.constant('delete'), target, level }),
    fc.record({ verb: fc.constant('renumber'), target: fc.constantFrom({ article: '5' }, { article: '5', item: '3°' }), to: words }),
    fc.record({ verb: fc.constant('term'), until: day, by: few, lasts: few }, { requiredKeys: ['verb', 'until'] }),
    fc.record({ verb: fc.constant('party'), change: fc.constantFrom('add', 'remove'), name: words, role: words },
      { requiredKeys: ['verb', 'change', 'name'] }),
    fc.record({ verb: fc.constant('sector'), change: fc.constantFrom('add', 'replace'), name: words, commune: words },
      { requiredKeys: ['verb', 'change', 'name'] }),
    fc.record({ verb: fc.constant('body'), change: fc.constant('rename'), name: words, to: words }),
  )
  const values: Readonly<Record<FactKind, fc.Arbitrary<FactValue>>> = {
    title: fc.record({ title: words, kind: fc.constantFrom('umbrella', 'programme', 'membership', 'amendment', 'other'),
      language: fc.constantFrom('fr', 'und') }),
    party: fc.record({
      name: words, kind: fc.constantFrom('epci', 'commune', 'state', 'other'),
      role: fc.constantFrom('carrier', 'beneficiary', 'partner', 'signatory'),
      insee: fc.constantFrom('62186', '2A004', '97411'), siren,
      signatories: fc.array(fc.record({ name: words, capacity: fc.oneof(words, fc.constant('')) })),
    }, { requiredKeys: ['name', 'kind', 'role', 'signatories'] }),
    term: fc.record({ years: few, months: few, startsOn: fc.oneof(fc.constant('signature'), day), signedOn: day, endsOn: day },
      { requiredKeys: ['startsOn'] }),
    body: fc.record({
      name: words, article: words, chair: words, seats: fc.array(fc.record({ office: words, representative: fc.boolean() })),
      meetingsPerYear: fc.constantFrom(1, 2, 0.5, 24.33, 1 / 3), quorum: words, conveningDays: few,
    }, { requiredKeys: ['name', 'seats'] }),
    obligation: fc.record({ article: words, kind: fc.constantFrom('meeting', 'report', 'funding', 'other'), bearer: words, rule },
      { requiredKeys: ['kind', 'rule'] }),
    stamp: fc.record({ id: words, siren, actDate: day, number: words, transmittedOn: day, receivedOn: day, publishedOn: day, raw: words,
      valid: fc.boolean() }, { requiredKeys: ['raw', 'valid'] }),
    date: fc.record({ date: day, what: words }),
    amount: fc.record({ cents: fc.integer({ min: 0, max: 10 ** 14 - 1 }), taxBasis: fc.constantFrom(null, 'HT', 'TTC') }),
    rate: fc.record({ percent: fc.integer({ min: 0, max: 99_999 }).map((hundredths) => hundredths / 100), cap: fc.constant(true) },
      { requiredKeys: ['percent'] }),
    programme: fc.record({ code: words, name: words, communes: fc.array(words), since: day }, { requiredKeys: ['code', 'name', 'communes'] }),
    reference: fc.record({ text: words, code: words, article: words }, { requiredKeys: ['text', 'code'] }),
    article: fc.record({ number: words, heading: words, text: fc.array(words, { minLength: 1 }).map((lines) => lines.join('\n')), depth: few },
      { requiredKeys: ['number', 'depth'] }),
    defect: fc.record({ message: words, code: words }),
    instruction: fc.record({ article: words, change, entersOn: day, sentence: words }, { requiredKeys: ['article', 'change', 'sentence'] }),
  }
  test.each(factKinds)('is the same %s, whatever it holds', (kind) => {
    fc.assert(fc.property(values[kind], (value) => {
      unchanged(kind, value)
    }))
  })
})

describe('a fact typed by a person', () => {
  const typed: Readonly<Record<FactKind, Readonly<Record<string, string>>>> = {
    title: { title: ' Convention ', kind: 'umbrella' },
    party: { name: 'Lens', kind: 'commune', role: 'beneficiary', siren: '216 204 982', insee: '2a004', signatories: 'Jean PETIT, maire, conseiller' },
    term: { years: '5', startsOn: 'signature', signedOn: '06/04/2023' },
    body: { name: 'Comité', seats: 'Maire de Lens\n\nPréfet [ou son représentant]', meetingsPerYear: '1' },
    obligation: { kind: 'report', 'rule.kind': 'recurring', 'rule.timesPerYear': '0,5', 'rule.when': 'left over from another rule' },
    stamp: { receivedOn: '16/12/2022' },
    date: { date: '1/3/2024', what: 'signature' }, amount: { cents: '1 234,5 €', taxBasis: '' }, rate: { percent: '12,5', cap: 'oui' },
    programme: { code: 'PVD', name: 'Petites villes', communes: 'Lens\nLiévin' },
    reference: { text: 'article L.303-2', code: 'CCH' }, article: { number: '9' }, defect: { message: 'Vu' },
    instruction: { verb: 'replace', inArticle: '5', paragraph: 'dernier', words: 'cinq ans', everywhere: 'oui', newText: 'six ans',
      entersOn: '1/1/2027', orderedBy: '2', side: 'left over from another verb' },
  }
  const expected: Readonly<Record<FactKind, FactValue>> = {
    title: { title: 'Convention', kind: 'umbrella' },
    party: { name: 'Lens', kind: 'commune', role: 'beneficiary', siren: '216204982', insee: '2A004',
      signatories: [{ name: 'Jean PETIT', capacity: 'maire, conseiller' }] },
    term: { years: 5, startsOn: 'signature', signedOn: '2023-04-06' },
    body: { name: 'Comité', seats: [{ office: 'Maire de Lens', representative: false }, { office: 'Préfet', representative: true }],
      meetingsPerYear: 1 },
    obligation: { kind: 'report', rule: { kind: 'recurring', timesPerYear: 0.5 } }, stamp: { receivedOn: '2022-12-16' },
    date: { date: '2024-03-01', what: 'signature' }, amount: { cents: 123_450, taxBasis: null }, rate: { percent: 12.5, cap: true },
    programme: { code: 'PVD', name: 'Petites villes', communes: ['Lens', 'Liévin'] },
    reference: { text: 'article L.303-2', code: 'CCH' }, article: { number: '9' }, defect: { message: 'Vu' },
    instruction: { article: '2', entersOn: '2027-01-01',
      sentence: 'Remplacer, au dernier alinéa de l’article 5, chaque fois « cinq ans » par « six ans ».',
      change: { verb: 'replace', target: { article: '5', paragraph: -1, words: 'cinq ans', occurrence: 'all' }, level: 'words', by: 'six ans' } },
  }
  test.each(factKinds)('is read as a %s', (kind) => {
    expect(readFact(kind, typed[kind], {})).toEqual({ ok: true, value: expected[kind] })
  })

  test.each<[FactKind, string, string, string]>([
    ['title', 'title', '  ', 'missing'], ['title', 'kind', 'treaty', 'choiceUnknown'], ['party', 'siren', '216201868', 'sirenKey'],
    ['party', 'insee', '6218', 'inseeUnreadable'],
    ['party', 'signatories', ', maire', 'lineUnreadable'], ['term', 'years', 'cinq', 'numberUnreadable'], ['term', 'startsOn', '', 'missing'],
    ['term', 'startsOn', 'bientôt', 'dateUnreadable'],
    ['term', 'signedOn', '31/02/2023', 'dateUnreadable'], ['obligation', 'rule.timesPerYear', '', 'missing'],
    ['obligation', 'rule.timesPerYear', 'souvent', 'numberUnreadable'],
    ['obligation', 'rule.kind', '', 'missing'], ['amount', 'cents', '1.234', 'amountUnreadable'], ['amount', 'cents', '-5', 'amountUnreadable'],
    ['amount', 'taxBasis', 'TVA', 'choiceUnknown'],
    ['rate', 'percent', '', 'missing'], ['date', 'date', '2024', 'dateUnreadable'], ['article', 'number', '', 'missing'],
    ['defect', 'message', '', 'missing'], ['instruction', 'verb', '', 'missing'], ['instruction', 'verb', 'burn', 'choiceUnknown'],
    ['instruction', 'paragraph', 'bientôt', 'rankUnreadable'], ['instruction', 'newText', ' ', 'missing'],
    ['instruction', 'entersOn', '2027', 'dateUnreadable'], ['instruction', 'inArticle', '?', 'clauseUnreadable'],
  ])('as a %s with %s « %s » is refused: %s', (kind, field, words, why) => {
    const outcome = readFact(kind, { ...typed[kind], [field]: words }, {})
    expect(outcome.ok ? [] : outcome.problems).toContainEqual({ field, why })
  })

  test.each([['deadline', 'rule.after'], ['date', 'rule.on'], ['condition', 'rule.when']])('as a promise on %s needs %s', (rule, field) => {
    expect(readFact('obligation', { kind: 'other', 'rule.kind': rule }, {})).toEqual({ ok: false, problems: [{ field, why: 'missing' }] })
  })

  test('keeps what the form does not show, and drops what was emptied', () => {
    expect(readFact('party', { ...typed.party, siren: '', signatories: '' }, { raw: 'kept', siren: '216204982' }))
      .toMatchObject({ ok: true, value: { raw: 'kept', signatories: [] } })
    expect(readFact('party', { ...typed.party, siren: '' }, { siren: '216204982' })).not.toMatchObject({ value: { siren: '216204982' } })
  })

  test('has at least one field, whatever its kind', () => {
    for (const kind of factKinds) expect(factFields[kind].length).toBeGreaterThan(0)
  })
})
