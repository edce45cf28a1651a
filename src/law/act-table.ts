// What each kind of act may be about and what it must say: one table, for the forms, the rules and the state. Pure.
import { actKinds } from './legal-act.ts'
import type { ActKind } from './legal-act.ts'

/** `convention`: about no act in particular, but the convention itself. */
export const actTargets = ['convention', ...actKinds] as const
export type ActTarget = (typeof actTargets)[number]

/** What an act may have to say: who signs or joins, until when, which sector, why, that only a part is touched, how it was published. */
export const actNeeds = ['party', 'end', 'sector', 'reason', 'part', 'medium'] as const
export type ActNeed = (typeof actNeeds)[number]
export type Demand = 'needed' | 'allowed' | 'never'

export type ActRule = { readonly about: readonly ActTarget[]; readonly needs: Readonly<Record<ActNeed, Demand>> }

const nothing: ActRule['needs'] = { party: 'never', end: 'never', sector: 'never', reason: 'allowed', part: 'never', medium: 'never' }
/** Decisions of an authority, which are then transmitted, published and certified. */
const decisions = ['deliberation', 'order', 'homologation', 'amendment', 'extension', 'accession', 'withdrawal', 'termination', 'perimeter'] as const
const step: ActRule = { about: decisions, needs: nothing }
const own: ActRule = { about: ['convention'], needs: nothing }

/**
 * Every kind of act, what it may be about, and what it must say. A step (transmission, receipt, publication, certification) is always about a
 * decision; a correction about any act but another correction, since the act itself is corrected again.
 * @source CGCT, art. L.2131-1 and L.5211-3 (steps of a local act) · practice of conventions for the rest: a signature is that of a party, an
 * extension says until when, whoever joins or leaves is named
 */
export const actTable: Readonly<Record<ActKind, ActRule>> = {
  deliberation: own,
  order: own,
  transmission: step,
  receipt: step,
  publication: { ...step, needs: { ...nothing, medium: 'allowed' } },
  certification: step,
  signature: { about: ['convention'], needs: { ...nothing, party: 'needed' } },
  homologation: { about: ['convention', 'order'], needs: nothing },
  amendment: { about: ['convention'], needs: { ...nothing, end: 'allowed' } },
  extension: { about: ['convention'], needs: { ...nothing, end: 'needed' } },
  accession: { about: ['convention', 'deliberation'], needs: { ...nothing, party: 'needed' } },
  withdrawal: { about: ['convention', 'deliberation'], needs: { ...nothing, party: 'needed' } },
  termination: { about: ['convention', 'deliberation'], needs: { ...nothing, part: 'allowed' } },
  annulment: { about: ['convention', ...decisions, 'signature', 'annulment'], needs: { ...nothing, part: 'allowed' } },
  perimeter: { about: ['convention', 'deliberation', 'order'], needs: { ...nothing, sector: 'needed' } },
  correction: { about: actKinds.filter((kind) => kind !== 'correction'), needs: { ...nothing, reason: 'needed' } },
}

/** True when an act of this kind may be about an act of that one, or about the convention. */
export const mayBeAbout = (kind: ActKind, target: ActTarget): boolean => actTable[kind].about.includes(target)

/** True when such an act never stands alone: it is always about another one. */
export const isStep = (kind: ActKind): boolean => !mayBeAbout(kind, 'convention')
