// The contents an ORT must have are recognised under the names conventions give them.
import { expect, test } from 'vitest'
import { requiredContents, standsAsOrt } from './ort-content.ts'

const named = (words: string) =>
  requiredContents.filter((content) => new RegExp(`(?<![a-z])(?:${content.words})`).test(words)).map(({ code }) => code)

test.each([
  ['le centre de lens, ville principale de l\'agglomeration', 'main-town-not-named'],
  ['en application de l\'article l. 303-3', 'main-town-not-named'],
  ['les secteurs d\'intervention sont delimites en annexe', 'sector-missing'],
  ['la maquette financiere est annexee', 'funding-plan-missing'],
  ['le calendrier des actions', 'calendar-missing'],
])('%s', (words, code) => {
  expect(named(words)).toEqual([code])
})

test.each([
  ['la presente convention vaut operation de revitalisation de territoire', true],
  ['la presente convention « chapeau » est reconnue comme valant operation de revitalisation de territoire (ort)', true],
  ['elle complete la convention-cadre valant operation de revitalisation de territoire, signee le 22 septembre 2021', false],
])('a text stands as an ORT when it says so of itself: %s', (words, stands) => {
  expect(new RegExp(standsAsOrt).test(words)).toBe(stands)
})
