// The co-funding of a post: the vectors of the domain in both readings, the clause's ambiguity kept, unknowns never guessed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { postCofunding } from './post-cofunding.ts'
import type { PostCofundingAnswer } from './post-cofunding.ts'

const day = date('2025-06-01')
const euros = (amount: number): Cents => cents(amount * 100)
const both = ({ readings }: PostCofundingAnswer) => readings.map((one) => [one.reading, one.cents === null ? null : one.cents / 100])
const asked = (cost: number | null, opahRu: boolean | null, aid?: number) =>
  postCofunding({ annualCostCents: cost === null ? null : euros(cost), opahRu, ...(aid !== undefined && { aidCents: euros(aid) }) }, day)

describe('the co-funding of a post', () => {
  test.each([
    [70_000, true, 52_500, 41_250], [70_000, false, 45_000, 33_750], [80_000, true, 55_000, 41_250], [40_000, false, 30_000, 30_000], [0, true, 0, 0],
  ])('that costs %s € (OPAH-RU: %s) is %s € when the cap is on the aid, %s € when it is on the base', (cost, opahRu, onAid, onBase) => {
    expect(both(asked(cost, opahRu))).toEqual([['cap-on-aid', onAid], ['cap-on-base', onBase]])
  })

  test('is rounded down to the cent, so that 75 % stays a maximum', () => {
    expect(postCofunding({ annualCostCents: cents(101), opahRu: false }, day).readings[0]?.cents).toBe(75)
  })

  test('marks what binds in each reading', () => {
    const [onAid, onBase] = asked(70_000, true).explanation.parts
    expect(onAid?.parts.map(({ binds }) => binds)).toEqual([true, false])
    expect(onBase?.parts.map(({ binds }) => binds)).toEqual([false, true])
  })

  test('never chooses: an aid that only one reading allows is unknown', () => {
    expect(asked(80_000, true, 41_250).result).toBe('pass')
    expect(asked(80_000, true, 50_000).result).toBe('unknown')
    expect(asked(80_000, true, 60_000).result).toBe('fail')
    expect(asked(80_000, true).result).toBeUndefined()
  })

  test('is unknown without the cost, or without knowing of an OPAH-RU where that changes it', () => {
    expect(asked(null, true)).toMatchObject({ result: 'unknown', readings: [{ cents: null }, { cents: null }] })
    expect(asked(70_000, null)).toMatchObject({ result: 'unknown', readings: [{ cents: null }, { cents: null }] })
    expect(both(asked(40_000, null))).toEqual([['cap-on-aid', 30_000], ['cap-on-base', 30_000]])
    expect(postCofunding({ annualCostCents: euros(1), opahRu: true }, date('2019-01-01')).result).toBe('unknown')
  })

  test('says when requests are closed, and what to do', () => {
    const open = postCofunding({ annualCostCents: euros(1), opahRu: true }, date('2026-03-31'))
    const closed = postCofunding({ annualCostCents: euros(1), opahRu: true }, date('2026-04-01'))
    expect([open, closed].map(({ explanation }) => JSON.stringify(explanation).includes('Closes depuis'))).toEqual([false, true])
  })

  test('is never more on the base than on the aid, never beyond 75 %, and grows with the cost', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000_000 }), fc.boolean(), (cost, opahRu) => {
      const amounts = (annual: number) =>
        postCofunding({ annualCostCents: cents(annual), opahRu }, day).readings.map((reading) => reading.cents ?? Number.NaN)
      const [onAid = 0, onBase = 0] = amounts(cost)
      expect(onBase).toBeLessThanOrEqual(onAid)
      expect(4 * onAid).toBeLessThanOrEqual(3 * cost)
      const more = amounts(cost + 1)
      expect(more[0]).toBeGreaterThanOrEqual(onAid)
      expect(more[1]).toBeGreaterThanOrEqual(onBase)
    }))
  })
})
