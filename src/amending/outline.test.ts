// What changed, for a committee and for the obligations read from a clause.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import type { Change } from '../reading/instruction.ts'
import { consolidate } from './consolidate.ts'
import type { Amendment, TextNode } from './consolidation.ts'
import { outline } from './outline.ts'
import { touches, touchesWords } from './touches.ts'

const base: readonly TextNode[] = [
  { key: 'article-5', number: '5', heading: 'Comité', depth: 1, text: 'Le comité se réunit chaque année.\n\nIl remet un « bilan » avant le 30 juin.' },
  { key: 'article-6', number: '6', heading: 'Durée', depth: 1, text: 'La convention dure 5 ans.' },
]
const amendment = (id: string, entersOn: string | null, ...changes: readonly Change[]): Amendment => ({
  id, title: `Avenant n° ${id}`, entersOn: entersOn === null ? null : date(entersOn),
  instructions: changes.map((change, rank) => ({ id: `${id}.${rank + 1}`, change, sentence: `Phrase ${id}.${rank + 1}.` })),
})
const words = (article: string, old: string, by: string): Change => ({ verb: 'replace', target: { article, words: old }, level: 'words', by })
const amendments = [
  amendment('1', '2024-01-01', words('5', '30 juin', '31 juillet'), words('5', 'Rien', 'x'), { verb: 'term', by: 12 }, words('6.1', 'ans', 'x')),
  amendment('2', '2025-01-01', words('5', '31 juillet', '15 mars'), { verb: 'delete', target: { article: '6' }, level: 'article' }),
  amendment('3', null, words('5', 'Comité', 'Conseil')),
]

test('an outline has one line for each instruction, by article, with what became of it', () => {
  const groups = outline(consolidate(base, amendments, date('2024-06-01')), amendments)
  expect(groups.map(({ title, lines }) => [title, lines.map(({ instruction, status }) => `${instruction} ${status}`)])).toEqual([
    ['Article 5', ['1.1 applied', '1.2 refused', '2.1 waiting', '3.1 waiting']], ['Durée', ['1.3 applied']],
    ['Article 6', ['1.4 refused', '2.2 waiting']],
  ])
  const [first] = groups
  expect(first?.lines.map(({ note }) => note)).toEqual(['', expect.stringContaining('« Rien »'), 'En vigueur le 1er janvier 2025.',
    'En attente de la signature de l’avenant.'])
  expect(outline({ applied: [], refused: [], waiting: [] }, amendments.slice(2))[0]?.lines[0]?.status).toBe('waiting')
})

describe('touches', () => {
  test('tell by part which instruction took out and put in which words, and since when', () => {
    expect([...touches(base, amendments)]).toEqual([
      ['article-5', [
        { instruction: '1.1', amendment: '1', since: date('2024-01-01'), removed: '30 juin', added: '31 juillet' },
        { instruction: '2.1', amendment: '2', since: date('2025-01-01'), removed: '31 juillet', added: '15 mars' },
      ]],
      ['article-6', [{ instruction: '2.2', amendment: '2', since: date('2025-01-01'), removed: 'Durée … La convention dure 5 ans.', added: '' }]],
    ])
  })

  test.each([
    ['Le comité se réunit chaque année.', false], ['Il remet un "bilan"  avant le 30 juin.', true], ['Comité Le comité se réunit', false],
    ['des mots d’ailleurs', true],
  ])('of the words « %s » are seen: %s', (clause, touched) => {
    const { nodes: [after] } = consolidate(base, amendments, date('2024-06-01'))
    const [before] = base
    if (before === undefined || after === undefined) throw new Error('the text has an article 5')
    expect(touchesWords(before, after, clause)).toBe(touched)
    expect(touchesWords(before, before, clause)).toBe(false)
  })
})
