// Manual: the national register, what the State's list says, what is computed beside it, and how a list is imported.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** The states of the register, in its own words, and when a commune is in each. */
export const registerStates: readonly (readonly [state: string, when: string])[] = [
  ['En vigueur', 'signée, et sa fin, déclarée ou calculée, n’est pas passée ; le dernier jour compte'],
  ['Pas encore en vigueur', 'non signée à la date de la liste, ou signée après le jour demandé'],
  ['Échue', 'toutes les fins que la ligne permet sont passées'],
  ['Contradictoire', 'le jour demandé tombe entre deux fins qui se contredisent, ou la ligne nie la signature qu’elle date'],
  ['Inconnu', 'ni durée ni fin, le plus souvent : la page dit ce qui trancherait'],
]

const importing = `bin/chapeau register import ort-communes.csv
bin/chapeau register import ort-communes-2024.csv --vintage 2024-10-01`

export const registerTopic: HelpTopic = {
  slug: 'registre', title: 'Le registre national',
  summary: 'Quelles communes sont en ORT, si elles le sont encore, et ce que la liste de l’État ne dit pas.',
  body: (
    <>
      <p>
        <a href={paths.register()}>Le registre</a> est ouvert à tous, sans compte. Il part de la liste de suivi de l’État (une ligne par commune), la
        garde telle qu’elle est écrite, et met à côté ce qui s’en calcule, pour la date de votre choix.
      </p>
      <Notice tone="warning" title="La liste n’est pas la convention">
        <p>Elle est tenue à la main et peut dater d’un an. Seules les conventions, leurs avenants et leurs actes font foi.</p>
      </Notice>
      <Section title="Les états" id="etats">
        <Facts lines={registerStates.map(([state, when]) => ({ term: state, value: when }))} />
      </Section>
      <Section title="La fin d’une commune" id="fin">
        <p>
          La liste donne parfois une fin, parfois une durée en années, souvent ni l’une ni l’autre (une durée de 0 veut dire inconnue). Signature plus
          durée mène au même jour de l’année : signée le 6 avril 2023 pour 5 ans, jusqu’au 6 avril 2028. Si la fin déclarée s’en écarte de plus d’un
          jour, la ligne est dite contradictoire, et les deux dates sont montrées.
        </p>
      </Section>
      <Section title="Chercher, télécharger, suivre" id="suivre">
        <p>
          Cherchez par commune, EPCI, code INSEE ou SIREN ; filtrez par région, département, état. « Échoit dans les douze mois » montre ce qu’il faut
          renouveler. La liste trouvée se télécharge en CSV, dans les colonnes de la liste de l’État. Le flux Atom annonce ce qui change d’une liste à
          la suivante. Les adresses électroniques et téléphones écrits dans les remarques sont masqués.
        </p>
      </Section>
      <Section title="Importer une liste" id="importer">
        <p>L’administrateur du service la télécharge sur data.gouv.fr, puis :</p>
        <pre><code>{importing}</code></pre>
        <p>
          Sans <code>--vintage</code>, la liste prend la date de sa dernière ligne mise à jour. La même liste n’est gardée qu’une fois ; chaque ligne
          est gardée, ou refusée avec son numéro et la raison.
        </p>
      </Section>
    </>
  ),
}
