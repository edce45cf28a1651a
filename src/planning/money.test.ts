// Money that never mixes: sums that agree by every path, steps in order, gaps told with what is unknown, and types that refuse the rest.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { date } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import { cents } from '../kernel/money.ts'
import type { Cents } from '../kernel/money.ts'
import { climb, groundLevel, stepOn } from './funding-climb.ts'
import type { FundingStep } from './funding-climb.ts'
import { countedMoney, fundingPlan, shareOf, shares } from './funding-plan.ts'
import type { PlannedLine } from './funding-plan.ts'
import { fundingKinds, fundingStatuses } from './funding-status.ts'
import type { FundingStatus } from './funding-status.ts'
import { addFundingEach, balance, noFundingAtAll, sumLines } from './funding-sums.ts'
import { agrees, cautionsOf, rateFrom, rateOf, stepsBack } from './line-check.ts'
import { add, amount, bases, nothing } from './money-sum.ts'

const euros = (units: number): Cents => cents(units * 100)
const step = (status: FundingStatus, on: string, units: number | null = null): FundingStep =>
  ({ status, on: date(on), amountCents: units === null ? null : euros(units) })
const known = (units: number) => ({ cents: euros(units), unknown: false })
const unknown = { cents: null, unknown: true }
const absent = { cents: null, unknown: false }

const amounts = fc.option(fc.integer({ min: 0, max: 10_000_000_00 }).map(cents), { nil: null })
const days = fc.integer({ min: 0, max: 900 }).map((n): PlainDate => date(new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)))
const ladders = fc.array(fc.record({ status: fc.constantFrom(...fundingStatuses), on: days, amountCents: amounts }), { maxLength: 8 })
  .map((steps) => steps.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)))
const [owner, town, state, firm, unsaid] = [newId<'organisation'>(), newId<'organisation'>(), newId<'organisation'>(), newId<'organisation'>(),
  newId<'organisation'>()]
const funders = [
  null, { id: owner, kind: 'epci' as const }, { id: town, kind: 'commune' as const }, { id: state, kind: 'state' as const },
  { id: firm, kind: 'private' as const }, { id: unsaid, kind: 'other' as const },
]
const lines = fc.array(fc.record({
  kind: fc.constantFrom(...fundingKinds), basis: fc.constantFrom('HT' as const, 'TTC' as const, null), amountCents: amounts, funder:
    fc.constantFrom(...funders), steps: ladders,
}), { maxLength: 12 }).map((all) => all.map(({ steps, ...line }): PlannedLine => {
  const last = climb(steps).at(-1)
  return { ...line, status: last?.step.status ?? 'toRequest', standing: last?.standing ?? groundLevel }
}))
const by = { id: owner, delegatedId: null }

it('adds no two bases nor two stages: the types refuse it, and so does the program', () => {
  // @ts-expect-error: HT and TTC are not added
  expect(() => add(amount('HT', 'planned', euros(1)), amount('TTC', 'planned', euros(1)))).toThrow('HT planned is not added to TTC planned')
  // @ts-expect-error: awarded and paid are not added
  expect(() => add(amount('HT', 'awarded', euros(1)), amount('HT', 'paid', euros(1)))).toThrow('is not added')
  // @ts-expect-error: a cost in one basis has no balance with money in another
  expect(() => balance(amount('HT', 'plannedCost', euros(1)), amount('TTC', 'planned', euros(1)))).toThrow('no balance')
})

it('counts what is unknown, and takes it for no zero', () => {
  const sum = add(add(nothing('HT', 'planned'), amount('HT', 'planned', euros(10))), amount('HT', 'planned', null))
  expect(sum).toEqual({ basis: 'HT', stage: 'planned', cents: 1000, known: 1, unknown: 1 })
})

it('agrees by every path: all at once, by share, one line at a time in any order, lines withdrawn and put back', () => {
  fc.assert(fc.property(lines, fc.nat(), (all, turn) => {
    const plan = fundingPlan([], all, by)
    const byShare = shares.map((share) => plan.shares[share]).reduce(addFundingEach, noFundingAtAll)
    expect(byShare).toEqual(sumLines(all))
    const at = all.length === 0 ? 0 : turn % all.length
    const turned = [...all.slice(at), ...all.slice(0, at)]
    expect(sumLines(turned)).toEqual(sumLines(all))
    expect(addFundingEach(sumLines(all.slice(0, at)), sumLines(all.slice(at)))).toEqual(sumLines(all))
    expect(addFundingEach(plan.summary.funding, plan.summary.bridging)).toEqual(sumLines(all))
    for (const basis of bases) {
      expect(sumLines(all.filter((line) => (line.basis ?? 'unstated') === basis))[basis]).toEqual(sumLines(all)[basis])
    }
  }), { numRuns: 60 })
})

it('scales with its amounts', () => {
  fc.assert(fc.property(lines, fc.integer({ min: 2, max: 9 }), (all, times) => {
    const scaled = all.map((line) => ({
      ...line, amountCents: line.amountCents === null ? null : cents(line.amountCents * times),
      standing: { ...line.standing, paid: { ...line.standing.paid, cents: line.standing.paid.cents === null ? null :
        cents(line.standing.paid.cents * times) } },
    }))
    for (const basis of bases) for (const stage of ['planned', 'paid'] as const) {
      expect(sumLines(scaled)[basis][stage].cents).toBe(sumLines(all)[basis][stage].cents * times)
    }
  }), { numRuns: 60 })
})

it('tells what a line stands at from its steps: the last known amounts, payments added, what is passed in silence unknown', () => {
  const taken = climb([step('requested', '2025-01-10', 100), step('awarded', '2025-03-01', 80), step('paid', '2025-06-01', 30), step('paid',
    '2025-09-01', 20)])
  expect(stepOn(taken, date('2025-02-01'))?.standing).toEqual({ requested: known(100), awarded: absent, committed: absent, paid: absent })
  expect(stepOn(taken, date('2025-12-31'))?.standing).toEqual({ requested: known(100), awarded: known(80), committed: unknown, paid: known(50) })
  expect(stepOn(taken, date('2024-12-31'))).toBe(undefined)
  expect(taken.map(({ until }) => until)).toEqual(['2025-03-01', '2025-06-01', '2025-09-01', null])
})

it('leaves nothing planned of what is refused, and keeps what was paid before it was cancelled', () => {
  const refusedLine = climb([step('requested', '2025-01-10', 100), step('refused', '2025-03-01')]).at(-1)
  expect(refusedLine?.standing).toEqual(groundLevel)
  const cancelled = climb([step('awarded', '2025-01-10', 100), step('paid', '2025-02-01', 40), step('cancelled', '2025-03-01')]).at(-1)
  expect(cancelled?.standing).toEqual({ ...groundLevel, paid: known(40) })
  const sums = sumLines([{ kind: 'grant', basis: 'HT', amountCents: euros(100), status: 'cancelled', standing: cancelled?.standing ?? groundLevel }])
  expect([sums.HT.planned.known, sums.HT.awarded.known, sums.HT.paid.cents]).toEqual([0, 0, 4000])
})

it('adds a balance paid on closing, and takes a closing without amount for no payment', () => {
  const upTo = [step('awarded', '2025-01-10', 100), step('paid', '2025-02-01', 40)]
  expect(climb([...upTo, step('closed', '2025-03-01', 50)]).at(-1)?.standing.paid).toEqual(known(90))
  expect(climb([...upTo, step('closed', '2025-03-01')]).at(-1)?.standing.paid).toEqual(known(40))
  expect(climb([...upTo, step('paid', '2025-03-01')]).at(-1)?.standing.paid).toEqual({ cents: 4000, unknown: true })
})

it('pays the sum of its payments whatever their order, and forgets a step once it is withdrawn', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 }), fc.nat(), (paid, at) => {
    const payments = paid.map((value): FundingStep => ({ status: 'paid', on: date('2025-01-01'), amountCents: cents(value) }))
    const whole = climb(payments).at(-1)?.standing.paid.cents
    expect(climb(payments.toReversed()).at(-1)?.standing.paid.cents).toBe(whole)
    const withdrawn = payments.filter((_, rank) => rank !== at % payments.length)
    expect((climb(withdrawn).at(-1)?.standing.paid.cents ?? 0) + (paid[at % paid.length] ?? 0)).toBe(whole)
  }), { numRuns: 60 })
})

it('says what is left to find, and how surely', () => {
  const cost = amount('HT', 'plannedCost', euros(100))
  const money = (units: number, missing = 0) => ({ ...amount('HT', 'planned', euros(units)), unknown: missing })
  expect(balance(cost, money(100))).toEqual({ state: 'balanced' })
  expect(balance(cost, money(60))).toEqual({ state: 'left', cents: 4000, bound: 'exact' })
  expect(balance(cost, money(60, 1))).toEqual({ state: 'left', cents: 4000, bound: 'atMost' })
  expect(balance({ ...cost, unknown: 1 }, money(60))).toEqual({ state: 'left', cents: 4000, bound: 'atLeast' })
  expect(balance(cost, money(130, 1))).toEqual({ state: 'over', cents: 3000, bound: 'atLeast' })
  expect(balance({ ...cost, unknown: 1 }, money(130))).toEqual({ state: 'unknown' })
  expect(balance(nothing('HT', 'plannedCost'), money(130))).toEqual({ state: 'unknown' })
})

it('tells whose money it is: loans, advances and land holding are no grants, and what nobody can tell stays unknown', () => {
  const of = (kind: PlannedLine['kind'], funder: PlannedLine['funder']) => shareOf({ kind, funder }, by)
  expect(funders.map((funder) => of('grant', funder))).toEqual(['unknown', 'own', 'public', 'public', 'private', 'unknown'])
  expect([of('own', null), of('loan', { id: state, kind: 'state' }), of('advance', { id: state, kind: 'state' }), of('landHolding', null)])
    .toEqual(['own', 'loan', 'bridging', 'bridging'])
  expect([of('own', { id: firm, kind: 'private' }), of('own', { id: state, kind: 'state' })]).toEqual(['private', 'public'])
  expect(shareOf({ kind: 'own', funder: { id: firm, kind: 'private' } }, { id: null, delegatedId: null })).toBe('own')
  const delegated = (kind: 'private' | 'epci') => shareOf({ kind: 'own', funder: { id: firm, kind } }, { id: owner, delegatedId: firm })
  expect([delegated('private'), delegated('epci')]).toEqual(['private', 'own'])
  const line = (kind: PlannedLine['kind'], funder: PlannedLine['funder'], units: number | null): PlannedLine =>
    ({ kind, funder, basis: 'HT', amountCents: units === null ? null : euros(units), status: 'toRequest', standing: groundLevel })
  const plan = fundingPlan([], [line('own', null, 15), line('grant', { id: state, kind: 'state' }, 45), line('grant', { id: firm, kind: 'private' },
    40), line('loan', null, 5)], by)
  expect(countedMoney(plan, 'HT', 'planned')).toEqual({ ownCents: 1500, otherPublicCents: 4500, privateCents: 4000, loanCents: 500 })
  expect(countedMoney(fundingPlan([], [line('grant', { id: state, kind: 'state' }, null)], by), 'HT', 'planned').otherPublicCents).toBe(null)
  expect(countedMoney(fundingPlan([], [line('grant', { id: unsaid, kind: 'other' }, 3)], by), 'HT', 'planned').otherPublicCents).toBe(null)
  const unstated = { ...line('grant', { id: state, kind: 'state' }, 300), basis: null }
  expect(countedMoney(fundingPlan([], [unstated, line('own', null, 15)], by), 'HT', 'planned'))
    .toMatchObject({ ownCents: 1500, otherPublicCents: null })
})

it('finds a rate from an amount and an amount from a rate that agree to the rounding', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000_00 }), fc.integer({ min: 0, max: 10_000 }), (base, points) => {
    const value = rateOf(cents(base), points)
    expect(agrees(value, cents(base), points)).toBe(true)
    expect(agrees(value, cents(base), rateFrom(value, cents(base)) ?? -1)).toBe(true)
  }), { numRuns: 200 })
  expect([agrees(euros(350), euros(1000), 3500), agrees(euros(360), euros(1000), 3500), rateFrom(euros(10), euros(0))]).toEqual([true, false,
    undefined])
})

it('warns of more paid than awarded and of years that do not add up, and asks why a line goes down its ladder', () => {
  const standing = { requested: known(100), awarded: known(80), committed: absent, paid: known(90) }
  expect(cautionsOf({ amountCents: euros(100), status: 'paid', standing, instalments: [{ year: 2025, amountCents:
    euros(60) }] })).toEqual(['paidAboveAwarded', 'yearsDiffer'])
  expect([stepsBack('awarded', 'requested'), stepsBack('requested', 'awarded'), stepsBack('paid', 'paid'), stepsBack('refused', 'requested'),
    stepsBack('paid', 'cancelled'), stepsBack('requested', 'refused'), stepsBack('closed', 'refused'), stepsBack('closed', 'cancelled')])
    .toEqual([true, false, false, true, false, false, true, true])
})
