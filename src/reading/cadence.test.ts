// Cadences, delays and notice, from flattened words.
import { expect, test } from 'vitest'
import { delayIn, noticeDays, timesPerYear } from './cadence.ts'

test.each([
  ['au moins deux fois par an', 2], ['une fois l\'an', 1], ['tous les six mois', 2], ['tous les deux mois', 6], ['tous les deux ans', 0.5],
  ['trimestriellement', 4], ['chaque semestre', 2], ['toutes les deux semaines', 26], ['en mai et en novembre', 2], ['deux fois par semestre', 4],
  ['chaque automne', 1], ['pendant toute l\'annee', undefined], ['le 3 mars', undefined],
])('%s', (words, times) => {
  expect(timesPerYear(words)).toBe(times)
})

test.each([
  ['dans un delai de 18 mois a compter de la signature', { months: 18, after: 'la signature' }],
  ['dans les trois ans suivant la signature', { years: 3, after: 'la signature' }],
  ['sous quinzaine', { days: 15, after: '' }],
  ['dans les deux semaines.', { days: 14, after: '' }],
  ['dans le mois qui suit sa signature', { months: 1, after: 'sa signature' }],
  ['au cours de la troisieme annee', { years: 3, after: '' }],
  ['depuis 2012', undefined],
])('delay: %s', (words, delay) => {
  expect(delayIn(words)).toEqual(delay)
})

test.each([
  ['les convocations sont adressees quinze jours avant la seance', 15],
  ['convoque deux semaines a l\'avance', 14],
  ['les travaux commencent dix jours avant la fete', undefined],
])('notice: %s', (words, days) => {
  expect(noticeDays(words)).toBe(days)
})
