// Slips of the finger: counted, and always found again by what is left of the words.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leftovers, likeness, slipsBetween, slipsForgiven } from './spelling.rules.ts'

it.each([
  ['jaures', 'jaures', 0, 0], ['jaurse', 'jaures', 1, 1], ['jaure', 'jaures', 1, 0], ['gambeta', 'gambetta', 1, 1], ['gamb', 'gambetta', 4, 0],
])('from « %s » to « %s »: %i slips, %i to its beginning', (typed, word, whole, beginning) => {
  expect(slipsBetween(typed, word)).toEqual({ whole, beginning })
})

it('a word with one letter added, left out, changed or swapped shares a leftover with the word meant', () => {
  const word = fc.stringMatching(/^[a-z]{5,12}$/)
  fc.assert(fc.property(word, fc.nat(), fc.constantFrom('add', 'drop', 'change', 'swap'), (meant, place, slip) => {
    const at = place % (meant.length - 1)
    const typed = slip === 'add' ? `${meant.slice(0, at)}q${meant.slice(at)}` : slip === 'drop' ? meant.slice(0, at) + meant.slice(at + 1)
      : slip === 'change' ? `${meant.slice(0, at)}q${meant.slice(at + 1)}` : `${meant.slice(0, at)}${meant[at + 1]}${meant[at]}${meant.slice(at + 2)}`
    const known = new Set(leftovers(meant))
    expect(slipsBetween(typed, meant).whole).toBeLessThanOrEqual(1)
    expect(slipsForgiven(typed) === 0 || leftovers(typed).some((left) => known.has(left))).toBe(true)
  }), { numRuns: 500 })
})

it('what is closer is liked better, and what is too far not at all', () => {
  const order = ['jaures', 'jauresienne', 'jauers', 'lens'].map((word) => likeness('jaures', word))
  expect(order).toEqual([...order].sort((one, other) => other - one))
  expect(likeness('jaures', 'lens')).toBe(0)
  expect(likeness('1945', '1946')).toBe(0)
})
