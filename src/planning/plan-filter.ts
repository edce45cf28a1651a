// What a list of actions is narrowed to: criteria that all hold (any of the values of each), as the address of the page writes them.
import { readDate } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import { readId } from '../kernel/id.ts'
import { filterCriteria, flagNames, numberNames, periodNames, setNames } from './plan-criteria.ts'
import type { FlagName, NumberName, PeriodName, SetName } from './plan-criteria.ts'

/** The value of a set that asks for actions of which nothing is said there. */
export const absent = 'sans'
/** Both ends included; null: open. */
export type PlanPeriod = { readonly from: PlainDate | null; readonly to: PlainDate | null }
export type PlanBounds = { readonly least: number | null; readonly most: number | null }

/**
 * `words`: what is searched, as typed. `sets`: one of these values at least, `absent` among them. `flags`: that, or its contrary. What is not named
 * narrows nothing. Values are sorted and said once.
 */
export type PlanFilter = {
  readonly words: string
  readonly sets: Readonly<Partial<Record<SetName, readonly string[]>>>
  readonly flags: Readonly<Partial<Record<FlagName, boolean>>>
  readonly periods: Readonly<Partial<Record<PeriodName, PlanPeriod>>>
  readonly numbers: Readonly<Partial<Record<NumberName, PlanBounds>>>
}
export const noFilter: PlanFilter = { words: '', sets: {}, flags: {}, periods: {}, numbers: {} }

export type PlanFilterProblem = 'unknownValue' | 'dateUnreadable' | 'periodReversed' | 'numberUnreadable' | 'boundsReversed'
/** `key`: the parameter of the address that could not be read, and narrows nothing. */
export type FilterFault = { readonly key: string; readonly problem: PlanFilterProblem }
/** The values an address gives to a parameter. */
export type Query = (key: string) => readonly string[]
const mostValues = 200
const longestWords = 200

/** The keys of an address that hold the two ends of a period or of a range. */
export const endsOfPeriod = (key: string): readonly [string, string] => [`${key}-du`, `${key}-au`]
export const endsOfRange = (key: string): readonly [string, string] => [`${key}-min`, `${key}-max`]

/** The filter an address asks for; what cannot be read is left out and said. */
export function readPlanFilter(query: Query): { readonly filter: PlanFilter; readonly problems: readonly FilterFault[] } {
  const problems: FilterFault[] = []
  const sets: Partial<Record<SetName, readonly string[]>> = {}
  for (const name of setNames) {
    const values = readSet(name, query, problems)
    if (values.length > 0) sets[name] = values
  }
  const flags: Partial<Record<FlagName, boolean>> = {}
  for (const name of flagNames) {
    const { key } = filterCriteria.flags[name]
    const [typed = ''] = query(key)
    if (typed === 'oui' || typed === 'non') flags[name] = typed === 'oui'
    else if (typed !== '') problems.push({ key, problem: 'unknownValue' })
  }
  const periods: Partial<Record<PeriodName, PlanPeriod>> = {}
  for (const name of periodNames) {
    const period = readPeriod(filterCriteria.periods[name].key, query, problems)
    if (period !== undefined) periods[name] = period
  }
  const numbers: Partial<Record<NumberName, PlanBounds>> = {}
  for (const name of numberNames) {
    const bounds = readBounds(name, query, problems)
    if (bounds !== undefined) numbers[name] = bounds
  }
  const words = (query('q')[0] ?? '').replace(/\s+/g, ' ').trim().slice(0, longestWords).trim()
  return { filter: { words, sets, flags, periods, numbers }, problems }
}

function readSet(name: SetName, query: Query, problems: FilterFault[]): readonly string[] {
  const { key, values } = filterCriteria.sets[name]
  const read = (typed: string): string | undefined => {
    if (typed === absent) return filterCriteria.sets[name].absent ? absent : undefined
    if (values === 'id') return readId(typed)
    if (values === 'text') return typed.slice(0, 300)
    return Object.keys(values).find((value) => values[value] === typed)
  }
  const typed = query(key).map((value) => value.trim()).filter((value) => value !== '')
  const known = typed.map(read).filter((value) => value !== undefined)
  if (known.length < typed.length) problems.push({ key, problem: 'unknownValue' })
  return [...new Set(known)].sort().slice(0, mostValues)
}

function readPeriod(key: string, query: Query, problems: FilterFault[]): PlanPeriod | undefined {
  const ends = endsOfPeriod(key).map((end) => {
    const [typed = ''] = query(end)
    const day = readDate(typed)
    if (day === undefined && typed.trim() !== '') problems.push({ key: end, problem: 'dateUnreadable' })
    return day ?? null
  })
  const [from = null, to = null] = ends
  if (from === null && to === null) return undefined
  if (from !== null && to !== null && from > to) {
    problems.push({ key: endsOfPeriod(key)[0], problem: 'periodReversed' })
    return undefined
  }
  return { from, to }
}

function readBounds(name: NumberName, query: Query, problems: FilterFault[]): PlanBounds | undefined {
  const { key, most: highest } = filterCriteria.numbers[name]
  const [least = null, most = null] = endsOfRange(key).map((end) => {
    const typed = (query(end)[0] ?? '').replace(/[\s\u00a0\u202f€%]/g, '')
    if (typed === '') return null
    if (/^\d{1,12}$/.test(typed) && Number(typed) <= highest) return Number(typed)
    problems.push({ key: end, problem: 'numberUnreadable' })
    return null
  })
  if (least === null && most === null) return undefined
  if (least !== null && most !== null && least > most) {
    problems.push({ key: endsOfRange(key)[0], problem: 'boundsReversed' })
    return undefined
  }
  return { least, most }
}

/** A value of a set as the address writes it. */
export function inAddress(name: SetName, value: string): string {
  const { values } = filterCriteria.sets[name]
  return value === absent || typeof values === 'string' ? value : (values[value] ?? value)
}

/** The parameters of an address that ask for this filter, always in the same order: equal filters have equal addresses. */
export function printPlanFilter(filter: PlanFilter): readonly (readonly [key: string, value: string])[] {
  const pairs: (readonly [string, string])[] = filter.words === '' ? [] : [['q', filter.words]]
  for (const name of setNames) {
    const { key } = filterCriteria.sets[name]
    pairs.push(...(filter.sets[name] ?? []).map((value) => [key, inAddress(name, value)] as const))
  }
  for (const name of flagNames) {
    const asked = filter.flags[name]
    if (asked !== undefined) pairs.push([filterCriteria.flags[name].key, asked ? 'oui' : 'non'])
  }
  for (const name of periodNames) {
    const [du, au] = endsOfPeriod(filterCriteria.periods[name].key)
    pairs.push(...ends(du, filter.periods[name]?.from), ...ends(au, filter.periods[name]?.to))
  }
  for (const name of numberNames) {
    const [min, max] = endsOfRange(filterCriteria.numbers[name].key)
    pairs.push(...ends(min, filter.numbers[name]?.least), ...ends(max, filter.numbers[name]?.most))
  }
  return pairs
}

const ends = (key: string, value: string | number | null | undefined): readonly (readonly [string, string])[] =>
  value === null || value === undefined ? [] : [[key, String(value)]]

/** Does this filter narrow anything? */
export const narrows = (filter: PlanFilter): boolean => printPlanFilter(filter).length > 0
