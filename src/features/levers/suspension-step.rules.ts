// A dated step of a request of suspension, as its form says it. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { suspensionStepKinds } from '../../law/levers/suspension-step.ts'
import type { SuspensionStepKind } from '../../law/levers/suspension-step.ts'
import type { Signatory, SuspensionStep } from './suspension.rules.ts'

/** `signatory`: who joined or declined, or was asked. */
export type NewSuspensionStep = {
  readonly kind: SuspensionStepKind; readonly signatory: Signatory | null; readonly happenedOn: PlainDate; readonly words: string
  readonly documentId: Id<'document'> | null
}
export const stepFields = ['kind', 'signatory', 'happenedOn', 'words', 'document'] as const
export type StepTyped = Readonly<Record<(typeof stepFields)[number], string>>
export type StepProblem =
  | 'kindUnknown' | 'signatoryMissing' | 'signatoryNotYours' | 'dayUnreadable' | 'dayAhead' | 'wordsTooLong' | 'documentUnknown' | 'notSuspended'
  | 'closed' | 'beforeRegistration' | 'beforeSuspension'

type Choices = {
  readonly signatories: readonly Signatory[]; readonly documents: readonly { readonly id: Id<'document'> }[]; readonly today: PlainDate
  readonly steps: readonly SuspensionStep[]; readonly registeredOn: PlainDate | null
  /** The signatories this person answers for; null when they keep the whole request. */
  readonly own: readonly string[] | null
}

const bySignatory: readonly SuspensionStepKind[] = ['joined', 'declined']
/** What the State does, once the application is registered. */
const byState: readonly SuspensionStepKind[] = ['opinionAsked', 'suspended', 'refused', 'extended', 'ended']

/** Reads the form; refuses with every problem at once. */
export function readStep(typed: StepTyped, choices: Choices): Outcome<NewSuspensionStep, StepProblem> {
  const { signatories, documents, today, steps, own, registeredOn } = choices
  const kind = suspensionStepKinds.find((known) => known === typed.kind)
  const signatory = signatories.find(({ key }) => key === typed.signatory) ?? null
  const happenedOn = readDate(typed.happenedOn)
  const document = documents.find(({ id }) => id === readId(typed.document))?.id ?? null
  const answers = kind !== undefined && bySignatory.includes(kind)
  const problems = found<StepProblem>({
    kindUnknown: kind === undefined, signatoryMissing: (answers || typed.signatory !== '') && signatory === null,
    signatoryNotYours: own !== null && (!answers || (signatory !== null && !own.includes(signatory.key))),
    dayUnreadable: happenedOn === undefined, dayAhead: happenedOn !== undefined && happenedOn > today, wordsTooLong: typed.words.length > 2000,
    documentUnknown: typed.document !== '' && document === null,
    notSuspended: (kind === 'extended' || kind === 'ended') && steps.every((step) => step.kind !== 'suspended'),
    beforeRegistration: kind !== undefined && byState.includes(kind) && happenedOn !== undefined
      && registeredOn !== null && happenedOn < registeredOn,
    beforeSuspension: (kind === 'extended' || kind === 'ended') && happenedOn !== undefined
      && steps.some((step) => step.kind === 'suspended' && happenedOn < step.happenedOn),
    closed: kind !== 'withdrawn' && steps.some((step) => step.kind === 'withdrawn'),
  })
  if (kind === undefined || happenedOn === undefined || problems.length > 0) return refused(problems)
  return accepted({ kind, signatory, happenedOn, words: typed.words, documentId: document })
}
