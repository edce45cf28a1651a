// The sample amendments as they lie in src/amending/samples, each with the text a careful clerk would write after it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DraftingSentence, ExpectedDay } from '../amending/samples/expected.ts'

const root = 'src/amending/samples'
/** `open`: the authors of the engine may look at them. `held`: kept apart, for an honest measure. */
export type AmendmentSampleSet = 'open' | 'held'
export type AmendmentSample = {
  readonly name: string; readonly base: string
  /** In the order they were signed. */
  readonly avenants: readonly { readonly name: string; readonly raw: string; readonly entersOn: string }[]
  /** What is expected, one day after the other. */
  readonly days: readonly ExpectedDay[]
}

function readSample(folder: string, name: string): AmendmentSample {
  const parsed: ExpectedDay | readonly ExpectedDay[] = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  const days: readonly ExpectedDay[] = 'on' in parsed ? [parsed] : parsed
  const base = ['base.md', 'base.txt'].map((file) => join(folder, file)).find((file) => existsSync(file))
  if (base === undefined) throw new Error(`no base in ${folder}`)
  const avenants = (days[0]?.avenants ?? []).map(({ file, entersOn }) => ({ name: file, raw: readFileSync(join(folder, file), 'utf8'), entersOn }))
  return { name, base: readFileSync(base, 'utf8'), avenants, days }
}

/** The samples of a set, by name. */
export function listAmendmentSamples(set: AmendmentSampleSet): readonly AmendmentSample[] {
  const folder = set === 'open' ? root : join(root, 'held')
  return readdirSync(folder).sort()
    .filter((name) => existsSync(join(folder, name, 'expected.json')))
    .map((name) => readSample(join(folder, name), name))
}

/** Single drafting sentences of a set. */
export function listDraftingSentences(set: AmendmentSampleSet): readonly DraftingSentence[] {
  const file = join(root, set === 'open' ? 'sentences.json' : 'held-sentences.json')
  const sentences: readonly DraftingSentence[] = JSON.parse(readFileSync(file, 'utf8'))
  return sentences
}

const closing = /\n+(?:Fait )?[ÀAà] [^\n,]{2,60}, (?:en [^\n,]+, )?le \d[\s\S]*$/
/** A text as samples are compared: spaces, dashes, apostrophes and emphasis folded, without the closing formula of a convention. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(closing, '').replaceAll('**', '').replaceAll('’', "'").replace(/[–—•]/g, '-')
    .replace(/[^\S\n]+/g, ' ').replace(/ *\n\s*/g, '\n').trim()
}
