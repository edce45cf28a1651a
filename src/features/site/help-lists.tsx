// Manual: lists and views of the plan: search, criteria, columns, saved views, other presentations, changes of many actions, exports.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** What is typed, and a title that answers; `not`: one that does not. Read by a test. */
export const searchHelp: readonly { readonly typed: string; readonly finds: string; readonly not?: string; readonly why: string }[] = [
  { typed: 'ilot ete', finds: 'L’Îlot d’été', not: 'Îlot de la gare', why: 'tous les mots ; sans accents, ni majuscules, ni élisions' },
  { typed: 'requalif', finds: 'Requalification de la place', why: 'le dernier mot tapé peut n’être qu’un début' },
  { typed: '"place du marché"', finds: 'Halle et place du marché', not: 'Place de la gare, marché', why: 'ces mots, à la suite' },
  { typed: 'halle -marché', finds: 'Halle aux sports', not: 'Halle du marché', why: 'le premier mot, sans le second' },
]

/** The presentations of the same actions, as the tabs above the list name them. */
export const viewHelp: readonly (readonly [name: string, what: string])[] = [
  ['Liste', 'un tableau à trier, à grouper, dont vous choisissez les colonnes ; le coût du choix est en haut, HT et TTC à part'],
  ['Tableau', 'des cartes en colonnes : par état, orientation, maître d’ouvrage ou priorité ; « Changer l’état » se fait sur la carte'],
  ['Frise', 'ce qui était prévu et ce qui est estimé, par trimestre ou par année, avec étapes et liens ; « La même chose en tableau » le redit'],
  ['Calendrier', 'débuts, fins et jalons, au mois ou à l’année'],
  ['Carte', 'un signe par lieu ; une liste redit la même chose'],
]

/** What a plan is exported to, as the menu writes it. */
export const exportHelp: readonly (readonly [label: string, use: string])[] = [
  ['Tableur Excel (XLSX)', 'toutes les colonnes, l’argent compris ; se réimporte'],
  ['Tableur libre (ODS)', 'de même, pour LibreOffice'],
  ['Texte (CSV)', 'de même, sans mise en forme'],
  ['Fiches Word (DOCX)', 'une fiche par action, à retoucher ; 300 au plus'],
  ['Fiches à imprimer (PDF)', 'les mêmes, à joindre à un dossier'],
  ['Schéma national « projets de territoire » (JSON)', 'pour un logiciel qui parle ce schéma'],
]

const Searching = () => (
  <Section title="Chercher et choisir" id="chercher">
    <Table
      caption="Ce que l’on tape" captionHidden rows={searchHelp} rowKey={({ typed }) => typed} empty={null}
      columns={[
        { key: 'typed', label: 'On tape', rowHeader: true, cell: ({ typed }) => <code>{typed}</code> },
        { key: 'finds', label: 'On trouve', cell: ({ finds }) => finds },
        { key: 'not', label: 'On écarte', cell: ({ not }) => not ?? '–' },
        { key: 'why', label: 'Pourquoi', cell: ({ why }) => why },
      ]}
    />
    <p>
      Pluriels et formes proches d’un mot sont reconnus. Un numéro exact trouve son action, sous quelque cadre que ce soit. Les textes de la fiche,
      les noms qu’elle porte et ses notes sont lus.
    </p>
    <p>
      « Choisir des critères » réduit la liste : cadre, article, état, motif du retard, blocage, acteurs, dates, argent, lieux, étiquettes, et ce qui
      manque (sans orientation, sans lieu, coût inconnu…). Plusieurs choix d’un critère s’ajoutent ; plusieurs critères se cumulent. L’adresse de la
      page porte tout : elle s’envoie telle quelle.
    </p>
  </Section>
)

const Bulk = () => (
  <Section title="Modifier plusieurs actions" id="lot">
    <ol>
      <li>Cochez des actions, puis « Modifier les actions cochées » ; ou prenez toutes celles du choix, même sur plusieurs pages.</li>
      <li>
        Remplissez seulement ce qui change. Une date se remplace, s’efface ou se décale (+30, -15) ; dans une liste, on ajoute, on retire ou on met à
        la place.
      </li>
      <li>
        « Voir ce que cela donnerait » montre ce qui va changer, ce qui le dit déjà, et ce qui est laissé de côté avec sa raison. Rien n’est écrit
        avant votre accord.
      </li>
      <li>
        « Confirmer la modification » écrit tout d’un coup, ou rien. <a href={`${paths.helpPage('plan-d-action')}#annuler`}>Cela s’annule</a> en une
        fois.
      </li>
    </ol>
    <p>Pour une seule case de la liste, le crayon suffit.</p>
  </Section>
)

export const listsTopic: HelpTopic = {
  slug: 'listes-du-plan', title: 'Listes et vues du plan',
  summary: 'Chercher, choisir, présenter en tableau, frise, calendrier ou carte ; garder une vue, modifier par lot, exporter.',
  body: (
    <>
      <Searching />
      <Section title="Présenter" id="presenter">
        <p>Cinq onglets montrent les mêmes actions, avec les mêmes critères :</p>
        <Facts lines={viewHelp.map(([term, value]) => ({ term, value }))} />
        <p>
          « Colonnes, groupes, longueur des pages » règle la liste. « Vues enregistrées » garde sous un nom le choix et sa présentation, pour vous ou
          pour toute l’équipe, à une adresse qui ne change pas. Copiez la vue d’une autre personne pour la modifier.
        </p>
      </Section>
      <Bulk />
      <Section title="Exporter" id="exporter">
        <p>« Exporter » donne les actions du choix, dans l’ordre affiché.</p>
        <Facts lines={exportHelp.map(([term, value]) => ({ term, value }))} />
        <p>Un plan exporté en tableur, corrigé, <a href={paths.helpPage('importer')}>se réimporte</a> sans rien dédoubler.</p>
      </Section>
    </>
  ),
}
