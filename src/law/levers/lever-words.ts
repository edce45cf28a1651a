// What an answer on a lever says in French: its verdict, and each reason with the sector, the commune or the day it rests on.
import { inWords } from '../../kernel/date.ts'
import type { LeverReason, LeverReasonCode } from './finding.ts'
import type { Lever } from './lever.ts'
import type { LeverVerdict } from './lever-answer.ts'
import type { Doubt } from './place-facts.ts'
import type { SectorKind } from './sector-kind.ts'

export const verdictWords: Record<LeverVerdict, string> = { applies: 's’applique', no: 'ne s’applique pas', unknown: 'inconnu' }

/** How much of the text was read: `verifiedOn` is the day the catalogue was gone through, not that of a reading. */
export const readingWords: Readonly<Record<Lever['read'], string>> = {
  whole: 'Texte lu en entier', extract: 'Texte lu en extrait, cité par une autre source', memory: 'Texte non lu, connu de mémoire',
}

/** @source ours (no statute): the names the perimeters bear in the texts that draw them */
export const perimeterWords: Record<SectorKind, string> = {
  intervention: 'secteur d’intervention', strategy: 'périmètre de la stratégie', opah: 'périmètre d’OPAH', opahRu: 'périmètre d’OPAH-RU',
  qpv: 'quartier prioritaire', preemption: 'périmètre de droit de préemption urbain',
  reinforcedPreemption: 'périmètre de droit de préemption urbain renforcé', tradeSafeguard: 'périmètre de sauvegarde du commerce',
  heritage: 'site patrimonial', urbanZone: 'zone U du plan local d’urbanisme', activityZone: 'zone d’activité économique', other: 'autre périmètre',
}

const doubtWords: Record<Doubt, string> = {
  unknown: '', notLoaded: ' (donnée non chargée)', stale: ' (donnée trop ancienne)',
  tooClose: ' (trop près de la limite pour la précision des données)',
  outsideCoverage: ' (hors de la couverture des données)', undated: ' (sans date)', disputed: ' (contesté)',
  sourceDown: ' (source indisponible)',
}

/** One sentence, without its full stop. */
export const reasonWords = (reason: LeverReason): string =>
  `${words[reason.code](reason)}${reason.doubt === undefined ? '' : doubtWords[reason.doubt]}`

const sector = ({ sector: one }: LeverReason): string => (one === undefined ? 'le secteur' : `le secteur ${one.label ?? one.id}`)
const here = ({ insee }: LeverReason): string => (insee === undefined ? 'cette commune' : `la commune ${insee}`)
const perimeter = ({ perimeter: kind }: LeverReason): string => (kind === undefined ? 'périmètre' : perimeterWords[kind])
const day = ({ on }: LeverReason): string => (on === undefined ? 'un jour inconnu' : `le ${inWords(on)}`)

function conventionDays({ convention }: LeverReason): string {
  if (convention === undefined) return ''
  const from = convention.from === null ? '' : ` depuis le ${inWords(convention.from)}`
  const until = convention.until === null ? '' : ` jusqu’au ${inWords(convention.until)}`
  return `${from}${until}`
}

const words: Record<LeverReasonCode, (reason: LeverReason) => string> = {
  leverHolds: () => 'La règle est en vigueur ce jour-là',
  leverNotYet: (reason) => `La règle n’existait pas encore : elle commence ${day(reason)}`,
  leverEnded: (reason) => `La règle a pris fin ${day(reason)}`,
  leverStartUnknown: (reason) => `Nous savons que la règle vaut depuis ${day(reason)} ; avant, son jour d’entrée en vigueur est à confirmer`,
  leverEndToConfirm: (reason) => `Le texte lu s’arrête ${day(reason)} ; une prolongation est à confirmer`,
  leverToConfirm: () => 'La règle est à confirmer : son texte n’a pas été lu, ou un point en est douteux',
  lawNotRechecked: (reason) => `Le texte n’a pas été revérifié depuis ${day(reason)}`,
  communeUnknown: () => 'La commune du lieu n’est pas connue',
  conventionInForce: (reason) => `La convention est en vigueur pour ${here(reason)}${conventionDays(reason)}`,
  conventionNotInForce: (reason) => `Aucune convention n’est en vigueur pour ${here(reason)} ce jour-là`,
  conventionUnknown: (reason) => `On ne sait pas si une convention est en vigueur pour ${here(reason)} ce jour-là`,
  insideSector: (reason) => `Le lieu est dans ${sector(reason)}`,
  outsideSectors: () => 'Le lieu est hors de tout secteur d’intervention',
  noOtherSector: () => 'Aucun autre secteur d’intervention ne contient le lieu',
  sectorUnknown: (reason) => `On ne sait pas si le lieu est dans ${sector(reason)}`,
  sectorEdge: (reason) => `Le lieu est au bord : on ne peut pas dire s’il est dans ${sector(reason)}`,
  sectorNotValid: (reason) => `La version connue de ce périmètre ne vaut pas ce jour-là : ${sector(reason)}`,
  sectorValidityUnknown: (reason) => `On ne sait pas si ce périmètre vaut ce jour-là : ${sector(reason)}`,
  sectorIllustrative: (reason) => `Périmètre dessiné pour l’exemple, qui n’ouvre aucun droit : ${sector(reason)}`,
  notTownCentre: (reason) => `Il ne comprend pas de centre-ville identifié par la convention : ${sector(reason)}`,
  townCentreUnknown: (reason) => `Aucun document ne dit s’il comprend un centre-ville : ${sector(reason)}`,
  sectorsIncomplete: () => 'Les secteurs d’intervention de la commune ne sont pas tous connus',
  insidePerimeter: (reason) => `Le lieu est dans ce périmètre : ${perimeter(reason)}`,
  outsidePerimeter: (reason) => `Le lieu est hors de ce périmètre : ${perimeter(reason)}`,
  perimeterUnknown: (reason) => `On ne sait pas si le lieu est dans ce périmètre : ${perimeter(reason)}`,
  unmapped: () => 'Le périmètre de cette règle n’est pas cartographié ici : à vérifier auprès de la collectivité',
  everywhere: () => 'La règle vaut partout, avec ou sans opération de revitalisation',
  operationInForce: () => 'L’opération est en vigueur ce jour-là',
  operationNotInForce: () => 'L’opération n’est pas en vigueur ce jour-là',
  operationUnknown: () => 'On ne sait pas si l’opération est en vigueur ce jour-là',
  inEpci: () => 'La commune appartient à l’intercommunalité de l’opération',
  notInEpci: () => 'La commune n’appartient pas à l’intercommunalité de l’opération',
  epciUnknown: () => 'On ne sait pas si la commune appartient à l’intercommunalité de l’opération',
  inNeighbourEpci: () => 'La commune est dans une intercommunalité voisine',
  notInNeighbourEpci: () => 'La commune n’est pas dans une intercommunalité voisine',
  neighbourUnknown: () => 'On ne sait pas si la commune est dans une intercommunalité voisine',
  project: () => 'Il s’agit d’un projet de l’opération',
  notProject: () => 'Il ne s’agit pas d’un projet de l’opération',
  projectUnknown: () => 'La réponse dépend du projet, et non du lieu',
  party: () => 'La personne a signé la convention',
  notParty: () => 'La personne n’a pas signé la convention',
  partyUnknown: () => 'La réponse dépend de qui demande : ce droit revient aux signataires',
  decided: () => 'Une délibération locale l’applique',
  notDecided: () => 'Aucune délibération locale ne l’applique',
  decisionUnknown: () => 'On ne sait pas si une délibération locale l’applique',
}
