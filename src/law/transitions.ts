// How what happens turns one legal state into another: one table, and the walk through a life that it makes. Pure.
import { date, plusDays } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { LegalState, StateAnswer, StateReason } from './operation-record.ts'

/**
 * What may happen besides the days of start and end. `extensionAfterEnd`: an extension decided when the term was over · `undated`: an act that
 * ends or begins something, nobody knows when · `accessionAhead`: the party has not joined yet · `challenge`: a judge is asked, and has not
 * answered.
 */
export const turns = ['extensionAfterEnd', 'challenge', 'undated', 'accessionAhead', 'withdrawal', 'termination', 'annulment'] as const
export type Turn = (typeof turns)[number]

/**
 * From each state, what each turn makes of it. What is over stays over: no extension revives it (it is disputed), no termination ends it again.
 * @source general law of contracts (a term that has run out is not extended) · CE, 26 December 1925, Rodière (what is annulled never was)
 */
export const transitions: Readonly<Record<Turn, Readonly<Record<LegalState, LegalState>>>> = {
  extensionAfterEnd: {
    inForce: 'inForce', notYet: 'notYet', expired: 'disputed', terminated: 'terminated', annulled: 'annulled', disputed: 'disputed',
      unknown: 'unknown',
  },
  challenge: {
    inForce: 'disputed', notYet: 'notYet', expired: 'expired', terminated: 'terminated', annulled: 'annulled', disputed: 'disputed',
      unknown: 'disputed',
  },
  undated: {
    inForce: 'unknown', notYet: 'notYet', expired: 'expired', terminated: 'terminated', annulled: 'annulled', disputed: 'unknown', unknown: 'unknown',
  },
  accessionAhead: {
    inForce: 'notYet', notYet: 'notYet', expired: 'expired', terminated: 'terminated', annulled: 'annulled', disputed: 'notYet', unknown: 'notYet',
  },
  withdrawal: {
    inForce: 'terminated', notYet: 'terminated', expired: 'expired', terminated: 'terminated', annulled: 'annulled', disputed: 'terminated',
    unknown: 'terminated',
  },
  termination: {
    inForce: 'terminated', notYet: 'terminated', expired: 'expired', terminated: 'terminated', annulled: 'annulled', disputed: 'terminated',
    unknown: 'terminated',
  },
  annulment: {
    inForce: 'annulled', notYet: 'annulled', expired: 'annulled', terminated: 'annulled', annulled: 'annulled', disputed: 'annulled',
    unknown: 'annulled',
  },
}

/** What holds on one day. */
export type Spot = { readonly state: LegalState; readonly reasons: readonly StateReason[] }
/** A life: what holds on any day, and the days on which it may change. */
export type Course = { readonly at: (day: PlainDate) => Spot; readonly days: readonly PlainDate[] }
/** A turn and the days it lasts: `from` null since ever, `until` null for good (that day excluded). */
export type Overlay = { readonly turn: Turn; readonly from: PlainDate | null; readonly until: PlainDate | null; readonly reason: StateReason }

const ofTheEnd: readonly string[] = ['endAhead', 'endReached', 'endUnknown']

/** The life with these turns laid over it, in the order given. */
export const laidOver = (course: Course, overlays: readonly Overlay[]): Course => overlays.length === 0 ? course : ({
  at: (day) => overlays.reduce((spot, overlay) => turned(spot, overlay, day), course.at(day)),
  days: [...course.days, ...overlays.flatMap(({ from, until }) => [from, until].filter((day) => day !== null))],
})

function turned(spot: Spot, { turn, from, until, reason }: Overlay, day: PlainDate): Spot {
  if ((from !== null && day < from) || (until !== null && day >= until)) return spot
  const state = transitions[turn][spot.state]
  if (state === spot.state && state !== 'disputed' && state !== 'unknown') return spot
  const kept = state === 'disputed' || state === 'unknown' ? spot.reasons : spot.reasons.filter(({ code }) => !ofTheEnd.includes(code))
  return { state, reasons: [reason, ...kept] }
}

/** Before any day of change. */
const ever = date('1000-01-01')

/** What holds that day, since when and until when: from one day of change to the next nothing moves, so that looking at those days is enough. */
export function answerOn(course: Course, on: PlainDate): StateAnswer {
  const { state, reasons } = course.at(on)
  const days = [...course.days].sort()
  let next = 0
  while (next < days.length && (days[next] ?? on) <= on) next += 1
  let first = next - 1
  while (first >= 0 && course.at(days[first - 1] ?? ever).state === state) first -= 1
  while (next < days.length && course.at(days[next] ?? on).state === state) next += 1
  const end = days[next]
  return { state, since: days[first] ?? null, until: end === undefined ? null : plusDays(end, -1), reasons }
}
