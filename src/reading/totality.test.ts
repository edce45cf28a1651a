// The reader answers on any text: it never throws, always answers the same, and every fact stands inside the text.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { listSamples } from '../testing/samples.ts'
import type { Reading, Span } from './facts.ts'
import { emptyGazetteer } from './gazetteer.ts'
import { readConvention } from './read.ts'

const { gazetteer } = loadTerritories()
const conventions = ['demonstration/convention-chapeau.md'].map((file) => readFileSync(file, 'utf8'))
const blocks = [...conventions, ...listSamples('open').slice(0, 6).map(({ raw }) => raw)].map((text) => text.split(/\n{2,}/))

const spansOf = (reading: Reading): readonly Span[] => [
  ...[reading.parties, reading.recitals, reading.articles, reading.stamps, reading.dates, reading.amounts, reading.rates, reading.bodies,
    reading.obligations, reading.references, reading.programmes, reading.instructions, reading.unreadInstructions].flat().map(({ span }) => span),
  ...(reading.term ? [reading.term.span] : []),
  ...(reading.signatures ? [reading.signatures.span, ...reading.signatures.lines.map(({ span }) => span)] : []),
  ...reading.defects.flatMap(({ span }) => span ?? []),
]

/** What must hold of any reading of any text. */
function holds(raw: string): void {
  const reading = readConvention(raw, gazetteer)
  const again = readConvention(raw, gazetteer)
  expect(JSON.stringify(again)).toBe(JSON.stringify(reading))
  const astray = spansOf(reading)
    .filter(({ start, end }) => !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= raw.length))
  expect(astray).toEqual([])
  for (const stamp of reading.stamps) expect(raw.slice(stamp.span.start, stamp.span.end)).toBe(stamp.raw)
}

const scraps = [
  'ENTRE\n', 'Entre les soussignés : ', 'La commune de Lens', ', représentée par ', 'son Maire ', 'Monsieur Paul ROI', ' ; ', 'ET\n',
  'En présence de ', 'L’État', 'représenté par le Préfet du Cantal', '| a | b |\n', '|---|---|\n',
  '## ', '**', '- ', 'Article 1', 'Article 1er – Objet\n', 'ARTICLE II : DURÉE\n', '3.1 Contexte\n', '1. OBJET\n', 'Annexe 2 : Plan\n', 'SOMMAIRE\n',
  ' ........ 3\n', 'Page 2 sur 3\n', '\f', '12\n',
  'Accusé de réception en préfecture\n', '062-216201863-20221214-2022-120-DE\n', 'Date de télétransmission : 16/12/2022\n', 'Reçu en préfecture le ',
  'ID : ', '«', '»', 'Fait à Lens, le ', '3 mai 2023', '____', 'Pour la Commune de Lens\n',
  'Le Maire, ', 'Vu le code ', 'Considérant que ', 'un comité de suivi ', 'se réunit une fois par an. ', '55 000 € HT', '75 % maximum',
  'pour une durée de 5 ans', '\n\n', '\n', '\t', '     ', '<!--', '-->', '&eacute;', '\\_', '\ud83d', 'e\u0301', 'ﬁ', '\u00ad',
]
const garbled = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...scraps) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), { maxLength: 30, size: 'max' }).map((parts) => parts.join(''))

test('texts of up to thirty scraps, 700 of them', () => {
  fc.assert(fc.property(garbled, holds), { numRuns: 700 })
}, 120_000)

test('any characters at all, 600 texts', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200, size: 'max' }), holds), { numRuns: 600 })
}, 60_000)

test('conventions with blocks dropped, doubled, shuffled, or cut anywhere, 500 of them', () => {
  const mutated = fc.record({
    text: fc.constantFrom(...blocks), order: fc.array(fc.nat(), { minLength: 1, maxLength: 25 }), from: fc.nat(), cut: fc.nat(),
    insert: fc.constantFrom('', '\f', '«', '**', '|', 'Article 3\n', '\n'),
  }).map(({ text, order, from, cut, insert }) => {
    const joined = order.map((rank, index) => text[(index % 3 === 0 ? rank : from + index) % text.length] ?? '').join('\n\n')
    return joined.slice(0, cut % (joined.length + 1)) + insert + joined.slice((cut % (joined.length + 1)) + (from % 7))
  })
  fc.assert(fc.property(mutated, holds), { numRuns: 500 })
}, 240_000)

test('nothing at all is read from an empty text', () => {
  const { defects, ...facts } = readConvention('', emptyGazetteer)
  expect(facts).toEqual({
    schema: 'chapeau.reading/1', title: '', kind: 'other', language: 'und', parties: [], recitals: [], articles: [], stamps: [], term: null,
    dates: [], amounts: [], rates: [], bodies: [], obligations: [], references: [], programmes: [], signatures: null,
    instructions: [], unreadInstructions: [],
  })
  expect(defects.map((defect) => defect.code)).toContain('no-text')
})

test.each([' ', '\n', 'a', '- a\n', 'a\tb\n', '| a | b |\n', '« ', '** ', '<!-- ', '[a](', '_a', 'a-\n', 'e\u0301', '12\n', '1. Objet\n',
  'Article 1 – Objet\n', 'ENTRE\n', 'la commune de Lens représentée par son maire, ', 'Fait à Lens, le 3 mai 2022\n', 'SOMMAIRE\nObjet 3\n',
  'Reçu en préfecture le 12/12/2022\n'])(
  '"%s" repeated over 200 000 characters is read in a moment',
  (scrap) => {
    const started = process.cpuUsage().user
    readConvention(scrap.repeat(Math.ceil(200_000 / scrap.length)), emptyGazetteer)
    expect((process.cpuUsage().user - started) / 1_000).toBeLessThan(3_000)
  },
  60_000,
)
