// When a convention ends and when its promises fall due; why a day cannot be told.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, plusMonths } from '../../kernel/date.ts'
import type { ObligationRule, Term } from '../../reading/facts.ts'
import { endOf, nextDue } from './due.rules.ts'

const span = { start: 0, end: 0 }
const term = (fields: Partial<Term>): Term => ({ startsOn: 'signature', span, confidence: 1, ...fields })
const today = date('2026-03-12')

describe('the end of a convention', () => {
  test.each<[string, Term | null, object]>([
    ['five years from its signature', term({ years: 5, signedOn: date('2023-04-06') }), { on: '2028-04-06' }],
    ['five years from the 29 February of a leap year', term({ years: 5, signedOn: date('2024-02-29') }), { on: '2029-02-28' }],
    ['four years from the 29 February of a leap year', term({ years: 4, signedOn: date('2024-02-29') }), { on: '2028-02-29' }],
    ['six months from the end of August', term({ months: 6, startsOn: date('2023-08-31') }), { on: '2024-02-29' }],
    ['one year and a half from a day it states', term({ years: 1, months: 6, startsOn: date('2023-01-15') }), { on: '2024-07-15' }],
    ['the day it states, whatever its duration', term({ years: 5, signedOn: date('2023-04-06'), endsOn: date('2026-03-31') }), { on: '2026-03-31' }],
    ['unknown without its signature', term({ years: 5 }), { unknown: 'signatureUnknown' }],
    ['unknown when it would be beyond any calendar', term({ years: 9999, signedOn: date('2023-04-06') }), { unknown: 'termUnknown' }],
    ['unknown when it starts beyond any calendar', term({ years: 1, startsOn: date('9999-12-31') }), { unknown: 'signatureUnknown' }],
    ['unknown without a duration', term({ signedOn: date('2023-04-06') }), { unknown: 'termUnknown' }],
    ['unknown without a clause', null, { unknown: 'termUnknown' }],
  ])('is %s', (_, given, due) => {
    expect(endOf(given)).toEqual(due)
  })
})

describe('the next day a promise falls due', () => {
  const signed = term({ years: 5, signedOn: date('2023-01-31') })
  test.each<[string, ObligationRule, Term | null, object]>([
    ['once a year, from the signature', { kind: 'recurring', timesPerYear: 1 }, signed, { on: '2027-01-31' }],
    ['twice a year, at the end of a shorter month', { kind: 'recurring', timesPerYear: 2 }, signed, { on: '2026-07-31' }],
    ['four times a year, without drifting from the 31st', { kind: 'recurring', timesPerYear: 4 }, signed, { on: '2026-04-30' }],
    ['every two years', { kind: 'recurring', timesPerYear: 0.5 }, signed, { on: '2027-01-31' }],
    ['every year before a day it names', { kind: 'recurring', timesPerYear: 1, before: '30 juin' }, signed, { on: '2026-06-30' }],
    ['every year before a day already past', { kind: 'recurring', timesPerYear: 1, before: 'le 1er mars de chaque année' }, signed,
      { on: '2027-03-01' }],
    ['every year before a day that does not exist, as without it', { kind: 'recurring', timesPerYear: 1, before: '31 juin' }, signed,
      { on: '2027-01-31' }],
    ['on the very day', { kind: 'recurring', timesPerYear: 1 }, term({ years: 5, signedOn: date('2025-03-12') }), { on: '2026-03-12' }],
    ['no more once the convention has ended', { kind: 'recurring', timesPerYear: 1 }, term({ years: 2, signedOn: date('2023-01-31') }),
      { unknown: 'over' }],
    ['unknown while the signature is', { kind: 'recurring', timesPerYear: 1 }, term({ years: 5 }), { unknown: 'signatureUnknown' }],
    ['unknown without a term', { kind: 'recurring', timesPerYear: 1 }, null, { unknown: 'signatureUnknown' }],
    ['at the end of the convention', { kind: 'term' }, signed, { on: '2028-01-31' }],
    ['at an end that is unknown', { kind: 'term' }, term({ years: 5 }), { unknown: 'signatureUnknown' }],
    ['on a day to come', { kind: 'date', on: date('2026-03-12') }, null, { on: '2026-03-12' }],
    ['on a day past', { kind: 'date', on: date('2026-03-11') }, null, { unknown: 'over' }],
    ['within six months of the signature', { kind: 'deadline', months: 6, after: 'la signature de la convention' },
      term({ signedOn: date('2026-08-31') }), { on: '2027-02-28' }],
    ['within one year, one month and ten days', { kind: 'deadline', years: 1, months: 1, days: 10, after: 'sa SIGNATURE' },
      term({ signedOn: date('2026-01-31') }), { on: '2027-03-10' }],
    ['within a time of something not dated', { kind: 'deadline', months: 6, after: 'la notification du marché' }, signed,
      { unknown: 'eventUnknown' }],
    ['within a time of an unknown signature', { kind: 'deadline', months: 6, after: 'la signature' }, term({}), { unknown: 'signatureUnknown' }],
    ['within a time beyond any calendar', { kind: 'deadline', years: 9999, after: 'la signature' }, signed, { unknown: 'eventUnknown' }],
    ['once a year, from a day beyond any calendar', { kind: 'recurring', timesPerYear: 1 }, term({ startsOn: date('9999-12-31') }),
      { unknown: 'signatureUnknown' }],
    ['on a condition', { kind: 'condition', when: 'en cas de résiliation' }, signed, { unknown: 'conditional' }],
    ['all the time', { kind: 'standing' }, signed, { unknown: 'standing' }],
  ])('%s', (_, rule, given, due) => {
    expect(nextDue(rule, given, today)).toEqual(due)
  })

  test('of a recurring promise is never past, never after the end, and counted from the start', () => {
    const starts = fc.date({ min: new Date('2016-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
      .map((day) => date(day.toISOString().slice(0, 10)))
    fc.assert(fc.property(starts, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 10 }), (start, timesPerYear, years) => {
      const given = term({ years, signedOn: start })
      const end = plusMonths(start, years * 12)
      const everyMonths = Math.round(12 / timesPerYear)
      const expected = Array.from({ length: 200 }, (_, index) => plusMonths(start, (index + 1) * everyMonths)).find((day) => day >= today)
      const due = nextDue({ kind: 'recurring', timesPerYear }, given, today)
      expect(due).toEqual(expected !== undefined && expected <= end ? { on: expected } : { unknown: 'over' })
    }))
  })
})
