// Which acts count: those known at a moment, as corrected, without what was annulled or stands on nothing. Pure.
import type { Instant, PlainDate } from '../kernel/date.ts'
import type { ActKind, LegalAct } from './legal-act.ts'

/** The day an act takes effect: the one it says, else the day it was done; null when nobody knows. */
export const effectDay = (act: LegalAct): PlainDate | null => act.effectiveOn ?? act.on

/** Latest recorded last; identifiers increase with time. */
const byRecording = (one: LegalAct, other: LegalAct): number =>
  one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : one.id < other.id ? -1 : 1

/** By the day they take effect, those nobody can date last; identifiers tell apart those of one day. */
export const byEffect = (one: LegalAct, other: LegalAct): number => {
  const [first, second] = [effectDay(one) ?? '9999', effectDay(other) ?? '9999']
  return first < second ? -1 : first > second ? 1 : one.id < other.id ? -1 : 1
}

/** The acts the register held at that moment; null for all it holds. */
export const knownActs = <Act extends LegalAct>(acts: readonly Act[], knownAt: Instant | null): readonly Act[] =>
  knownAt === null ? acts : acts.filter((act) => act.recordedAt <= knownAt)

/**
 * The acts as corrected: the last correction of an act takes its place (under the identifier of the act it corrects) or strikes it out, and what
 * was about an act that no longer counts goes with it. Corrections themselves are left out.
 * @source team practice: nothing of a register is erased, a wrong line is corrected by another that says why
 */
export function correctedActs<Act extends LegalAct>(acts: readonly Act[]): readonly Act[] {
  const written = acts.filter((act) => act.kind === 'correction')
  if (written.length === 0) return acts
  const corrections = new Map<string, Act>()
  for (const act of written.sort(byRecording)) if (act.about !== null) corrections.set(act.about, act)
  const standing = acts.filter((act) => act.kind !== 'correction').flatMap((act) => {
    const correction = corrections.get(act.id)
    if (correction === undefined) return [act]
    const replacement = correction.effect.replacement ?? null
    return replacement === null ? [] : [{ ...act, ...replacement }]
  })
  return withoutOrphans(standing)
}

/** Without the acts about one that is not there, and those about them. */
function withoutOrphans<Act extends LegalAct>(acts: readonly Act[]): readonly Act[] {
  const there = new Set(acts.map((act) => act.id))
  const kept = acts.filter((act) => act.about === null || there.has(act.about))
  return kept.length === acts.length ? kept : withoutOrphans(kept)
}

/** A judgment that annuls the whole of what it is about. */
export const isJudgment = (act: LegalAct): boolean =>
  act.kind === 'annulment' && act.effect.opens !== true && act.effect.dismisses !== true && act.effect.partial === undefined

/** Acts that an annulment takes away by itself; that of a délibération or a signature only makes the convention disputed. */
const undone: readonly ActKind[] = ['order', 'amendment', 'extension', 'accession', 'withdrawal', 'termination', 'perimeter']

/**
 * The acts that count on a day, out of the acts as corrected. An act annulled never was, unless the judge says from when; then it counts until
 * that day. A judgment about a challenge is about what was challenged.
 * @source CE, 26 December 1925, Rodière; CE Ass., 11 May 2004, Association AC! (the judge may defer the effect)
 */
export function countingActs(corrected: readonly LegalAct[], byId: ReadonlyMap<string, LegalAct>, on: PlainDate): readonly LegalAct[] {
  if (!corrected.some((act) => act.kind === 'annulment')) return corrected
  const annulled = new Set(corrected.filter((act) => isJudgment(act) && (act.effectiveOn === null || act.effectiveOn <= on))
    .map((act) => challenged(act, byId)?.id))
  return corrected.filter((act) => !annulled.has(act.id) || !undone.includes(act.kind))
}

/** The acts that count on a day, out of the whole register as it was known at a moment. */
export function standingActs(acts: readonly LegalAct[], on: PlainDate, knownAt: Instant | null): readonly LegalAct[] {
  const corrected = correctedActs(knownActs(acts, knownAt))
  return countingActs(corrected, indexed(corrected), on)
}

export const indexed = (acts: readonly LegalAct[]): ReadonlyMap<string, LegalAct> => new Map(acts.map((act) => [act.id, act]))

/** What a challenge or a judgment is about in the end; undefined for the convention itself. */
export function challenged(act: LegalAct, byId: ReadonlyMap<string, LegalAct>): LegalAct | undefined {
  const target = act.about === null ? undefined : byId.get(act.about)
  return target?.kind === 'annulment' ? challenged(target, byId) : target
}
