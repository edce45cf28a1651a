// What stops an action: each reason with who can lift it, the form of a new one, and the form that lifts one.
import { Badge } from '../../design/badge.tsx'
import { Card, Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Day } from '../../design/time.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { PartPage } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'
import type { BlockingProblem, BlockingRow, BlockingTyped, LiftProblem } from './blocking.rules.ts'
import { stopsOn } from './blocking.rules.ts'

export const blockingFaults: Record<BlockingProblem, Fault> = {
  reasonMissing: ['reason', 'Dites ce qui bloque, par exemple « Accord de l’architecte des bâtiments de France attendu ».'],
  reasonTooLong: ['reason', 'Le motif dépasse 1 000 caractères : raccourcissez-le.'],
  sinceUnreadable: ['since', 'Indiquez depuis quel jour, sous la forme jj/mm/aaaa.'],
  sinceInFuture: ['since', 'Ce jour n’est pas encore venu : un blocage se constate.'],
  organisationUnknown: ['organisation', 'Choisissez l’organisation dans la liste.'],
  lifterMissing: ['lifter', 'Dites qui peut lever le blocage : une organisation de la liste, ou un nom.'],
  lifterTooLong: ['lifter', 'Le nom dépasse 300 caractères : raccourcissez-le.'],
  expectedUnreadable: ['expectedOn', 'La date espérée est une date, sous la forme jj/mm/aaaa.'],
  expectedBeforeStart: ['expectedOn', 'La date espérée précède le début du blocage : vérifiez les deux dates.'],
}
export const liftFaults: Record<LiftProblem, Fault> = {
  liftedUnreadable: ['liftedOn', 'Indiquez le jour où le blocage a été levé, sous la forme jj/mm/aaaa.'],
  liftedInFuture: ['liftedOn', 'Ce jour n’est pas encore venu : une levée se constate.'],
  liftedBeforeStart: ['liftedOn', 'Ce jour précède le début du blocage : vérifiez la date.'],
  alreadyLifted: ['liftedOn', 'Ce blocage est déjà levé.'],
}

/** Who can lift it: the organisation, the words, or both. */
export const lifterInWords = ({ organisation, lifter }: Pick<BlockingRow, 'organisation' | 'lifter'>): string =>
  [organisation, lifter === '' ? null : lifter].filter((part) => part !== null).join(', ')

type Props = PartFrame & {
  readonly blockings: readonly BlockingRow[]; readonly organisations: readonly { readonly value: string; readonly label: string }[]
  readonly day: PlainDate; readonly typed: BlockingTyped; readonly faults: readonly Fault[]; readonly onceKey: string
}
export const BlockingsPage = ({ blockings, organisations, day, typed, faults, onceKey, ...part }: Props) => (
  <PartPage {...part} part="blockings" title="Blocages" faults={faults}
    intro="Ce qui empêche l’action d’avancer, et surtout qui peut la débloquer. La fiche le montre en premier.">
    {blockings.length === 0 ? <Empty title="Aucun blocage"><p>Rien n’empêche cette action d’avancer, ou personne ne l’a dit.</p></Empty>
      : blockings.map((one) => <BlockingCard key={one.id} blocking={one} day={day} part={part} />)}
    {part.mayEdit ? (
      <Section title="Signaler un blocage">
        <Form action={paths.actionBlockings(part.slug, part.action.id)} keep={`blocage-${part.action.id}`}>
          <Hidden name="cle" value={onceKey} />
          <TextArea name="reason" label="Ce qui bloque" rows={2} value={typed.reason} faults={faults} maxLength={1000} />
          <DateField name="since" label="Depuis le" value={typed.since} faults={faults} />
          <Select name="organisation" label="Qui peut le lever" required={false} empty="Personne dans cette liste" value={typed.organisation}
            faults={faults}
            choices={organisations} />
          <TextField name="lifter" label="Personne ou service" required={false} value={typed.lifter} faults={faults} maxLength={300}
            hint="En clair : un service, une élue, un propriétaire…" />
          <DateField name="expectedOn" label="Levée espérée le" required={false} value={typed.expectedOn} faults={faults} />
          <Buttons><SubmitButton>Signaler</SubmitButton></Buttons>
        </Form>
      </Section>
    ) : null}
  </PartPage>
)

const BlockingCard = ({ blocking, day, part }: { blocking: BlockingRow; day: PlainDate; part: PartFrame }) => (
  <Card level={2} title={blocking.reason}
    aside={stopsOn(blocking, day) ? <Badge tone="negative" icon="alert">Bloque encore</Badge> : <Badge tone="positive">Levé</Badge>}
    footer={part.mayEdit && blocking.liftedOn === null
      ? <LinkButton href={paths.actionBlocking(part.slug, part.action.id, blocking.id)} small>Dire qu’il est levé</LinkButton> : undefined}>
    <p>
      Depuis le <Day date={blocking.since} />{blocking.liftedOn === null ? null : <>, levé le <Day date={blocking.liftedOn} /></>}.
      {' '}Peut le lever : {lifterInWords(blocking)}.
      {blocking.expectedOn === null || blocking.liftedOn !== null ? null : <> Levée espérée le <Day date={blocking.expectedOn} />.</>}
    </p>
    <p class="quiet">Signalé par {blocking.recordedBy}</p>
  </Card>
)

type LiftProps = PartFrame & { readonly blocking: BlockingRow; readonly typed: string; readonly faults: readonly Fault[]; readonly onceKey: string }
export const LiftPage = ({ blocking, typed, faults, onceKey, ...part }: LiftProps) => (
  <PartPage {...part} part="blockings" title="Lever un blocage" faults={faults} intro={blocking.reason}
    under={{ href: paths.actionBlockings(part.slug, part.action.id), label: 'Blocages' }}>
    <Form action={paths.actionBlocking(part.slug, part.action.id, blocking.id)}>
      <Hidden name="cle" value={onceKey} />
      <DateField name="liftedOn" label="Levé le" value={typed} faults={faults} />
      <Buttons>
        <SubmitButton>Enregistrer</SubmitButton>
        <LinkButton href={paths.actionBlockings(part.slug, part.action.id)}>Revenir aux blocages</LinkButton>
      </Buttons>
    </Form>
  </PartPage>
)
