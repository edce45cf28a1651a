// What people keep of an obligation, and when it is accepted: proof, waiver, day of an event, decision on a changed clause, withdrawal. Pure.
import { readDate } from '../../kernel/date.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { anchorOf, countsByDay } from './occurrence.rules.ts'
import type { ConventionDays, Kept, Occurrence, Promised } from './occurrence.rules.ts'

export type EntryKind = 'proof' | 'waiver' | 'event' | 'decision'
export const proofForms = ['meeting', 'report', 'act', 'document'] as const
export type ProofForm = (typeof proofForms)[number]
export const verdicts = ['kept', 'replaced', 'ended'] as const
export type StaleVerdict = (typeof verdicts)[number]

/** One entry as it was recorded; a withdrawn one stays, and counts no more. */
export type Entry = {
  readonly id: Id<'obligationEntry'>; readonly obligationId: Id<'obligation'>; readonly kind: EntryKind; readonly occurrence: string | null
  readonly form: ProofForm | null; readonly verdict: StaleVerdict | null; readonly on: PlainDate | null; readonly words: string
  readonly documentId: Id<'document'> | null; readonly fileName: string | null; readonly actId: Id<'act'> | null
  readonly replacedBy: Id<'obligation'> | null; readonly instructions: readonly string[]; readonly recordedAt: Instant; readonly recordedBy: string
  readonly withdrawnFor: string | null; readonly withdrawnAt: Instant | null
}
export type NewEntry = Pick<Entry, 'kind' | 'words'>
  & Partial<Pick<Entry, 'occurrence' | 'form' | 'verdict' | 'on' | 'documentId' | 'actId' | 'replacedBy' | 'instructions'>>

/** What counts of the entries of one obligation, those withdrawn aside. */
export function keptOf(entries: readonly Entry[]): Kept {
  const standing = entries.filter(({ withdrawnFor }) => withdrawnFor === null)
  return {
    proofs: standing.flatMap(({ id, kind, occurrence, on }) =>
      (kind === 'proof' && occurrence !== null && on !== null ? [{ id, occurrence, on }] : [])),
    waivers: standing.flatMap(({ id, kind, occurrence, words }) =>
      (kind === 'waiver' && occurrence !== null ? [{ id, occurrence, reason: words }] : [])),
    events: standing.flatMap(({ id, kind, on, words }) => (kind === 'event' && on !== null ? [{ id, on, title: words }] : [])),
  }
}

/** The first day the obligation is owed no more, by decision; null while it is owed. */
export const endedOn = (entries: readonly Entry[]): PlainDate | null =>
  entries.filter(({ kind, verdict, withdrawnFor }) => kind === 'decision' && verdict !== 'kept' && withdrawnFor === null)
    .map(({ on }) => on).sort().find((on) => on !== null) ?? null

const longest = 500
const tooLong = (words: string): boolean => words.length > longest

/** What an entry is checked against: the obligation, the days of its convention, its occurrences, the day it is. */
export type EntryContext = {
  readonly promised: Promised; readonly days: ConventionDays; readonly occurrences: readonly Occurrence[]; readonly today: PlainDate
  readonly documents: readonly { readonly id: Id<'document'>; readonly fileName: string }[]
  readonly acts: readonly { readonly id: Id<'act'>; readonly title: string }[]
}

export type ProofTyped = {
  readonly occurrence: string; readonly form: string; readonly on: string; readonly title: string; readonly document: string; readonly act: string
}
export type ProofProblem =
  | 'occurrenceUnknown' | 'formUnknown' | 'dayUnreadable' | 'dayAhead' | 'beforeStart' | 'outsideYear' | 'titleMissing' | 'titleTooLong'
  | 'documentUnknown' | 'actUnknown'

/**
 * Reads a proof as typed; refuses it with every problem at once. A meeting counts in the year it was held in, so that it must fall within the
 * occurrence; a report may come late. The title may be left to the document or the act.
 */
export function recordProof(typed: ProofTyped, context: EntryContext): Outcome<NewEntry, ProofProblem> {
  const occurrence = context.occurrences.find(({ key }) => key === typed.occurrence)
  const form = proofForms.find((known) => known === typed.form)
  const on = readDate(typed.on)
  const document = context.documents.find(({ id }) => id === typed.document)
  const act = context.acts.find(({ id }) => id === typed.act)
  const words = typed.title || act?.title || document?.fileName || ''
  const start = context.days.entersOn
  const problems = found<ProofProblem>({
    occurrenceUnknown: occurrence === undefined, formUnknown: form === undefined, dayUnreadable: on === undefined,
    dayAhead: on !== undefined && on > context.today,
    beforeStart: on !== undefined && start !== null && on < start,
    outsideYear: on !== undefined && (start === null || on >= start) && countsByDay(context.promised) && !isWithin(on, occurrence),
    titleMissing: words === '', titleTooLong: tooLong(words),
    documentUnknown: typed.document !== '' && document === undefined, actUnknown: typed.act !== '' && act === undefined,
  })
  if (occurrence === undefined || form === undefined || on === undefined || problems.length > 0) return refused(problems)
  return accepted({ kind: 'proof', occurrence: occurrence.key, form, on, words, documentId: document?.id ?? null, actId: act?.id ?? null })
}

const isWithin = (on: PlainDate, occurrence: Occurrence | undefined): boolean =>
  occurrence === undefined || ((occurrence.opens === null || on >= occurrence.opens) && (occurrence.due === null || on <= occurrence.due))

export type WaiverTyped = { readonly occurrence: string; readonly reason: string }
export type WaiverProblem = 'occurrenceUnknown' | 'alreadySettled' | 'reasonMissing' | 'reasonTooLong'
/** Decides not to ask for one occurrence; refused for one already met or waived. */
export function waive(typed: WaiverTyped, { occurrences }: Pick<EntryContext, 'occurrences'>): Outcome<NewEntry, WaiverProblem> {
  const occurrence = occurrences.find(({ key }) => key === typed.occurrence)
  const problems = found<WaiverProblem>({
    occurrenceUnknown: occurrence === undefined, alreadySettled: occurrence?.state === 'met' || occurrence?.state === 'waived',
    reasonMissing: typed.reason === '', reasonTooLong: tooLong(typed.reason),
  })
  if (occurrence === undefined || problems.length > 0) return refused(problems)
  return accepted({ kind: 'waiver', occurrence: occurrence.key, words: typed.reason })
}

export type EventTyped = { readonly on: string; readonly title: string }
export type EventProblem = 'eventNotAwaited' | 'dayUnreadable' | 'dayAhead' | 'outsideTerm' | 'titleMissing' | 'titleTooLong'
/** Whether something must happen before this promise has a day. */
export const awaitsEvent = ({ rule }: Pick<Promised, 'rule'>): boolean =>
  rule.kind === 'condition' || (rule.kind === 'deadline' && anchorOf(rule) === 'event')

/** Dates what a delay runs from, or what fulfils a condition; it must have happened while the convention binds. */
export function recordEvent(typed: EventTyped, { promised, days, today }: Pick<EntryContext, 'promised' | 'days' | 'today'>):
Outcome<NewEntry, EventProblem> {
  const on = readDate(typed.on)
  const problems = found<EventProblem>({
    eventNotAwaited: !awaitsEvent(promised), dayUnreadable: on === undefined, dayAhead: on !== undefined && on > today,
    outsideTerm: on !== undefined && ((days.entersOn !== null && on < days.entersOn) || (days.endsOn !== null && on > days.endsOn)),
    titleMissing: typed.title === '', titleTooLong: tooLong(typed.title),
  })
  return on === undefined || problems.length > 0 ? refused(problems) : accepted({ kind: 'event', on, words: typed.title })
}

export type DecisionTyped = { readonly verdict: string; readonly on: string; readonly replacedBy: string; readonly reason: string }
export type DecisionProblem = 'nothingToDecide' | 'verdictUnknown' | 'dayUnreadable' | 'replacementUnknown' | 'reasonMissing' | 'reasonTooLong'
/**
 * Says what becomes of an obligation whose words an instruction changed. `instructions`: those it answers; `others`: obligations that may take its
 * place. Replaced and ended obligations are owed no more from the day given.
 */
export function decideStale(
  typed: DecisionTyped, instructions: readonly string[], others: readonly Id<'obligation'>[],
): Outcome<NewEntry, DecisionProblem> {
  const verdict = verdicts.find((known) => known === typed.verdict)
  const on = verdict === 'kept' ? null : readDate(typed.on)
  const replacedBy = verdict === 'replaced' ? others.find((id) => id === typed.replacedBy) : null
  const problems = found<DecisionProblem>({
    nothingToDecide: instructions.length === 0, verdictUnknown: verdict === undefined, dayUnreadable: verdict !== undefined && on === undefined,
    replacementUnknown: replacedBy === undefined, reasonMissing: typed.reason === '', reasonTooLong: tooLong(typed.reason),
  })
  if (verdict === undefined || on === undefined || replacedBy === undefined || problems.length > 0) return refused(problems)
  return accepted({ kind: 'decision', verdict, on, replacedBy, words: typed.reason, instructions })
}

export type WithdrawalProblem = 'alreadyWithdrawn' | 'reasonMissing' | 'reasonTooLong'
/** Takes back an entry made by mistake, with the reason. */
export function withdrawEntry(reason: string, { withdrawnFor }: Pick<Entry, 'withdrawnFor'>): Outcome<string, WithdrawalProblem> {
  const problems = found<WithdrawalProblem>({ alreadyWithdrawn: withdrawnFor !== null, reasonMissing: reason === '', reasonTooLong: tooLong(reason) })
  return problems.length > 0 ? refused(problems) : accepted(reason)
}
