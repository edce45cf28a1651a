// The pages of a request that cannot be answered: absent, not allowed, sent from elsewhere, or our own fault. Nothing typed is lost.
import { Section } from '../../design/card.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { rolesWith } from '../../kernel/rights.ts'
import type { Right } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { HeldFields } from './account.pages.tsx'
import type { HeldForm } from './held.ts'
import { rightNames, roleNames } from './role.words.ts'

export const NotFoundPage = ({ frame, number }: { frame: Frame; number: string }) => (
  <Page {...frame} title="Page introuvable" width="reading">
    <p>Cette page n’existe pas, ou vous n’avez pas de mandat qui y donne accès. Vérifiez l’adresse, ou reprenez depuis l’accueil.</p>
    <p><LinkButton href={paths.home()}>Revenir à l’accueil</LinkButton></p>
    <RequestNumber number={number} />
  </Page>
)

export const ForbiddenPage = ({ frame, right, number }: { frame: Frame; right: Right; number: string }) => (
  <Page {...frame} title="Droit manquant" width="reading">
    <p>
      {`Il faut le droit ${/^[aeéêiou]/.test(rightNames[right]) ? 'd’' : 'de '}${rightNames[right]}. `}
      {`Ce droit revient, dans cette opération, à : ${rolesWith(right).map((role) => roleNames[role].toLowerCase()).join(', ')}.`}
    </p>
    <p>Demandez à une de ces personnes de le faire, ou au chef de projet de vous donner ce droit.</p>
    <p><LinkButton href={paths.operations()}>Vos opérations</LinkButton></p>
    <RequestNumber number={number} />
  </Page>
)

/** The right is there, the action is another authority's. */
export const NotYoursPage = ({ frame, held, number }: { frame: Frame; held: HeldForm | undefined; number: string }) => (
  <Page {...frame} title="Action d’une autre organisation" width="reading">
    <p>
      {'Vous écrivez les actions que porte votre organisation, comme maître d’ouvrage ou maître d’ouvrage délégué. '}
      {'Celle-ci est portée par une autre : demandez-lui ce changement, ou au chef de projet. Rien n’a été enregistré.'}
    </p>
    <KeptForm held={held} />
    <RequestNumber number={number} />
  </Page>
)

export const CrossSitePage = ({ frame, held, number }: { frame: Frame; held: HeldForm | undefined; number: string }) => (
  <Page {...frame} title="Envoi refusé" width="reading">
    <p>Ce formulaire n’a pas été envoyé depuis une page de ce site : par sécurité, rien n’a été enregistré.</p>
    <KeptForm held={held} />
    <RequestNumber number={number} />
  </Page>
)

export const TooLargePage = ({ frame, number }: { frame: Frame; number: string }) => (
  <Page {...frame} title="Envoi trop volumineux" width="reading">
    <p>L’envoi dépasse 50 Mo : réduisez le document, par exemple en le numérisant en noir et blanc, ou découpez-le, puis déposez-le de nouveau.</p>
    <RequestNumber number={number} />
  </Page>
)

type OurFaultProps = { readonly frame: Frame; readonly away: boolean; readonly held: HeldForm | undefined; readonly number: string }
/** `away`: the database is restarting; the same request will succeed in a moment. */
export const OurFaultPage = ({ frame, away, held, number }: OurFaultProps) => (
  <Page {...frame} title={away ? 'Service momentanément indisponible' : 'Erreur de notre fait'} width="reading">
    <Notice tone="error" title={away ? 'La base de données redémarre' : 'La demande a échoué'}>
      <p>
        {away ? 'Réessayez dans quelques secondes.'
          : 'L’erreur est consignée. Réessayez ; si elle persiste, transmettez son numéro à votre administrateur.'}
      </p>
      <p>Rien n’a été enregistré à moitié.</p>
    </Notice>
    <KeptForm held={held} />
    <RequestNumber number={number} />
  </Page>
)

const KeptForm = ({ held }: { held: HeldForm | undefined }) => held === undefined ? null : (
  <Section title="Votre saisie" intro="Elle est gardée ici : vous pouvez la renvoyer.">
    <HeldFields held={held} />
  </Section>
)

const RequestNumber = ({ number }: { number: string }) => <p class="quiet">{`Numéro de la demande : ${number}`}</p>
