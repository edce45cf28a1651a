// The last number at or before another, against a search that looks at all of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastAtOrBefore } from './search.ts'

test('is what one finds by looking at each', () => {
  fc.assert(fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.nat(60), (numbers, wanted) => {
    const grown = [...numbers].sort((one, other) => one - other)
    expect(lastAtOrBefore(grown, wanted)).toBe(Math.max(0, grown.filter((number) => number <= wanted).length - 1))
  }))
  expect(lastAtOrBefore([], 3)).toBe(0)
})
