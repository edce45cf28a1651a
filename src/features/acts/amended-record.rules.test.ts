// What signed amendments add to the record: a new end, parties who join or leave; nothing as long as nobody signed them.
import { describe, expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import type { ActKind, LegalAct } from '../../law/legal-act.ts'
import type { OperationRecord } from '../../law/operation-record.ts'
import { stateOf } from '../../law/operation-state.ts'
import type { Change } from '../../reading/instruction.ts'
import { withAmendments } from './amended-record.rules.ts'

const recordedAt = instant(new Date('2026-01-01T00:00:00Z'))
const act = (id: string, kind: ActKind, conventionId: string, on: string, more: Partial<LegalAct> = {}): LegalAct => ({
  id, kind, conventionId, authority: { name: 'Commune de Lens', siren: null }, on: date(on), effectiveOn: null, about: null,
  effect: kind === 'signature' ? { party: 'Commune de Lens' } : {}, reason: null, recordedAt, ...more,
})
const parties = [{ name: 'Commune de Lens', kind: 'commune', insee: '62498', siren: null }]
const convention = { slug: 'chapeau', title: 'Chapeau', kind: 'umbrella' as const, amends: null, amendsTerm: null, term: { years: 5,
  startsOn: 'signature' as const }, parties }
const recordOf = (...acts: LegalAct[]): OperationRecord => ({
  conventions: [{ ...convention, id: 'c' }, { ...convention, id: 'a', slug: 'avenant', kind: 'amendment', amends: 'c', term: null }],
  acts: [act('1', 'signature', 'c', '2023-04-06'), ...acts],
})
const signed = act('2', 'signature', 'a', '2024-03-18')
const ordered = (change: Change, entersOn: string | null = null, insee?: string) =>
  [{ id: 'i', amendment: 'a', change, entersOn: entersOn === null ? null : date(entersOn), recordedAt, ...(insee !== undefined && { insee }) }]
const endOf = (record: OperationRecord): string | null | undefined =>
  stateOf(record, date('2024-06-01'), null).conventions.find((state) => state.conventionId === 'c')?.endsOn

describe('the term an amendment changes', () => {
  it.each<[string, Change, string]>([
    ['to a day', { verb: 'term', until: date('2030-04-05') }, '2030-04-05'],
    ['by a duration', { verb: 'term', by: 24 }, '2030-04-06'],
    ['to a whole length, from the start', { verb: 'term', lasts: 120 }, '2033-04-06'],
  ])('moves the end %s', (_, change, end) => {
    expect(endOf(withAmendments(recordOf(signed), ordered(change)))).toBe(end)
  })

  it('moves nothing while the amendment is not signed, nor when it has none', () => {
    expect(endOf(withAmendments(recordOf(), ordered({ verb: 'term', until: date('2030-04-05') })))).toBe('2028-04-06')
    expect(endOf(withAmendments(recordOf(signed), []))).toBe('2028-04-06')
  })

  it('is not counted from a start nobody knows', () => {
    const record = { ...recordOf(signed), acts: [signed] }
    expect(withAmendments(record, ordered({ verb: 'term', lasts: 120 })).conventions[1]?.amendsTerm).toBeNull()
  })
})

describe('a party an amendment adds or removes', () => {
  const statesOn = (record: OperationRecord, day: string, name: string): string | undefined =>
    stateOf(record, date(day), null).parties.find((party) => party.conventionId === 'c' && party.name === name)?.state
  const joins: Change = { verb: 'party', change: 'add', name: 'Commune de Harnes' }

  it('joins from the signature, or later when the instruction is deferred', () => {
    const record = withAmendments(recordOf(signed), ordered(joins, null, '62413'))
    expect([statesOn(record, '2024-03-17', 'Commune de Harnes'), statesOn(record, '2024-03-18', 'Commune de Harnes')]).toEqual(['notYet', 'inForce'])
    const deferred = withAmendments(recordOf(signed), ordered(joins, '2025-01-01'))
    expect([statesOn(deferred, '2024-12-31', 'Commune de Harnes'), statesOn(deferred, '2025-01-01', 'Commune de Harnes')]).toEqual(['notYet',
      'inForce'])
  })

  it('leaves from the signature', () => {
    const record = withAmendments(recordOf(signed), ordered({ verb: 'party', change: 'remove', name: 'Commune de Lens' }))
    expect(statesOn(record, '2024-03-17', 'Commune de Lens')).toBe('inForce')
    expect(statesOn(record, '2024-03-18', 'Commune de Lens')).not.toBe('inForce')
  })

  it('does neither by an amendment that is not signed, or that a judge annulled', () => {
    expect(withAmendments(recordOf(), ordered(joins)).acts).toHaveLength(1)
    const annulled = act('3', 'annulment', 'a', '2024-06-01')
    expect(withAmendments(recordOf(signed, annulled), ordered(joins)).acts).toHaveLength(3)
  })
})

describe('a sector an amendment sets or removes', () => {
  const set = act('p', 'perimeter', 'c', '2023-05-01', { effect: { sector: { name: 'Secteur de la gare', insee: '62498', townCentre: true } } })
  const sectorOf = (change: Change, record = recordOf(signed), insee?: string) => withAmendments(record, ordered(change, null, insee)).acts.at(-1)
  const add = (name: string, commune?: string): Change => ({ verb: 'sector', change: 'add', name, ...(commune !== undefined && { commune }) })

  it.each<[string, Change, string, boolean]>([
    ['named with its commune', add('Cœur de ville', 'Lens'), '62498', false],
    ['whose name ends with that of a party', add('Centre-ville de Lens'), '62498', true],
    ['whose name says a town centre', add('Centre-bourg'), '', true],
    ['of a street that bears the name of a party', add('Secteur de la rue de Lens'), '', false],
    ['of a commune that is no party', add('Centre-ville', 'Arras'), '62041', true],
  ])('%s', (_, change, insee, townCentre) => {
    expect(sectorOf(change, recordOf(signed), insee === '62041' ? insee : undefined))
      .toMatchObject({ kind: 'perimeter', conventionId: 'c', on: '2024-03-18', effect: { sector: { insee, townCentre } } })
  })

  it('reaches the state from the day of the amendment, its commune unknown or not, and not before it is signed', () => {
    const sectors = (record: OperationRecord, day: string, change: Change) =>
      stateOf(withAmendments(record, ordered(change)), date(day), null).sectors.map(({ name, insee, state }) => [name, insee, state])
    expect(sectors(recordOf(signed), '2024-03-17', add('Centre-ville de Lens'))).toEqual([['Centre-ville de Lens', '62498', 'notYet']])
    expect(sectors(recordOf(signed), '2024-03-18', add('Centre-ville de Lens'))).toEqual([['Centre-ville de Lens', '62498', 'inForce']])
    expect(sectors(recordOf(signed), '2024-03-18', add('Les faubourgs'))).toEqual([['Les faubourgs', '', 'inForce'], ['', '62498', 'unknown']])
    expect(sectors(recordOf(), '2024-03-18', add('Centre-ville de Lens'))).toEqual([['', '62498', 'unknown']])
  })

  it('that an act set before is found by its name: replaced it keeps its centre, removed it ends', () => {
    const known = recordOf(set, signed)
    const replaced = sectorOf({ verb: 'sector', change: 'replace', name: 'secteur de la Gare' }, known)
    expect(replaced?.effect.sector).toEqual({ name: 'Secteur de la gare', insee: '62498', townCentre: true })
    const removed = withAmendments(known, ordered({ verb: 'sector', change: 'remove', name: 'secteur de la gare' }))
    const states = ['2024-03-17', '2024-03-18'].map((day) => stateOf(removed, date(day), null).sectors[0]?.state)
    expect(states).toEqual(['inForce', 'terminated'])
  })
})
