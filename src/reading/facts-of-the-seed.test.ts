// The founding convention, read whole: what its clauses say, when the text is at hand (../shared/data beside the repository).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { emptyGazetteer } from './gazetteer.ts'
import { readConvention } from './read.ts'

const file = join(process.cwd(), '..', 'shared', 'data', 'convention-chapeau-lens-lievin.md')
const present = existsSync(file)
const raw = present ? readFileSync(file, 'utf8') : ''

describe.skipIf(!present)('the founding convention (skipped when ../shared/data is absent)', () => {
  const reading = readConvention(raw, present ? loadTerritories().gazetteer : emptyGazetteer)

  test('every dated fact, with its event', () => {
    expect(reading.dates.map(({ date, what }) => `${date} ${what}`)).toEqual([
      '2018-09-28 engagement des communes de Lens et Liévin dans le programme ACV',
      "2021-03-31 signature d'un avenant à la convention cadre ACV",
      "2021-06-25 signature de la convention d'adhésion de Bully-les-Mines",
      "2021-09-21 signature de la convention d'adhésion de Mazingarbe",
      "2019-08-04 homologation du périmètre de l'ORT de la Communauté d'Agglomération de Lens-Liévin",
      "2012-06-30 inscription au patrimoine mondial de l'humanité par l'UNESCO",
      '2012-12-04 ouverture du Louvre-Lens',
      "2017-06-27 adoption du Projet de Territoire de la Communauté d'Agglomération de Lens-Liévin",
      "2019-11-28 engagement de l'élaboration du Programme Local de l'Habitat par délibération du Conseil Communautaire",
      '2022-12-20 certification du caractère exécutoire',
    ])
  })

  test('money: 75 % at most, 55 000 € HT, 45 000 € HT, 50 %, 25 000 €', () => {
    expect(reading.amounts.map(({ cents, taxBasis }) => [cents, taxBasis])).toEqual([[5_500_000, 'HT'], [4_500_000, 'HT'], [2_500_000, null]])
    expect(reading.rates.map(({ percent, cap }) => [percent, cap === true])).toEqual([[75, true], [50, false]])
  })

  test('term: five years from a signature that is not dated', () => {
    expect(reading.term).toMatchObject({ years: 5, startsOn: 'signature' })
    expect(reading.term).not.toHaveProperty('signedOn')
    expect(reading.term).not.toHaveProperty('endsOn')
  })

  test('the comité de suivi, its chair and its fourteen seats', () => {
    const body = reading.bodies.find(({ article }) => article === '5')
    expect(body).toMatchObject({ name: "comité de suivi de l'ORT", chair: "Conseiller délégué à l'habitat privé de la CALL", meetingsPerYear: 1 })
    expect(body?.seats.map(({ office, representative }) => (representative ? `${office} *` : office))).toEqual([
      "Vice-Président chargé de l'Habitat de la CALL",
      "Vice-Président chargé de l'ERBM, de l'Aménagement, de l'Urbanisme et du Renouvellement Urbain",
      'Vice-Président chargé de Développement Économique et des Enjeux Métropolitains',
      'Maire de Bully-les-Mines *', 'Maire de Lens *', 'Maire de Liévin *', 'Maire de Mazingarbe *', 'Préfet représenté par le Sous-Préfet de Lens *',
      'DDTM', 'Action Logement', 'Caisse des Dépôts et Consignation', 'Etablissement Public Foncier', 'Région', 'Département',
    ])
  })

  test('the obligations of articles 4 to 8, and no other', () => {
    expect(reading.obligations.map(({ article, kind, rule }) => `${article} ${kind} ${rule.kind}`)).toEqual([
      '4 staffing standing', '4 staffing standing', '4 funding standing', '4 funding standing', '4 staffing standing',
      '5 other standing', '5 meeting recurring', '5 evaluation standing', '5 other standing', '5 other standing',
      '6 report term', '6 publication standing', '6 transmission standing', '7 consultation condition', '8 other standing',
    ])
  })

  test('programmes with their towns', () => {
    const towns = Object.fromEntries(reading.programmes.map(({ code, communes }) => [code, communes]))
    expect(towns).toMatchObject({
      ACV: ['Lens', 'Liévin'], PVD: ['Bully-les-Mines', 'Mazingarbe'], 'OPAH-RU': ['Lens', 'Liévin', 'Harnes'], PLH: [], ERBM: [], CRTE: [],
      ORT: ['Lens', 'Liévin', 'Bully-les-Mines', 'Mazingarbe'],
    })
    expect(reading.programmes.find(({ code }) => code === 'ACV')?.since).toBe('2018-09-28')
    expect(reading.programmes.find(({ code }) => code === 'PVD')?.since).toBe('2021-06-25')
  })

  test('law: ELAN and the article of the code', () => {
    expect(reading.references.map(({ code, article }) => `${code} ${article ?? ''}`.trim())).toEqual(['loi 157', 'loi', 'CCH L.303-2'])
  })

  test('its weaknesses', () => {
    expect([...new Set(reading.defects.map(({ code, article }) => (article === undefined ? code : `${code} (${article})`)))].sort()).toEqual([
      'amendment-clause-missing', 'body-not-created (7)', 'calendar-missing', 'cap-ambiguous (4)', 'commune-not-party (4)', 'funding-plan-missing',
      'list-missing (3.3)', 'main-town-not-named', 'obsolete-clause (6)', 'sector-missing', 'signature-date-missing', 'signature-place-missing',
      'signatures-scrambled', 'stamp-dates-disagree (3.2)', 'stamp-siren-invalid (3.1)', 'stamp-unreadable (4)', 'stamp-variants (3.1)',
      'stamp-variants (4)', 'term-not-computable (6)', 'two-capacities',
    ])
  })
})
