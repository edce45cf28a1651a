// Acts that make, change and end the legal state of an operation: their kinds, their dates, what each is about. Pure.
import type { Instant, PlainDate } from '../kernel/date.ts'

/**
 * What an authority did. The life of one délibération is several acts: the `deliberation` itself, then its `transmission`, `receipt`,
 * `publication` and `certification`, each about it and each with its own day; the signature of the convention is another.
 * @source CGCT, art. L.2131-1 and L.2131-2 (executory once published and transmitted), L.5211-3 (same for EPCI); dossier of acts of one ORT
 */
export const actKinds = [
  'deliberation', 'order', 'transmission', 'receipt', 'publication', 'certification', 'signature', 'homologation', 'amendment', 'extension',
  'accession', 'withdrawal', 'termination', 'annulment', 'perimeter', 'correction',
] as const
export type ActKind = (typeof actKinds)[number]

/** A sector as an act sets it; its drawing comes elsewhere. `insee`: its commune, empty when the act does not say. `removed`: it is one no more. */
export type SectorEffect = { readonly name: string; readonly insee: string; readonly townCentre: boolean; readonly removed?: true }

/**
 * What an act changes, beyond having happened. `endsOn`/`months`: an extension, to a day or by a duration counted from the end it extends.
 * `party`: who accedes, withdraws or signs, by name. `partial`: an annulment or termination that leaves the rest standing, with what it takes
 * away (communes, provisions by slug). `opens`: a challenge whose outcome is awaited, which makes the state disputed until it is settled.
 */
export type ActEffect = {
  readonly endsOn?: PlainDate
  readonly months?: number
  readonly party?: string
  readonly insee?: string
  readonly sector?: SectorEffect
  readonly partial?: { readonly communes: readonly string[]; readonly provisions: readonly string[] }
  readonly opens?: boolean
  /** A judgment that dismisses the challenge it is about: what was challenged stands. */
  readonly dismisses?: boolean
  /** How a publication was made: on the authority's site, posted on paper, or in the gazette that the reform of 2022 abolished. */
  readonly medium?: PublicationMedium
  /** What a correction puts in the place of the act it is about; null or absent when that act should never have been recorded. */
  readonly replacement?: Replacement | null
}
export const publicationMedia = ['electronic', 'paper', 'gazette'] as const
export type PublicationMedium = (typeof publicationMedia)[number]
/** The values that stand instead of those of the corrected act, all of them; its kind and what it is about stay. */
export type Replacement = {
  readonly authority: Authority; readonly on: PlainDate | null; readonly effectiveOn: PlainDate | null
  readonly effect: Omit<ActEffect, 'replacement'>
  readonly number?: string | null; readonly identifier?: string | null
}
export type Authority = { readonly name: string; readonly siren: string | null }

/**
 * One act of the register; never changed afterwards. `on`: the day it was done (valid time), null when nobody knows it. `effectiveOn`: the day it
 * takes effect when the act says another. `recordedAt`: when the register learnt of it. `about`: the act it completes (a transmission of a
 * délibération) or corrects (a correction takes its place: the corrected act counts no more from then on, `replacement` says what stands
 * instead, null when it should never have been recorded).
 */
export type LegalAct = {
  readonly id: string
  readonly kind: ActKind
  readonly conventionId: string
  readonly authority: Authority
  readonly on: PlainDate | null
  readonly effectiveOn: PlainDate | null
  readonly about: string | null
  readonly effect: ActEffect
  readonly reason: string | null
  readonly recordedAt: Instant
}
