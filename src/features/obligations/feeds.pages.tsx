// Calendars to follow from one's own agenda, and how often one is reminded: of an operation, and of one's account.
import { Section } from '../../design/card.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { Frequency } from './digest.rules.ts'

type Feed = {
  readonly id: string; readonly name: string; readonly openedBy: string; readonly openedAt: Instant; readonly revokedAt: Instant | null
}
type FeedsProps = {
  readonly feeds: readonly Feed[]; readonly link: string | undefined; readonly name: string; readonly faults: readonly Fault[]
  readonly onceKey: string; readonly mayKeep: boolean; readonly action: string; readonly revocation: (feed: string) => string
}

export const frequencyWords: Readonly<Record<Frequency, { readonly label: string; readonly hint: string }>> = {
  weekly: { label: 'Chaque semaine', hint: 'Le lundi matin, s’il y a quelque chose à dire.' },
  daily: { label: 'Chaque jour', hint: 'Le matin, s’il y a quelque chose à dire.' },
  never: { label: 'Jamais', hint: 'Aucun message ; les échéances restent sur le site.' },
}

export const OperationCalendarPage = (props: FeedsProps & { readonly frame: Frame; readonly slug: string }) => (
  <Page {...props.frame} title="Calendrier à suivre" faults={props.faults} width="reading"
    breadcrumb={[{ href: paths.obligations(props.slug), label: 'Échéances' }]}
    intro={'Les échéances de l’opération dans l’agenda de chacun (Outlook, Thunderbird, Google, téléphone), toujours à jour. '
      + 'Qui connaît l’adresse lit le calendrier sans se connecter : donnez-la à qui doit suivre, et retirez-la quand elle a trop circulé.'}>
    <FaultSummary faults={props.faults} />
    <Feeds {...props} />
  </Page>
)

const Feeds = ({ feeds, link, name, faults, onceKey, mayKeep, action, revocation }: FeedsProps) => (
  <>
    {link === undefined ? null : (
      <Notice tone="success" title="L’adresse du calendrier est prête" live>
        <p>Copiez-la maintenant dans votre agenda (« s’abonner à un calendrier ») : elle ne sera plus affichée.</p>
        <p><code class="typed">{link}</code></p>
      </Notice>
    )}
    {mayKeep ? (
      <Form action={action} layout="inline">
        <Hidden name="cle" value={onceKey} />
        <TextField name="name" label="Pour qui, ou pour quel agenda" value={name} maxLength={120} faults={faults}
          hint="Par exemple « Agenda de la direction de l’habitat »." />
        <SubmitButton icon="plus">Créer une adresse</SubmitButton>
      </Form>
    ) : <p class="quiet">Vos droits dans cette opération ne permettent pas de créer une adresse : la vôtre se crée dans « Mes rappels ».</p>}
    <Table caption="Adresses de calendrier" rows={feeds} rowKey={(feed) => feed.id} empty={<p class="quiet">Aucune adresse n’a été créée.</p>}
      columns={[
        { key: 'name', label: 'Pour', rowHeader: true, cell: (feed) => feed.name },
        { key: 'opened', label: 'Créée', cell: (feed) => <><Moment at={feed.openedAt} />{`, ${feed.openedBy}`}</> },
        { key: 'state', label: 'État',
          cell: (feed) => feed.revokedAt !== null ? <>retirée, <Moment at={feed.revokedAt} /></>
            : mayKeep ? <ButtonForm to={revocation(feed.id)}
              emphasis="danger" small label={`Retirer : ${feed.name}`}>Retirer</ButtonForm> : 'ouverte' },
      ]} />
  </>
)

type RemindersProps = FeedsProps & {
  readonly frame: Frame; readonly frequency: Frequency | null; readonly email: string; readonly sends: boolean
  readonly done: string | undefined
}
export const RemindersPage = (props: RemindersProps) => (
  <Page {...props.frame} title="Mes rappels" faults={props.faults} width="reading" breadcrumb={[{ href: paths.account(), label: 'Mon compte' }]}
    intro="Ce qui est en retard, ce qui vient et ce qui est à décider dans vos opérations, par courriel et dans votre agenda.">
    <FaultSummary faults={props.faults} />
    {props.done === undefined ? null : <Notice tone="success" live><p>{props.done}</p></Notice>}
    <Section title="Par courriel">
      {props.sends ? null : (
        <Notice tone="info">
          <p>Ce site n’envoie pas de courriel pour l’instant : aucun serveur de courrier n’est réglé. Votre choix est gardé.</p>
        </Notice>
      )}
      <Form action={paths.reminders()}>
        <RadioGroup name="frequency" label={`Un résumé envoyé à ${props.email}`} value={props.frequency ?? undefined} faults={props.faults}
          hint={props.frequency !== null ? undefined
            : 'Sans choix de votre part : chaque semaine pour qui tient les engagements (chefs de projet, juristes), jamais pour les autres.'}
          choices={(['weekly', 'daily', 'never'] as const).map((value) => ({ value, ...frequencyWords[value] }))} />
        <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
      </Form>
    </Section>
    <Section title="Dans votre agenda"
      intro="Une adresse secrète, à vous : elle suit toutes les opérations où vous avez un mandat, tant que vous l’avez.">
      <Feeds {...props} />
    </Section>
  </Page>
)

export const ReminderLinkPage = ({ frame, frequency, action, done }: {
  frame: Frame; frequency: Frequency | null; action: string; done: boolean
}) => (
  <Page {...frame} title="Fréquence des rappels" width="reading">
    {done && frequency !== null ? <Notice tone="success" live><p>{`C’est noté : ${frequencyWords[frequency].label.toLowerCase()}.`}</p></Notice>
      : <p>{frequency === null ? 'Vous recevez un résumé selon votre rôle.' : `Aujourd’hui : ${frequencyWords[frequency].label.toLowerCase()}.`}</p>}
    <Buttons>
      <ButtonForm to={`${action}?frequence=never`} emphasis="primary">Ne plus rien recevoir</ButtonForm>
      <ButtonForm to={`${action}?frequence=weekly`} emphasis="secondary">Chaque semaine</ButtonForm>
      <ButtonForm to={`${action}?frequence=daily`} emphasis="secondary">Chaque jour</ButtonForm>
    </Buttons>
    <p><a href={paths.reminders()}>Mes rappels</a></p>
  </Page>
)
