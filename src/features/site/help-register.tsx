// Manual: the national register, what the State's list says, what is computed beside it, and how a list is imported.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { date, inWords } from '../../kernel/date.ts'
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

/** The day of the examples. */
export const askedOn = '2026-11-23'
/** A row of the list by the cells that count, and the answer; read by a test. */
export type ListExample = {
  readonly signedOn: string; readonly years: string; readonly endsOn: string; readonly state: string; readonly reason: string
}
export const listExamples: readonly ListExample[] = [
  { signedOn: '2023-04-06', years: '5', endsOn: '06-04-2028', state: 'En vigueur', reason: 'Signée ; fin déclarée au 6 avril 2028.' },
  { signedOn: '2023-04-06', years: '5', endsOn: '', state: 'En vigueur', reason: 'Signée ; sa durée mène au 6 avril 2028.' },
  {
    signedOn: '2023-04-06', years: '', endsOn: '', state: 'Inconnu',
    reason: 'Signée, mais la liste ne donne ni durée ni fin : rien ne dit si elle court encore. Ce qui trancherait : la durée ou la fin.',
  },
  {
    signedOn: '2021-03-15', years: '5', endsOn: '31-12-2027', state: 'Contradictoire',
    reason: 'La fin déclarée et la signature augmentée de la durée se contredisent : l’une le 15 mars 2026, l’autre le 31 décembre 2027. '
      + 'Ce qui trancherait : la date de fin, lue dans la convention.',
  },
  { signedOn: '2020-01-10', years: '5', endsOn: '', state: 'Échue', reason: 'Sa durée s’est achevée le 10 janvier 2025.' },
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
      <Section title="Des lignes, et la réponse" id="exemples">
        <Table
          caption={`État au ${inWords(date(askedOn))}`} rows={listExamples} rowKey={({ signedOn, years, endsOn }) => `${signedOn} ${years} ${endsOn}`}
          empty={null}
          columns={[
            {
              key: 'row', label: 'La liste déclare', rowHeader: true,
              cell: ({ signedOn, years, endsOn }) =>
                `signée le ${signedOn}, durée ${years === '' ? 'vide' : `${years} ans`}, fin ${endsOn === '' ? 'vide' : endsOn}`,
            },
            { key: 'state', label: 'État', cell: ({ state }) => state },
            { key: 'reason', label: 'Raison affichée', cell: ({ reason }) => reason },
          ]}
        />
        <p>
          Cet état ne vient que de la liste. Celui d’une opération suivie dans Chapeau vient de ses
          {' '}<a href={paths.helpPage('actes-et-etat')}>actes</a>, et en dit plus.
        </p>
      </Section>
      <Section title="La page d’une opération" id="operation">
        <p>
          Depuis la liste, le nom d’un EPCI ouvre ses communes : ce que la liste déclare, ce qui s’en calcule, l’état et sa raison, les remarques, et
          ce que chaque liste a changé. « Ce qui pose question » distingue :
        </p>
        <ul>
          <li><strong>Contradiction</strong> : la ligne se dément.</li>
          <li><strong>Doute</strong> : une valeur est illisible ou incomplète.</li>
          <li><strong>À savoir</strong> : sans conséquence sur l’état.</li>
        </ul>
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
          est gardée, ou refusée avec son numéro et la raison. Pour lire une liste sans la garder :
          {' '}<a href={paths.helpPage('ligne-de-commande')}>la ligne de commande</a>.
        </p>
      </Section>
    </>
  ),
}
