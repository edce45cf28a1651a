// Text made comparable: what is held equal, what keeps its place.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byFrenchName, flat, fold, nameKey } from './text.ts'

const french = fc.string({ unit: fc.constantFrom(...'abcéèÀÇŒœæÉßﬁ’‘´-–—«» \u00a0\u202f\n\t\r,;.0129ÎôüÿŸÏ'), maxLength: 60 })

describe('folded text', () => {
  test.each([
    ['Liévin', 'lievin'], ['CŒUR DE VILLE', 'coeur de ville'], ['l’Habitat', "l'habitat"], ['Bully–les—Mines', 'bully-les-mines'],
    ['  un\u00a0  mot\n', 'un mot'], ['Ex æquo', 'ex aequo'], ['éÉèÈàÀçÇ', 'eeeeaacc'], ['e\u0301', 'e'], ['ofﬁciel', 'officiel'], ['', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('says the same once folded again', () => {
    fc.assert(fc.property(french, (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }))
  })
})

describe('flat text', () => {
  test('has the length of any text at all, so that an offset in one is an offset in the other', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(flat(text)).toHaveLength(text.length)
    }), { numRuns: 500 })
    fc.assert(fc.property(fc.uint16Array({ maxLength: 200 }).map((units) => String.fromCharCode(...units)), (text) => {
      expect(flat(text)).toHaveLength(text.length)
    }), { numRuns: 500 })
  })

  test('is made character by character', () => {
    fc.assert(fc.property(french, french, (one, other) => {
      expect(flat(one + other)).toBe(flat(one) + flat(other))
    }))
  })

  test('is lower case, without accents, with plain quotes, dashes and spaces; line feeds stay', () => {
    expect(flat('L’ÉTÉ\u00a0–\tÀ\nLens\r\nŒuvre')).toBe("l'ete - a\nlens \nouvre")
  })
})

describe('a name as a key', () => {
  test.each([
    ['Saint-Omer', 'saint omer'], ['ST OMER', 'saint omer'], ['Ste-Marie', 'sainte marie'], ['L’Haÿ-les-Roses', 'l hay les roses'],
    ['Bully les  Mines', 'bully les mines'],
    ['Estrées', 'estrees'], ['Brest', 'brest'], ['  ', ''],
  ])('%j is %j', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })
})

test('names are sorted as a French reader expects', () => {
  expect(['Évin', 'Zuydcoote', 'Avion', 'Étaples', 'eu', 'Lens'].sort(byFrenchName)).toEqual(['Avion', 'Étaples', 'eu', 'Évin', 'Lens', 'Zuydcoote'])
})
