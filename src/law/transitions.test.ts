// What each turn makes of each state, against a table written by hand, cell by cell; since when and until when an answer holds.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import { legalStates } from './operation-record.ts'
import { type Course, type Turn, answerOn, laidOver, transitions, turns } from './transitions.ts'

/** Columns in the order of `legalStates`: inForce, notYet, expired, terminated, annulled, disputed, unknown. */
const expected: Readonly<Record<Turn, readonly string[]>> = {
  extensionAfterEnd: ['inForce', 'notYet', 'disputed', 'terminated', 'annulled', 'disputed', 'unknown'],
  challenge: ['disputed', 'notYet', 'expired', 'terminated', 'annulled', 'disputed', 'disputed'],
  undated: ['unknown', 'notYet', 'expired', 'terminated', 'annulled', 'unknown', 'unknown'],
  accessionAhead: ['notYet', 'notYet', 'expired', 'terminated', 'annulled', 'notYet', 'notYet'],
  withdrawal: ['terminated', 'terminated', 'expired', 'terminated', 'annulled', 'terminated', 'terminated'],
  termination: ['terminated', 'terminated', 'expired', 'terminated', 'annulled', 'terminated', 'terminated'],
  annulment: ['annulled', 'annulled', 'annulled', 'annulled', 'annulled', 'annulled', 'annulled'],
}

describe('the table of transitions', () => {
  const cells = turns.flatMap((turn) => legalStates.map((state, column) => [turn, state, expected[turn][column]] as const))
  test.each(cells)('%s of what is %s gives %s', (turn, state, becomes) => {
    expect(transitions[turn][state]).toBe(becomes)
  })
})

describe('an answer', () => {
  const course: Course = {
    at: (day) => ({ state: day < '2023-04-06' ? 'notYet' : day > '2028-04-06' ? 'expired' : 'inForce', reasons: [] }),
    days: [date('2023-04-06'), date('2028-04-07')],
  }
  test('says since when and until when it holds, both days included', () => {
    expect(answerOn(course, date('2024-01-01'))).toMatchObject({ state: 'inForce', since: '2023-04-06', until: '2028-04-06' })
    expect(answerOn(course, date('2023-04-05'))).toMatchObject({ state: 'notYet', since: null, until: '2023-04-05' })
    expect(answerOn(course, date('2028-04-07'))).toMatchObject({ state: 'expired', since: '2028-04-07', until: null })
  })

  test('spans a day of change that changes nothing', () => {
    const withEmptyDay = { ...course, days: [...course.days, date('2025-01-01')] }
    expect(answerOn(withEmptyDay, date('2026-01-01'))).toMatchObject({ since: '2023-04-06', until: '2028-04-06' })
  })

  test('follows what is laid over it, from a day and until another', () => {
    const challenged = laidOver(course, [{
      turn: 'challenge', from: date('2024-05-01'), until: date('2025-06-01'), reason: { code: 'challenged', acts: ['a'], settledBy: 'judgment' },
    }])
    expect(answerOn(challenged, date('2024-05-01'))).toMatchObject({ state: 'disputed', since: '2024-05-01', until: '2025-05-31' })
    expect(answerOn(challenged, date('2025-06-01'))).toMatchObject({ state: 'inForce', since: '2025-06-01', until: '2028-04-06', reasons: [] })
  })
})
