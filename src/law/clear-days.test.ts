// Clear days: neither end counts, and what is to be confirmed when the last one is not worked.
import { describe, expect, it } from 'vitest'
import { date } from '../kernel/date.ts'
import { lastClearDay } from './clear-days.ts'

describe('clear days', () => {
  it.each([
    ['2026-03-02', 15, '2026-03-18', '2026-03-18', 'the 3rd to the 17th are full, the act is still possible on the 18th'],
    ['2026-03-05', 15, '2026-03-21', '2026-03-23', 'a Saturday rolls to Monday'],
    ['2026-04-15', 15, '2026-05-01', '2026-05-04', 'the first of May, then a week-end'],
    ['2026-03-21', 15, '2026-04-06', '2026-04-07', 'Easter Monday'],
    ['2024-04-23', 15, '2024-05-09', '2024-05-10', 'Ascension Day'],
    ['2025-05-24', 15, '2025-06-09', '2025-06-10', 'Whit Monday'],
    ['2024-02-20', 15, '2024-03-07', '2024-03-07', 'across a leap day'],
    ['2026-12-17', 15, '2027-01-02', '2027-01-04', 'across the new year'],
    ['2026-03-02', 0, '2026-03-03', '2026-03-03', 'no full day: the next one'],
  ])('from %s, %i of them: until %s, or %s (%s)', (from, days, last, rolled) => {
    expect(lastClearDay(date(from), days)).toEqual({ last, rolled })
  })
})
