// The template to fill: every column our import knows, one example row, and how to fill it.
import { date } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import { exportLabels } from '../../planning/sheets/labels.ts'
import type { Book, Cell, SheetColumn } from '../../writing/spreadsheet-book.ts'
import { choiceName } from '../actions/action.words.ts'
import { natures } from './template-choices.ts'

type Filled = readonly [column: SheetColumn, example: Cell, help: string]

const numbered = (label: string, rank: number): string => label.replace('N', String(rank))
const funding = (rank: number, example: readonly [funder: string, scheme: string, kind: string, amount: number, rate: number, status: string,
  on: string]): readonly Filled[] => {
  const [funder, scheme, kind, amount, rate, status, on] = example
  const help = rank === 1 ? 'Un financeur par groupe de colonnes ; ajoutez-en autant que nécessaire en changeant le numéro.' : ''
  return [
    [{ label: numbered(exportLabels.funderName, rank), width: 22 }, funder, help], [{ label: numbered(exportLabels.schemeName, rank) }, scheme, ''],
    [{ label: numbered(exportLabels.fundingKind, rank), choices: natures.kinds }, kind, ''],
      [{ label: numbered(exportLabels.fundingAmount, rank) }, { cents: cents(amount) }, ''],
    [{ label: numbered(exportLabels.fundingRate, rank) }, { percent: rate }, ''],
      [{ label: numbered(exportLabels.fundingStatus, rank), choices: natures.steps }, status, ''],
    [{ label: numbered(exportLabels.fundingOn, rank) }, { date: date(on) }, ''],
  ]
}

const columns: readonly Filled[] = [
  [{ label: exportLabels.code, width: 8 }, '1.1', 'Facultatif. Sert à reconnaître l’action lors d’un prochain import.'],
  [{ label: exportLabels.title, width: 40 }, 'Exemple : requalifier la place du marché', 'Obligatoire, 300 caractères au plus.'],
  [{ label: exportLabels.framework, width: 22 }, 'Projet de territoire', 'Le document dont viennent les axes ; créé s’il n’existe pas.'],
  [{ label: exportLabels.orientation1, width: 26 }, '1 – Habitat et cœur de ville', 'Numéro et titre ; créé s’il n’existe pas.'],
  [{ label: exportLabels.orientation2, width: 26 }, '1.1 – Espaces publics', 'Facultatif.'],
  [{ label: exportLabels.owner, width: 24 }, 'Commune de Lens', 'Un seul organisme.'],
  [{ label: exportLabels.delegatedOwner, width: 24 }, null, 'Facultatif.'],
  [{ label: exportLabels.pilots, width: 22 }, 'Camille Durand ; Sacha Petit', 'Plusieurs noms : séparez-les par un point-virgule.'],
  [{ label: exportLabels.elected, width: 22 }, 'Dominique Leroy', 'Plusieurs noms : séparez-les par un point-virgule.'],
  [{ label: exportLabels.services, width: 20 }, 'Urbanisme', 'Plusieurs services : séparez-les par un point-virgule.'],
  [{ label: exportLabels.partners, width: 28 }, 'EPF ; Action Logement', 'Plusieurs organismes : séparez-les par un point-virgule.'],
  [{ label: exportLabels.description, width: 40 }, 'Reprise des sols, plantations, halle ouverte.',
    'Texte libre, avec retours à la ligne si besoin.'],
  [{ label: exportLabels.objectives, width: 30 }, 'Redonner sa place au marché.', 'Texte libre.'],
  [{ label: exportLabels.results, width: 30 }, 'Quarante commerces installés.', 'Texte libre.'],
  [{ label: exportLabels.means, width: 24 }, 'Un chef de projet à mi-temps.', 'Texte libre.'],
  [{ label: exportLabels.state, choices: natures.states }, 'En cours',
    'L’un des états de la liste ; les mots d’usage (« non démarré », « Phase d’étude »…) sont compris aussi.'],
  [{ label: exportLabels.stateOn }, { date: date('2025-03-03') }, 'Date de cet état ; sans elle, celle de l’import.'],
  [{ label: exportLabels.priority, choices: natures.priorities }, 'Forte', ''],
    [{ label: exportLabels.nature, choices: natures.natures }, choiceName('investment'), ''],
  [{ label: exportLabels.startsOn }, { date: date('2025-01-15') }, 'Une date, ou des mots : « mars 2025 », « T2 2025 », « 1er semestre 2025 ».'],
  [{ label: exportLabels.endsOn }, { date: date('2026-12-31') }, 'De même.'], [{ label: exportLabels.progress }, { percent: 40 }, 'De 0 à 100.'],
  [{ label: exportLabels.themes, width: 22 }, 'Espaces publics ; Commerce', 'Plusieurs : séparez-les par un point-virgule.'],
  [{ label: exportLabels.programmes, width: 22 }, 'CRTE', 'Plusieurs : séparez-les par un point-virgule.'],
    [{ label: exportLabels.zonings, width: 22 }, 'Centre-ville', ''],
  [{ label: exportLabels.costHT }, { cents: cents(1_200_000_00) },
    'Hors taxes. « 1,2 M€ » et « NC » sont compris ; vide ou « NC » veut dire inconnu, jamais zéro.'],
  [{ label: exportLabels.costTTC }, { cents: cents(1_440_000_00) }, 'Toutes taxes comprises. Les deux colonnes ne sont jamais additionnées.'],
  [{ label: exportLabels.ownShare }, { cents: cents(240_000_00) }, 'Part du maître d’ouvrage.'],
  ...funding(1, ['État', 'DETR', 'Subvention', 480_000_00, 40, 'Attribuée', '2025-02-10']),
    ...funding(2, ['Région Hauts-de-France', 'PRADET', 'Subvention', 480_000_00, 40, 'Sollicitée', '2025-01-20']),
]

/** CSV holds the first sheet alone. */
export const templateBook = (today: PlainDate): Book => ({
  title: 'Modèle de plan d’action', on: today,
  sheets: [
    { name: 'Plan d’action', columns: columns.map(([column]) => column), rows: [columns.map(([, example]) => example)], frozen: 2 },
    {
      name: 'Mode d’emploi', columns: [{ label: 'Colonne', width: 30 }, { label: 'Comment la remplir', width: 90 }],
      rows: [
        ['Une ligne par action',
          'Supprimez la ligne d’exemple, ou laissez-la : une action dont le nom commence par « Exemple : » n’est pas importée.'],
        ['Ce qui est reconnu', 'Chapeau reconnaît une action à son numéro, sinon à son nom. Une case vide ne change rien à ce que le plan dit déjà.'],
        ['Vos propres colonnes', 'Ajoutez celles que vous voulez : leurs mots sont gardés dans l’action, sous le titre de la colonne.'],
        ...columns.filter(([, , help]) => help !== '').map(([{ label }, , help]): readonly Cell[] => [label, help]),
      ],
    },
  ],
})
