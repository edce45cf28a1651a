// What civil dates promise: existing days only, terms counted as the law counts them, days that add up.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, dayInParis, daysBetween, daysInMonth, instant, inWords, momentInWords, plainDate, plusDays, plusMonths, readDate } from './date.ts'

const days = fc.date({ min: new Date('1800-01-01'), max: new Date('2300-12-31'), noInvalidDate: true }).map((day) => date(day.toISOString().slice(0, 10)))
const inMonths = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

describe('a civil date', () => {
  test.each([[2024, 2, 29], [2000, 2, 29], [2023, 12, 31], [1000, 1, 1], [9999, 12, 31]])('exists on %d-%d-%d', (year, month, day) => {
    expect(plainDate(year, month, day)).toBe(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  })

  test.each([[2023, 2, 29], [1900, 2, 29], [2024, 4, 31], [2024, 13, 1], [2024, 0, 1], [2024, 1, 0], [999, 1, 1], [10_000, 1, 1], [2024, 1.5, 1], [Number.NaN, 1, 1]])(
    'does not exist on %d-%d-%d', (year, month, day) => {
      expect(plainDate(year, month, day)).toBeUndefined()
    })

  test.each(['2024-2-29', '2023-02-29', '29/02/2024', '', '2024-02-29T00:00:00Z'])('written %s in the code is refused at once', (written) => {
    expect(() => date(written)).toThrow('not a civil date')
  })

  test('follows the calendar that the machine knows', () => {
    fc.assert(fc.property(days, (day) => {
      const [year, month, number] = day.split('-').map(Number) as [number, number, number]
      expect(plainDate(year, month, number)).toBe(day)
      expect(plainDate(year, month, daysInMonth(year, month) + 1)).toBeUndefined()
    }))
  })
})

describe('a typed date', () => {
  test.each([
    ['29/02/2024', '2024-02-29'], ['1/3/2024', '2024-03-01'], ['01.03.2024', '2024-03-01'], ['1-3-2024', '2024-03-01'], ['1 3 2024', '2024-03-01'],
    ['2024-03-01', '2024-03-01'], ['  06/04/2023 ', '2023-04-06'],
    ['6 avril 2023', '2023-04-06'], ['1er Aout 2024', '2024-08-01'],
  ])('%s is read as %s', (typed, read) => {
    expect(readDate(typed)).toBe(read)
  })

  test.each(['29/02/2023', '31/04/2024', '2024-3-1', '01/03/24', '6 avrul 2023', '31 avril 2023', '', '1/3', '2024', '00/01/2024', '12/2024/01'])('%s is not read', (typed) => {
    expect(readDate(typed)).toBeUndefined()
  })

  test('is read again from what was shown', () => {
    fc.assert(fc.property(days, (day) => {
      const [year, month, number] = day.split('-')
      expect(readDate(`${number}/${month}/${year}`)).toBe(day)
      expect(readDate(day)).toBe(day)
    }))
  })
})

describe('months added', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'],
    ['2023-04-06', 60, '2028-04-06'], ['2023-12-31', 2, '2024-02-29'], ['2024-03-31', -1, '2024-02-29'], ['2024-01-15', -1, '2023-12-15'], ['2024-05-31', 0, '2024-05-31'],
  ])('to %s, %d of them, give %s', (from, months, to) => {
    expect(plusMonths(date(from), months)).toBe(to)
  })

  test('land in the month counted, on the same day or on its last one', () => {
    fc.assert(fc.property(days, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
      const later = plusMonths(day, months)
      expect(inMonths(later)).toBe(inMonths(day) + months)
      const [year, month, number] = later.split('-').map(Number) as [number, number, number]
      expect(number).toBe(Math.min(Number(day.slice(8)), daysInMonth(year, month)))
    }))
  })

  test('never go past the last year a date can have', () => {
    expect(() => plusMonths(date('9999-12-31'), 1)).toThrow('out of range')
  })
})

describe('days added', () => {
  test('are the days between', () => {
    fc.assert(fc.property(days, fc.integer({ min: -100_000, max: 100_000 }), (day, count) => {
      expect(daysBetween(day, plusDays(day, count))).toBe(count)
    }))
  })

  test('between two days lead from one to the other', () => {
    fc.assert(fc.property(days, days, (one, other) => {
      expect(plusDays(one, daysBetween(one, other))).toBe(other)
      expect(Math.sign(daysBetween(one, other))).toBe(one === other ? 0 : one < other ? 1 : -1)
    }))
  })
})

describe('a date in French', () => {
  test.each([['2024-03-01', '1er mars 2024'], ['2022-08-16', '16 août 2022'], ['2022-12-02', '2 décembre 2022'], ['2021-02-21', '21 février 2021']])('%s reads %s', (day, words) => {
    expect(inWords(date(day))).toBe(words)
  })

  test.each([
    ['2026-01-01T22:59:59.000Z', '2026-01-01'], ['2026-01-01T23:00:00.000Z', '2026-01-02'], ['2026-07-01T21:59:59.000Z', '2026-07-01'], ['2026-07-01T22:00:00.000Z', '2026-07-02'],
  ])('at %s it is %s in Paris, in winter as in summer', (at, day) => {
    expect(dayInParis(new Date(at))).toBe(day)
  })

  test('a moment gives the hour of Paris', () => {
    expect(momentInWords(instant(new Date('2026-11-22T08:30:00Z')))).toBe('22 novembre 2026 à 09:30')
    expect(momentInWords(instant(new Date('2026-07-01T22:05:00Z')))).toBe('2 juillet 2026 à 00:05')
  })
})
