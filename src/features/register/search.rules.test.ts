// What answers a search of the register.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { listOf } from '../../testing/register-list.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { readListFile } from './list-file.ts'
import { addressOf, readQuery } from './register-query.ts'
import { assemble } from './register.rules.ts'
import { countSigns, countStates, entriesOf, findCommunes, placesOf } from './search.rules.ts'
import type { RegisterQuery } from './search.rules.ts'

const read = readListFile(listOf(
  {}, { insee: '62510', commune: '62 - Liévin', years: '0', endsOn: '' }, { insee: '62498', commune: '62 - Lens', years: '0', endsOn: '31-12-2026' },
  { insee: '29019', commune: '29 - Brest', epci: 'Brest Métropole', department: 'Finistère', region: 'Bretagne', endsOn: '31-12-2024' },
))
const entries = entriesOf(assemble(read.ok ? read.value.rows : [], loadTerritoryCodes(), date('2025-12-16')))
const nothing: RegisterQuery = {
  words: '', region: '', department: '', state: '', endingSoon: false, contradictions: false, day: date('2026-03-12'),
}
const found = (query: Partial<RegisterQuery>) => findCommunes(entries, { ...nothing, ...query }).map(({ commune }) => commune.row.commune)

describe('a search of the register', () => {
  it.each([
    [{}, ['Brest', 'Bully-les-Mines', 'Lens', 'Liévin']], [{ words: 'lievin' }, ['Bully-les-Mines', 'Lens', 'Liévin']], [{ words: 'LIÉVIN 62510' }, ['Liévin']],
    [{ words: 'mines bully' }, ['Bully-les-Mines']], [{ words: '246200364' }, ['Bully-les-Mines', 'Lens', 'Liévin']], [{ words: 'ines' }, []],
    [{ words: 'brest metropole' }, ['Brest']], [{ region: 'Bretagne' }, ['Brest']], [{ department: 'Pas-de-Calais', state: 'unknown' }, ['Liévin']],
    [{ state: 'inForce' }, ['Bully-les-Mines', 'Lens']], [{ endingSoon: true }, ['Lens']], [{ contradictions: true }, ['Brest']],
    [{ state: 'disputed' }, ['Brest']], [{ day: date('2020-01-01'), state: 'notYet' }, ['Brest', 'Bully-les-Mines', 'Lens', 'Liévin']],
    [{ region: 'Nulle part' }, []],
  ] as const)('for %j finds %j', (query, names) => {
    expect(found(query)).toEqual(names)
  })

  it('counts the states it found, and knows the places one may choose', () => {
    expect(countStates(findCommunes(entries, nothing))).toMatchObject({ inForce: 2, unknown: 1, disputed: 1, expired: 0 })
    expect(countSigns(findCommunes(entries, nothing), nothing.day)).toEqual({ ending: 1, contradictory: 1 })
    expect(Object.fromEntries(placesOf(entries))).toEqual({
      '': ['Finistère', 'Pas-de-Calais'], 'Bretagne': ['Finistère'], 'Hauts-de-France': ['Pas-de-Calais'],
    })
  })
})

describe('the address of a search', () => {
  const asked = (search: string) => readQuery((name) => new URLSearchParams(search).get(name) ?? undefined, date('2026-03-12'))

  it('is read, unknown states left out, and written again', () => {
    const { typed, query, faults } = asked('q=lens&etat=inForce&le=31/12/2026&echeance=oui&page=2&autre=x')
    expect(query).toMatchObject({ words: 'lens', state: 'inForce', day: '2026-12-31', endingSoon: true, contradictions: false })
    expect([faults, asked('etat=partout').query.state]).toEqual([[], ''])
    expect(addressOf('/registre', { ...typed, page: '' })).toBe('/registre?q=lens&etat=inForce&le=31%2F12%2F2026&echeance=oui')
    expect(addressOf('/registre', {})).toBe('/registre')
  })

  it('with a day that does not exist keeps it, says so, and answers for today', () => {
    const { typed, query, faults } = asked('le=31/02/2026')
    expect([typed.le, query.day, faults.map(([field]) => field)]).toEqual(['31/02/2026', '2026-03-12', ['le']])
  })
})
