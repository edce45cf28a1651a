// What people record of an obligation: accepted, or refused with every problem at once; what counts of it once some is withdrawn.
import { describe, expect, test } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { awaitsEvent, decideStale, endedOn, keptOf, recordEvent, recordProof, waive, withdrawEntry } from './entry.rules.ts'
import type { Entry, EntryContext } from './entry.rules.ts'
import { occurrencesOf } from './occurrence.rules.ts'
import type { Promised } from './occurrence.rules.ts'

const idOf = <Noun extends string>(rank: number): Id<Noun> => {
  const id = readId<Noun>(`019b0000-0000-7000-8000-00000000000${rank}`)
  if (id === undefined) throw new Error('no identifier')
  return id
}
const today = date('2026-03-12')
const days = { signedOn: date('2023-04-06'), entersOn: date('2023-04-06'), endsOn: date('2028-04-06') }
const meeting: Promised = { kind: 'meeting', rule: { kind: 'recurring', timesPerYear: 1 }, words: '' }
const report: Promised = { ...meeting, kind: 'report' }
const within: Promised = { kind: 'other', rule: { kind: 'deadline', months: 1, after: 'la notification' }, words: '' }
const contextOf = (promised: Promised): EntryContext => ({
  promised, days, today, documents: [{ id: idOf(1), fileName: 'pv.pdf' }], acts: [{ id: idOf(2), title: 'Délibération du 1er mars' }],
  occurrences: occurrencesOf(promised, days, { proofs: [], waivers: [{ id: 'w', occurrence: 'year-1', reason: 'x' }], events: [] },
    { from: date('2000-01-01'), to: date('2099-01-01') }, today),
})
const typed = { occurrence: 'year-2', form: 'meeting', on: '14/06/2024', title: 'Comité', document: '', act: '' }

describe('a proof', () => {
  test('is a titled event, a document or an act, on a day', () => {
    expect(recordProof(typed, contextOf(meeting))).toEqual({
      ok: true, value: { kind: 'proof', occurrence: 'year-2', form: 'meeting', on: '2024-06-14', words: 'Comité', documentId: null, actId: null },
    })
    expect(recordProof({ ...typed, title: '', document: idOf(1) }, contextOf(report))).toMatchObject({ value: { words: 'pv.pdf', documentId: idOf(1) } })
    expect(recordProof({ ...typed, title: '', document: idOf(1), act: idOf(2) }, contextOf(report)))
      .toMatchObject({ value: { words: 'Délibération du 1er mars', actId: idOf(2) } })
  })

  test.each([
    [{ on: '06/04/2024' }, meeting, ['outsideYear']], [{ on: '07/04/2025' }, meeting, ['outsideYear']], [{ on: '07/04/2025' }, report, []],
    [{ on: '05/04/2023' }, meeting, ['beforeStart']], [{ on: '13/03/2026' }, report, ['dayAhead']], [{ on: 'demain' }, report, ['dayUnreadable']],
    [{ occurrence: 'year-9' }, report, ['occurrenceUnknown']], [{ form: '' }, report, ['formUnknown']], [{ title: 'x'.repeat(501) }, report, ['titleTooLong']],
    [{ title: '', document: 'x', act: 'y' }, report, ['titleMissing', 'documentUnknown', 'actUnknown']],
  ])('typed as %o', (change, promised, problems) => {
    const outcome = recordProof({ ...typed, ...change }, contextOf(promised))
    expect(outcome.ok ? [] : outcome.problems).toEqual(problems)
  })
})

test('a waiver has a reason, and is for an occurrence nobody settled', () => {
  expect(waive({ occurrence: 'year-2', reason: 'Élections' }, contextOf(meeting))).toMatchObject({ value: { kind: 'waiver', words: 'Élections' } })
  expect(waive({ occurrence: 'year-1', reason: '' }, contextOf(meeting))).toEqual({ ok: false, problems: ['alreadySettled', 'reasonMissing'] })
  expect(waive({ occurrence: '', reason: 'x'.repeat(501) }, contextOf(meeting))).toEqual({ ok: false, problems: ['occurrenceUnknown', 'reasonTooLong'] })
})

test('an event is dated when the promise awaits one, within the life of the convention', () => {
  expect([meeting, within, { ...within, rule: { kind: 'condition', when: 'en cas de retrait' } } as const].map(awaitsEvent)).toEqual([false, true, true])
  expect(recordEvent({ on: '1/1/2025', title: 'Marché notifié' }, contextOf(within))).toMatchObject({ value: { kind: 'event', on: '2025-01-01' } })
  expect(recordEvent({ on: '1/1/2023', title: '' }, contextOf(meeting)))
    .toEqual({ ok: false, problems: ['eventNotAwaited', 'outsideTerm', 'titleMissing'] })
  expect(recordEvent({ on: '1/1/2027', title: 'x' }, contextOf(within))).toEqual({ ok: false, problems: ['dayAhead'] })
})

test('a decision answers instructions: kept without a day, ended or replaced from one', () => {
  const others = [idOf<'obligation'>(3)]
  const decided = { verdict: 'kept', on: '', replacedBy: '', reason: 'Sans effet' }
  expect(decideStale(decided, ['i'], others)).toMatchObject({ value: { verdict: 'kept', on: null, replacedBy: null, instructions: ['i'] } })
  expect(decideStale({ ...decided, verdict: 'replaced', on: '1/2/2026', replacedBy: idOf(3) }, ['i'], others))
    .toMatchObject({ value: { verdict: 'replaced', on: '2026-02-01', replacedBy: idOf(3) } })
  expect(decideStale({ ...decided, verdict: 'ended', reason: '' }, [], others))
    .toEqual({ ok: false, problems: ['nothingToDecide', 'dayUnreadable', 'reasonMissing'] })
  expect(decideStale({ ...decided, verdict: 'replaced', on: '1/2/2026', replacedBy: idOf(4) }, ['i'], others))
    .toEqual({ ok: false, problems: ['replacementUnknown'] })
  expect(decideStale({ ...decided, verdict: '' }, ['i'], others)).toEqual({ ok: false, problems: ['verdictUnknown'] })
})

test('what is withdrawn counts no more, and is withdrawn once, with a reason', () => {
  const entry: Entry = {
    id: idOf(5), obligationId: idOf(6), kind: 'proof', occurrence: 'year-1', form: 'meeting', verdict: null, on: today, words: 'Comité',
    documentId: null, fileName: null, actId: null, replacedBy: null, instructions: [], recordedAt: instant(new Date(0)), recordedBy: 'x',
    withdrawnFor: null, withdrawnAt: null,
  }
  const withdrawn = { ...entry, withdrawnFor: 'erreur' }
  const ended: Entry = { ...entry, kind: 'decision', verdict: 'ended', on: date('2026-02-01') }
  expect([keptOf([entry]).proofs.length, keptOf([withdrawn]).proofs.length]).toEqual([1, 0])
  expect(keptOf([{ ...entry, kind: 'waiver' }, { ...entry, kind: 'event' }])).toMatchObject({
    waivers: [{ reason: 'Comité' }], events: [{ title: 'Comité', on: today }],
  })
  expect([endedOn([entry, ended]), endedOn([{ ...ended, withdrawnFor: 'erreur' }]), endedOn([{ ...ended, verdict: 'kept', on: null }])])
    .toEqual(['2026-02-01', null, null])
  expect([withdrawEntry('', entry), withdrawEntry('erreur', withdrawn), withdrawEntry('erreur', entry)]).toEqual([
    { ok: false, problems: ['reasonMissing'] }, { ok: false, problems: ['alreadyWithdrawn'] }, { ok: true, value: 'erreur' },
  ])
})
