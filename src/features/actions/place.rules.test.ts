// Places as they are typed.
import { expect, test } from 'vitest'
import { parcelInWords, readParcel, readPlace } from './place.rules.ts'
import type { PlaceKind, PlaceTyped } from './place.rules.ts'

const lens = { insee: '62498', name: 'Lens' }
const typed = (fields: Partial<PlaceTyped>): PlaceTyped => ({ label: '', commune: '', parcel: '', longitude: '', latitude: '', shape: '', ...fields })
const problems = (kind: PlaceKind, fields: Partial<PlaceTyped>, town?: typeof lens) => {
  const outcome = readPlace(kind, typed(fields), town)
  return outcome.ok ? [] : outcome.problems
}

test.each([
  ['AB 123', '62498', '62498000AB0123'], ['zc12', '62498', '62498000ZC0012'], ['A 7', '62498', '624980000A0007'],
    ['012 AB 123', '62498', '62498012AB0123'],
  ['62498000AB0123', undefined, '62498000AB0123'], ['2a004000ab0123', undefined, '2A004000AB0123'], ['AB 123', undefined, 'AB 123'],
  ['AB n° 123', '62498', '62498000AB0123'], ['AB', '62498', undefined], ['123', '62498', undefined], ['AB 0', '62498', undefined],
  ['ABC 12', '62498', undefined],
])('the parcel « %s » of %s is %s', (text, insee, parcel) => {
  expect(readParcel(text, insee)).toBe(parcel)
})

test('an identifier says its parcel in words', () => {
  expect([parcelInWords('62498000AB0123'), parcelInWords('624980000A0007'), parcelInWords('AB 123')]).toEqual(['Parcelle AB 123', 'Parcelle A 7',
    'Parcelle AB 123'])
})

test.each<[string, PlaceKind, Partial<PlaceTyped>, typeof lens | undefined, readonly string[]]>([
  ['a commune must be chosen', 'commune', {}, undefined, ['communeMissing']],
  ['a commune must exist', 'commune', { commune: 'Nulleville' }, undefined, ['communeUnknown']],
  ['an address must be told', 'address', {}, undefined, ['labelMissing']],
  ['a parcel must be read', 'parcel', { parcel: 'cent vingt' }, undefined, ['parcelUnreadable']],
  ['a parcel is in its commune', 'parcel', { parcel: '62510000AB0123', commune: 'Lens' }, lens, ['parcelElsewhere']],
  ['what is drawn has a name and a drawing', 'drawn', {}, undefined, ['labelMissing', 'shapeMissing']],
  ['longitude and latitude are not exchanged', 'address', { label: 'x', longitude: '50,43', latitude: '2,83' }, undefined, ['pointSwapped']],
  ['metres are not degrees', 'address', { label: 'x', longitude: '684000', latitude: '7036000' }, undefined, ['pointProjected']],
  ['both coordinates are needed', 'address', { label: 'x', longitude: '2,83' }, undefined, ['latitudeUnreadable']],
  ['a drawing is a geometry', 'drawn', { label: 'x', shape: 'carré' }, undefined, ['notJson']],
  ['a drawing is in France', 'drawn', { label: 'x', shape: '{"type":"Point","coordinates":[50.4,2.8]}' }, undefined, ['swapped']],
])('%s', (_, kind, fields, town, expected) => {
  expect(problems(kind, fields, town)).toEqual(expected)
})

test('a place is kept with its commune, its parcel and its point', () => {
  expect(readPlace('parcel', typed({ parcel: 'AB 123', commune: 'Lens', longitude: '2,83', latitude: '50.43' }), lens)).toEqual({ ok: true, value: {
    kind: 'parcel', label: 'Parcelle AB 123', insee: '62498', parcel: '62498000AB0123', longitude: 2.83, latitude: 50.43, shape: null,
  } })
  expect(readPlace('commune', typed({ commune: 'Lens' }), lens)).toMatchObject({ ok: true, value: { label: 'Lens', insee: '62498' } })
})
