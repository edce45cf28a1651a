// What is findable: the same words for what is kept and for what is asked.
import { expect, it } from 'vitest'
import { searchText, searchWords } from './search-text.ts'

it.each([
  ['L’Îlot d’été, qu’il faut', 'ilot ete il faut'], ['Cœur de ville', 'coeur de ville'], ['aujourd’hui', 'aujourd hui'],
  ['A-12 / fiche n° 3', 'a 12 fiche n 3'], ["jusqu'à l'école", 'a ecole'], ['', ''],
])('%s is kept as « %s »', (text, kept) => {
  expect(searchText([text, null])).toBe(kept)
  expect(searchWords(text)).toEqual(kept === '' ? [] : kept.split(' '))
})
