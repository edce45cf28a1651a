// The register in French: states, reasons, problems, shapes and refusals, each as one sentence.
import { inWords, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { LegalState, SettlingFact } from '../../law/operation-record.ts'
import type { CommuneReason, CommuneReasonCode, EndBasis } from './commune-state.rules.ts'
import type { RegisterChange } from './change.rules.ts'
import type { ListFileProblem } from './list-file.ts'
import type { ListRow, RefusalProblem, SigningStatus } from './list-row.rules.ts'
import type { CommuneProblem, EpciProblem, RegisteredCommune, RegisteredOperation, RegisterShape } from './register.rules.ts'

export const stateNames: Readonly<Record<LegalState, string>> = {
  inForce: 'En vigueur', notYet: 'Pas encore en vigueur', expired: 'Échue', terminated: 'Résiliée', annulled: 'Annulée',
  disputed: 'Contradictoire', unknown: 'Inconnu',
}
export const signingNames: Readonly<Record<SigningStatus, string>> = {
  signed: 'Signée', notSigned: 'Non signée', underway: 'En cours', unstated: 'Non renseigné',
}
export const programmeNames: Readonly<Record<ListRow['programme'], string>> = { acv: 'ACV', pvd: 'PVD', mixed: 'ACV et PVD', other: 'Autre' }
export const basisNames: Readonly<Record<EndBasis, string>> = {
  stated: 'déclarée', computed: 'calculée', unknown: 'inconnue', contradictory: 'contradictoire',
}

const day = (date: PlainDate | undefined): string => (date === undefined ? '(date inconnue)' : inWords(date))
const reasonSentences: Readonly<Record<CommuneReasonCode, (reason: CommuneReason) => string>> = {
  endAhead: ({ on, basis }) => basis === 'computed' ? `Signée ; sa durée mène au ${day(on)}.`
    : basis === 'contradictory' ? `Signée ; ses deux fins possibles sont à venir, la première le ${day(on)}.`
      : `Signée ; fin déclarée au ${day(on)}.`,
  endReached: ({ on, basis }) => basis === 'computed' ? `Sa durée s’est achevée le ${day(on)}.`
    : basis === 'contradictory' ? `Ses deux fins possibles sont passées, la dernière le ${day(on)}.`
      : `Sa fin déclarée, le ${day(on)}, est passée.`,
  endUnknown: () => 'Signée, mais la liste ne donne ni durée ni fin : rien ne dit si elle court encore.',
  endsStraddle: ({ on, other }) =>
    `La fin déclarée et la signature augmentée de la durée se contredisent : l’une le ${day(on)}, l’autre le ${day(other)}.`,
  endMonthRunning: ({ on, other }) => `La fin est donnée au mois près : entre le ${day(on)} et le ${day(other)}.`,
  endBeforeSignature: ({ on }) => `La fin déclarée, le ${day(on)}, précède la signature.`,
  notSigned: () => 'Non signée à la date de la liste.',
  signatureUnderway: () => 'Signature en cours à la date de la liste.',
  signingUnstated: () => 'La liste ne dit pas si la convention est signée.',
  notSignedButDated: ({ on }) => `La liste ne la dit pas signée, mais donne une date de signature : ${day(on)}.`,
  signsLater: ({ on }) => `Signée le ${day(on)}, après le jour demandé.`,
  signatureUndated: ({ on }) => `Signée sans date : rien ne dit depuis quand ; fin déclarée au ${day(on)}.`,
}
const settling: Readonly<Record<SettlingFact, string>> = {
  signatureDate: 'la date de signature', duration: 'la durée ou la fin', endDate: 'la date de fin, lue dans la convention',
  actDate: 'la date de l’acte', judgment: 'un jugement', convention: 'la convention', sectorAct: 'l’acte qui fixe le secteur',
}

/** Why, in one sentence, and what would settle it. */
export const reasonSentence = (reason: CommuneReason): string =>
  `${reasonSentences[reason.code](reason)}${reason.settledBy === undefined ? '' : ` Ce qui trancherait : ${settling[reason.settledBy]}.`}`

const problemSentences: Readonly<Record<CommuneProblem, (commune: RegisteredCommune) => string>> = {
  signingUnreadable: ({ row }) => `« ${row.cells.signed} » ne dit pas si la convention est signée.`,
  signatureUnreadable: ({ row }) => `La date de signature « ${row.cells.signedOn} » est illisible.`,
  durationUnreadable: ({ row }) => `La durée « ${row.cells.years} » n’est pas un nombre d’années.`,
  endUnreadable: ({ row }) => `La date de fin « ${row.cells.endsOn} » est illisible.`,
  endMonthOnly: ({ row }) => `La fin est donnée sans jour : « ${row.cells.endsOn} ».`,
  notSignedButDated: ({ row }) =>
    `Dite « ${signingNames[row.signed].toLowerCase()} », avec une date de signature : ${day(row.signedOn ?? undefined)}.`,
  signatureUndated: () => 'Dite signée, sans date de signature.',
  endBeforeSignature: ({ row }) => `La fin, le ${day(row.endsOn ?? undefined)}, précède la signature, le ${day(row.signedOn ?? undefined)}.`,
  endContradictsDuration: ({ row, end }) =>
    `Signée le ${day(row.signedOn ?? undefined)} pour ${years(row.years)}, soit jusqu’au ${day(end.computed ?? undefined)}, mais la fin déclarée est `
    + `${row.endsOn === null ? `« ${row.cells.endsOn} »` : `le ${day(row.endsOn)}`}${end.gap === null ? '' : ` : ${apart(end.gap)}`}.`,
  endOneDayOff: () => 'La fin déclarée est à un jour de la signature augmentée de la durée : simple façon de compter.',
  signedAfterList: ({ row }) => `La signature, le ${day(row.signedOn ?? undefined)}, est postérieure à la liste.`,
  communeUnknown: ({ row }) => `Le code commune ${row.insee} n’est pas dans le référentiel de 2026.`,
  communeMerged: ({ today }) => `La commune fait aujourd’hui partie de ${today?.name} (${today?.insee}).`,
  communeTwice: () => 'La commune est inscrite deux fois.',
  communeInTwoEpci: () => 'La commune est inscrite sous deux EPCI.',
}
const years = (count: number | null): string => (count === 1 ? '1 an' : `${count} ans`)
const apart = (gap: number): string => `${Math.abs(gap)} jours ${gap > 0 ? 'après' : 'avant'}`

export const communeProblem = (problem: CommuneProblem, commune: RegisteredCommune): string => problemSentences[problem](commune)

export const epciProblem = (problem: EpciProblem, { name, stated }: RegisteredOperation): string => ({
  epciUnknown: stated.length === 0 ? 'La liste ne nomme aucun EPCI, et le référentiel n’en connaît pas à cette commune.'
    : `« ${stated.join(' », « ')} » n’est pas un EPCI connu, et ses communes n’en ont pas d’autre.`,
  epciRenamed: `La liste dit « ${stated.join(' », « ')} » ; le référentiel de 2026 dit « ${name} ».`,
  epciOther: `La liste place des communes sous « ${stated.join(' », « ')} » ; elles sont aujourd’hui membres de « ${name} ».`,
})[problem]

export const shapeNames: Readonly<Record<RegisterShape, string>> = {
  mixedProgrammes: 'Communes ACV et PVD ensemble', severalSignatures: 'Plusieurs dates de signature',
  remarksChapeau: 'Convention chapeau (lu dans les remarques)', remarksMultisite: 'Convention multisite (lu dans les remarques)',
  remarksAmendment: 'Avenant (lu dans les remarques)', remarksTerm: 'Fin ou prorogation (lue dans les remarques)',
}

export const refusalSentences: Readonly<Record<RefusalProblem, string>> = {
  wrongColumnCount: 'La ligne n’a pas autant de colonnes que l’en-tête.',
  quoteOpen: 'Des guillemets sont ouverts et jamais fermés : tout ce qui suit est illisible. Corrigez la ligne, puis recommencez.',
  communeMissing: 'La ligne ne porte ni code commune ni commune : elle ne peut être rattachée à aucune opération.',
  codeUnreadable: 'Le code commune n’est pas un code INSEE de cinq caractères.',
}

export const fileProblem = (problem: ListFileProblem): string => problem.code === 'empty' ? 'Le fichier est vide.'
  : 'Ce fichier n’est pas la liste des communes en ORT : il lui manque '
    + `${problem.columns.length > 1 ? 'les colonnes' : 'la colonne'} ${problem.columns.map((column) => `« ${column} »`).join(', ')}.`

const dated = (date: PlainDate | null): string => (date === null ? 'sans date' : `le ${inWords(date)}`)
const lasting = (count: number | null): string => (count === null ? 'inconnue' : years(count))
const ending = (end: string): string => {
  if (end === '') return 'aucune'
  const whole = readDate(end)
  return whole === undefined ? `« ${end} »` : inWords(whole)
}

/** One change between two lists, with the commune it is about. */
export function changeSentence(change: RegisterChange): string {
  const { commune } = change
  switch (change.kind) {
    case 'added': return `${commune} entre dans la liste${change.signedOn === null ? '' : `, signée ${dated(change.signedOn)}`}.`
    case 'removed': return `${commune} n’est plus dans la liste${change.signedOn === null ? '' : `, où elle était signée ${dated(change.signedOn)}`}.`
    case 'signed': return `${commune} : convention signée, ${dated(change.signedOn)}.`
    case 'unsigned': return `${commune} : la convention n’est plus dite signée.`
    case 'signatureMoved': return `${commune} : date de signature changée, ${dated(change.from)} puis ${dated(change.to)}.`
    case 'durationChanged': return `${commune} : durée changée, ${lasting(change.from)} puis ${lasting(change.to)}.`
    case 'endChanged': return `${commune} : fin déclarée changée, ${ending(change.from)} puis ${ending(change.to)}.`
    case 'stateChanged':
      return `${commune} : « ${stateNames[change.from].toLowerCase()} » à la liste précédente, « ${stateNames[change.to].toLowerCase()} » à celle-ci.`
  }
}
