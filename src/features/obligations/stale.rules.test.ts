// An obligation is stale when an instruction changed its own words, and only then, until someone decides.
import { describe, expect, test } from 'vitest'
import { consolidate } from '../../amending/consolidate.ts'
import type { Consolidation } from '../../amending/consolidation.ts'
import { date } from '../../kernel/date.ts'
import type { Change } from '../../reading/instruction.ts'
import { changedBy, undecided } from './stale.rules.ts'

const base = [{
  key: 'article-5', number: '5', heading: 'Gouvernance', depth: 1,
  text: 'Un comité de suivi est créé.\n\nIl se réunit au moins  une fois par an. Il suit les actions.',
}]
const obligation = { words: 'Il se réunit au moins une fois par an', provisionSlug: 'article-5' }
const replace = (words: string, by: string): Change => ({ verb: 'replace', target: { article: '5', words }, level: 'words', by })
/** The text on a day, once these changes, named a, b, c…, are in force. */
const after = (...changes: readonly Change[]): Consolidation => consolidate(base, [{
  id: 'avenant', title: 'Avenant n° 1', entersOn: date('2025-01-01'),
  instructions: changes.map((change, index) => ({ id: 'abc'.charAt(index), change, sentence: '' })),
}], date('2026-01-01'))

describe('an obligation', () => {
  test.each<[string, readonly Change[], readonly string[]]>([
    ['is sound while its clause is as it was', [], []],
    ['is sound when other words of its clause change', [replace('les actions', 'les projets'), replace('de suivi', 'de pilotage')], []],
    ['is stale when its own words change', [replace('les actions', 'les projets'), replace('une fois', 'deux fois')], ['b']],
    ['is stale when words are put among its own', [{
      verb: 'insert', side: 'after', target: { article: '5', words: 'se réunit' }, level: 'words', text: ' en séance plénière',
    }], ['a']],
    ['is stale when its clause is repealed', [{ verb: 'delete', target: { article: '5' }, level: 'article' }], ['a']],
    ['is stale when its clause is written anew', [{ verb: 'replace', target: { article: '5' }, level: 'article', by: 'Le comité décide.' }], ['a']],
  ])('%s', (_, changes, expected) => {
    const text = after(...changes)
    expect(text.refused).toEqual([])
    expect(changedBy(obligation, text)).toEqual(expected)
  })

  test('whose words a stamp had cut is stale as soon as its clause changes', () => {
    const cut = { ...obligation, words: 'Il se réunit ACCUSÉ DE RÉCEPTION une fois' }
    expect([changedBy(cut, after()), changedBy(cut, after(replace('les actions', 'les projets')))]).toEqual([[], ['a']])
  })

  test('that an amendment brought is sound while its words stand, stale when another takes them away', () => {
    const brought = { ...obligation, words: 'Il se réunit au moins deux fois par an' }
    expect(changedBy(brought, after(replace('une fois', 'deux fois')))).toEqual([])
    const again = [['2025-01-01', 'a', replace('une fois', 'deux fois')], ['2025-06-01', 'b', replace('deux fois', 'trois fois')]] as const
    const text = consolidate(base, again.map(([day, id, change]) => ({
      id: `avenant ${id}`, title: '', entersOn: date(day), instructions: [{ id, change, sentence: '' }],
    })), date('2026-01-01'))
    expect(changedBy(brought, text)).toEqual(['a', 'b'])
  })

  test('without a clause is never stale', () => {
    expect(changedBy({ ...obligation, provisionSlug: null }, after(replace('une fois', 'deux fois')))).toEqual([])
  })

  test('is sound again once a decision answers each instruction, until another changes it or the decision is withdrawn', () => {
    const decision = { kind: 'decision', withdrawnFor: null, instructions: ['a'] } as const
    expect(undecided(['a'], [decision])).toEqual([])
    expect(undecided(['a', 'b'], [decision])).toEqual(['b'])
    expect(undecided(['a'], [{ ...decision, withdrawnFor: 'erreur' }])).toEqual(['a'])
  })
})
