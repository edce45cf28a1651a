// What the state of an operation is computed from, and the shape of the answer: in force, expired, unknown and why, with the acts that say so.
import type { Instant, PlainDate } from '../kernel/date.ts'
import type { ConventionKind } from './convention-kind.ts'
import type { LegalAct } from './legal-act.ts'

/** The clause on duration, as reviewed. `startsOn`: at signature (the last one), or a stated day. Days are civil dates. */
export type TermClause = {
  readonly years?: number; readonly months?: number; readonly startsOn: 'signature' | PlainDate; readonly endsOn?: PlainDate
  readonly signedOn?: PlainDate
}
export type RecordedParty = { readonly name: string; readonly kind: string; readonly insee: string | null; readonly siren: string | null }
export type RecordedConvention = {
  readonly id: string; readonly slug: string; readonly title: string; readonly kind: ConventionKind
  /** The convention this one amends; null for a text of its own. */
  readonly amends: string | null
  /** Change of term that an amendment makes when it is in force; read from its instructions. */
  readonly amendsTerm: { readonly endsOn?: PlainDate; readonly months?: number; readonly years?: number } | null
  readonly term: TermClause | null; readonly parties: readonly RecordedParty[]
  /** When the operation learnt of it: left out of what was known before. */
  readonly recordedAt?: Instant
  /** An amendment prepared here, of which no signed document exists: not in force before a signature says so. */
  readonly draft?: boolean
}
export type OperationRecord = { readonly conventions: readonly RecordedConvention[]; readonly acts: readonly LegalAct[] }

/**
 * What a convention, a commune, a sector or a party is on a day.
 * @source CCH, art. L.303-2 (one convention, its duration); general law of contracts and of administrative acts for the rest
 */
export const legalStates = ['inForce', 'notYet', 'expired', 'terminated', 'annulled', 'disputed', 'unknown'] as const
export type LegalState = (typeof legalStates)[number]

/** One reason of an answer, and the acts it rests on (ids); `settledBy`: for unknown and disputed, what would settle it. */
export type StateReason = {
  readonly code: StateReasonCode; readonly acts: readonly string[]; readonly on?: PlainDate; readonly settledBy?: SettlingFact
  /** The convention that the answer comes from, when it comes from one among several. */
  readonly conventionId?: string
  /** The amendment whose clause says so. */
  readonly by?: string
  /** Who has not signed as far as is known. */
  readonly parties?: readonly string[]
}
export type StateReasonCode =
  | 'signedByAll' | 'signedOnStatedDay' | 'startsLater' | 'signatureMissing' | 'signatureUndated' | 'startUnknown' | 'endReached' | 'endAhead'
  | 'endUnknown' | 'extended' | 'terminatedByAct' | 'partlyTerminated' | 'undatedAct' | 'annulledByAct' | 'partlyAnnulled' | 'challenged' |
    'withdrawn' | 'acceded' | 'homologated'
  | 'noConvention' | 'byConvention' | 'extensionAfterEnd' | 'notExecutory' | 'certifiedBeforeExecutory' | 'sectorSet'
  | 'sectorRemoved' | 'sectorUnknown'
export type SettlingFact = 'signatureDate' | 'duration' | 'endDate' | 'actDate' | 'judgment' | 'convention' | 'sectorAct'

export type StateAnswer = {
  readonly state: LegalState
  /** First and last day of the present spell, when known. */
  readonly since: PlainDate | null; readonly until: PlainDate | null
  readonly reasons: readonly StateReason[]
}
export type ConventionState = StateAnswer & {
  readonly conventionId: string; readonly signedOn: PlainDate | null; readonly entersOn: PlainDate | null; readonly endsOn: PlainDate | null
  readonly endBasis: 'stated' | 'computed' | 'extended' | 'unknown'
}
/** `on`: the day asked about. `knownAt`: acts recorded after it are left out; null for all that is known now. */
export type OperationState = StateAnswer & {
  readonly on: PlainDate; readonly knownAt: Instant | null
  readonly conventions: readonly ConventionState[]
  readonly communes: readonly (StateAnswer & { readonly insee: string; readonly name: string; readonly conventionIds: readonly string[] })[]
  readonly parties: readonly (StateAnswer & { readonly name: string; readonly conventionId: string })[]
  /** `insee` is empty when nobody said which commune. */
  readonly sectors: readonly (StateAnswer & { readonly name: string; readonly insee: string; readonly townCentre: boolean })[]
}
