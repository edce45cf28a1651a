// Published grants in French: verdicts, reasons of a match, what is wrong with a file or a decision.
import type { BadgeTone } from '../../design/badge.tsx'
import type { Fault } from '../../design/faults.tsx'
import type { GrantVerdict } from '../../planning/grant-verdict.ts'
import type { GrantColumn } from './grant-row.rules.ts'
import type { GrantFileProblem } from './grant-file.ts'
import type { MatchReason } from './matching.rules.ts'
import type { DecisionProblem } from './verdict.rules.ts'

export const grantVerdictNames: Readonly<Record<GrantVerdict, readonly [name: string, tone: BadgeTone]>> = {
  line: ['Rapprochée d’une ligne', 'positive'], newLine: ['Ligne créée', 'positive'], none: ['Aucune action de l’opération', 'neutral'],
  setAside: ['Mise de côté', 'neutral'],
}

const reasonNames: Readonly<Record<Exclude<MatchReason['kind'], 'words'>, string>> = {
  siren: 'même bénéficiaire', commune: 'même commune', scheme: 'une ligne de ce dispositif', amount: 'une ligne de ce montant',
}
export const reasonWords = (reason: MatchReason): string => reason.kind === 'words'
  ? `${reason.words.length > 1 ? 'mots communs' : 'mot commun'} (${reason.words.join(', ')}) : ${reason.points}`
  : `${reasonNames[reason.kind]} : ${reason.points}`

const columnNames: Readonly<Record<GrantColumn, string>> = {
  reference: 'numéro de dossier', title: 'nom du projet', beneficiary: 'bénéficiaire', siren: 'SIREN du bénéficiaire ou code de la commune',
  insee: 'code de la commune', commune: 'commune', programme: 'démarche', amount: 'montant engagé',
}
const fileWords = { empty: 'Ce fichier est vide.', tooLarge: 'Ce fichier dépasse 20 Mo : gardez les lignes de votre département.' }
export const fileFault = (problem: GrantFileProblem): Fault => ['file', problem.code !== 'columnsMissing' ? fileWords[problem.code]
    : `Ce fichier n’est pas une liste de subventions lisible : il y manque ${problem.columns.map((column) => columnNames[column]).join(', ')}. `
      + 'Enregistrez-le au format CSV, avec la ligne des titres.']

export const decisionFaults: Readonly<Record<DecisionProblem, Fault>> = {
  choiceMissing: ['choice', 'Choisissez une ligne, une action, « aucune action » ou « mettre de côté ».'],
  lineUnknown: ['choice', 'Cette ligne n’est plus là, ou n’est pas de votre collectivité : choisissez-en une autre.'],
  actionUnknown: ['choice', 'Cette action n’est plus là, ou n’est pas de votre collectivité : choisissez-en une autre.'],
  funderUnknown: ['funder', 'Choisissez un financeur de la liste.'],
  dayUnreadable: ['on', 'Écrivez le jour de l’engagement, sous la forme jj/mm/aaaa.'],
  dayInFuture: ['on', 'Ce jour n’est pas encore venu : écrivez celui de l’engagement.'],
  reasonMissing: ['reason', 'Dites pourquoi vous mettez cette subvention de côté.'],
  reasonTooLong: ['reason', 'La raison dépasse 500 caractères : raccourcissez-la.'],
}
