// Identifiers: their shape, their order, and what is not one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idFrom, newId, readId } from './id.ts'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('an id is a UUID of version 7, whatever its ingredients', () => {
  fc.assert(fc.property(fc.nat(2 ** 31), random, (milliseconds, bytes) => {
    const id = idFrom(milliseconds * 1000, bytes)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(readId(id)).toBe(id)
  }))
})

test('an id made later comes after', () => {
  fc.assert(fc.property(fc.nat(2 ** 31), fc.integer({ min: 1, max: 2 ** 20 }), random, random, (milliseconds, later, one, other) => {
    expect(idFrom(milliseconds + later, one) > idFrom(milliseconds, other)).toBe(true)
  }))
})

test('the moment an id was made can be read in it', () => {
  const moment = Date.parse('2026-11-22T08:00:00.123Z')
  expect(Number.parseInt(idFrom(moment, new Uint8Array(10)).replace('-', '').slice(0, 12), 16)).toBe(moment)
})

test('ten thousand new ids are all different', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId())).size).toBe(10_000)
})

test.each(['', 'x', '0198c000-0000-7000-8000-00000000000', '0198c000-0000-7000-8000-0000000000000', "0198c000-0000-7000-8000-000000000000'",
  '0198C000-0000-7000-8000-000000000000', '0198c000-0000-7000-c000-000000000000'])(
  '%j is not an id', (text) => {
    expect(readId(text)).toBeUndefined()
  })
