// What else may open a right stands beside its « no », and nowhere else.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { answerLevers } from '../../law/levers/lever-answer.ts'
import { nothingKnown } from '../../law/levers/place-facts.ts'
import type { Fact } from '../../law/levers/place-facts.ts'
import { loadLevers } from '../levers/lever-file.ts'
import { recordOf } from './answer-record.ts'

const loaded = loadLevers()
const levers = typeof loaded === 'string' ? [] : loaded
const commune = { insee: '62413', name: 'Harnes' }

/** What is said of a lever in Harnes on a day. */
function told(id: string, inForce: Fact, on: string) {
  const facts = { ...nothingKnown, commune: { insee: commune.insee },
    conventions: [{ insee: commune.insee, inForce, from: null, until: null, label: null }] }
  const { levers: records } = recordOf({
    question: { place: { how: 'commune', insee: commune.insee, label: 'Harnes' }, on: date(on), audience: undefined, project: false,
      demonstration: false },
    facts, commune, sectors: [], sources: [], operation: undefined, addresses: undefined, illustrative: false,
    levers: answerLevers(levers, facts, date(on)),
  }, null, undefined)
  return records.find((lever) => lever.id === id)
}

describe('what else may open the same right', () => {
  it('stands beside the no of a commune that did not sign', () => {
    expect(told('L10', 'no', '2025-06-15')).toMatchObject({ verdict: 'no', reasons: [
      'Aucune convention n’est en vigueur pour Harnes ce jour-là.', expect.stringContaining('Action cœur de ville')] })
    expect(told('L22', 'no', '2024-06-15')?.reasons.at(-1)).toContain('projet partenarial')
  })
  it('is left out of a yes, of an unknown, and of a law that does not hold that day', () => {
    const all = [told('L10', 'yes', '2025-06-15'), told('L10', 'unknown', '2025-06-15'), told('L10', 'no', '2018-06-15')]
    expect(all.map((lever) => lever?.verdict)).toEqual(['applies', 'unknown', 'no'])
    expect(all.flatMap((lever) => lever?.reasons ?? []).join(' ')).not.toContain('Action cœur de ville')
  })
})
