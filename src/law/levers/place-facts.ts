// What is known of a place on a day, each fact on its own: yes, no, or why nobody can say. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import type { SectorKind } from './sector-kind.ts'

/** Why a fact is not known. */
export type Doubt = 'unknown' | 'notLoaded' | 'stale' | 'tooClose' | 'outsideCoverage' | 'undated' | 'disputed' | 'sourceDown'
/** A thing known, or the reason why it is not. */
export type Fact = 'yes' | 'no' | Doubt
export type Truth = 'yes' | 'no' | 'unknown'

/** A version of a perimeter that holds the point, or may. `inside`: `tooClose` when the line runs nearer than the data is precise. */
export type SectorFact = {
  readonly id: string; readonly version: string; readonly label: string | null; readonly kind: SectorKind; readonly commune: string | null
  readonly inside: Fact; readonly valid: Fact; readonly townCentre: Fact; readonly illustrative: boolean; readonly act: string | null
}
/** Is a convention in force that day for this commune. `no` is for what is known: ended, not yet, or never signed. */
export type ConventionFact = {
  readonly insee: string; readonly inForce: Fact; readonly from: PlainDate | null; readonly until: PlainDate | null; readonly label: string | null
}

/**
 * All that the levers ask about a place, as known for one day. `sectorsComplete`: every sector of intervention that could hold the point is known.
 * `operation`: some ORT convention of the EPCI is in force. `perimeters`: what is known when no version given holds the point; missing, not loaded.
 * `decisions`: by lever, whether a local deliberation applies it.
 * @source CCH, art. L.303-2 II (sectors); C. com., art. L.752-1-2 (EPCI and its neighbours)
 */
export type PlaceFacts = {
  readonly commune: { readonly insee: string } | { readonly doubt: Doubt }
  readonly sectors: readonly SectorFact[]
  readonly sectorsComplete: Fact
  readonly conventions: readonly ConventionFact[]
  readonly operation: Fact; readonly inEpci: Fact; readonly inNeighbourEpci: Fact
  readonly perimeters: Partial<Readonly<Record<SectorKind, Fact>>>
  readonly project: Fact; readonly party: Fact
  readonly decisions: Readonly<Record<string, Fact>>
}

/** Everything in doubt: what a caller knows is laid over it. */
export const nothingKnown: PlaceFacts = {
  commune: { doubt: 'unknown' }, sectors: [], sectorsComplete: 'notLoaded', conventions: [], operation: 'unknown', inEpci: 'unknown',
  inNeighbourEpci: 'notLoaded', perimeters: {}, project: 'unknown', party: 'unknown', decisions: {},
}

/** The commune told by the sectors that hold a point, when one surely does and all that may agree; in doubt otherwise. */
export function communeFrom(sectors: readonly SectorFact[]): PlaceFacts['commune'] {
  const [first, ...others] = sectors.filter(({ kind, inside }) => kind === 'intervention' && inside !== 'no')
  const sure = first !== undefined && [first, ...others].some(({ inside }) => inside === 'yes')
  return sure && first.commune !== null && others.every(({ commune }) => commune === first.commune) ? { insee: first.commune } : { doubt: 'unknown' }
}
