// Manual: the command line; and what Chapeau does not do yet.
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** The commands of the manual, as the command line's own usage writes them. */
export const commandHelp: readonly (readonly [usage: string, what: string])[] = [
  ['chapeau read FICHIER [--json]', 'lit une convention et affiche les faits, un par ligne ; avec --json, un document JSON complet'],
  ['chapeau consolidate BASE AVENANT... [--on DATE] [--assume-signed DATE] [--json]',
    'applique des avenants à une convention et affiche le texte en vigueur à une date, aujourd’hui à défaut ; ce qui est refusé, en conflit ou en '
    + 'attente est dit à part ; --assume-signed date les avenants dont la prise d’effet n’est pas lisible ; avec --json, chaque mot dit d’où il vient'],
  ['chapeau redline A B [--json]', 'montre ce qui change d’un texte à l’autre, [-supprimé-] et {+ajouté+}'],
  ['chapeau register FICHIER [--on DATE] [--json]',
    'lit la liste nationale des communes en ORT (data.gouv.fr) et dit l’état de chacune à une date ; avec --json, un document JSON complet'],
  ['chapeau register import FICHIER [--vintage DATE]',
    'garde cette liste pour les pages du registre national ; deux listes gardées donnent un flux des changements'],
  ['chapeau journal verify [OPÉRATION]', 'vérifie la chaîne du journal, de toutes les opérations ou d’une seule'],
  ['chapeau reminders send', 'envoie une fois les rappels qui attendent, pour qui préfère un travail planifié ; il faut SMTP_URL et MAIL_FROM'],
  ['chapeau person add ADRESSE NOM', 'ouvre un compte ; le mot de passe est lu sur l’entrée standard'],
  ['chapeau person password ADRESSE', 'donne un nouveau mot de passe à un compte et ferme ses sessions'],
]

const examples = `bin/chapeau read convention.pdf
bin/chapeau read convention.pdf --json > convention.json
bin/chapeau consolidate convention.pdf avenant-1.pdf avenant-2.docx --on 2027-01-01
bin/chapeau redline convention.docx projet.docx
bin/chapeau register ort-communes.csv --on 2026-11-22
bin/chapeau journal verify lens-lievin
printf '%s' 'une longue phrase de passe' | bin/chapeau person add prenom.nom@exemple.fr 'Prénom Nom'`

export const commandLineTopic: HelpTopic = {
  slug: 'ligne-de-commande', title: 'La ligne de commande', summary: 'Lire un fichier sans navigateur, vérifier un journal, ouvrir un compte.',
  body: (
    <>
      <p>
        Pour l’administrateur du service, dans le dossier de Chapeau. La première fois, la commande se prépare seule, comme <code>npm start</code>.
      </p>
      <Section title="Commandes" id="commandes">
        <Table
          caption="Commandes" captionHidden rows={commandHelp} rowKey={([usage]) => usage} empty={null}
          columns={[
            { key: 'usage', label: 'Commande', rowHeader: true, cell: ([usage]) => <code>{usage}</code> },
            { key: 'what', label: 'Effet', cell: ([, what]) => what },
          ]}
        />
      </Section>
      <Section title="Exemples" id="exemples">
        <pre><code>{examples}</code></pre>
        <p>
          Le résultat sort sur la sortie standard, les messages sur la sortie d’erreur. Le code de retour est 0 quand tout va bien, 1 quand la
          réponse est mauvaise (fichier illisible, journal rompu), 2 quand la commande est fausse. Le JSON porte la version de son schéma dans le
          champ <code>schema</code> ; ce schéma est publié dans <code>docs/reading.schema.json</code> et <code>docs/register.schema.json</code>.
        </p>
      </Section>
    </>
  ),
}

export const limitsTopic: HelpTopic = {
  slug: 'limites', title: 'Limites connues', summary: 'Ce que Chapeau ne fait pas encore, ou ne fait pas bien.',
  body: (
    <>
      <Section title="Pas encore" id="pas-encore">
        <ul>
          <li>Les avenants se lisent comme des documents ; ils ne sont pas appliqués au texte qu’ils modifient.</li>
          <li>Ni plan d’action, ni financement, ni carte, ni réunions tenues, ni indicateurs, ni rapports.</li>
          <li>Ni pages publiques, ni interface de programmation ; un lien d’invitation se transmet à la main.</li>
          <li>Une publication ne se reprend pas, et une convention ne se modifie pas.</li>
          <li>Un document déposé deux fois est lu deux fois, sans avertissement : retirez la lecture en trop.</li>
          <li>Le journal est celui d’une opération : un changement de nom ou de mot de passe, hors de toute opération, n’y est pas.</li>
          <li>Un mot de passe perdu ne se récupère pas en ligne : l’administrateur en donne un nouveau par la ligne de commande.</li>
          <li>« En vigueur ou non à telle date » n’est pas calculé ; la date de fin l’est, quand la signature est connue.</li>
        </ul>
      </Section>
      <Section title="En lisant" id="lecture">
        <ul>
          <li>Un texte reconnu d’une image garde des fautes : lettres, chiffres, colonnes.</li>
          <li>Le texte écrit à la main, les plans et les images JPEG 2000 ne sont pas lus.</li>
          <li>Les tableaux aux cellules fusionnées peuvent perdre leur ordre.</li>
          <li>Un texte de deux millions de caractères donne une page de relecture très lourde : déposez la convention sans ses annexes.</li>
          <li>Des tournures inhabituelles échappent aux règles : d’où la relecture, et le bouton « Ajouter un fait ».</li>
          <li>Les articles de loi sont relevés, non vérifiés.</li>
        </ul>
      </Section>
      <Section title="En droit" id="droit">
        <p>
          Les remarques citent leurs sources ; elles attendent la relecture d’un juriste, surtout la fin de l’article L.303-2 du CCH. Le bilan
          annuel et l’évaluation tous les cinq ans, souvent cités, restent à confirmer : Chapeau ne les exige pas et ne retient que les engagements
          écrits dans la convention.
        </p>
        <p>L’accessibilité est vérifiée par des essais automatiques, non par un audit : voir la <a href={paths.accessibility()}>déclaration</a>.</p>
      </Section>
    </>
  ),
}
