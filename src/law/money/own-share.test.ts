// The owner's minimum: the vectors of the domain, its exceptions one by one, and what an unknown does to it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import { ownShare } from './own-share.ts'
import { ownShareExceptionKinds, ownShareExceptions, readException } from './own-share-exceptions.ts'
import type { InvokedException, OwnShareExceptionKind } from './own-share-exceptions.ts'

const day = date('2026-11-23')
const money = (amount: number | null) => (amount === null ? null : cents(amount))
const judged = (own: number | null, other: number | null, free: number | null, exception: InvokedException | null = null, on = day) =>
  ownShare({ ownerPublicCents: money(own), otherPublicCents: money(other), privateCents: money(free), exception }, on)
const invoked = (kind: OwnShareExceptionKind, order: string | null = null): InvokedException => ({ kind, words: kind, order })

describe('the owner’s minimum share of public money', () => {
  test.each([
    [15, 45, 40, 0.25, 'pass'], [18, 82, 0, 0.18, 'fail'], [20, 80, 0, 0.2, 'pass'], [10, 30, 60, 0.25, 'pass'], [0, 0, 100, null, 'not-applicable'],
    [0, 100, 0, 0, 'fail'], [100, 0, 0, 1, 'pass'],
  ] as const)('of %s beside %s public and %s private is %s: %s', (own, other, free, rate, result) => {
    expect(judged(own, other, free)).toMatchObject({ result, rate })
  })

  test('is not reached by a cent less, and is not shown as if it were', () => {
    const answer = judged(1_999_999, 8_000_001, 0)
    expect(answer).toMatchObject({ result: 'fail', missingCents: 1 })
    expect(answer.explanation.result).toMatch(/^19,99\s%/)
    expect(judged(2_000_000, 8_000_000, 0).result).toBe('pass')
  })

  test('is exact where floating point is not', () => {
    expect(judged(1_801_439_850_948, 7_205_759_403_792, 0).result).toBe('pass')
    expect(judged(1_801_439_850_947, 7_205_759_403_793, 0).result).toBe('fail')
  })

  test('is unknown when one of the two public amounts is, and says how far it would hold; private money never matters', () => {
    expect(judged(null, 45, 40)).toMatchObject({ result: 'unknown', rate: null })
    expect(judged(2_000, null, 0).explanation.result).toMatch(/jusqu’à 80\s€/)
    expect(judged(null, 8_000, 0).explanation.result).toMatch(/au moins 20\s€/)
    expect(judged(15, 45, null)).toMatchObject({ result: 'pass', rate: 0.25 })
  })

  test('speaks of investment only, and of no day before the law', () => {
    const facts = { ownerPublicCents: cents(0), otherPublicCents: cents(100), privateCents: cents(0), exception: null, investment: false }
    expect(ownShare(facts, day).result).toBe('not-applicable')
    expect(judged(15, 45, 40, null, date('2010-01-01')).result).toBe('unknown')
  })

  test('keeps its answer when every amount is multiplied, and when private money changes', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(fc.property(amount, amount, amount, fc.integer({ min: 1, max: 1000 }), (own, other, free, times) => {
      const answer = judged(own, other, free)
      expect(judged(own * times, other * times, 0).result).toBe(answer.result)
      expect(answer.result).toBe(own + other === 0 ? 'not-applicable' : 5n * BigInt(own) >= BigInt(own) + BigInt(other) ? 'pass' : 'fail')
    }))
  })

  test('lacks exactly what makes it hold, taken from other public money', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(fc.property(amount, amount, (own, other) => {
      const { result, missingCents } = judged(own, other, 0)
      fc.pre(result === 'fail' && missingCents !== null)
      const moved = missingCents ?? 0
      expect(judged(own + moved, other - moved, 0).result).toBe('pass')
      expect(judged(own + moved - 1, other - moved + 1, 0).result).toBe('fail')
    }))
  })
})

describe('an exception', () => {
  test.each([
    ['overseas', null, 'not-applicable'], ['cper', null, 'not-applicable'], ['state-owned', null, 'not-applicable'],
    ['territorial-cooperation', null, 'not-applicable'], ['anru', null, 'unknown'], ['corsica', null, 'pass'],
    ['protected-monument', null, 'unknown'], ['protected-monument', 'AP 12', 'pass'], ['heritage-derogation', null, 'unknown'],
    ['heritage-derogation', 'AP 2024-118', 'pass'], ['calamity', null, 'unknown'], ['calamity', 'AP 7', 'pass'],
  ] as const)('%s, with the order %s, makes 18 %% %s', (kind, order, result) => {
    const answer = judged(18, 82, 0, invoked(kind, order))
    expect([answer.result, answer.missingCents === 0]).toEqual([result, result !== 'unknown'])
  })

  test('of Corsica asks for a tenth', () => {
    expect(judged(9, 91, 0, invoked('corsica')).result).toBe('fail')
    expect(judged(10, 90, 0, invoked('corsica')).result).toBe('pass')
  })

  test('changes nothing where the rule holds by itself, nor where there is no public money', () => {
    for (const kind of ownShareExceptionKinds.filter((one) => !['overseas', 'cper', 'state-owned', 'territorial-cooperation'].includes(one))) {
      expect(judged(20, 80, 0, invoked(kind)).result).toBe('pass')
    }
    expect(judged(0, 0, 5, invoked('heritage-derogation', 'AP 1')).result).toBe('not-applicable')
  })

  test('that nobody knows is neither granted nor refused', () => {
    expect(judged(18, 82, 0, readException('accord du voisin', null)).result).toBe('unknown')
    expect(judged(20, 80, 0, readException('accord du voisin', null)).result).toBe('pass')
  })

  test('is understood by its code or by words, with the order they speak of', () => {
    expect(readException('Heritage-Derogation', 'AP 3')).toMatchObject({ kind: 'heritage-derogation', order: 'AP 3' })
    expect(readException('Arrêté préfectoral du 3 mai 2024 (patrimoine)', null))
      .toMatchObject({ kind: 'heritage-derogation', order: 'Arrêté préfectoral du 3 mai 2024 (patrimoine)' })
    expect(readException('calamité publique', ' ')).toMatchObject({ kind: 'calamity', order: null })
    expect(ownShareExceptions.map(({ kind }) => kind)).toEqual(ownShareExceptionKinds)
  })
})

describe('an order', () => {
  test('is not there when its words say so', () => {
    const words = ['dérogation du préfet, arrêté non joint', 'patrimoine, sans arrêté', 'patrimoine, arrêté en attente', 'prefect order pending',
      'derogation, order not attached', 'patrimoine : arrêté demandé, pas encore reçu']
    expect(words.map((one) => readException(one, null).order)).toEqual(words.map(() => null))
    expect(readException('patrimoine non protégé, arrêté du 3 mai 2024', null).order).not.toBe(null)
    const { kind, order } = readException('préfet derogation order (heritage) attached', null)
    expect([kind, order === null]).toEqual(['heritage-derogation', false])
  })

  test('lifts nothing before the law that allows it, and what cannot be applied tells no missing sum', () => {
    const heritage = { kind: 'heritage-derogation', words: '', order: 'arrêté n° 12' } as const
    expect(judged(18, 82, 0, heritage, date('2019-12-28')).result).toBe('fail')
    expect(judged(18, 82, 0, heritage, date('2019-12-29')).result).toBe('pass')
    expect(judged(18, 82, 0, null, date('2000-01-01'))).toMatchObject({ result: 'unknown', missingCents: null })
  })
})
