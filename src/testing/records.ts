// Builders of what the state of an operation is computed from: conventions, parties and acts, in one line each.
import { date } from '../kernel/date.ts'
import type { Instant } from '../kernel/date.ts'
import type { ActEffect, ActKind, LegalAct } from '../law/legal-act.ts'
import type { OperationRecord, RecordedConvention, RecordedParty, TermClause } from '../law/operation-record.ts'

export const instantOf = (day: string): Instant => `${day}T09:00:00.000Z` as Instant

export const agglomeration: RecordedParty = { name: 'CA de Lens - Liévin', kind: 'epci', insee: null, siren: '246200364' }
export const lensTown: RecordedParty = { name: 'Lens', kind: 'commune', insee: '62498', siren: '216204982' }
export const bully: RecordedParty = { name: 'Bully-les-Mines', kind: 'commune', insee: '62186', siren: '216201863' }

type Convention = Partial<Omit<RecordedConvention, 'term'>> & { readonly term?: Partial<TermClause> | null }
/** An umbrella convention of three parties for five years, unless said otherwise. */
export const aConvention = ({ term, ...fields }: Convention = {}): RecordedConvention => ({
  id: 'chapeau', slug: 'chapeau', title: 'Convention chapeau', kind: 'umbrella', amends: null, amendsTerm: null, parties: [agglomeration, lensTown,
    bully],
  term: term === null ? null : { startsOn: 'signature', years: 5, ...term }, ...fields,
})

type Act = ActEffect & {
  readonly id?: string; readonly convention?: string; readonly about?: string; readonly effective?: string; readonly recorded?: string
  readonly siren?: string
}
/** An act of that kind on that day (null when unknown); what is not named is left empty. */
export function anAct(kind: ActKind, on: string | null, { id, convention, about, effective, recorded, siren, ...effect }: Act = {}): LegalAct {
  return {
    id: id ?? [kind, on, effect.party, effect.insee].filter((part) => part !== undefined).join(' '), kind, conventionId: convention ?? 'chapeau',
    authority: { name: effect.party ?? 'Autorité', siren: siren ?? null }, on: on === null ? null : date(on),
    effectiveOn: effective === undefined ? null : date(effective), about: about ?? null, effect, reason: null,
      recordedAt: instantOf(recorded ?? '2023-05-01'),
  }
}

/** Each party of the convention signs on one of these days, in turn; the last day serves for those left. */
export const signatures = (convention: RecordedConvention, ...days: readonly (string | null)[]): readonly LegalAct[] =>
  convention.parties.map((party, rank) => anAct('signature', days[rank] === undefined ? (days.at(-1) ?? null) : days[rank],
    { id: `signature ${party.name}`, party: party.name, convention: convention.id }))

export const aRecord = (conventions: readonly RecordedConvention[], acts: readonly LegalAct[] = []): OperationRecord => ({ conventions, acts })
