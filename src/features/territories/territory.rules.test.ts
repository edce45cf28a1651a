// What the reference of territories answers, on the real published lists.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from './territories.store.ts'
import { membersOf, searchTerritories } from './territory.rules.ts'

const territories = loadTerritories()
const { gazetteer } = territories

describe('the gazetteer', () => {
  test('finds a commune whatever its accents, hyphens and case, the most populated first', () => {
    expect(gazetteer.communesNamed('BULLY LES MINES').map((commune) => commune.insee)).toEqual(['62186'])
    expect(gazetteer.communesNamed('Liévin')[0]?.siren).toBe('216205104')
    expect(gazetteer.communesNamed('St-Denis')[0]?.name).toBe('Saint-Denis')
  })
  test.each([
    ["Communauté d'Agglomération de Lens-Liévin", '246200364'],
    ['CA de Lens - Liévin', '246200364'],
    ['la communauté d’agglomération Béthune-Bruay, Artois Lys Romane', '200072460'],
    ['Communauté de communes Roi Morvan Communauté', '245614417'],
    ['Communauté d’agglomération de Béthune-Bruay', '200072460'],
  ])('finds the EPCI called %s', (name, siren) => {
    expect(gazetteer.epcisNamed(name)[0]?.siren).toBe(siren)
  })
  test('follows a merged commune to the commune of today', () => {
    expect(gazetteer.communesNamed('Arbignieu')[0]?.name).toBe('Arboys en Bugey')
    expect(gazetteer.communeOfInsee('01015')?.name).toBe('Arboys en Bugey')
  })
  test('answers nothing to a name nobody bears', () => {
    expect(gazetteer.communesNamed('Nulle-Part-sur-Rien')).toEqual([])
    expect(gazetteer.epcisNamed('')).toEqual([])
  })
})

test('a search puts the same name first and tells which former name matched', () => {
  expect(searchTerritories(territories, 'lens', 3)[0]).toMatchObject({ kind: 'commune', commune: { insee: '62498' } })
  expect(searchTerritories(territories, 'lens lievin', 3)[0]).toMatchObject({ kind: 'epci', epci: { siren: '246200364' } })
  expect(searchTerritories(territories, 'arbignieu', 3)[0]).toMatchObject({ formerName: 'Arbignieu' })
})

test('the most populated member of an EPCI comes first', () => {
  const epci = territories.epci('246200364')
  expect(epci && membersOf(territories, epci).length).toBe(36)
  expect(epci && membersOf(territories, epci)[0]?.name).toMatch(/Lens|Liévin/)
})
