// Names of the parts of a convention.
import { expect, test } from 'vitest'
import { isTitle, provisionName } from './provision.ts'

test.each([
  ['5', 'Article 5'], ['3.2', 'Article 3.2'], ['4 bis', 'Article 4 bis'], ['IV', 'Article IV'], ['annexe 2', 'Annexe 2'], ['préambule', 'Préambule'],
  ['intitulé', 'Intitulé'], ['', ''],
])('« %s » is called « %s »', (number, name) => {
  expect(provisionName(number)).toBe(name)
})

test('the title of the text is a part like no other', () => {
  expect(['intitulé', 'Intitule', '1', 'préambule'].map(isTitle)).toEqual([true, true, false, false])
})
