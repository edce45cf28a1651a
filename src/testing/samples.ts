// The sample conventions as they lie in src/reading/samples, each with what a careful reader finds in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Expected } from '../reading/samples/expected.ts'

/** `open`: the authors of the engine may look at them and improve it. `held`: kept apart, for an honest measure. */
type SampleSet = 'open' | 'held'
/** The shape of `expected` is checked by `samples.test.ts`. */
export type Sample = { readonly name: string; readonly raw: string; readonly expected: Expected }

/** The samples of a set, by name. */
export function listSamples(set: SampleSet): readonly Sample[] {
  const folder = join('src/reading/samples', set)
  return readdirSync(folder).filter((file) => file.endsWith('.expected.json')).sort().map((file) => {
    const name = file.slice(0, -'.expected.json'.length)
    const text = [`${name}.md`, `${name}.txt`].map((candidate) => join(folder, candidate)).find((candidate) => existsSync(candidate))
    if (text === undefined) throw new Error(`no text beside ${file}`)
    const expected: Expected = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    return { name, raw: readFileSync(text, 'utf8'), expected }
  })
}
