// The founding convention, read whole: its parties, articles, stamps and signatures, when the text is at hand (../shared/data beside the repository).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { emptyGazetteer } from './gazetteer.ts'
import { cleanText } from './noise.ts'
import { readConvention } from './read.ts'

const file = join(process.cwd(), '..', 'shared', 'data', 'convention-chapeau-lens-lievin.md')
const present = existsSync(file)
const raw = present ? readFileSync(file, 'utf8') : ''

describe.skipIf(!present)('the founding convention (skipped when ../shared/data is absent)', () => {
  const reading = readConvention(raw, present ? loadTerritories().gazetteer : emptyGazetteer)

  test('title, kind, language', () => {
    expect(reading.title).toMatch(/^CONVENTION-CADRE « CHAPEAU » valant .* Bully-les-Mines et Mazingarbe$/)
    expect([reading.kind, reading.language]).toEqual(['umbrella', 'fr'])
  })

  test('six parties with their codes, roles, signatories; one person signs for two', () => {
    expect(reading.parties.map(({ kind, role, insee, siren, signatories }) =>
      [kind, role, insee, siren, ...signatories.map(({ name, capacity }) => `${name}, ${capacity}`)])).toEqual([
      ['epci', 'carrier', undefined, '246200364', 'Sylvain ROBERT, Président'],
      ['commune', 'beneficiary', '62498', '216204982', 'Sylvain ROBERT, Maire'],
      ['commune', 'beneficiary', '62510', '216205104', 'Laurent DUPORGE, Maire'],
      ['commune', 'beneficiary', '62186', '216201863', 'François LEMAIRE, Maire'],
      ['commune', 'beneficiary', '62563', '216205633', 'Laurent POISSANT, Maire'],
      ['state', 'authority', undefined, undefined, 'Jacques BILLANT, Préfet du département du Pas-de-Calais'],
    ])
  })

  test('articles 1 to 8, with 3.1 to 3.3, free of stamps', () => {
    expect(reading.articles.map((article) => article.number)).toEqual(['1', '2', '3', '3.1', '3.2', '3.3', '4', '5', '6', '7', '8'])
    expect(reading.articles.map((article) => article.depth)).toEqual([1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1])
    for (const article of reading.articles) expect(article.text).not.toMatch(/20221214|Accusé de réception|Date de/)
    expect(reading.articles.find((article) => article.number === '6')?.text).toMatch(/pour une durée de 5 ans\.\s+Au terme de la convention/)
  })

  test('a sentence cut by the page is whole again', () => {
    expect(cleanText(raw).source.clean).toContain('est sollicité auprès de la Banque des territoires, l’Agence Nationale')
  })

  test('eight stamps, one identifier agreed, two variants of it', () => {
    const agreed = '062-216201863-20221214-2022-120-DE'
    expect(reading.stamps.map((stamp) => stamp.agreedId ?? stamp.id)).toEqual(Array.from({ length: 8 }, () => agreed))
    expect(reading.stamps.map((stamp) => stamp.problems))
      .toEqual([[], [], ['sirenKey', 'variant'], [], [], ['unreadableIdentifier', 'variant'], [], []])
    expect(reading.stamps[0]).toMatchObject({
      valid: true, insee: '62186', actDate: '2022-12-14', number: '2022-120', nature: 'DE', transmittedOn: '2022-12-16',
    })
    expect(reading.stamps.map((stamp) => stamp.receivedOn)).toContain('2022-12-17')
  })

  test('six signatures put back together out of flattened columns; neither place nor date', () => {
    expect(reading.signatures).toMatchObject({ scrambled: true })
    expect(reading.signatures).not.toHaveProperty('place')
    expect(reading.signatures).not.toHaveProperty('signedOn')
    expect(reading.signatures?.lines.map((line) => line.name))
      .toEqual(['Sylvain ROBERT', 'Sylvain ROBERT', 'Laurent DUPORGE', 'François LEMAIRE', 'Laurent POISSANT', 'Jacques BILLANT'])
  })

  test('each fact stands in the words it was read from', () => {
    const words = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) => raw.slice(span.start, span.end)
    for (const party of reading.parties) expect(words(party)).toContain(party.name)
    for (const article of reading.articles) expect(words(article)).toContain(article.heading)
    for (const stamp of reading.stamps) expect(words(stamp)).toBe(stamp.raw)
    for (const recital of reading.recitals) expect(words(recital)).toContain(recital.text.slice(0, 30))
  })
})
