// The readers of content answer on any text, always the same, without throwing and in linear time.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textFrom } from '../testing/snippets.ts'
import { readAmounts, readRates } from './amounts.ts'
import { readBodies } from './bodies.ts'
import { readDates } from './dates.ts'
import { emptyGazetteer } from './gazetteer.ts'
import { readObligations } from './obligations.ts'
import { readProgrammes } from './programmes.ts'
import { readReferences } from './references.ts'
import { readTerm } from './term.ts'

function contentOf(raw: string) {
  const text = textFrom(raw)
  const dates = readDates(text, [])
  const bodies = readBodies(text)
  return {
    dates, bodies, amounts: readAmounts(text), rates: readRates(text), term: readTerm(text, null, dates),
    obligations: readObligations(text, bodies, []), references: readReferences(text), programmes: readProgrammes(text, emptyGazetteer),
  }
}

const scraps = [
  '## Article 1 – Durée\n\n', '# Article 2\n', 'La présente convention ', 'est conclue pour une durée de ', 'cinq (5) ans',
  ' à compter de sa signature', ' jusqu’au ', '31 mars 2026',
  '14/12/2022', '31 juin 2020', 'de la même année', ' du 3 au ', '55 000 € HT', '2,5 M€', '| a | b |\n|---|---|\n', '| 12 | 1 000 € |\n',
  '75 % maximum', 'un comité de pilotage ',
  'est composé :\n\n', '- le maire ou son représentant ;\n', ' se réunit deux fois par an', ' s’engage à :\n\n', '- recruter un chef de projet ;\n',
  'Elle est transmise à l’ANCT. ',
  'les communes de Lens et Liévin ', 'le programme PVD ', 'l’article L. 303-2 du CCH', 'loi n° 2018-1021 du 23 novembre 2018',
  ' après avis favorable du ', '17 fiches actions :\n\n', '. ', ' ; ', '\n\n',
  'Fait à Lens, le ', 'recueil des actes administratifs', '«', '»', '(', ')', '€', '%', 'é', '\u00a0', '𝄞', 'ﬁ', 'e\u0301',
]
const garbled = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...scraps) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), { maxLength: 40, size: 'max' }).map((parts) => parts.join(''))

test('any text is read, twice the same, with every span inside it', () => {
  fc.assert(fc.property(garbled, (raw) => {
    const content = contentOf(raw)
    expect(JSON.stringify(contentOf(raw))).toBe(JSON.stringify(content))
    const spans = [content.dates, content.amounts, content.rates, content.bodies, content.obligations, content.references, content.programmes].flat()
      .map(({ span }) => span)
    for (const { start, end } of spans) expect(start >= 0 && start < end && end <= raw.length).toBe(true)
    for (const { cents } of content.amounts) expect(Number.isSafeInteger(cents) && cents > 0).toBe(true)
  }), { numRuns: 500 })
})

test.each([
  'L. 303-2, ', 'articles L. 303-2 et ', 'un deux ', 'cinq cent mille ', '1 000 ', '12 mars 2020 ', '12 et ', 'Saint-', 'Lens, ',
  'comité de pilotage ', 'composé de ', 'le maire, ', 'ACV ', 's’engage à ',
  'est transmise ', 'dans un délai de ', '(', '| 1 ', '10 € ', '- a\n', 'a :\n', '........', 'loi n° 2018-1021 du ', 'durée de 5 ans ',
  'ou son représentant ', '€', '75 % ( maximum ', 'deux fois par ',
])('"%s" repeated over 100 000 characters takes no time', (scrap) => {
  const started = process.cpuUsage().user
  contentOf(scrap.repeat(Math.ceil(100_000 / scrap.length)))
  expect((process.cpuUsage().user - started) / 1_000).toBeLessThan(2_500)
})
