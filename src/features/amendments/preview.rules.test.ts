// What an amendment changes besides words: promises and bodies matched before and after, and a text the reader finds its articles in.
import { describe, expect, it } from 'vitest'
import { readConvention } from '../../reading/read.ts'
import type { ObligationRule } from '../../reading/facts.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { asDocument, compareBodies, comparePromises } from './preview.rules.ts'

const span = { start: 0, end: 0 }
const promise = (article: string, rule: ObligationRule, bearer?: string) =>
  ({ article, kind: 'meeting' as const, rule, span, confidence: 1, ...(bearer !== undefined && { bearer }) })
const yearly = (timesPerYear: number): ObligationRule => ({ kind: 'recurring', timesPerYear })

describe('promises before and after', () => {
  it('are left out when they stay, paired when they change, told when they come or go', () => {
    const before = { obligations: [promise('1', yearly(1)), promise('5', yearly(1)), promise('8', { kind: 'term' })] }
    const after = { obligations: [promise('1', yearly(1)), promise('5', yearly(2)), promise('9', { kind: 'standing' })] }
    expect(comparePromises(before, after).map(({ before, after }) => [before?.article, after?.article])).toEqual([['5', '5'], [undefined, '9'], ['8', undefined]])
  })
})

it('bodies are matched by name, then by article', () => {
  const body = (name: string, article: string, meetingsPerYear: number) => ({ name, article, seats: [], meetingsPerYear, span, confidence: 1 })
  const changes = compareBodies({ bodies: [body('comité de suivi', '5', 1), body('bureau', '6', 1)] },
    { bodies: [body('Comité de suivi', '5', 2), body('bureau', '6', 1), body('conseil', '7', 1)] })
  expect(changes.map(({ before, after }) => [before?.name, after?.name])).toEqual([['comité de suivi', 'Comité de suivi'], [undefined, 'conseil']])
})

it('the reader finds the articles of a text written as a document', () => {
  const nodes = [
    { number: '3', heading: 'L’ambition', depth: 1, text: '' }, { number: '3.1', heading: 'Le contexte', depth: 2, text: 'Le bassin minier.' },
    { number: '5', heading: 'La gouvernance', depth: 1, text: 'Le comité de suivi se réunit au moins deux fois par an.' },
    { number: 'annexe 1', heading: 'Plan', depth: 1, text: 'Le plan.' },
  ]
  const reading = readConvention(asDocument(nodes), loadTerritories().gazetteer)
  expect(reading.articles.map(({ number, heading, depth }) => [number, heading, depth])).toEqual(
    [['3', 'L’ambition', 1], ['3.1', 'Le contexte', 2], ['5', 'La gouvernance', 1], ['annexe 1', 'Plan', 1]])
  expect(reading.obligations.map(({ article, rule }) => [article, rule])).toEqual([['5', { kind: 'recurring', timesPerYear: 2 }]])
})
