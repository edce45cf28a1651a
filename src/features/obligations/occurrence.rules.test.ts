// Every form of promise over the life of a convention: when it falls due, what is known of it on a day, and what stays true whatever the dates.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, daysInMonth, plainDate, plusDays, plusMonths } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { ObligationRule } from '../../reading/facts.ts'
import { anchorOf, occurrencesOf } from './occurrence.rules.ts'
import type { ConventionDays, Kept, Occurrence, Promised } from './occurrence.rules.ts'

const d = date
const days = (signedOn: string | null, endsOn: string | null): ConventionDays =>
  ({ signedOn: signedOn === null ? null : d(signedOn), entersOn: signedOn === null ? null : d(signedOn), endsOn: endsOn === null ? null : d(endsOn) })
const nothing: Kept = { proofs: [], waivers: [], events: [] }
const promised = (rule: ObligationRule, words = '', kind = 'report'): Promised => ({ kind, rule, words })
const always = { from: d('1900-01-01'), to: d('2099-12-31') }
const today = d('2026-03-12')
const lensLievin = days('2023-04-06', '2028-04-06')
const all = (given: Promised, of = lensLievin, kept = nothing, on = today): readonly Occurrence[] => occurrencesOf(given, of, kept, always, on)
const dues = (given: Promised, of = lensLievin): readonly (string | null)[] => all(given, of).map(({ due, why }) => due ?? why)
const yearly: ObligationRule = { kind: 'recurring', timesPerYear: 1 }

describe('falls due', () => {
  test.each<[string, Promised, ConventionDays, readonly (string | null)[]]>([
    ['each year on the anniversary of the entry into force, the last one at the end', promised(yearly), lensLievin,
      ['2024-04-06', '2025-04-06', '2026-04-06', '2027-04-06', '2028-04-06']],
    ['each year, the last on the eve of the anniversary when the first day of the term counts', promised(yearly), days('2023-04-06', '2025-04-05'),
      ['2024-04-06', '2025-04-05']],
    ['never in a year that the end cuts short', promised(yearly), days('2023-04-06', '2025-01-31'), ['2024-04-06']],
    ['at the end of a shorter February', promised(yearly), days('2024-02-29', '2028-02-29'), ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['every two years', promised({ kind: 'recurring', timesPerYear: 0.5 }), lensLievin, ['2025-04-06', '2027-04-06']],
    ['each year before a day', promised({ kind: 'recurring', timesPerYear: 1, before: '30 juin' }), lensLievin,
      ['2023-06-30', '2024-06-30', '2025-06-30', '2026-06-30', '2027-06-30']],
    ['each year before a day read without its accent', promised({ kind: 'recurring', timesPerYear: 1, before: '1er fevrier' }), lensLievin,
      ['2024-02-01', '2025-02-01', '2026-02-01', '2027-02-01', '2028-02-01']],
    ['on the anniversary when the day named does not exist', promised({ kind: 'recurring', timesPerYear: 1, before: '31 juin' }),
      days('2023-04-06', '2024-04-06'), ['2024-04-06']],
    ['each civil year when the clause counts in civil years', promised({ kind: 'recurring', timesPerYear: 3 }, 'trois fois par année civile'),
      days('2023-04-06', '2025-04-06'), ['2023-12-31', '2024-12-31']],
    ['never while the entry into force is unknown', promised(yearly), days(null, null), ['startUnknown']],
    ['at the term', promised({ kind: 'term' }), lensLievin, ['2028-04-06']],
    ['six months before the term when the clause says so', promised({ kind: 'term' }, 'au moins six (6) mois avant le terme de la convention'),
      days('2023-08-31', '2028-08-31'), ['2028-02-29']],
    ['at a term nobody knows', promised({ kind: 'term' }), days('2023-04-06', null), ['endUnknown']],
    ['eighteen months after the signature', promised({ kind: 'deadline', months: 18, after: 'la signature de la convention' }),
      days('2023-08-31', null), ['2025-02-28']],
    ['a month, ten days and a year after it', promised({ kind: 'deadline', years: 1, months: 1, days: 10, after: 'sa SIGNATURE' }),
      days('2023-01-31', null), ['2024-03-10']],
    ['in the first year', promised({ kind: 'deadline', years: 1, after: '' }), lensLievin, ['2024-04-06']],
    ['three months after the end', promised({ kind: 'deadline', months: 3, after: "l'expiration de la convention" }), lensLievin, ['2028-07-06']],
    ['within a month of something nobody dated', promised({ kind: 'deadline', months: 1, after: 'la notification du marché' }), lensLievin,
      ['eventAwaited']],
    ['on a condition', promised({ kind: 'condition', when: 'en cas de résiliation' }), lensLievin, ['conditionAwaited']],
    ['all the time', promised({ kind: 'standing' }), lensLievin, ['noDay']],
    ['on the day it names, whether the signature is known or not', promised({ kind: 'date', on: d('2025-12-31') }), days(null, null), ['2025-12-31']],
    ['beyond any calendar', promised({ kind: 'deadline', years: 9999, after: 'la signature' }), lensLievin, ['beyond']],
    ['from a day beyond any calendar', promised(yearly), days('9999-12-31', null), ['startUnknown']],
  ])('%s', (_, given, of, expected) => {
    expect(dues(given, of)).toEqual(expected)
  })

  test.each([
    ['la signature', 'signature'], ['la signature de la présente convention', 'signature'], ['sa signature par les parties', 'signature'],
    ['la signature du marché', 'event'], ["la signature de la convention d'adhésion", 'event'], ["l'entrée en vigueur de la convention", 'start'],
    ['le terme', 'end'], ['la fin des travaux', 'event'], ['la réunion du comité', 'event'],
  ])('a delay after « %s » runs from: %s', (after, anchor) => {
    expect(anchorOf({ kind: 'deadline', months: 1, after })).toBe(anchor)
  })

  test('on a day at which the convention does not bind: that is left to people', () => {
    expect(all(promised({ kind: 'date', on: d('2030-01-01') }))).toMatchObject([{ due: '2030-01-01', state: 'unknowable', why: 'outsideTerm' }])
    expect(all(promised({ kind: 'deadline', years: 6, after: 'la signature' }))).toMatchObject([{ state: 'unknowable', why: 'outsideTerm' }])
  })

  test('after each event once people have dated it, even beyond the end', () => {
    const within = promised({ kind: 'deadline', months: 1, after: 'la notification du marché' })
    const events = [{ id: 'a', on: d('2024-01-31'), title: 'Lot 1' }, { id: 'b', on: d('2028-03-31'), title: 'Lot 2' }]
    expect(all(within, lensLievin, { ...nothing, events }).map(({ key, opens, due, event }) => [key, opens, due, event?.title])).toEqual([
      ['event-a', '2024-01-31', '2024-02-29', 'Lot 1'], ['event-b', '2028-03-31', '2028-04-30', 'Lot 2'],
    ])
    expect(all(promised({ kind: 'condition', when: 'en cas de retrait' }), lensLievin, { ...nothing, events: events.slice(0, 1) }))
      .toMatchObject([{ due: '2024-01-31', state: 'late' }])
  })
})

describe('on a day', () => {
  const meeting = (timesPerYear: number): Promised => promised({ kind: 'recurring', timesPerYear }, 'Il se réunit', 'meeting')
  const proof = (on: string, occurrence = 'year-1', id = on) => ({ id, occurrence, on: d(on) })
  const states = (given: Promised, kept: Partial<Kept>, on = today): readonly string[] =>
    all(given, lensLievin, { ...nothing, ...kept }, on).map(({ key, state }) => `${key} ${state}`)

  test('a promise is late the day after its day, due until then', () => {
    const once = promised({ kind: 'date', on: today })
    expect(states(once, {})).toEqual(['date due'])
    expect(states(once, {}, plusDays(today, 1))).toEqual(['date late'])
  })

  test('a meeting counts in the year it was held in', () => {
    expect(states(meeting(1), { proofs: [proof('2024-04-06'), proof('2024-04-07', 'year-1')] }))
      .toEqual(['year-1 met', 'year-2 met', 'year-3 due', 'year-4 due', 'year-5 due'])
  })

  test('three meetings a year take three meetings within the year', () => {
    const held = ['2023-04-06', '2023-10-01', '2024-04-06', '2024-04-07', '2024-05-02'].map((on) => proof(on))
    expect(states(meeting(3), { proofs: held }).slice(0, 3)).toEqual(['year-1 met', 'year-2 late', 'year-3 due'])
    expect(all(meeting(3), lensLievin, { ...nothing, proofs: held })[1]).toMatchObject({ required: 3, proofs: [{ on: '2024-04-07' }, { on: '2024-05-02' }] })
  })

  test('what happens later is not known yet', () => {
    expect(states(meeting(1), { proofs: [proof('2023-09-01')] }, d('2023-08-31'))[0]).toBe('year-1 due')
  })

  test('a report counts for the year it is about, late as it may be', () => {
    const [first, second] = all(promised(yearly), lensLievin, { ...nothing, proofs: [proof('2024-09-01', 'year-1')] })
    expect([first, second]).toMatchObject([{ state: 'met', metLate: true }, { state: 'late', metLate: false }])
  })

  test('a waiver with its reason settles one occurrence; what was done all the same counts', () => {
    const waivers = [{ id: 'w', occurrence: 'year-1', reason: 'Installation du comité' }]
    expect(all(promised(yearly), lensLievin, { ...nothing, waivers })[0]).toMatchObject({ state: 'waived', waiver: { reason: 'Installation du comité' } })
    expect(states(promised(yearly), { waivers, proofs: [proof('2024-01-01')] })[0]).toBe('year-1 met')
  })

  test('a standing promise is met once proved, unknowable until then', () => {
    expect(states(promised({ kind: 'standing' }), {})).toEqual(['standing unknowable'])
    expect(states(promised({ kind: 'standing' }), { proofs: [proof('2023-05-01', 'standing')] })).toEqual(['standing met'])
  })
})

describe('whatever the dates', () => {
  const someDay = fc.tuple(fc.integer({ min: 2015, max: 2035 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, day]) => plainDate(year, month, Math.min(day, daysInMonth(year, month))) ?? today)
  const someRule = fc.oneof<fc.Arbitrary<ObligationRule>[]>(
    fc.integer({ min: 1, max: 12 }).map((timesPerYear) => ({ kind: 'recurring', timesPerYear })),
    fc.integer({ min: 2, max: 5 }).map((years) => ({ kind: 'recurring', timesPerYear: 1 / years })),
    fc.constantFrom('29 février', '30 juin', '1er janvier', '31 décembre').map((before) => ({ kind: 'recurring', timesPerYear: 1, before })),
  )
  const someLife = fc.tuple(someDay, fc.integer({ min: 1, max: 120 })).map(([start, months]) =>
    ({ signedOn: start, entersOn: start, endsOn: plusMonths(start, months) }))

  test('nothing recurring falls due before the entry into force or after the end, and no day is skipped or counted twice', () => {
    fc.assert(fc.property(someRule, someLife, (rule, life) => {
      const found = all(promised(rule), life)
      expect(found.every(({ due }) => due !== null && due >= life.entersOn && due <= life.endsOn)).toBe(true)
      found.forEach(({ opens, due }, index) => {
        const before = found[index - 1]?.due
        expect(opens).toBe(before === undefined || before === null ? life.entersOn : plusDays(before, 1))
        expect(opens !== null && due !== null && opens <= due).toBe(true)
      })
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
    }), { numRuns: 300 })
  })

  test('a period cut in two holds the same occurrences as the whole', () => {
    fc.assert(fc.property(someRule, someLife, someDay, (rule, life, cut) => {
      const of = (from: PlainDate, to: PlainDate) => occurrencesOf(promised(rule), life, nothing, { from, to }, today)
      expect([...of(always.from, cut), ...of(plusDays(cut, 1), always.to)]).toEqual(all(promised(rule), life))
    }), { numRuns: 300 })
  })

  test('proof never makes anything worse', () => {
    const rank = { met: 0, waived: 1, due: 2, unknowable: 2, late: 3 }
    fc.assert(fc.property(someRule, someLife, fc.array(someDay, { maxLength: 6 }), someDay, (rule, life, held, on) => {
      const meeting = promised(rule, '', 'meeting')
      const proofs = held.map((day, index) => ({ id: String(index), occurrence: '', on: day }))
      const [without, withProofs] = [all(meeting, life, nothing, on), all(meeting, life, { ...nothing, proofs }, on)]
      withProofs.forEach(({ state }, index) => expect(rank[state]).toBeLessThanOrEqual(rank[without[index]?.state ?? 'met']))
    }), { numRuns: 300 })
  })
})
