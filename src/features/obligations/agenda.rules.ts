// The agenda of an operation: every occurrence of every obligation over a period, filtered, in the order one works through it. Pure.
import { date, plainDate, plusDays, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { nameKey } from '../../kernel/text.ts'
import type { ObligationKind } from '../../reading/facts.ts'
import { countsByDay, occurrenceStates, occurrencesOf } from './occurrence.rules.ts'
import type { ConventionDays, Kept, Occurrence, OccurrenceState, Period, Promised } from './occurrence.rules.ts'

/** An obligation with all that its occurrences are computed from. `stale`: instructions that changed its words, not decided on yet. */
export type Followed = Promised & {
  readonly id: string; readonly bearer: string | null; readonly days: ConventionDays; readonly kept: Kept
  /** First day it is owed no more, by decision. */
  readonly endedOn: PlainDate | null
  /** First day it is owed, when an amendment brought it. */
  readonly owedFrom?: PlainDate | null
}
export type AgendaLine<Obligation extends Followed> = { readonly obligation: Obligation; readonly occurrence: Occurrence }

/** Any day an occurrence may fall on. */
export const anyDay: Period = { from: date('1900-01-01'), to: date('2199-12-31') }

/**
 * Every occurrence of one obligation over a period; none from the day a decision ended it, nor due before the amendment that brought it. What is
 * counted over a year, as meetings are, is not asked for the year that the amendment came in.
 */
export function occurrencesIn(followed: Followed, period: Period, today: PlainDate): readonly Occurrence[] {
  const { endedOn, rule } = followed
  const owedFrom = rule.kind === 'recurring' ? (followed.owedFrom ?? null) : null
  return occurrencesOf(followed, followed.days, followed.kept, period, today)
    .filter(({ opens, due, state }) => owedFrom === null || state === 'met' || due === null
      || (countsByDay(followed) && opens !== null ? opens : due) >= owedFrom)
    .filter(({ due, state }) => endedOn === null || state === 'met' || (due === null ? today < endedOn : due < endedOn))
}

/** The first day an obligation is owed no more when another takes its place that day: what is counted over a year ends with the year begun. */
export function lastsUntil(followed: Followed, day: PlainDate): PlainDate {
  const begun = !countsByDay(followed) ? undefined
    : occurrencesOf(followed, followed.days, followed.kept, anyDay, day)
      .find(({ opens, due }) => opens !== null && due !== null && opens < day && due >= day)
  return begun === undefined || begun.due === null ? day : plusDays(begun.due, 1)
}

/** By day, then by key; what has no day comes last. */
export function agendaOf<Obligation extends Followed>(
  followed: readonly Obligation[], period: Period, today: PlainDate,
): readonly AgendaLine<Obligation>[] {
  return followed.flatMap((obligation) => occurrencesIn(obligation, period, today).map((occurrence) => ({ obligation, occurrence })))
    .sort((one, other) => compared(one.occurrence.due ?? '9999', other.occurrence.due ?? '9999')
      || compared(one.obligation.id, other.obligation.id) || compared(one.occurrence.key, other.occurrence.key))
}
const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** How addresses name a state, and the kind of an obligation. */
export const stateInAddress: Readonly<Record<OccurrenceState, string>> = {
  late: 'en-retard', due: 'a-venir', met: 'tenue', waived: 'dispensee', unknowable: 'inconnue',
}
export const kindInAddress: Readonly<Record<ObligationKind, string>> = {
  meeting: 'reunion', report: 'bilan', evaluation: 'evaluation', publication: 'publication', transmission: 'transmission',
  consultation: 'consultation', funding: 'financement', staffing: 'moyens-humains', other: 'autre',
}
const named = (names: Readonly<Record<string, string>>, asked: string): string | null =>
  Object.keys(names).find((name) => names[name] === asked) ?? null

/** `from`: null when nobody asked: then what is late shows however old it is. */
export type AgendaFilter = {
  readonly from: PlainDate | null; readonly to: PlainDate; readonly state: OccurrenceState | null; readonly kind: string | null
  readonly bearer: string | null; readonly view: 'list' | 'calendar'; readonly page: number
}
export type FilterProblem = 'fromUnreadable' | 'toUnreadable' | 'periodReversed'
type Query = Readonly<Record<'du' | 'au' | 'etat' | 'nature' | 'porteur' | 'vue' | 'page', string>>

/** What the address asks for; what cannot be read is left out and said. Until nothing is asked: this civil year and the next. */
export function readFilter(query: Query, day: PlainDate): { readonly filter: AgendaFilter; readonly problems: readonly FilterProblem[] } {
  const [from, to] = [readDate(query.du), readDate(query.au)]
  const endOfNextYear = plainDate(Number(day.slice(0, 4)) + 1, 12, 31) ?? day
  const reversed = from !== undefined && to !== undefined && from > to
  const problems: FilterProblem[] = [
    ...(query.du !== '' && from === undefined ? ['fromUnreadable' as const] : []),
    ...(query.au !== '' && to === undefined ? ['toUnreadable' as const] : []),
    ...(reversed ? ['periodReversed' as const] : []),
  ]
  return {
    filter: {
      from: reversed ? null : (from ?? null),
      to: reversed ? endOfNextYear : (to ?? (from !== undefined && from > endOfNextYear ? anyDay.to : endOfNextYear)),
      state: occurrenceStates.find((state) => stateInAddress[state] === query.etat) ?? null, kind: named(kindInAddress, query.nature),
      bearer: query.porteur === '' ? null : query.porteur, view: query.vue === 'calendrier' ? 'calendar' : 'list',
      page: /^[1-9]\d{0,5}$/.test(query.page) ? Number(query.page) : 1,
    },
    problems,
  }
}

/** The lines a filter keeps; `day`: without a start asked for, from the first of January of its year, and what is late before. */
export function filtered<Obligation extends Followed>(
  lines: readonly AgendaLine<Obligation>[], filter: AgendaFilter, day: PlainDate,
): readonly AgendaLine<Obligation>[] {
  const start = filter.from ?? `${day.slice(0, 4)}-01-01`
  const bearer = filter.bearer === null ? null : nameKey(filter.bearer)
  return lines.filter(({ obligation, occurrence: { due, state } }) =>
    (due === null || ((due >= start || (filter.from === null && state === 'late')) && due <= filter.to))
    && (filter.state === null || state === filter.state) && (filter.kind === null || obligation.kind === filter.kind)
    && (bearer === null || nameKey(obligation.bearer ?? '').includes(bearer)))
}

/** Those that call for something first: late, then due, then done, then what cannot be told; each group keeps its order. */
export const inOrderOfWork = <Obligation extends Followed>(lines: readonly AgendaLine<Obligation>[]): readonly AgendaLine<Obligation>[] =>
  occurrenceStates.flatMap((state) => lines.filter(({ occurrence }) => occurrence.state === state))

/** How many lines are in each state. */
export function countStates(lines: readonly { readonly occurrence: Occurrence }[]): Readonly<Record<OccurrenceState, number>> {
  const counts: Record<OccurrenceState, number> = { late: 0, due: 0, met: 0, waived: 0, unknowable: 0 }
  for (const { occurrence } of lines) counts[occurrence.state] += 1
  return counts
}
