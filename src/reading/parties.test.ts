// Tests of parties and signatures: every usual way to name who is bound and who signs.
import { describe, expect, test } from 'vitest'
import type { CommuneEntry, EpciEntry, Gazetteer } from './gazetteer.ts'
import { nameKey } from '../kernel/text.ts'
import { readConvention } from './read.ts'

const communes: readonly CommuneEntry[] = [
  { insee: '93066', name: 'Saint-Denis', siren: '929939411', department: '93', epci: '200054781', population: 150_000 },
  { insee: '97411', name: 'Saint-Denis', siren: '219740115', department: '974', epci: '249740119', population: 140_000 },
  { insee: '62498', name: 'Lens', siren: '216204982', department: '62', epci: '246200364', population: 32_000 },
  { insee: '62510', name: 'Liévin', siren: '216205104', department: '62', epci: '246200364', population: 30_000 },
  { insee: '2B096', name: 'Corte', siren: '212000962', department: '2B', epci: '242020071', population: 7_500 },
]
const epcis: readonly EpciEntry[] = [
  { siren: '246200364', name: "CA de Lens-Liévin", members: ['62498', '62510'] },
  { siren: '249740119', name: 'CA Intercommunale du Nord de la Réunion (CINOR)', members: ['97411'] },
]
const gazetteer: Gazetteer = {
  communesNamed: (name) => communes.filter((commune) => nameKey(commune.name) === nameKey(name)),
  epcisNamed: (name) =>
    epcis.filter((epci) => nameKey(epci.name).split(' ').some((word) => word.length > 3 && nameKey(name).split(' ').includes(word))),
  communeOfInsee: (insee) => communes.find((commune) => commune.insee === insee),
  communeOfSiren: (siren) => communes.find((commune) => commune.siren === siren),
  epciOfSiren: (siren) => epcis.find((epci) => epci.siren === siren),
}
const read = (raw: string) => readConvention(raw, gazetteer)
const who = (raw: string) =>
  read(raw).parties.map(({ kind, name, signatories }) => `${kind} ${name}: ${signatories.map((one) => `${one.name}, ${one.capacity}`).join(' + ')}`)
const between = (...parties: readonly string[]): string =>
  `Convention\n\nENTRE\n\n${parties.join('\n\n')}\n\nIl est convenu ce qui suit.\n\nArticle 1 – Objet\n\nLe cadre.\n\nArticle 2 – `
    + `Durée\n\nCinq ans.\n`

describe('parties', () => {
  test.each([
    ['La Commune de Lens représentée par son Maire Sylvain ROBERT ;', 'commune Commune de Lens: Sylvain ROBERT, Maire'],
    ['La Commune de Lens représentée son Maire Sylvain ROBERT ;', 'commune Commune de Lens: Sylvain ROBERT, Maire'],
    ['La ville de Lens, représentée par Madame Anne LE GOFF, maire, dûment habilitée par délibération n° 2023-12 du 3 mai 2023,',
      'commune ville de Lens: Anne LE GOFF, maire'],
    ['1° La Commune de Lens, sise place Jean-Jaurès, représentée par M. Jean d’Arc, Maire,', 'commune Commune de Lens: Jean d’Arc, Maire'],
    ['- LA COMMUNE DE LENS (62300), prise en la personne de son maire, M. Paul DUPONT-DURAND ;',
      'commune COMMUNE DE LENS: Paul DUPONT-DURAND, maire'],
    ['La Commune de Lens\nReprésentée par son Maire en exercice, Mme Zoé ÉLOI\nDûment habilitée\n', 'commune Commune de Lens: Zoé ÉLOI, Maire'],
    ['L’État, représenté par le Préfet du Cantal, Monsieur Paul MARTIN', 'state État: Paul MARTIN, Préfet du Cantal'],
    ['L’Etat représenté par M. le Préfet de l’Orne, M. Paul MARTIN.', 'state Etat: Paul MARTIN, Préfet de l’Orne'],
    ['La Région Bretagne, représentée par son Président, Monsieur Loïg TANGUY,', 'region Région Bretagne: Loïg TANGUY, Président'],
    ['Le Département du Cantal, représenté par sa Présidente, Mme Eve NOIR ;', 'department Département du Cantal: Eve NOIR, Présidente'],
    ['La Banque des Territoires, représentée par M. Gil VAUQUELIN, directeur régional ;',
      'agency Banque des Territoires: Gil VAUQUELIN, directeur régional'],
    ['L’association des commerçants, représentée par son président, M. Luc PETIT ;', 'private association des commerçants: Luc PETIT, président'],
    ['La Collectivité de Corse, représentée par le Président du Conseil exécutif, M. Jean SANTONI ;',
      'region Collectivité de Corse: Jean SANTONI, Président du Conseil exécutif'],
  ])('%s', (clause, expected) => {
    expect(who(between(clause))).toEqual([expected])
  })

  test('in one paragraph, one person for two parties', () => {
    expect(who(
      'Entre, d’une part, la Ville de Lens représentée par son Maire, Paul ROI, et la Communauté d’agglomération de Lens-Liévin représentée par son '
        + 'Président, Paul ROI, et d’autre part, l’État représenté par le Préfet, Luc NOIR, il est convenu :\n\nArticle 1 – Objet\n\nLe cadre.\n',
    )).toEqual([
      'commune Ville de Lens: Paul ROI, Maire', 'epci Communauté d’agglomération de Lens-Liévin: Paul ROI, Président', 'state État: Luc NOIR, Préfet',
    ])
  })

  test('person first', () => {
    expect(who(
      'Convention\n\nEntre les soussignés :\n\nMadame Eve NOIR, Maire de la commune de Lens, agissant en vertu d’une délibération du 3 mars '
        + '2022,\n\net Monsieur Luc BLANC, Préfet du Pas-de-Calais,\n\nil a été convenu ce qui suit :\n\nArticle 1 – Objet\n\nLe cadre.\n',
    )).toEqual([
      'commune commune de Lens: Eve NOIR, Maire', 'state État: Luc BLANC, Préfet du Pas-de-Calais',
    ])
  })

  test('in a table', () => {
    expect(who(between('| Partie | Représentant | Qualité |\n|---|---|---|\n| Commune de Lens | Paul ROI | Maire |\n| État | Luc NOIR | Préfet |')))
      .toEqual(['commune Commune de Lens: Paul ROI, Maire', 'state État: Luc NOIR, Préfet'])
  })

  test('several towns at once', () => {
    expect(read(between('Les communes de Lens, Liévin et Corte, représentées par leurs maires,')).parties.map((party) => party.insee))
      .toEqual(['62498', '62510', '2B096'])
  })

  test('carry, benefit, authorise or attend', () => {
    const { parties } = read(between('La Communauté d’agglomération de Lens-Liévin, représentée par M. Paul ROI, Président',
      'La Commune de Lens, représentée par M. Paul ROI, Maire', 'L’État, représenté par M. Luc NOIR, Préfet', 'En présence de',
      'La Commune de Corte, représentée par M. Ange NOBILI, Maire'))
    expect(parties.map((party) => party.role)).toEqual(['carrier', 'beneficiary', 'authority', 'partner'])
  })

  test('of the same name are told apart by their EPCI, else the largest is proposed without certainty', () => {
    const cinor = read(between('La Communauté d’agglomération CINOR, représentée par M. Paul ROI, Président',
      'La Commune de Saint-Denis, représentée par Mme Eve NOIR, Maire')).parties
    expect(cinor[1]).toMatchObject({ insee: '97411', siren: '219740115' })
    const [alone] = read(between('La Commune de Saint-Denis, représentée par Mme Eve NOIR, Maire')).parties
    expect(alone?.insee).toBe('93066')
    expect(alone?.confidence).toBeLessThan(0.7)
  })

  test('are sought in the signatures, then in the title, with less confidence', () => {
    const signed = read('Convention ORT\n\nArticle 1 – Objet\n\nLe cadre.\n\nArticle 2 – Durée\n\nCinq ans.\n\nFait à Lens, le 3 mai 2023\n\nPour la '
      + 'Commune de Lens,\nle Maire, Paul ROI\n\nPour l’État,\nle Préfet, Luc NOIR\n').parties
    expect(signed.map(({ name, insee }) => [name, insee])).toEqual([['Commune de Lens', '62498'], ['État', undefined]])
    const titled = read('Convention ORT pour les communes de Lens et Liévin\n\nArticle 1 – Objet\n\nLe cadre.').parties
    expect(titled.map((party) => party.insee)).toEqual(['62498', '62510'])
    for (const { confidence } of [...signed, ...titled]) expect(confidence).toBeLessThan(0.7)
  })

  test('are none in a text that names none', () => {
    expect(read('Il était une fois une commune représentée dans un tableau.').parties).toEqual([])
  })
})

describe('signatures', () => {
  const lines = (block: string) => {
    const { signatures } = read(`${between('La Commune de Lens, représentée par son Maire, Paul ROI ;',
      'La Commune de Liévin, représentée par son Maire, Eve NOIR ;', 'L’État, représenté par le Préfet, Luc BLANC.')}\n${block}`)
    return {
      scrambled: signatures?.scrambled, place: signatures?.place, signedOn: signatures?.signedOn,
      lines: signatures?.lines.map(({ party, name }) => `${party}: ${name}`),
    }
  }
  const whole = ['Commune de Lens: Paul ROI', 'Commune de Liévin: Eve NOIR', 'État: Luc BLANC']

  test.each([
    [
      'a line each',
      'Pour la Commune de Lens, le Maire, Paul ROI\n\nPour la Commune de Liévin, le Maire, Eve NOIR\n\nPour l’État, le Préfet, Luc BLANC',
    ],
    ['a block each', 'Ville de Lens\nLe Maire\nPaul ROI\n\nVille de Liévin\nLe Maire\nEve NOIR\n\nL’État\nLe Préfet\nLuc BLANC'],
    ['names before offices', 'Commune de Lens\n\nPaul ROI\nMaire\n\nCommune de Liévin\n\nEve NOIR\nMaire\n\nÉtat\n\nLuc BLANC\nPréfet'],
    [
      'a table',
      '| Commune de Lens | Commune de Liévin | État |\n|---|---|---|\n| Le Maire | Le Maire | Le Préfet |\n| Paul ROI | Eve NOIR | Luc BLANC |',
    ],
    [
      'columns',
      'Ville de Lens              Ville de Liévin            L’État\nLe Maire                   Le Maire                   Le Préfet\nPaul '
        + 'ROI                   Eve NOIR                   Luc BLANC',
    ],
  ])('are read from %s', (_, block) => {
    expect(lines(`Fait à Lens, le 3 mai 2023\n\n${block}\n`)).toEqual({ scrambled: false, place: 'Lens', signedOn: '2023-05-03', lines: whole })
  })

  test('offices run together, then names run together, are paired in order', () => {
    expect(lines('Fait à Lens, le 3 mai 2023\n\nLe Maire de Lens Le Maire de Liévin Le Préfet\nPaul ROI Eve NOIR Luc BLANC\n')).toEqual({
      scrambled: true, place: 'Lens', signedOn: '2023-05-03', lines: whole,
    })
  })

  test('flattened columns are seen, and each person finds their party again', () => {
    expect(lines(
      'Fait à ____, le ____\n\nVille de Lens\n\nVille de Liévin\n\nLe Maire, Paul ROI\n\nL’État\n\nLe Maire, Eve NOIR\n\nLe Préfet, Luc BLANC\n',
    )).toEqual({ scrambled: true, place: undefined, signedOn: undefined, lines: whole })
  })
})
