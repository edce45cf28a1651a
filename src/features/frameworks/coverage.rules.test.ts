// Shares, and the articles nothing serves.
import { describe, expect, it } from 'vitest'
import { idFrom } from '../../kernel/id.ts'
import { percentOf, unserved } from './coverage.rules.ts'

const conventionId = idFrom<'convention'>(1, new Uint8Array(10))
const clause = (provision: string, depth: number) =>
  ({ key: provision, conventionId, conventionSlug: 'c', conventionTitle: 'C', provision, number: provision, heading: '', depth })
const clauses = [clause('1', 1), clause('2', 1), clause('2.1', 2), clause('2.1.1', 3), clause('3', 1)]

describe('coverage', () => {
  it('is a hundred only when all is covered, and nothing of nothing', () => {
    expect([percentOf(199, 200), percentOf(2, 2), percentOf(0, 3), percentOf(0, 0)]).toEqual([99, 100, 0, null])
  })

  it('counts an article as served when a clause under it is, at any depth', () => {
    const left = (served: readonly string[]) =>
      unserved(clauses, served.map((provision) => ({ conventionId, provision }))).map(({ provision }) => provision)
    expect(left([])).toEqual(['1', '2', '3'])
    expect(left(['2.1.1'])).toEqual(['1', '3'])
    expect(left(['3', '1', '2'])).toEqual([])
    expect(unserved([], [])).toEqual([])
  })
})
