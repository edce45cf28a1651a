// The steps of an action: what is planned, expected and done, and the form of one of them.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { isStepOverdue } from '../../planning/lateness.ts'
import { PartPage } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'
import type { StepProblem, StepRow, StepTyped } from './step.rules.ts'

export const stepFaults: Record<StepProblem, Fault> = {
  kindMissing: ['kind', 'Dites s’il s’agit d’une étape, qui dure, ou d’un jalon, qui tombe un jour.'],
  titleMissing: ['title', 'Nommez l’étape, par exemple « Études préalables ».'],
  titleTooLong: ['title', 'Le nom dépasse 300 caractères : raccourcissez-le.'],
  startUnreadable: ['startsOn', 'Le début prévu est une date, sous la forme jj/mm/aaaa.'],
  endUnreadable: ['endsOn', 'La fin prévue est une date, sous la forme jj/mm/aaaa.'],
  milestoneStarts: ['startsOn', 'Un jalon tombe un seul jour : videz le début prévu, ou choisissez « Étape ».'],
  endBeforeStart: ['endsOn', 'La fin prévue précède le début prévu : vérifiez les deux dates.'],
  forecastUnreadable: ['forecastOn', 'La date estimée est une date, sous la forme jj/mm/aaaa.'],
  doneUnreadable: ['doneOn', 'La date de réalisation est une date, sous la forme jj/mm/aaaa.'],
  doneInFuture: ['doneOn', 'Ce jour n’est pas encore venu : laissez vide tant que ce n’est pas fait.'],
  whoTooLong: ['who', 'Le nom de qui s’en charge dépasse 300 caractères : raccourcissez-le.'],
}

type StepsProps = PartFrame & {
  readonly steps: readonly StepRow[]; readonly day: PlainDate; readonly typed: StepTyped; readonly faults: readonly Fault[]; readonly onceKey: string
}
export const StepsPage = ({ steps, day, typed, faults, onceKey, ...part }: StepsProps) => (
  <PartPage {...part} part="steps" title="Étapes et jalons" faults={faults}
    intro="Ce qui reste à faire, dans l’ordre ; une étape passée et non faite met l’action en retard.">
    <StepsTable steps={steps} day={day} part={part} />
    {part.mayEdit ? (
      <Section title="Ajouter une étape ou un jalon">
        <Form action={paths.actionSteps(part.slug, part.action.id)} keep={`etape-${part.action.id}`}>
          <Hidden name="cle" value={onceKey} />
          <StepFields typed={typed} faults={faults} />
          <Buttons><SubmitButton>Ajouter</SubmitButton></Buttons>
        </Form>
      </Section>
    ) : null}
  </PartPage>
)

type StepProps = PartFrame & {
  readonly step: StepRow; readonly typed: StepTyped; readonly faults: readonly Fault[]; readonly version: number
  /** What someone else recorded while this form was open. */
  readonly theirs?: StepRow | undefined
}
export const StepPage = ({ step, typed, faults, version, theirs, ...part }: StepProps) => (
  <PartPage {...part} part="steps" title={step.title} faults={faults}
    under={{ href: paths.actionSteps(part.slug, part.action.id), label: 'Étapes et jalons' }}>
    {theirs === undefined ? null : (
      <Notice tone="warning" title="Cette étape vient d’être modifiée par quelqu’un d’autre" live>
        <p>{`Version enregistrée : ${stepInWords(theirs)}. Votre saisie est ci-dessous, intacte : l’enregistrer remplacera cette version.`}</p>
      </Notice>
    )}
    <Form action={paths.actionStep(part.slug, part.action.id, step.id)} keep={`etape-${step.id}`}>
      <Hidden name="version" value={String(version)} />
      <StepFields typed={typed} faults={faults} />
      <Buttons>
        <SubmitButton>Enregistrer</SubmitButton>
        <LinkButton href={paths.actionSteps(part.slug, part.action.id)}>Revenir aux étapes</LinkButton>
      </Buttons>
    </Form>
  </PartPage>
)

const StepFields = ({ typed, faults }: { typed: StepTyped; faults: readonly Fault[] }) => (
  <>
    <RadioGroup name="kind" label="Nature" value={typed.kind} faults={faults} choices={[
      { value: 'step', label: 'Étape', hint: 'Elle dure : études, travaux, consultation…' },
      { value: 'milestone', label: 'Jalon', hint: 'Il tombe un jour : délibération, livraison…' },
    ]} />
    <TextField name="title" label="Nom" value={typed.title} faults={faults} maxLength={300} />
    <DateField name="startsOn" label="Début prévu" required={false} value={typed.startsOn} faults={faults}
      hint="D’une étape seulement. Format jj/mm/aaaa." />
    <DateField name="endsOn" label="Fin prévue, ou jour du jalon" required={false} value={typed.endsOn} faults={faults} />
    <DateField name="forecastOn" label="Fin estimée à ce jour" required={false} value={typed.forecastOn} faults={faults} />
    <DateField name="doneOn" label="Faite le" required={false} value={typed.doneOn} faults={faults} />
    <TextField name="who" label="Qui s’en charge" required={false} value={typed.who} faults={faults} maxLength={300} />
  </>
)

/** The steps in a table; `part`: with the buttons of those who may. */
const StepsTable = ({ steps, day, part }: { steps: readonly StepRow[]; day: PlainDate; part: PartFrame }) => (
  <Table caption="Étapes et jalons, dans l’ordre" captionHidden rows={steps} rowKey={({ id }) => id}
    empty={<Empty title="Aucune étape"><p>Découpez l’action en quelques étapes datées : l’échéancier et les retards s’en déduisent.</p></Empty>}
    columns={[
      { key: 'title', label: 'Étape', rowHeader: true, cell: (step) => (
        <>{part.mayEdit ? <a href={paths.actionStep(part.slug, part.action.id, step.id)}>{step.title}</a> : step.title}
          {step.kind === 'milestone' ? <span class="quiet"> (jalon)</span> : null}{step.who === '' ? null
            : <span class="quiet"> · {step.who}</span>}</>
      ) },
      { key: 'planned', label: 'Prévue', cell: (step) => <StepDays step={step} /> },
      { key: 'forecast', label: 'Fin estimée', cell: ({ forecastOn }) => (forecastOn === null ? '' : <ShortDay date={forecastOn} />) },
      { key: 'state', label: 'Où elle en est', cell: (step) => <StepState step={step} day={day} /> },
      ...(part.mayEdit ? [{ key: 'acts', label: 'Actions', cell: (step: StepRow) => <StepActs step={step} steps={steps} part={part} /> }] : []),
    ]} />
)

export const StepDays = ({ step: { startsOn, endsOn } }: { step: Pick<StepRow, 'startsOn' | 'endsOn'> }) => (
  startsOn === null ? (endsOn === null ? <>date à fixer</> : <ShortDay date={endsOn} />)
    : endsOn === null ? <>à partir du <ShortDay date={startsOn} /></> : <><ShortDay date={startsOn} /> – <ShortDay date={endsOn} /></>
)

export const StepState = ({ step, day }: { step: StepRow; day: PlainDate }) => (
  step.doneOn !== null && step.doneOn <= day ? <Badge tone="positive">Faite le <ShortDay date={step.doneOn} /></Badge>
    : isStepOverdue(step, day) ? <Badge tone="negative" icon="alert">En retard</Badge>
      : <Badge>À faire</Badge>
)

const StepActs = ({ step, steps, part }: { step: StepRow; steps: readonly StepRow[]; part: PartFrame }) => {
  const at = [part.slug, part.action.id, step.id] as const
  return (
    <Buttons>
      {step.doneOn === null
        ? <ButtonForm to={paths.actionStepDone(...at)} emphasis="secondary"
          small label={`Faite aujourd’hui : ${step.title}`}>Faite aujourd’hui</ButtonForm>
        : <ButtonForm to={paths.actionStepDone(...at)} fields={{ done: 'non' }} emphasis="quiet"
          small label={`Pas faite : ${step.title}`}>Pas faite</ButtonForm>}
      {steps[0] === step ? null
        : <ButtonForm to={paths.actionStepRank(...at)} emphasis="quiet" small label={`Monter : ${step.title}`}>Monter</ButtonForm>}
      <ButtonForm to={paths.actionStepRemoval(...at)} emphasis="quiet" small label={`Retirer : ${step.title}`}>Retirer</ButtonForm>
    </Buttons>
  )
}

const stepInWords = ({ title, startsOn, endsOn, forecastOn, doneOn, who }: StepRow): string => [
  `« ${title} »`, ...(startsOn === null ? [] : [`début ${inWords(startsOn)}`]), ...(endsOn === null ? [] : [`fin ${inWords(endsOn)}`]),
  ...(forecastOn === null ? [] : [`estimée ${inWords(forecastOn)}`]), ...(doneOn === null ? [] : [`faite ${inWords(doneOn)}`]),
    ...(who === '' ? [] : [who]),
].join(', ')
