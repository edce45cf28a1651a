// The schema published in `docs/reading.schema.json` describes what the reader answers, and nothing else.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { listSamples } from '../testing/samples.ts'
import { readingSchema } from './facts.ts'
import { readConvention } from './read.ts'

const source = readFileSync('docs/reading.schema.json', 'utf8')
const published: { title: string; $defs: { defect: { properties: { code: { enum: readonly string[] } } } } } = JSON.parse(source)
const schema = z.fromJSONSchema(JSON.parse(source))
const { gazetteer } = loadTerritories()
/** As the command line prints it. */
const printed = (text: string): unknown => JSON.parse(JSON.stringify(readConvention(text, gazetteer)))
const demonstration = readFileSync('demonstration/convention-chapeau.md', 'utf8')

describe('the published schema of a reading', () => {
  it('has the version that readings carry', () => {
    expect(published.title).toBe(readingSchema)
  })

  const texts = [{ name: 'demonstration', raw: demonstration }, { name: 'empty text', raw: '' }, ...listSamples('open'), ...listSamples('held')]
  it.each(texts)('accepts the reading of $name', ({ raw }) => {
    expect(schema.safeParse(printed(raw)).error?.issues ?? []).toEqual([])
  })

  it('lists the defects there are', () => {
    const type = /export type DefectCode =([\s\S]*?)\n\/\*\*/.exec(readFileSync('src/reading/facts.ts', 'utf8'))?.[1] ?? ''
    expect(published.$defs.defect.properties.code.enum).toEqual([...type.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]))
  })

  it.each([
    ['a fact too many', { surprise: true }], ['another version', { schema: 'chapeau.reading/2' }],
    ['a date that is not one', { dates: [{ date: '6 avril 2023', what: '', span: { start: 0, end: 1 }, confidence: 1 }] }],
    ['a fact without its words', { rates: [{ percent: 75, confidence: 1 }] }], ['an unknown kind', { kind: 'treaty' }],
  ])('refuses %s', (_, change) => {
    expect(schema.safeParse({ ...Object(printed(demonstration)), ...change }).success).toBe(false)
  })
})
