// Manual: bringing a spreadsheet into the plan: what is understood, the dry run, the columns, the accord, taking it back.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** Cells as people write them, and the amount or the period understood; each read by a test. */
export const amountCells: readonly { readonly cell: string; readonly understood: string; readonly cents: number | null }[] = [
  { cell: '1,2 M€', understood: '1 200 000 €', cents: 120_000_000 }, { cell: '150 k€', understood: '150 000 €', cents: 15_000_000 },
  { cell: 'NC', understood: 'inconnu, jamais zéro', cents: null }, { cell: 'à définir', understood: 'inconnu, jamais zéro', cents: null },
]
export const dayCells: readonly { readonly cell: string; readonly from: string; readonly to: string; readonly understood: string }[] = [
  { cell: 'mars 2025', from: '2025-03-01', to: '2025-03-31', understood: 'du 1er au 31 mars 2025' },
  { cell: 'T2 2025', from: '2025-04-01', to: '2025-06-30', understood: 'du 1er avril au 30 juin 2025' },
  { cell: '2024-2026', from: '2024-01-01', to: '2026-12-31', understood: 'du 1er janvier 2024 au 31 décembre 2026' },
]

/** What becomes of each row, as the result names it. */
export const verdictHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['À créer', 'aucune action du plan ne lui répond'],
  ['À modifier', 'reconnue à son identifiant, sinon à son numéro, sinon à son nom ; la page montre avant et après'],
  ['Inchangée', 'le plan dit déjà cela'],
  ['Refusée', 'elle ne sera pas écrite ; la raison est dite'],
]

/** Why a row is refused, in the words of the page. */
export const refusalHelp: readonly string[] = [
  'Indiquez le nom de l’action.', 'Texte trop long pour ce champ : raccourcissez-le.',
  'La fin précède le début : corrigez l’une des deux dates.',
  'Cette action figure déjà dans le fichier avec d’autres valeurs : gardez une seule ligne.',
  'Plusieurs actions du plan portent ce nom : ajoutez leur numéro ou leur identifiant.',
  'Ce numéro est celui d’une autre action : changez-le.',
]

const Understood = () => (
  <Section title="Ce qui est compris" id="compris">
    <p>
      Plusieurs feuilles, titres au-dessus du tableau, cases fusionnées, lignes de groupe, sous-totaux : Chapeau cherche la ligne des titres et
      reconnaît les colonnes à leur titre, puis à leur contenu. Une action sur plusieurs lignes est réunie. Colonnes et feuilles masquées sont lues
      comme les autres, et c’est dit.
    </p>
    <Table
      caption="Des cases, et ce qui en est compris" rows={[...amountCells, ...dayCells]} rowKey={({ cell }) => cell} empty={null}
      columns={[
        { key: 'cell', label: 'La case dit', rowHeader: true, cell: ({ cell }) => cell },
        { key: 'understood', label: 'Chapeau comprend', cell: ({ understood }) => understood },
      ]}
    />
    <p>
      Rien n’est perdu : ce qu’aucun champ ne reprend est gardé tel quel dans la fiche, sous « Repris de l’import ». Une fourchette, un montant par an
      ou un montant négatif reste en mots, sans chiffre.
    </p>
  </Section>
)

const Verdicts = () => (
  <Section title="Lire l’essai à blanc" id="essai">
    <Facts lines={verdictHelp.map(([term, value]) => ({ term, value }))} />
    <p>
      Une case vide ne change rien à ce que le plan dit déjà. « Cases à regarder » donne ce qui a été compris à peu près, « Lignes mises de côté » ce
      qui n’est pas une action. Les organisations, cadres et orientations à créer sont annoncés. Une ligne est refusée pour l’une de ces raisons :
    </p>
    <ul>{refusalHelp.map((words) => <li key={words}>{words}</li>)}</ul>
    <p>« Lignes refusées (XLSX) » les donne avec leur raison : corrigez-les dans ce fichier, puis importez-le.</p>
  </Section>
)

export const importsTopic: HelpTopic = {
  slug: 'importer', title: 'Importer un tableur',
  summary: 'Reprendre votre tableau de suivi tel qu’il est : vérifier, corriger, appliquer, annuler.',
  body: (
    <>
      <p>Pour les chefs de projet. Rien n’est écrit dans le plan avant votre accord.</p>
      <ol>
        <li>Dans « Plan d’action », « Importer », puis déposez un classeur XLSX ou ODS, ou un fichier CSV, de 20 Mo au plus.</li>
        <li>« Vérifier le tableau » lance l’essai à blanc. Vous pouvez quitter la page : le travail continue.</li>
        <li>
          « Vérifier les colonnes » montre ce qui a été compris de chacune, avec des exemples. Corrigez : le choix est retenu pour les tableaux qui
          portent les mêmes titres. « Garder tel quel, sous ce titre » garde les mots d’une colonne, « Ne pas importer » l’écarte.
        </li>
        <li>Lisez l’essai, puis appliquez. Tout est écrit d’un coup, ou rien ; si le plan a changé entre-temps, l’essai est refait.</li>
      </ol>
      <Section title="Partir d’un modèle" id="modele">
        <p>
          « Modèle XLSX », « Modèle ODS » ou « Modèle CSV » : une ligne d’exemple et un mode d’emploi. Ajoutez vos colonnes, leurs mots sont
          gardés. Un export du plan, le modèle de Territoires en Transitions et la maquette financière officielle sont reconnus aussi.
        </p>
      </Section>
      <Understood />
      <Verdicts />
      <Section title="Revenir en arrière" id="annuler">
        <p>
          « Voir ou annuler ces modifications » défait tout l’import, argent compris, sauf ce que quelqu’un a changé depuis :
          {' '}<a href={`${paths.helpPage('plan-d-action')}#annuler`}>comme toute modification</a>. Importer deux fois le même fichier ne change rien
          la seconde fois.
        </p>
      </Section>
    </>
  ),
}
