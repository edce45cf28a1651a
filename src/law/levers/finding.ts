// Three-valued logic, once: findings that are true, false or unknown, joined, each keeping the reasons that decide it. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import type { ConventionFact, Doubt, Fact, SectorFact, Truth } from './place-facts.ts'
import type { SectorKind } from './sector-kind.ts'

/**
 * Named for what was asked; the truth of the finding says which way it went.
 * @source ours (no statute): the logic of Kleene, where what is unknown stays so unless the rest decides
 */
export type LeverReasonCode =
  | 'leverHolds' | 'leverNotYet' | 'leverEnded' | 'leverStartUnknown' | 'leverEndToConfirm' | 'leverToConfirm' | 'lawNotRechecked'
  | 'communeUnknown' | 'conventionInForce' | 'conventionNotInForce' | 'conventionUnknown'
  | 'insideSector' | 'outsideSectors' | 'noOtherSector' | 'sectorUnknown' | 'sectorEdge' | 'sectorNotValid' | 'sectorValidityUnknown'
  | 'sectorIllustrative'  | 'notTownCentre' | 'townCentreUnknown' | 'sectorsIncomplete'
  | 'insidePerimeter' | 'outsidePerimeter' | 'perimeterUnknown' | 'unmapped' | 'everywhere'
  | 'operationInForce' | 'operationNotInForce' | 'operationUnknown' | 'inEpci' | 'notInEpci' | 'epciUnknown'
  | 'inNeighbourEpci' | 'notInNeighbourEpci' | 'neighbourUnknown'
  | 'project' | 'notProject' | 'projectUnknown' | 'party' | 'notParty' | 'partyUnknown' | 'decided' | 'notDecided' | 'decisionUnknown'

export type LeverReason = {
  readonly code: LeverReasonCode; readonly sector?: SectorFact; readonly convention?: ConventionFact; readonly insee?: string
  readonly perimeter?: SectorKind; readonly doubt?: Doubt; readonly on?: PlainDate
}
export type Finding = { readonly truth: Truth; readonly reasons: readonly LeverReason[] }

export const truthOf = (fact: Fact): Truth => (fact === 'yes' || fact === 'no' ? fact : 'unknown')
export const doubtOf = (fact: Fact): Doubt | undefined => (fact === 'yes' || fact === 'no' ? undefined : fact)

export const finding = (truth: Truth, code: LeverReasonCode, more: Omit<LeverReason, 'code'> = {}): Finding =>
  ({ truth, reasons: [{ code, ...more }] })

/** A fact as a finding: one code for each way it may go. */
export function found(fact: Fact, codes: Record<Truth, LeverReasonCode>, more: Omit<LeverReason, 'code'> = {}): Finding {
  const doubt = doubtOf(fact)
  return finding(truthOf(fact), codes[truthOf(fact)], { ...more, ...(doubt !== undefined && { doubt }) })
}

/** False as soon as one is; unknown when one is; else true. The reasons are those that decide. */
export const allOf = (...findings: readonly Finding[]): Finding => joined(findings, ['no', 'unknown', 'yes'])
/** True as soon as one is; unknown when one is; else false. */
export const anyOf = (...findings: readonly Finding[]): Finding => joined(findings, ['yes', 'unknown', 'no'])

const opposite: Record<Truth, Truth> = { yes: 'no', no: 'yes', unknown: 'unknown' }
export const not = ({ truth, reasons }: Finding): Finding => ({ truth: opposite[truth], reasons })

function joined(findings: readonly Finding[], strongest: readonly Truth[]): Finding {
  const truth = strongest.find((candidate) => findings.some((one) => one.truth === candidate)) ?? 'unknown'
  return { truth, reasons: findings.filter((one) => one.truth === truth).flatMap(({ reasons }) => reasons) }
}
