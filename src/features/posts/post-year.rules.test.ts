// A year of a post: what its form says, and what the rules make of it, never beyond what is known.
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import { judgeYear, readYear, typedYear } from './post-year.rules.ts'
import type { PostYear } from './post-year.rules.ts'

const anah = { id: newId<'organisation'>() }
const funding = (euros: number | null, status: FundingStatus = 'awarded') =>
  ({ funderId: anah.id, scheme: null, amountCents: euros === null ? null : cents(euros * 100), status, statusOn: null, reference: '' })
const year = (cost: number | null, ...fundings: PostYear['fundings']): PostYear =>
  ({ year: 2024, costCents: cost === null ? null : cents(cost * 100), basis: 'HT', note: '', fundings })

describe('the form of a year', () => {
  test('is read line by line, empty lines left out', () => {
    const typed = {
      cost: '80 000', basis: 'HT', note: '', 'funder-0': anah.id, 'amount-0': '25 000,50', 'status-0': 'awarded', 'statusOn-0': '1/3/2024',
      'status-1': 'toRequest', 'newFunder-2': 'Fondation', 'status-2': 'requested',
    }
    const outcome = readYear(typed, [anah])
    expect(outcome).toMatchObject({ ok: true, value: { costCents: 8_000_000, basis: 'HT', fundings: [
      { funderId: anah.id, amountCents: 2_500_050, status: 'awarded', statusOn: date('2024-03-01'), newFunder: '' },
      { funderId: null, newFunder: 'Fondation', amountCents: null, status: 'requested' },
    ] } })
  })

  test('is shown as it was read', () => {
    const kept = year(80_000.5, funding(25_000), funding(null, 'refused'))
    const outcome = readYear(typedYear(kept), [anah])
    expect(outcome.ok && outcome.value).toMatchObject({ costCents: 8_000_050, fundings: kept.fundings })
  })

  test('says every fault at its field', () => {
    const outcome = readYear({ cost: 'x', 'funder-0': newId(), 'amount-0': '-1', 'statusOn-0': 'hier', 'status-1': 'lost', 'scheme-1': 'y'.repeat(121) }, [])
    expect(outcome.ok ? [] : outcome.problems.map(({ field }) => field).toSorted())
      .toEqual(['amount-0', 'cost', 'funder-0', 'scheme-1', 'status-1', 'statusOn-0'])
  })
})

describe('a year of a project lead', () => {
  const lead = { kind: 'projectLead', opahRu: true } as const

  test('has both ceilings, what is left, and a mark for what goes beyond', () => {
    expect(judgeYear(lead, year(80_000, funding(41_250)), undefined)).toMatchObject({ result: 'pass', leftCents: 3_875_000,
      readings: [{ cents: 5_500_000 }, { cents: 4_125_000 }] })
    expect(judgeYear(lead, year(80_000, funding(41_250), funding(10_000)), undefined).result).toBe('unknown')
    expect(judgeYear(lead, year(80_000, funding(41_250), funding(20_000)), undefined).result).toBe('fail')
    expect(judgeYear(lead, year(80_000, funding(41_250), funding(20_000, 'refused')), undefined).result).toBe('pass')
  })

  test('is not judged kept on amounts nobody knows', () => {
    expect(judgeYear(lead, year(80_000, funding(10_000), funding(null)), undefined)).toMatchObject({ result: 'unknown', leftCents: null })
    expect(judgeYear(lead, year(80_000, funding(60_000), funding(null)), undefined).result).toBe('fail')
    expect(judgeYear(lead, year(null, funding(10_000)), undefined).result).toBe('unknown')
    expect(judgeYear({ ...lead, opahRu: null }, year(80_000), undefined).result).toBe('unknown')
  })
})

describe('a year of the other posts', () => {
  test('of an OPAH-RU officer has one ceiling, of a manager one over two years, of others none', () => {
    expect(judgeYear({ kind: 'opahRuOfficer', opahRu: true }, year(50_000, funding(25_000)), undefined)).toMatchObject({ result: 'pass', maximumCents: 2_500_000 })
    const manager = { kind: 'townCentreManager', opahRu: null } as const
    const before = { ...year(50_000, funding(20_001)), year: 2023 }
    expect(judgeYear(manager, year(50_000, funding(20_000)), undefined).result).toBe('pass')
    expect(judgeYear(manager, year(50_000, funding(20_000)), before).result).toBe('fail')
    expect(judgeYear({ kind: 'other', opahRu: null }, year(50_000, funding(50_000)), undefined)).toMatchObject({ result: undefined, leftCents: 0 })
  })
})
