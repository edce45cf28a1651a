// Instructions as typed: each verb becomes its change, what is missing or unreadable is told all at once.
import { describe, expect, it } from 'vitest'
import { readInstruction, readMonths, readRank } from './instruction-form.rules.ts'
import type { InstructionTyped, Verb } from './instruction-form.rules.ts'

const read = (verb: Verb, typed: InstructionTyped) => {
  const outcome = readInstruction(verb, typed)
  return outcome.ok ? outcome.value.change : outcome.problems.map(({ field, why }) => `${field} ${why}`)
}

describe('an instruction typed in the form', () => {
  it.each<[string, Verb, InstructionTyped, object]>([
    ['words', 'replace', { article: '5', words: 'une fois', text: 'deux fois' },
      { verb: 'replace', target: { article: '5', words: 'une fois' }, level: 'words', by: 'deux fois' }],
    ['words everywhere', 'replace', { article: '5', words: 'comité', everywhere: 'oui', text: 'conseil' },
      { verb: 'replace', target: { article: '5', words: 'comité', occurrence: 'all' }, level: 'words', by: 'conseil' }],
    ['a heading', 'replace', { article: '5', heading: 'oui', text: 'Le suivi' },
      { verb: 'replace', target: { article: '5', heading: true }, level: 'heading', by: 'Le suivi' }],
    ['an article and its heading', 'replace', { article: '5', text: 'Neuf.', title: 'Le suivi' },
      { verb: 'replace', target: { article: '5' }, level: 'article', by: 'Neuf.', heading: 'Le suivi' }],
    ['the last alinéa', 'delete', { article: '6', paragraph: 'dernier' }, { verb: 'delete', target: { article: '6', paragraph: -1 }, level: 'paragraph' }],
    ['an annex', 'delete', { article: 'annexe 2' }, { verb: 'delete', target: { article: 'annexe 2' }, level: 'annex' }],
    ['a list item', 'delete', { article: '6', item: 'a)' }, { verb: 'delete', target: { article: '6', item: 'a' }, level: 'item' }],
    ['a new article', 'insert', { side: 'after', article: '3', number: '3 bis', title: 'Secteurs', text: 'Il y en a.' },
      { verb: 'insert', side: 'after', target: { article: '3' }, level: 'article', text: 'Il y en a.', number: '3 bis', heading: 'Secteurs' }],
    ['a new alinéa', 'insert', { side: 'before', article: '3', paragraph: '2', text: 'Il y en a.' },
      { verb: 'insert', side: 'before', target: { article: '3', paragraph: 2 }, level: 'paragraph', text: 'Il y en a.' }],
    ['a sentence at the end', 'complete', { article: '3', adds: 'sentence', text: 'Il y en a.' },
      { verb: 'complete', target: { article: '3' }, level: 'sentence', text: 'Il y en a.' }],
    ['a number', 'renumber', { article: '7', to: '8' }, { verb: 'renumber', target: { article: '7' }, to: '8' }],
    ['a later end', 'term', { until: '05/04/2030' }, { verb: 'term', until: '2030-04-05' }],
    ['a longer term', 'term', { lasts: '7 ans' }, { verb: 'term', lasts: 84 }],
    ['a party', 'party', { action: 'add', name: 'Commune de Harnes' }, { verb: 'party', change: 'add', name: 'Commune de Harnes' }],
    ['a sector', 'sector', { action: 'add', name: 'Centre', commune: 'Lens' }, { verb: 'sector', change: 'add', name: 'Centre', commune: 'Lens' }],
    ['a body', 'body', { action: 'rename', name: 'comité', newName: 'conseil' }, { verb: 'body', change: 'rename', name: 'comité', to: 'conseil' }],
  ])('becomes a change of %s', (_, verb, typed, change) => {
    expect(read(verb, typed)).toEqual(change)
  })

  it('keeps its own entry into force', () => {
    const outcome = readInstruction('delete', { article: '5', entersOn: '1/1/2027' })
    expect(outcome.ok && outcome.value.entersOn).toBe('2027-01-01')
  })

  it('is refused with every problem at once', () => {
    expect(read('replace', { paragraph: 'au milieu', entersOn: '31/02/2027' }))
      .toEqual(['article missing', 'paragraph rankUnreadable', 'text missing', 'entersOn dateUnreadable'])
    expect(read('insert', { article: '3', side: 'beside' })).toEqual(['side choiceUnknown', 'number missing', 'text missing'])
    expect(read('complete', { article: '3', paragraph: '1', adds: 'paragraph', text: 'x' })).toEqual(['paragraph withoutParagraph'])
    expect(read('term', { until: '05/04/2030', by: '2 ans' })).toEqual(['until oneOfThree'])
    expect(read('term', { by: 'longtemps' })).toEqual(['by durationUnreadable'])
    expect(read('party', { action: 'rename' })).toEqual(['action choiceUnknown', 'name missing'])
    expect(read('body', { action: 'rename', name: 'comité' })).toEqual(['newName missing'])
    expect(read('delete', { article: '5', words: 'x'.repeat(20_001) })).toEqual(['words tooLong'])
  })
})

describe('a rank and a duration', () => {
  it.each([['2', 2], ['2e', 2], ['1er', 1], ['premier', 1], ['Deuxième', 2], ['seconde', 2], ['dernier', -1], ['dernière', -1], ['avant-dernier', -2],
    ['0', undefined], ['beaucoup', undefined]])('reads %s', (typed, rank) => {
    expect(readRank(typed)).toBe(rank)
  })
  it.each([['18 mois', 18], ['2 ans', 24], ['1 an et 6 mois', 18], ['24', 24], ['0', undefined], ['ans', undefined]])('reads %s', (typed, months) => {
    expect(readMonths(typed)).toBe(months)
  })
})
