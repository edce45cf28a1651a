// What a row of the State's list is read into, and what is refused.
import { describe, expect, it } from 'vitest'
import { bully } from '../../testing/register-list.ts'
import { completeCells, readRow, withoutContacts } from './list-row.rules.ts'
import type { ListCells } from './list-row.rules.ts'

const cells = (changes: Partial<ListCells> = {}): ListCells =>
  ({ ...completeCells(bully), ...changes })
const read = (changes: Partial<ListCells> = {}) => readRow(cells(changes), 7)
const row = (changes: Partial<ListCells>) => read(changes).blank

describe('a row', () => {
  it('keeps what it states, in values and as written', () => {
    expect(read()).toMatchObject({ ok: true, value: {
      line: 7, insee: '62186', commune: 'Bully-les-Mines', programme: 'pvd', signed: 'signed', signedOn: '2023-04-06', years: 5, endsOn: '2028-04-06',
      endMonth: null, longitude: 2.7247, latitude: 50.4439, updatedOn: '2025-12-11', problems: [], cells: { endsOn: '06-04-2028' },
    } })
  })

  it.each([
    [{ signedOn: '06-04-2023' }, { signedOn: '2023-04-06' }], [{ signedOn: '' }, { signedOn: null, problems: [] }],
    [{ signedOn: '31-02-2023' }, { signedOn: null, problems: ['signatureUnreadable'] }],
    [{ years: '0' }, { years: null, problems: [] }], [{ years: '' }, { years: null }], [{ years: '5.0' }, { years: 5 }],
    [{ years: 'cinq' }, { years: null, problems: ['durationUnreadable'] }], [{ years: '4,5' }, { years: null, problems: ['durationUnreadable'] }],
    [{ endsOn: 'mars 2026' }, { endsOn: null, endMonth: '2026-03', problems: ['endMonthOnly'] }],
    [{ endsOn: 'fin décembre 2026' }, { endMonth: '2026-12' }], [{ endsOn: '12/2026' }, { endMonth: '2026-12' }],
    [{ endsOn: 'durée du PVD' }, { endsOn: null, endMonth: null, problems: ['endUnreadable'] }],
    [{ signed: 'Non signée' }, { signed: 'notSigned' }], [{ signed: 'En cours' }, { signed: 'underway' }], [{ signed: '' }, { signed: 'unstated' }],
    [{ signed: 'peut-être' }, { signed: 'unstated', problems: ['signingUnreadable'] }],
    [{ longitude: '0', latitude: '0' }, { longitude: null, latitude: null }], [{ longitude: '' }, { longitude: null, latitude: null }],
    [{ longitude: '999' }, { longitude: null }], [{ acv: 'true', pvd: 'true' }, { programme: 'mixed' }], [{ pvd: 'false' }, { programme: 'other' }],
    [{ insee: '1004' }, { insee: '01004' }], [{ insee: '2a004' }, { insee: '2A004' }], [{ commune: '974 - Saint-Denis' }, { commune: 'Saint-Denis' }],
  ])('stating %j is read as %j', (changes, expected) => {
    expect(row(changes)).toMatchObject(expected)
  })

  it.each([['', 'communeMissing'], ['  ', 'communeMissing'], ['6218X', 'codeUnreadable'], ['621861', 'codeUnreadable']])(
    'whose code is « %s » is refused (%s), and counts for what it states', (insee, problem) => {
      expect(read({ insee })).toMatchObject({ ok: false, problems: [problem], blank: { signed: 'signed', endsOn: '2028-04-06' } })
    })
})

describe('a remark', () => {
  it.each([
    ['Écrire à camille.dupont@essai.example, merci', 'Écrire à […], merci'], ['appeler le 03 21 79 16 00.', 'appeler le […].'],
    ['tél 0321791600', 'tél […]'], ['+33 3.21.79.16.00', '[…]'], ['+33 (0)3 21 79 16 00', '[…]'],
  ])('of « %s » is kept without the contact', (remark, kept) => {
    expect(withoutContacts(remark)).toBe(kept)
  })

  it.each(['Signée le 06/04/2023', 'avenant n° 2 du 13/12/2019, délibération 2022-120', 'SIREN 246200364', 'budget 0 102 030 euros'])(
    'of « %s » is kept whole', (remark) => {
      expect(withoutContacts(remark)).toBe(remark)
    })
})
