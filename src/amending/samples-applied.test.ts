// The sample amendments read and applied without any hand: the text of each day, and the way back to the base.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { amendedDays } from '../testing/amendment-score.ts'
import { undo } from './undo.ts'

const { gazetteer } = loadTerritories()
const [open, held] = [amendedDays('open', gazetteer), amendedDays('held', gazetteer)]

describe('the open samples', () => {
  test.each(open)('read as a clerk would write them: $sample on $on', ({ differences }) => {
    expect(differences).toEqual([])
  })
})

test('most parts of the samples kept apart read as a clerk would write them', () => {
  const parts = held.reduce((sum, day) => sum + day.parts, 0)
  const wrong = held.reduce((sum, { differences }) => sum + differences.length, 0)
  expect(1 - wrong / parts).toBeGreaterThan(0.85)
})

test('every base comes back', () => {
  const bases = new Map<string, string>()
  for (const { sample, result } of [...open, ...held]) {
    const base = JSON.stringify(undo(result))
    expect(base).toBe(bases.get(sample) ?? base)
    bases.set(sample, base)
  }
  expect(bases.size).toBe(14)
})
