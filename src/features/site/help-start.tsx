// Manual: first steps, the demonstration, one's account, finding one's way.
import { Section } from '../../design/card.tsx'
import { Notice } from '../../design/notice.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

export const startTopic: HelpTopic = {
  slug: 'premiers-pas', title: 'Premiers pas', summary: 'Essayer la démonstration, ouvrir un compte, se repérer.',
  body: (
    <>
      <p>
        Chapeau part d’un document : la convention signée. Il la lit, vous relisez, vous publiez. L’opération vit ensuite à partir de ses clauses :
        qui s’est engagé à quoi, pour quand, à quel article, ce que
        les avenants y changent, ce qui est en vigueur à chaque date, et ce que le texte laisse en blanc.
      </p>
      <Section title="Essayer la démonstration" id="demonstration">
        <p>
          Ouvrez la page <a href={paths.signIn()}>Connexion</a> et choisissez un compte. Aucun mot de passe n’est demandé. Les sept comptes ouvrent
          la même opération, Lens-Liévin, avec des droits différents : chef de projet, commune, finances, juriste, élue, préfecture,
          financeur.
        </p>
        <ul>
          <li>Avec le compte « Chef de projet », vous pouvez tout faire : déposer, relire, publier, inviter.</li>
          <li>Avec le compte « Élue ou élu », vous consultez l’opération et son journal.</li>
          <li>Avec le compte « Financeur », vous consultez l’opération sans son journal, et du plan les seules actions que vous financez.</li>
        </ul>
        <Notice tone="info">
          <p>Les personnes de la démonstration sont inventées et son texte est réécrit d’après des faits publics. Rien n’y engage personne.</p>
        </Notice>
      </Section>
      <Section title="Ouvrir un compte" id="compte">
        <p>
          Un compte s’ouvre de deux façons : par l’<a href={paths.helpPage('inviter')}>invitation</a> d’un chef de projet, ou par l’administrateur
          du service, <a href={paths.helpPage('ligne-de-commande')}>en ligne de commande</a>. Le mot de passe compte au moins douze caractères : une
          phrase est facile à retenir.
        </p>
        <p>
          Dans <a href={paths.account()}>votre compte</a>, vous changez votre nom et votre mot de passe, et vous voyez vos sessions ouvertes, avec
          leur navigateur. Fermez celles que vous ne reconnaissez pas. Une session inutilisée pendant quatorze jours se ferme d’elle-même.
        </p>
        <p>Après dix essais sans succès pour un même compte, il faut attendre un quart d’heure.</p>
      </Section>
      <Section title="Se repérer" id="reperes">
        <p>
          En haut : vos <a href={paths.operations()}>opérations</a>, le <a href={paths.register()}>registre</a> national, le référentiel des
          {' '}<a href={paths.territories()}>territoires</a>, cette aide. Dans une opération, le menu donne le tableau de bord ; le
          {' '}<a href={paths.helpPage('plan-d-action')}>plan d’action</a>, ses cadres, son <a href={paths.helpPage('argent')}>financement</a>, les
          postes et les indicateurs ; les conventions, l’état, les actes, les échéances, les instances, la conformité ; les documents et leurs
          lectures, les personnes, et le journal si vous y avez droit. Au-dessus du menu, « Situation au » montre l’opération
          {' '}<a href={`${paths.helpPage('actes-et-etat')}#date`}>un autre jour</a>.
        </p>
        <p>
          Tout fonctionne sans JavaScript, au clavier, sur un téléphone et à l’impression. En bas de page, vous choisissez une apparence claire,
          sombre, ou celle de votre appareil.
        </p>
        <p>Deux mots reviennent partout :</p>
        <ul>
          <li>
            <strong>Inconnu</strong>, suivi de la raison : le texte ne le dit pas. Chapeau ne devine pas et n’écrit jamais « non » faute de savoir.
          </li>
          <li><strong>art. 5</strong>, en lien : la clause d’où vient l’information.</li>
        </ul>
      </Section>
    </>
  ),
}
