// French numbers in words and in figures, as clauses print them.
import { expect, test } from 'vitest'
import { countPattern, numberInWords, readCount } from './numerals.ts'

test.each([
  ['un', 1], ['vingt et un', 21], ['vingt-et-un', 21], ['soixante-dix', 70], ['soixante et onze', 71], ['soixante-quinze', 75], ['quatre-vingts', 80],
  ['quatre-vingt-dix-neuf', 99], ['cent', 100], ['deux cents', 200], ['cent quatre-vingts', 180], ['mille', 1_000],
  ['deux mille vingt-quatre', 2_024],
  ['cinquante-cinq mille', 55_000], ['deux cent cinquante mille', 250_000], ['deux millions', 2_000_000], ['un million deux cent mille', 1_200_000],
  ['trois milliards', 3_000_000_000], ['septante', 70],
])('%s is %i', (words, value) => {
  expect(numberInWords(words)).toBe(value)
})

test.each(['', 'quelques', 'cinq membres', 'zéro'])('%o is no number', (words) => {
  expect(numberInWords(words)).toBeUndefined()
})

test.each([['5', 5], ['cinq', 5], ['cinq (5)', 5], ['5 (cinq)', 5], ['dix-huit', 18]])('a count may be printed %o', (printed, value) => {
  expect(new RegExp(`^(?:${countPattern})$`).test(printed)).toBe(true)
  expect(readCount(printed)).toBe(value)
})
