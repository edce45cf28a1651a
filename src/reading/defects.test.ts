// The linter: each weakness is found where it is, and a sound convention is left in peace.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { readConvention } from './read.ts'

const { gazetteer } = loadTerritories()
const parts = {
  title: '# Convention-cadre Petites Villes de Demain valant Opération de Revitalisation de Territoire',
  parties: 'ENTRE\n\nLa Communauté de communes Thiers Dore et Montagne, représentée par son Président, Étienne VAUZELLE ;\n\nLa Commune de Thiers, '
    + 'représentée par son Maire, Solange BRUGIÈRE ;\n\nET\n\nL’État, représenté par le Préfet du Puy-de-Dôme, Gilles ARMENGAUD.\n\nIL EST CONVENU '
      + 'CE QUI SUIT :',
  object: '## Article 1 – Objet\n\nLa présente convention vaut opération de revitalisation de territoire. Les secteurs d’intervention comprennent le '
    + 'centre-ville de Thiers, ville principale. Le calendrier et le plan de financement sont en annexe.',
  body: '## Article 2 – Gouvernance\n\nLe comité de pilotage est présidé par le Maire de Thiers. Il se réunit une fois par an.',
  term: '## Article 3 – Durée et publicité\n\nLa convention est conclue pour une durée de 5 ans à compter de sa signature. Elle est publiée sur le '
    + 'site internet de la Communauté.',
  change: '## Article 4 – Évolution\n\nLa convention peut être modifiée par avenant, après avis du comité de pilotage.',
  end: 'Fait à Thiers, le 18 septembre 2023\n\n| Communauté de communes | Commune de Thiers | État |\n|---|---|---|\n| Le Président, Étienne '
    + 'VAUZELLE | Le Maire, Solange BRUGIÈRE | Le Préfet, Gilles ARMENGAUD |',
}
const defectsWith = (changed: Partial<typeof parts> = {}) =>
  readConvention(Object.values({ ...parts, ...changed }).filter((part) => part !== '').join('\n\n'), gazetteer).defects
const codesWith = (changed?: Partial<typeof parts>) => defectsWith(changed).map(({ code }) => code)

test('a sound convention has no defect', () => {
  expect(defectsWith()).toEqual([])
})

describe('each weakness', () => {
  test.each([
    ['body-not-created', { change: '## Article 4 – Évolution\n\nElle peut être modifiée par avenant, après avis favorable du comité de suivi.' }],
    ['commune-not-party', { object: `${parts.object} Une OPAH-RU est engagée sur les communes de Thiers et de Courpière.` }],
    [
      'two-capacities', { parties: parts.parties.replace('Solange BRUGIÈRE', 'Étienne VAUZELLE'),
        end: parts.end.replace('Solange BRUGIÈRE', 'Étienne VAUZELLE') },
    ],
    ['signature-date-missing', { end: parts.end.replace('18 septembre 2023', '____________') }],
    ['signature-place-missing', { end: parts.end.replace('Thiers, le', '________, le') }],
    ['obsolete-clause', { term: `${parts.term} Elle est publiée au recueil des actes administratifs de l’EPCI.` }],
    ['term-missing', { term: '## Article 3 – Publicité\n\nElle est publiée sur le site internet de la Communauté.' }],
    ['term-not-computable', { end: parts.end.replace('18 septembre 2023', '____________') }],
    [
      'dates-disagree', { end: parts.end,
        body: `${parts.body} Le projet de territoire adopté le 3 mars 2020 est joint à la convention, avec ses trois orientations, ses douze `
          + `objectifs et la carte des secteurs où il doit être conduit par les parties pendant toute la durée de l’opération, sous le contrôle du `
            + `comité de pilotage qui en suit l’avancement. Le projet de territoire adopté le 13 mars 2020 fait foi.` },
    ],
    ['article-numbering', { change: parts.change.replace('Article 4', 'Article 5') }],
    ['main-town-not-named', { object: parts.object.replace(', ville principale', '') }],
    ['sector-missing', { object: parts.object.replace('secteurs d’intervention', 'lieux') }],
    ['funding-plan-missing', { object: parts.object.replace('plan de financement', 'budget') }],
    ['calendar-missing', { object: parts.object.replace('calendrier', 'reste') }],
    [
      'state-not-party', { parties: parts.parties.replace(/ET\n\nL’État[^.]*\./, ''),
        end: 'Fait à Thiers, le 18 septembre 2023\n\nLe Président, Étienne VAUZELLE' },
    ],
    ['amendment-clause-missing', { change: '## Article 4 – Divers\n\nLes parties se tiennent informées, après avis du comité de pilotage.' }],
    [
      'list-missing',
      {
        body: `${parts.body}\n\nAinsi, 17 fiches actions sont articulées autour de ces orientations :\n\nLe projet doit être la traduction des `
          + `ambitions politiques relatives à la thématique de l’habitat dans tout le territoire.`,
      },
    ],
    ['impossible-date', { body: `${parts.body} Le bilan est remis le 31 juin 2025.` }],
    ['cap-ambiguous', { body: `${parts.body} Le poste est cofinancé à hauteur de 75 % maximum du coût annuel (maximum 55 000 € HT).` }],
  ])('%s', (code, changed) => {
    expect(codesWith(changed)).toContain(code)
  })

  test('a text without words says so and nothing else', () => {
    expect(readConvention(' \n\n ', gazetteer).defects.map(({ code }) => code)).toEqual(['no-text'])
  })
})

describe('what is not a defect', () => {
  test.each([
    ['a town where a court sits', { change: `${parts.change} Les litiges sont portés devant le tribunal administratif de Lille.` }],
    ['the gazette before its abolition',
      { term: parts.term.replace('sur le site internet de la Communauté', 'au recueil des actes administratifs'),
        end: parts.end.replace('2023', '2021') }],
    ['the gazette of the préfecture', { term: `${parts.term} Elle est publiée au recueil des actes administratifs de la préfecture.` }],
    ['a list that is there', { body: `${parts.body} Trois axes sont retenus :\n\n- habiter ;\n- commercer ;\n- circuler.` }],
    ['sub-headings in place of a list',
      { body: `${parts.body} Deux axes sont retenus :\n\n### 2.1 Habiter\n\nLe logement.\n\n### 2.2 Commercer\n\nLe commerce.` }],
    ['a body of another plan', { body: `${parts.body} Les actions sont coordonnées avec le comité de pilotage du PLH.` }],
  ])('%s', (_, changed) => {
    expect(codesWith(changed)).toEqual([])
  })
})

test('every message is one French sentence, with its no-break spaces', () => {
  const messages = [
    ...defectsWith({ end: '', change: '', term: '', object: '## Article 1 – Objet\n\nElle vaut opération de revitalisation de territoire.' }),
    ...defectsWith({ body: `${parts.body} Le bilan est remis le 31 juin 2025 au comité de suivi.` }),
  ].map(({ message }) => message)
  for (const message of messages) {
    expect(message).toMatch(/^\S.*\.$/)
    expect(message).not.toMatch(/ [:;?!»]|« |'/)
  }
})
