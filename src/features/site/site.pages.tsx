// The pages outside any operation: front page and accessibility statement.
import { Section } from '../../design/card.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Points } from '../../design/points.tsx'
import { Specimen } from '../../design/specimen.tsx'
import { paths } from '../../paths.ts'

export const HomePage = ({ frame, demonstration }: { frame: Frame; demonstration: boolean }) => (
  <Page {...frame} title="La convention signée, vivante" audience="citizen" picture={<Specimen />}
    intro={'Chapeau lit la convention d’une opération de revitalisation de territoire et la rend vivante : chaque partie, chaque instance, '
      + 'chaque engagement tient à la clause qui l’a créé.'}
    invitation={<>
      <LinkButton href={paths.signIn()} emphasis="primary">{demonstration ? 'Essayer avec Lens-Liévin' : 'Se connecter'}</LinkButton>
      <LinkButton href={paths.help()}>Comment ça marche</LinkButton>
    </>}>
    <Section title="Ce que fait Chapeau">
      <Points points={[
        { icon: 'search', title: 'Lire la convention',
          text: 'Déposez un PDF, un document Word ou LibreOffice, un texte : parties, articles, dates, montants, instances, engagements et '
            + 'tampons en sortent, chacun rattaché aux mots où il a été lu.' },
        { icon: 'check', title: 'Relire et publier', text: 'Une personne accepte, corrige ou écarte chaque fait. Rien n’est publié sans elle.' },
        { icon: 'alert', title: 'Signaler les défauts',
          text: 'Instance citée mais jamais créée, date de signature absente, numéro d’acte abîmé : chaque défaut est nommé, avec ce qu’il '
            + 'faut faire.' },
        { icon: 'lock', title: 'Garder la trace',
          text: 'Chaque écriture entre dans un journal scellé que chacun peut vérifier. Ce qui est inconnu est dit inconnu.' },
      ]} />
    </Section>
    <Section title="Le registre national">
      <p>
        Quelles communes sont en opération de revitalisation de territoire, et laquelle l’est encore aujourd’hui ?{' '}
        <a href={paths.register()}>Consultez le registre national</a> : la liste de l’État, l’état calculé à toute date, et ce qui s’y contredit.
      </p>
    </Section>
  </Page>
)

export const AccessibilityPage = ({ frame }: { frame: Frame }) => (
  <Page {...frame} title="Accessibilité" width="reading">
    <p>
      Chapeau vise le référentiel général d’amélioration de l’accessibilité (RGAA 4.1). Aucun audit complet n’a encore été conduit : l’état de
      conformité n’est pas déclaré.
    </p>
    <p>
      Ce qui est vérifié à chaque version : règles automatiques d’axe sur chaque page, dans les deux thèmes ; largeur de 320 pixels et agrandissement
      à 200 % sans défilement horizontal ; parcours au clavier ; fonctionnement sans JavaScript ; contrastes des couleurs.
    </p>
    <p>Une difficulté ? Signalez-la à l’administrateur de votre service, avec l’adresse de la page.</p>
  </Page>
)
