// The instructions of amendments: the drafting forms one by one, whatever the typography; what is no order; any text at all.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticles } from './articles.ts'
import { emptyGazetteer } from './gazetteer.ts'
import { readInstructions } from './instructions.ts'
import { cleanText } from './noise.ts'
import { readConvention } from './read.ts'
import { findSignatureBlock } from './signature-block.ts'
import { textOf } from './text.ts'

/** A row of the table: a text, the changes it orders (`unsure`: to be confirmed by a person first), the problems of what is refused. */
type Row = { readonly text: string; readonly orders: readonly Readonly<Record<string, unknown>>[]; readonly unread?: readonly string[] }
const rows: readonly Row[] = JSON.parse(readFileSync('src/reading/instruction-forms.json', 'utf8'))
const short = rows.map((row) => [row.text.replace(/\s+/g, ' ').slice(0, 110), row] as const)

function read(raw: string) {
  const { source, lines } = cleanText(raw)
  const bare = textOf(source, lines)
  return readInstructions({ ...bare, articles: readArticles(bare, findSignatureBlock(bare)?.start ?? source.clean.length) })
}

const ordersOf = (raw: string) => read(raw).instructions.map(({ change, entersOn, confidence }) =>
  ({ ...change, ...(entersOn === undefined ? {} : { entersOn }), ...(confidence < 0.7 ? { unsure: true } : {}) }))

describe('a drafting form', () => {
  test('is one of at least 120', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120)
  })

  test.each(short)('is read: %s', (_, { text, orders, unread = [] }) => {
    expect(ordersOf(text)).toEqual(orders)
    expect(read(text).unread.map(({ problem }) => problem)).toEqual(unread)
  })

  test.each(short)('keeps its words and says what it does: %s', (_, { text }) => {
    const { instructions, unread } = read(text)
    for (const { span, sentence } of instructions) {
      expect(text.slice(span.start, span.end).trim()).not.toBe('')
      expect(sentence).toMatch(/^\p{Lu}[^\n]*\.$/u)
    }
    for (const { span, message } of unread) {
      expect(text.slice(span.start, span.end).trim()).not.toBe('')
      expect(message).toMatch(/\.$/)
    }
  })
})

describe('the same orders are read', () => {
  const plain = (value: unknown): string => JSON.stringify(value).replace(/[’']/g, "'").replace(/[\u00a0\u202f ]+/g, ' ').replace(/(?<=«) | (?=»)/g, '')
  const variants: readonly (readonly [string, (text: string) => string])[] = [
    ['with curly apostrophes', (text) => text.replaceAll("'", '’')],
    ['with straight apostrophes', (text) => text.replaceAll('’', "'")],
    ['with no-break spaces in the quotation marks', (text) => text.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u202f»')],
    ['without spaces in the quotation marks', (text) => text.replaceAll('« ', '«').replaceAll(' »', '»')],
    ['with spaces doubled', (text) => text.replaceAll(' ', '  ')],
    ['with every line apart', (text) => text.replace(/\n+/g, '\n\n')],
    ['with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['with composed accents taken apart', (text) => text.normalize('NFD')],
    ['with soft hyphens', (text) => text.replaceAll('rempla', 'rempla\u00ad')],
  ]
  test.each(variants)('%s', (_, dress) => {
    const differ = rows.filter(({ text, orders }) => plain(ordersOf(dress(text))).normalize('NFC').replace(/(?:\\n)+/g, '\\n')
      !== plain(orders).replace(/(?:\\n)+/g, '\\n'))
    expect(differ.map(({ text }) => text)).toEqual([])
  })

  const single = rows.filter(({ text }) => !/\n|« [^»]*«/.test(text))
  test.each([['curly', '“', '”'], ['straight', '"', '"'], ['low', '„', '”']])('with %s quotation marks', (_, open, close) => {
    const differ = single.filter(({ text, orders }) => plain(ordersOf(text.replace(/« ?/g, open).replace(/ ?»/g, close))) !== plain(orders))
    expect(differ.map(({ text }) => text)).toEqual([])
  })

  test('when a stamp and a page number fall in the middle of a quotation', () => {
    const stamp = 'Envoyé en préfecture le 12/12/2025\nReçu en préfecture le 12/12/2025\nPublié le 14/12/2025\nID : 062-246200364-20251207-2025_0512-DE\n'
    const text = `Article 1 – Durée\n\nL’article 7 est remplacé par les dispositions suivantes :\n\n« La convention est conclue pour une durée\n\n${stamp}\nPage 2 `
      + 'sur 3\n\nde sept ans. »\n\nArticle 2 – Divers\n\nL’article 8 est abrogé.\n'
    expect(ordersOf(text)).toEqual([
      { verb: 'replace', target: { article: '7' }, level: 'article', by: 'La convention est conclue pour une durée de sept ans.' },
      { verb: 'delete', target: { article: '8' }, level: 'article' },
    ])
  })
})

describe('an amendment', () => {
  test('has its instructions in its reading; any other convention has none', () => {
    const text = 'Article 1 – Durée\n\nL’article 7 de la convention est abrogé.\n'
    expect(readConvention(`Avenant n° 1 à la convention\n\n${text}`, emptyGazetteer).instructions)
      .toMatchObject([{ article: '1', sentence: 'Supprimer l’article 7.' }])
    expect(readConvention(`Convention chapeau\n\n${text}`, emptyGazetteer).instructions).toEqual([])
  })

  test('leaves its recitals, its own clauses and what it quotes without orders', () => {
    const text = `Avenant n° 2 à la convention\n\nVu la convention dont l’article 3 est abrogé ;\nConsidérant que l’article 4 est remplacé ;\n\nArticle 1 – Texte\n\n`
      + 'L’article 5 est ainsi rédigé :\n\n« L’article 6 est abrogé.\n\nLe dernier alinéa de l’article 7 est supprimé. »\n\n'
      + 'Article 2 – Suite\n\nLa commune transmet son bilan avant le 30 juin. Les autres clauses demeurent inchangées.\n'
    expect(readConvention(text, emptyGazetteer).instructions.map(({ sentence }) => sentence))
      .toEqual(['Remplacer l’article 5 par « L’article 6 est abrogé. Le dernier alinéa de l’article 7 est supprimé. ».'])
  })
})

/** Spans inside the text, confidences between 0 and 1, twice the same answer. */
function holds(raw: string): void {
  const answer = read(raw)
  expect(JSON.stringify(read(raw))).toBe(JSON.stringify(answer))
  const astray = [...answer.instructions, ...answer.unread].filter(({ span: { start, end } }) => !(start >= 0 && start <= end && end <= raw.length))
  expect(astray).toEqual([])
  expect(answer.instructions.filter(({ confidence, sentence }) => !(confidence > 0 && confidence <= 1) || sentence === '')).toEqual([])
}

const scraps = [
  'À l’article 5, ', 'L’article 4 ', 'les mots : ', '« a »', '« ', ' »', '"', '“b”', ' sont remplacés par ', ' est ainsi modifié :', '\n1° ', '\na) ', '\n- ', ' ; ',
  '. ', ' sont supprimés', ' est abrogé', 'Après le deuxième alinéa, ', 'il est inséré un article 3 bis ainsi rédigé : ', 'est complété par ', 'deux alinéas ', '\n',
  '\n\n', 'Article 2 – Durée\n', 'Le dernier alinéa ', 'du 3° du II ', 'devient l’article 6', 'La convention est prorogée ', 'jusqu’au 31 juin 2028', 'de deux ans',
  'La commune de Lens adhère à la convention', 'au même alinéa ', 'annexe 2', 'à compter du 1er janvier 2027, ', 'respectivement ', ' et ', '| a | b | c |\n',
]
test('any text of up to 25 scraps is read without a throw, 900 of them', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 25, size: 'max' }).map((parts) => parts.join('')), holds),
    { numRuns: 900 })
}, 120_000)

test('amendments cut, doubled and shuffled are read without a throw, 1 000 of them', () => {
  const long = rows.filter(({ text }) => text.length > 600).map(({ text }) => text.split(/(?<=[\s»])/))
  const mutated = fc.record({ words: fc.constantFrom(...long), from: fc.nat(), count: fc.nat({ max: 300 }), drop: fc.nat({ max: 12 }) })
    .map(({ words, from, count, drop }) => words.slice(from % words.length).slice(0, count).filter((_, rank) => drop === 0 || rank % drop !== 1).join(''))
  fc.assert(fc.property(mutated, holds), { numRuns: 1_000 })
}, 120_000)

test.each(['« ', '«a» ', 'les mots « a » sont remplacés par « b », ', 'au premier alinéa du 2° de l’article 5 ', 'l’article 5, ', '1° a) ', 'est remplacé par ', '" '])(
  'an amendment that repeats %s over 200 000 characters is read in a moment', (scrap) => {
    const started = process.cpuUsage().user
    read(`Article 1 – Objet\n\n${scrap.repeat(Math.ceil(200_000 / scrap.length))}`)
    expect((process.cpuUsage().user - started) / 1_000).toBeLessThan(2_000)
  }, 60_000)
