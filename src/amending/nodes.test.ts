// A reading as the parts of a text.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyGazetteer } from '../reading/gazetteer.ts'
import { readConvention } from '../reading/read.ts'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { allNodesOf, nodesOf } from './nodes.ts'

const raw = readFileSync('demonstration/convention-chapeau.md', 'utf8')
const reading = readConvention(raw, loadTerritories().gazetteer)

test('the title, what comes before the articles and the articles stand in order, each with its address', () => {
  const nodes = nodesOf(reading, raw)
  expect(nodes.slice(0, 3).map(({ key }) => key)).toEqual(['intitule', 'preambule', 'article-1'])
  expect(nodes.slice(2).map(({ text }) => text)).toEqual(reading.articles.map(({ text }) => text))
  expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length)
  expect(nodes[0]?.heading).toBe(reading.title)
  for (const { text } of reading.recitals) expect(nodes[1]?.text).toContain(text.slice(0, 40))
  expect(nodes[1]?.text).not.toContain(reading.title)
})

test('without the raw text, the préambule is made of the recitals; a text without articles has no préambule of its own', () => {
  expect(nodesOf(reading)[1]?.text).toBe(reading.recitals.map(({ text }) => text).join('\n\n'))
  expect(nodesOf({ title: '', articles: [], recitals: [] }, 'Rien.')).toEqual([])
})

test('to compare two texts, what stands after the articles counts too, and a text without articles is one part', () => {
  const last = allNodesOf(reading, raw).at(-1)
  expect(last?.key).toBe('signatures')
  expect(last?.text).toContain('Fait à')
  expect(allNodesOf(readConvention('Rien.\n\nTout.', emptyGazetteer), 'Rien.\n\nTout.').map(({ text }) => text)).toEqual(['Rien.\n\nTout.'])
})
