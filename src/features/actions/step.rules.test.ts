// A step or a milestone as it is typed.
import { expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { readStep } from './step.rules.ts'

const typed = { kind: 'milestone', title: 'Délibération', startsOn: '', endsOn: '01/07/2026', forecastOn: '', doneOn: '', who: '' }

test('a start typed for a milestone is told, never dropped', () => {
  const outcome = readStep({ ...typed, startsOn: '01/06/2026' }, date('2026-03-12'))
  expect(outcome).toEqual({ ok: false, problems: ['milestoneStarts'] })
  expect(readStep(typed, date('2026-03-12')).ok).toBe(true)
})
