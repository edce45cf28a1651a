// When an address may be taken without asking, and which number is meant.
import { expect, it } from 'vitest'
import { addressAt } from './address.rules.ts'
import { isExact, numberMeant } from './ranking.rules.ts'
import { readTyped } from './typed-address.rules.ts'

const street = { id: '62498_0001', insee: '62498', postcode: '62300', commune: 'Lens', name: 'Rue de la Gare', lon: 2.8, lat: 50.4 }
const gare = addressAt(street, [12, '', 2.8, 50.4, 1])
const bis = addressAt(street, [12, 'bis', 2.8, 50.4, 1])
const may = addressAt({ ...street, name: 'Rue du 8 Mai 1945' }, [3, '', 2.8, 50.4, 1])

it.each(['12 rue de la gare lens', '12, r. de la Gare 62300 LENS', '12 rue gare 62300', '62498 12 rue de la gare', 'lens rue de la gare 12'])(
  '« %s » is that address and no other', (typed) => {
    expect(isExact(gare, readTyped(typed))).toBe(true)
  })

it.each(['12 rue de la gare avion', '12 rue de la gare, 59000 Lille', '12 rue de la gare 62210', '1 rue de la gare loison sous lens', '12 gare lens',
  '12 avenue de la gare lens', '12 rue de la gar lens', '12 rue de la gare', '14 rue de la gare lens', '12 bis rue de la gare lens',
  'rue de la gare lens', '12 rue de la vieille gare lens'])('« %s » is one to choose', (typed) => {
    expect(isExact(gare, readTyped(typed))).toBe(false)
  })

it('minds suffixes, and figures that belong to the name', () => {
  expect([isExact(bis, readTyped('12 b rue de la gare lens')), isExact(bis, readTyped('12 rue de la gare lens'))]).toEqual([true, false])
  expect([isExact(may, readTyped('3 rue du 8 mai 1945 lens')), isExact(may, readTyped('3 rue du 11 mai 1945 lens'))]).toEqual([true, false])
})

it('gives the bare number when no suffix is asked, and none rather than another suffix', () => {
  const kept = [[12, 'bis', 0, 0, 1], [12, '', 0, 0, 1], [14, 'ter', 0, 0, 1]] as const
  expect(numberMeant(kept, { number: 12, suffix: '' })).toBe(kept[1])
  expect(numberMeant(kept, { number: 12, suffix: 'b' })).toBe(kept[0])
  expect([numberMeant(kept, { number: 12, suffix: 'ter' }), numberMeant(kept, { number: 13, suffix: '' })]).toEqual([undefined, undefined])
})
