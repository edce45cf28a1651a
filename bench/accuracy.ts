// How well the reader does on the samples: precision and recall per kind of fact, set by set.
import type { Gazetteer } from '../src/reading/gazetteer.ts'
import { readConvention } from '../src/reading/read.ts'
import { sumScores } from '../src/reading/samples/comparison.ts'
import { mutations } from '../src/reading/samples/mutations.ts'
import { scoreReading } from '../src/reading/score.ts'
import { listSamples } from '../src/testing/samples.ts'
import type { Sample } from '../src/testing/samples.ts'

type Accuracy = { readonly set: string; readonly kind: string; readonly precision: number; readonly recall: number }

export function scoreSamples(gazetteer: Gazetteer): readonly Accuracy[] {
  const open = listSamples('open')
  const mutated = open.flatMap((sample) => mutations.map((mutation) => ({ ...sample, raw: mutation.apply(sample.raw) })))
  const score = ({ raw, expected }: Sample) => scoreReading(readConvention(raw, gazetteer), raw, expected)
  return Object.entries({ open, held: listSamples('held'), mutated }).flatMap(([set, samples]) =>
    sumScores(samples.map(score)).map(({ kind, precision, recall }) => ({ set, kind: kind.replaceAll(' ', '-'), precision, recall })))
}
