// Every fact read from a sample points at its own words in the text handed in, however that text is dressed.
import { expect, test } from 'vitest'
import { loadTerritories } from '../../features/territories/territories.store.ts'
import { listSamples } from '../../testing/samples.ts'
import type { Reading, Span } from '../facts.ts'
import { readConvention } from '../read.ts'
import { contains } from './comparison.ts'
import { mutations } from './mutations.ts'

const { gazetteer } = loadTerritories()

type Pointed = { readonly fact: string; readonly span: Span; readonly words?: string }

const pointed = (reading: Reading): readonly Pointed[] => [
  ...reading.parties.map(({ name, span }) => ({ fact: 'party', span, words: name })),
  ...reading.articles.map(({ heading, span }) => ({ fact: 'article', span, words: heading })),
  ...reading.stamps.map(({ raw, span }) => ({ fact: 'stamp', span, words: raw })),
  ...reading.dates.map(({ date, span }) => ({ fact: 'date', span, words: String(Number(date.slice(8))) })),
  ...reading.amounts.map(({ span }) => ({ fact: 'amount', span })),
  ...reading.rates.map(({ percent, span }) => ({ fact: 'rate', span, words: String(percent).replace('.', ' ') })),
  ...reading.bodies.map(({ name, span }) => ({ fact: 'body', span, words: name })),
  ...reading.obligations.map(({ span }) => ({ fact: 'obligation', span })),
  ...reading.references.map(({ article, text, span }) => ({ fact: 'reference', span, words: article?.replaceAll('.', ' ') ?? text })),
  ...reading.programmes.map(({ span }) => ({ fact: 'programme', span })),
  ...(reading.signatures?.lines ?? []).map(({ name, span }) => ({ fact: 'signature', span, words: name ?? '' })),
]

const astray = (raw: string): readonly string[] => pointed(readConvention(raw, gazetteer)).flatMap(({ fact, span, words }) => {
  const text = raw.slice(span.start, span.end)
  const spelt = fact === 'date' && !/\d/.test(text)
  const inside = span.start >= 0 && span.start < span.end && span.end <= raw.length
  return inside && (spelt || contains(text, words ?? '')) ? [] : [`${fact} at ${span.start}: ${words ?? ''} / ${text.slice(0, 80)}`]
})

const cases = [...listSamples('open'), ...listSamples('held')].map((sample) => [sample.name, sample] as const)

test.each(cases)('every fact of %s points at its words', (_, { raw }) => {
  expect(astray(raw)).toEqual([])
})

const dresses = mutations.map((mutation) => [mutation.name, mutation] as const)

test.each(dresses)('every fact points at its words in a text with %s', { timeout: 60_000 }, (_, mutation) => {
  expect(listSamples('open').flatMap(({ raw }) => astray(mutation.apply(raw)))).toEqual([])
})
