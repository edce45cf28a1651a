// When a convention was signed by all, and when it takes effect: from the signature of each party, an order, or the clause. Pure.
import { remembered } from '../kernel/remembered.ts'
import { nameKey } from '../kernel/text.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { LegalAct } from './legal-act.ts'
import type { RecordedConvention, RecordedParty, StateReason } from './operation-record.ts'
import { byEffect, effectDay } from './standing.ts'

/** The key of a name, remembered: the same few names are compared again and again. */
export const keyOf = remembered(20_000, nameKey)

/** True when the act names this party: by its commune, its name or its SIREN. */
export function names(act: LegalAct, party: Pick<RecordedParty, 'name' | 'insee' | 'siren'>): boolean {
  const { insee, party: named } = act.effect
  if (insee !== undefined && party.insee !== null) return insee === party.insee
  if (named !== undefined) return named === party.name || keyOf(named) === keyOf(party.name)
  return party.siren !== null && act.authority.siren === party.siren
}

/** `on`: the last signature, null as long as one is missing or undated. `notBefore`: it cannot be earlier. */
export type Entry = {
  readonly signedOn: PlainDate | null; readonly on: PlainDate | null; readonly notBefore: PlainDate | null; readonly reasons: readonly StateReason[]
}

/**
 * When a convention was signed and takes effect. Each party signs on the day of its own act, else on the day the reviewed text gives; the last
 * one counts. Without any signature, an order that approves it is what makes it known.
 * @source the convention's own clause (« entre en vigueur à compter de sa signature »); a contract binds from its last signature
 */
export function entryOf(convention: RecordedConvention, acts: readonly LegalAct[]): Entry {
  const signing = signingOf(convention, acts)
  const stated = convention.term === null || convention.term.startsOn === 'signature' ? null : convention.term.startsOn
  if (signing.on !== null) return { signedOn: signing.on, on: later(signing.on, stated), notBefore: null, reasons: signing.reasons }
  const [approval] = signing.none ? acts.filter((act) => act.kind === 'homologation').sort(byEffect) : []
  if (approval === undefined) return { signedOn: null, on: null, notBefore: later(signing.notBefore, stated), reasons: signing.reasons }
  const on = effectDay(approval)
  const reasons: StateReason[] = on === null ? [{ code: 'undatedAct', acts: [approval.id], settledBy: 'actDate' }]
    : [{ code: 'homologated', acts: [approval.id], on }]
  return { signedOn: null, on: on === null ? null : later(on, stated), notBefore: stated, reasons }
}

type Signing = {
  readonly on: PlainDate | null; readonly notBefore: PlainDate | null; readonly none: boolean; readonly reasons: readonly StateReason[]
}

function signingOf(convention: RecordedConvention, acts: readonly LegalAct[]): Signing {
  const signatures = acts.filter((act) => act.kind === 'signature')
  const joined = acts.filter((act) => act.kind === 'accession')
  const stated = convention.term?.signedOn ?? null
  const parties = convention.parties.filter((party) => !joined.some((act) => names(act, party)))
  const unsigned = parties.filter((party) => !signatures.some((act) => names(act, party)))
  const ids = signatures.map((act) => act.id)
  const known = [...signatures.map((act) => act.on ?? stated), ...(unsigned.length > 0 || signatures.length === 0 ? [stated] : [])]
  const last = known.reduce(later, null)
  const missing = stated === null && (unsigned.length > 0 || signatures.length === 0)
  if (missing) {
    const reason = { code: 'signatureMissing', acts: ids, parties: unsigned.map((party) => party.name), settledBy: 'signatureDate' } as const
    return { on: null, notBefore: last, none: signatures.length === 0, reasons: [reason] }
  }
  if (stated === null && signatures.some((act) => act.on === null)) {
    return { on: null, notBefore: last, none: false, reasons: [{ code: 'signatureUndated', acts: ids, settledBy: 'signatureDate' }] }
  }
  const code = signatures.length > 0 && unsigned.length === 0 ? 'signedByAll' : 'signedOnStatedDay'
  return { on: last, notBefore: null, none: false, reasons: [{ code, acts: ids, ...(last !== null && { on: last }) }] }
}

/** The later of two days, of which one may be unknown. */
export const later = (one: PlainDate | null, other: PlainDate | null): PlainDate | null =>
  one === null || (other !== null && other > one) ? other : one
