// What is remembered is not asked again, and memory has an end.
import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('an answer is worked out once, until too many are kept', () => {
  const asked: string[] = []
  const length = remembered(2, (word) => asked.push(word))
  expect([length('a'), length('a'), length('b'), length('a')]).toEqual([1, 1, 2, 1])
  expect([length('c'), length('a')]).toEqual([3, 4])
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
})
