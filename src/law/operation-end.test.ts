// What ends a convention before its term, what a judge is asked or answers, and what was known when.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import { commune, convention, of, on, said } from '../testing/answers.ts'
import { aConvention, aRecord, anAct, instantOf } from '../testing/records.ts'

describe('termination and annulment', () => {
  test('a termination takes effect on its day, or on the one it says', () => {
    expect(convention(of(anAct('termination', '2025-03-03')), '2025-03-02').state).toBe('inForce')
    expect(said(convention(of(anAct('termination', '2025-03-03')), '2025-03-03'))).toBe('terminated terminatedByAct signedOnStatedDay')
    expect(convention(of(anAct('termination', '2025-03-03', { effective: '2025-12-31' })), '2025-12-30')).toMatchObject({ until: '2025-12-30' })
  })

  test('a termination after the end ends nothing; one without a day leaves the state unknown', () => {
    expect(convention(of(anAct('termination', '2028-06-01')), '2029-01-01').state).toBe('expired')
    expect(said(convention(of(anAct('termination', null)), '2025-01-01'))).toBe('unknown undatedAct signedOnStatedDay endAhead')
  })

  test('what a judge annuls never was, unless the judgment says from when', () => {
    expect(convention(of(anAct('annulment', '2025-06-10')), '2024-01-01').state).toBe('annulled')
    const deferred = of(anAct('annulment', '2025-06-10', { effective: '2026-01-01' }))
    expect([convention(deferred, '2025-12-31').state, convention(deferred, '2026-01-01').state]).toEqual(['inForce', 'annulled'])
    expect(convention(of(anAct('annulment', '2025-06-10')), '2023-01-01').state).toBe('notYet')
  })

  test('a challenge leaves the state disputed until the judge answers', () => {
    const challenge = anAct('annulment', '2024-05-01', { id: 'appeal', opens: true })
    expect(convention(of(challenge), '2024-04-30').state).toBe('inForce')
    expect(convention(of(challenge), '2025-01-01')).toMatchObject({ state: 'disputed', since: '2024-05-01', reasons: [{ settledBy: 'judgment' }, {},
      {}] })
    const dismissed = of(challenge, anAct('annulment', '2025-06-10', { about: 'appeal', dismisses: true }))
    expect([convention(dismissed, '2025-06-09').state, convention(dismissed, '2025-06-10').state]).toEqual(['disputed', 'inForce'])
    const annulled = of(challenge, anAct('annulment', '2025-06-10', { about: 'appeal' }))
    expect(convention(annulled, '2024-01-01').state).toBe('annulled')
  })

  test('the annulment of the délibération that allowed the signature leaves the convention disputed, not annulled', () => {
    const acts = [anAct('deliberation', '2022-12-14', { id: 'd' }), anAct('annulment', '2025-06-10', { about: 'd' })]
    expect(convention(of(...acts), '2025-06-10')).toMatchObject({ state: 'disputed', reasons: [{ code: 'challenged', acts: [expect.anything(),
      'd'] }, {}, {}] })
  })

  test('a partial annulment takes away what it names and leaves the rest', () => {
    const record = of(anAct('annulment', '2025-06-10', { partial: { communes: ['62186'], provisions: ['article-4'] } }))
    expect(said(convention(record, '2025-07-01'))).toBe('inForce signedOnStatedDay endAhead partlyAnnulled')
    expect([commune(record, '62186', '2025-07-01').state, commune(record, '62498', '2025-07-01').state]).toEqual(['annulled', 'inForce'])
  })

  test('a partial termination ends for the communes it names', () => {
    const record = of(anAct('termination', '2025-06-10', { partial: { communes: ['62186'], provisions: [] } }))
    expect(convention(record, '2025-07-01').state).toBe('inForce')
    expect([commune(record, '62186', '2025-06-09').state, commune(record, '62186', '2025-06-10').state]).toEqual(['inForce', 'terminated'])
  })
})

describe('what was known when', () => {
  const termination = anAct('termination', '2025-03-03', { id: 't', recorded: '2025-09-01' })
  test('an act recorded later is left out of what was known before', () => {
    expect(convention(of(termination), '2025-06-01', '2025-08-31').state).toBe('inForce')
    expect(convention(of(termination), '2025-06-01', '2025-09-01').state).toBe('terminated')
  })

  test('a corrected act counts no more, and what stands instead does, from the moment of the correction', () => {
    const replacement = { authority: { name: 'CALL', siren: null }, on: date('2026-03-03'), effectiveOn: null, effect: {} }
    const corrected = of(termination, anAct('correction', '2025-10-01', { about: 't', recorded: '2025-10-01', replacement }))
    expect(convention(corrected, '2025-06-01').state).toBe('inForce')
    expect(convention(corrected, '2026-03-03')).toMatchObject({ state: 'terminated', reasons: [{ acts: ['t'] }, {}] })
    expect(convention(corrected, '2025-06-01', '2025-09-15').state).toBe('terminated')
  })

  test('an act struck out takes with it what was about it; the last correction has the last word', () => {
    const struck = [anAct('annulment', '2025-01-01', { id: 'n', opens: true, recorded: '2025-01-02' }),
      anAct('annulment', '2025-02-01', { id: 'm', about: 'n', recorded: '2025-02-02' }),
      anAct('correction', '2025-03-01', { about: 'n', recorded: '2025-03-01', id: 'k1', replacement: null })]
    expect(convention(of(...struck), '2025-06-01').state).toBe('inForce')
    const again = anAct('correction', '2025-04-01', { about: 'n', recorded: '2025-04-01', id: 'k2',
      replacement: { authority: { name: 'TA', siren: null }, on: date('2025-01-01'), effectiveOn: null, effect: { opens: true } } })
    expect(convention(of(...struck, again), '2025-06-01').state).toBe('annulled')
  })

  test('a convention recorded later is not there', () => {
    const record = aRecord([aConvention({ term: { signedOn: date('2023-04-06') }, recordedAt: instantOf('2025-01-01') })])
    expect(said(on(record, '2025-06-01', '2024-12-31'))).toBe('unknown noConvention')
    expect(on(record, '2025-06-01', '2025-01-01').state).toBe('inForce')
  })
})
