// How well the sample amendments are read and applied without any hand: each day's text, part by part, against what a clerk would write.
import { consolidate } from '../amending/consolidate.ts'
import type { Amendment, Consolidation } from '../amending/consolidation.ts'
import { nodesOf } from '../amending/nodes.ts'
import type { ExpectedDay } from '../amending/samples/expected.ts'
import { date } from '../kernel/date.ts'
import { nameKey } from '../kernel/text.ts'
import type { Gazetteer } from '../reading/gazetteer.ts'
import { readConvention } from '../reading/read.ts'
import { type AmendmentSample, type AmendmentSampleSet, comparable, listAmendmentSamples } from './amendment-samples.ts'

/** `differences`: what is not as expected, a sentence each; none when the day is as a clerk would write it. `parts`: how many were compared. */
export type AmendedDay = {
  readonly sample: string; readonly on: string; readonly result: Consolidation; readonly parts: number; readonly differences: readonly string[]
}

/** Every day of every sample of a set. */
export const amendedDays = (set: AmendmentSampleSet, gazetteer: Gazetteer): readonly AmendedDay[] =>
  listAmendmentSamples(set).flatMap((sample) => {
    const base = nodesOf(readConvention(sample.base, gazetteer), sample.base)
    const amendments = amendmentsOf(sample, gazetteer)
    return sample.days.map((day) => {
      const result = consolidate(base, amendments, date(day.on))
      return { sample: sample.name, on: day.on, result, parts: day.nodes.length, differences: differencesOf(result, day) }
    })
  })

/** As the reader finds them, in force from the days the sample gives. */
const amendmentsOf = (sample: AmendmentSample, gazetteer: Gazetteer): readonly Amendment[] => sample.avenants.map(({ name, raw, entersOn }) => ({
  id: name, title: name, entersOn: date(entersOn),
  instructions: readConvention(raw, gazetteer).instructions.map((instruction, rank) => ({ ...instruction, id: `${name}.${rank + 1}` })),
}))

function differencesOf(result: Consolidation, expected: ExpectedDay): readonly string[] {
  const parts = result.nodes.filter(({ key }) => key !== 'intitule' && key !== 'preambule')
  const order = (numbers: readonly { readonly number: string }[]): string => numbers.map(({ number }) => nameKey(number)).join(' / ')
  const found = expected.nodes.flatMap((node) => {
    const same = parts.filter(({ number, repealedBy }) =>
      nameKey(number) === nameKey(node.number) && (repealedBy !== null) === (node.repealed === true))
    const [own] = same
    if (own === undefined) return [`${node.number}: ${node.repealed === true ? 'not repealed' : 'missing'}`]
    const heading = node.repealed === true ? '' : node.heading
    const [told, asked] = [comparable(`${own.heading}\n${own.text}`), comparable(`${heading}\n${node.text}`)]
    return told === asked ? [] : [`${node.number}: ${JSON.stringify(told)} instead of ${JSON.stringify(asked)}`]
  })
  return [
    ...found, ...(order(parts) === order(expected.nodes) ? [] : [`order: ${order(parts)} instead of ${order(expected.nodes)}`]),
    ...(result.conflicts.length === expected.conflicts ? [] : [`${result.conflicts.length} conflicts instead of ${expected.conflicts}`]),
  ]
}
