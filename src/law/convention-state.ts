// The life of one convention: from when, until when, and what interrupts it, with the acts that say so. Pure.
import { plusDays } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import { decisionFiles, decisionWarnings, executoryFrom } from './executory.ts'
import type { ActKind, LegalAct } from './legal-act.ts'
import type { ConventionState, RecordedConvention, StateAnswer, StateReason } from './operation-record.ts'
import { type Entry, entryOf, later } from './signing.ts'
import { challenged, effectDay, isJudgment } from './standing.ts'
import { type NewEnd, endOfTerm, movedEnd } from './term.ts'
import { type Course, type Overlay, type Spot, laidOver } from './transitions.ts'

export type ConventionLife = Omit<ConventionState, keyof StateAnswer> & { readonly convention: RecordedConvention; readonly course: Course }

/** An extension: decided that day, by these acts; `by` names the amendment whose clause says so, `doubts` the challenges to that amendment. */
type Extension = { readonly on: PlainDate | null; readonly move: NewEnd; readonly acts: readonly string[]; readonly by?: string
  readonly doubts?: readonly Overlay[] }

/**
 * The life of a text of its own: from its entry to its end, as extended, unless a judge or a termination stops it.
 * `amendments`: those that change its term; `byId`: every act that counts.
 * @source general law of contracts and of administrative acts; CCH, art. L.303-2, for the duration that the convention states
 */
export function lifeOf(
  convention: RecordedConvention, acts: readonly LegalAct[], amendments: readonly AmendmentEntry[], byId: ReadonlyMap<string, LegalAct>,
): ConventionLife {
  const entry = entryOf(convention, acts)
  const term = endOfTerm(convention.term, entry.signedOn ?? entry.on ?? undefined)
  const end = extendedEnd('on' in term ? term.on : undefined, [...extensionActs(acts), ...extendingAmendments(amendments, byId)])
  const basis = end.on === undefined ? 'unknown' : end.acts === undefined ? ('on' in term ? term.basis : 'unknown') : 'extended'
  const course = laidOver(plainCourse(entry, end, informations(acts, entry)),
    [...end.doubted, ...end.late, ...interruptions(acts, byId, entry)])
  return { convention, conventionId: convention.id, course, signedOn: entry.signedOn, entersOn: entry.on, endsOn: end.on ?? null, endBasis: basis }
}

export type AmendmentEntry = { readonly convention: RecordedConvention; readonly entry: Entry; readonly acts: readonly LegalAct[] }

/** Why the amended text entered into force: that is told of the text itself. */
const ofEntry: readonly string[] = ['signedByAll', 'signedOnStatedDay', 'homologated']

/** An amendment once signed lives as long as the text it amends. */
export function lifeOfAmendment(
  { convention, entry, acts }: AmendmentEntry, base: ConventionLife, byId: ReadonlyMap<string, LegalAct>,
): ConventionLife {
  const prepared = convention.draft === true && entry.reasons.every((reason) => reason.acts.length === 0)
  const own = prepared ? notYet(entry.reasons) : plainCourse(entry, { doubted: [], late: [] }, [])
  const follow = (day: PlainDate): Spot => {
    const spot = base.course.at(day)
    return { state: spot.state, reasons: [...entry.reasons, { code: 'byConvention', acts: [], conventionId: base.conventionId },
      ...spot.reasons.filter(({ code }) => !ofEntry.includes(code))] }
  }
  const course: Course = {
    at: (day) => (entry.on === null || day < entry.on ? own.at(day) : follow(day)), days: [...own.days, ...base.course.days],
  }
  return {
    convention, conventionId: convention.id, course: laidOver(course, interruptions(acts, byId, entry)),
    signedOn: entry.signedOn, entersOn: entry.on, endsOn: base.endsOn, endBasis: base.endBasis,
  }
}

/** Nobody signed it, and one knows it: on any day it has no effect. */
const notYet = (reasons: readonly StateReason[]): Course => ({ at: () => ({ state: 'notYet', reasons }), days: [] })

/** `doubted`: the days that only a challenged extension gives. */
type End = {
  readonly on?: PlainDate; readonly acts?: readonly string[]; readonly by?: string; readonly doubted: readonly Overlay[]
  readonly late: readonly Overlay[]
}

const extensionActs = (acts: readonly LegalAct[]): readonly Extension[] => acts
  .filter((act) => (act.kind === 'extension' || act.kind === 'amendment') && (act.effect.endsOn ?? act.effect.months) !== undefined)
  .map((act) => ({ on: effectDay(act), move: act.effect, acts: [act.id] }))

/** Amendments that are signed and whose clauses change the term. */
const extendingAmendments = (amendments: readonly AmendmentEntry[], byId: ReadonlyMap<string, LegalAct>): readonly Extension[] =>
  amendments.flatMap(({ convention, entry, acts }) =>
    entry.on === null || convention.amendsTerm === null || acts.some((act) => isJudgment(act) && act.about === null) ? [] : [{
      on: entry.on, move: convention.amendsTerm, acts: entry.reasons.flatMap((reason) => reason.acts), by: convention.id,
      doubts: judicial(acts, byId, entry).filter(({ turn }) => turn === 'challenge')
        .map((doubt) => ({ ...doubt, reason: { ...doubt.reason, by: convention.id } })),
    }])

/** The end once every extension is counted, in the order of their days. One decided after the end does not revive the term. */
function extendedEnd(first: PlainDate | undefined, extensions: readonly Extension[]): End {
  let end: End = { ...(first !== undefined && { on: first }), doubted: [], late: [] }
  let disputedUntil = first
  const ordered = [...extensions].sort((one, other) => {
    const [first, second] = [`${one.on ?? '9999'} ${one.acts.join()}`, `${other.on ?? '9999'} ${other.acts.join()}`]
    return first < second ? -1 : 1
  })
  for (const { on, move, acts, by, doubts = [] } of ordered) {
    const moved = movedEnd(end.late.length > 0 ? disputedUntil : end.on, move)
    if (moved === undefined) continue
    if (end.late.length === 0 && on !== null && (end.on === undefined || on <= end.on)) {
      const former = end.on === undefined ? null : plusDays(end.on, 1)
      const doubted = doubts.map((doubt) => ({ ...doubt, from: later(doubt.from, former) }))
      end = { on: moved, acts: [...(end.acts ?? []), ...acts], ...(by !== undefined && { by }), doubted: [...end.doubted, ...doubted], late: [] }
      disputedUntil = moved
      continue
    }
    const reason: StateReason = on === null ? { code: 'undatedAct', acts, on: moved, settledBy: 'actDate' }
      : { code: 'extensionAfterEnd', acts, on, settledBy: 'judgment', ...(by !== undefined && { by }) }
    end = { ...end, late: [...end.late, { turn: 'extensionAfterEnd', from: on, until: plusDays(moved, 1), reason }] }
    disputedUntil = moved
  }
  return end
}

/** Start and end alone. `notes`: what is worth knowing while it is in force, each from its day. */
function plainCourse(entry: Entry, end: End, notes: readonly StateReason[]): Course {
  const endReason: StateReason = end.on === undefined ? { code: 'endUnknown', acts: [], settledBy: 'duration' }
    : { code: end.acts === undefined ? 'endAhead' : 'extended', acts: end.acts ?? [], on: end.on, ...(end.by !== undefined && { by: end.by }) }
  const start = entry.on ?? entry.notBefore
  const during: Spot = entry.on === null ? { state: 'unknown', reasons: entry.reasons }
    : { state: end.on === undefined ? 'unknown' : 'inForce', reasons: [...entry.reasons, endReason] }
  const at = (day: PlainDate): Spot => {
    if (start !== null && day < start) {
      return { state: 'notYet', reasons: [{ code: 'startsLater', acts: entry.reasons.flatMap((reason) => reason.acts), on: start }] }
    }
    if (end.on !== undefined && day > end.on) {
      return { state: 'expired', reasons: [{ code: 'endReached', acts: end.acts ?? [], on: end.on }, ...entry.reasons] }
    }
    return notes.length === 0 || entry.on === null ? during
      : { state: during.state, reasons: [...during.reasons, ...notes.filter((note) => note.on === undefined || note.on <= day)] }
  }
  return { at, days: [start, end.on === undefined ? null : plusDays(end.on, 1)].filter((day) => day !== null) }
}

const interruptions = (acts: readonly LegalAct[], byId: ReadonlyMap<string, LegalAct>, entry: Entry): readonly Overlay[] =>
  acts.some((act) => act.kind === 'annulment' || act.kind === 'termination') ? [...judicial(acts, byId, entry), ...terminations(acts)] : none
const none: readonly Overlay[] = []

/** Acts that touch the whole convention through a judge: challenges until they are settled, and what was annulled. */
function judicial(acts: readonly LegalAct[], byId: ReadonlyMap<string, LegalAct>, entry: Entry): readonly Overlay[] {
  const judgments = acts.filter((act) => act.kind === 'annulment')
  const ofConvention = judgments.filter((act) => {
    const target = challenged(act, byId)
    return act.effect.partial === undefined && (target === undefined || !['perimeter', 'accession', 'withdrawal'].includes(target.kind))
  })
  return ofConvention.flatMap((act): readonly Overlay[] => {
    const target = challenged(act, byId)
    if (act.effect.dismisses === true) return []
    if (act.effect.opens === true) {
      return [{ turn: 'challenge', from: act.on, until: settledOn(act, judgments),
        reason: { code: 'challenged', acts: [act.id], settledBy: 'judgment', ...(act.on !== null && { on: act.on }) } }]
    }
    const on = act.on === null ? {} : { on: act.on }
    if (target === undefined || target.kind === 'homologation') {
      const from = act.effectiveOn ?? entry.on ?? entry.notBefore
      return [{ turn: 'annulment', from, until: null, reason: { code: 'annulledByAct', acts: [act.id], ...on } }]
    }
    if (target.kind !== 'deliberation' && target.kind !== 'signature') return []
    return [{ turn: 'challenge', from: effectDay(act), until: null, reason: { code: 'challenged', acts: [act.id, target.id], settledBy: 'judgment',
      ...on } }]
  })
}

/** The day a challenge was answered: a judgment about it, or a later one about the same thing. Null while it is awaited. */
export function settledOn(challenge: LegalAct, judgments: readonly LegalAct[]): PlainDate | null {
  const days = judgments.filter((act) => act.effect.opens !== true
    && (act.about === challenge.id || (act.about === challenge.about && challenge.on !== null && (act.on ?? '') >=
      challenge.on))).map((act) => act.on)
  return days.filter((day) => day !== null).sort()[0] ?? null
}

const terminations = (acts: readonly LegalAct[]): readonly Overlay[] =>
  acts.filter((act) => act.kind === 'termination' && act.effect.partial === undefined).map((act) => {
    const from = effectDay(act)
    return from === null
      ? { turn: 'undated', from, until: null, reason: { code: 'undatedAct', acts: [act.id], settledBy: 'actDate' } }
      : { turn: 'termination', from, until: null, reason: { code: 'terminatedByAct', acts: [act.id], on: from } }
  })

const told: readonly ActKind[] = ['deliberation', 'certification', 'homologation', 'termination', 'annulment']

/** What is worth knowing of a convention in force: an approval, a part taken away, a decision whose formalities are odd. */
function informations(acts: readonly LegalAct[], entry: Entry): readonly StateReason[] {
  const dated = (act: LegalAct, code: StateReason['code'], day = effectDay(act)): StateReason => ({ code, acts: [act.id], ...(day !== null &&
    { on: day }) })
  if (!acts.some((act) => told.includes(act.kind))) return []
  const decisions = decisionFiles(acts)
  return [
    ...acts.filter((act) => act.kind === 'homologation' && entry.signedOn !== null).map((act) => dated(act, 'homologated')),
    ...acts.filter((act) => act.kind === 'termination' && act.effect.partial !== undefined).map((act) => dated(act, 'partlyTerminated')),
    ...acts.filter((act) => act.kind === 'annulment' && act.effect.partial !== undefined && act.effect.opens !== true)
      .map((act) => dated(act, 'partlyAnnulled', act.effectiveOn ?? entry.on)),
    ...decisions.filter((file) => file.steps.certification !== undefined && decisionWarnings(file).includes('certifiedBeforeExecutory'))
      .map((file) => dated(file.steps.certification ?? file.decision, 'certifiedBeforeExecutory')),
    ...decisions.filter((file) => file.decision.kind === 'deliberation' && later(executoryFrom(file), entry.signedOn) !== entry.signedOn)
      .map((file): StateReason => ({ code: 'notExecutory', acts: [file.decision.id], ...(entry.signedOn !== null && { on: entry.signedOn }) })),
  ]
}
