// Tests of the @CTES identifier: what it says, and every fault it can show.
import { describe, expect, test } from 'vitest'
import { readActIdentifier } from './act-identifier.ts'

describe('the identifier of an act', () => {
  test.each([
    ['062-216201863-20221214-2022-120-DE',
      { department: '062', siren: '216201863', insee: '62186', actDate: '2022-12-14', number: '2022-120', nature: 'DE' }],
    ['013-211301106-20210201-1212-AI', { siren: '211301106', insee: '13110', actDate: '2021-02-01', number: '1212', nature: 'AI' }],
    ['02A-212000046-20230302-2023_14-DE', { insee: '2A004', number: '2023_14' }],
    ['974-219740115-20240115-A-1-AR', { insee: '97411', number: 'A-1', nature: 'AR' }],
    ['062-246200364-20221206-C061222-D12-DE', { siren: '246200364', number: 'C061222-D12' }],
    ['022–200067932–20221215–DB_2022_305–de', { siren: '200067932', nature: 'DE' }],
  ])('reads %s', (printed, expected) => {
    expect(readActIdentifier(printed)).toMatchObject({ ...expected, problems: [] })
  })

  test.each([
    ['062-216201868-20221214-20221201-DE', ['sirenKey']],
    ['059-216201863-20221214-2022-120-DE', ['departmentMismatch']],
    ['062-216201863-20221314-2022-120-DE', ['impossibleActDate']],
    ['062-216201863-19221214-2022-120-DE', ['impossibleActDate']],
    ['974-219722097-20240115-1-DE', ['departmentMismatch']],
  ])('finds the fault of %s', (printed, problems) => {
    expect(readActIdentifier(printed)?.problems).toEqual(problems)
  })

  test.each(['(ANAH) 201863-20221214-2022-120-DE', '201863', '', '062-216201863-20221214-2022-120-XX',
    '062-216201863-20221214-DE'])('does not take %s for one', (printed) => {
    expect(readActIdentifier(printed)).toBeUndefined()
  })

  test('gives no commune for the SIREN of a grouping', () => {
    expect(readActIdentifier('062-246200364-20221206-12-DE')?.insee).toBeUndefined()
  })
})
