// When a term ends and when a promise falls due, for a convention whose signature is known or not. Pure.
import { date, plainDate, plusDays, plusMonths, readYearlyDay } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { fold } from '../../kernel/text.ts'
import type { ObligationRule, Term } from '../../reading/facts.ts'

/** Why a day cannot be told. `conditional`: it depends on an event; `standing`: it is owed all the time. */
export type NoDay = 'signatureUnknown' | 'termUnknown' | 'eventUnknown' | 'conditional' | 'standing' | 'over'
export type Due = { readonly on: PlainDate } | { readonly unknown: NoDay }

/** Beyond these a text was misread or mistyped: no day is counted from them. */
const [farthestStart, longestMonths] = [date('8900-01-01'), 12_000]

function startOf(term: Term | null): PlainDate | undefined {
  const start = term?.startsOn === 'signature' ? term.signedOn : term?.startsOn
  return start !== undefined && start < farthestStart ? start : undefined
}

/**
 * The day the convention ends: the one it states, else its duration from its start; unknown without one of the two.
 * @source the convention's own clause on its duration (no statute sets a minimum: CCH, art. L.303-2)
 */
export function endOf(term: Term | null): Due {
  if (term === null) return { unknown: 'termUnknown' }
  if (term.endsOn !== undefined) return { on: term.endsOn }
  const months = (term.years ?? 0) * 12 + (term.months ?? 0)
  if (months === 0 || months > longestMonths) return { unknown: 'termUnknown' }
  const start = startOf(term)
  return start === undefined ? { unknown: 'signatureUnknown' } : { on: plusMonths(start, months) }
}

/**
 * The next day this promise falls due from `today` on. A recurring promise falls due at each interval counted from the start of the convention,
 * or on the day of the year it names.
 * @source the clause the promise was read from
 */
export function nextDue(rule: ObligationRule, term: Term | null, today: PlainDate): Due {
  const start = startOf(term)
  switch (rule.kind) {
    case 'standing': return { unknown: 'standing' }
    case 'condition': return { unknown: 'conditional' }
    case 'date': return rule.on >= today ? { on: rule.on } : { unknown: 'over' }
    case 'term': return endOf(term)
    case 'deadline': {
      if (!/signature/.test(fold(rule.after))) return { unknown: 'eventUnknown' }
      if (start === undefined) return { unknown: 'signatureUnknown' }
      const months = (rule.years ?? 0) * 12 + (rule.months ?? 0)
      return months > longestMonths ? { unknown: 'eventUnknown' } : { on: plusDays(plusMonths(start, months), rule.days ?? 0) }
    }
    case 'recurring': {
      if (start === undefined) return { unknown: 'signatureUnknown' }
      const yearly = rule.timesPerYear === 1 && rule.before !== undefined ? readYearlyDay(rule.before) : undefined
      if (yearly !== undefined) return everyYear(start, yearly, endOf(term), today)
      return recurring(start, Math.max(1, Math.round(12 / Math.max(rule.timesPerYear, 0.1))), endOf(term), today)
    }
  }
}

/** The next such day of a year, after the start: what is owed « chaque année avant le 30 juin » is due on that day at the latest. */
function everyYear(start: PlainDate, { month, day }: { month: number; day: number }, end: Due, today: PlainDate): Due {
  const from = today > start ? today : plusDays(start, 1)
  const year = Number(from.slice(0, 4))
  const next = [plainDate(year, month, day), plainDate(year + 1, month, day)].find((candidate) => candidate !== undefined && candidate >= from)
  return next === undefined || ('on' in end && next > end.on) ? { unknown: 'over' } : { on: next }
}

function recurring(start: PlainDate, everyMonths: number, end: Due, today: PlainDate): Due {
  for (let months = everyMonths; months < 1200; months += everyMonths) {
    const day = plusMonths(start, months)
    if ('on' in end && day > end.on) return { unknown: 'over' }
    if (day >= today) return { on: day }
  }
  return { unknown: 'over' }
}
