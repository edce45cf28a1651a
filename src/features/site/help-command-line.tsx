// Manual: the command line; and what Chapeau does not do yet.
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { consolidateSays, draftedAmendment, redlineSays } from './help-drafting.ts'
import { effectsAnswer, effectsCommand, effectsConventions, effectsPoints, effectsSays, effectsSectors } from './help-effects.ts'
import type { HelpTopic } from './help.pages.tsx'

/** The commands of the manual, as the command line's own usage writes them. */
export const commandHelp: readonly (readonly [usage: string, what: string])[] = [
  ['chapeau read FICHIER [--json]', 'lit une convention et affiche les faits, un par ligne ; avec --json, un document JSON complet'],
  ['chapeau consolidate BASE AVENANT... [--on DATE] [--assume-signed DATE] [--json]',
    'applique des avenants à une convention et affiche le texte en vigueur à une date, aujourd’hui à défaut ; ce qui est refusé, en conflit ou en '
    + 'attente est dit à part ; --assume-signed date les avenants dont la prise d’effet n’est pas lisible ; avec --json, chaque mot dit d’où il '
    + 'vient'],
  ['chapeau redline A B [--json]', 'montre ce qui change d’un texte à l’autre, [-supprimé-] et {+ajouté+}'],
  ['chapeau register FICHIER [--on DATE] [--json]',
    'lit la liste nationale des communes en ORT (data.gouv.fr) et dit l’état de chacune à une date ; avec --json, un document JSON complet'],
  ['chapeau register import FICHIER [--vintage DATE]',
    'garde cette liste pour les pages du registre national ; deux listes gardées donnent un flux des changements'],
  ['chapeau contours import FICHIER.geojson --source SOURCE --vintage DATE [--precision 100]',
    'garde les contours des communes, qui disent dans quelle commune est un point ; la précision est en mètres'],
  ['chapeau addresses load [FICHIER|ADRESSE] --department 62 --vintage DATE [--sha256 EMPREINTE]',
    'charge les adresses d’un département depuis un extrait de la Base Adresse Nationale ; le même extrait n’est pas chargé deux fois, mais une '
    + 'autre date corrige la sienne ; une adresse du web peut dire la date elle-même'],
  ['chapeau addresses list', 'donne les départements chargés, la date et la source de leurs adresses'],
  ['chapeau rule RÈGLE CAS.json [--on DATE]',
    'applique une règle de droit sur l’argent à un cas écrit en JSON (montants en centimes, null pour un inconnu) et donne le résultat avec son '
    + 'explication, en JSON ; la date est aujourd’hui à défaut'],
  ['chapeau rule --list', 'donne les règles ; « chapeau rule RÈGLE --help » donne les champs d’un cas et un exemple'],
  ['chapeau effects POINTS --sectors FICHIER --on DATE [OPTIONS]',
    'dit ce que le droit ouvre en chaque point d’un fichier, à une date : les secteurs où il est, leur version, et le profil de ses leviers ; '
    + 'options : --conventions, --wide, --legend, --cores ; « chapeau effects --help » les explique'],
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
bin/chapeau register ort-communes.csv --on 2026-11-22 --json > registre.json
bin/chapeau register import ort-communes.csv --vintage 2025-12-16
bin/chapeau rule own-share cas.json --on 2026-01-01
${effectsCommand}
bin/chapeau reminders send
bin/chapeau journal verify lens-lievin
printf '%s' 'une longue phrase de passe' | bin/chapeau person add prenom.nom@exemple.fr 'Prénom Nom'`

export const commandLineTopic: HelpTopic = {
  slug: 'ligne-de-commande', title: 'La ligne de commande',
  summary: 'Lire un fichier, appliquer des avenants, comparer, lire la liste nationale, tester des adresses, vérifier un journal, ouvrir un compte.',
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
      <Section title="Appliquer un avenant" id="avenants">
        <p>
          Le premier fichier est la convention, les autres ses avenants, dans l’ordre de leur signature. Un avenant prend effet au jour que dit son
          texte, sinon à sa signature ; sans l’un ni l’autre il attend, et la commande le dit : <code>--assume-signed 2026-06-01</code> lui donne un
          jour pour voir. Avec les <a href={`${paths.helpPage('avenants')}#formes`}>cinq articles du manuel</a> et cet avenant :
        </p>
        <pre><code>{draftedAmendment}</code></pre>
        <pre><code>{'bin/chapeau consolidate convention.txt avenant-1.txt --on 2026-06-01 > au-1er-juin.txt'}</code></pre>
        <p>Le texte va dans le fichier. Ce qui est refusé, en conflit ou en attente sort à part :</p>
        <pre><code>{consolidateSays}</code></pre>
        <p>L’instruction sur le montant attend le 1er janvier 2027. Puis :</p>
        <pre><code>{'bin/chapeau redline convention.txt au-1er-juin.txt'}</code></pre>
        <pre><code>{redlineSays}</code></pre>
        <p>
          <code>read AVENANT --json</code> donne les instructions lues dans <code>instructions</code>, et ce qui n’a pas pu l’être dans
          {' '}<code>unreadInstructions</code>. <code>consolidate --json</code> donne chaque article avec la provenance de ses mots.
        </p>
      </Section>
      <Section title="Des milliers d’adresses à la fois" id="effets">
        <p>
          <code>effects</code> lit un CSV aux colonnes <code>id</code>, <code>lon</code> et <code>lat</code>, en degrés (les noms de la Base
          Adresse Nationale conviennent, compressés ou non), ou un Parquet. Une colonne <code>insee</code> ou <code>code_insee</code> dit la commune
          des points hors de tout secteur. Par exemple, <code>adresses.csv</code> :
        </p>
        <pre><code>{effectsPoints}</code></pre>
        <p><code>secteurs.geojson</code>, en degrés ; <code>validTo</code>, quand il est là, est le dernier jour :</p>
        <pre><code>{effectsSectors}</code></pre>
        <p>
          <code>conventions.json</code> ; <code>inForceTo</code> est le dernier jour. Sans ce fichier, tout ce qui dépend d’une convention est
          inconnu. Une commune absente est inconnue aussi, sauf si le fichier porte <code>"complete": true</code> : elle n’a alors rien signé.
        </p>
        <pre><code>{effectsConventions}</code></pre>
        <pre><code>{effectsCommand}</code></pre>
        <p>La réponse a une ligne par point, dans le même ordre ; à la fin de chaque ligne, le nom d’un profil :</p>
        <pre><code>{effectsAnswer}</code></pre>
        <p>
          Un point sur une limite est dans le secteur ; plusieurs secteurs sont séparés par une barre verticale. D’un secteur, la version commencée
          en dernier compte. La ligne illisible garde sa place, avec le profil « ? », et se dit à part :
        </p>
        <pre><code>{effectsSays}</code></pre>
        <p>
          Un profil est une liste de verdicts, levier par levier : <code>applies</code>, <code>no</code> ou <code>unknown</code>. Le même nom désigne
          toujours la même liste. Sa légende sort sur la sortie d’erreur, ou en CSV avec <code>--legend legende.csv</code> ;
          {' '}<code>--wide</code> met plutôt une colonne par levier. <code>--cores 2</code> travaille sur deux cœurs, sans changer l’ordre.
        </p>
      </Section>
      <Section title="Envoyer les rappels" id="rappels">
        <p>
          Le service les envoie de lui-même quand <code>SMTP_URL</code>, <code>MAIL_FROM</code> et <code>CHAPEAU_PUBLIC_URL</code> sont donnés.
          {' '}<code>reminders send</code> fait le même tour une fois, pour qui préfère un travail planifié. Une personne ne reçoit pas deux fois le
          même résumé, même si les deux passent.
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
          <li>Ni carte des secteurs d’une ORT, ni ordre du jour et décisions des réunions, ni rapports.</li>
          <li>Du plan, rien ne part de soi-même vers un financeur ou une plateforme de l’État : les fichiers exportés se transmettent à la main.</li>
          <li>Ni pages publiques d’une opération, ni interface de programmation. Seul le registre national est public.</li>
          <li>Un lien d’invitation se transmet à la main ; seuls les rappels partent par courriel.</li>
          <li>Une publication ne se reprend pas ; le texte publié ne change que par avenant.</li>
          <li>Un engagement qu’un avenant crée n’entre pas seul dans les échéances : une personne l’ajoute.</li>
          <li>Un document déposé deux fois est lu deux fois, sans avertissement : retirez la lecture en trop.</li>
          <li>Le journal est celui d’une opération : un changement de nom ou de mot de passe, hors de toute opération, n’y est pas.</li>
          <li>Un mot de passe perdu ne se récupère pas en ligne : l’administrateur en donne un nouveau par la ligne de commande.</li>
        </ul>
      </Section>
      <Section title="Plan et argent" id="plan">
        <ul>
          <li>Les rappels par courriel parlent des échéances des conventions, pas encore des actions ni des subventions.</li>
          <li>
            La carte n’a pas de fond : les lieux y sont placés les uns par rapport aux autres. Un lieu sans
            position est mis au milieu de sa commune.
          </li>
          <li>Une exportation en DOCX ou en PDF porte 300 fiches au plus : réduisez le choix.</li>
          <li>
            Dans une action, la règle des 20 % est appliquée sans exception : une dérogation du préfet s’essaie sur
            {' '}<a href={paths.rule('own-share')}>la page de la règle</a>.
          </li>
          <li>Une liste de subventions ne dit pas si ses montants sont HT ou TTC : la ligne créée attend cette précision.</li>
          <li>Un ancien classeur .xls, ou un classeur protégé par un mot de passe, ne s’importe pas : enregistrez-en une copie.</li>
          <li>Les règles et leurs exceptions viennent de textes lus en partie : voir ce qui est « à confirmer ».</li>
        </ul>
      </Section>
      <Section title="En lisant" id="lecture">
        <ul>
          <li>Un texte reconnu d’une image garde des fautes : lettres, chiffres, colonnes.</li>
          <li>Le texte écrit à la main, les plans et les images JPEG 2000 ne sont pas lus.</li>
          <li>Les tableaux aux cellules fusionnées peuvent perdre leur ordre.</li>
          <li>Un texte de deux millions de caractères donne une page de relecture très lourde : déposez la convention sans ses annexes.</li>
          <li>Des tournures inhabituelles échappent aux règles : d’où la relecture, et le bouton « Ajouter un fait ».</li>
          <li>
            Dans un avenant, ce qui n’est pas entre guillemets, un tableau ou un plan à remplacer, « adapté en conséquence » : rien n’est appliqué, et
            la page le dit.
          </li>
          <li>Un article recopié avec une faute de lecture ne se retrouve pas à la lettre : corrigez d’abord la convention, à la relecture.</li>
          <li>Les articles de loi sont relevés, non vérifiés.</li>
        </ul>
      </Section>
      <Section title="En droit" id="droit">
        <p>
          Les remarques citent leurs sources ; elles attendent la relecture d’un juriste, surtout la fin de l’article L.303-2 du CCH. Le bilan
          annuel et l’évaluation tous les cinq ans, souvent cités, restent à confirmer : Chapeau ne les exige pas et ne retient que les engagements
          écrits dans la convention. La page « Conformité » marque de même chaque règle que personne n’a relue.
        </p>
        <p>
          L’état est calculé des actes enregistrés : un acte oublié le fausse. La durée comptée de date à date, l’effet d’une prorogation tardive et
          celui d’une annulation suivent le droit commun ; aucun texte propre à l’ORT n’a été trouvé.
        </p>
        <p>L’accessibilité est vérifiée par des essais automatiques, non par un audit : voir la <a href={paths.accessibility()}>déclaration</a>.</p>
      </Section>
    </>
  ),
}
