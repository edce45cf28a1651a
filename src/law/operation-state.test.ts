// The state of an operation at any date, case by case: what a jurist would answer, and why.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import { commune, convention, of, on, said, signed } from '../testing/answers.ts'
import { aConvention, aRecord, agglomeration, anAct, bully, lensTown, signatures } from '../testing/records.ts'
import type { LegalAct } from './legal-act.ts'
import type { RecordedConvention } from './operation-record.ts'

describe('a convention of five years signed on 6 April 2023', () => {
  test.each<[string, string]>([
    ['1900-01-01', 'notYet startsLater'], ['2023-04-05', 'notYet startsLater'], ['2023-04-06', 'inForce signedOnStatedDay endAhead'],
    ['2028-04-06', 'inForce signedOnStatedDay endAhead'], ['2028-04-07', 'expired endReached signedOnStatedDay'],
    ['2200-12-31', 'expired endReached signedOnStatedDay'],
  ])('on %s: %s', (day, expected) => {
    expect(said(convention(of(), day))).toBe(expected)
  })

  test('says its days, and the spell they make', () => {
    expect(convention(of(), '2025-03-03')).toMatchObject({
      signedOn: '2023-04-06', entersOn: '2023-04-06', endsOn: '2028-04-06', endBasis: 'computed', since: '2023-04-06', until: '2028-04-06',
    })
  })

  test('until a day it states is in force on that day, not on the next', () => {
    const stated = aRecord([aConvention({ term: { signedOn: date('2023-04-06'), endsOn: date('2026-12-31') } })])
    expect(convention(stated, '2026-12-31')).toMatchObject({ state: 'inForce', endBasis: 'stated' })
    expect(convention(stated, '2027-01-01').state).toBe('expired')
  })

  test('that takes effect on a stated day waits for it, and counts its term from it', () => {
    const deferred = aRecord([aConvention({ term: { startsOn: date('2024-01-01'), signedOn: date('2023-04-06') } })])
    expect(convention(deferred, '2023-12-31')).toMatchObject({ state: 'notYet', until: '2023-12-31' })
    expect(convention(deferred, '2024-01-01')).toMatchObject({ state: 'inForce', endsOn: '2029-01-01' })
  })
})

describe('the signatures of the parties', () => {
  const blank = aConvention()
  test('make it enter into force on the last of them, from which its term is counted', () => {
    const record = aRecord([blank], signatures(blank, '2023-04-06', '2023-05-31', '2023-04-20'))
    expect(said(convention(record, '2023-05-30'))).toBe('notYet startsLater')
    expect(convention(record, '2023-05-31')).toMatchObject({ state: 'inForce', signedOn: '2023-05-31', endsOn: '2028-05-31' })
    expect(convention(record, '2023-05-31').reasons[0]?.acts).toHaveLength(3)
  })

  test('when one is missing, nobody knows from the last that is known, and it is not yet before', () => {
    const record = aRecord([blank], signatures(blank, '2023-04-06', '2023-05-31').slice(0, 2))
    expect(convention(record, '2023-05-30').state).toBe('notYet')
    expect(convention(record, '2023-05-31')).toMatchObject({
      state: 'unknown', reasons: [{ code: 'signatureMissing', parties: ['Bully-les-Mines'], settledBy: 'signatureDate' }],
    })
  })

  test('when one has no date, nobody knows either', () => {
    expect(said(convention(aRecord([blank], signatures(blank, '2023-04-06', null)), '2024-01-01'))).toBe('unknown signatureUndated')
  })

  test('when none is known, nothing says no', () => {
    expect(said(convention(aRecord([blank]), '2024-01-01'))).toBe('unknown signatureMissing')
  })

  test('when the end is stated, what was perhaps never signed is over after it', () => {
    const stated = aRecord([aConvention({ term: { endsOn: date('2026-12-31') } })])
    expect([convention(stated, '2026-12-31').state, convention(stated, '2027-01-01').state]).toEqual(['unknown', 'expired'])
  })

  test('of one person in two capacities are two: the SIREN or the commune tells them apart', () => {
    const acts = [anAct('signature', '2023-04-06', { siren: '246200364' }), anAct('signature', '2023-04-07', { insee: '62498', id: '2' })]
    const two = aConvention({ parties: [agglomeration, lensTown] })
    expect(convention(aRecord([two], acts), '2023-04-07')).toMatchObject({ state: 'inForce', signedOn: '2023-04-07' })
  })
})

describe('an end nobody wrote', () => {
  const order = aConvention({ id: 'ort-2019', kind: 'other', term: null, parties: [lensTown] })
  const record = aRecord([order], [anAct('homologation', '2019-08-04', { convention: 'ort-2019' })])
  test('leaves the state unknown from the day it starts, with what would settle it', () => {
    expect(said(convention(record, '2019-08-03'))).toBe('notYet startsLater')
    expect(convention(record, '2026-11-22')).toMatchObject({
      state: 'unknown', since: '2019-08-04', endBasis: 'unknown', reasons: [{ code: 'homologated' }, { code: 'endUnknown', settledBy: 'duration' }],
    })
  })

  test('is settled by an act that says until when', () => {
    const settled = aRecord([order], [...record.acts, anAct('extension', '2023-01-10', { convention: 'ort-2019', endsOn: date('2024-08-04') })])
    expect(convention(settled, '2024-08-04')).toMatchObject({ state: 'inForce', endBasis: 'extended' })
    expect(convention(settled, '2024-08-05').state).toBe('expired')
  })

  test('an order without a day says so', () => {
    const undated = aRecord([order], [anAct('homologation', null, { convention: 'ort-2019' })])
    expect(convention(undated, '2024-01-01')).toMatchObject({ state: 'unknown', reasons: [{ code: 'undatedAct', settledBy: 'actDate' }] })
  })
})

describe('an extension', () => {
  test('decided before the end moves it, to a day or by months', () => {
    expect(convention(of(anAct('extension', '2028-04-06', { endsOn: date('2030-12-31') })), '2030-12-31')).toMatchObject({
      state: 'inForce', endsOn: '2030-12-31', endBasis: 'extended',
    })
    expect(convention(of(anAct('extension', '2027-01-01', { months: 18 })), '2026-01-01')).toMatchObject({ until: '2029-10-06' })
  })

  test('decided after the end does not revive the convention: it is disputed, until the day it aimed at', () => {
    const late = of(anAct('extension', '2028-06-01', { id: 'late', endsOn: date('2030-12-31') }))
    expect(said(convention(late, '2028-05-31'))).toBe('expired endReached signedOnStatedDay')
    expect(convention(late, '2028-06-01')).toMatchObject({
      state: 'disputed', endsOn: '2028-04-06', until: '2030-12-31', reasons: [{ code: 'extensionAfterEnd', acts: ['late'] }, {}, {}],
    })
    expect(convention(late, '2031-01-01').state).toBe('expired')
  })

  test('one after another, each from the end the one before it gave', () => {
    const two = of(anAct('extension', '2028-12-01', { months: 12 }), anAct('extension', '2028-01-01', { months: 12, id: 'first' }))
    expect(convention(two, '2030-04-06').state).toBe('inForce')
    expect(convention(two, '2030-04-07').state).toBe('expired')
  })

  test('without a day is disputed where it matters', () => {
    const undated = of(anAct('extension', null, { endsOn: date('2030-12-31') }))
    expect(convention(undated, '2028-01-01').state).toBe('inForce')
    expect(said(convention(undated, '2029-01-01'))).toBe('disputed undatedAct endReached signedOnStatedDay')
  })

  test('annulled counts no more', () => {
    const acts = [anAct('extension', '2027-01-01', { id: 'e', months: 24 }), anAct('annulment', '2029-01-01', { about: 'e' })]
    expect(convention(of(...acts), '2028-05-01').state).toBe('expired')
  })
})

describe('an amendment', () => {
  const amendment = (fields: Partial<RecordedConvention> = {}) => aConvention({
    id: 'avenant', slug: 'avenant-1', kind: 'amendment', amends: 'chapeau', term: { signedOn: date('2027-03-01') },
    amendsTerm: { endsOn: date('2030-12-31') }, ...fields,
  })
  test('in force that changes the term moves the end; before the end only', () => {
    expect(convention(aRecord([signed, amendment()]), '2030-12-31')).toMatchObject({ state: 'inForce', endBasis: 'extended' })
    const late = amendment({ term: { startsOn: 'signature', signedOn: date('2028-05-01') } })
    expect(convention(aRecord([signed, late]), '2029-01-01').reasons[0]).toMatchObject({ code: 'extensionAfterEnd', by: 'avenant' })
  })

  test('before a judge leaves disputed the days that only it gives', () => {
    const appeal = anAct('annulment', '2027-06-01', { id: 'appeal', convention: 'avenant', opens: true })
    const record = aRecord([signed, amendment()], [appeal])
    expect([convention(record, '2028-04-06').state, convention(record, '2028-04-07').state]).toEqual(['inForce', 'disputed'])
    expect(convention(record, '2029-01-01').reasons[0]).toMatchObject({ code: 'challenged', by: 'avenant', acts: ['appeal'], settledBy: 'judgment' })
    const dismissed = anAct('annulment', '2027-12-01', { about: 'appeal', convention: 'avenant', dismisses: true })
    expect(convention(aRecord([signed, amendment()], [appeal, dismissed]), '2029-01-01').state).toBe('inForce')
  })

  test('nobody signed moves nothing', () => {
    const draft = amendment({ term: null })
    expect(convention(aRecord([signed, draft]), '2029-01-01').state).toBe('expired')
    expect(on(aRecord([signed, draft]), '2029-01-01').conventions[1]?.state).toBe('unknown')
  })

  test('prepared here is not yet in force until someone signs it', () => {
    const draft = amendment({ term: null, draft: true })
    const state = (...acts: LegalAct[]) => on(aRecord([signed, draft], acts), '2027-06-01').conventions[1]
    expect(state()).toMatchObject({ state: 'notYet', reasons: [{ code: 'signatureMissing', settledBy: 'signatureDate' }] })
    expect(state(...signatures(draft, '2027-05-01'))).toMatchObject({ state: 'inForce', since: '2027-05-01' })
    expect(state(...signatures(draft, '2027-05-01').slice(1))?.state).toBe('unknown')
  })

  test('lives as long as the text it amends, and has no end of its own to be missing', () => {
    const [, second] = on(aRecord([signed, amendment({ amendsTerm: null })]), '2028-01-01').conventions
    expect(second).toMatchObject({ state: 'inForce', since: '2027-03-01', until: '2028-04-06' })
    expect(on(aRecord([signed, amendment({ amendsTerm: null })]), '2028-04-07').conventions[1]?.state).toBe('expired')
  })

  test('of an amendment amends the text at the root; a circle is no trap', () => {
    const second = amendment({ id: 'avenant-2', amends: 'avenant', amendsTerm: { endsOn: date('2032-01-01') } })
    expect(convention(aRecord([signed, amendment(), second]), '2031-06-01').state).toBe('inForce')
    const circle = [amendment({ id: 'a', amends: 'b' }), amendment({ id: 'b', amends: 'a' })]
    expect(on(aRecord(circle), '2028-01-01').conventions.length).toBeLessThanOrEqual(2)
  })
})

describe('communes and parties', () => {
  test('join on a day, leave on a day, and come back', () => {
    const record = of(
      anAct('accession', '2024-06-01', { insee: '62563', party: 'Mazingarbe' }), anAct('withdrawal', '2025-06-01', { insee: '62186' }),
      anAct('accession', '2026-06-01', { insee: '62186' }),
    )
    const states = (insee: string, ...days: string[]) => days.map((day) => commune(record, insee, day).state)
    expect(states('62563', '2024-05-31', '2024-06-01', '2028-04-07')).toEqual(['notYet', 'inForce', 'expired'])
    expect(states('62186', '2025-05-31', '2025-06-01', '2026-05-31', '2026-06-01')).toEqual(['inForce', 'terminated', 'terminated', 'inForce'])
    expect(on(record, '2025-07-01').parties.find(({ name }) => name === 'Bully-les-Mines')).toMatchObject({ state: 'terminated' })
    expect(convention(record, '2025-07-01').state).toBe('inForce')
  })

  test('that join need not have signed the convention', () => {
    const blank = aConvention({ parties: [agglomeration, lensTown, bully] })
    const acts = [...signatures(blank, '2023-04-06').slice(0, 2), anAct('accession', '2024-06-01', { insee: '62186' })]
    expect(convention(aRecord([blank], acts), '2023-04-06').state).toBe('inForce')
    expect(commune(aRecord([blank], acts), '62186', '2024-05-31').state).toBe('notYet')
  })

  test('are in force by any convention that covers them, and the answer says which', () => {
    const older = aConvention({ id: 'ort-2019', slug: 'ort-2019', kind: 'other', term: null, parties: [lensTown] })
    const record = aRecord([older, signed], [anAct('homologation', '2019-08-04', { convention: 'ort-2019' })])
    expect(commune(record, '62498', '2021-01-01')).toMatchObject({ state: 'unknown', reasons: [{ conventionId: 'ort-2019' },
      { code: 'endUnknown' }] })
    expect(commune(record, '62498', '2024-01-01')).toMatchObject({ state: 'inForce', reasons: [{ conventionId: 'chapeau' }, {}] })
    expect(commune(record, '62186', '2021-01-01').state).toBe('notYet')
  })
})

describe('an operation', () => {
  test('without a convention is unknown, and says what would settle it', () => {
    expect(on(aRecord([]), '2026-01-01')).toMatchObject({ state: 'unknown', reasons: [{ code: 'noConvention', settledBy: 'convention' }] })
  })

  test('lives by the convention in force; the end of a programme is that of its own text', () => {
    const programme = aConvention({ id: 'pvd', kind: 'programme', term: { signedOn: date('2021-06-25'), endsOn: date('2026-03-31') },
      parties: [bully] })
    const record = aRecord([programme, signed])
    expect(on(record, '2026-04-01')).toMatchObject({ state: 'inForce', reasons: [{ code: 'byConvention', conventionId: 'chapeau' }, {}, {}] })
    expect(on(record, '2026-04-01').conventions.map(({ state }) => state)).toEqual(['expired', 'inForce'])
    expect(commune(record, '62186', '2026-04-01').state).toBe('inForce')
  })

  test('is not made by a mere membership of a programme, nor by an amendment of nobody knows what', () => {
    const membership = aConvention({ kind: 'membership', term: { signedOn: date('2021-06-25') } })
    expect(said(on(aRecord([membership]), '2022-01-01'))).toBe('unknown noConvention')
    const orphan = aConvention({ kind: 'amendment', term: { signedOn: date('2021-06-25') } })
    expect(said(on(aRecord([orphan]), '2022-01-01'))).toBe('unknown noConvention')
    expect(on(aRecord([orphan]), '2022-01-01').communes).toEqual([])
  })
})

describe('sectors', () => {
  const sector = { name: 'Centre-ville', insee: '62498', townCentre: true }
  test('are those that acts set, as the last one says; a commune without any has one nobody knows', () => {
    const record = of(anAct('perimeter', '2023-06-01', { sector }), anAct('perimeter', '2024-06-01', { sector: { ...sector, townCentre: false },
      id: '2' }))
    expect(on(record, '2023-05-31').sectors).toMatchObject([{ state: 'notYet' }, { insee: '62186', name: '', state: 'unknown' }])
    expect(on(record, '2023-06-01').sectors[0]).toMatchObject({ state: 'inForce', townCentre: true, reasons: [{ code: 'sectorSet' }, {}, {}] })
    expect(on(record, '2024-06-01').sectors[0]).toMatchObject({ townCentre: false })
    expect(on(record, '2028-04-07').sectors[0]?.state).toBe('expired')
  })

  test('end on the day an act removes them, until another sets them again; removing one nobody set says nothing', () => {
    const removed = { ...sector, removed: true as const }
    const record = of(anAct('perimeter', '2023-06-01', { sector }), anAct('perimeter', '2024-06-01', { sector: removed, id: 'r' }),
      anAct('perimeter', '2025-06-01', { sector }))
    const states = ['2023-05-31', '2024-05-31', '2024-06-01', '2025-06-01'].map((day) => on(record, day).sectors[0]?.state)
    expect(states).toEqual(['notYet', 'inForce', 'terminated', 'inForce'])
    expect(on(record, '2024-07-01').sectors[0]?.reasons[0]).toMatchObject({ code: 'sectorRemoved', acts: ['r'], on: '2024-06-01' })
    expect(on(of(anAct('perimeter', '2024-06-01', { sector: removed })), '2024-07-01').sectors.filter(({ name }) => name !== '')).toEqual([])
  })

  test('are disputed while a judge is asked about the act that set them, and the convention is not', () => {
    const record = of(anAct('perimeter', '2023-06-01', { sector, id: 'p' }), anAct('annulment', '2023-09-01', { about: 'p', opens: true }))
    expect(on(record, '2024-01-01').sectors[0]?.state).toBe('disputed')
    expect(convention(record, '2024-01-01').state).toBe('inForce')
  })
})

describe('warnings', () => {
  test('that a decision was certified before it was executory, or signed upon before, ride along', () => {
    const acts = [anAct('deliberation', '2022-12-14', { id: 'd' }), anAct('receipt', '2022-12-16', { about: 'd' }),
      anAct('publication', '2023-05-01', { about: 'd' }), anAct('certification', '2022-12-20', { about: 'd', id: 'c' })]
    expect(convention(of(...acts), '2024-01-01').reasons.slice(2)).toMatchObject([
      { code: 'certifiedBeforeExecutory', acts: ['c'] }, { code: 'notExecutory', acts: ['d'] },
    ])
  })
})
