// The catalogue as a lawyer leaves it: read whole, and refused with the lever and the key when it cannot be understood.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLevers, parseLevers } from './lever-file.ts'

const source = readFileSync('src/law/levers/levers.yaml', 'utf8')
const loaded = loadLevers()
const levers = typeof loaded === 'string' ? [] : loaded
const find = (id: string) => levers.find((lever) => lever.id === id)

describe('the catalogue of levers', () => {
  it('holds every lever known, each with its text, its source and the day it was verified', () => {
    const wanted = ('01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 30 31 32 33 34 35 40 41')
      .split(' ').map((number) => `L${number}`)
    expect(levers.filter(({ parent }) => parent === null).map(({ id }) => id)).toEqual(wanted)
    expect(levers.filter(({ parent }) => parent !== null).map(({ id }) => id))
      .toEqual(['L01a', 'L01b', 'L01c', 'L02a', 'L02b', 'L02c', 'L02d', 'L10a'])
    expect(levers.every(({ articles, verifiedOn }) => articles.length > 0 && verifiedOn >= '2026-11-01')).toBe(true)
  })

  it('never shows as confirmed what was only known from memory or could not be read', () => {
    expect(levers.filter(({ confirmed }) => !confirmed).map(({ id }) => id)).toEqual(['L01a', 'L01b', 'L02b', 'L13', 'L16', 'L24', 'L25', 'L35'])
    expect(find('L33')?.versions.map(({ confirmed }) => confirmed)).toEqual([true, false])
  })

  it('ends a wording the eve of the next one, and keeps open what nobody can close', () => {
    expect(find('L02')?.versions.map(({ until }) => until.sure)).toEqual(['2022-02-22', null])
    expect(find('L08')?.versions[0]).toMatchObject({ from: { earliest: '2020-01-01', sure: '2021-01-01' },
      until: { sure: '2023-12-31', latest: '2023-12-31' } })
    expect(find('L17')?.versions[1]?.until).toEqual({ sure: '2025-12-31', latest: null })
    expect(find('L20')?.versions[0]?.where).toEqual({ anyOf: ['sector'], allOf: [{ perimeter: 'urbanZone' }] })
  })

  it.each([
    ['theme: commerce', 'theme: magasins', /L01, « theme »/],
    ['publics: [commerce, notaire', 'publics: [commerce, notariat', /L01, « publics.1 » .*notariat/],
    ['depuis: 2018-11-25', 'depuis: 2018-11-31', /L01, « versions.0.depuis »/],
    ['depuis: inconnu\n        certain_le: 2026-04-03', 'depuis: inconnu', /L04, « versions.0 » .*certain_le/],
    ['id: L01a', 'id: L01', /le levier L01 y est deux fois/],
    ['id: L10a', 'id: L99a', /L99a précise L99/],
    ['ou: [secteur de centre-ville]', 'ou: [secteur du centre]', /L01, « ou.0 » .*secteur du centre/],
    ['depuis: 2022-02-23\n        mots: Rédaction', 'depuis: 2017-02-23\n        mots: Rédaction', /levier L02, « versions » : du plus ancien/],
    ['statut: à confirmer\n    lecture: aucune', 'statut: confirmée\n    lecture: aucune', /L01a .*mémoire/],
    ['  - id: L01\n', '  - id: [L01\n', /la ligne \d+ ne se lit pas/],
    ['a_faire: Demandez l', 'a_fair: Demandez l', /L01 /],
  ])('refuses « %s » written « %s », and says where', (right, wrong, sentence) => {
    expect(source).toContain(right)
    expect(parseLevers(source.replace(right, wrong))).toMatch(sentence)
  })
})
