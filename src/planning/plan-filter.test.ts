// The filter of the plan and its address: what is printed is read again as it was, what is wrong narrows nothing and is said.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, plusDays } from '../kernel/date.ts'
import { choicesOf, filterCriteria, flagNames, numberNames, periodNames, setNames } from './plan-criteria.ts'
import { absent, narrows, noFilter, printPlanFilter, readPlanFilter } from './plan-filter.ts'
import type { PlanFilter } from './plan-filter.ts'

const askedBy = (pairs: readonly (readonly [string, string])[]) => (key: string) => pairs.filter(([name]) => name === key).map(([, value]) => value)
const read = (query: string) => readPlanFilter((key) => new URLSearchParams(query).getAll(key))

const orNothing = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 1 })
const days = fc.integer({ min: 0, max: 4000 }).map((count) => plusDays(date('2020-01-01'), count))
const someOf = <Name extends string, Value>(names: readonly Name[], one: (name: Name) => fc.Arbitrary<Value>) =>
  fc.tuple(...names.map((name) => orNothing(one(name)))).map((values) =>
    Object.fromEntries(names.flatMap((name, rank) => (values[rank] === undefined ? [] : [[name, values[rank]]]))))
const inOrder = <Value extends string | number>([one, other]: readonly [Value | null, Value | null]) =>
  (one !== null && other !== null && one > other ? [other, one] as const : [one, other] as const)
const twoEnds = <Value extends string | number>(values: fc.Arbitrary<Value>) =>
  fc.tuple(fc.option(values), fc.option(values)).filter(([one, other]) => one !== null || other !== null).map(inOrder)

const filters: fc.Arbitrary<PlanFilter> = fc.record({
  words: fc.constantFrom('', 'logements vacants', '"place du marché" -école', 'G-00012'),
  sets: someOf(setNames, (name) => {
    const { values, absent: mayLack } = filterCriteria.sets[name]
    const known = values === 'id' ? fc.uuid({ version: 7 }) : values === 'text' ? fc.constantFrom('62498', 'Anne Dupont', 'DETR')
      : fc.constantFrom(...choicesOf(name))
    return fc.uniqueArray(mayLack ? fc.oneof(known, fc.constant(absent)) : known, { minLength: 1, maxLength: 4 }).map((some) => some.sort())
  }),
  flags: someOf(flagNames, () => fc.boolean()),
  periods: someOf(periodNames, () => twoEnds(days).map(([from, to]) => ({ from, to }))),
  numbers: someOf(numberNames, () => twoEnds(fc.integer({ min: 0, max: 100 })).map(([least, most]) => ({ least, most }))),
})

describe('the address of a filter', () => {
  test('is read again as the same filter', () => {
    fc.assert(fc.property(filters, (filter) => {
      expect(readPlanFilter(askedBy(printPlanFilter(filter)))).toEqual({ filter, problems: [] })
    }))
  })

  test('is the same whatever the order and the repetitions it was typed in', () => {
    fc.assert(fc.property(filters, (filter) => {
      const pairs = printPlanFilter(filter)
      const shuffled = [...pairs, ...pairs].reverse()
      expect(printPlanFilter(readPlanFilter(askedBy(shuffled)).filter)).toEqual(pairs)
    }))
  })

  test('names each criterion by keys of its own', () => {
    const keys = [filterCriteria.sets, filterCriteria.flags, filterCriteria.periods, filterCriteria.numbers].flatMap((family) =>
      Object.values<{ readonly key: string }>(family).map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(50)
  })
})

describe('what an address says wrong', () => {
  test.each([
    ['etat=finie', 'etat', 'unknownValue'], ['porteur=lens', 'porteur', 'unknownValue'], ['bloquee=peut-etre', 'bloquee', 'unknownValue'],
    ['debut-du=31/02/2026', 'debut-du', 'dateUnreadable'], ['fin-du=2026-05-01&fin-au=2026-01-01', 'fin-du', 'periodReversed'],
    ['avancement-min=101', 'avancement-min', 'numberUnreadable'], ['cout-ht-max=beaucoup', 'cout-ht-max', 'numberUnreadable'],
    ['avancement-min=60&avancement-max=20', 'avancement-min', 'boundsReversed'], ['motif-retard=sans', 'motif-retard', 'unknownValue'],
  ])('%s narrows nothing and is said', (query, key, problem) => {
    expect(read(query)).toEqual({ filter: noFilter, problems: [{ key, problem }] })
  })

  test('leaves the rest to hold', () => {
    const { filter, problems } = read('etat=finie&etat=livree&q=+école ')
    expect(filter).toEqual({ ...noFilter, words: 'école', sets: { state: ['delivered'] } })
    expect(problems).toHaveLength(1)
    expect(narrows(filter)).toBe(true)
    expect(narrows(noFilter)).toBe(false)
  })

  test('is read as people type it: days in French, amounts with spaces', () => {
    expect(read('debut-du=1er mars 2026&cout-ht-min=1 200 000 €').filter).toEqual({
      ...noFilter, periods: { starts: { from: '2026-03-01', to: null } }, numbers: { costHt: { least: 1_200_000, most: null } },
    })
  })
})
