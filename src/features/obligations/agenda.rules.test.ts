// The agenda: which lines a choice keeps, in what order; what a digest says, to whom and when.
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import type { ObligationRule } from '../../reading/facts.ts'
import { agendaOf, anyDay, countStates, filtered, inOrderOfWork, lastsUntil, readFilter } from './agenda.rules.ts'
import type { Followed } from './agenda.rules.ts'
import { digestDay, digestOf, frequencyOf, mondayOf, saysNothing } from './digest.rules.ts'

const today = date('2026-03-12')
const nothing = { proofs: [], waivers: [], events: [] }
const days = { signedOn: date('2023-04-06'), entersOn: date('2023-04-06'), endsOn: date('2028-04-06') }
const follow = (id: string, rule: ObligationRule, more: Partial<Followed> = {}): Followed =>
  ({ id, kind: 'report', bearer: null, words: '', rule, days, kept: nothing, endedOn: null, ...more })
const yearly = follow('a', { kind: 'recurring', timesPerYear: 1 }, { bearer: 'Communauté d’Agglomération' })
const lines = agendaOf([
  yearly, follow('b', { kind: 'term' }, { kind: 'evaluation' }), follow('c', { kind: 'standing' }), follow('d', { kind: 'date', on: date('2026-04-06') }),
], anyDay, today)
const asked = { du: '', au: '', etat: '', nature: '', porteur: '', vue: '', page: '' }
const shown = (query: Partial<typeof asked>) => filtered(lines, readFilter({ ...asked, ...query }, today).filter, today)
  .map(({ obligation, occurrence }) => `${obligation.id} ${occurrence.due ?? occurrence.why}`)

describe('the agenda', () => {
  test('is in the order of the days, what has none last', () => {
    expect(lines.map(({ obligation, occurrence }) => `${occurrence.due ?? ''} ${obligation.id}`)).toEqual([
      '2024-04-06 a', '2025-04-06 a', '2026-04-06 a', '2026-04-06 d', '2027-04-06 a', '2028-04-06 a', '2028-04-06 b', ' c',
    ])
    expect(inOrderOfWork(lines).map(({ occurrence }) => occurrence.state)).toEqual(['late', 'late', 'due', 'due', 'due', 'due', 'due', 'unknowable'])
    expect(countStates(lines)).toEqual({ late: 2, due: 5, met: 0, waived: 0, unknowable: 1 })
  })

  test('shows this year and the next, and what is late however old, until a period is asked', () => {
    expect(shown({})).toEqual(['a 2024-04-06', 'a 2025-04-06', 'a 2026-04-06', 'd 2026-04-06', 'a 2027-04-06', 'c noDay'])
    expect(shown({ du: '01/01/2025', au: '2025-12-31' })).toEqual(['a 2025-04-06', 'c noDay'])
    expect(shown({ du: '1/1/2028' })).toEqual(['a 2028-04-06', 'b 2028-04-06', 'c noDay'])
    expect(shown({ etat: 'a-venir', nature: 'bilan', au: '2030-01-01' })).toEqual(['a 2026-04-06', 'd 2026-04-06', 'a 2027-04-06', 'a 2028-04-06'])
    expect(shown({ porteur: 'AGGLOMERATION', etat: 'en-retard' })).toEqual(['a 2024-04-06', 'a 2025-04-06'])
  })

  test('starts with the amendment that brought a promise: the reports due after it, the meetings of the years begun after it', () => {
    const owedFrom = date('2025-06-01')
    const dues = (kind: string) => agendaOf([follow('a', { kind: 'recurring', timesPerYear: 2 }, { kind, owedFrom })], anyDay, today)
      .map(({ occurrence }) => occurrence.due)
    expect(dues('report')).toEqual(['2026-04-06', '2027-04-06', '2028-04-06'])
    expect(dues('meeting')).toEqual(['2027-04-06', '2028-04-06'])
    expect(agendaOf([follow('a', { kind: 'term' }, { owedFrom })], anyDay, today)).toHaveLength(1)
  })

  test('lets a promise that is replaced last until that day, or the end of the year begun when it is counted over a year', () => {
    const until = (kind: string, day: string) => lastsUntil(follow('a', { kind: 'recurring', timesPerYear: 1 }, { kind }), date(day))
    expect([until('report', '2025-06-01'), until('meeting', '2025-06-01'), until('meeting', '2030-01-01')])
      .toEqual(['2025-06-01', '2026-04-07', '2030-01-01'])
  })

  test('leaves out what it cannot read of a choice, and says so', () => {
    expect(readFilter({ ...asked, du: 'hier', au: '31/02/2026', etat: 'parfait', page: '-1' }, today)).toEqual({
      filter: { from: null, to: '2027-12-31', state: null, kind: null, bearer: null, view: 'list', page: 1 }, problems: ['fromUnreadable', 'toUnreadable'],
    })
    expect(readFilter({ ...asked, du: '2027-01-01', au: '2026-01-01' }, today).problems).toEqual(['periodReversed'])
  })

  test('stops from the day a decision ended an obligation, what was done apart', () => {
    const proofs = [{ id: 'p', occurrence: 'year-3', on: date('2026-02-01') }]
    const ended = agendaOf([{ ...yearly, kept: { ...nothing, proofs }, endedOn: date('2025-01-01') }], anyDay, today)
    expect(ended.map(({ occurrence }) => `${occurrence.key} ${occurrence.state}`)).toEqual(['year-1 late', 'year-3 met'])
    expect(agendaOf([follow('c', { kind: 'standing' }, { endedOn: today })], anyDay, today)).toEqual([])
  })
})

describe('a digest', () => {
  test('says what is late, what falls due within sixty days, what waits for a decision, and nothing else', () => {
    const digest = digestOf(lines, [yearly], today)
    expect([digest.late.length, digest.due.map(({ obligation }) => obligation.id), digest.stale.length]).toEqual([2, ['a', 'd'], 1])
    expect(saysNothing(digest)).toBe(false)
    expect(saysNothing(digestOf(lines.filter(({ occurrence }) => occurrence.due === '2028-04-06'), [], today))).toBe(true)
  })

  test('comes as people chose, else as one of their roles says, once a day or once a week', () => {
    expect(frequencyOf('never', ['projectLead'])).toBe('never')
    expect([frequencyOf(null, ['elected', 'lawyer']), frequencyOf(null, ['funder']), frequencyOf(null, [])]).toEqual(['weekly', 'never', 'never'])
    expect(['2026-03-09', '2026-03-12', '2026-03-15', '2026-03-16'].map((day) => mondayOf(date(day))))
      .toEqual(['2026-03-09', '2026-03-09', '2026-03-09', '2026-03-16'])
    expect([digestDay('daily', today), digestDay('weekly', today)]).toEqual(['2026-03-12', '2026-03-09'])
  })
})
