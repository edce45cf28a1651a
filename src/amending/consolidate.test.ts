// Instructions applied to a text: where they strike, what they leave, what is refused, what collides.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import type { Change, Target } from '../reading/instruction.ts'
import { consolidate } from './consolidate.ts'
import type { Amendment, Consolidation, TextNode } from './consolidation.ts'
import { undo } from './undo.ts'

const node = (number: string, heading: string, text: string): TextNode =>
  ({ key: number === 'intitulé' ? 'intitule' : `article-${number.replace('.', '-')}`, number, heading, depth: number.split('.').length, text })
const base: readonly TextNode[] = [
  node('intitulé', 'Convention chapeau de la ville', ''),
  node('1', 'Objet', 'La présente convention fixe l’objet du programme.\n\nElle complète la convention du 3 mai 2021, prévue à l’art. 4. Elle vaut ORT.'),
  node('2', 'Durée', 'La convention est conclue pour 5 ans.\n\nUn bilan est remis avant le 30 juin. Il est public.\n\nElle prend fin le 31 décembre 2026.'),
  node('3', 'Moyens', ''),
  node('3.1', 'Équipe', 'L’équipe comprend :\n- un chef de projet ;\n- un manager de commerce.\n\nLe coût est de 55 000 € HT.'),
  node('3.2', 'Locaux', 'La ville :\na) prête un local ;\nb) prend les charges ;\nc) assure le ménage.'),
  node('4', 'Gouvernance', 'Le comité de suivi se réunit deux fois par an.\n\nLe comité de suivi entend le maire.'),
  node('5', 'Fin', 'La convention s’éteint au terme.'),
]

const amendment = (id: string, entersOn: string | null, ...changes: readonly Change[]): Amendment => ({
  id, title: `Avenant n° ${id}`, entersOn: entersOn === null ? null : date(entersOn),
  instructions: changes.map((change, rank) => ({ id: `${id}.${rank + 1}`, change, sentence: `instruction ${rank + 1}` })),
})
const on = (day: string, ...amendments: readonly Amendment[]): Consolidation => consolidate(base, amendments, date(day))
const after = (...changes: readonly Change[]): Consolidation => on('2024-01-01', amendment('1', '2024-01-01', ...changes))
const textOf = (result: Consolidation, number: string): string | undefined => result.nodes.find((one) => one.number === number)?.text
const codes = (result: Consolidation): readonly string[] => result.refused.map(({ code }) => code)

const words = (target: Target, by: string): Change => ({ verb: 'replace', target, level: 'words', by })

test('a new article stands among the others in the order of their numbers, before or after those that make room for it', () => {
  const room: readonly Change[] = [
    { verb: 'renumber', target: { article: '5' }, to: '6' }, { verb: 'renumber', target: { article: '4' }, to: '5' },
  ]
  const added: Change = { verb: 'complete', target: {}, level: 'article', text: 'Les parties communiquent.', number: '4', heading: 'Communication' }
  const last: Change = { ...added, number: '9' }
  for (const changes of [[...room, added, last], [added, ...room, last]]) {
    expect(after(...changes).nodes.map(({ number }) => number)).toEqual(['intitulé', '1', '2', '3', '3.1', '3.2', '4', '5', '6', '9'])
  }
})

describe('words', () => {
  test('are replaced where they stand, apostrophes, spaces and quotes compared loosely', () => {
    const result = after(words({ article: '1', words: "l'objet  du" }, 'le but du'), words({ article: '2', words: '30\u00a0juin' }, '31 juillet'))
    expect(textOf(result, '1')).toContain('fixe le but du programme')
    expect(textOf(result, '2')).toContain('avant le 31 juillet. Il est')
    expect(result.applied.length).toBe(2)
  })

  test.each([
    [{ article: '2', words: 'Bilan' }, 'wordsNotFound'], [{ article: '4', words: 'comité de suivi' }, 'wordsAmbiguous'],
    [{ article: '9', words: 'comité' }, 'articleNotFound'], [{ article: '2', paragraph: 4, words: 'bilan' }, 'paragraphNotFound'],
    [{ article: '2', paragraph: 2, sentence: 3 }, 'sentenceNotFound'], [{ article: '3.2', item: 'd' }, 'itemNotFound'],
    [{ article: '1', words: 'conven' }, 'wordsNotFound'],
  ])('%j are refused: %s', (target, code) => {
    const result = after(words(target, 'x'), words({ article: '5', words: 'terme' }, 'bout'))
    expect(codes(result)).toEqual([code])
    expect(result.refused[0]?.message).toMatch(/ : /)
    expect(textOf(result, '5')).toBe('La convention s’éteint au bout.')
  })

  test('are taken by rank, from the end, or at each place they stand, headings included', () => {
    expect(textOf(after(words({ article: '4', words: 'comité de suivi', occurrence: -1 }, 'conseil')), '4'))
      .toBe('Le comité de suivi se réunit deux fois par an.\n\nLe conseil entend le maire.')
    const result = after(words({ words: 'convention', occurrence: 'all' }, 'charte'))
    expect(result.nodes.some((one) => one.text.includes('convention'))).toBe(false)
    expect(after(words({ words: 'ville', occurrence: 'all' }, 'cité')).nodes[0]?.heading).toBe('Convention chapeau de la cité')
  })

  test('leave no doubled space behind, nor one before a comma', () => {
    const result = after({ verb: 'delete', target: { article: '1', words: 'du 3 mai 2021' }, level: 'words' },
      { verb: 'delete', target: { article: '2', words: 'de 5 ans' }, level: 'words' },
      { verb: 'delete', target: { article: '4', paragraph: 1, words: 'deux fois' }, level: 'words' })
    expect(textOf(result, '1')).toContain('Elle complète la convention, prévue à')
    expect(textOf(result, '4')).toContain('se réunit par an.')
    expect(codes(result)).toEqual(['wordsNotFound'])
  })

  test('are inserted beside others, in the order of the instructions', () => {
    const insert = (side: 'before' | 'after', text: string): Change => ({ verb: 'insert', side, target: { article: '4', words: 'le maire' }, level: 'words', text })
    expect(textOf(after(insert('after', ', le préfet'), insert('after', 'et son adjoint'), insert('before', 'aussi')), '4'))
      .toContain('Le comité de suivi entend aussi le maire, le préfet et son adjoint.')
  })

  test('complete an alinéa before its full stop, a sentence after it', () => {
    expect(textOf(after({ verb: 'complete', target: { article: '2', paragraph: 1 }, level: 'words', text: 'et trois mois' }), '2'))
      .toContain('conclue pour 5 ans et trois mois.\n')
    expect(textOf(after({ verb: 'complete', target: { article: '2', paragraph: -1 }, level: 'sentence', text: 'Elle se prolonge.' }), '2'))
      .toMatch(/décembre 2026\. Elle se prolonge\.$/)
  })
})

describe('larger places', () => {
  test('sums and sentences are told apart from abbreviations', () => {
    const result = after({ verb: 'replace', target: { article: '3.1' }, level: 'amount', by: '60 000 € HT' },
      { verb: 'replace', target: { article: '1', paragraph: 2, sentence: 2 }, level: 'sentence', by: 'Elle ne vaut rien.' })
    expect(textOf(result, '3.1')).toMatch(/est de 60 000 € HT\.$/)
    expect(textOf(result, '1')).toMatch(/à l’art\. 4\. Elle ne vaut rien\.$/)
  })

  test('alinéas and items go with the line break that parted them', () => {
    const gone = (target: Target, level: 'paragraph' | 'item'): Change => ({ verb: 'delete', target, level })
    expect(textOf(after(gone({ article: '2', paragraph: 1 }, 'paragraph'), gone({ article: '2', paragraph: 2 }, 'paragraph')), '2'))
      .toBe('Elle prend fin le 31 décembre 2026.')
    expect(textOf(after(gone({ article: '3.2', item: 'b' }, 'item')), '3.2')).toBe('La ville :\na) prête un local ;\nc) assure le ménage.')
    expect(textOf(after(gone({ article: '3.1', item: 2 }, 'item')), '3.1'))
      .toBe('L’équipe comprend :\n- un chef de projet ;\n\nLe coût est de 55 000 € HT.')
  })

  test('alinéas are counted in the text as it stood before the amendment', () => {
    const result = after({ verb: 'insert', side: 'before', target: { article: '2', paragraph: 1 }, level: 'paragraph', text: 'Préalable.' },
      words({ article: '2', paragraph: 1, words: '5 ans' }, '6 ans'))
    expect(textOf(result, '2')).toMatch(/^Préalable\.\n\nLa convention est conclue pour 6 ans\./)
  })

  test('new alinéas and items come after the ones cited, a mark kept when a new wording leaves it out', () => {
    const result = after({ verb: 'insert', side: 'after', target: { article: '3.2', item: 'c' }, level: 'item', text: 'd) reste.' },
      { verb: 'replace', target: { article: '3.2', item: 'a' }, level: 'item', by: 'vend un local ;' },
      { verb: 'complete', target: { article: '4' }, level: 'paragraph', text: 'Il rend compte.' },
      { verb: 'complete', target: { article: '3.1', paragraph: 3 }, level: 'item', text: 'un architecte.' })
    expect(textOf(result, '3.2')).toBe('La ville :\na) vend un local ;\nb) prend les charges ;\nc) assure le ménage.\nd) reste.')
    expect(textOf(result, '4')).toMatch(/entend le maire\.\n\nIl rend compte\.$/)
    expect(textOf(result, '3.1')).toContain('- un manager de commerce.\n- un architecte.\n\nLe coût')
  })

  test('articles are added at their place with a free address, rewritten with their sub-articles, repealed, renumbered', () => {
    const result = after({ verb: 'insert', side: 'after', target: { article: '3' }, level: 'article', number: '3 bis', heading: 'Dons', text: 'Néant.' },
      { verb: 'delete', target: { article: '3' }, level: 'article' },
      { verb: 'insert', side: 'after', target: { article: '4' }, level: 'article', number: '5', heading: 'Presse', text: 'Un avis paraît.' },
      { verb: 'renumber', target: { article: '5' }, to: '6' },
      { verb: 'complete', target: { article: '4' }, level: 'article', number: '4.1', text: 'Le maire préside.' })
    expect(result.refused).toEqual([])
    expect(result.nodes.map(({ key, number, text }) => [key, number, text !== ''])).toEqual([
      ['intitule', 'intitulé', false], ['article-1', '1', true], ['article-2', '2', true], ['article-3', '3', false], ['article-3-1', '3.1', false],
      ['article-3-2', '3.2', false], ['article-3-bis', '3 bis', true], ['article-4', '4', true], ['article-4-1', '4.1', true],
      ['article-5-bis-2', '5', true], ['article-5', '6', true],
    ])
    expect(result.nodes.filter(({ repealedBy }) => repealedBy === '1').length).toBe(3)
    expect(undo(result)).toEqual(base)
  })

  test('a new wording that prints sub-articles keeps their addresses, adds and repeals the others', () => {
    const by = 'Les moyens sont communs.\n\n3.1 Équipe de projet\n\nL’équipe comprend trois agents.\n\n3.3 Budget\n\nUn budget est voté.'
    const result = after({ verb: 'replace', target: { article: '3' }, level: 'article', by, heading: 'Moyens communs' })
    expect(result.nodes.slice(3, 7).map(({ key, number, heading, text, repealedBy }) => [key, number, heading, text, repealedBy])).toEqual([
      ['article-3', '3', 'Moyens communs', 'Les moyens sont communs.', null],
      ['article-3-1', '3.1', 'Équipe de projet', 'L’équipe comprend trois agents.', null],
      ['article-3-2', '3.2', '', '', '1'], ['article-3-3', '3.3', 'Budget', 'Un budget est voté.', null],
    ])
    expect(undo(result)).toEqual(base)
  })

  test('a sub-article printed as a line of its article is found there', () => {
    const lines = [node('1', 'Suivi', 'Le suivi comprend :\n\n1.1 Un comité, réuni chaque année.\n\nIl rend un avis.\n\n1.2 Un bilan.')]
    const change = words({ article: '1.1', words: 'chaque année' }, 'chaque mois')
    expect(consolidate(lines, [amendment('1', '2024-01-01', change)], date('2024-01-01')).nodes[0]?.text).toContain('réuni chaque mois')
  })

  test('what is repealed cannot be changed, what exists cannot be added', () => {
    expect(codes(on('2026-01-01', amendment('1', '2024-01-01', { verb: 'delete', target: { article: '5' }, level: 'article' }),
      amendment('2', '2025-01-01', words({ article: '5', words: 'terme' }, 'bout'))))).toEqual(['articleRepealed'])
    expect(codes(after({ verb: 'insert', side: 'after', target: { article: '3' }, level: 'article', number: '4', text: 'x' })))
      .toEqual(['articleExists'])
  })

  test('a later amendment that gives a repealed article a new wording brings it back, under its address', () => {
    const again = on('2026-01-01', amendment('1', '2024-01-01', { verb: 'delete', target: { article: '3' }, level: 'article' }),
      amendment('2', '2025-01-01', { verb: 'replace', target: { article: '3' }, level: 'article', by: '3.2 Locaux\n\nLa ville prête un local.' }))
    expect(again.nodes.slice(3, 6).map(({ key, repealedBy }) => [key, repealedBy])).toEqual([['article-3', null], ['article-3-1', '1'], ['article-3-2', null]])
    const result = on('2026-01-01', amendment('1', '2024-01-01', { verb: 'delete', target: { article: '5' }, level: 'article' }),
      amendment('2', '2025-01-01', { verb: 'replace', target: { article: '5' }, level: 'article', by: 'Elle dure.', heading: 'Durée' }))
    expect(result.nodes.at(-1)).toMatchObject({ key: 'article-5', heading: 'Durée', text: 'Elle dure.', repealedBy: null, touchedBy: ['1.1', '2.1'] })
    expect(undo(result)).toEqual(base)
  })
})

describe('days', () => {
  test('an amendment waits for its day, an instruction for its own', () => {
    const later: Amendment = { ...amendment('2', '2024-06-01', words({ article: '5', words: 'terme' }, 'bout')) }
    const deferred = { ...later, instructions: later.instructions.map((one) => ({ ...one, entersOn: date('2025-01-01') })) }
    expect(on('2024-12-31', deferred, amendment('3', null, words({ article: '5', words: 'terme' }, 'x'))).waiting)
      .toEqual([{ amendment: '2', instruction: '2.1', since: date('2025-01-01') }, { amendment: '3', instruction: '3.1', since: null }])
    expect(textOf(on('2025-01-01', deferred), '5')).toBe('La convention s’éteint au bout.')
  })

  test('every word says which instruction put it there', () => {
    const result = on('2026-01-01', amendment('1', '2024-01-01', words({ article: '5', words: 'terme' }, 'bout')),
      amendment('2', '2025-01-01', words({ article: '5', words: 'bout' }, 'dernier bout')))
    expect(result.nodes.at(-1)?.pieces).toEqual([{ text: 'La convention s’éteint au ', by: null, instruction: null },
      { text: 'dernier bout', by: '2', instruction: '2.1' }, { text: '.', by: null, instruction: null }])
    expect(result.conflicts).toEqual([])
    expect(undo(result)).toEqual(base)
  })
})

describe('conflicts', () => {
  test.each([
    ['words gone because of an earlier amendment', '2024-01-01', '2025-01-01', words({ article: '5', words: 'terme' }, 'bout'),
      words({ article: '5', words: 'au terme' }, 'enfin')],
    ['the same words on the same day', '2024-01-01', '2024-01-01', words({ article: '5', words: 'terme' }, 'bout'),
      words({ article: '5', words: 'bout' }, 'fond')],
    ['a rewriting that swallows words of the same day', '2024-01-01', '2024-01-01', words({ article: '5', words: 'terme' }, 'bout'),
      { verb: 'replace', target: { article: '5' }, level: 'article', by: 'Néant.' } satisfies Change],
  ] as const)('%s', (_, first, second, one, other) => {
    const result = on('2026-01-01', amendment('1', first, one), amendment('2', second, other))
    expect(result.conflicts.map(({ instructions, key }) => [instructions, key])).toEqual([[['1.1', '2.1'], 'article-5']])
    expect(codes(result)).toEqual(['conflict'])
    expect(result.conflicts[0]?.message).toContain('« Avenant n° 1 » et « Avenant n° 2 »')
    expect(result.applied.length).toBe(1)
  })

  test('a later amendment changes what an earlier one put there, or rewrites it', () => {
    const result = on('2026-01-01', amendment('1', '2024-01-01', words({ article: '5', words: 'terme' }, 'bout')),
      amendment('2', '2025-01-01', { verb: 'replace', target: { article: '5' }, level: 'article', by: 'Néant.' }))
    expect(result.conflicts).toEqual([])
    expect(textOf(result, '5')).toBe('Néant.')
  })

  test('one amendment that renames everywhere and rewrites an article has no conflict with itself', () => {
    const result = after(words({ words: 'comité de suivi', occurrence: 'all' }, 'comité de pilotage'),
      { verb: 'replace', target: { article: '4', paragraph: 1 }, level: 'paragraph', by: 'Le comité de pilotage siège.' })
    expect(result.conflicts).toEqual([])
    expect(textOf(result, '4')).toBe('Le comité de pilotage siège.\n\nLe comité de pilotage entend le maire.')
  })
})

test('term, party, sector and body changes leave the words alone', () => {
  const changes: readonly Change[] = [
    { verb: 'term', until: date('2028-12-31') }, { verb: 'party', change: 'add', name: 'la commune de Harnes' },
    { verb: 'party', change: 'add', name: 'La Commune de Harnes' }, { verb: 'sector', change: 'add', name: 'Gare' },
    { verb: 'body', change: 'rename', name: 'comité', to: 'conseil' },
  ]
  const result = after(...changes)
  expect(result.changes.map(({ change }) => change.verb)).toEqual(['term', 'party', 'sector', 'body'])
  expect(codes(result)).toEqual(['partyAlready'])
  expect(result.nodes.map(({ text }) => text)).toEqual(base.map(({ text }) => text))
})
