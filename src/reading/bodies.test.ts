// Bodies: which committees the text creates, who sits on them, how often they meet.
import { describe, expect, test } from 'vitest'
import { clauseOf, textFrom } from '../testing/snippets.ts'
import { bodiesNamed, readBodies } from './bodies.ts'

const seats = (words: string) =>
  readBodies(clauseOf(words, 'Gouvernance'))[0]?.seats.map(({ office, representative }) => (representative ? `${office} *` : office))
const first = (words: string) => readBodies(clauseOf(words, 'Gouvernance'))[0]

describe('creation', () => {
  test.each([
    ['Un comité de suivi de l’ORT est présidé par le maire, il est composé du :\n\n- préfet\n- maire', ['comité de suivi de l’ORT']],
    ['Il est créé un comité de pilotage composé du préfet et du maire.', ['comité de pilotage']],
    ['Les parties mettent en place un comité technique qui se réunit chaque trimestre.', ['comité technique']],
    ['Le comité de projet (COPROJ) est coprésidé par le maire et le préfet.', ['comité de projet']],
    ['Une revue de projet est organisée tous les six mois.', ['revue de projet']],
    ['Le comité de pilotage réunit le maire, le préfet et la Région. Un comité technique prépare ses travaux ; il se réunit tous les deux mois.',
      ['comité de pilotage', 'comité technique']],
  ])('%s', (words, names) => {
    expect(readBodies(clauseOf(words, 'Gouvernance')).map(({ name }) => name)).toEqual(names)
  })

  test.each([
    'La convention est résiliée après avis favorable du comité de pilotage.',
    'Le PLH a été soumis au comité régional de l’habitat et de l’hébergement.',
    'La délibération du conseil municipal a été prise après avis de la commission permanente.',
  ])('a body only named is not created: %s', (words) => {
    expect(readBodies(clauseOf(words, 'Résiliation'))).toEqual([])
  })

  test('bodies only named can still be listed', () => {
    expect(bodiesNamed(clauseOf('Après avis favorable du comité de pilotage, il est mis fin à la convention.', 'Résiliation'))
      .map(({ name }) => name)).toEqual(['comité de pilotage'])
  })

  test('the article that creates the body is given, even when another names it first', () => {
    const text = textFrom(
      '## Article 1 – Suivi\n\nLe comité de pilotage valide les actions.\n\n## Article 2 – Gouvernance\n\n### 2.1 Comité de pilotage\n\nIl est '
        + 'présidé par le maire.\n',
    )
    expect(readBodies(text).map(({ name, article, chair }) => [name.toLowerCase(), article, chair])).toEqual([['comité de pilotage', '2.1', 'maire']])
  })
})

describe('seats', () => {
  test.each([
    ['Le comité de suivi est composé :\n\n- du Maire de Thiers ou de son représentant ;\n- de la Directrice de la Banque des Territoires ;\n- Préfet '
      + 'représenté par le Sous-Préfet de Lens,\n- Partenaires : DDTM, Action Logement, Région...',
      ['Maire de Thiers *', 'Directrice de la Banque des Territoires', 'Préfet représenté par le Sous-Préfet de Lens *', 'DDTM',
        'Action Logement', 'Région']],
    ['Le comité de projet est présidé par la présidente. Y participent nécessairement le préfet ou son représentant, le maire d’Épinac ainsi qu’un '
      + 'représentant de la Région.',
      ['préfet *', 'maire d’Épinac', 'représentant de la Région']],
    ['Le comité technique rassemble la cheffe de projet, les directeurs généraux des services, la Direction départementale des territoires et le '
      + 'Conseil d’architecture, d’urbanisme et de l’environnement.',
      ['cheffe de projet', 'directeurs généraux des services', 'Direction départementale des territoires',
        'Conseil d’architecture, d’urbanisme et de l’environnement']],
    ['Le comité de pilotage est composé des membres suivants :\n\n- les Maires de Lens, Liévin et Harnes, ou leurs représentants ;\n- le président '
      + 'de la CALL, ou son/sa représentant(e).',
      ['Maire de Lens *', 'Maire de Liévin *', 'Maire de Harnes *', 'président de la CALL *']],
  ])('%s', (words, offices) => {
    expect(seats(words)).toEqual(offices)
  })

  test('the missions of a body are not its members', () => {
    expect(seats('Le comité de suivi est présidé par le maire. Il est chargé de :\n\n- suivre les actions ;\n- valider le bilan.')).toEqual([])
  })
})

describe('rules', () => {
  test.each([
    ['Il se réunira a minima une fois par an.', 1], ['Il se réunit au moins deux fois par an.', 2], ['Il se réunit tous les six mois.', 2],
    ['Il se réunit trimestriellement.', 4], ['Il se réunit chaque semestre.', 2], ['Il se réunit une fois par trimestre.', 4],
    ['Il se réunit tous les deux mois.', 6],
    ['Il se réunit chaque mois.', 12], ['Il se réunit annuellement.', 1], ['Il se réunit une à deux fois par an.', 1], ['Il se réunit 3 fois/an.', 3],
    ['Il se réunit autant que de besoin et au minimum une fois l’an.', 1], ['Il se tient au moins une fois par mois.', 12],
    ['Il se réunit toutes les deux semaines.', 26],
    ['Il est réuni au moins deux fois l’an.', 2], ['Sa périodicité est semestrielle.', 2], ['Il tient au moins quatre réunions par an.', 4],
  ])('cadence: %s', (words, times) => {
    expect(first(`Le comité de suivi est présidé par le maire. ${words}`)?.meetingsPerYear).toBe(times)
  })

  test.each([
    ['Les convocations sont envoyées dix jours à l’avance.', 10], ['La convocation est adressée au moins quinze jours avant la séance.', 15],
    ['Il est convoqué deux semaines avant la réunion.', 14], ['Le délai de convocation est de cinq jours francs.', 5],
    ['Les convocations partent au moins cinq jours francs avant la date fixée.', 5],
  ])('notice: %s', (words, days) => {
    expect(first(`Le comité de suivi est présidé par le maire. ${words}`)?.conveningDays).toBe(days)
  })

  test.each([
    ['Il ne délibère valablement que si la moitié au moins de ses membres sont présents ou représentés.', 'la moitié au moins de ses membres'],
    ['Le quorum est fixé à un tiers des membres.', 'un tiers des membres'],
    ['Ses décisions requièrent la présence du tiers de ses membres.', 'tiers de ses membres'],
    ['Le comité siège valablement dès lors que les trois communes sont représentées.', 'les trois communes sont représentées'],
    ['Aucune condition de quorum n’est requise.', undefined],
  ])('quorum: %s', (words, quorum) => {
    expect(first(`Le comité de suivi est présidé par le maire. ${words}`)?.quorum).toBe(quorum)
  })

  test.each([
    ['Le comité de pilotage est présidé par le Conseiller délégué à l’habitat privé de la CALL, il est composé du préfet.',
      'Conseiller délégué à l’habitat privé de la CALL'],
    ['Le comité de pilotage se réunit sous la présidence du Maire de Lens, chaque année.', 'Maire de Lens'],
    ['La présidence du comité de pilotage est assurée par le président de la communauté.', 'président de la communauté'],
    ['Le comité de pilotage est coprésidé par le maire et le sous-préfet. Il se réunit chaque année.', 'maire et le sous-préfet'],
    ['Le maire de Lens préside le comité de pilotage, composé du préfet et des maires.', 'maire de Lens'],
  ])('chair: %s', (words, chair) => {
    expect(first(words)?.chair).toBe(chair)
  })
})
