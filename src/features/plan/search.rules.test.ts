// What is typed to search the plan, term by term, and the words of a title that answer.
import { describe, expect, test } from 'vitest'
import { highlighted, readSearch } from './search.rules.ts'

/** `+place du marche -gare reno…`: phrases and words with their sign, the last one open. */
const said = (typed: string): string => readSearch(typed).map(({ words, without, opening }) => `${without ? '-' : '+'}${words}${opening ? '…' : ''}`).join(' ')

describe('what is typed', () => {
  test.each([
    ['logements vacants', '+logements +vacants…'], ['l’École d’été', '+ecole +ete…'], ['"Place du Marché" -gare', '+place du marche -gare'],
    ['« place du marché »', '+place du marche'], ['Saint-Omer', '+saint omer'], ['rénovation à Lens', '+renovation +lens…'], ['à', '+a…'],
    ['-', ''], ['  ', ''], ['%', ''], ['-logement', '-logement'], ['2024-12', '+2024 12'],
  ])('%s is %s', (typed, terms) => {
    expect(said(typed)).toBe(terms)
  })
})

describe('a title', () => {
  const marked = (title: string, typed: string): string =>
    highlighted(title, readSearch(typed)).map(({ text, found }) => (found ? `[${text}]` : text)).join('')

  test.each([
    ['Réhabilitation d’un logement vacant', 'logements vacants', 'Réhabilitation d’un [logement] [vacant]'],
    ['Écoles et locaux', 'ecole local', '[Écoles] et [locaux]'], ['Rénovation des halles', 'réno', '[Rénovation] des halles'],
    ['Gare et place', 'gare -place', '[Gare] et place'], ['Îlot', '', 'Îlot'],
  ])('%s, searched by %s, is shown as %s', (title, typed, shown) => {
    expect(marked(title, typed)).toBe(shown)
  })
})
