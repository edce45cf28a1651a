// Programmes, the towns the text attaches to each, and the day they joined.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { textFrom } from '../testing/snippets.ts'
import { emptyGazetteer } from './gazetteer.ts'
import { readProgrammes } from './programmes.ts'

const { gazetteer } = loadTerritories()
const filed = (words: string) => Object.fromEntries(readProgrammes(textFrom(words), gazetteer).map(({ code, communes }) => [code, communes]))

describe('names', () => {
  test.each([
    ['le programme « Action Cœur de Ville » (ACV)', ['ACV']],
    ['le programme Petites villes de demain', ['PVD']],
    ['Opération de Revitalisation de Territoire (ORT)', ['ORT']],
    ['l’OPAH-RU et une OPAH', ['OPAH-RU', 'OPAH']],
    ['l’opération programmée d’amélioration de l’habitat et de renouvellement urbain', ['OPAH-RU']],
    ['le Programme Local de l’Habitat (PLH)', ['PLH']],
    ['l’Engagement pour le Renouveau du Bassin Minier (ERBM)', ['ERBM']],
    ['le contrat de relance et de transition écologique (CRTE)', ['CRTE']],
    ['le NPNRU, les QPV, le SCoT et le PLUi', ['NPNRU', 'QPV', 'SCoT', 'PLUi']],
    ['Territoires d’industrie, Villages d’avenir, France services et le Fonds vert', ['TI', 'VA', 'France services', 'Fonds vert']],
    ['il sort et porte un plan d’eau', []],
  ])('%s', (words, codes) => {
    expect(readProgrammes(textFrom(words), emptyGazetteer).map(({ code }) => code)).toEqual(codes)
  })
})

describe('towns', () => {
  test.each([
    ['Les communes de Lens et Liévin se sont engagées dans le programme ACV.', { ACV: ['Lens', 'Liévin'] }],
    ['Un chargé de mission OPAH-RU Cœurs de Villes Lens, Liévin et Harnes.\n\nLa commune de Lens.', { 'OPAH-RU': ['Lens', 'Liévin', 'Harnes'] }],
    ['Les conventions ACV des villes de Lens et Liévin et PVD des villes de Bully-les-Mines et Mazingarbe.',
      { ACV: ['Lens', 'Liévin'], PVD: ['Bully-les-Mines', 'Mazingarbe'] }],
    ['La commune de Cléguérec a rejoint le programme Petites villes de demain (PVD).', { PVD: ['Cléguérec'] }],
    ['Le programme PVD est décrit ici.\n\nLa commune de Thiers a été retenue au titre de ce programme.', { PVD: ['Thiers'] }],
    ['Les litiges sur le programme PVD sont portés devant le tribunal administratif de Lille.', { PVD: [] }],
    ['Le programme ACV est suivi par le sous-préfet de Lens.', { ACV: [] }],
  ])('%s', (words, towns) => {
    expect(filed(words)).toEqual(towns)
  })

  test('without a reference of territories, names after « communes de » are trusted', () => {
    expect(readProgrammes(textFrom('Les communes de Valombre et Haute-Fontaine ont adhéré au programme PVD le 3 mai 2021.'),
      emptyGazetteer)).toMatchObject([
      { code: 'PVD', communes: ['Valombre', 'Haute-Fontaine'], since: '2021-05-03' },
    ])
  })

  test('the day of adhesion comes from the list that the sentence announces', () => {
    const text = textFrom(
      'Les communes de Bully-les-Mines et Mazingarbe ont souhaité s’engager dans le programme PVD, selon les termes de la convention d’adhésion '
        + ':\n\n- Bully-les-Mines, signée le 25 juin 2021\n- Mazingarbe, signée le 21 septembre 2021\n',
    )
    expect(readProgrammes(text, gazetteer)).toMatchObject([{ code: 'PVD', communes: ['Bully-les-Mines', 'Mazingarbe'], since: '2021-06-25' }])
  })
})
