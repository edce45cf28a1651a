// The changes of style change something, and never a figure or a name.
import { expect, test } from 'vitest'
import { listSamples } from '../../testing/samples.ts'
import { contains } from './comparison.ts'
import { mutations } from './mutations.ts'

const open = listSamples('open')
const page = /Page \d+ sur 9\r?\n\f.*\r?\n/g
const figures = (text: string): string => text.replace(page, '').replace(/(?<=article )ler/gi, '1er').replace(/\D/g, '')

const cases = mutations.map((mutation) => [mutation.name, mutation] as const)

test.each(cases)('"%s" dresses texts otherwise and keeps their figures and names', (_, mutation) => {
  expect(open.some(({ raw }) => mutation.apply(raw) !== raw)).toBe(true)
  for (const { raw, expected } of open) {
    const dressed = mutation.apply(raw)
    expect(figures(dressed)).toBe(figures(raw))
    expect(expected.parties.filter((party) => !contains(dressed, party.name))).toEqual([])
  }
})
