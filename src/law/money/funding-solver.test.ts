// The solver: its plans keep every constraint, are the fullest in their order, and « impossible » is true, checked by trying everything.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import { publicAidCeiling } from './ceilings.ts'
import type { FundingProblem, FundingSource, SourceRole } from './funding-problem.ts'
import { proposeFunding } from './funding-solver.ts'
import { ownShare } from './own-share.ts'

const day = date('2025-06-01')
const source = (key: string, role: SourceRole, bounds: { least?: number; most?: number | null; rate?: number | null } = {}): FundingSource => ({
  key, label: key, role, atLeastCents: cents(bounds.least ?? 0), atMostCents: bounds.most === undefined || bounds.most === null ? null : cents(bounds.most),
  rateBasisPoints: bounds.rate ?? null, baseCents: null,
})
const problem = (cost: number, sources: readonly FundingSource[], more: Partial<FundingProblem> = {}): FundingProblem =>
  ({ costCents: cents(cost), eligibleCents: null, sources, ownShare: true, publicAidCeiling: false, ...more })
const amounts = (asked: FundingProblem) => {
  const proposal = proposeFunding(asked, day)
  return proposal.ok ? proposal.lines.map((line) => Number(line.cents)) : proposal.blocked
}

describe('a funding plan', () => {
  test('fills sources in order, and leaves the rest to the owner, who keeps its minimum', () => {
    const sources = [source('DSIL', 'public', { rate: 4000 }), source('Région', 'public'), source('Fondation', 'private', { most: 1000 }), source('Ville', 'owner')]
    const proposal = proposeFunding(problem(10_000, sources), day)
    expect(proposal.ok && proposal.lines.map((line) => [line.cents, line.limit])).toEqual([[4000, 'rate'], [4000, 'ownShare'], [0, 'ownShare'], [2000, 'rest']])
    expect(amounts(problem(10_000, [sources[2], sources[0], sources[1], sources[3]].flatMap((one) => one ?? [])))).toEqual([1000, 4000, 3200, 1800])
  })

  test.each([
    ['bounds that cross', problem(100, [source('a', 'public', { least: 50, most: 40 })]), { constraint: 'sourceBounds', key: 'a', missingCents: 10 }],
    ['minima beyond the cost', problem(100, [source('a', 'public', { least: 90 }), source('b', 'owner', { least: 20 })]), { constraint: 'cost', missingCents: 10 }],
    ['too little money', problem(100, [source('a', 'public', { most: 30 }), source('b', 'owner', { most: 50 })]), { constraint: 'sources', missingCents: 20 }],
    ['too much public money needed', problem(100, [source('a', 'public'), source('b', 'owner', { most: 10 })], { publicAidCeiling: true }),
      { constraint: 'publicCeiling', missingCents: 10 }],
    ['public minima that crowd the owner out', problem(100, [source('a', 'public', { least: 90 }), source('b', 'owner')]),
      { constraint: 'publicMinima', missingCents: 10 }],
    ['an owner too poor', problem(100, [source('a', 'public'), source('b', 'owner', { most: 15 })]), { constraint: 'ownShare', missingCents: 5 }],
  ])('names %s, and by how much', (_, asked, blocked) => {
    expect(amounts(asked)).toMatchObject(blocked)
  })

  test('is not proposed on a day whose law is not known', () => {
    expect(proposeFunding(problem(1, [source('a', 'owner')]), date('2001-01-01'))).toMatchObject({ ok: false, blocked: { constraint: 'period' } })
  })
})

/** Every way to share a small cost, in the order of preference: the first sources as full as can be, the owners last. */
function tried({ costCents, eligibleCents, sources, ownShare: shared, publicAidCeiling: capped }: FundingProblem): readonly number[] | undefined {
  const order = [...sources.filter(({ role }) => role !== 'owner'), ...sources.filter(({ role }) => role === 'owner')]
  const mostOf = ({ atMostCents, rateBasisPoints }: FundingSource) =>
    Math.min(costCents, atMostCents ?? costCents, rateBasisPoints === null ? costCents : Math.floor(((eligibleCents ?? costCents) * rateBasisPoints) / 10_000))
  const lawful = (given: readonly number[]) => {
    const of = (role: SourceRole) => cents(given.reduce((sum, amount, rank) => (order[rank]?.role === role ? sum + amount : sum), 0))
    const own = ownShare({ ownerPublicCents: of('owner'), otherPublicCents: of('public'), privateCents: of('private'), exception: null }, day)
    const aid = publicAidCeiling({ eligibleCents: eligibleCents ?? costCents, publicAidCents: of('public') }, day)
    return !(shared && own.result === 'fail') && !(capped && aid.result === 'fail')
  }
  const search = (given: readonly number[], left: number): readonly number[] | undefined => {
    const next = order[given.length]
    if (next === undefined) return left === 0 && lawful(given) ? given : undefined
    for (let amount = Math.min(left, mostOf(next)); amount >= next.atLeastCents; amount -= 1) {
      const found = search([...given, amount], left - amount)
      if (found !== undefined) return found
    }
    return undefined
  }
  const found = search([], costCents)
  return found === undefined ? undefined : sources.map((one) => found[order.indexOf(one)] ?? 0)
}

const bounds = { least: fc.integer({ min: 0, max: 4 }), most: fc.option(fc.integer({ min: 0, max: 12 })), rate: fc.option(fc.integer({ min: 0, max: 10_000 })) }
const drawnSource = fc.record({ ...bounds, role: fc.constantFrom<SourceRole>('owner', 'public', 'public', 'private') })
const drawn = fc.record({
  cost: fc.integer({ min: 0, max: 12 }), sources: fc.array(drawnSource, { minLength: 1, maxLength: 4 }), eligible: fc.option(fc.integer({ min: 0, max: 12 })),
  ownShare: fc.boolean(), publicAidCeiling: fc.boolean(),
}).map(({ cost, sources, eligible, ...rules }) => problem(cost, sources.map(({ role, ...one }, rank) => source(String(rank), role, one)), {
  ...rules, eligibleCents: eligible === null ? null : cents(eligible),
}))

test('small plans are those that trying everything finds, impossible ones are those it does not find', () => {
  fc.assert(fc.property(drawn, (asked) => {
    const proposal = proposeFunding(asked, day)
    expect(proposal.ok ? proposal.lines.map((line) => Number(line.cents)) : undefined).toEqual(tried(asked))
  }), { numRuns: 800 })
})

test('an owner short of its minimum needs exactly what is said to be missing', () => {
  const numbers = { cost: fc.integer({ min: 1, max: 60 }), least: fc.integer({ min: 0, max: 5 }), free: fc.integer({ min: 0, max: 20 }) }
  fc.assert(fc.property(fc.record(numbers), fc.integer({ min: 0, max: 12 }), ({ cost, least, free }, means) => {
    const given = (most: number) => proposeFunding(
      problem(cost, [source('State', 'public', { least }), source('shop', 'private', { most: free }), source('owner', 'owner', { most })]), day)
    const proposal = given(means)
    if (proposal.ok || proposal.blocked.constraint !== 'ownShare') return
    expect(given(means + proposal.blocked.missingCents).ok).toBe(true)
    expect(given(means + proposal.blocked.missingCents - 1).ok).toBe(false)
  }), { numRuns: 300 })
})

test('large plans add up to the cost to the cent, within every bound', () => {
  const big = fc.integer({ min: 0, max: 4_000_000_000 })
  fc.assert(fc.property(big, fc.array(fc.record({ most: big, rate: fc.integer({ min: 0, max: 10_000 }) }), { maxLength: 8 }), (cost, drawnSources) => {
    const sources = [...drawnSources.map((one, rank) => source(String(rank), rank % 3 === 2 ? 'private' : 'public', one)), source('owner', 'owner')]
    const proposal = proposeFunding(problem(cost, sources, { publicAidCeiling: true }), day)
    if (!proposal.ok) throw new Error(proposal.sentence)
    expect(proposal.lines.reduce((sum, line) => sum + line.cents, 0)).toBe(cost)
    for (const [rank, line] of proposal.lines.entries()) expect(line.cents).toBeLessThanOrEqual(sources[rank]?.atMostCents ?? cost)
    const of = (role: SourceRole) => cents(proposal.lines.filter((line) => line.role === role).reduce((sum, line) => sum + line.cents, 0))
    expect(ownShare({ ownerPublicCents: of('owner'), otherPublicCents: of('public'), privateCents: of('private'), exception: null }, day).result).not.toBe('fail')
    expect(5 * of('public')).toBeLessThanOrEqual(4 * cost)
  }), { numRuns: 200 })
})
