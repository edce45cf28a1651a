// Whether a sector is in force on a day: its version that day, and the convention it hangs on, each with its reasons. Pure.
import { date } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { nameKey } from '../../kernel/text.ts'
import type { SectorKind } from '../../law/levers/sector-kind.ts'
import { settledOn } from '../../law/convention-state.ts'
import type { LegalAct } from '../../law/legal-act.ts'
import { stateOf } from '../../law/operation-state.ts'
import type { LegalState, OperationRecord, OperationState, StateAnswer, StateReason } from '../../law/operation-record.ts'
import { challenged, correctedActs, effectDay, indexed, standingActs } from '../../law/standing.ts'
import { bothStand, versionOn } from './sector.rules.ts'
import type { Sector, SectorVersion, Standing, VersionAnswer, VersionTrust } from './sector.rules.ts'

/** What a reason rests on: the version, or the convention seen through the operation, the text, the commune or the acts about the sector. */
export type SectorReasonCode = VersionAnswer['why'] | 'operation' | 'convention' | 'commune' | 'sectorActs' | 'communeNotParty' | 'otherLaw'
/** `because`: the reasons of the state it comes from; `state`: that state. `on`: the day the version begins or ended. */
export type SectorReason = {
  readonly code: SectorReasonCode; readonly standing: Standing; readonly on: PlainDate | null; readonly state: LegalState | null
  readonly because: readonly StateReason[]
}
/** One sector on one day. `legal`: the state of what it hangs on, the weakest when there are several; null when it hangs on another law. */
export type SectorSituation = {
  readonly sector: Sector; readonly standing: Standing; readonly reasons: readonly SectorReason[]; readonly version: SectorVersion | null
  /** Last day of that version, when it is known. */
  readonly until: PlainDate | null
  readonly candidates: readonly SectorVersion[]; readonly legal: StateAnswer | null
}

/** The shape to draw and to compare with: the one that holds, or the last of those that may. */
export const likelyShape = ({ version, candidates }: Pick<SectorSituation, 'version' | 'candidates'>): SectorVersion['geometry'] =>
  (version ?? candidates.at(-1))?.geometry ?? null

/** What every sector of an operation is told from on one day. */
export type SectorScene = {
  readonly day: PlainDate; readonly state: OperationState; readonly acts: ReadonlyMap<string, LegalAct>; readonly counting: ReadonlySet<string>
  readonly doubted: ReadonlySet<string>
}
/** After any day one may ask about. */
const lastDay = date('9999-12-31')

export function sceneOn(record: OperationRecord, day: PlainDate): SectorScene {
  const corrected = correctedActs(record.acts)
  const acts = indexed(corrected)
  const judgments = corrected.filter(({ kind }) => kind === 'annulment')
  const doubted = judgments.filter((act) => act.effect.opens === true && (act.on === null || act.on <= day)
    && (settledOn(act, judgments) ?? lastDay) > day).flatMap((act) => challenged(act, acts)?.id ?? [])
  return {
    day, state: stateOf(record, day, null), acts, counting: new Set(standingActs(record.acts, day, null).map(({ id }) => id)),
    doubted: new Set(doubted),
  }
}

/** The kinds that the convention itself makes; the others come from another law, unless a text of the operation is named. */
const ofTheConvention: ReadonlySet<SectorKind> = new Set(['intervention', 'strategy'])

/**
 * A sector is in force when a version of it holds and what it hangs on is in force; whatever nobody can tell makes the answer unknown, never « no ».
 * @source CCH, art. L.303-2 II (the convention delimits the sectors); what is annulled never was: CE, 26 December 1925, Rodière
 */
export function situationOf(sector: Sector, versions: readonly SectorVersion[], scene: SectorScene): SectorSituation {
  const answer = withUndrawn(versionOn(versions, scene.day, (version) => trustIn(version, sector, scene)), undrawnAct(sector, versions, scene))
  const own: SectorReason = { code: answer.why, standing: answer.standing, on: answer.on, state: null, because: [] }
  const hung = legalReasons(sector, versions, scene)
  const legal = hung.map(({ answer: state }) => state).filter((state) => state !== null)
  const reasons = [own, ...hung.map(({ reason }) => reason)]
  const standing = reasons.reduce<Standing>((sum, reason) => bothStand(sum, reason.standing), 'yes')
  const weight = (reason: SectorReason): number => (reason.standing === standing ? 0 : 1)
  return {
    sector, standing, version: answer.version, until: answer.until, candidates: answer.candidates,
    reasons: standing === 'yes' ? reasons : reasons.toSorted((one, other) => weight(one) - weight(other)),
    legal: legal.toSorted((one, other) => rank(one.state) - rank(other.state))[0] ?? null,
  }
}

const stands = (state: LegalState): Standing => (state === 'inForce' ? 'yes' : state === 'unknown' || state === 'disputed' ? 'unknown' : 'no')
const rank = (state: LegalState): number => ({ no: 0, unknown: 1, yes: 2 })[stands(state)]

/**
 * What the register says of the act that set a version: struck out, annulled, contested, later than the version claims; or not known, for a perimeter
 * that only the convention can delimit.
 * @source CCH, art. L.303-2 II (the convention delimits the sectors)
 */
export function trustIn({ actId, validFrom }: SectorVersion, sector: Sector, { day, acts, counting, doubted, state }: SectorScene): VersionTrust {
  if (actId === null) {
    const nobody = ofTheConvention.has(sector.kind) && sector.conventionId === null
    return nobody ? { standing: 'unknown', code: 'actMissing' } : { standing: 'yes', code: null }
  }
  const act = acts.get(actId)
  if (act === undefined) return { standing: 'unknown', code: 'actStruck' }
  if (!counting.has(actId)) return { standing: 'no', code: 'actUndone' }
  if (doubted.has(actId)) return { standing: 'unknown', code: 'actChallenged' }
  const begins = effectDay(act)
  if (validFrom !== null && validFrom <= day && begins !== null && begins > day) return { standing: 'unknown', code: 'actLater' }
  const text = state.conventions.find(({ conventionId }) => conventionId === act.conventionId)
  if (text?.state === 'annulled') return { standing: 'no', code: 'actUndone' }
  const early = text?.state === 'notYet' && validFrom !== null && validFrom <= day
  return early ? { standing: 'unknown', code: 'actLater' } : { standing: 'yes', code: null }
}

/** An act in effect that sets this sector, and whose shape nobody recorded: what it was before that act says nothing of it since. */
function undrawnAct(sector: Sector, versions: readonly SectorVersion[], { day, acts, counting }: SectorScene): LegalAct | undefined {
  const standing = versions.filter(({ withdrawn }) => withdrawn === null)
  const named = namesOf(sector, versions, acts)
  return [...acts.values()].findLast((act) => {
    const { sector: set } = act.effect
    const from = effectDay(act)
    if (act.kind !== 'perimeter' || set === undefined || set.removed === true || !counting.has(act.id) || (from !== null && from > day)) return false
    return set.insee === sector.insee && named.has(nameKey(set.name)) && !standing.some(({ actId, validFrom }) => actId === act.id
      || (from !== null && validFrom !== null && validFrom >= from && validFrom <= day))
  })
}

/** A known answer made unknown by an act whose shape is missing; the versions that would have held are among those that may. */
function withUndrawn(answer: VersionAnswer, act: LegalAct | undefined): VersionAnswer {
  if (act === undefined || answer.standing === 'unknown') return answer
  const candidates = answer.version === null ? [] : [answer.version]
  return { standing: 'unknown', why: 'actUndrawn', version: null, candidates, on: effectDay(act), until: null }
}

type Hung = { readonly reason: SectorReason; readonly answer: StateAnswer | null }
function legalReasons(sector: Sector, versions: readonly SectorVersion[], { state, acts }: SectorScene): readonly Hung[] {
  const { kind, conventionId, insee } = sector
  if (!ofTheConvention.has(kind) && conventionId === null) {
    return [{ reason: { code: 'otherLaw', standing: 'yes', on: null, state: null, because: [] }, answer: null }]
  }
  const told = (code: SectorReasonCode, answer: StateAnswer): Hung =>
    ({ reason: { code, standing: stands(answer.state), on: null, state: answer.state, because: answer.reasons }, answer })
  const text = state.conventions.find((one) => one.conventionId === conventionId)
  const commune = state.communes.find((one) => one.insee === insee)
  const set = actsOn(sector, versions, state, acts)
  return [
    ...(text === undefined ? [] : [told('convention', text)]),
    ...(insee === null ? (text === undefined ? [told('operation', state)] : []) : commune === undefined ? [stranger] : [told('commune', commune)]),
    ...(set === undefined ? [] : [told('sectorActs', set)]),
  ]
}
/** Its commune is party to no known convention: one of the two is wrong. */
const stranger: Hung = { reason: { code: 'communeNotParty', standing: 'unknown', on: null, state: null, because: [] }, answer: null }

/**
 * What acts of the register say of this sector by its name: only what takes it away or puts it in doubt; that it lives is told by its versions.
 */
function actsOn(sector: Sector, versions: readonly SectorVersion[], state: OperationState, acts: ReadonlyMap<string, LegalAct>) {
  const named = namesOf(sector, versions, acts)
  const set = state.sectors.find((one) => one.insee === sector.insee && one.name !== '' && named.has(nameKey(one.name)))
  return set === undefined || set.state === 'inForce' || set.state === 'notYet' ? undefined : set
}

/** How acts may call this sector: its own name, and those that the acts of its versions, withdrawn ones included, give it. */
const namesOf = ({ name }: Sector, versions: readonly SectorVersion[], acts: ReadonlyMap<string, LegalAct>): ReadonlySet<string> =>
  new Set([name, ...versions.flatMap(({ actId }) => acts.get(actId ?? '')?.effect.sector?.name ?? [])].map(nameKey))
