// Changing the state of an action, cell by cell.
import { expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { actionStates, usualNext } from '../../planning/action-state.ts'
import type { ActionState } from '../../planning/action-state.ts'
import { changeState } from './state-change.rules.ts'
import type { StateTyped } from './state-change.rules.ts'

const today = date('2026-03-12')
const nothing = { progress: null, forecastStartsOn: null, forecastEndsOn: null }
const typed = (fields: Partial<StateTyped>): StateTyped =>
  ({ state: '', on: '', reason: '', progress: '', forecastStartsOn: '', forecastEndsOn: '', ...fields })
const since = (state: ActionState, on = '2026-01-01') => ({ state, on: date(on), reason: '' })
const problems = (fields: Partial<StateTyped>, before: readonly ReturnType<typeof since>[] = []) => {
  const outcome = changeState(typed(fields), before, nothing, today)
  return outcome.ok ? [] : outcome.problems
}

test.each(actionStates.flatMap((before) => actionStates.map((after) => [before, after] as const)))('from %s to %s', (before, after) => {
  const asked = before === after ? ['sameState'] : usualNext[before].includes(after) ? [] : ['reasonMissing']
  expect(problems({ state: after, on: '12/03/2026' }, [since(before)])).toEqual(asked)
  expect(problems({ state: after, on: '12/03/2026', reason: 'Décision du comité' }, [since(before)])).toEqual(before === after ? ['sameState'] : [])
})

test.each(actionStates)('the first state may be %s', (state) => {
  expect(problems({ state, on: '01/01/2020' })).toEqual([])
})

test('a late entry follows the state of its own day, and is told with it', () => {
  const life = [since('planned'), since('inProgress', '2026-03-01')]
  const outcome = changeState(typed({ state: 'committed', on: '10/02/2026' }), life, nothing, today)
  expect(outcome).toMatchObject({ ok: true, value: { before: { state: 'planned' }, state: { state: 'committed', on: '2026-02-10' } } })
})

test('two states may follow one another on the same day; one that goes back says why', () => {
  const life = [since('idea'), since('planned', '2026-03-01')]
  expect(problems({ state: 'committed', on: '01/03/2026' }, life)).toEqual([])
  expect(problems({ state: 'idea', on: '01/03/2026' }, life)).toEqual(['reasonMissing'])
})

test('every fault is said at once', () => {
  expect(problems({ state: 'committed', on: '31/02/2026', progress: '140', forecastStartsOn: '01/02/2027', forecastEndsOn: '01/01/2027' }))
    .toEqual(['dateUnreadable', 'progressUnreadable', 'forecastBackwards'])
  expect(problems({})).toEqual(['nothingChanged'])
  expect(problems({ state: 'committed', on: '13/03/2026' })).toEqual(['inTheFuture'])
  expect(problems({ state: 'committed', on: '01/01/1926' })).toEqual(['tooEarly'])
})

test('the progress and the forecast change alone', () => {
  expect(changeState(typed({ progress: '40 %', forecastEndsOn: '30/06/2027' }), [since('inProgress')], nothing, today))
    .toMatchObject({ ok: true, value: { state: null, said: { progress: 40, forecastStartsOn: null, forecastEndsOn: '2027-06-30' } } })
})
