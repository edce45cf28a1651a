// The end of a commune's operation, stated beside computed, and its state on a day with the reason: what the State's list allows to say.
import { date, daysBetween, daysInMonth, plusMonths } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { LegalState, SettlingFact } from '../../law/operation-record.ts'
import type { ListRow } from './list-row.rules.ts'

export type EndBasis = 'stated' | 'computed' | 'unknown' | 'contradictory'

/**
 * `first` and `last`: the earliest and the latest day the row allows for the end, equal when it is sure. `gap`: days from the computed
 * end to the stated one; null unless both are known.
 */
export type CommuneEnd = {
  readonly basis: EndBasis; readonly stated: PlainDate | null; readonly computed: PlainDate | null
  readonly first: PlainDate | null; readonly last: PlainDate | null; readonly gap: number | null
}

/**
 * Signature plus duration gives the same day of the year (signed 6 April 2023 for 5 years: 6 April 2028); lists also write the eve, so that one day
 * apart is no contradiction. Any other distance is one: the list counts whole years, and says neither which of the two is right nor why.
 */
export function endOf({ signedOn, years, endsOn, endMonth }: ListRow): CommuneEnd {
  const computed = signedOn === null || years === null ? null : yearsLater(signedOn, years)
  const gap = computed === null || endsOn === null ? null : daysBetween(computed, endsOn)
  const bounds = endMonth === null ? [endsOn, computed] : [date(`${endMonth}-01`), lastOf(endMonth), computed]
  const days = bounds.filter((day) => day !== null).sort()
  const within = endMonth !== null && (computed === null || computed.startsWith(endMonth))
  const basis = gap !== null ? (Math.abs(gap) <= 1 ? 'stated' : 'contradictory')
    : endsOn !== null || within ? 'stated' : endMonth !== null ? 'contradictory' : computed !== null ? 'computed' : 'unknown'
  const sure = basis === 'stated' && endsOn !== null
  return { basis, stated: endsOn, computed, gap, first: sure ? endsOn : days[0] ?? null, last: sure ? endsOn : days.at(-1) ?? null }
}

/** The same day so many years later, or earlier; null beyond the years a date can have, which a slip of the keyboard may reach. */
export function yearsLater(day: PlainDate, years: number): PlainDate | null {
  const year = Number(day.slice(0, 4)) + years
  return year < 1000 || year > 9999 ? null : plusMonths(day, 12 * years)
}

function lastOf(month: string): PlainDate {
  const [year, number] = month.split('-').map(Number)
  return date(`${month}-${daysInMonth(year ?? 0, number ?? 0)}`)
}

export type CommuneReasonCode =
  | 'endAhead' | 'endReached' | 'endUnknown' | 'endsStraddle' | 'endMonthRunning' | 'endBeforeSignature' | 'notSigned' | 'signatureUnderway'
  | 'signingUnstated' | 'notSignedButDated' | 'signsLater' | 'signatureUndated'
/** Why a commune is in its state; `on`, `other`: the days it rests on; `settledBy`: for unknown and disputed, what would settle it. */
export type CommuneReason = {
  readonly code: CommuneReasonCode; readonly basis: EndBasis; readonly on?: PlainDate; readonly other?: PlainDate; readonly settledBy?: SettlingFact
}
export type CommuneState = { readonly state: LegalState; readonly reason: CommuneReason }

type Judged = { readonly row: ListRow; readonly end: CommuneEnd }

/** The state on a day, as far as the list tells; the last day of a term is still in force. Pure and total. */
export function stateOn({ row, end }: Judged, day: PlainDate): CommuneState {
  const say = (state: LegalState, code: CommuneReasonCode, more: Omit<CommuneReason, 'code' | 'basis'> = {}): CommuneState =>
    ({ state, reason: { code, basis: end.basis, ...more } })
  if (row.signed !== 'signed') return unsigned(row, say)
  const { signedOn } = row
  if (signedOn !== null && signedOn > day) return say('notYet', 'signsLater', { on: signedOn })
  if (endsBeforeSignature(row)) {
    return say('disputed', 'endBeforeSignature', { ...(row.endsOn !== null && { on: row.endsOn }), settledBy: 'endDate' })
  }
  const { first, last } = end
  if (first === null || last === null) return say('unknown', 'endUnknown', { settledBy: 'duration' })
  if (day > last) return say('expired', 'endReached', { on: last })
  if (day <= first) {
    if (signedOn === null) return say('unknown', 'signatureUndated', { on: first, settledBy: 'signatureDate' })
    return say('inForce', 'endAhead', { on: first })
  }
  if (end.basis === 'contradictory') return say('disputed', 'endsStraddle', { on: first, other: last, settledBy: 'endDate' })
  return say('unknown', 'endMonthRunning', { on: first, other: last, settledBy: 'endDate' })
}

type Say = (state: LegalState, code: CommuneReasonCode, more?: Omit<CommuneReason, 'code' | 'basis'>) => CommuneState

function unsigned({ signed, signedOn }: ListRow, say: Say): CommuneState {
  if (signedOn !== null) return say('disputed', 'notSignedButDated', { on: signedOn, settledBy: 'signatureDate' })
  if (signed === 'unstated') return say('unknown', 'signingUnstated', { settledBy: 'signatureDate' })
  return say('notYet', signed === 'underway' ? 'signatureUnderway' : 'notSigned')
}

export const endsBeforeSignature = ({ signedOn, endsOn }: ListRow): boolean => signedOn !== null && endsOn !== null && endsOn < signedOn

/** True when some end the row allows falls on `day` or in the twelve months after it: a signed operation to renew or to extend. */
export function endsWithinYear({ row, end }: Judged, day: PlainDate): boolean {
  const limit = yearsLater(day, 1)
  return row.signed === 'signed' && [end.first, end.last].some((end) => end !== null && end >= day && (limit === null || end < limit))
}
