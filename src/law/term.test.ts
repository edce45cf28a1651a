// The end of terms on civil dates: examples a jurist can check, and properties that hold on any date.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, daysBetween, daysInMonth, plainDate, plusDays, plusMonths } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { TermClause } from './operation-record.ts'
import { afterClearDays, endOfTerm, monthsOf, movedEnd } from './term.ts'

const term = (fields: Partial<TermClause>): TermClause => ({ startsOn: 'signature', ...fields })
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'),
  noInvalidDate: true }).map((time) => date(time.toISOString().slice(0, 10)))

describe('the end of a term', () => {
  test.each<[string, TermClause | null, object]>([
    ['five years from the signature', term({ years: 5, signedOn: date('2023-04-06') }), { on: '2028-04-06', basis: 'computed' }],
    ['five years from the 29 February', term({ years: 5, signedOn: date('2024-02-29') }), { on: '2029-02-28', basis: 'computed' }],
    ['four years from the 29 February', term({ years: 4, signedOn: date('2024-02-29') }), { on: '2028-02-29', basis: 'computed' }],
    ['a century from the 29 February', term({ years: 100, signedOn: date('2000-02-29') }), { on: '2100-02-28', basis: 'computed' }],
    ['one month from the 31 January', term({ months: 1, startsOn: date('2023-01-31') }), { on: '2023-02-28', basis: 'computed' }],
    ['eighteen months', term({ years: 1, months: 6, startsOn: date('2023-01-15') }), { on: '2024-07-15', basis: 'computed' }],
    ['until a day it states', term({ years: 5, signedOn: date('2023-04-06'), endsOn: date('2026-03-31') }), { on: '2026-03-31', basis: 'stated' }],
    ['without its signature', term({ years: 5 }), { unknown: 'signatureUnknown' }],
    ['without a duration', term({ signedOn: date('2023-04-06') }), { unknown: 'termUnknown' }],
    ['beyond any calendar', term({ years: 9999, signedOn: date('2023-04-06') }), { unknown: 'termUnknown' }],
    ['without a clause', null, { unknown: 'termUnknown' }],
  ])('%s', (_, clause, end) => {
    expect(endOfTerm(clause)).toEqual(end)
  })

  test('is counted from the last signature when acts say another than the text', () => {
    expect(endOfTerm(term({ years: 5, signedOn: date('2023-04-06') }), date('2023-05-02'))).toEqual({ on: '2028-05-02', basis: 'computed' })
    expect(endOfTerm(term({ years: 5, startsOn: date('2023-01-01') }), date('2023-05-02'))).toEqual({ on: '2028-01-01', basis: 'computed' })
  })

  test('is moved to a day or by a duration, and not from an end nobody knows', () => {
    expect(movedEnd(date('2028-04-06'), { endsOn: date('2030-12-31') })).toBe('2030-12-31')
    expect(movedEnd(date('2028-02-29'), { years: 1 })).toBe('2029-02-28')
    expect(movedEnd(date('2028-04-06'), { months: 18 })).toBe('2029-10-06')
    expect(movedEnd(undefined, { months: 18 })).toBeUndefined()
    expect(movedEnd(date('2028-04-06'), {})).toBeUndefined()
  })
})

describe('on any civil date', () => {
  const seeded = { seed: 20261123, numRuns: 1000 }
  const months = fc.integer({ min: 1, max: 600 })
  test('a term of months ends on the same day of its month, or on the last when that month is shorter', () => {
    fc.assert(fc.property(day, months, (start, count) => {
      const end = endOfTerm(term({ months: count, startsOn: start }))
      const on = 'on' in end ? end.on : date('1000-01-01')
      const [year, month, number] = on.split('-').map(Number) as [number, number, number]
      const wanted = Number(start.slice(8))
      expect(number).toBe(Math.min(wanted, daysInMonth(year, month)))
      expect((year - Number(start.slice(0, 4))) * 12 + month - Number(start.slice(5, 7))).toBe(count)
      expect(plainDate(year, month, number)).toBe(on)
    }), seeded)
  })

  test('years count as twelve months, and a longer term never ends sooner', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 40 }), months, (start, years, count) => {
      expect(endOfTerm(term({ years, startsOn: start }))).toEqual(endOfTerm(term({ months: years * 12, startsOn: start })))
      expect(plusMonths(start, count) < plusMonths(start, count + 1)).toBe(true)
      expect(monthsOf({ years, months: count })).toBe(years * 12 + count)
    }), seeded)
  })

  test('a later signature never brings an earlier end', () => {
    fc.assert(fc.property(day, day, months, (one, other, count) => {
      const [first, second] = [one, other].sort() as [PlainDate, PlainDate]
      const ends = [first, second].map((signedOn) => endOfTerm(term({ months: count }), signedOn))
      expect(ends.map((end) => ('on' in end ? end.on : '')).sort()).toEqual(ends.map((end) => ('on' in end ? end.on : '')))
    }), seeded)
  })

  test('clear days count neither the day that starts them nor the day they run out', () => {
    expect(afterClearDays(date('2026-03-02'), 15)).toBe('2026-03-18')
    expect(afterClearDays(date('2024-02-27'), 3)).toBe('2024-03-02')
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 400 }), (start, count) => {
      expect(daysBetween(start, afterClearDays(start, count)) - 1).toBe(count)
      expect(plusDays(afterClearDays(start, count), -count - 1)).toBe(start)
    }), seeded)
  })
})
