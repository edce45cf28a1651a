// What a careful reader finds in a sample convention: the measure against which the engine is scored.
import type { DefectCode, PartyRole, StampProblem } from '../facts.ts'

/** `optional`: a reasonable reader could differ; finding it is not false, leaving it out is not a miss. */
type Debatable = { readonly optional?: boolean }
/** `kind`: alternatives parted by `|`. */
export type ExpectedParty = Debatable & {
  readonly name: string
  readonly kind: string
  readonly insee?: string
  readonly siren?: string
  readonly role?: PartyRole
  readonly signatories: readonly { readonly name: string; readonly capacity: string }[]
}
/** `heading` empty: any. */
type ExpectedArticle = Debatable & { readonly number: string; readonly heading: string; readonly depth: number }
/** `id` absent: unreadable, as the engine wishes. `debatable`: problems that may be told or not. */
export type ExpectedStamp = Debatable & {
  readonly id?: string
  readonly valid: boolean
  readonly transmittedOn?: string
  readonly receivedOn?: string
  readonly publishedOn?: string
  readonly problems?: readonly StampProblem[]
  readonly debatable?: readonly StampProblem[]
}
/** Start and end: alternatives parted by `|`. The end may be left out when it follows from a length and a signature. */
export type ExpectedTerm = {
  readonly years?: number
  readonly months?: number
  readonly startsOn: string
  readonly endsOn?: string
  readonly signedOn?: string
}
/** `about`: what the event must contain, folded; alternatives parted by `|`. */
type ExpectedDate = Debatable & { readonly date: string; readonly about: string }
/** `printed`: the amount as the text has it, when its digits do not show it (words, noise of a scan). */
export type ExpectedAmount = Debatable & { readonly cents: number; readonly taxBasis: 'HT' | 'TTC' | null; readonly printed?: string }
/** `cap` absent: either. */
type ExpectedRate = Debatable & { readonly percent: number; readonly cap?: boolean; readonly printed?: string }
export type ExpectedSeat = Debatable & { readonly office: string; readonly representative: boolean }
export type ExpectedBody = Debatable & {
  readonly name: string
  readonly article: string
  readonly chair?: string
  readonly seats: readonly ExpectedSeat[]
  readonly meetingsPerYear?: number
  readonly quorum?: string
  readonly conveningDays?: number
}
/** Kinds: alternatives parted by `|`, or `*` for any. `quote`: distinctive words inside the span, in their order. */
export type ExpectedObligation = Debatable & {
  readonly article: string
  readonly kind: string
  readonly rule: {
    readonly kind: string
    readonly timesPerYear?: number
    readonly years?: number
    readonly months?: number
    readonly days?: number
    readonly on?: string
  }
  readonly quote: string
}
/** `text`: words the reference must contain, to tell two laws apart. */
type ExpectedReference = Debatable & { readonly code: string; readonly article?: string; readonly text?: string }
type ExpectedProgramme = Debatable & { readonly code: string; readonly communes?: readonly string[] }
/** `scrambled` absent: a matter of opinion. */
export type ExpectedSignatures = { readonly scrambled?: boolean; readonly place?: string; readonly signedOn?: string }
/** `article` absent: wherever the engine places it. */
type ExpectedDefect = Debatable & { readonly code: DefectCode; readonly article?: string }

export type Expected = {
  readonly title: string
  /** Alternatives parted by `|`. */
  readonly kind: string
  readonly parties: readonly ExpectedParty[]
  readonly articles: readonly ExpectedArticle[]
  readonly stamps: readonly ExpectedStamp[]
  readonly term: ExpectedTerm | null
  readonly dates: readonly ExpectedDate[]
  readonly amounts: readonly ExpectedAmount[]
  readonly rates: readonly ExpectedRate[]
  readonly bodies: readonly ExpectedBody[]
  readonly obligations: readonly ExpectedObligation[]
  readonly references: readonly ExpectedReference[]
  readonly programmes: readonly ExpectedProgramme[]
  readonly signatures?: ExpectedSignatures
  readonly defects: readonly ExpectedDefect[]
}
