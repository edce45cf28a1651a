// The life of an action: its states with their days, authors and reasons, and the form that records the next one.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextArea } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Moment } from '../../design/time.tsx'
import { Timeline } from '../../design/timeline.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { DatedState } from '../../planning/action-fields.ts'
import { actionStates, usualNext } from '../../planning/action-state.ts'
import type { ActionState } from '../../planning/action-state.ts'
import { stateNames, stateTones } from '../frameworks/action-state.words.ts'
import { PartPage } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'
import type { StateProblem, StateTyped, TransitionRow } from './state-change.rules.ts'

export const stateFaults: Record<StateProblem, Fault> = {
  stateMissing: ['state', 'Choisissez l’état dans la liste.'],
  dateUnreadable: ['on', 'Indiquez le jour du changement, sous la forme jj/mm/aaaa.'],
  inTheFuture: ['on', 'Ce jour n’est pas encore venu : un état se constate. Pour annoncer une date, remplissez les dates estimées.'],
  tooEarly: ['on', 'Cette date est antérieure à 1990 : vérifiez l’année.'],
  sameState: ['state', 'L’action est déjà dans cet état ce jour-là : choisissez un autre état ou un autre jour.'],
  reasonMissing: ['reason', 'Ce changement n’est pas le plus courant : dites pourquoi.'],
  reasonTooLong: ['reason', 'Le motif dépasse 1 000 caractères : raccourcissez-le.'],
  progressUnreadable: ['progress', 'L’avancement est un nombre entier de 0 à 100, par exemple 40.'],
  forecastStartUnreadable: ['forecastStartsOn', 'Le début estimé est une date, sous la forme jj/mm/aaaa.'],
  forecastEndUnreadable: ['forecastEndsOn', 'La fin estimée est une date, sous la forme jj/mm/aaaa.'],
  forecastBackwards: ['forecastEndsOn', 'La fin estimée précède le début estimé : vérifiez les deux dates.'],
  nothingChanged: ['state', 'Rien n’a changé : choisissez un nouvel état, ou corrigez l’avancement ou les dates estimées.'],
}

/** The state in a badge; « Sans état » when nobody gave one. */
export const StateBadge = ({ state }: { state: ActionState | null }) => (
  state === null ? <Badge tone="unknown">Sans état</Badge> : <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>
)

type Props = PartFrame & {
  readonly state: DatedState | null; readonly transitions: readonly TransitionRow[]; readonly day: PlainDate; readonly typed: StateTyped
  readonly shown: string; readonly faults: readonly Fault[]; readonly onceKey: string; readonly back: string
}
export const StatePage = ({ state, transitions, day, typed, shown, faults, onceKey, back, ...part }: Props) => (
  <PartPage {...part} title="État et avancement" faults={faults}
    intro="L’état d’une action est une suite de dates : rien n’est effacé, une erreur se corrige par une nouvelle ligne qui dit pourquoi.">
    {part.mayEdit ? (
      <Section title="Enregistrer un changement">
        <Form action={paths.actionState(part.slug, part.action.id)} keep={`etat-${part.action.id}`}>
          <Hidden name="cle" value={onceKey} />
          <Hidden name="shown" value={shown} />
          {back === '' ? null : <Hidden name="back" value={back} />}
          <Select name="state" label="Nouvel état" required={false} value={typed.state} faults={faults} choices={choicesFrom(state?.state ?? null)}
            empty={state === null ? 'Pas d’état' : `Inchangé : ${stateNames[state.state].toLowerCase()}`} />
          <DateField name="on" label="Depuis le" value={typed.on} faults={faults}
            hint="Le jour où c’est arrivé, aujourd’hui ou avant, même entre deux états déjà enregistrés. Format jj/mm/aaaa." />
          <TextArea name="reason" label="Motif" required={false} rows={2} value={typed.reason} faults={faults} maxLength={1000}
            hint="Demandé pour suspendre, abandonner, revenir en arrière, sauter une étape ou corriger." />
          <NumberField name="progress" label="Avancement, en pour cent" required={false} size={5} value={typed.progress} faults={faults} />
          <DateField name="forecastStartsOn" label="Début estimé à ce jour" required={false} value={typed.forecastStartsOn} faults={faults} />
          <DateField name="forecastEndsOn" label="Fin estimée à ce jour" required={false} value={typed.forecastEndsOn} faults={faults} />
          <Buttons>
            <SubmitButton>Enregistrer</SubmitButton>
            <LinkButton href={paths.action(part.slug, part.action.id)}>Revenir à la fiche</LinkButton>
          </Buttons>
        </Form>
      </Section>
    ) : null}
    <Section title="Ce qui s’est passé">
      {transitions.length === 0
        ? <Empty title="Aucun état enregistré"><p>Le premier état dit où en est l’action et depuis quand.</p></Empty>
        : <Timeline label="États de l’action, du premier au dernier" entries={transitions.map((one) => entryOf(one, day))} />}
    </Section>
  </PartPage>
)

/** The usual next states first. */
function choicesFrom(before: ActionState | null) {
  const usual = usualNext[before ?? 'none']
  const others = actionStates.filter((state) => !usual.includes(state) && state !== before)
  return [
    ...usual.map((state) => ({ value: state, label: stateNames[state] })),
    ...others.map((state) => ({ value: state, label: `${stateNames[state]} (avec un motif)` })),
    ...(before === null ? [] : [{ value: before, label: `${stateNames[before]} (depuis un autre jour)` }]),
  ]
}

const entryOf = ({ id, state, on, reason, recordedAt, recordedBy }: TransitionRow, day: PlainDate) => ({
  key: id, on, title: stateNames[state], when: on > day ? 'future' : on === day ? 'today' : 'past',
  detail: <>{reason === '' ? null : <p>{reason}</p>}<p class="quiet">Enregistré par {recordedBy}, <Moment at={recordedAt} /></p></>,
} as const)
