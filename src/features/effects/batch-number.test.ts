// Numbers read from bytes are the doubles that JavaScript itself reads from the same words, or none at all.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalAt } from './batch-number.ts'

const read = (words: string, commas = false): number => {
  const bytes = Buffer.from(`x${words}y`)
  return decimalAt(bytes, 1, bytes.length - 1, commas)
}

test('any double, as JavaScript prints it or with fixed decimals, comes back the same', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 20 }), (value, decimals) => {
    expect(read(String(value))).toBe(Number(String(value)))
    expect(read(value.toFixed(decimals))).toBe(Number(value.toFixed(decimals)))
  }), { numRuns: 2000 })
})

test('any digits around a point, of any length, are read as Number reads them', () => {
  const digits = fc.stringMatching(/^\d{0,24}$/)
  const parts = [fc.constantFrom('', '-', '+'), digits, fc.constantFrom('', '.'), digits, fc.boolean()] as const
  fc.assert(fc.property(...parts, (sign, whole, point, decimals, commas) => {
    const words = `${sign}${whole}${point}${point === '' ? '' : decimals}`
    const expected = whole === '' && (point === '' || decimals === '') ? Number.NaN : Number(words)
    expect(read(words)).toBe(expected)
    expect(read(commas ? words.replace('.', ',') : words, true)).toBe(expected)
  }), { numRuns: 2000 })
})

const noNumbers = ['', ' ', '-', '.', '1,5', '1.2.3', '0x10', 'Infinity', 'NaN', '1e', '1 2', '--1', '1_000', '1'.repeat(1001)]
test.each(noNumbers)('« %s » is no number', (words) => {
  expect(read(words)).toBe(Number.NaN)
})
