// The forms of one obligation: a proof, a waiver, the day of an event, a decision on a changed clause, a withdrawal; and what was recorded.
import { Section } from '../../design/card.tsx'
import { RadioGroup, Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Day, Moment } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import { proofForms, verdicts } from './entry.rules.ts'
import type {
  DecisionProblem, Entry, EventProblem, ProofProblem, WaiverProblem, WithdrawalProblem,
} from './entry.rules.ts'
import { ProofLink, formNames, occurrenceTitle, stateWords, verdictWords } from './obligation.words.tsx'
import type { Occurrence } from './occurrence.rules.ts'

export const proofFaults: Record<ProofProblem, Fault> = {
  occurrenceUnknown: ['occurrence', 'Choisissez l’échéance que cela prouve.'],
  formUnknown: ['form', 'Dites ce que c’est : réunion, rapport, acte ou document.'],
  dayUnreadable: ['on', 'Indiquez le jour où cela s’est fait, sous la forme jj/mm/aaaa.'],
  dayAhead: ['on', 'Ce jour n’est pas encore venu : une preuve s’enregistre une fois la chose faite.'],
  beforeStart: ['on', 'Ce jour précède l’entrée en vigueur de la convention : vérifiez-le.'],
  outsideYear: ['on', 'Ce jour n’est pas dans l’année choisie : une réunion compte dans l’année où elle s’est tenue, choisissez celle-là.'],
  titleMissing: ['title', 'Donnez un titre, ou choisissez un document ou un acte.'],
  titleTooLong: ['title', 'Le titre dépasse 500 caractères : raccourcissez-le.'],
  documentUnknown: ['document', 'Ce document n’est pas dans l’opération : choisissez-le dans la liste.'],
  actUnknown: ['act', 'Cet acte n’est pas au registre : choisissez-le dans la liste.'],
}
export const waiverFaults: Record<WaiverProblem, Fault> = {
  occurrenceUnknown: ['occurrence', 'Choisissez l’échéance à dispenser.'],
  alreadySettled: ['occurrence', 'Cette échéance est déjà tenue ou dispensée : choisissez-en une autre.'],
  reasonMissing: ['reason', 'Donnez le motif : qui lira dans un an doit comprendre.'],
  reasonTooLong: ['reason', 'Le motif dépasse 500 caractères : raccourcissez-le.'],
}
export const eventFaults: Record<EventProblem, Fault> = {
  eventNotAwaited: ['on', 'Le jour de cet engagement ne dépend d’aucun évènement.'],
  dayUnreadable: ['on', 'Indiquez le jour de l’évènement, sous la forme jj/mm/aaaa.'],
  dayAhead: ['on', 'Ce jour n’est pas encore venu : datez l’évènement une fois qu’il a eu lieu.'],
  outsideTerm: ['on', 'Ce jour n’est pas dans la durée de la convention : vérifiez-le.'],
  titleMissing: ['title', 'Dites ce qui s’est passé.'],
  titleTooLong: ['title', 'Le texte dépasse 500 caractères : raccourcissez-le.'],
}
export const decisionFaults: Record<DecisionProblem, Fault> = {
  nothingToDecide: ['verdict', 'Plus rien n’est à décider : la clause n’a pas changé, ou la décision est déjà prise.'],
  verdictUnknown: ['verdict', 'Dites si l’engagement tient, est remplacé ou a pris fin.'],
  dayUnreadable: ['on', 'Indiquez depuis quel jour il n’est plus dû, sous la forme jj/mm/aaaa.'],
  replacementUnknown: ['replacedBy', 'Choisissez l’engagement qui le remplace.'],
  reasonMissing: ['reason', 'Donnez le motif de la décision.'],
  reasonTooLong: ['reason', 'Le motif dépasse 500 caractères : raccourcissez-le.'],
}
export const withdrawalFaults: Record<WithdrawalProblem, Fault> = {
  alreadyWithdrawn: ['reason', 'Cette écriture est déjà retirée.'],
  reasonMissing: ['reason', 'Dites pourquoi cette écriture est retirée.'],
  reasonTooLong: ['reason', 'Le motif dépasse 500 caractères : raccourcissez-le.'],
}

/** What the lists of the forms offer. */
export type Choices = {
  readonly documents: readonly { readonly id: string; readonly fileName: string }[]
  readonly acts: readonly { readonly id: string; readonly title: string }[]
  readonly others: readonly { readonly id: string; readonly title: string }[]
}
/** The form that was sent and refused, or the choice an address proposes; `form`: its name, an entry's for a withdrawal. */
export type Typing = {
  readonly form: string; readonly fields: Readonly<Record<string, string>>; readonly faults: readonly Fault[]; readonly onceKey: string
}
type FormProps = {
  readonly slug: string; readonly obligation: { readonly id: string; readonly entries: readonly Entry[] }
  readonly occurrences: readonly Occurrence[]; readonly choices: Choices; readonly typing: Typing; readonly mayKeep: boolean
}

/** What a form shows: its own values and faults when it is the one that was sent. */
const shown = (typing: Typing, form: string) => (name: string) => ({
  name, within: form, value: typing.form === form ? typing.fields[name] : undefined, faults: typing.form === form ? typing.faults : [],
})
const occurrenceChoices = (occurrences: readonly Occurrence[]) => occurrences.map((occurrence) =>
  ({ value: occurrence.key, label: `${occurrenceTitle(occurrence)} (${stateWords[occurrence.state].one.toLowerCase()})` }))
const firstOpen = (occurrences: readonly Occurrence[]): string | undefined =>
  (occurrences.find(({ state }) => state === 'late') ?? occurrences.find(({ state }) => state === 'due') ?? occurrences[0])?.key

export const ProofForm = ({ slug, obligation, occurrences, choices, typing }: FormProps) => {
  const field = shown(typing, 'preuve')
  const { value: chosen, ...occurrence } = field('occurrence')
  return (
    <Section title="Enregistrer une preuve" id="preuve"
      intro="Une réunion tenue, un bilan remis, un acte, un document déposé : ce qui montre que c’est fait.">
      <Form action={paths.proofs(slug, obligation.id)} keep={`preuve-${obligation.id}`}>
        <Hidden name="cle" value={typing.onceKey} />
        <Select {...occurrence} label="Échéance" choices={occurrenceChoices(occurrences)} value={chosen || firstOpen(occurrences)} />
        <Select {...field('form')} label="Ce que c’est" empty="Choisissez"
          choices={proofForms.map((value) => ({ value, label: formNames[value] }))} />
        <DateField {...field('on')} label="Fait le" />
        <TextField {...field('title')} label="Titre" required={false} maxLength={500}
          hint="Par exemple « Comité de suivi du 14 juin ». Vide, c’est le nom du document ou de l’acte." />
        {choices.documents.length === 0 ? null : <Select {...field('document')} label="Document déposé" required={false} empty="Aucun"
          choices={choices.documents.map(({ id, fileName }) => ({ value: id, label: fileName }))} />}
        {choices.acts.length === 0 ? null : <Select {...field('act')} label="Acte du registre" required={false} empty="Aucun"
          choices={choices.acts.map(({ id, title }) => ({ value: id, label: title }))} />}
        <Buttons><SubmitButton>Enregistrer la preuve</SubmitButton></Buttons>
      </Form>
    </Section>
  )
}

export const WaiverForm = ({ slug, obligation, occurrences, typing }: FormProps) => {
  const field = shown(typing, 'dispense')
  const open = occurrences.filter(({ state }) => state !== 'met' && state !== 'waived')
  return open.length === 0 && typing.form !== 'dispense' ? null : (
    <Section title="Dispenser d’une échéance" id="dispense">
      <details open={typing.form === 'dispense'}>
        <summary>Quand elle n’est pas à demander, avec le motif</summary>
        <Form action={paths.waivers(slug, obligation.id)} keep={`dispense-${obligation.id}`}>
          <Hidden name="cle" value={typing.onceKey} />
          <Select {...field('occurrence')} label="Échéance" choices={occurrenceChoices(open)} empty="Choisissez" />
          <TextArea {...field('reason')} label="Motif" rows={2} maxLength={500} hint="Par exemple : le comité n’était pas encore installé." />
          <Buttons><SubmitButton emphasis="secondary">Dispenser</SubmitButton></Buttons>
        </Form>
      </details>
    </Section>
  )
}

export const EventForm = ({ slug, obligation, typing }: FormProps) => {
  const field = shown(typing, 'evenement')
  return (
    <Section title="Dater l’évènement" id="evenement"
      intro="Le délai court de cet évènement, ou la condition se réalise : son jour donne l’échéance.">
      <Form action={paths.triggerEvents(slug, obligation.id)} keep={`evenement-${obligation.id}`}>
        <Hidden name="cle" value={typing.onceKey} />
        <TextField {...field('title')} label="Ce qui s’est passé" maxLength={500} />
        <DateField {...field('on')} label="Le" />
        <Buttons><SubmitButton emphasis="secondary">Enregistrer le jour</SubmitButton></Buttons>
      </Form>
    </Section>
  )
}

export const DecisionForm = ({ slug, obligation, choices, typing }: FormProps) => {
  const field = shown(typing, 'decision')
  return (
    <Section title="Décider" id="decision">
      <Form action={paths.staleDecision(slug, obligation.id)} keep={`decision-${obligation.id}`}>
        <Hidden name="cle" value={typing.onceKey} />
        <RadioGroup {...field('verdict')} label="Ce que devient l’engagement"
          choices={verdicts.map((value) => ({ value, label: verdictWords[value].choice }))} />
        <DateField {...field('on')} label="N’est plus dû depuis le" required={false} hint="S’il est remplacé ou terminé, au format jj/mm/aaaa." />
        <Select {...field('replacedBy')} label="Remplacé par" required={false} empty="Aucun"
          choices={choices.others.map(({ id, title }) => ({ value: id, label: title }))} />
        <TextArea {...field('reason')} label="Motif" rows={2} maxLength={500} />
        <Buttons><SubmitButton>Enregistrer la décision</SubmitButton></Buttons>
      </Form>
    </Section>
  )
}

/** Everything that was recorded, the latest first; a withdrawn entry says why. */
export const History = (props: FormProps) => props.obligation.entries.length === 0 ? null : (
  <Section title="Ce qui a été enregistré">
    <ol class="plain-list" reversed>
      {props.obligation.entries.toReversed().map((entry) =>
        <li key={entry.id} id={`ecriture-${entry.id}`}><EntryLine {...props} entry={entry} /></li>)}
    </ol>
  </Section>
)

const EntryLine = ({ slug, obligation, typing, mayKeep, entry }: FormProps & { entry: Entry }) => {
  const field = shown(typing, `retrait-${entry.id}`)
  const what = entry.kind === 'proof' ? <ProofLink slug={slug} entry={entry} />
    : entry.kind === 'waiver' ? `Dispense : ${entry.words}`
      : entry.kind === 'event' ? `Évènement : ${entry.words}` : `${verdictWords[entry.verdict ?? 'kept'].done} : ${entry.words}`
  return <>
    {entry.withdrawnFor === null ? what : <del>{what}</del>}
    {entry.on === null ? null : <>, <Day date={entry.on} /></>}
    <span class="facts-note">{`${entry.recordedBy}, `}<Moment at={entry.recordedAt} /></span>
    {entry.withdrawnFor === null ? null : <span class="facts-note">{`Retirée : ${entry.withdrawnFor}`}</span>}
    {entry.withdrawnFor !== null || !mayKeep ? null : (
      <details open={typing.form === `retrait-${entry.id}`}>
        <summary aria-label={`Retirer : ${entry.words}`}>Retirer</summary>
        <Form action={paths.entryWithdrawal(slug, obligation.id, entry.id)} layout="inline">
          <Hidden name="cle" value={typing.onceKey} />
          <TextField {...field('reason')} label="Motif du retrait" maxLength={500} />
          <SubmitButton emphasis="danger" small>Retirer</SubmitButton>
        </Form>
      </details>
    )}
  </>
}
