// Each tracked change bears the amendment that made it and the day it took effect, when several amended the same text.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { consolidate } from '../amending/consolidate.ts'
import type { Amendment, TextNode } from '../amending/consolidation.ts'
import { redline } from '../amending/redline.ts'
import { openBudget } from '../extraction/budget.ts'
import { openArchive } from '../extraction/unzip.ts'
import { date } from '../kernel/date.ts'
import { writeRedlineDocx } from './docx-redline.ts'
import { authoredRuns, redlineAuthors } from './redline-authors.ts'

const part = (number: string, heading: string, text: string): TextNode => ({ key: `article-${number}`, number, heading, depth: 1, text })
const base = [part('1', 'Objet', 'La convention fixe les engagements des parties.'), part('2', 'Comité', 'Il se réunit une fois par an, au siège.'),
  part('3', 'Durée', 'Cinq ans.')]
const amendments: readonly Amendment[] = [
  { id: 'a1', title: 'Avenant n° 1', entersOn: date('2024-01-01'), instructions: [
    { id: 'i1', sentence: '', change: { verb: 'replace', target: { article: '2', words: 'une fois' }, level: 'words', by: 'deux fois' } },
    { id: 'i2', sentence: '', change: { verb: 'delete', target: { article: '3' }, level: 'article' } },
  ] },
  { id: 'a2', title: 'Avenant n° 2', entersOn: date('2025-01-01'), instructions: [
    { id: 'i3', sentence: '', change: { verb: 'replace', target: { article: '2', words: 'au siège' }, level: 'words', by: 'à la mairie' } },
    { id: 'i4', sentence: '', change: { verb: 'insert', side: 'after', target: { article: '1' }, level: 'article', number: '1 bis', heading: 'Lieu', text: 'Le bassin.' } },
  ] },
]
const on = (day: string) => consolidate(base, amendments, date(day))
const changesOf = (from: string, to: string) => {
  const [before, after] = [on(from), on(to)]
  const authors = redlineAuthors(before, after, amendments)
  return redline(before.nodes, after.nodes).flatMap((node) => {
    const { heading, paragraphs } = authoredRuns(node, authors)
    return [...heading, ...paragraphs.flat()].filter(({ kind, text }) => kind !== 'same' && text.trim() !== '')
      .map(({ kind, text, author }) => [kind === 'inserted' ? '+' : '-', text, author?.name, author?.date])
  })
}

it('tells who removed and who put each word', () => {
  expect(changesOf('2023-01-01', '2026-01-01')).toEqual([
    ['+', 'Lieu', 'Avenant n° 2', '2025-01-01'], ['+', 'Le bassin.', 'Avenant n° 2', '2025-01-01'],
    ['-', 'une', 'Avenant n° 1', '2024-01-01'], ['+', 'deux', 'Avenant n° 1', '2024-01-01'],
    ['-', 'au siège', 'Avenant n° 2', '2025-01-01'], ['+', 'à la mairie', 'Avenant n° 2', '2025-01-01'],
    ['-', 'Durée', 'Avenant n° 1', '2024-01-01'], ['-', 'Cinq ans.', 'Avenant n° 1', '2024-01-01'],
  ])
})

it('tells of the changes since the first day only', () => {
  expect(new Set(changesOf('2024-06-01', '2026-01-01').map(([, , name]) => name))).toEqual(new Set(['Avenant n° 2']))
})

it('loses no word and adds none, whatever the days', () => {
  const days = fc.constantFrom('2023-01-01', '2024-06-01', '2026-01-01')
  fc.assert(fc.property(days, days, (from, to) => {
    const [before, after] = [on(from), on(to)]
    const authors = redlineAuthors(before, after, amendments)
    for (const node of redline(before.nodes, after.nodes)) {
      const { heading, paragraphs } = authoredRuns(node, authors)
      const words = (runs: readonly { readonly text: string }[]) => runs.map(({ text }) => text).join('')
      expect([words(heading), words(paragraphs.flat())]).toEqual([words(node.headingRuns), words(node.paragraphs.flatMap(({ runs }) => runs))])
    }
  }))
})

it('is what Word shows as the author of each change', async () => {
  const [before, after] = [on('2023-01-01'), on('2026-01-01')]
  const bytes = await writeRedlineDocx({
    title: 'T', operation: 'O', versions: 'V', summary: '', author: 'Chapeau', date: date('2026-01-01'), on: date('2026-01-01'),
    authors: redlineAuthors(before, after, amendments), nodes: redline(before.nodes, after.nodes),
  })
  const document = Buffer.from((await (await openArchive(bytes, openBudget(undefined))).read('word/document.xml')) ?? []).toString('utf8')
  const authors = [...document.matchAll(/<w:(?:ins|del) [^>]*w:author="([^"]*)" w:date="([^"]*)"/g)].map(([, name, day]) => `${name} ${day}`)
  expect(new Set(authors)).toEqual(new Set(['Avenant n° 1 2024-01-01T00:00:00Z', 'Avenant n° 2 2025-01-01T00:00:00Z']))
})
