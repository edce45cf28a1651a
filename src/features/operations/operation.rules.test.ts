// The identity of an operation, and the address and name proposed from its EPCI.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../territories/territories.store.ts'
import { identify, operationSlug, proposedName } from './operation.rules.ts'

const members = ['62498', '62510', '62186']

test.each([
  [{ name: 'ORT de Lens', mainTown: '62498' }, { name: 'ORT de Lens', mainTownInsee: '62498' }],
  [{ name: 'ORT de Lens', mainTown: '' }, { name: 'ORT de Lens', mainTownInsee: null }],
])('the identity %o is kept', (typed, value) => {
  expect(identify(typed, members)).toEqual({ ok: true, value })
})

test.each([
  [{ name: '', mainTown: '' }, ['nameMissing']], [{ name: 'x'.repeat(201), mainTown: '' }, ['nameTooLong']],
  [{ name: 'ORT', mainTown: '75056' }, ['mainTownUnknown']], [{ name: '', mainTown: 'Lens' }, ['nameMissing', 'mainTownUnknown']],
])('the identity %o is refused', (typed, problems) => {
  expect(identify(typed, members)).toEqual({ ok: false, problems })
})

describe('the address of an operation', () => {
  test.each([
    ['CA de Lens - Liévin', 'lens-lievin'], ['CC du Pays de Nexon-Monts de Châlus', 'nexon-monts-chalus'], ['Métropole du Grand Paris', 'grand-paris'],
    ["CC de l'Île d'Oléron", 'ile-oleron'], ['CC Pays des Communes', 'cc-pays-des-communes'],
  ])('of %s is %s', (name, slug) => {
    expect(operationSlug(name, '246200364')).toBe(slug)
  })

  test('falls back on the SIREN when the name has no letter', () => {
    expect(operationSlug('…', '246200364')).toBe('epci-246200364')
  })

  test('fits the column that keeps it, for every EPCI of France', () => {
    const wrong = loadTerritories().epcis.map((epci) => operationSlug(epci.name, epci.siren)).filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60)
    expect(wrong).toEqual([])
  })
})

test.each([
  ['CA de Lens - Liévin', 'ORT de Lens - Liévin'], ['CC du Pays de Nexon', 'ORT du Pays de Nexon'], ['Bordeaux Métropole', 'ORT de Bordeaux Métropole'],
  ['CA Amiens Métropole', 'ORT d’Amiens Métropole'], ['Métropole du Grand Paris', 'ORT de la Métropole du Grand Paris'],
  ['CU Le Mans Métropole', 'ORT du Mans Métropole'], ['CC du Pays de l’Arbresle (CCPA)', 'ORT du Pays de l’Arbresle'],
])(
  'the name proposed for %s is %s', (epci, name) => {
    expect(proposedName(epci)).toBe(name)
  })
