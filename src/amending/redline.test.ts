// What changed from one state of a text to another, to the letter and to the eye.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextNode } from './consolidation.ts'
import { redline, redlineText, type RedlineParagraph, type Run } from './redline.ts'
import { shortestEdit } from './shortest-edit.ts'
import { tokensOf } from './tokens.ts'

const node = (key: string, text: string, number = key, heading = ''): TextNode => ({ key, number, heading, depth: 1, text })
const side = (runs: readonly Run[], other: Run['kind']): string => runs.filter(({ kind }) => kind !== other).map(({ text }) => text).join('')
const sides = (paragraphs: readonly RedlineParagraph[]): readonly [string, string] => {
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs)
  return [side(runs, 'inserted'), side(runs, 'deleted')]
}
const marked = (paragraphs: readonly RedlineParagraph[]): string => paragraphs.flatMap(({ runs }) => runs)
  .map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`)).join('')

const wordy = fc.array(fc.constantFrom('le ', 'maire ', 'l’', 'an', ' ', '\n', '\n\n', '5 000', ',', '. ', 'comité ', 'œ', '😀', '\ud800', '- ', 'ville-centre '),
  { maxLength: 60 }).map((parts) => parts.join(''))

describe('a redline', () => {
  test('holds both texts to the letter', () => {
    fc.assert(fc.property(wordy, wordy, (before, after) => {
      expect(sides(redlineText(before, after))).toEqual([before, after])
    }), { numRuns: 2000 })
  })

  test('of a text with itself has nothing but what stays', () => {
    fc.assert(fc.property(wordy, (text) => {
      expect(redlineText(text, text).every(({ status }) => status === 'same')).toBe(true)
    }))
  })

  test.each([
    ['Le comité se réunit une fois par an.', 'Le comité se réunit deux fois par an.', 'Le comité se réunit [-une-]{+deux+} fois par an.'],
    ['Un coût de 55 000 € HT.', 'Un coût de 60 000 € HT.', 'Un coût de [-55 000-]{+60 000+} € HT.'],
    ['Le comité entend le rapport financier du maire.', 'Le comité entend un compte administratif du préfet.',
      'Le comité entend [-le rapport financier du maire-]{+un compte administratif du préfet+}.'],
    ['A.\n\nB se réunit.', 'A.\n\nNouveau.\n\nB se réunit.', 'A.\n\n{+Nouveau.\n\n+}B se réunit.'],
    ['Un texte tout autre ici.', 'Rien de semblable là.', '[-Un texte tout autre ici.-]{+Rien de semblable là.+}'],
  ])('of « %s » and « %s » reads « %s »', (before, after, expected) => {
    expect(marked(redlineText(before, after))).toBe(expected)
  })

  test('shows parts that came, went, changed, took another number', () => {
    const before = [node('1', 'Un.'), node('2', 'Deux.'), node('3', 'Trois fois rien du tout.'), node('4', 'Quatre.'), node('5', 'Cinq.', '5', 'Fin')]
    const after = [node('1', 'Un.'), node('2-bis', 'Neuf.'), node('3', 'Trois fois rien.'), node('4', 'Quatre.', '3 bis'), node('5', '')]
    const result = redline(before, after)
    expect(result.map(({ key, status, number, formerNumber }) => [key, status, number, formerNumber])).toEqual([
      ['1', 'same', '1', null], ['2-bis', 'inserted', '2-bis', null], ['2', 'deleted', '2', null], ['3', 'changed', '3', null],
      ['4', 'renumbered', '3 bis', '4'], ['5', 'deleted', '5', null],
    ])
    expect(result.at(-1)?.heading).toBe('Fin')
    for (const one of result) {
      expect(sides(one.paragraphs)).toEqual([before.find(({ key }) => key === one.key)?.text ?? '', after.find(({ key }) => key === one.key)?.text ?? ''])
    }
  })

  test('keeps every part of both sides, once, whatever their order', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(fc.property(keys, keys, (before, after) => {
      const shown = redline(before.map((key) => node(key, key)), after.map((key) => node(key, key))).map(({ key }) => key)
      expect([...shown].sort()).toEqual([...new Set([...before, ...after])].sort())
      expect(shown.filter((key) => after.some((own) => own === key))).toEqual(after)
    }))
  })
})

describe('the shortest edit', () => {
  test('is one, as a table of all prefixes tells', () => {
    const letters = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 14 })
    fc.assert(fc.property(letters, letters, (one, other) => {
      const { removed, added } = shortestEdit(Int32Array.from(one), Int32Array.from(other))
      expect(one.filter((_, rank) => removed[rank] === 0)).toEqual(other.filter((_, rank) => added[rank] === 0))
      expect(one.length - removed.reduce((sum, gone) => sum + gone, 0)).toBe(longestCommon(one, other))
    }), { numRuns: 2000 })
  })
})

function longestCommon(one: readonly number[], other: readonly number[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const letter of one) {
    const next = [0]
    other.forEach((own, rank) => next.push(own === letter ? (row[rank] ?? 0) + 1 : Math.max(row[rank + 1] ?? 0, next[rank] ?? 0)))
    row = next
  }
  return row.at(-1) ?? 0
}

test.each([
  ['l’art. 5 bis', ['l’', 'art', '.', ' ', '5', ' ', 'bis']], ['55 000,50 € en 2023-2028', ['55 000,50', ' ', '€', ' ', 'en', ' ', '2023', '-', '2028']],
  ['Bully-les-Mines', ['Bully-les-Mines']], ['31/12/2026', ['31/12/2026']],
])('the words of « %s » are %j', (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens)
})
