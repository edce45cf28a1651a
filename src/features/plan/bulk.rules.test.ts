// A list added to, taken from or replaced: what is said once, in the order it was; and views named without stepping on each other.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { revised } from './bulk.rules.ts'
import { copyName, viewSlug } from './view.rules.ts'

const lists = fc.uniqueArray(fc.constantFrom(...'abcdef'))

test('adding then removing the same gives back a list that held none of them', () => {
  fc.assert(fc.property(lists, lists, (before, some) => {
    const added = revised(before, some, 'add', String)
    expect(added.slice(0, before.length)).toEqual(before)
    expect(new Set(added)).toEqual(new Set([...before, ...some]))
    expect(revised(added, some, 'remove', String)).toEqual(before.filter((one) => !some.includes(one)))
    expect([...revised(before, some, 'replace', String)].sort()).toEqual([...some].sort())
  }))
})

test('a view gets an address of its own, and a copy a name of its own', () => {
  expect([viewSlug('Actions en retard', []), viewSlug('Actions en retard', ['actions-en-retard', 'actions-en-retard-2'])])
    .toEqual(['actions-en-retard', 'actions-en-retard-3'])
  expect([copyName('Retards', []), copyName('Retards', ['RETARDS']), copyName('Retards', ['Retards', 'Retards (copie)'])])
    .toEqual(['Retards', 'Retards (copie)', 'Retards (copie 2)'])
})
