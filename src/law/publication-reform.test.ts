// The gazette of local acts ends on the day the reform enters into force.
import { expect, test } from 'vitest'
import { localGazetteAbolishedSince, localGazetteReplacement } from './publication-reform.ts'

test('the reform of the publication of local acts applies from 1 July 2022, by ordinance and decree', () => {
  expect(localGazetteAbolishedSince).toBe('2022-07-01')
  expect(localGazetteReplacement).toMatch(/2021-1310.*2021-1311/)
})
