// The ladder of a funding line: each step with its day, its amount and its proof, those withdrawn with the reason; and the form of the next one.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Timeline } from '../../design/timeline.tsx'
import { Day, Moment } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import { inEuros } from '../../kernel/money.ts'
import { paths } from '../../paths.ts'
import { fundingStatuses } from '../../planning/funding-status.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import { statusWords } from './funding.words.ts'
import type { FundingLine, RecordedStep } from './money-line.rules.ts'
import type { StepProblem, TypedStep, WithdrawalProblem } from './step.rules.ts'

export const stepFaults: Record<StepProblem, Fault> = {
  statusUnknown: ['status', 'Choisissez l’étape.'],
  dateUnreadable: ['on', 'Indiquez le jour de l’étape, sous la forme jj/mm/aaaa.'],
  notYetHappened: ['on', 'Ce jour n’est pas encore venu : une étape s’enregistre une fois faite.'],
  stepAmountUnreadable: ['stepAmount', 'Écrivez un montant, par exemple « 55 000 », ou laissez vide s’il n’est pas connu.'],
  referenceTooLong: ['reference', 'La référence dépasse 300 caractères : raccourcissez-la.'],
  documentUnknown: ['document', 'Choisissez un document de la liste.'],
  reasonMissing: ['reason', 'Cette étape fait revenir la ligne en arrière : dites pourquoi.'],
  reasonTooLong: ['reason', 'Le motif dépasse 500 caractères : raccourcissez-le.'],
}
export const withdrawalFaults: Record<WithdrawalProblem, Fault> = {
  withdrawalReasonMissing: ['withdrawalReason', 'Dites pourquoi cette étape est retirée.'],
  withdrawalReasonTooLong: ['withdrawalReason', 'Le motif dépasse 500 caractères : raccourcissez-le.'],
}

const next: Readonly<Record<FundingStatus, FundingStatus>> = {
  toRequest: 'requested', requested: 'awarded', awarded: 'committed', committed: 'paid', paid: 'paid', closed: 'closed', refused: 'requested',
  cancelled: 'requested',
}
/** The form of the step that usually comes next. */
export const newStep = (status: FundingStatus): TypedStep => ({ status: next[status], on: '', stepAmount: '', reference: '', document: '', reason:
  '' })

type Place = { readonly slug: string; readonly line: FundingLine }
export type DocumentChoice = { readonly id: string; readonly fileName: string }
type FormProps = Place & {
  readonly typed: TypedStep; readonly faults: readonly Fault[]; readonly onceKey: string; readonly documents: readonly DocumentChoice[]
}
export const StepForm = ({ slug, line, typed, faults, onceKey, documents }: FormProps) => (
  <Section title="Enregistrer une étape" id="etape">
    <Form action={paths.fundingEvents(slug, line.actionId, line.id)} keep={`etape-${line.id}`}>
      <Hidden name="cle" value={onceKey} />
      <Select name="status" label="Étape" value={typed.status} faults={faults}
        choices={fundingStatuses.map((value) => ({ value, label: value === 'paid' ? 'Versement' : statusWords[value].name }))} />
      <DateField name="on" label="Jour" value={typed.on} faults={faults} />
      <NumberField name="stepAmount" label="Montant" required={false} value={typed.stepAmount} faults={faults}
        hint="D’un versement, ce versement seul ; sinon le montant en tout. Vide : inconnu ; à « Soldée », aucun versement de plus." />
      <TextField name="reference" label="Référence" required={false} value={typed.reference} faults={faults} maxLength={300}
        hint="Numéro d’arrêté, de convention, de mandat." />
      <Select name="document" label="Pièce" required={false} empty="Aucune" value={typed.document} faults={faults}
        choices={documents.map(({ id, fileName }) => ({ value: id, label: fileName }))} />
      <TextField name="reason" label="Motif, si la ligne revient en arrière" required={false} value={typed.reason} faults={faults} maxLength={500} />
      <Buttons><SubmitButton>Enregistrer l’étape</SubmitButton></Buttons>
    </Form>
  </Section>
)

type LadderProps = Place & {
  readonly steps: readonly RecordedStep[]; readonly mayKeep: boolean; readonly onceKey: string
  /** The step whose withdrawal was refused, with the reason typed. */
  readonly withdrawing: { readonly step: string; readonly reason: string; readonly faults: readonly Fault[] } | undefined
}
export const Ladder = ({ slug, line, steps, mayKeep, onceKey, withdrawing }: LadderProps) => (
  <Section title="Étapes" id="etapes">
    {steps.length === 0 ? <p>Rien n’est encore demandé : la ligne est à solliciter.</p> : (
      <Timeline label="Étapes du financement" entries={steps.map((step) => ({
        key: step.id, on: step.on, when: 'past' as const, title: <StepTitle step={step} />,
        detail: <>
          <StepDetail slug={slug} step={step} />
          {mayKeep && step.withdrawnAt === null
            ? <Withdrawal slug={slug} line={line} step={step} onceKey={onceKey} refused={withdrawing?.step === step.id ? withdrawing : undefined} />
              : null}
        </>,
      }))} />
    )}
  </Section>
)

const StepTitle = ({ step }: { step: RecordedStep }) => (
  <>
    {step.withdrawnAt === null ? <Badge tone={statusWords[step.status].tone}>{step.status === 'paid' ? 'Versement' :
      statusWords[step.status].name}</Badge>
      : <><s>{statusWords[step.status].name}</s> <Badge>Retirée</Badge></>}
    {' '}
    {step.amountCents === null ? (step.status === 'closed' || step.status === 'refused' || step.status === 'cancelled' ? '' : 'montant inconnu') :
      inEuros(step.amountCents)}
  </>
)

const StepDetail = ({ slug, step }: { slug: string; step: RecordedStep }) => (
  <p class="quiet">
    {step.reference === '' ? null : `${step.reference}. `}
    {step.documentId === null ? null : <>{'Pièce : '}<a href={paths.document(slug, step.documentId)}>{step.fileName}</a>{'. '}</>}
    {step.reason === '' ? null : `Motif : ${step.reason}. `}
    {`Enregistrée par ${step.recordedBy}, `}<Moment at={step.recordedAt} />
    {step.withdrawnAt === null ? '.' : <>{`. Retirée par ${step.withdrawnBy ?? ''}, `}<Moment at={step.withdrawnAt}
      />{` : ${step.withdrawnReason ?? ''}`}</>}
  </p>
)

type WithdrawalProps = Place & { readonly step: RecordedStep; readonly onceKey: string; readonly refused: LadderProps['withdrawing'] }
const Withdrawal = ({ slug, line, step, onceKey, refused }: WithdrawalProps) => (
  <details open={refused !== undefined}>
    <summary>{`Retirer l’étape du ${inWords(step.on)}`}</summary>
    <Form action={paths.fundingEventWithdrawal(slug, line.actionId, line.id, step.id)} layout="inline">
      <Hidden name="cle" value={onceKey} />
      <TextField name="withdrawalReason" within={refused === undefined ? step.id : undefined} label="Motif du retrait" value={refused?.reason}
        faults={refused?.faults} maxLength={500} />
      <SubmitButton emphasis="danger" small>Retirer</SubmitButton>
    </Form>
  </details>
)

/** `depuis le 3 mai 2025`, when there is a step. */
export const SinceWhen = ({ line }: { line: FundingLine }) => (line.since === null ? null : <>{'depuis le '}<Day date={line.since} /></>)
