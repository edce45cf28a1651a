// When each promise of a convention falls due, and what is known of each occurrence on a day: met, due, late, waived, unknowable. Pure.
import { date, plainDate, plusDays, plusMonths, readYearlyDay } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { fold } from '../../kernel/text.ts'
import type { ConventionState } from '../../law/operation-record.ts'
import type { ObligationRule } from '../../reading/facts.ts'
import { countPattern, readCount } from '../../reading/numerals.ts'

/** The days obligations are counted from. `endsOn`: the last day the convention binds, an early end included. */
export type ConventionDays = Pick<ConventionState, 'signedOn' | 'entersOn' | 'endsOn'>
export type Promised = { readonly kind: string; readonly rule: ObligationRule; readonly words: string }
export type Period = { readonly from: PlainDate; readonly to: PlainDate }

/** What people recorded, without what they withdrew. `on`: the day it happened. */
export type Proof = { readonly id: string; readonly occurrence: string; readonly on: PlainDate }
export type Waiver = { readonly id: string; readonly occurrence: string; readonly reason: string }
/** The day something happened that a delay runs from, or that a condition waited for. */
export type TriggerEvent = { readonly id: string; readonly on: PlainDate; readonly title: string }
export type Kept = { readonly proofs: readonly Proof[]; readonly waivers: readonly Waiver[]; readonly events: readonly TriggerEvent[] }

export const occurrenceStates = ['late', 'due', 'met', 'waived', 'unknowable'] as const
export type OccurrenceState = (typeof occurrenceStates)[number]
/** `outsideTerm`: the clause names a day at which the convention does not bind; `noDay`: owed all the time; `beyond`: no calendar goes that far. */
export type Unknowable = 'startUnknown' | 'endUnknown' | 'eventAwaited' | 'conditionAwaited' | 'noDay' | 'outsideTerm' | 'beyond'

/** `key` stays the same whatever is learnt later, so that proofs stay where they were put. `opens`, `due`: first and last day to do it. */
export type Occurrence = {
  readonly key: string; readonly opens: PlainDate | null; readonly due: PlainDate | null
  /** How many times it must be done between these days. */
  readonly required: number
  readonly state: OccurrenceState
  readonly proofs: readonly Proof[]
  /** Done, but after its day. */
  readonly metLate: boolean
  readonly waiver: Waiver | null; readonly why: Unknowable | null; readonly event: TriggerEvent | null
}
type Slot = {
  readonly key: string; readonly opens: PlainDate | null; readonly due: PlainDate | null; readonly required?: number
  readonly why?: Unknowable; readonly event?: TriggerEvent
}

/** Beyond these a text was misread or mistyped: no day is counted from them, nor so far. */
const [farthestStart, farthestDue, longestMonths] = [date('8900-01-01'), date('2199-12-31'), 1200]

/**
 * The occurrences that fall due in `period`, in order, then those without a day, whatever the period. `today`: the day asked about; what
 * happened after it is left out. Nothing recurring is owed before the convention enters into force, nor after it ends.
 * @source the clause the promise was read from; Code de procédure civile, art. 641 (terms counted in months or years)
 */
export function occurrencesOf(promised: Promised, days: ConventionDays, kept: Kept, period: Period, today: PlainDate): readonly Occurrence[] {
  const known = { ...kept, proofs: kept.proofs.filter(({ on }) => on <= today) }
  return slotsOf(promised, days, known, period).filter(({ due }) => due === null || (due >= period.from && due <= period.to))
    .map((slot) => judged(slot, countsByDay(promised), known, today))
}

/** Meetings count in the year they were held in, whatever year they were recorded under; a report counts for the year it is about. */
export const countsByDay = ({ kind, rule }: Pick<Promised, 'kind' | 'rule'>): boolean => kind === 'meeting' && rule.kind === 'recurring'

function judged({ key, opens, due, required = 1, why, event }: Slot, byDay: boolean, kept: Kept, today: PlainDate): Occurrence {
  const counts = (proof: Proof): boolean =>
    (byDay && opens !== null && due !== null ? proof.on >= opens && proof.on <= due : proof.occurrence === key)
  const proofs = kept.proofs.filter(counts).toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const waiver = kept.waivers.find(({ occurrence }) => occurrence === key) ?? null
  const last = proofs[required - 1]
  const state = last !== undefined ? 'met' : waiver !== null ? 'waived' : due === null || why !== undefined ? 'unknowable'
    : due < today ? 'late' : 'due'
  return {
    key, opens, due, required, state, proofs, metLate: last !== undefined && due !== null && last.on > due, waiver,
    why: state === 'unknowable' ? (why ?? null) : null, event: event ?? null,
  }
}

function slotsOf(promised: Promised, days: ConventionDays, kept: Kept, period: Period): readonly Slot[] {
  const { rule } = promised
  const unknown = (key: string, why: Unknowable): readonly Slot[] => [{ key, opens: days.entersOn, due: null, why }]
  switch (rule.kind) {
    case 'standing': return unknown('standing', 'noDay')
    case 'condition':
      return kept.events.length === 0 ? unknown('condition', 'conditionAwaited')
        : kept.events.map((event) => ({ key: `event-${event.id}`, opens: days.entersOn, due: event.on, event }))
    case 'date': return [within(days, { key: 'date', opens: days.entersOn, due: rule.on })]
    case 'term': return days.endsOn === null ? unknown('term', 'endUnknown')
      : [{ key: 'term', opens: days.entersOn, due: plusMonths(days.endsOn, -noticeBeforeTerm(promised.words)) }]
    case 'deadline': return deadline(rule, days, kept.events)
    case 'recurring': {
      if (days.entersOn === null || days.entersOn >= farthestStart) return unknown('start', 'startUnknown')
      return recurring(rule, promised.words, days.entersOn, days.endsOn, period.to < farthestDue ? period.to : farthestDue)
    }
  }
}

/** A day the clause names, at which the convention may not bind: then it is for people to say whether it is owed. */
function within({ entersOn, endsOn }: ConventionDays, slot: Slot & { readonly due: PlainDate }): Slot {
  const outside = (entersOn !== null && slot.due < entersOn) || (endsOn !== null && slot.due > endsOn)
  return outside ? { ...slot, why: 'outsideTerm' } : slot
}

const notice = new RegExp(`(${countPattern}) (mois|ans?|annees?) avant (?:le|la|l'|son|sa) ?(?:terme|fin|echeance|expiration)`)
/** `au moins six mois avant le terme`: 6; 0 when the clause asks for no such notice. */
function noticeBeforeTerm(words: string): number {
  const [, count, unit] = notice.exec(fold(words)) ?? []
  const read = readCount(count ?? '') ?? 0
  const months = unit === 'mois' ? read : read * 12
  return months > longestMonths ? 0 : months
}

const ownSignature = new RegExp('signature(?= ?$|,| (?:de (?:la|cette) (?:presente )?convention(?! d.adhesion)|des presentes|de celle-ci|de l.ort'
  + '|du present (?:avenant|contrat|protocole)|par |des parties))')

type Deadline = Extract<ObligationRule, { kind: 'deadline' }>
/** What a delay runs from: the signature or the end of this convention, its entry into force, or something that happens. */
export function anchorOf({ after, days, months }: Deadline): 'signature' | 'start' | 'end' | 'event' {
  const words = fold(after)
  if (ownSignature.test(words)) return 'signature'
  if (/entree en vigueur|prise d'effet/.test(words)) return 'start'
  if (/(?:terme|expiration|echeance|fin)(?: de (?:la|cette)(?: presente)? convention)?$/.test(words)) return 'end'
  return words === '' && days === undefined && months === undefined ? 'start' : 'event'
}

function deadline(rule: Deadline, days: ConventionDays, events: readonly TriggerEvent[]): readonly Slot[] {
  const months = (rule.years ?? 0) * 12 + (rule.months ?? 0)
  const anchor = anchorOf(rule)
  const slot = (key: string, opens: PlainDate): Slot & { readonly due: PlainDate } =>
    ({ key, opens, due: plusDays(plusMonths(opens, months), rule.days ?? 0) })
  if (months > longestMonths || (rule.days ?? 0) > longestMonths * 31) return [{ key: 'deadline', opens: null, due: null, why: 'beyond' }]
  if (anchor === 'event') {
    return events.length === 0 ? [{ key: 'deadline', opens: null, due: null, why: 'eventAwaited' }]
      : events.map((event) => ({ ...slot(`event-${event.id}`, event.on), event }))
  }
  const from = anchor === 'signature' ? days.signedOn : anchor === 'start' ? days.entersOn : days.endsOn
  if (from === null || from >= farthestStart) {
    return [{ key: 'deadline', opens: null, due: null, why: anchor === 'end' ? 'endUnknown' : 'startUnknown' }]
  }
  return [anchor === 'end' ? slot('deadline', from) : within(days, slot('deadline', from))]
}

type Recurring = Extract<ObligationRule, { kind: 'recurring' }>
function recurring(rule: Recurring, words: string, start: PlainDate, end: PlainDate | null, to: PlainDate): readonly Slot[] {
  const often = Math.max(rule.timesPerYear, 0.01)
  const required = often >= 1 ? Math.round(often) : 1
  const yearly = rule.before === undefined || often < 1 ? undefined : readYearlyDay(rule.before)
  if (yearly !== undefined) return byYear('before', start, end, to, required, yearly)
  if (often >= 1 && inCivilYears(words)) return byYear('civil', start, end, to, required, { month: 12, day: 31 })
  return byAnniversary(start, end, to, required, often >= 1 ? 12 : Math.round(12 / often))
}

/** Whether the clause counts in civil years; otherwise a year runs from one anniversary of the entry into force to the next. */
export const inCivilYears = (words: string): boolean =>
  /annees? (?:civile|calendaire|budgetaire)|(?:par|chaque|de l') ?exercice|31 decembre/.test(fold(words))

/** One slot a year, up to a day of the year; each opens when the one before closes, the first at the entry into force. */
function byYear(
  name: string, start: PlainDate, end: PlainDate | null, to: PlainDate, required: number, { month, day }: { month: number; day: number },
): readonly Slot[] {
  const slots: Slot[] = []
  let opens = start
  for (let year = Number(start.slice(0, 4)); ; year += 1) {
    const due = plainDate(year, month, day)
    if (due === undefined || due > to || (end !== null && due > end)) return slots
    if (due < start) continue
    slots.push({ key: `${name}-${year}`, opens, due, required })
    opens = plusDays(due, 1)
  }
}

/**
 * One slot for each span of `months` from the start, closing on its anniversary. A term that ends on the eve of the anniversary (its first day
 * counted) closes the last one with it; a span cut shorter by the end owes nothing.
 */
function byAnniversary(start: PlainDate, end: PlainDate | null, to: PlainDate, required: number, months: number): readonly Slot[] {
  const slots: Slot[] = []
  let opens = start
  for (let rank = 1; ; rank += 1) {
    const anniversary = plusMonths(start, rank * months)
    const due = end !== null && plusDays(end, 1) === anniversary ? end : anniversary
    if (due > to || (end !== null && due > end)) return slots
    slots.push({ key: `${months === 12 ? 'year' : 'span'}-${rank}`, opens, due, required })
    opens = plusDays(due, 1)
  }
}
