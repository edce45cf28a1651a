// Who works in the operation: mandates, invitations, and the form that invites.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { EmailField, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Moment, ShortDay } from '../../design/time.tsx'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import { rights, rightsTable, roles } from '../../kernel/rights.ts'
import type { Right, Role } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { inForce, invitationState } from './person.rules.ts'
import type { EndProblem, InvitationProblem, InvitationState, InvitationTyped } from './person.rules.ts'
import { rightNames, roleNames } from './role.words.ts'

export const invitationFaults: Record<InvitationProblem, Fault> = {
  emailUnreadable: ['email', 'Indiquez une adresse électronique complète, comme prenom.nom@exemple.fr.'],
  organisationMissing: ['organisation', 'Choisissez l’organisme que la personne représente.'],
  roleMissing: ['role', 'Choisissez les droits de la personne.'],
  capacityMissing: ['capacity', 'Indiquez la qualité de la personne, par exemple « chef de projet ».'],
  capacityTooLong: ['capacity', 'La qualité dépasse 200 caractères : raccourcissez-la.'],
}
export const endSentences: Record<EndProblem, string> = {
  alreadyEnded: 'Ce mandat a déjà pris fin.',
  lastManager: 'Ce mandat est le dernier qui permette d’inviter des personnes : donnez d’abord ce droit à quelqu’un d’autre.',
}
const invitationWords: Record<InvitationState, string> = { open: 'En attente', accepted: 'Acceptée', revoked: 'Retirée', expired: 'Expirée' }

type MandateLine = {
  readonly id: string; readonly personName: string; readonly email: string; readonly organisation: string; readonly role: Role
  readonly capacity: string
  readonly since: PlainDate; readonly until: PlainDate | null
}
type InvitationLine = {
  readonly id: string; readonly email: string; readonly organisation: string; readonly role: Role; readonly capacity: string
  readonly invitedAt: Instant; readonly expiresAt: Instant; readonly acceptedAt: Instant | null; readonly revokedAt: Instant | null
}
type Props = {
  readonly frame: Frame; readonly slug: string; readonly today: PlainDate; readonly now: Instant; readonly mayManage: boolean
  readonly onceKey: string
  readonly mandates: readonly MandateLine[]; readonly invitations: readonly InvitationLine[]
  readonly organisations: readonly { id: string; name: string }[]
  readonly typed: InvitationTyped; readonly faults: readonly Fault[]; readonly notice?: string | undefined; readonly link?: string | undefined
}

export const PeoplePage = (props: Props) => (
  <Page {...props.frame} title="Personnes" faults={props.faults}
    intro="Qui agit dans l’opération, pour quel organisme, en quelle qualité et depuis quand.">
    <FaultSummary faults={props.faults} />
    {props.notice === undefined ? null : <Notice tone="warning" live><p>{props.notice}</p></Notice>}
    {props.link === undefined ? null : <InvitationLink link={props.link} />}
    <Mandates {...props} />
    {props.mayManage ? <Invitations {...props} /> : null}
    {props.mayManage ? <Invite {...props} /> : null}
    <RightsByRole />
  </Page>
)

const InvitationLink = ({ link }: { link: string }) => (
  <Notice tone="success" title="L’invitation est prête" live>
    <p>Transmettez ce lien à la personne : il ne sera plus affiché, et vaut quatorze jours.</p>
    <p><code class="copyable">{link}</code></p>
  </Notice>
)

const Mandates = ({ mandates, today, mayManage, slug }: Props) => (
  <Section title="Mandats">
    <Table
      caption="Mandats de l’opération" captionHidden rows={mandates} rowKey={(mandate) => mandate.id} empty={<p>Aucun mandat.</p>}
      columns={[
        { key: 'person', label: 'Personne', rowHeader: true,
          cell: (mandate) => <>{mandate.personName}<br /><span class="quiet">{mandate.email}</span></> },
        { key: 'organisation', label: 'Organisme', cell: (mandate) => mandate.organisation },
        { key: 'role', label: 'Droits', cell: (mandate) => roleNames[mandate.role] },
        { key: 'capacity', label: 'Qualité', cell: (mandate) => mandate.capacity },
        { key: 'since', label: 'Depuis', cell: (mandate) => <ShortDay date={mandate.since} /> },
        {
          key: 'until', label: 'Fin', cell: (mandate) => mandate.until !== null
            ? <Badge tone={inForce(mandate, today) ? 'info' : 'neutral'}><ShortDay date={mandate.until} /></Badge>
            : mayManage
            ? <ButtonForm to={paths.mandateEnd(slug, mandate.id)} emphasis="secondary" small
              label={`Mettre fin au mandat de ${mandate.personName}`}>Mettre fin</ButtonForm> : 'En cours',
        },
      ]}
    />
  </Section>
)

const Invitations = ({ invitations, now, slug }: Props) => (
  <Section title="Invitations">
    <Table
      caption="Invitations" captionHidden rows={invitations} rowKey={(invitation) => invitation.id} empty={<p>Aucune invitation pour l’instant.</p>}
      columns={[
        { key: 'email', label: 'Adresse', rowHeader: true, cell: (invitation) => invitation.email },
        { key: 'organisation', label: 'Organisme', cell: (invitation) => invitation.organisation },
        { key: 'role', label: 'Droits', cell: (invitation) => roleNames[invitation.role] },
        { key: 'at', label: 'Envoyée le', cell: (invitation) => <Moment at={invitation.invitedAt} /> },
        { key: 'state', label: 'État', cell: (invitation) => invitationWords[invitationState(invitation, now)] },
        {
          key: 'act', label: 'Action', cell: (invitation) => invitationState(invitation, now) === 'open'
            ? <ButtonForm to={paths.invitationRevocation(slug, invitation.id)} emphasis="secondary" small
              label={`Retirer l’invitation de ${invitation.email}`}>Retirer</ButtonForm> : '–',
        },
      ]}
    />
  </Section>
)

const Invite = ({ slug, typed, faults, organisations, onceKey }: Props) => (
  <Section title="Inviter une personne" intro="Vous obtiendrez un lien à usage unique, à lui transmettre par le moyen de votre choix.">
    <Form action={paths.invitations(slug)} keep={`invitation-${slug}`}>
      <Hidden name="cle" value={onceKey} />
      <EmailField name="email" label="Adresse électronique" value={typed.email} faults={faults} autocomplete="off" />
      <Select name="organisation" label="Organisme" value={typed.organisation} faults={faults} empty="Choisir un organisme"
        choices={organisations.map((organisation) => ({ value: organisation.id, label: organisation.name }))} />
      <Select name="role" label="Droits" value={typed.role} faults={faults} empty="Choisir des droits"
        choices={roles.map((role) => ({ value: role, label: roleNames[role] }))} />
      <TextField name="capacity" label="Qualité" hint="La fonction au nom de laquelle la personne agit." value={typed.capacity} faults={faults} />
      <Buttons><SubmitButton>Préparer l’invitation</SubmitButton></Buttons>
    </Form>
  </Section>
)

const RightsByRole = () => (
  <Section title="Qui peut quoi">
    <Table<Right>
      caption="Droits par rôle" captionHidden rows={rights} rowKey={(right) => right} empty={null}
      columns={[
        { key: 'right', label: 'Droit', rowHeader: true, cell: (right) => capital(rightNames[right]) },
        ...roles.map((role) => ({ key: role, label: roleNames[role], cell: (right: Right) => (rightsTable[right][role] ? 'oui' : 'non') })),
      ]}
    />
  </Section>
)

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
