// The day an amendment takes effect, as its own text tells.
import { expect, test } from 'vitest'
import { emptyGazetteer } from '../reading/gazetteer.ts'
import { readConvention } from '../reading/read.ts'
import { listAmendmentSamples } from '../testing/amendment-samples.ts'
import { entryIntoForce } from './entry.ts'

const entryOf = (raw: string): ReturnType<typeof entryIntoForce> => entryIntoForce(readConvention(raw, emptyGazetteer), raw)
const amendment = (last: string, signed = 'Fait à Lens, le 6 avril 2023'): string =>
  `AVENANT N° 1\n\nArticle 1 – Objet\n\nL’article 5 est abrogé.\n\nArticle 2 – Entrée en vigueur\n\n${last}\n\n${signed}\n`

test.each([
  ['Le présent avenant prend effet le 1er mai 2023.', '2023-05-01', 'stated'], ['Il entre en vigueur à compter du 1er mars 2024.', '2024-03-01', 'stated'],
  ['L’avenant entre en vigueur dès sa signature.', '2023-04-06', 'signature'], ['Il prend effet le lendemain de sa signature.', '2023-04-07', 'signature'],
  ['Les autres clauses demeurent inchangées.', '2023-04-06', 'signature'],
  ['Il entre en vigueur à sa signature, à l’exception de l’article 1er qui prend effet au 1er janvier 2024.', '2023-04-06', 'signature'],
  ['L’avenant prend effet à la date de la dernière signature, soit le 9 avril 2023.', '2023-04-09', 'stated'],
])('« %s » gives %s', (last, on, basis) => {
  expect(entryOf(amendment(last))).toEqual({ on, basis })
})

test('what hangs on an event without a date, or has no date at all, is unknown', () => {
  expect(entryOf(amendment('L’avenant prend effet à compter de sa notification aux parties.')))
    .toEqual({ on: null, basis: 'unknown', waitsFor: 'à compter de sa notification aux parties' })
  expect(entryOf(amendment('L’avenant prend effet à sa signature.', 'Fait à Lens, le'))).toEqual({ on: null, basis: 'unknown', waitsFor: null })
})

test('each sample amendment takes effect on the day its clerk gives', () => {
  const found = listAmendmentSamples('open').flatMap(({ name, avenants }) => avenants.map(({ raw }) => `${name} ${entryOf(raw).on}`))
  expect(found).toEqual(listAmendmentSamples('open').flatMap(({ name, avenants }) => avenants.map(({ entersOn }) => `${name} ${entersOn}`)))
})
