// SIREN numbers: the test vectors of real communes and groupings, and the key itself.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inseeOfSiren, isSiren } from './siren.ts'

describe('the key of a SIREN', () => {
  test.each(['216201863', '211301106', '246200364', '216204982', '216205104', '216205633', '216204131'])('holds for %s', (siren) => {
    expect(isSiren(siren)).toBe(true)
  })

  test.each([['216201868', 'its key is wrong'], ['201863', 'it is too short, though its own key holds by chance'], ['2162018630', 'it is too long'],
    ['21620186A', 'a letter is in it'], ['216 201 863', 'it has spaces'], ['', 'there is nothing']])(
    'refuses %s: %s', (siren) => {
      expect(isSiren(siren)).toBe(false)
    })

  test('leaves one last digit in ten, and catches any single digit changed', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{8}$/), fc.nat(8), fc.integer({ min: 1, max: 9 }), (start, place, change) => {
      const valid = Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).filter(isSiren)
      expect(valid).toHaveLength(1)
      const [siren = ''] = valid
      const changed = `${siren.slice(0, place)}${(Number(siren.charAt(place)) + change) % 10}${siren.slice(place + 1)}`
      expect(isSiren(changed)).toBe(false)
    }))
  })
})

describe('the commune of a SIREN', () => {
  test.each([
    ['216201863', '62186'], ['211301106', '13110'], ['216204982', '62498'], ['216205104', '62510'], ['216205633', '62563'], ['216204131', '62413'],
    ['219740115', '97411'], ['212A00045', '2A004'],
  ])('%s is %s', (siren, insee) => {
    expect(inseeOfSiren(siren)).toBe(insee)
  })

  test.each(['246200364', '200072460', '216211863', '130025265', '21620186'])('%s is that of no commune', (siren) => {
    expect(inseeOfSiren(siren)).toBeUndefined()
  })
})
