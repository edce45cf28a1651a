// The other ceilings, the deadlines of a subsidy and the compensation of tax: limits to the cent and to the day, unknowns kept unknown.
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import { opahRuPost, publicAidCeiling, townCentreManager, townFund } from './ceilings.ts'
import { fctva } from './fctva.ts'
import { subsidyDeadlines } from './subsidy-deadlines.ts'
import type { SubsidyDates } from './subsidy-deadlines.ts'

const day = date('2025-06-01')

describe('a ceiling', () => {
  test('of public aid is 80 % of the eligible cost, and says how it differs from the owner’s minimum', () => {
    const answer = publicAidCeiling({ eligibleCents: cents(10_000), publicAidCents: cents(8_000) }, day)
    expect(answer).toMatchObject({ result: 'pass', maximumCents: 8_000, explanation: { source: { status: 'toConfirm' } } })
    expect(JSON.stringify(answer.explanation)).toContain('Lien avec la participation minimale')
    expect(publicAidCeiling({ eligibleCents: cents(10_000), publicAidCents: cents(8_001) }, day).result).toBe('fail')
    expect(publicAidCeiling({ eligibleCents: cents(10_000), publicAidCents: null }, day).result).toBe('unknown')
    expect(publicAidCeiling({ eligibleCents: null, publicAidCents: cents(1) }, day)).toMatchObject({ result: 'unknown', maximumCents: null })
  })

  test('of a fund between an EPCI and a town is half of what is left once subsidies are taken off', () => {
    expect(townFund({ costCents: cents(10_000), subsidiesCents: cents(4_000), fundCents: cents(3_000) }, day)).toMatchObject({ result: 'pass' })
    expect(townFund({ costCents: cents(10_000), subsidiesCents: cents(4_000), fundCents: cents(3_001) }, day).result).toBe('fail')
    expect(townFund({ costCents: cents(10_000), subsidiesCents: cents(11_000) }, day)).toMatchObject({ maximumCents: 0 })
    expect(townFund({ costCents: null, subsidiesCents: cents(1) }, day).result).toBe('unknown')
  })

  test('of an OPAH-RU post is half of the cost counted up to 80 000 €, asked for before the start', () => {
    const post = (annual: number, aid?: number, requested: string | null = null, starts: string | null = null) => opahRuPost({
      annualCostCents: cents(annual * 100), ...(aid !== undefined && { aidCents: cents(aid * 100) }),
      requestedOn: requested === null ? null : date(requested), startsOn: starts === null ? null : date(starts),
    }, day)
    expect(post(50_000)).toMatchObject({ maximumCents: 2_500_000 })
    expect(post(90_000, 40_000)).toMatchObject({ maximumCents: 4_000_000, result: 'pass' })
    expect(post(90_000, 40_001).result).toBe('fail')
    expect(post(50_000, 25_000, '2021-02-01', '2021-01-15').result).toBe('fail')
    expect(post(50_000, 25_000, '2021-01-10', '2021-01-15').result).toBe('pass')
    expect(post(50_000, 25_000, '2021-01-10').result).toBe('unknown')
  })

  test('of a town-centre manager is 40 000 € over two years', () => {
    expect([4_000_000, 4_000_001, null].map((aid) => townCentreManager({ aidCents: aid === null ? null : cents(aid) }, day).result))
      .toEqual(['pass', 'fail', 'unknown'])
  })
})

test('the compensation of tax is information: an amount when eligible, nothing otherwise, never a verdict', () => {
  expect(fctva({ expenseTtcCents: cents(12_000_000), eligible: true }, day)).toMatchObject({ cents: 1_968_480, explanation: { source: { status: 'toConfirm' } } })
  expect(fctva({ expenseTtcCents: cents(1), eligible: false }, day)).toMatchObject({ result: 'not-applicable', cents: null })
  expect(fctva({ expenseTtcCents: cents(1), eligible: null }, day)).toMatchObject({ result: 'unknown', cents: null })
})

describe('a DETR or DSIL subsidy', () => {
  const none: SubsidyDates = { fileCompletedOn: null, awardedOn: null, startedOn: null, completedOn: null }
  const good: SubsidyDates = {
    fileCompletedOn: date('2020-02-15'), awardedOn: date('2020-06-03'), startedOn: date('2020-09-01'), completedOn: date('2024-09-01'),
  }
  const results = (dates: SubsidyDates) => subsidyDeadlines(dates, day).deadlines.map(({ result }) => result)

  test('keeps its three deadlines, the last day included', () => {
    expect(subsidyDeadlines(good, day)).toMatchObject({ result: 'pass', deadlines: [
      { kind: 'noStartBefore', on: '2020-02-15' }, { kind: 'startBy', on: '2022-06-03' }, { kind: 'completeBy', on: '2024-09-01' },
    ] })
    expect(results({ ...good, completedOn: date('2024-09-02') })).toEqual(['pass', 'pass', 'fail'])
  })

  test('is lost by a start before the file is complete, and by a start too late', () => {
    expect(results({ ...good, startedOn: date('2020-02-14'), completedOn: date('2021-01-01') })).toEqual(['fail', 'pass', 'pass'])
    expect(results({ ...good, startedOn: date('2022-06-04') })).toEqual(['pass', 'fail', 'pass'])
  })

  test('is not known to be kept before things are done, and says the days left', () => {
    const running = subsidyDeadlines({ ...good, startedOn: date('2021-06-11'), completedOn: null }, day)
    expect(running).toMatchObject({ result: 'unknown' })
    expect(JSON.stringify(running.explanation)).toContain('11 juin 2025, dans 10 jours')
    const late = subsidyDeadlines({ ...good, completedOn: null }, day)
    expect(JSON.stringify(late.explanation)).toContain('Dernier jour passé depuis le 1er septembre 2024')
    expect([late.result, late.explanation.result]).toEqual(['unknown', expect.stringContaining('un dernier jour est passé depuis le 1er septembre 2024')])
    expect(results(none)).toEqual(['unknown', 'unknown', 'unknown'])
  })
})
