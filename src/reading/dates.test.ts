// Dates: every way a convention prints a day, and the event its clause attaches to it.
import { describe, expect, test } from 'vitest'
import { textFrom, wordsAt } from '../testing/snippets.ts'
import { impossibleDates, readDates } from './dates.ts'

const datesOf = (words: string) => readDates(textFrom(words), []).map(({ date }) => date)
const eventOf = (words: string) => readDates(textFrom(words), [])[0]?.what

describe('the day itself', () => {
  test.each([
    ['Signée le 28 septembre 2018.', ['2018-09-28']],
    ['Signée le 1er mars 2024.', ['2024-03-01']],
    ['Signée le 1er\u00a0mars\u00a02024.', ['2024-03-01']],
    ['Signée le 14/12/2022.', ['2022-12-14']],
    ['Signée le 14.12.2022.', ['2022-12-14']],
    ['Signée le 14-12-2022.', ['2022-12-14']],
    ['Signée le 5/3/2021.', ['2021-03-05']],
    ['Signée le 03/04/23.', ['2023-04-03']],
    ['Signée le 14 DÉCEMBRE 2022.', ['2022-12-14']],
    ['Signée le 14 déc. 2022.', ['2022-12-14']],
    ['Signée le quatorze décembre deux mille vingt-deux.', ['2022-12-14']],
    ['Signée le premier mars 2024.', ['2024-03-01']],
    ['Musée inscrit le 30 juin 2012, puis ouvert le 04 décembre de la même année.', ['2012-06-30', '2012-12-04']],
    ['Lancée le 12 octobre 2020 et achevée le 3 février de l’année suivante.', ['2020-10-12', '2021-02-03']],
    ['Enquête ouverte du 3 au 7 mai 2024.', ['2024-05-03', '2024-05-07']],
    ['Concertation menée du 1er janvier au 31 mars 2024.', ['2024-01-01', '2024-03-31']],
    ['Exposition du 15 décembre au 15 janvier 2024.', ['2023-12-15', '2024-01-15']],
    ['Ateliers tenus les 12, 13 et 14 mars 2024.', ['2024-03-12', '2024-03-13', '2024-03-14']],
    ['Mise à disposition du 2 mai 2022 au 2 juin 2022.', ['2022-05-02', '2022-06-02']],
    ['Réunions les 4 et 11 avril 2023.', ['2023-04-04', '2023-04-11']],
  ])('%s', (words, days) => {
    expect(datesOf(words)).toEqual(days)
  })

  test.each([
    'Adoptée en mars 2024, au printemps 2023 et en 2018.',
    'Avant le 30 juin de chaque année.',
    'Article 3.1.2022 du règlement 12/2022.',
    'Le PLH 2023-2028 et les 10/15 prochaines années.',
    'Le lot 1.12.3 et la section 2.4.10.',
    'Transmis avant le 31 janvier de l’année suivante.',
    'Tél. 03.21.12.34.56 – CS 12/34/5678.',
  ])('is not a civil date: %s', (words) => {
    expect(datesOf(words)).toEqual([])
  })

  test('a day that does not exist is told apart, never given as a fact', () => {
    const text = textFrom('Signée le 31 juin 2023, puis le 30/02/2022, enfin le 29 février 2024.')
    expect(readDates(text, []).map(({ date }) => date)).toEqual(['2024-02-29'])
    expect(impossibleDates(text).map(({ words }) => words)).toEqual(['31 juin 2023', '30/02/2022'])
  })

  test('the span covers the printed date alone', () => {
    const text = textFrom('Le **28 septembre 2018**, les villes se sont engagées.')
    expect(readDates(text, []).map(({ span }) => wordsAt(text, span))).toEqual(['28 septembre 2018'])
  })
})

describe('the event', () => {
  test.each([
    ['Le 28 septembre 2018, les communes de A et B se sont engagées dans le programme ACV.',
      'engagement des communes de A et B dans le programme ACV'],
    ['Un avenant à la convention cadre ACV, signé le 31 mars 2021, a acté le passage en phase de déploiement.',
      'signature d\'un avenant à la convention cadre ACV'],
    ['Ainsi, le Projet de Territoire de la Communauté adopté le 27 juin 2017 s’appuie sur trois axes.',
      'adoption du Projet de Territoire de la Communauté'],
    ['Le périmètre de l’ORT, pour les villes de A et B, a été homologué le 4 août 2019 par arrêté préfectoral.',
      'homologation du périmètre de l\'ORT'],
    ['L’élaboration du PLH a été engagée par délibération du Conseil Communautaire du 28 novembre 2019.',
      'engagement de l\'élaboration du PLH par délibération du Conseil Communautaire'],
    ['Il est marqué par son inscription, le 30 juin 2012, au patrimoine mondial.', 'inscription au patrimoine mondial'],
    ['Il se prolonge par l’ouverture du musée le 4 décembre 2012.', 'ouverture du musée'],
    ['Vu la délibération du conseil municipal en date du 12 avril 2022,', 'délibération du conseil municipal'],
    ['Vu l’arrêté préfectoral du 2 octobre 2023 accordant la dérogation prévue ;', 'arrêté préfectoral'],
    ['Vu la loi n° 2018-1021 du 23 novembre 2018 portant évolution du logement ;', 'loi n° 2018-1021 portant évolution du logement'],
    ['Certifié exécutoire compte tenu de l’accomplissement des formalités légales le 20 décembre 2022', 'certification du caractère exécutoire'],
    ['Fait à Thiers, le 18 septembre 2023, en sept exemplaires.', 'signature de la convention'],
    ['La présente convention prend effet le 1er janvier 2024.', 'prise d’effet de la présente convention'],
    ['La convention prend fin le 31 décembre 2027.', 'fin de la convention'],
    ['La présente convention est conclue jusqu’au 31 mars 2026.', 'fin de la présente convention'],
    ['L’inondation de la Dronne, le 11 mai 2021, a montré la fragilité du centre.', 'inondation de la Dronne'],
    ['Date de labellisation : 11/12/2020', 'labellisation'],
  ])('%s', (words, event) => {
    expect(eventOf(words)?.replace(/’/g, "'")).toBe(event.replace(/’/g, "'"))
  })

  test('a list item takes its event from the words that announce the list', () => {
    const text = textFrom(
      'Les villes ont rejoint le programme, selon les termes de la convention d’adhésion :\n\n- Bully, signée le 25 juin 2021\n- Mazin, signée le 21 '
        + 'septembre 2021\n',
    )
    expect(readDates(text, []).map(({ what }) => what)).toEqual([
      'signature de la convention d’adhésion de Bully', 'signature de la convention d’adhésion de Mazin',
    ])
  })

  test('a dated line of signature names the party that signs', () => {
    const span = { start: 0, end: 0 }
    const party = { name: 'Commune de Lure', kind: 'commune', role: 'signatory', signatories: [], span, confidence: 1 } as const
    expect(readDates(textFrom('Pour la Commune de Lure, le 3 mars 2024'), [party])[0]?.what).toBe('signature par Commune de Lure')
  })
})
