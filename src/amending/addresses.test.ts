// The addresses of provisions: one text each.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { provisionSlugs } from './addresses.ts'

describe('the addresses of provisions', () => {
  test.each([
    [['1', '2', '3.1', '3.2', '10'], ['article-1', 'article-2', 'article-3-1', 'article-3-2', 'article-10']],
    [['4 bis', 'IV', 'annexe 2', 'Préambule'], ['article-4-bis', 'article-iv', 'annexe-2', 'preambule']],
    [['1', '1', '1'], ['article-1', 'article-1-bis-2', 'article-1-bis-3']], [['', '…'], ['article', 'article-bis-2']], [[], []],
  ])('of %j are %j', (numbers, slugs) => {
    expect(provisionSlugs(numbers)).toEqual(slugs)
  })

  test('lead to one text each, whatever the numbers, and fit in an address', () => {
    const numbers = fc.array(fc.oneof(fc.constantFrom('1', '1 bis 2', '1 bis', '2', 'Article 1', '3.1', '3 1', 'I', ''),
      fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 })
    fc.assert(fc.property(numbers, (list) => {
      const slugs = provisionSlugs(list)
      expect(new Set(slugs).size).toBe(list.length)
      expect(slugs.filter((slug) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))).toEqual([])
    }), { numRuns: 500 })
  })
})
