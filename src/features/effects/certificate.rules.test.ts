// Certificates: codes that nobody guesses nor misreads, the same text for the same values.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeFrom, readCode, readHash, sealedText } from './certificate.rules.ts'

it('a code is made of sixteen letters that are not read as others, and read back however it is copied', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (random) => {
    const code = codeFrom(random)
    fc.pre(code !== undefined)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){3}$/)
    expect(readCode(` ${code?.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  }), { numRuns: 100 })
  expect([codeFrom(new Uint8Array(64).fill(255)), readCode('ABCD'), readCode('')]).toEqual([undefined, undefined, undefined])
})

it('a hash is read however it is copied, and nothing else is one', () => {
  expect([readHash('AB '.repeat(32)), readHash('ab'), readHash('z'.repeat(64))]).toEqual(['ab'.repeat(32), undefined, undefined])
})

it('the sealed text does not depend on the order in which values were put together, and reads back the same', () => {
  expect(sealedText({ b: 1, a: [null, { d: 'é', c: undefined }] })).toBe('{"a":[null,{"d":"é"}],"b":1}')
  fc.assert(fc.property(fc.jsonValue(), (value) => { expect(JSON.parse(sealedText(value))).toEqual(JSON.parse(JSON.stringify(value))) }),
    { numRuns: 200 })
})
