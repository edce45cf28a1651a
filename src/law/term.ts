// How long a convention lasts: the end of its term, months and clear days counted on civil dates. Pure.
import { date, plusDays, plusMonths } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { TermClause } from './operation-record.ts'

/** Beyond these a text was misread or mistyped: no day is counted from them. */
const [farthestStart, longestMonths] = [date('8900-01-01'), 12_000]

export type TermEnd =
  | { readonly on: PlainDate; readonly basis: 'stated' | 'computed' }
  | { readonly unknown: 'signatureUnknown' | 'termUnknown' }

type Duration = { readonly years?: number; readonly months?: number }

/** Years and months as months; undefined when there is none, or more than any convention lasts. */
export function monthsOf({ years = 0, months = 0 }: Duration): number | undefined {
  const all = years * 12 + months
  return all > 0 && all <= longestMonths ? all : undefined
}

/** The day a term is counted from; undefined when the signature is not known. */
export function startOfTerm(term: TermClause | null, signedOn: PlainDate | undefined = term?.signedOn): PlainDate | undefined {
  const start = term?.startsOn === 'signature' ? signedOn : term?.startsOn
  return start !== undefined && start < farthestStart ? start : undefined
}

/**
 * The last day of a term: the one the clause states (« jusqu'au », that day included), else its duration from its start, to the same day of the
 * last month, or to the last day of a month too short. `signedOn`: the last signature, when acts say another than the clause.
 * @source the convention's own clause on its duration (no statute sets a minimum: CCH, art. L.303-2)
 * @source Code de procédure civile, art. 641 al. 2 and 642 (terms in months or years end on the day of the same number), taken as the custom
 */
export function endOfTerm(term: TermClause | null, signedOn: PlainDate | undefined = term?.signedOn): TermEnd {
  if (term === null) return { unknown: 'termUnknown' }
  if (term.endsOn !== undefined) return { on: term.endsOn, basis: 'stated' }
  const months = monthsOf(term)
  if (months === undefined) return { unknown: 'termUnknown' }
  const start = startOfTerm(term, signedOn)
  return start === undefined ? { unknown: 'signatureUnknown' } : { on: plusMonths(start, months), basis: 'computed' }
}

/** What moves an end: to a day, or by a duration. */
export type NewEnd = Duration & { readonly endsOn?: PlainDate }

/** The end once moved; undefined when it is moved by a duration from an end nobody knows, or beyond any calendar. */
export function movedEnd(end: PlainDate | undefined, move: NewEnd): PlainDate | undefined {
  if (move.endsOn !== undefined) return move.endsOn
  const months = monthsOf(move)
  return months === undefined || end === undefined || end >= farthestStart ? undefined : plusMonths(end, months)
}

/**
 * The last day on which something may still be done within so many clear days: neither the day that starts them nor the day they run out counts.
 * A last day that falls on a Saturday, a Sunday or a holiday is left as it is: the rule of postponement is to be confirmed.
 * @source Code de commerce, art. R.752-29-2 (fifteen clear days: registered on 2 March, still possible on the 18th)
 */
export const afterClearDays = (start: PlainDate, days: number): PlainDate => plusDays(start, days + 1)
