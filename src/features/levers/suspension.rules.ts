// A request to suspend a commercial project outside the sectors: the project, who joined, the data behind it, and what to do next. Pure.
import { plusDays, plusMonths, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { lastClearDay } from '../../law/clear-days.ts'
import type { SuspensionStepKind } from '../../law/levers/suspension-step.ts'
import { missingTopics } from './evidence.rules.ts'
import type { Evidence, EvidenceTopic } from './evidence.rules.ts'

/** `insee`: where the project would stand. `salesAreaM2`: square metres. `registeredOn`: the day its application was registered; null unknown. */
export type SuspensionValues = {
  readonly project: string; readonly insee: string; readonly place: string; readonly salesAreaM2: number | null; readonly developer: string
  readonly registeredOn: PlainDate | null
}
/** A dated step that was not withdrawn. `organisationId`: whose step it is, for those who join or decline. */
export type SuspensionStep = {
  readonly id: Id<'suspensionStep'>; readonly kind: SuspensionStepKind; readonly organisationId: Id<'organisation'> | null
  readonly organisation: string | null; readonly happenedOn: PlainDate; readonly words: string; readonly documentId: Id<'document'> | null
  readonly document: string | null
}
export type Suspension = SuspensionValues & {
  readonly id: Id<'suspension'>; readonly version: number; readonly evidence: Evidence; readonly steps: readonly SuspensionStep[]
}

/**
 * Who has to join: the EPCI, and each commune whose convention is in force. `sure` false: nobody can tell whether it is. `key`: `epci`, or the
 * INSEE code.
 * @source C. com., art. R.752-29-3 (joint request of the president of the EPCI and of each mayor of the signatory communes)
 */
export type Signatory = {
  readonly key: string; readonly name: string; readonly executive: string; readonly organisationId: Id<'organisation'> | null
  readonly sure: boolean
}
export type Joining = { readonly signatory: Signatory; readonly answer: 'joined' | 'declined' | 'missing'; readonly step: SuspensionStep | null }

/** What each one answered last. */
export const joiningsOf = (signatories: readonly Signatory[], steps: readonly SuspensionStep[]): readonly Joining[] =>
  signatories.map((signatory) => {
    const step = steps.filter(({ kind, organisationId }) => (kind === 'joined' || kind === 'declined') && organisationId !== null
      && organisationId === signatory.organisationId).toSorted((one, other) => (one.happenedOn < other.happenedOn ? -1 : 1)).at(-1) ?? null
    return { signatory, step, answer: step?.kind === 'joined' ? 'joined' : step?.kind === 'declined' ? 'declined' : 'missing' }
  })

/** How long the préfet has to ask for opinions, and how long a suspension lasts; `months` from memory, to be confirmed. */
export const suspensionDelays = { opinionDays: 15, months: 36, extensionMonths: 12 } as const

export type SuspensionDays = {
  /** Last day to ask for opinions; null while the day of registration is unknown. */
  readonly opinions: { readonly last: PlainDate; readonly rolled: PlainDate } | null
  /** Last day of the suspension at most, to be confirmed; null when nothing is suspended. */
  readonly suspendedUntil: PlainDate | null
}
export function daysOf({ registeredOn, steps }: Pick<Suspension, 'registeredOn' | 'steps'>): SuspensionDays {
  const suspended = lastOf(steps, ['suspended'])
  const months = suspensionDelays.months + (lastOf(steps, ['extended']) === undefined ? 0 : suspensionDelays.extensionMonths)
  return {
    opinions: registeredOn === null ? null : lastClearDay(registeredOn, suspensionDelays.opinionDays),
    suspendedUntil: suspended === undefined ? null : plusDays(plusMonths(suspended.happenedOn, months), -1),
  }
}

const lastOf = (steps: readonly SuspensionStep[], kinds: readonly SuspensionStepKind[]): SuspensionStep | undefined =>
  steps.filter(({ kind }) => kinds.includes(kind)).toSorted((one, other) => (one.happenedOn < other.happenedOn ? -1 : 1)).at(-1)

export const suspensionStages = [
  'register', 'signatories', 'declined', 'join', 'evidence', 'send', 'notJoint', 'receive', 'await', 'suspended', 'refused', 'ended',
  'withdrawn',
] as const
/** Where a request stands, named after what is to be done next. */
export type SuspensionStage = (typeof suspensionStages)[number]
export type NextStep = {
  readonly stage: SuspensionStage; readonly who: readonly string[]; readonly topics: readonly EvidenceTopic[]
  /** The day for opinions has gone by. */
  readonly late: boolean
}

/** The one thing to do next; the law's order, then the evidence, since a file without data convinces nobody. */
export function nextStepOf(suspension: Suspension, joinings: readonly Joining[], today: PlainDate): NextStep {
  const { steps } = suspension
  const has = (...kinds: readonly SuspensionStepKind[]): boolean => lastOf(steps, kinds) !== undefined
  const named = (answer: Joining['answer']) => joinings.filter((one) => one.answer === answer).map(({ signatory }) => signatory.executive)
  const topics = missingTopics(suspension.evidence)
  const { opinions } = daysOf(suspension)
  const end = lastOf(steps, ['suspended', 'refused', 'extended', 'ended'])
  const stage: SuspensionStage = has('withdrawn') ? 'withdrawn'
    : end !== undefined ? (end.kind === 'extended' ? 'suspended' : end.kind === 'ended' || end.kind === 'refused' ? end.kind : 'suspended')
      : has('received', 'sent') && joinings.some(({ answer }) => answer !== 'joined') ? 'notJoint'
        : has('received') ? 'await' : has('sent') ? 'receive'
        : suspension.registeredOn === null ? 'register' : joinings.length < 2 ? 'signatories' : named('declined').length > 0 ? 'declined'
          : named('missing').length > 0 ? 'join' : topics.length > 0 ? 'evidence' : 'send'
  return {
    stage, topics,
    who: stage === 'declined' ? named('declined') : stage === 'notJoint' ? [...named('declined'), ...named('missing')] : named('missing'),
    late: opinions !== null && today > opinions.last && ['register', 'signatories', 'declined', 'join', 'evidence', 'send'].includes(stage),
  }
}

export const suspensionFields = ['project', 'insee', 'otherInsee', 'place', 'salesArea', 'developer', 'registeredOn'] as const
export type SuspensionTyped = Readonly<Record<(typeof suspensionFields)[number], string>>
export type SuspensionProblem =
  | 'projectMissing' | 'projectTooLong' | 'communeUnknown' | 'otherUnknown' | 'placeTooLong' | 'areaUnreadable' | 'developerTooLong'
  | 'dayUnreadable' | 'dayAhead'

/** Reads the form of a project; `communes`: those of the EPCI; `known`: any other there is. Refuses with every problem at once. */
export function readSuspension(
  typed: SuspensionTyped, communes: readonly string[], known: (insee: string) => boolean, today: PlainDate,
): Outcome<SuspensionValues, SuspensionProblem> {
  const area = typed.salesArea === '' ? null : Number(typed.salesArea.replace(/[\s\u00a0\u202f]|m²$/gu, ''))
  const registeredOn = typed.registeredOn === '' ? null : readDate(typed.registeredOn)
  const problems = found<SuspensionProblem>({
    projectMissing: typed.project === '', projectTooLong: typed.project.length > 300,
    communeUnknown: typed.otherInsee === '' && !communes.includes(typed.insee),
    otherUnknown: typed.otherInsee !== '' && !known(typed.otherInsee),
    placeTooLong: typed.place.length > 300, areaUnreadable: area !== null && !(Number.isInteger(area) && area > 0 && area < 10_000_000),
    developerTooLong: typed.developer.length > 300, dayUnreadable: registeredOn === undefined,
    dayAhead: typeof registeredOn === 'string' && registeredOn > today,
  })
  if (registeredOn === undefined || problems.length > 0) return refused(problems)
  const insee = typed.otherInsee === '' ? typed.insee : typed.otherInsee
  return accepted({ project: typed.project, insee, place: typed.place, salesAreaM2: area, developer: typed.developer, registeredOn })
}

export const emptySuspension: SuspensionTyped = { project: '', insee: '', otherInsee: '', place: '', salesArea: '', developer: '', registeredOn: '' }
/** A project as its form shows it. */
export const typedSuspension = (one: SuspensionValues, communes: readonly string[]): SuspensionTyped => ({
  project: one.project, insee: communes.includes(one.insee) ? one.insee : '', otherInsee: communes.includes(one.insee) ? '' : one.insee,
  place: one.place, salesArea: one.salesAreaM2 === null ? '' : String(one.salesAreaM2),
  developer: one.developer, registeredOn: one.registeredOn?.split('-').reverse().join('/') ?? '',
})

