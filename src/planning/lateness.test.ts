// What is late, case by case.
import { expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import { latenessOf } from './lateness.ts'
import type { DependencyKind, LateCause, Need, PlannedAction } from './lateness.ts'

const today = date('2026-03-12')
const day = (text: string | null): PlainDate | null => (text === null ? null : date(text))
type Given = Partial<Omit<PlannedAction, 'startsOn' | 'endsOn' | 'forecastStartsOn' | 'forecastEndsOn'>> & {
  readonly from?: string; readonly to?: string; readonly fore?: string; readonly foreTo?: string
}
const anAction = ({ from, to, fore, foreTo, ...rest }: Given): PlannedAction => ({
  id: newId<'action'>(), state: 'planned', ongoing: false, startsOn: day(from ?? null), endsOn: day(to ?? null), forecastStartsOn: day(fore ?? null),
  forecastEndsOn: day(foreTo ?? null), steps: [], ...rest,
})
const causes = (given: Given): readonly LateCause[] => {
  const action = anAction(given)
  return latenessOf([action], [], today).get(action.id)?.causes ?? []
}
const codes = (given: Given): readonly string[] => causes(given).map(({ reason }) => reason)

test.each<[string, Given, readonly string[]]>([
  ['not started the day after it was to start', { from: '2026-03-11' }, ['notStarted']],
  ['on time the very day it is to start', { from: '2026-03-12' }, []],
  ['started, and within its days', { state: 'inProgress', from: '2026-03-01', to: '2026-03-12' }, []],
  ['not ended the day after it was to end', { state: 'inProgress', from: '2026-01-01', to: '2026-03-11' }, ['overdue']],
  ['neither started nor ended', { from: '2025-01-01', to: '2026-03-11' }, ['notStarted', 'overdue']],
  ['expected to end later than planned', { state: 'inProgress', to: '2026-06-30', foreTo: '2026-09-30' }, ['forecastLater']],
  ['expected to start later than planned', { from: '2026-06-30', fore: '2026-07-01' }, ['forecastLater']],
  ['expected earlier than planned', { from: '2026-06-30', fore: '2026-06-01', to: '2026-12-31', foreTo: '2026-12-01' }, []],
  ['without a planned day, its forecast is its plan', { state: 'inProgress', foreTo: '2026-03-01' }, ['overdue']],
  ['without end, since it goes on for ever', { state: 'inProgress', ongoing: true, from: '2020-01-01', to: '2021-01-01' }, []],
  ['never when it is only an idea', { state: 'idea', from: '2020-01-01' }, []],
  ['never when it is suspended', { state: 'suspended', from: '2020-01-01', to: '2021-01-01' }, []],
  ['never once delivered', { state: 'delivered', to: '2021-01-01' }, []],
  ['never once abandoned', { state: 'abandoned', to: '2021-01-01' }, []],
  ['by its days when nobody said its state', { state: null, to: '2021-01-01' }, ['overdue']],
  ['of nothing when no day is known', {}, []],
])('an action is late: %s', (_, given, expected) => {
  expect(codes(given)).toEqual(expected)
})

test('a step whose day has passed makes its action late, unless it was done by the day asked', () => {
  const step = (doneOn: string | null) => [{ id: newId<'step'>(), title: 'Études', endsOn: date('2026-03-01'), doneOn: day(doneOn) }]
  expect(codes({ steps: step(null) })).toEqual(['stepOverdue'])
  expect(codes({ steps: step('2026-03-05') })).toEqual([])
  expect(codes({ steps: step('2026-03-13') })).toEqual(['stepOverdue'])
})

const needing = (kind: DependencyKind, lagDays: number, waiting: Given, needed: Given) => {
  const [first, second] = [anAction(needed), anAction(waiting)]
  const need: Need = { actionId: second.id, needsId: first.id, kind, lagDays }
  return latenessOf([second, first], [need], today).get(second.id)
}
const lateWorks: Given = { state: 'inProgress', from: '2026-01-01', to: '2026-02-01', foreTo: '2026-04-30' }

test('what waits for the end of something late is late when that pushes it past its own planned start, lag included', () => {
  const pushed = needing('finishToStart', 10, { from: '2026-05-01', to: '2026-05-31' }, lateWorks)
  expect(pushed?.causes).toMatchObject([{ reason: 'needsLate', planned: '2026-05-01', expected: '2026-05-11' }])
  expect(pushed).toMatchObject({ expectedStart: '2026-05-11', expectedEnd: '2026-06-10' })
  expect(needing('finishToStart', 0, { from: '2026-05-01' }, lateWorks)).toBeUndefined()
  expect(needing('finishToStart', 1, { from: '2026-05-01' }, lateWorks)).toBeDefined()
  expect(needing('finishToStart', 1, { state: 'inProgress', from: '2026-03-01' }, lateWorks)).toBeUndefined()
})

test('starts wait for starts, ends for ends, and what is only related waits for nothing', () => {
  expect(needing('startToStart', 0, { from: '2026-04-01' }, { from: '2026-02-01', fore: '2026-06-01' })?.expectedStart).toBe('2026-06-01')
  expect(needing('finishToFinish', 5, { state: 'inProgress', to: '2026-05-01' }, lateWorks)?.expectedEnd).toBe('2026-05-05')
  expect(needing('related', 0, { from: '2026-04-01' }, lateWorks)).toBeUndefined()
})

test('lateness goes down a chain, as long as there is no room left', () => {
  const chain = [anAction(lateWorks), anAction({ from: '2026-04-01', to: '2026-04-30' }), anAction({ from: '2026-05-01' }),
    anAction({ from: '2027-05-01' })]
  const needs = chain.slice(1).map((action, rank): Need =>
    ({ actionId: action.id, needsId: chain[rank]?.id ?? action.id, kind: 'finishToStart', lagDays: 0 }))
  const late = latenessOf(chain, needs, today)
  expect(chain.map(({ id }) => late.get(id)?.expectedStart ?? null)).toEqual(['2026-01-01', '2026-05-01', '2026-05-31', null])
})

test('a circle, which the plan refuses, ends all the same', () => {
  const [one, other] = [anAction({ from: '2026-01-01', to: '2026-02-01' }), anAction({ from: '2026-01-01', to: '2026-02-01' })]
  const turn = (actionId: Need['actionId'], needsId: Need['actionId']): Need => ({ actionId, needsId, kind: 'finishToStart', lagDays: 0 })
  expect(latenessOf([one, other], [turn(one.id, other.id), turn(other.id, one.id)], today).size).toBe(2)
})
