// Where an address that came from outside may lead.
import { expect, test } from 'vitest'
import { ownPath } from './address.ts'

test.each(['/', '/operations/lens-lievin', '/operations/lens-lievin/lectures/1#fact-2', '/territoires?q=lens'])('%s is followed', (path) => {
  expect(ownPath(path)).toBe(path)
})

test.each(['', 'operations', '//ailleurs.example', '/\\ailleurs.example', 'https://ailleurs.example', 'javascript:alert(1)', '/a b', '/a\nb', '/a\\b',
  '/a\tb'])('%j is not followed', (path) => {
  expect(ownPath(path)).toBeUndefined()
})
