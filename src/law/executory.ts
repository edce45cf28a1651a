// The six dates of one decision, kept apart; the day it becomes executory, and what is odd about them. Pure.
import type { PlainDate } from '../kernel/date.ts'
import type { LegalAct, PublicationMedium } from './legal-act.ts'
import { localGazetteAbolishedSince } from './publication-reform.ts'

export const formalities = ['transmission', 'receipt', 'publication', 'certification'] as const
export type Formality = (typeof formalities)[number]

/** A decision and the steps about it; of two steps of one kind, the one done last. */
export type DecisionFile = { readonly decision: LegalAct; readonly steps: Readonly<Partial<Record<Formality, LegalAct>>> }

const isFormality = (kind: string): kind is Formality => (formalities as readonly string[]).includes(kind)

/** One file per act that is not a step, in the order given. `acts`: those that stand. */
export function decisionFiles(acts: readonly LegalAct[]): readonly DecisionFile[] {
  const steps = new Map<string, Partial<Record<Formality, LegalAct>>>()
  for (const act of acts) {
    if (!isFormality(act.kind) || act.about === null) continue
    const known = steps.get(act.about) ?? {}
    const same = known[act.kind]
    if (same === undefined || (act.on ?? '') >= (same.on ?? '')) known[act.kind] = act
    steps.set(act.about, known)
  }
  return acts.filter((act) => !isFormality(act.kind)).map((decision) => ({ decision, steps: steps.get(decision.id) ?? {} }))
}

const dayOf = ({ steps }: DecisionFile, step: Formality): PlainDate | null => steps[step]?.on ?? null

/**
 * The day a local act became executory: published and sent to the State's representative, whichever comes last. Receipt proves the sending, and
 * its acknowledgement is not a condition: without a day of receipt, that of transmission counts. Null as long as one of the two is unknown.
 * @source CGCT, art. L.2131-1 (communes), L.5211-3 (EPCI)
 */
export function executoryFrom(file: DecisionFile): PlainDate | null {
  const [sent, published] = [dayOf(file, 'receipt') ?? dayOf(file, 'transmission'), dayOf(file, 'publication')]
  return sent === null || published === null ? null : sent > published ? sent : published
}

export type DecisionWarning =
  | 'transmittedBeforeAct' | 'receivedBeforeTransmission' | 'publishedBeforeAct' | 'certifiedBeforeExecutory' | 'certifiedWithoutPublication'
  | 'gazetteAbolished' | 'publicationUnknown' | 'transmissionUnknown'

/** Decisions of communes and EPCI that the two formalities make executory; those of the State's representative and of judges are not. */
const local = (file: DecisionFile): boolean => ['deliberation'].includes(file.decision.kind) || Object.keys(file.steps).length > 0

/**
 * What is odd in the dates of a decision. None is an error: a page badly scanned or a date nobody wrote down explains most of them.
 * @source CGCT, art. L.2131-1; ordonnance n° 2021-1310 and décret n° 2021-1311 of 7 October 2021 (electronic publication since 1 July 2022)
 */
export function decisionWarnings(file: DecisionFile): readonly DecisionWarning[] {
  if (!local(file)) return []
  const [done, sent, received, published, certified, from] = [file.decision.on, dayOf(file, 'transmission'), dayOf(file, 'receipt'),
    dayOf(file, 'publication'), dayOf(file, 'certification'), executoryFrom(file)]
  const before = (one: PlainDate | null, other: PlainDate | null): boolean => one !== null && other !== null && one < other
  const medium: PublicationMedium | undefined = file.steps.publication?.effect.medium
  const checks: Record<DecisionWarning, boolean> = {
    transmittedBeforeAct: before(sent, done) || before(received, done),
    receivedBeforeTransmission: before(received, sent),
    publishedBeforeAct: before(published, done),
    certifiedBeforeExecutory: before(certified, from) || before(certified, received ?? sent),
    certifiedWithoutPublication: certified !== null && published === null,
    gazetteAbolished: medium === 'gazette' && published !== null && published >= localGazetteAbolishedSince,
    publicationUnknown: published === null && certified === null,
    transmissionUnknown: sent === null && received === null,
  }
  return (Object.keys(checks) as DecisionWarning[]).filter((warning) => checks[warning])
}
