// French of answers: groups, sources, why one does not know, who asks.
import type { LeverVerdict } from '../../law/levers/lever-answer.ts'
import type { Doubt } from '../../law/levers/place-facts.ts'
import type { AudienceName } from './question.rules.ts'
import type { LotProblem } from './lot.ts'
import type { SourceName } from './sources.ts'

export const groupNames: Readonly<Record<LeverVerdict, string>> = { applies: 'S’applique', unknown: 'Inconnu, à vérifier', no: 'Ne s’applique pas' }
export const groupIntros: Readonly<Record<LeverVerdict, string>> = {
  applies: 'Le lieu ouvre ces effets. Il reste à vérifier les conditions qui tiennent au projet ou à la personne.',
  unknown: 'Une donnée manque, est trop ancienne, ou la réponse dépend du projet : ce n’est ni oui, ni non.',
  no: 'Tout ce qu’il faut savoir est su, et la réponse est non.',
}

export const sourceLabels: Readonly<Record<SourceName, string>> = {
  operation: 'Conventions et actes de l’opération', sectors: 'Secteurs de l’opération', addresses: 'Base Adresse Nationale',
  contours: 'Contours des communes', territories: 'Communes et intercommunalités', levers: 'Catalogue des leviers',
}

export const doubtSentences: Readonly<Record<Doubt, string>> = {
  unknown: 'Cette source ne permet pas de le dire.', notLoaded: 'Cette donnée n’est pas chargée.', stale: 'Cette donnée est trop ancienne.',
  tooClose: 'Le lieu est trop près d’une limite pour la précision des données.', outsideCoverage: 'Le lieu est hors de la couverture des données.',
  undated: 'Une date manque.', disputed: 'Un juge est saisi.', sourceDown: 'Cette source ne répond pas en ce moment.',
}

export const audienceLabels: Readonly<Record<AudienceName, string>> = {
  notaire: 'Notaire', commerce: 'Commerce, artisanat', instruction: 'Instruction des permis', bailleur: 'Bailleur', proprietaire: 'Propriétaire',
  operateur: 'Opérateur', ville: 'Commune', epci: 'Intercommunalité', etat: 'État',
}

/** A day that is none, or that no operation was or will be in. */
export const dayFault = ['le', 'Ce jour ne se lit pas, ou n’existe pas : écrivez-le comme 05/04/2023, entre 1900 et 2200.'] as const

/** `address`: as it is sealed, whole, or the path alone when the site had no address of its own to give. */
export const whereVerified = (address: string): string => (address.startsWith('/') ? `${address}, sur le site de l’opération` : address)

export const certificateIs = 'Cette attestation constate ce que les données de l’opération disaient d’un lieu, pour un jour donné, '
  + 'au moment où elle a été établie.'
export const certificateIsNot = 'Ce n’est ni un permis, ni une autorisation, ni une décision, ni un conseil juridique. Elle ne lie pas '
  + 'l’autorité qui instruit un dossier. « Inconnu » ne veut dire ni oui, ni non. '
  + 'Les conditions qui tiennent au projet ou à la personne restent à vérifier.'

export const lotSentences: Readonly<Record<LotProblem, string>> = {
  noColumns: 'La première ligne doit nommer les colonnes id, lon et lat (et insee, si la commune est connue).',
  unreadable: 'Le fichier ne se lit pas comme du CSV en UTF-8.', empty: 'Le fichier est vide.',
  utf16: 'Le fichier est en UTF-16 : enregistrez-le en CSV UTF-8.',
  compressed: 'Le fichier est compressé, ou c’est un classeur : donnez un CSV.',
}
