// The founding convention from 2023 to 2028: what it promises, day by day, when the text is at hand (../shared/data beside the repository).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { endOfTerm } from '../../law/term.ts'
import { readConvention } from '../../reading/read.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { agendaOf } from './agenda.rules.ts'
import type { Followed } from './agenda.rules.ts'
import type { ConventionDays } from './occurrence.rules.ts'

const file = join(process.cwd(), '..', 'shared', 'data', 'convention-chapeau-lens-lievin.md')
const present = existsSync(file)

describe.skipIf(!present)('the calendar of the founding convention (skipped when ../shared/data is absent)', () => {
  const raw = present ? readFileSync(file, 'utf8') : ''
  const reading = readConvention(raw, loadTerritories().gazetteer)
  const period = { from: date('2023-01-01'), to: date('2028-12-31') }
  const calendar = (days: ConventionDays, proofs: Followed['kept']['proofs'] = []) => {
    const followed = reading.obligations.map((obligation, index): Followed => ({
      id: String(index).padStart(2, '0'), kind: obligation.kind, rule: obligation.rule, words: raw.slice(obligation.span.start, obligation.span.end),
      bearer: obligation.bearer ?? null, days, kept: { proofs: obligation.kind === 'meeting' ? proofs : [], waivers: [], events: [] }, endedOn: null,
    }))
    return agendaOf(followed, period, date('2026-11-23'))
  }
  const signedOn = date('2023-04-06')
  const end = endOfTerm(reading.term, signedOn)

  test('has a committee each year and a report at the term, once the signature of 6 April 2023 is known', () => {
    const days = { signedOn, entersOn: signedOn, endsOn: 'on' in end ? end.on : null }
    const lines = calendar(days, [{ id: 'a', occurrence: '', on: date('2023-10-10') }, { id: 'b', occurrence: '', on: date('2025-10-10') }])
    expect(lines.filter(({ occurrence }) => occurrence.due !== null)
      .map(({ obligation, occurrence }) => `${occurrence.due} ${obligation.kind} ${occurrence.state}`)).toEqual([
      '2024-04-06 meeting met', '2025-04-06 meeting late', '2026-04-06 meeting met', '2027-04-06 meeting due', '2028-04-06 meeting due',
      '2028-04-06 report due',
    ])
    expect(lines.filter(({ occurrence }) => occurrence.due === null).map(({ occurrence }) => occurrence.why).sort())
      .toEqual(['conditionAwaited', ...Array.from({ length: 12 }, () => 'noDay')])
  })

  test('has no day at all while the signature its text leaves blank is not known, and says why', () => {
    const lines = calendar({ signedOn: null, entersOn: null, endsOn: null })
    expect(lines.filter(({ occurrence }) => occurrence.due !== null)).toEqual([])
    expect(lines.filter(({ occurrence }) => occurrence.why === 'startUnknown' || occurrence.why === 'endUnknown').map(({ obligation, occurrence }) =>
      `${obligation.kind} ${occurrence.why}`)).toEqual(['meeting startUnknown', 'report endUnknown'])
  })
})
