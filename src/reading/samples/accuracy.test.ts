// How well the engine reads conventions it was not written on: precision and recall per kind of fact, with floors it may not fall under.
import { expect, test } from 'vitest'
import { loadTerritories } from '../../features/territories/territories.store.ts'
import { listSamples, type Sample } from '../../testing/samples.ts'
import { readConvention } from '../read.ts'
import { scoreReading } from '../score.ts'
import { type Score, sumScores } from './comparison.ts'
import { floors } from './floors.ts'
import { mutations } from './mutations.ts'

const { gazetteer } = loadTerritories()
const score = (sample: Sample): readonly Score[] => scoreReading(readConvention(sample.raw, gazetteer), sample.raw, sample.expected)
const open = listSamples('open')
const mutated = open.flatMap((sample) => mutations.map((mutation) => ({ ...sample, raw: mutation.apply(sample.raw) })))

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`.padStart(6)
const row = ({ kind, expected, found, matched, precision, recall }: Score): string =>
  `${kind.padEnd(20)}${[expected, found, matched].map((count) => String(count).padStart(7)).join('')}${percent(precision)}${percent(recall)}`
const table = (name: string, scores: readonly Score[]): string =>
  [`${name.padEnd(20)} wanted  found matched precision recall`, ...scores.map(row)].join('\n')

const sets = [['open', open], ['held', listSamples('held')], ['mutated', mutated]] as const

test.each(sets)('the %s samples are read no worse than the floors', { timeout: 120_000 }, (name, samples) => {
  const scores = sumScores(samples.map(score))
  console.log(table(name, scores))
  const below = scores.filter(({ kind, precision, recall }) => {
    const [leastPrecision, leastRecall] = floors[name][kind] ?? [100, 100]
    return precision * 100 < leastPrecision || recall * 100 < leastRecall
  })
  expect(below.map(row)).toEqual([])
})
