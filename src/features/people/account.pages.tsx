// What a person sees of their own account: signing in, their sessions, their password; and what an invitation opens.
import { Badge } from '../../design/badge.tsx'
import { Card, Section } from '../../design/card.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { EmailField, PasswordField, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { attemptWindowMinutes, shortestPassword } from './person.rules.ts'
import type { InvitationState, NameProblem, PasswordProblem } from './person.rules.ts'
import type { HeldForm } from './held.ts'
import { roleNames } from './role.words.ts'
import type { Role } from '../../kernel/rights.ts'

export type SignInProblem = 'credentialsUnknown' | 'mustWait'
export type DemonstrationAccount = { readonly email: string; readonly name: string; readonly role: Role; readonly capacity: string }

const signInFaults: Record<SignInProblem, Fault> = {
  credentialsUnknown: ['password', 'Adresse électronique ou mot de passe inconnu : vérifiez les deux.'],
  mustWait: ['email', `Trop d’essais sans succès : attendez ${attemptWindowMinutes} minutes, puis réessayez.`],
}
export const nameFaults: Record<NameProblem, Fault> = {
  nameMissing: ['name', 'Indiquez votre nom.'],
  nameTooLong: ['name', 'Le nom dépasse 120 caractères : raccourcissez-le.'],
}
export const passwordFaults: Record<PasswordProblem, Fault> = {
  passwordTooShort: ['password', `Choisissez un mot de passe d’au moins ${shortestPassword} caractères : une phrase est facile à retenir.`],
  passwordTooLong: ['password', 'Le mot de passe dépasse 200 caractères : raccourcissez-le.'],
  passwordIsAddress: ['password', 'Le mot de passe ne peut pas être l’adresse électronique.'],
  passwordTooPlain: ['password', 'Le mot de passe répète trop peu de caractères différents : variez-les.'],
}

type SignInProps = {
  readonly frame: Frame; readonly email: string; readonly next: string; readonly held?: HeldForm | undefined
  readonly problems: readonly SignInProblem[]; readonly demonstration: readonly DemonstrationAccount[]
}
export const SignInPage = ({ frame, email, next, held, problems, demonstration }: SignInProps) => {
  const faults = problems.map((problem) => signInFaults[problem])
  return (
    <Page {...frame} title="Connexion" faults={faults} width="reading">
      <FaultSummary faults={faults} />
      {held === undefined ? null : (
        <Notice tone="warning" title="Votre session a pris fin">
          <p>Connectez-vous : ce que vous veniez de saisir est gardé dans cette page et vous sera proposé à l’envoi.</p>
        </Notice>
      )}
      {demonstration.length === 0 ? null : <DemonstrationAccounts accounts={demonstration} next={next} held={held} />}
      <Section title={demonstration.length === 0 ? 'Votre compte' : 'Ou avec votre compte'}>
        <Form action={paths.signIn()}>
          <EmailField name="email" label="Adresse électronique" value={email} faults={faults} />
          <PasswordField name="password" label="Mot de passe" faults={faults} />
          <NextFields next={next} held={held} />
          <Buttons><SubmitButton>Se connecter</SubmitButton></Buttons>
        </Form>
      </Section>
    </Page>
  )
}

const NextFields = ({ next, held }: { next: string; held: HeldForm | undefined }) => (
  <>
    <Hidden name="next" value={next} />
    {held === undefined ? null : <Hidden name="held" value={JSON.stringify(held)} />}
  </>
)

const DemonstrationAccounts = ({ accounts, next, held }: { accounts: readonly DemonstrationAccount[]; next: string; held: HeldForm | undefined }) => (
  <Section title="Essayer la démonstration" intro="Chaque compte ouvre la même opération avec d’autres droits. Aucun mot de passe n’est demandé.">
    <Form action={paths.demonstrationSignIn()} label="Comptes de démonstration">
      <NextFields next={next} held={held} />
      <ul class="choice-list">
        {accounts.map((account) => (
          <li key={account.email}>
            <SubmitButton emphasis="secondary" name="email" value={account.email}>{roleNames[account.role]}</SubmitButton>
            <span>{account.name}, {account.capacity}</span>
          </li>
        ))}
      </ul>
    </Form>
  </Section>
)

/** After sign-in, the form that had been held back: sent by its author, never by itself. */
export const HeldPage = ({ frame, held }: { frame: Frame; held: HeldForm }) => (
  <Page {...frame} title="Reprendre votre envoi" width="reading">
    <Notice tone="success" title="Vous êtes connecté">
      <p>Voici ce que vous aviez saisi avant la fin de votre session. Rien n’a encore été enregistré.</p>
    </Notice>
    <HeldFields held={held} />
  </Page>
)

/** Keys, versions and identifiers were not typed: they are sent with the form, unseen. */
const unshown = (name: string, value: string): boolean => ['cle', 'version', 'next', 'id', 'verdict'].includes(name) || /^[0-9a-f-]{36}$/.test(value)

/** The French names of what people type in the forms of the site. */
const fieldLabels: Readonly<Record<string, string>> = {
  name: 'Nom', email: 'Adresse électronique', capacity: 'Qualité', mainTown: 'Ville principale (code INSEE)', slug: 'Adresse de la convention',
  title: 'Titre', heading: 'Intitulé', text: 'Texte', what: 'Ce qui s’est passé', date: 'Date', cents: 'Montant', percent: 'Taux',
  article: 'Article', number: 'Numéro', bearer: 'Qui s’engage', signatories: 'Signataires', seats: 'Sièges', chair: 'Présidence',
  quorum: 'Quorum', signedOn: 'Signée le', endsOn: 'Prend fin le', years: 'Années', months: 'Mois', code: 'Sigle ou code', communes: 'Communes',
  message: 'Constat',
}

/** The fields of a form as they were typed, ready to be sent again. */
export const HeldFields = ({ held }: { held: HeldForm }) => (
  <Form action={held.to}>
    {held.fields.map(([name, value]) => <Hidden key={name} name={name} value={value} />)}
    <dl class="facts" data-unacknowledged>
      {held.fields.filter(([name, value]) => value !== '' && !unshown(name, value)).map(([name, value]) => (
        <div key={name}><dt>{fieldLabels[name] ?? name}</dt><dd class="typed">{value}</dd></div>
      ))}
    </dl>
    <Buttons><SubmitButton>Envoyer maintenant</SubmitButton></Buttons>
  </Form>
)

type Session = { readonly id: string; readonly openedAt: Instant; readonly seenAt: Instant; readonly browser: string }
type AccountProps = {
  readonly frame: Frame; readonly name: string; readonly email: string; readonly sessions: readonly Session[]; readonly current: string
  readonly faults: readonly Fault[]; readonly done?: string | undefined
}
export const AccountPage = ({ frame, name, email, sessions, current, faults, done }: AccountProps) => (
  <Page {...frame} title="Votre compte" intro={email} faults={faults}>
    <FaultSummary faults={faults} />
    {done === undefined ? null : <Notice tone="success" live><p>{done}</p></Notice>}
    <Section title="Votre nom">
      <Form action={paths.accountName()}>
        <TextField name="name" label="Nom affiché" value={name} faults={faults} autocomplete="name" />
        <Buttons><SubmitButton emphasis="secondary">Enregistrer le nom</SubmitButton></Buttons>
      </Form>
    </Section>
    <Section title="Rappels et agenda" intro="Ce qui est en retard, ce qui vient : par courriel, et dans votre agenda.">
      <p><a href={paths.reminders()}>Mes rappels</a></p>
    </Section>
    <Section title="Mot de passe" intro="Le changer ferme vos autres sessions.">
      <Form action={paths.password()}>
        <PasswordField name="current" label="Mot de passe actuel" faults={faults} />
        <PasswordField name="password" label="Nouveau mot de passe" hint={`Au moins ${shortestPassword} caractères.`} autocomplete="new-password"
          faults={faults} />
        <Buttons><SubmitButton emphasis="secondary">Changer le mot de passe</SubmitButton></Buttons>
      </Form>
    </Section>
    <Section title="Sessions ouvertes" intro="Fermez celles que vous ne reconnaissez pas.">
      <Table
        caption="Sessions ouvertes" captionHidden rows={sessions} rowKey={(session) => session.id} empty={<p>Aucune session.</p>}
        columns={[
          { key: 'browser', label: 'Navigateur', rowHeader: true, cell: (session) => session.browser || 'Inconnu' },
          { key: 'opened', label: 'Ouverte le', cell: (session) => <Moment at={session.openedAt} /> },
          { key: 'seen', label: 'Vue le', cell: (session) => <Moment at={session.seenAt} /> },
          {
            key: 'end', label: 'Action', cell: (session) => session.id === current
              ? <Badge tone="info">Session en cours</Badge>
              : <ButtonForm to={paths.sessionRevocation(session.id)} emphasis="secondary" small>Fermer</ButtonForm>,
          },
        ]}
      />
    </Section>
  </Page>
)

const invitationSentences: Record<Exclude<InvitationState, 'open'>, string> = {
  accepted: 'Cette invitation a déjà été acceptée : connectez-vous avec le compte créé à cette occasion.',
  revoked: 'Cette invitation a été retirée. Demandez-en une autre au chef de projet de l’opération.',
  expired: 'Cette invitation a expiré. Demandez-en une autre au chef de projet de l’opération.',
}
type AcceptProps = {
  readonly frame: Frame; readonly action: string; readonly operation: string; readonly state: InvitationState; readonly email: string
  readonly organisation: string; readonly role: Role; readonly capacity: string; readonly known: boolean; readonly name: string
  readonly faults: readonly Fault[]
}
export const AcceptInvitationPage = (props: AcceptProps) => (
  <Page {...props.frame} title="Invitation" width="reading" faults={props.faults} intro={props.operation}>
    {props.state === 'open' ? <AcceptForm {...props} /> : <Notice tone="warning"><p>{invitationSentences[props.state]}</p></Notice>}
  </Page>
)

const AcceptForm = ({ action, email, organisation, role, capacity, known, name, faults }: AcceptProps) => (
  <>
    <FaultSummary faults={faults} />
    <Card title={`${roleNames[role]}, ${organisation}`} level={2}>
      <p>{`Vous êtes invité à travailler dans cette opération en qualité de : ${capacity}.`}</p>
      <p>{`Adresse électronique : ${email}`}</p>
    </Card>
    <Form action={action}>
      {known ? (
        <PasswordField name="password" label="Mot de passe de votre compte" hint="Un compte existe déjà pour cette adresse." faults={faults} />
      ) : (
        <>
          <TextField name="name" label="Votre nom" value={name} faults={faults} autocomplete="name" />
          <PasswordField name="password" label="Choisissez un mot de passe" hint={`Au moins ${shortestPassword} caractères.`}
            autocomplete="new-password" faults={faults} />
        </>
      )}
      <Buttons><SubmitButton>Accepter l’invitation</SubmitButton></Buttons>
    </Form>
  </>
)
