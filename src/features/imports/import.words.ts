// Imports in French: what a column may hold, why a cell was kept, set aside or refused, how an action was recognised.
import type { CellReason } from '../../planning/sheets/draft.ts'
import { asSheetField } from '../../planning/sheets/targets.ts'
import type { GuessReason, TargetKind } from '../../planning/sheets/targets.ts'
import { fieldNames } from '../actions/action.words.ts'
import type { MatchedBy, Verdict } from './import-compare.rules.ts'

type OtherTarget = Exclude<TargetKind, keyof typeof fieldNames>
const otherTargets: Readonly<Record<OtherTarget, string>> = {
  actionId: 'Identifiant (export de Chapeau)', state: 'État d’avancement', stateOn: 'Date de cet état', stateReason: 'Motif de cet état',
    period: 'Période (début et fin)',
  framework: 'Cadre', orientation1: 'Axe ou orientation', orientation2: 'Sous-axe', orientation3: 'Sous-sous-axe', subAction: 'Sous-action',
  costHT: 'Coût prévu HT', costTTC: 'Coût prévu TTC', cost: 'Coût prévu, taxe non précisée', finalCostHT: 'Coût définitif HT',
    finalCostTTC: 'Coût définitif TTC',
  finalCost: 'Coût définitif, taxe non précisée', ownShare: 'Autofinancement', funderName: 'Nom du financeur', schemeName: 'Dispositif',
    fundingAmount: 'Montant du financement',
  fundingRate: 'Taux du financement', fundingStatus: 'Statut du financement', fundingOn: 'Date du statut du financement',
    fundingReference: 'Référence du financement',
  fundingKind: 'Type de financement', fundingBase: 'Assiette du financement', keep: 'Garder tel quel, sous ce titre', ignore: 'Ne pas importer',
}
export function targetName(to: TargetKind): string {
  const field = asSheetField(to)
  if (field !== undefined) return fieldNames[field]
  return Object.entries(otherTargets).find(([kind]) => kind === to)?.[1] ?? to
}

export const guessWords: Readonly<Record<GuessReason, string>> = {
  label: 'd’après le titre', labelPart: 'd’après une partie du titre', group: 'd’après le titre du groupe', content: 'd’après le contenu',
  labelAndContent: 'd’après le titre et le contenu', remembered: 'choix retenu de la dernière fois', chosen: 'votre choix',
    taken: 'une autre colonne le dit déjà',
  nothing: 'titre non reconnu', empty: 'colonne vide', contradicted: 'titre reconnu, contenu inattendu',
}

/** Of a cell or a row: what was done of it, and why. */
export const reasonWords: Readonly<Record<CellReason, string>> = {
  noField: 'Gardé tel quel : aucun champ ne correspond à cette colonne.', notRead: 'Gardé tel quel : la valeur n’a pas été comprise.',
  moreThanRead: 'Compris, et gardé tel quel car les mots en disent plus.', approximate: 'Compris à peu près : les mots sont gardés à côté.',
  errorShown: 'Gardé tel quel : le tableur y affiche une erreur.', chosenAside: 'Écarté : vous avez choisi de ne pas importer cette colonne.',
  noFunding: 'Pas de financement : aucune ligne ne sera créée.',
  amountUnknown: 'Noté comme inconnu, avec les mots du fichier.',
    yearly: 'Montant par an : gardé en mots, sans chiffre, car le total n’est pas connu.',
  negative: 'Montant négatif : gardé en mots, sans chiffre.', range: 'Fourchette : gardée en mots, sans chiffre.',
    tooLarge: 'Montant démesuré : gardé en mots, sans chiffre.',
  title: 'Titre au-dessus du tableau', header: 'Titres des colonnes, répétés', hint: 'Consigne de remplissage',
    total: 'Total ou sous-total, recalculé par Chapeau',
  group: 'Titre de groupe, lu comme une orientation', note: 'Note sous le tableau', noTable: 'Feuille sans tableau d’actions',
    sheetAside: 'Feuille laissée de côté',
  carried: 'Repris de la ligne du dessus', titleMissing: 'Indiquez le nom de l’action.', tooLong: 'Texte trop long pour ce champ : raccourcissez-le.',
  endBeforeStart: 'La fin précède le début : corrigez l’une des deux dates.',
    twice: 'Cette action figure déjà dans le fichier avec d’autres valeurs : gardez une seule ligne.',
  ambiguous: 'Plusieurs actions du plan portent ce nom : ajoutez leur numéro ou leur identifiant.',
    codeTaken: 'Ce numéro est celui d’une autre action : changez-le.',
}

export const verdictWords: Readonly<Record<Verdict, { readonly one: string; readonly many: string; readonly address: string;
  readonly tone: 'positive' | 'info' | 'neutral' | 'negative' }>> = {
  created: { one: 'À créer', many: 'à créer', address: 'creees', tone: 'positive' },
    changed: { one: 'À modifier', many: 'à modifier', address: 'modifiees', tone: 'info' },
  unchanged: { one: 'Inchangée', many: 'inchangées', address: 'inchangees', tone: 'neutral' },
    refused: { one: 'Refusée', many: 'refusées', address: 'refusees', tone: 'negative' },
}
export const matchWords: Readonly<Record<MatchedBy, string>> = {
  id: 'reconnue à son identifiant', code: 'reconnue à son numéro', title: 'reconnue à son nom',
}
export const applyProblems: Readonly<Record<string, string>> = {
  failed: 'L’écriture a échoué et rien n’a été changé. Réessayez ; si cela se reproduit, prévenez l’administrateur.',
}
