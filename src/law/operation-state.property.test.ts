// What holds of the state of any operation, whatever its acts: tried on generated ones, always the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { date, plusDays } from '../kernel/date.ts'
import { aConvention, aRecord, agglomeration, anAct, bully, instantOf, lensTown } from '../testing/records.ts'
import { mayBeAbout } from './act-table.ts'
import { actKinds } from './legal-act.ts'
import type { LegalAct } from './legal-act.ts'
import type { OperationState, StateAnswer } from './operation-record.ts'
import { stateOf } from './operation-state.ts'

const day = fc.integer({ min: 0, max: 4000 }).map((days) => plusDays(date('2019-01-01'), days))
const conventions = [
  aConvention(), aConvention({ id: 'ort-2019', kind: 'other', term: null, parties: [lensTown] }),
  aConvention({ id: 'avenant', kind: 'amendment', amends: 'chapeau', term: null, amendsTerm: { months: 18 } }),
  aConvention({ id: 'pvd', kind: 'programme', parties: [bully], term: { signedOn: date('2021-06-25'), endsOn: date('2026-03-31') } }),
]
const names = [agglomeration.name, lensTown.name, bully.name, 'Mazingarbe']

const act = fc.record({
  kind: fc.constantFrom(...actKinds.filter((kind) => kind !== 'correction')), on: fc.option(day, { freq: 8 }), effective: fc.option(day, { freq: 2 }),
  recorded: day, convention: fc.constantFrom(...conventions.map(({ id }) => id)), party: fc.constantFrom(...names), place: fc.nat(),
  months: fc.integer({ min: 1, max: 60 }), outcome: fc.constantFrom('annuls', 'opens', 'dismisses', 'part'), struck: fc.boolean(),
})
/** Acts each about one before it of the same convention when its kind asks for one; every fifth is corrected. */
const register = fc.array(act, { maxLength: 25 }).map((drafts) => drafts.reduce<LegalAct[]>((acts, draft, rank) => {
  const targets = acts.filter((other) => other.conventionId === draft.convention && other.kind !== 'correction' && mayBeAbout(draft.kind, other.kind))
  const about = mayBeAbout(draft.kind, 'convention') && draft.place % 2 === 0 ? undefined : targets[draft.place % Math.max(targets.length, 1)]
  const insee = [undefined, '62498', '62186', '62563'][names.indexOf(draft.party)]
  const made = anAct(draft.kind, draft.on, {
    id: `a${rank}`, convention: draft.convention, recorded: draft.recorded, ...(draft.effective !== null && { effective: draft.effective }),
    ...(about !== undefined && { about: about.id }), party: draft.party, ...(insee !== undefined && { insee }),
    ...(draft.kind === 'extension' && { months: draft.months }),
    ...(draft.kind === 'perimeter' && { sector: { name: 'Centre', insee: insee ?? '62498', townCentre: true } }),
    ...(draft.kind === 'annulment' && draft.outcome === 'opens' && { opens: true }),
    ...(draft.kind === 'annulment' && draft.outcome === 'dismisses' && { dismisses: true }),
    ...(draft.outcome === 'part' && ['annulment', 'termination'].includes(draft.kind) && { partial: { communes: ['62186'], provisions: [] } }),
  })
  const corrected = rank % 5 === 4 && about !== undefined ? [anAct('correction', draft.on, {
    id: `k${rank}`, convention: draft.convention, about: about.id, recorded: draft.recorded,
    replacement: draft.struck ? null : { authority: about.authority, on: draft.effective, effectiveOn: null, effect: about.effect },
  })] : []
  return [...acts, made, ...corrected]
}, []))
const seeded = { seed: 20261123, numRuns: 400 }

const answersOf = (state: OperationState): readonly StateAnswer[] =>
  [state, ...state.conventions, ...state.communes, ...state.parties, ...state.sectors]

test('every answer holds on its own day, and gives a reason', () => {
  fc.assert(fc.property(register, day, (acts, on) => {
    const state = stateOf(aRecord(conventions, acts), on, null)
    for (const { since, until, reasons } of answersOf(state)) {
      expect((since ?? on) <= on && (until ?? on) >= on).toBe(true)
      expect(reasons.length).toBeGreaterThan(0)
    }
  }), seeded)
})

test('without a judge, whose word may change which acts count, a spell is the same seen from each of its ends, and another begins beside it', () => {
  fc.assert(fc.property(register, day, (acts, on) => {
    const record = aRecord(conventions, acts.filter((act) => act.kind !== 'annulment' && !/^k/.test(act.id)))
    const { state, since, until } = stateOf(record, on, null)
    const ends = [since, until].filter((end) => end !== null).map((end) => stateOf(record, end, null))
    expect(ends.map((seen) => [seen.state, seen.since, seen.until])).toEqual(ends.map(() => [state, since, until]))
    const beside = [since === null ? null : plusDays(since, -1), until === null ? null : plusDays(until, 1)].filter((next) => next !== null)
    expect(beside.map((next) => stateOf(record, next, null).state)).not.toContain(state)
  }), seeded)
})

test('what is unknown or disputed always says what would settle it', () => {
  fc.assert(fc.property(register, day, (acts, on) => {
    const open = answersOf(stateOf(aRecord(conventions, acts), on, null)).filter(({ state }) => state === 'unknown' || state === 'disputed')
    expect(open.filter(({ reasons }) => reasons.every(({ settledBy }) => settledBy === undefined))).toEqual([])
  }), seeded)
})

test('the order in which acts are listed changes nothing', () => {
  fc.assert(fc.property(register, day, (acts, on) => {
    const codes = (state: OperationState) => answersOf(state).map((answer) => answer.state)
    expect(codes(stateOf(aRecord(conventions, acts.toReversed()), on, null)).toSorted())
      .toEqual(codes(stateOf(aRecord(conventions, acts), on, null)).toSorted())
  }), seeded)
})

test('an operation or a commune is in force only by a convention that is', () => {
  fc.assert(fc.property(register, day, (acts, on) => {
    const state = stateOf(aRecord(conventions, acts), on, null)
    const inForce = new Set(state.conventions.filter((convention) => convention.state === 'inForce').map(({ conventionId }) => conventionId))
    expect(state.state === 'inForce').toBe(['chapeau', 'ort-2019', 'pvd'].some((id) => inForce.has(id)))
    const covered = state.communes.filter((commune) => commune.state === 'inForce')
    expect(covered.filter(({ conventionIds }) => !conventionIds.some((id) => inForce.has(id)))).toEqual([])
  }), seeded)
})

test('an act recorded after the moment asked about changes nothing', () => {
  fc.assert(fc.property(register, day, day, (acts, on, known) => {
    const knownAt = instantOf(known)
    const earlier = acts.filter(({ recordedAt }) => recordedAt <= knownAt)
    expect(stateOf(aRecord(conventions, acts), on, knownAt)).toEqual(stateOf(aRecord(conventions, earlier), on, knownAt))
  }), seeded)
})
