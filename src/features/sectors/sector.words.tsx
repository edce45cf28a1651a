// Sectors in French: their kinds, where they stand, why, and what is wrong in their forms.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import type { Fault } from '../../design/faults.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { SectorKind } from '../../law/levers/sector-kind.ts'
import { reasonInWords, settledInWords, stateNames } from '../acts/act.words.tsx'
import type { ConventionNames } from '../acts/act.words.tsx'
import type { SectorProblem, VersionProblem } from './sector-form.rules.ts'
import type { Standing } from './sector.rules.ts'
import type { SectorReason } from './situation.rules.ts'

export const sectorKindNames: Readonly<Record<SectorKind, string>> = {
  intervention: 'Secteur d’intervention', strategy: 'Périmètre de stratégie', opah: 'OPAH', opahRu: 'OPAH-RU', qpv: 'Quartier prioritaire (QPV)',
  preemption: 'Droit de préemption urbain', reinforcedPreemption: 'Droit de préemption urbain renforcé',
  tradeSafeguard: 'Sauvegarde du commerce de proximité', heritage: 'Patrimoine', urbanZone: 'Zone urbaine du PLU', activityZone: 'Zone d’activité',
  other: 'Autre périmètre',
}
/** What each kind stands for, where one chooses it. */
export const sectorKindPurposes: Readonly<Record<SectorKind, string>> = {
  intervention: 'Délimité par la convention : ses effets de droit s’y attachent (CCH, art. L.303-2, II).',
  strategy: 'Le territoire de la stratégie, plus large que les secteurs : aucun effet propre.',
  opah: 'Opération programmée d’amélioration de l’habitat.', opahRu: 'La même, de renouvellement urbain.',
  qpv: 'Quartier prioritaire de la politique de la ville, fixé par décret.',
  preemption: 'Institué par délibération (CU, art. L.211-1).', reinforcedPreemption: 'Étendu par délibération motivée (CU, art. L.211-4).',
  tradeSafeguard: 'Préemption des fonds et baux commerciaux, délibération motivée (CU, art. L.214-1).',
  heritage: 'Site patrimonial remarquable, abords de monument, cité minière inscrite.', urbanZone: 'Zone U du plan local d’urbanisme.',
  activityZone: 'Zone d’activité économique.', other: 'Tout autre périmètre utile.',
}
/** The kinds as addresses say them. */
export const sectorKindInAddress: Readonly<Record<SectorKind, string>> = {
  intervention: 'intervention', strategy: 'strategie', opah: 'opah', opahRu: 'opah-ru', qpv: 'qpv', preemption: 'dpu', reinforcedPreemption: 'dpur',
  tradeSafeguard: 'sauvegarde', heritage: 'patrimoine', urbanZone: 'zone-u', activityZone: 'activite', other: 'autre',
}

export const standingNames: Readonly<Record<Standing, string>> = { yes: 'En vigueur', no: 'Pas en vigueur', unknown: 'Inconnu' }
const tones: Readonly<Record<Standing, BadgeTone>> = { yes: 'positive', no: 'neutral', unknown: 'unknown' }
export const StandingBadge = ({ standing }: { standing: Standing }) => <Badge tone={tones[standing]}>{standingNames[standing]}</Badge>

export const townCentreNames = (value: boolean | null): string => (value === null ? 'Inconnu' : value ? 'Oui' : 'Non')

/** Said wherever a sector drawn to show is shown. */
export const illustrativeWords = 'Tracé illustratif : dessiné à la main pour la démonstration, il ne vaut pas attestation.'

const day = (on: PlainDate | null): string => (on === null ? 'à une date inconnue' : `le ${inWords(on)}`)

/** One reason as French sentences. */
export function sectorReasonInWords({ code, on, state, because }: SectorReason, names: ConventionNames): string {
  const told = [...new Set(because.map((reason) => reasonInWords(reason, names)))].join(' ')
  const settled = because.flatMap(({ settledBy }) => (settledBy === undefined ? [] : [settledInWords(settledBy)]))[0] ?? ''
  const from = (subject: string): string =>
    [`${subject} : ${(state === null ? 'état inconnu' : stateNames[state]).toLowerCase()}.`, told, settled].filter((part) => part !== '').join(' ')
  const sentences: Readonly<Record<SectorReason['code'], string>> = {
    holds: on === null ? 'Une version vaut ce jour-là.' : `La version vaut depuis le ${on === null ? '' : inWords(on)}.`,
    noVersion: 'Aucun tracé n’est enregistré : nul ne peut dire où il passe.',
    notYet: `La première version ne vaut qu’à partir du ${on === null ? 'jour inconnu' : inWords(on)}.`,
    ended: `La dernière version a cessé de valoir ${day(on)}.`,
    takenAway: `Un acte a supprimé ce périmètre ${day(on)}.`,
    startUnknown: 'Nul ne sait depuis quand une version vaut : donnez sa date, ou l’acte qui la fixe.',
    actStruck: 'L’acte qui fixe cette version a été rayé du registre : indiquez celui qui la fixe.',
    actChallenged: 'Un juge est saisi de l’acte qui fixe cette version.',
    actLater: 'L’acte qui fixe cette version prend effet plus tard qu’elle : vérifiez ses dates.',
    actMissing: 'Aucun acte connu ne fixe ce périmètre : indiquez-le, car la convention seule délimite les secteurs.',
    actUndrawn: `Un acte fixe ce périmètre ${day(on)}, et son tracé n’est pas enregistré : ajoutez une version.`,
    actUndone: 'L’acte qui fixait cette version a été annulé : elle n’a jamais valu.',
    operation: from('L’opération'), convention: from('La convention dont il dépend'), commune: from('La convention, pour cette commune'),
    sectorActs: from('Les actes sur ce secteur'),
    communeNotParty: 'Sa commune n’est partie à aucune convention connue de l’opération : l’un des deux est à corriger.',
    otherLaw: 'Il ne dépend pas de la convention, mais d’une autre décision.',
  }
  return sentences[code]
}

export const sectorFaults: Readonly<Record<SectorProblem, Fault>> = {
  nameMissing: ['name', 'Donnez un nom au périmètre, par exemple « Centre-ville ».'],
  nameTooLong: ['name', 'Le nom dépasse 200 caractères : raccourcissez-le.'],
  nameTaken: ['name', 'Un périmètre de cette nature porte déjà ce nom dans cette commune : ajoutez-lui une version, ou donnez un autre nom.'],
  kindMissing: ['kind', 'Choisissez la nature du périmètre : elle dit quels effets s’y attachent.'],
  communeUnknown: ['commune', 'Cette commune n’est pas de l’intercommunalité : choisissez-en une dans la liste.'],
  conventionUnknown: ['convention', 'Cette convention n’est pas dans l’opération : choisissez-en une dans la liste.'],
  noteTooLong: ['note', 'La note dépasse 2 000 caractères : raccourcissez-la.'],
}
export const versionFaults: Readonly<Record<VersionProblem, Fault>> = {
  shapeMissing: ['shape', 'Collez le tracé en GeoJSON, dessinez-le, ou cochez « Ce périmètre est supprimé ».'],
  shapeAndNone: ['takenAway', 'Un périmètre supprimé n’a pas de tracé : effacez l’un, ou décochez l’autre.'],
  notJson: ['shape', 'Ce texte n’est pas du GeoJSON : il doit commencer par {"type":"Polygon","coordinates":[[[2.83,50.43],…'],
  notArea: ['shape', 'Ce n’est pas une surface : il faut un « Polygon » ou un « MultiPolygon ».'],
  severalAreas: ['shape', 'Le texte contient plusieurs objets, ou aucun : passez par « Importer un fichier », qui les traite ensemble.'],
  actUnknown: ['act', 'Cet acte n’est pas dans le registre : choisissez-en un dans la liste.'],
  fromUnreadable: ['from', 'Le début est illisible : écrivez-le sous la forme jj/mm/aaaa, entre 1900 et 2200.'],
  toUnreadable: ['to', 'La fin est illisible : écrivez-la sous la forme jj/mm/aaaa, entre 1900 et 2200.'],
  daysReversed: ['to', 'La version finit avant de commencer : échangez les deux dates.'],
  precisionUnreadable: ['precision', 'La précision est un nombre de mètres, entre 0,01 et 1 000 ; laissez vide si elle n’est pas connue.'],
  sourceMissing: ['source', 'Dites d’où vient le tracé : annexe de la convention, PLU, fichier du service…'],
  sourceTooLong: ['source', 'La source dépasse 300 caractères : raccourcissez-la.'],
}
