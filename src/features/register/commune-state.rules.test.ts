// The end stated beside the end computed, and the state on any day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date, plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { endOf, endsWithinYear, stateOn } from './commune-state.rules.ts'
import type { ListRow } from './list-row.rules.ts'

type Terms = Partial<Pick<ListRow, 'signed' | 'years' | 'endMonth'>> & { readonly signedOn?: string | null; readonly endsOn?: string | null }
function judged({ signedOn = '2023-04-06', endsOn = null, ...more }: Terms) {
  const terms = { signed: 'signed', years: null, endMonth: null, ...more } as const
  const row = { ...terms, signedOn: signedOn === null ? null : date(signedOn), endsOn: endsOn === null ? null : date(endsOn) } as ListRow
  return { row, end: endOf(row) }
}

describe('the end', () => {
  it.each([
    [{}, { basis: 'unknown', first: null, last: null }],
    [{ years: 5 }, { basis: 'computed', computed: '2028-04-06', first: '2028-04-06' }],
    [{ endsOn: '2026-12-31' }, { basis: 'stated', stated: '2026-12-31', gap: null }],
    [{ years: 5, endsOn: '2028-04-06' }, { basis: 'stated', gap: 0 }],
    [{ years: 5, endsOn: '2028-04-05' }, { basis: 'stated', gap: -1, first: '2028-04-05', last: '2028-04-05' }],
    [{ years: 5, endsOn: '2028-04-04' }, { basis: 'contradictory', gap: -2, first: '2028-04-04', last: '2028-04-06' }],
    [{ years: 5, endsOn: '2029-04-06' }, { basis: 'contradictory', gap: 365, first: '2028-04-06', last: '2029-04-06' }],
    [{ signedOn: '2024-02-29', years: 1 }, { computed: '2025-02-28' }],
    [{ endMonth: '2026-03' }, { basis: 'stated', first: '2026-03-01', last: '2026-03-31' }],
    [{ years: 3, endMonth: '2026-04' }, { basis: 'stated', first: '2026-04-01', last: '2026-04-30' }],
    [{ years: 3, endMonth: '2026-03' }, { basis: 'contradictory', first: '2026-03-01', last: '2026-04-06' }],
    [{ signedOn: null, years: 5 }, { basis: 'unknown', computed: null }], [{ signedOn: '9999-01-01', years: 5 }, { basis: 'unknown', computed: null }],
  ])('of %j is %j', (terms, expected) => {
    expect(judged(terms).end).toMatchObject(expected)
  })
})

describe('the state', () => {
  it.each([
    [{ endsOn: '2026-12-31' }, '2026-12-31', 'inForce', 'endAhead'], [{ endsOn: '2026-12-31' }, '2027-01-01', 'expired', 'endReached'],
    [{ endsOn: '2026-12-31' }, '2023-04-06', 'inForce', 'endAhead'], [{ endsOn: '2026-12-31' }, '2023-04-05', 'notYet', 'signsLater'],
    [{ years: 3 }, '2026-04-06', 'inForce', 'endAhead'], [{ years: 3 }, '2026-04-07', 'expired', 'endReached'],
    [{}, '2024-01-01', 'unknown', 'endUnknown'], [{}, '2022-01-01', 'notYet', 'signsLater'],
    [{ years: 5, endsOn: '2026-03-31' }, '2026-03-31', 'inForce', 'endAhead'], [{ years: 5, endsOn: '2026-03-31' }, '2026-04-01', 'disputed', 'endsStraddle'],
    [{ years: 5, endsOn: '2026-03-31' }, '2028-04-06', 'disputed', 'endsStraddle'], [{ years: 5, endsOn: '2026-03-31' }, '2028-04-07', 'expired', 'endReached'],
    [{ endMonth: '2026-03' }, '2026-03-01', 'inForce', 'endAhead'], [{ endMonth: '2026-03' }, '2026-03-15', 'unknown', 'endMonthRunning'],
    [{ endMonth: '2026-03' }, '2026-04-01', 'expired', 'endReached'],
    [{ endsOn: '2020-01-01' }, '2024-01-01', 'disputed', 'endBeforeSignature'],
    [{ signedOn: null, endsOn: '2026-12-31' }, '2026-01-01', 'unknown', 'signatureUndated'],
    [{ signedOn: null, endsOn: '2026-12-31' }, '2027-01-01', 'expired', 'endReached'],
    [{ signed: 'notSigned', signedOn: null }, '2026-01-01', 'notYet', 'notSigned'],
    [{ signed: 'underway', signedOn: null }, '2026-01-01', 'notYet', 'signatureUnderway'],
    [{ signed: 'unstated', signedOn: null }, '2026-01-01', 'unknown', 'signingUnstated'],
    [{ signed: 'notSigned' }, '2026-01-01', 'disputed', 'notSignedButDated'],
  ] as const)('of %j on %s is %s: %s', (terms, day, state, code) => {
    expect(stateOn(judged(terms), date(day))).toMatchObject({ state, reason: { code } })
  })

  it('never goes back to being in force, whatever the terms', () => {
    const days = fc.integer({ min: -4000, max: 8000 }).map((days) => plusDays(date('2022-01-01'), days))
    const maybe = fc.option(days)
    fc.assert(fc.property(days, maybe, fc.option(fc.integer({ min: 1, max: 12 })), days, days, (signedOn, endsOn, years, one, other) => {
      const [before, after] = [one, other].sort() as [PlainDate, PlainDate]
      const commune = judged({ signedOn, endsOn, years })
      const [earlier, later] = [stateOn(commune, before), stateOn(commune, after)]
      const wakes = earlier.state === 'expired' && later.state !== 'expired'
      const sleeps = later.state === 'notYet' && earlier.state !== 'notYet'
      const mute = (later.state === 'unknown' || later.state === 'disputed') && later.reason.settledBy === undefined
      expect({ wakes, sleeps, mute }).toEqual({ wakes: false, sleeps: false, mute: false })
    }))
  })

  it.each([['2026-11-22', true], ['2025-12-31', false], ['2026-01-01', true], ['2026-12-31', true], ['2027-01-01', false]])(
    'ends within the twelve months after %s: %s', (day, soon) => {
      expect(endsWithinYear(judged({ endsOn: '2026-12-31' }), date(day))).toBe(soon)
    })
})
