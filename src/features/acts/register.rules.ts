// The register of acts as it is read: per authority, one line per decision with its six dates, what is missing, what was corrected. Pure.
import { nameKey } from '../../kernel/text.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import { type DecisionFile, type DecisionWarning, decisionFiles, decisionWarnings, executoryFrom } from '../../law/executory.ts'
import type { Authority } from '../../law/legal-act.ts'
import type { RecordedConvention } from '../../law/operation-record.ts'
import { names } from '../../law/signing.ts'
import { correctedActs, knownActs } from '../../law/standing.ts'
import type { RegisterAct } from './act.rules.ts'

/** One act with the steps about it; `signature`: that of the same authority, on the line of its délibération. */
export type RegisterLine = {
  readonly act: RegisterAct; readonly transmittedOn: PlainDate | null; readonly receivedOn: PlainDate | null; readonly publishedOn: PlainDate | null
  readonly certifiedOn: PlainDate | null; readonly signature: RegisterAct | null; readonly executoryFrom: PlainDate | null
  readonly warnings: readonly DecisionWarning[]; readonly corrected: boolean
}
/** What a party should have and the register does not hold. */
export type RegisterGap = { readonly what: 'deliberation' | 'signature'; readonly conventionId: string }
export type RegisterAuthority = Authority & { readonly lines: readonly RegisterLine[]; readonly gaps: readonly RegisterGap[] }
/** A correction beside the act it is about, as it stood before. */
export type RegisterCorrection = { readonly correction: RegisterAct; readonly before: RegisterAct | undefined; readonly struck: boolean }
export type ActRegister = {
  readonly authorities: readonly RegisterAuthority[]; readonly corrections: readonly RegisterCorrection[]; readonly standing: readonly RegisterAct[]
}

const keyOf = ({ siren, name }: Authority): string => siren ?? nameKey(name)

/** The register as it was known at a moment; null for all it holds now. */
export function registerOf(all: readonly RegisterAct[], conventions: readonly RecordedConvention[], knownAt: Instant | null): ActRegister {
  const known = knownActs(all, knownAt)
  const standing = correctedActs(known)
  const correctedIds = new Set(known.flatMap((act) => (act.kind === 'correction' && act.about !== null ? [act.about] : [])))
  const signatures = new Map(standing.filter((act) => act.kind === 'signature').map((act) => [`${act.conventionId} ${keyOf(act.authority)}`, act]))
  const byId = new Map(standing.map((act) => [act.id as string, act]))
  const joined = new Set<string>()
  const lines = new Map<string, RegisterLine[]>()
  const authorities = new Map<string, Authority>()
  for (const file of decisionFiles(standing)) {
    const act = byId.get(file.decision.id)
    if (act === undefined || act.kind === 'signature') continue
    const signature = act.kind === 'deliberation' ? signatures.get(`${act.conventionId} ${keyOf(act.authority)}`) : undefined
    if (signature !== undefined) joined.add(signature.id)
    add(lines, authorities, lineOf(act, file, signature ?? null, correctedIds))
  }
  for (const act of standing) {
    if (act.kind === 'signature' && !joined.has(act.id)) add(lines, authorities, lineOf(act, { decision: act, steps: {} }, act, correctedIds))
  }
  const gaps = gapsOf(standing, conventions.filter(({ recordedAt }) => knownAt === null || recordedAt === undefined || recordedAt <= knownAt))
  for (const { party } of gaps) if (!authorities.has(keyOf(party))) authorities.set(keyOf(party), party)
  return {
    standing, corrections: correctionsOf(known),
    authorities: [...authorities].map(([key, { name, siren }]) => ({
      name, siren, lines: (lines.get(key) ?? []).sort((one, other) => ((one.act.on ?? '9') < (other.act.on ?? '9') ? -1 : 1)),
      gaps: gaps.filter(({ party }) => keyOf(party) === key).map(({ what, conventionId }) => ({ what, conventionId })),
    })),
  }
}

function add(lines: Map<string, RegisterLine[]>, authorities: Map<string, Authority>, line: RegisterLine): void {
  const key = keyOf(line.act.authority)
  if (!authorities.has(key)) authorities.set(key, line.act.authority)
  const known = lines.get(key)
  if (known === undefined) lines.set(key, [line])
  else known.push(line)
}

function lineOf(act: RegisterAct, file: DecisionFile, signature: RegisterAct | null, corrected: ReadonlySet<string>): RegisterLine {
  const { transmission, receipt, publication, certification } = file.steps
  return {
    act, signature, transmittedOn: transmission?.on ?? null, receivedOn: receipt?.on ?? null, publishedOn: publication?.on ?? null,
    certifiedOn: certification?.on ?? null, executoryFrom: executoryFrom(file), warnings: decisionWarnings(file),
    corrected: [act, transmission, receipt, publication, certification].some((one) => one !== undefined && corrected.has(one.id)),
  }
}

/**
 * Each commune and EPCI deliberates on the same convention, and signs it; what the register does not hold is missing, which does not mean that it
 * was not done.
 * @source CGCT, art. L.2121-29 and L.5211-1 (the council rules the affairs of its authority)
 */
function gapsOf(standing: readonly RegisterAct[], conventions: readonly RecordedConvention[]) {
  return conventions.flatMap((convention) => {
    const acts = standing.filter((act) => act.conventionId === convention.id)
    const approved = convention.amends === null && acts.some((act) => act.kind === 'homologation')
    // A draft that nobody has acted on lacks everything: that goes without saying.
    if (approved || (convention.amends !== null && acts.length === 0)) return []
    return convention.parties.filter((party) => party.kind === 'epci' || party.kind === 'commune').flatMap((party) => {
      const has = (kind: RegisterAct['kind']): boolean => acts.some((act) => act.kind === kind
        && (names(act, party) || keyOf(act.authority) === keyOf(party) || nameKey(act.authority.name) === nameKey(party.name)))
      const missing = (['deliberation', 'signature'] as const).filter((kind) => !has(kind) && !has('accession'))
      return missing.map((what): RegisterGap & { readonly party: Authority } => ({ what, conventionId: convention.id, party }))
    })
  })
}

/** Every correction, the latest first, with the act as it stood just before it. */
export function correctionsOf(known: readonly RegisterAct[]): readonly RegisterCorrection[] {
  return known.filter((act) => act.kind === 'correction').map((correction) => ({
    correction, struck: (correction.effect.replacement ?? null) === null,
    before: correctedActs(known.filter((act) => act.id < correction.id || act.recordedAt < correction.recordedAt))
      .find((act) => act.id === correction.about),
  })).reverse()
}
