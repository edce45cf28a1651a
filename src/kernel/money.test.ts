// Money as French prints it, exact to the cent.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, inEuros, readEuros } from './money.ts'

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('an amount', () => {
  test.each([
    [5_500_000, '55 000 €'], [123_456_789, '1 234 567,89 €'], [0, '0 €'], [5, '0,05 €'], [50, '0,50 €'], [100, '1 €'], [99_999, '999,99 €'],
    [100_000, '1 000 €'], [-123_450, '−1 234,50 €'], [-7, '−0,07 €'], [Number.MAX_SAFE_INTEGER, '90 071 992 547 409,91 €'],
  ])('of %d cents is printed %s', (whole, printed) => {
    expect(plain(inEuros(cents(whole)))).toBe(printed)
  })

  test('never breaks at the end of a line', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (whole) => {
      expect(inEuros(cents(whole))).not.toContain(' ')
    }))
  })

  test('keeps every cent when it is printed', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (whole) => {
      const [units = '', rest = '00'] = inEuros(cents(whole)).replace(/[\u00a0\u202f€−]/g, '').split(',')
      expect(BigInt(units + rest)).toBe(BigInt(Math.abs(whole)))
    }))
  })

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('of %d cents is our mistake', (whole) => {
    expect(() => cents(whole)).toThrow('not whole cents')
  })
})

describe('an amount typed in euros', () => {
  test.each([
    ['55 000', 5_500_000], ['1 234,56', 123_456], ['1234.5 €', 123_450], ['1.234.567,89', 123_456_789], ['12\u202f000\u00a0€', 1_200_000], ['0', 0],
    ['7 euros', 700],
  ])('« %s » is read as %s cents', (typed, amount) => {
    expect(readEuros(typed)).toBe(amount)
  })

  test.each(['', '-5', '1,234', '12 00', 'douze', '1e5', '1,2 M€', '999999999999', '5 €€'])('« %s » is not one', (typed) => {
    expect(readEuros(typed)).toBeUndefined()
  })

  test('is read back from what is printed', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (whole) => {
      expect(readEuros(inEuros(cents(whole)))).toBe(whole)
    }))
  })
})
