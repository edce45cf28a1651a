// What counts as an alinéa, a sentence, a list item.
import { describe, expect, test } from 'vitest'
import { itemsIn, markLength, paragraphsIn, sentencesIn } from './alinea.ts'
import type { Range } from './words.ts'

const list = 'Elle porte sur :\n\n1° l’habitat :\na) les copropriétés ;\nb) la vacance ;\n2° le commerce :\na) les vitrines ;\n- anciennes ;\n- neuves ;\n'
  + '2° bis la culture ;\n3° le reste.\n\nElle est suivie.'
const sections = 'I. – Le comité est créé.\n\nIl siège.\n\nII. – Il comprend :\n\n1° le maire ;\n\n2° le préfet.\n\nIl élit un président.'
const wordsOf = (text: string, ranges: readonly Range[]): readonly string[] => ranges.map(({ start, end }) => text.slice(start, end))
const whole = (text: string): Range => ({ start: 0, end: text.length })

test('each line that is not blank is an alinéa, items and rows included', () => {
  expect(wordsOf('Un.\n\n  Deux | cellules \n- trois\n \nQuatre.', paragraphsIn('Un.\n\n  Deux | cellules \n- trois\n \nQuatre.')))
    .toEqual(['Un.', 'Deux | cellules', '- trois', 'Quatre.'])
})

test.each([
  ['Un. Deux ! Trois ? Quatre… Cinq.', ['Un.', 'Deux !', 'Trois ?', 'Quatre…', 'Cinq.']],
  ['L’art. 5 dit 2.5 M. Dupont. Voir le n° 3. Puis « Fin. » Et rien', ['L’art. 5 dit 2.5 M. Dupont.', 'Voir le n° 3.', 'Puis « Fin. »', 'Et rien']],
  ['1. Le comité. Il siège, etc. Il vote.', ['1. Le comité.', 'Il siège, etc.', 'Il vote.']],
])('the sentences of « %s » are %j', (text, sentences) => {
  expect(wordsOf(text, sentencesIn(text, whole(text)))).toEqual(sentences)
})

describe('a list item', () => {
  test.each([
    ['1°', ['1° l’habitat :\na) les copropriétés ;\nb) la vacance ;']], ['2°', ['2° le commerce :\na) les vitrines ;\n- anciennes ;\n- neuves ;']],
    ['2°>a', ['a) les vitrines ;\n- anciennes ;\n- neuves ;']], ['1°>b', ['b) la vacance ;']], ['a', 2], ['2° bis', ['2° bis la culture ;']],
    ['3', ['3° le reste.']], [2, ['- neuves ;']], [-1, ['- neuves ;']], [3, []], ['4°', []], [0, []],
  ])('%j is %j', (item, expected) => {
    const found = wordsOf(list, itemsIn(list, whole(list), item))
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected)
  })

  test('numbered in roman or decimals holds prose and lists, down to the next', () => {
    expect(wordsOf(sections, itemsIn(sections, whole(sections), 'I'))).toEqual(['I. – Le comité est créé.\n\nIl siège.'])
    expect(wordsOf(sections, itemsIn(sections, whole(sections), 'II'))).toEqual([sections.slice(sections.indexOf('II.'))])
    expect(wordsOf(sections, itemsIn(sections, whole(sections), 'II>2°'))).toEqual(['2° le préfet.'])
  })

  test.each([['a) x', 3], ['2° x', 3], ['- x', 2], ['- 3° x', 5], ['IV. – x', 4], ['c bis) x', 7], ['Un mot', 0], ['À Lens', 0], ['2 agents', 0]])(
    'opens « %s » with a mark of %d characters', (line, length) => {
      expect(markLength(line)).toBe(length)
    })
})
