// Indicators and their values as they are typed.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { progressTowards, readFigure, readIndicator, readObservation } from './indicator.rules.ts'

const today = date('2026-03-12')
const typed = { on: '1/3/2026', value: '12,5', unpublished: '', note: '', action: '' }

describe('an indicator', () => {
  it('is refused with every problem at once', () => {
    const form = { name: 'Vacance', unit: 'x'.repeat(61), kind: 'autre', formula: '', source: '', orientation: 'x' }
    expect(readIndicator(form, [{ name: 'vacance' }], []))
      .toEqual({ ok: false, problems: ['nameTaken', 'unitTooLong', 'kindUnknown', 'orientationUnknown'] })
  })

  it.each([['1 234,5', 1234.5], ['-3', -3], ['12 %', 12], ['0', 0], ['1.5', 1.5], ['1,2,3', undefined], ['NC', undefined], ['1e3', undefined]])(
    'reads « %s »', (figure, value) => { expect(readFigure(figure)).toBe(value) })

  it('takes a value of a day past, or says it is not published, never both', () => {
    expect(readObservation(typed, [], today)).toEqual({ ok: true, value: { on: '2026-03-01', value: 12.5, note: '', actionId: null } })
    expect(readObservation({ ...typed, value: '', unpublished: 'oui' }, [], today)).toMatchObject({ ok: true, value: { value: null } })
    expect(readObservation({ ...typed, unpublished: 'oui' }, [], today)).toEqual({ ok: false, problems: ['valueAndUnpublished'] })
    expect(readObservation({ on: '13/3/2026', value: '', unpublished: '', note: 'x'.repeat(1001), action: 'x' }, [], today))
      .toEqual({ ok: false, problems: ['dayInFuture', 'valueMissing', 'noteTooLong', 'actionUnknown'] })
    expect(readObservation({ ...typed, on: '', value: 'beaucoup' }, [], today)).toEqual({ ok: false, problems: ['dayUnreadable', 'valueUnreadable'] })
  })

  it('tells how far one is from the start towards the target, downwards too', () => {
    const ways = [[10, 15, 20], [12, 11, 8], [10, 5, 20], [null, 1, 2], [1, 1, 1]] as const
    expect(ways.map(([baseline, last, target]) => progressTowards(baseline, last, target))).toEqual([50, 25, -50, null, null])
  })
})
