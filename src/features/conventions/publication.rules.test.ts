// From reviewed facts to a published convention: addresses, clauses, acts.
import { describe, expect, test } from 'vitest'
import type { FactKind, FactValue, ReviewedFact } from '../readings/fact.rules.ts'
import { compose, conventionSlug } from './publication.rules.ts'

let rank = 0
const fact = (kind: FactKind, value: FactValue, span: readonly [number, number] | null = null, fields: Partial<ReviewedFact> = {}): ReviewedFact => ({
  id: String((rank += 1)), kind, value, span: span === null ? null : { start: span[0], end: span[1] }, confidence: 1, version: 1, verdict: 'accepted',
  added: false, ...fields,
})

describe('the address of a convention', () => {
  test.each([
    ['umbrella', 'Convention chapeau ACV et PVD', [], 'chapeau'], ['programme', 'Convention-cadre PVD de Thiers', [], 'pvd'],
    ['programme', 'Convention Action cœur de ville', [], 'acv'],
    ['membership', 'Adhésion au programme Petites villes de demain', [], 'adhesion-pvd'],
    ['amendment', 'Avenant n° 2 à la convention OPAH-RU', [], 'avenant-2-opah-ru'],
    ['amendment', 'Avenant n° 4 à la convention chapeau', ['avenant-4'], 'avenant-4-2'], ['amendment', 'Avenant de prorogation', [], 'avenant'],
    ['other', 'Charte', [], 'convention'], ['umbrella', 'Convention', ['chapeau'], 'chapeau-2'],
    ['umbrella', 'Convention', ['chapeau', 'chapeau-3', 'chapeau-2'], 'chapeau-4'],
  ] as const)('%s « %s », beside %j, is %s', (kind, title, taken, slug) => {
    expect(conventionSlug({ kind, title, mentions: [] }, taken)).toBe(slug)
  })
})

describe('the parts of a convention', () => {
  const text = 'Préambule. ARTICLE 1 Objet. ARTICLE 3 Moyens. 3.1 Équipe : 55 000 € et bilan   annuel. ARTICLE 4 Fin.'
  const at = (words: string): readonly [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
  const article = (number: string, words: string, depth = 1): ReviewedFact =>
    fact('article', { number, heading: `h${number}`, depth, text: words }, at(words))
  const articles = [
    article('1', 'ARTICLE 1 Objet.'), article('3', 'ARTICLE 3 Moyens. 3.1 Équipe : 55 000 € et bilan   annuel.'),
    article('3.1', '3.1 Équipe : 55 000 € et bilan   annuel.', 2), article('4', 'ARTICLE 4 Fin.'),
  ]
  const title = fact('title', { title: 'Convention', kind: 'umbrella', language: 'fr' })

  test('hang on the innermost clause they were read in, with their words on one line', () => {
    const { mentions, obligations } = compose([title, ...articles, fact('amount', { cents: 5_500_000, taxBasis: 'HT' }, at('55 000 €')),
      fact('obligation', { kind: 'report', rule: { kind: 'recurring', timesPerYear: 1 } }, at('bilan   annuel'))], text)
    expect(mentions).toEqual([{ kind: 'amount', provision: 'article-3-1', value: { cents: 5_500_000, taxBasis: 'HT' }, words: '55 000 €' }])
    expect(obligations).toEqual([{ kind: 'report', rule: { kind: 'recurring', timesPerYear: 1 }, provision: 'article-3-1', words: 'bilan annuel' }])
  })

  test('hang on the clause they name rather than where they stand; on none when there is none', () => {
    const { bodies, mentions } = compose([...articles, fact('body', { name: 'comité', article: '4', seats: [] }, at('Objet')),
      fact('date', { date: '2024-01-01', what: 'x' }, at('Préambule')), fact('rate', { percent: 5 })], text)
    expect(bodies.map(({ provision }) => provision)).toEqual(['article-4'])
    expect(mentions.map(({ provision, words }) => [provision, words])).toEqual([[null, 'Préambule'], [null, '']])
  })

  test('come in the order of the text, an article added by a person in its place and with the depth of its number', () => {
    const added = fact('article', { number: '3.1' }, at('3.1 Équipe'), { verdict: 'corrected', added: true })
    const { provisions } = compose([...articles.filter(({ value }) => value['number'] !== '3.1'), added], text)
    expect(provisions.map(({ number, depth, heading, text: words }) => [number, depth, heading, words])).toEqual([
      ['1', 1, 'h1', 'ARTICLE 1 Objet.'], ['3', 1, 'h3', 'ARTICLE 3 Moyens. 3.1 Équipe : 55 000 € et bilan   annuel.'], ['3.1', 2, '', ''],
      ['4', 1, 'h4', 'ARTICLE 4 Fin.'],
    ])
  })

  test('leave out the defects that the review has put right', () => {
    const defects = ['signature-date-missing', 'term-not-computable', 'body-not-created'].map((code) => fact('defect', { code, message: code }))
    const codes = (term: FactValue) =>
      compose([title, fact('term', term), ...defects], '').mentions.map(({ value }) => (value as { code: string }).code)
    expect(codes({ years: 5, startsOn: 'signature', signedOn: '2023-04-06' })).toEqual(['body-not-created'])
    expect(codes({ startsOn: 'signature', endsOn: '2028-04-06' })).toEqual(['signature-date-missing', 'body-not-created'])
    expect(codes({ years: 5, startsOn: 'signature' })).toHaveLength(3)
  })

  test('are empty for a text nothing was read of, and nothing is invented', () => {
    expect(compose([title], '')).toEqual({
      title: 'Convention', kind: 'umbrella', term: null, provisions: [], parties: [], bodies: [], obligations: [], acts: [], mentions: [],
      instructions: [], unread: [],
    })
  })

  test('say null for the codes of a party that are not known', () => {
    const party = { name: 'État', kind: 'state', role: 'authority', signatories: [] }
    expect(compose([fact('party', party)], '').parties).toEqual([{ ...party, siren: null, insee: null }])
  })
})

describe('the acts', () => {
  const bully = '062-216201863-20221214-2022-120-DE'
  const sound: FactValue = {
    raw: bully, id: bully, valid: true, siren: '216201863', actDate: '2022-12-14', number: '2022-120', nature: 'DE', transmittedOn: '2022-12-16',
    receivedOn: '2022-12-16', problems: [],
  }
  const damaged: FactValue = {
    raw: 'x', id: '062-216201868-20221214-20221201-DE', valid: false, agreedId: bully, siren: '216201868', receivedOn: '2022-12-18',
    problems: ['sirenKey', 'variant'],
  }
  const illegible: FactValue = { raw: '(ANAH) 201863-20221214-2022-120-DE', valid: false, problems: ['unreadableIdentifier'] }
  const certified = fact('date', { date: '2022-12-20', what: 'certifiée exécutoire' })
  const act = {
    identifier: bully, nature: 'DE', number: '2022-120', authorSiren: '216201863', actedOn: '2022-12-14', transmittedOn: '2022-12-16',
    receivedOn: '2022-12-16', publishedOn: null, certifiedOn: null,
  }
  const stamps = (...values: readonly FactValue[]): readonly ReviewedFact[] => values.map((value) => fact('stamp', value))

  test('are one for eight stamps of the same délibération, two of them damaged, with the dates most of them bear', () => {
    const { acts } = compose([...stamps(sound, sound, damaged, sound, sound, { ...illegible, agreedId: bully }, sound, sound), certified], '')
    expect(acts).toEqual([{ ...act, certifiedOn: '2022-12-20' }])
  })

  test('are one each for two authorities, and a certification that could be of either is left to a person', () => {
    const lens: FactValue = { ...sound, id: '062-216204982-20221207-12-DE', siren: '216204982', actDate: '2022-12-07', number: '12' }
    const { acts } = compose([...stamps(sound, lens), certified], '')
    expect(acts).toEqual([act, { ...act, identifier: '062-216204982-20221207-12-DE', number: '12', authorSiren: '216204982', actedOn: '2022-12-07' }])
  })

  test('are not made of a stamp that nobody can read', () => {
    expect(compose(stamps(illegible, { ...damaged, agreedId: undefined }), '').acts).toEqual([])
  })

  test('are made of a stamp whose identifier a person corrected, against the vote if need be', () => {
    const id = '062-216204982-20221207-C-12-AR'
    const corrected = fact('stamp', { ...damaged, id, siren: undefined, receivedOn: '2022-12-09' }, null, { verdict: 'corrected' })
    expect(compose([corrected], '').acts).toEqual([{
      ...act, identifier: id, nature: 'AR', number: 'C-12', authorSiren: '216204982', actedOn: '2022-12-07', transmittedOn: null,
      receivedOn: '2022-12-09',
    }])
  })
})
