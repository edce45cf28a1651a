// What amendments in force promise and nobody follows is proposed, and nothing else.
import { describe, expect, test } from 'vitest'
import { consolidate } from '../../amending/consolidate.ts'
import type { Consolidation } from '../../amending/consolidation.ts'
import { date } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Change } from '../../reading/instruction.ts'
import { dismiss, proposalsIn, replacementsOf } from './proposal.rules.ts'
import type { Dismissed, KnownPromise, Proposal } from './proposal.rules.ts'

const chapeau = newId<'convention'>()
const base = [
  { key: 'article-5', number: '5', heading: 'Gouvernance', depth: 1, text: 'Un comité de suivi est créé.\n\nIl se réunit au moins une fois par an.' },
  { key: 'article-6', number: '6', heading: 'Suivi', depth: 1, text: 'Les communes transmettent leurs marchés au préfet chaque année.' },
]
const meeting: KnownPromise = {
  conventionId: chapeau, provisionSlug: 'article-5', kind: 'meeting', bearer: 'comité de suivi', rule: { kind: 'recurring', timesPerYear: 1 },
  words: 'Il se réunit au moins une fois par an.', endedOn: null,
}
const twice: Change = { verb: 'replace', target: { article: '5', words: 'une fois' }, level: 'words', by: 'deux fois' }
const yearly = 'Un bilan annuel de l’opération est présenté au comité de suivi avant le 30 juin de chaque année.'
const report: Change = { verb: 'complete', target: { article: '6' }, level: 'article', text: yearly }
const inserted: Change = { verb: 'insert', side: 'after', target: { article: '6' }, level: 'article', text: yearly, number: '6 bis', heading: 'Bilan' }

const after = (...changes: readonly Change[]): Consolidation => consolidate(base, [{
  id: 'avenant', title: 'Avenant n° 1', entersOn: date('2025-01-01'),
  instructions: changes.map((change, index) => ({ id: 'abc'.charAt(index), change, sentence: '' })),
}], date('2026-01-01'))
const proposed = (text: Consolidation, known: readonly KnownPromise[] = [meeting], dismissed: readonly Dismissed[] = []): readonly Proposal[] =>
  proposalsIn(chapeau, text, known, dismissed, new Set([chapeau, 'avenant']))

describe('a promise is proposed', () => {
  test('when an amendment adds it, with its clause, its rule, what brought it and since when', () => {
    expect(proposed(after(report))).toEqual([{
      conventionId: chapeau, provisionSlug: 'article-6', provisionNumber: '6', kind: 'report', bearer: null, words: yearly,
      rule: { kind: 'recurring', timesPerYear: 1, before: '30 juin' }, instructions: ['a'], since: '2025-01-01',
    }])
  })
  test('when an amendment inserts its whole article', () => {
    expect(proposed(after(inserted))).toMatchObject([{ provisionSlug: 'article-6-bis', provisionNumber: '6 bis', kind: 'report', words: yearly }])
  })
  test('when an amendment rewrites some of its words, as what replaces the one followed in this clause', () => {
    const found = proposed(after(twice))
    expect(found).toMatchObject([{ words: 'Il se réunit au moins deux fois par an.', rule: { timesPerYear: 2 }, instructions: ['a'] }])
    expect(replacementsOf(meeting, found)).toEqual(found)
    expect(replacementsOf({ ...meeting, provisionSlug: 'article-6' }, found)).toEqual([])
  })
  test('again when the one that said the same is owed no more', () => {
    const old: KnownPromise = { ...meeting, words: 'ancien', rule: { kind: 'recurring', timesPerYear: 2 } }
    expect([proposed(after(twice), [old]), proposed(after(twice), [{ ...old, endedOn: date('2025-06-01') }])].map(({ length }) => length)).toEqual([0, 1])
  })
})

describe('nothing is proposed', () => {
  test('while no amendment is in force, and of the words that none touched', () => {
    expect(proposed(after(), [])).toEqual([])
    expect(proposed(after({ verb: 'replace', target: { article: '6', words: 'préfet' }, level: 'words', by: 'maire' })).map(({ provisionSlug }) => provisionSlug))
      .toEqual(['article-6'])
    expect(proposed(after(report), []).map(({ words }) => words)).toEqual([yearly])
  })
  test('when it is followed already, from the amendment that quotes it or in the same words', () => {
    expect(proposed(after(report), [{ ...meeting, conventionId: 'avenant', words: yearly.toUpperCase() }])).toEqual([])
    expect(proposed(after(report), [{ ...meeting, conventionId: 'other', words: yearly }])).toHaveLength(1)
  })
  test('once it was set aside in this clause', () => {
    const aside = { conventionId: chapeau, clause: 'article-6', words: yearly }
    expect([proposed(after(report), [], [aside]), proposed(after(report), [], [{ ...aside, clause: 'article-5' }])].map(({ length }) => length)).toEqual([0, 1])
  })
})

test('setting aside takes a reason', () => {
  expect([dismiss(''), dismiss('x'.repeat(501)), dismiss('Déjà suivi')]).toEqual([
    { ok: false, problems: ['reasonMissing'] }, { ok: false, problems: ['reasonTooLong'] }, { ok: true, value: 'Déjà suivi' },
  ])
})
