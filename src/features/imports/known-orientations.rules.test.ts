// The orientation a file means: told by its title, or by a number alone where nothing else bears it, which is said.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { PlacedOrientation } from '../frameworks/tree.rules.ts'
import { findOrientations } from './known-orientations.rules.ts'

const ids = { framework: () => newId<'framework'>(), orientation: () => newId<'orientation'>() }
const [plan, housing] = [{ id: newId<'framework'>(), name: 'Plan d’action' }, { id: newId<'framework'>(), name: 'PLH' }]
const one = (frameworkId: typeof plan.id, number: string, title: string): PlacedOrientation =>
  ({ id: newId<'orientation'>(), frameworkId, parentId: null, position: 0, number, title })
const [trade, homes] = [one(plan.id, '1', 'Commerce'), one(housing.id, '1', 'Habitat')]

it('is the one of that title, whatever its number; the same number under another title is another one', () => {
  const { find, made, byNumber } = findOrientations([plan, housing], [trade, homes], '', ids)
  expect(find('', ['Axe 1 – Habitat'])).toBe(homes.id)
  expect(find('Plan d’action', ['Axe 1 – Habitat'])).not.toBe(trade.id)
  expect([made.orientations.map(({ title }) => title), byNumber.size]).toEqual([['Habitat'], 0])
})

it('is told by its number alone in the framework named, or where there is only one; then it is said', () => {
  const several = findOrientations([plan, housing], [trade, homes], '', ids)
  expect(several.find('PLH', ['Axe 1'])).toBe(homes.id)
  expect([...several.byNumber]).toEqual([['Axe 1', homes]])
  const alone = findOrientations([housing], [homes], '', ids)
  expect([alone.find('', ['Axe 1']), [...alone.byNumber.keys()]]).toEqual([homes.id, ['Axe 1']])
})

it('is made anew when a number alone may be that of several frameworks', () => {
  const { find, made, byNumber } = findOrientations([housing, { ...plan, name: 'PCAET' }], [trade, homes], '', ids)
  const found = find('', ['Axe 1'])
  expect([made.frameworks.map(({ name }) => name), made.orientations.map(({ id }) => id), byNumber.size]).toEqual([['Plan d’action'], [found], 0])
})
