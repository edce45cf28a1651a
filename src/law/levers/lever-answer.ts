// Does a lever apply at a place on a day: yes, no, or unknown, with what decides it. A « no » needs every fact it rests on. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import { type Finding, type LeverReason, allOf, anyOf, finding, found, not } from './finding.ts'
import { freshnessOn, heldOn, statusOn, wordingOn } from './lever-days.ts'
import type { Lever, LeverPlace, LeverStatus, LeverVersion, LeverWhere, Scope } from './lever.ts'
import { conventionHere, insidePerimeter, insideSector } from './place-findings.ts'
import { nothingKnown } from './place-facts.ts'
import type { PlaceFacts } from './place-facts.ts'

export type LeverVerdict = 'applies' | 'no' | 'unknown'
/** `reason` decides; `reasons` are all that do. `conditions`: what a person has still to look at (« oui, si… »). */
export type LeverAnswer = {
  readonly lever: Lever; readonly wording: LeverVersion | null; readonly verdict: LeverVerdict
  readonly reason: LeverReason; readonly reasons: readonly LeverReason[]; readonly conditions: readonly string[]
  readonly status: LeverStatus; readonly freshness: { readonly verifiedOn: PlainDate; readonly state: 'fresh' | 'due' | 'stale' }
}

/**
 * Each lever at this place on this day: convention in force ∧ sector valid ∧ lever valid, in three-valued logic.
 * @source CCH, art. L.303-2; each lever names its own text
 */
export const answerLevers = (levers: readonly Lever[], facts: PlaceFacts, on: PlainDate): readonly LeverAnswer[] =>
  levers.map((lever) => answerLever(lever, facts, on))

const verdicts = { yes: 'applies', no: 'no', unknown: 'unknown' } as const

function answerLever(lever: Lever, facts: PlaceFacts, on: PlainDate): LeverAnswer {
  const wording = wordingOn(lever, on)
  const held = heldOn(lever, wording, on)
  const { truth, reasons } = wording === null || held.truth === 'no' ? held
    : held.truth === 'yes' ? allOf(held, placeOf(lever, wording.where, facts)) : unsure(held, placeOf(lever, wording.where, withoutPlace(facts)))
  const told = reasons.filter(({ code }, rank) => code !== 'leverHolds' && reasons.findIndex((other) => same(other, reasons[rank])) === rank)
  return {
    lever, wording, verdict: verdicts[truth], reason: told[0] ?? { code: 'leverHolds' }, reasons: told, status: statusOn(lever, on),
    conditions: truth === 'no' ? [] : (wording?.conditions ?? []).filter(({ checkedBy }) => checkedBy === 'person').map(({ words }) => words),
    freshness: { verifiedOn: lever.verifiedOn, state: freshnessOn(lever, on) },
  }
}

const same = (one: LeverReason, other: LeverReason | undefined): boolean => one.code === other?.code && one.insee === other.insee
  && one.perimeter === other.perimeter && one.sector?.id === other.sector?.id && one.sector?.version === other.sector?.version

/** Of a wording that is not sure, only what closes it anywhere is a « no ». */
const unsure = (held: Finding, anywhere: Finding): Finding => (anywhere.truth === 'no' ? anywhere : held)

/**
 * What remains to be asked when the wording is not sure: where a text acts is not known better than the text. Without any convention in force, it
 * opens nothing all the same.
 */
const withoutPlace = ({ commune, conventions, operation: inForce, sectors }: PlaceFacts): PlaceFacts => ({
  ...nothingKnown, commune, conventions, operation: inForce,
  sectors: sectors.map((sector) => ({ ...sector, inside: 'unknown', valid: 'unknown', townCentre: 'unknown' })),
})

const placeOf = (lever: Lever, where: LeverWhere, facts: PlaceFacts): Finding => {
  const at = (place: LeverPlace): Finding =>
    (typeof place === 'string' ? byScope[place](facts, lever.id) : insidePerimeter(facts, place.perimeter))
  return allOf(anyOf(...where.anyOf.map(at)), ...where.allOf.map(at))
}

const projectCodes = { yes: 'project', no: 'notProject', unknown: 'projectUnknown' } as const
const operation = (facts: PlaceFacts): Finding =>
  found(facts.operation, { yes: 'operationInForce', no: 'operationNotInForce', unknown: 'operationUnknown' })
const inEpci = (facts: PlaceFacts): Finding => found(facts.inEpci, { yes: 'inEpci', no: 'notInEpci', unknown: 'epciUnknown' })

const byScope: Record<Scope, (facts: PlaceFacts, lever: string) => Finding> = {
  sector: (facts) => insideSector(facts),
  ortPerimeter: (facts) => insideSector(facts),
  townCentreSector: (facts) => insideSector(facts, { townCentre: true }),
  commune: conventionHere,
  outsideSignatory: (facts) => allOf(conventionHere(facts), not(insideSector(facts, { townCentre: true }))),
  outsideEpci: (facts) => allOf(operation(facts), inEpci(facts), not(conventionHere(facts))),
  outsideNeighbour: (facts) => allOf(operation(facts), not(inEpci(facts)),
    found(facts.inNeighbourEpci, { yes: 'inNeighbourEpci', no: 'notInNeighbourEpci', unknown: 'neighbourUnknown' })),
  project: (facts) => allOf(conventionHere(facts), found(facts.project, projectCodes)),
  anyProject: (facts) => found(facts.project, projectCodes),
  party: (facts) => allOf(conventionHere(facts), found(facts.party, { yes: 'party', no: 'notParty', unknown: 'partyUnknown' })),
  decision: (facts, lever) => found(facts.decisions[lever] ?? 'notLoaded', { yes: 'decided', no: 'notDecided', unknown: 'decisionUnknown' }),
  unmapped: () => finding('unknown', 'unmapped'),
  everywhere: () => finding('yes', 'everywhere'),
}
