// Conformity over a constellation of documents: what one lacks another carries, and what nobody can tell is said so.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import type { ConformityRule, RuleEvidence, RuleNature } from '../../law/conformity-rule.ts'
import { evaluateConformity } from './conformity.rules.ts'
import type { Constellation, ConstellationDocument } from './conformity.rules.ts'
import { findPhrase } from './phrase.rules.ts'

const day = date('2024-05-01')
const ruleOf = (evidence: RuleEvidence, nature: RuleNature = 'duty', from = '2018-11-25', until: string | null = null): ConformityRule => ({
  id: 'R1', rule: 'Une règle', nature, source: 'CCH', confirmed: true, read: 'whole', verifiedOn: day, from: date(from),
  until: until === null ? null : date(until), evidence, remedy: 'Écrivez-le.',
})
const documentOf = (slug: string, text: string, more: Partial<ConstellationDocument> = {}): ConstellationDocument => ({
  slug, title: slug, kind: slug === 'chapeau' ? 'umbrella' : 'programme', counts: true, parties: [], bodies: [], years: null, endsOn: null,
  provisions: [{ key: 'article-1', number: '1', heading: 'Objet', text }], ...more,
})
const constellation = (...documents: readonly ConstellationDocument[]): Constellation => ({ documents, mainTown: null, sectors: [] })
const judged = (evidence: RuleEvidence, of: Constellation, nature: RuleNature = 'duty', pointers: readonly string[] = []) =>
  evaluateConformity({ pointers, rules: [ruleOf(evidence, nature)] }, of, day)[0]
const party = (name: string, kind: string, insee: string | null = null, siren: string | null = null) => ({ name, kind, insee, siren })

describe('words', () => {
  const wanted: RuleEvidence = { words: ['plan de financement'] }

  it('are met in the main document, with the clause and the words', () => {
    const found = judged(wanted, constellation(documentOf('chapeau', 'Les plans de financement figurent ci-dessous.')))
    expect(found).toMatchObject({ status: 'met', findings: [{ document: 'chapeau', provision: 'article-1', number: '1' }] })
    expect(found?.findings[0]?.words).toContain('plans de financement')
  })
  it('are carried when another document of the operation has them', () => {
    const found = judged(wanted, constellation(documentOf('acv', 'Plan de financement.'), documentOf('chapeau', 'Rien.')))
    expect(found).toMatchObject({ status: 'carried', findings: [{ document: 'acv' }] })
  })
  it('are missing when no document has them', () => {
    expect(judged(wanted, constellation(documentOf('chapeau', 'Rien.')))).toMatchObject({ status: 'missing', unknown: null })
  })
  it('are unknown when a text sends to a document that may hold them', () => {
    const of = constellation(documentOf('chapeau', 'Chaque programme est régi par une convention propre.'))
    expect(judged(wanted, of, 'duty', ['convention propre']))
      .toMatchObject({ status: 'unknown', unknown: 'pointsElsewhere', pointer: { document: 'chapeau', number: '1' } })
  })
  it('of an option nobody took are unused, never missing', () => {
    expect(judged(wanted, constellation(documentOf('chapeau', 'Rien.')), 'option')).toMatchObject({ status: 'unused' })
  })
  it('of a document that does not count that day are not looked at', () => {
    expect(judged(wanted, constellation(documentOf('chapeau', 'Plan de financement', { counts: false })))).toMatchObject({ unknown: 'noDocument' })
  })
  it('wanted from each group say which groups lack', () => {
    const found = judged({ each: { social: ['mixite sociale'], durable: ['developpement durable'] } },
      constellation(documentOf('chapeau', 'La mixité sociale est visée.')))
    expect(found).toMatchObject({ status: 'missing', lacking: ['durable'], findings: [{ label: 'social' }] })
  })
})

describe('expressions', () => {
  it.each([
    ['Les SECTEURS d’interventions', ["secteur d'intervention"], true],
    ['le secteur. D’intervention', ["secteur d'intervention"], false],
    ['la réhabilitation de 40 logements', ['rehabilitation * logement'], true],
    ['la réhabilitation. Des logements', ['rehabilitation * logement'], false],
    ['les avenants', ['avenant'], true],
    ['un contravenant', ['avenant'], false],
    ['article L. 303-3 du code', ['l. 303-3'], true],
  ])('« %s » with %j: %s', (text, phrases, expected) => {
    expect(findPhrase(text, phrases) !== null).toBe(expected)
  })
  it('show the words as printed, in their sentence, and no other paragraph', () => {
    const found = findPhrase('Avant.\nLe Comité de Suivi se réunit.\nAprès.', ['comite de suivi'])
    expect(found).toEqual({ found: 'Comité de Suivi', excerpt: 'Le Comité de Suivi se réunit.' })
  })
})

describe('parties', () => {
  const parties: RuleEvidence = { parties: [{ kind: 'state', atLeast: 1 }, { kind: 'epci', atLeast: 1, atMost: 1 }, { kind: 'commune', atLeast: 1 }] }
  const signed = [party('État', 'state'), party('CC du Val', 'epci'), party('Le Val', 'commune', '01001')]

  it('are counted once over all documents', () => {
    expect(judged(parties, constellation(documentOf('chapeau', '', { parties: signed }), documentOf('acv', '', { parties: signed }))))
      .toMatchObject({ status: 'met', lacking: [] })
  })
  it('lack the State when it signs nothing', () => {
    expect(judged(parties, constellation(documentOf('chapeau', '', { parties: signed.slice(1) })))).toMatchObject({ status: 'missing', lacking: ['state'] })
  })
  it('hold one EPCI only', () => {
    const two = [...signed, party('CC du Mont', 'epci')]
    expect(judged(parties, constellation(documentOf('chapeau', '', { parties: two })))).toMatchObject({ status: 'missing', lacking: [], excess: ['epci'] })
  })
  it('count an organisation once under its two names', () => {
    const other = [party('Communauté de communes du Val', 'epci', null, '200000001')]
    const named = signed.map((one) => (one.kind === 'epci' ? { ...one, siren: '200000001' } : one))
    expect(judged(parties, constellation(documentOf('chapeau', '', { parties: named }), documentOf('ort-2019', '', { parties: other }))))
      .toMatchObject({ status: 'met', lacking: [] })
  })
  it('hold the main town, when one knows which it is', () => {
    const of = constellation(documentOf('chapeau', '', { parties: signed }))
    expect(judged({ mainTown: true }, of)).toMatchObject({ status: 'unknown', unknown: 'mainTownUnknown' })
    expect(judged({ mainTown: true }, { ...of, mainTown: { insee: '01001', name: 'Le Val' } })).toMatchObject({ status: 'met' })
    expect(judged({ mainTown: true }, { ...of, mainTown: { insee: '01002', name: 'Bourg' } })).toMatchObject({ status: 'missing' })
  })
  it('may leave the main town out by derogation', () => {
    const of = constellation(documentOf('chapeau', 'En application de l’article L. 303-3 du CCH.', { parties: signed }))
    expect(judged({ mainTown: true }, { ...of, mainTown: { insee: '01002', name: 'Bourg' } })).toMatchObject({ status: 'met' })
  })
})

describe('sectors, term, bodies', () => {
  const chapeau = documentOf('chapeau', 'Rien.', { years: 3 })
  const mainTown = { insee: '01001', name: 'Le Val' }
  const centre = { name: 'Centre', insee: '01001', townCentre: true }

  it('ask for the act that sets the sector of the main town centre', () => {
    expect(judged({ sector: 'townCentre' }, { ...constellation(chapeau), mainTown })).toMatchObject({ status: 'unknown', unknown: 'noSectorAct' })
    expect(judged({ sector: 'townCentre' }, { ...constellation(chapeau), mainTown, sectors: [centre] })).toMatchObject({ status: 'met' })
    const elsewhere = { ...centre, insee: '01002' }
    expect(judged({ sector: 'townCentre' }, { ...constellation(chapeau), mainTown, sectors: [elsewhere] })).toMatchObject({ status: 'unknown' })
  })
  it('tell a known term from a long one', () => {
    expect(judged({ term: 'known' }, constellation(chapeau))).toMatchObject({ status: 'met', findings: [{ years: 3 }] })
    expect(judged({ term: 'fiveYears' }, constellation(chapeau), 'recommendation')).toMatchObject({ status: 'missing' })
    expect(judged({ term: 'known' }, constellation(documentOf('chapeau', '')))).toMatchObject({ status: 'missing' })
    expect(judged({ term: 'fiveYears' }, constellation(documentOf('chapeau', '')))).toMatchObject({ status: 'unknown', unknown: 'termUnknown' })
  })
  it('find the body and the clause that creates it', () => {
    const of = constellation({ ...chapeau, bodies: [{ name: 'comité de suivi', provision: 'article-1' }] })
    expect(judged({ body: true }, of)).toMatchObject({ status: 'met', findings: [{ words: 'comité de suivi', number: '1' }] })
  })
})

describe('the law on the day', () => {
  const rules = [ruleOf({ words: ['objet'] }, 'duty', '2022-02-23'), ruleOf({ none: 'Cela se prouve ailleurs.' }, 'duty', '2018-11-25', '2023-12-31')]
  it('leaves out rules not yet, or no longer, in force', () => {
    const on = (when: string) => evaluateConformity({ pointers: [], rules }, constellation(documentOf('chapeau', 'Objet.')), date(when)).length
    expect([on('2018-11-24'), on('2018-11-25'), on('2022-02-23'), on('2023-12-31'), on('2024-01-01')]).toEqual([0, 1, 2, 2, 1])
  })
  it('says when texts cannot tell', () => {
    expect(judged({ none: 'Cela se prouve ailleurs.' }, constellation(documentOf('chapeau', 'Objet.')))).toMatchObject({ unknown: 'textsDoNotTell' })
  })
})
