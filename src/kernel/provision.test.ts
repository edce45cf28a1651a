// Names of the parts of a convention.
import { expect, test } from 'vitest'
import { provisionName } from './provision.ts'

test.each([
  ['5', 'Article 5'], ['3.2', 'Article 3.2'], ['4 bis', 'Article 4 bis'], ['IV', 'Article IV'], ['annexe 2', 'Annexe 2'], ['préambule', 'Préambule'],
  ['intitulé', 'Intitulé'], ['', ''],
])('« %s » is called « %s »', (number, name) => {
  expect(provisionName(number)).toBe(name)
})
