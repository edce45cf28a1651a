// Manual: the journal and its verification; two people at once, and what happens when something fails.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

export const journalTopic: HelpTopic = {
  slug: 'journal', title: 'Le journal et sa vérification',
  summary: 'Qui a écrit quoi, quand, et comment s’assurer que rien n’a été changé après coup.',
  body: (
    <>
      <p>
        Chaque écriture dans une opération entre au journal, dans la même transaction : son auteur, sa date, son objet, ce qui était là avant et ce
        qui est là après. Rien ne s’y modifie ni ne s’y efface. Depuis une convention, « journal » ne montre que ses écritures à elle.
      </p>
      <Section title="Le sceau" id="sceau">
        <p>
          Chaque écriture porte une empreinte (SHA-256) calculée sur elle-même et sur l’empreinte de la précédente. Changer, retirer ou déplacer une
          ligne rompt la chaîne à cet endroit. Le début de chaque empreinte s’affiche dans la colonne « Sceau ».
        </p>
      </Section>
      <Section title="Vérifier" id="verifier">
        <p>L’administrateur du service lance, pour toutes les opérations ou pour une seule :</p>
        <pre><code>{'bin/chapeau journal verify\nbin/chapeau journal verify lens-lievin'}</code></pre>
        <p>
          La réponse donne, par opération, le nombre d’écritures, le dernier sceau et « intact », ou la première écriture modifiée, absente ou
          déplacée.
        </p>
        <Notice tone="warning" title="Gardez le dernier sceau ailleurs">
          <p>
            Qui détient la base entière pourrait récrire toute la chaîne. Notez de temps en temps le dernier sceau hors du service, par exemple au
            compte rendu du comité : une chaîne récrite ne le retrouvera pas.
          </p>
        </Notice>
      </Section>
    </>
  ),
}

export const safetyTopic: HelpTopic = {
  slug: 'rien-ne-se-perd', title: 'À deux, ou en cas de panne',
  summary: 'Ce qui arrive quand deux personnes écrivent ensemble, ou quand quelque chose casse.',
  body: (
    <>
      <Section title="Deux personnes à la fois" id="a-deux">
        <p>
          Si quelqu’un a enregistré le même fait, ou la même fiche, pendant que vous le modifiiez, rien n’est écrasé : une page montre sa version et
          la vôtre, champ par champ. Gardez la sienne, ou corrigez et enregistrez la vôtre. Les deux restent au journal.
        </p>
      </Section>
      <Section title="Quand quelque chose casse" id="pannes">
        <Facts lines={[
          { term: 'Vous rechargez la page, ou cliquez deux fois', value: 'L’envoi n’est enregistré qu’une fois.' },
          {
            term: 'Votre session a pris fin',
            value: 'Ce que vous envoyiez est gardé sur la page de connexion. Connectez-vous, relisez, puis « Envoyer maintenant ».',
          },
          {
            term: 'Le navigateur plante, ou vous quittez la page',
            value: 'Le texte saisi dans un formulaire est gardé dans l’onglet et vous est proposé à nouveau : « Reprendre la saisie ».',
            note: 'Avec JavaScript, tant que l’onglet n’est pas fermé. Jamais les mots de passe ni les fichiers.',
          },
          { term: 'Le serveur ou la base redémarre', value: 'Une page le dit et garde votre saisie, à renvoyer. Rien n’est enregistré à moitié.' },
          {
            term: 'Le serveur s’arrête pendant une lecture',
            value: 'Le document est déjà gardé. Après vingt secondes de silence, ouvrir la lecture la fait reprendre.',
          },
          { term: 'Une page d’erreur s’affiche', value: 'Elle porte un numéro de demande : transmettez-le à l’administrateur, qui la retrouvera.' },
        ]} />
        <p>
          Un enregistrement confirmé à l’écran est sur le disque. Les sauvegardes restent l’affaire de l’administrateur ; voir aussi
          {' '}<a href={paths.helpPage('journal')}>la vérification du journal</a>.
        </p>
      </Section>
    </>
  ),
}
