// Acts and states in French: their names, why a state is what it is, what would settle it, what is odd in the dates of a decision.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { inWords } from '../../kernel/date.ts'
import type { DecisionWarning } from '../../law/executory.ts'
import type { ActEffect, ActKind, PublicationMedium } from '../../law/legal-act.ts'
import type { LegalState, SettlingFact, StateReason, StateReasonCode } from '../../law/operation-record.ts'

export const actNames: Readonly<Record<ActKind, string>> = {
  deliberation: 'Délibération', order: 'Arrêté', transmission: 'Transmission au contrôle de légalité', receipt: 'Réception en préfecture',
  publication: 'Publication', certification: 'Certification du caractère exécutoire', signature: 'Signature',
    homologation: 'Homologation préfectorale',
  amendment: 'Avenant', extension: 'Prorogation', accession: 'Adhésion', withdrawal: 'Retrait', termination: 'Résiliation',
  annulment: 'Recours ou décision du juge', perimeter: 'Secteur d’intervention', correction: 'Rectification du registre',
}
/** What each kind of act is for, where one chooses it. */
export const actPurposes: Readonly<Record<ActKind, string>> = {
  deliberation: 'Un conseil municipal ou communautaire approuve la convention et autorise sa signature.',
  order: 'Un arrêté du maire, du président ou du préfet, autre qu’une homologation.',
  transmission: 'L’acte part en préfecture, le plus souvent par télétransmission.', receipt: 'La préfecture accuse réception de l’acte.',
  publication: 'L’acte est mis en ligne ou affiché.', certification: 'L’autorité atteste que l’acte est exécutoire.',
  signature: 'Une partie signe la convention.', homologation: 'Le préfet homologue la convention ou son périmètre par arrêté.',
  amendment: 'Un avenant connu par sa seule date ; son texte se dépose à part.',
    extension: 'La durée est prolongée, jusqu’à un jour ou de quelques mois.',
  accession: 'Une commune ou un organisme rejoint la convention.', withdrawal: 'Une partie quitte la convention.',
  termination: 'La convention prend fin avant son terme, en tout ou en partie.',
  annulment: 'Un recours est déposé, le juge annule en tout ou en partie, ou rejette.', perimeter: 'Un secteur est créé ou redéfini.',
  correction: 'Une ligne du registre est rectifiée.',
}
export const mediumNames: Readonly<Record<PublicationMedium, string>> = {
  electronic: 'En ligne', paper: 'Affichage ou papier', gazette: 'Recueil des actes administratifs',
}

export const stateNames: Readonly<Record<LegalState, string>> = {
  inForce: 'En vigueur', notYet: 'Pas encore en vigueur', expired: 'Expirée', terminated: 'Résiliée', annulled: 'Annulée', disputed: 'Contestée',
  unknown: 'Inconnu',
}
const tones: Readonly<Record<LegalState, BadgeTone>> = {
  inForce: 'positive', notYet: 'info', expired: 'negative', terminated: 'negative', annulled: 'negative', disputed: 'caution', unknown: 'unknown',
}
/** A state as a word and a sign, never a colour alone. */
export const StateBadge = ({ state, label }: { state: LegalState; label?: string }) => <Badge tone={tones[state]}>{label ?? stateNames[state]}</Badge>

const settling: Readonly<Record<SettlingFact, string>> = {
  signatureDate: 'la date de signature de chaque partie', duration: 'la durée de la convention, ou un acte qui fixe sa fin',
  endDate: 'la date de fin', actDate: 'la date de l’acte', judgment: 'la décision du juge', convention: 'une convention publiée ou déclarée',
  sectorAct: 'l’acte qui délimite les secteurs',
}
export const settledInWords = (fact: SettlingFact): string => `Ce qui le dirait : ${settling[fact]}.`

/** How a sentence names a convention. */
export type ConventionNames = (id: string) => string

/** One reason as a French sentence. */
export function reasonInWords(reason: StateReason, conventionName: ConventionNames): string {
  const on = reason.on === undefined ? '' : ` le ${inWords(reason.on)}`
  const since = reason.on === undefined ? '' : ` depuis le ${inWords(reason.on)}`
  const by = reason.by === undefined ? '' : ` par « ${conventionName(reason.by)} »`
  const missing = (reason.parties ?? []).join(', ')
  const sentences: Record<StateReasonCode, string> = {
    signedByAll: `Signée par toutes les parties, la dernière${on}.`,
    signedOnStatedDay: `Signée${on}, d’après le texte relu.`,
    startsLater: reason.on === undefined ? 'Elle ne prend effet que plus tard.' : `Elle ne prend effet que le ${inWords(reason.on)}.`,
    signatureMissing: missing === '' ? 'Aucune signature n’est connue.' : `Signature inconnue : ${missing}.`,
    signatureUndated: 'Toutes les parties ont signé, mais la date d’une signature manque.',
    startUnknown: 'La date de prise d’effet n’est pas connue.',
    endReached: `Son terme est passé : elle courait jusqu’au ${reason.on === undefined ? '' : inWords(reason.on)} inclus.`,
    endAhead: `Elle court jusqu’au ${reason.on === undefined ? '' : inWords(reason.on)} inclus.`,
    endUnknown: 'Aucun texte ne dit combien de temps elle dure : nul ne peut affirmer qu’elle est encore en vigueur.',
    extended: `Prorogée jusqu’au ${reason.on === undefined ? '' : inWords(reason.on)} inclus${by}.`,
    terminatedByAct: `Résiliée, avec effet${on}.`,
    partlyTerminated: `Résiliée en partie${on}.`,
    undatedAct: 'La date d’un acte qui compte ici n’est pas connue.',
    annulledByAct: `Annulée par le juge${on}.`,
    partlyAnnulled: `Annulée en partie${since}.`,
    challenged: reason.by === undefined ? `Un juge en est saisi${since}.` : `Un juge est saisi de « ${conventionName(reason.by)} »${since}.`,
    withdrawn: `Retrait de la partie${on}.`,
    acceded: reason.on === undefined ? 'Adhésion à venir.' : `Adhésion le ${inWords(reason.on)}.`,
    homologated: `Homologuée par arrêté préfectoral${on}.`,
    noConvention: 'Aucune convention de l’opération n’est connue.',
    byConvention: `D’après « ${reason.conventionId === undefined ? '' : conventionName(reason.conventionId)} ».`,
    extensionAfterEnd: `Prorogation décidée${on}${by}, après le terme : elle ne fait pas revivre une convention expirée.`,
    notExecutory: 'Une délibération n’était pas encore exécutoire le jour de la signature.',
    certifiedBeforeExecutory: `Une délibération a été certifiée exécutoire${on}, avant de l’être.`,
    sectorSet: `Secteur fixé${on}.`,
    sectorRemoved: `Secteur supprimé${on}.`,
    sectorUnknown: 'Aucun acte enregistré ne délimite de secteur dans cette commune.',
  }
  return sentences[reason.code]
}

export const warningNames: Readonly<Record<DecisionWarning, string>> = {
  transmittedBeforeAct: 'transmis avant d’avoir été pris', receivedBeforeTransmission: 'reçu avant d’avoir été transmis',
  publishedBeforeAct: 'publié avant d’avoir été pris', certifiedBeforeExecutory: 'certifié exécutoire avant de l’être',
  certifiedWithoutPublication: 'certifié exécutoire, publication non datée',
  gazetteAbolished: 'publié au recueil, supprimé le 1er juillet 2022 : publiez en ligne',
  publicationUnknown: 'publication inconnue', transmissionUnknown: 'transmission inconnue',
}

/** What an act changes, as a few words; empty when it only happened. */
export function effectInWords(kind: ActKind, effect: ActEffect, communeName: (insee: string) => string): string {
  const { partial, sector } = effect
  const parts = [
    effect.party !== undefined && kind !== 'signature' ? effect.party : '',
    effect.endsOn === undefined ? '' : `jusqu’au ${inWords(effect.endsOn)}`,
    effect.months === undefined ? '' : `de ${effect.months} mois`,
    sector === undefined ? '' : `${sector.removed === true ? 'supprime ' : ''}« ${sector.name} », ${communeName(sector.insee)}`,
    sector?.townCentre === true ? 'centre-ville' : '',
    effect.opens === true ? 'recours déposé, décision attendue' : effect.dismisses === true ? 'recours rejeté' : kind === 'annulment' ? 'annulation'
      : '',
    partial === undefined ? '' : `en partie seulement${partial.communes.length === 0 ? '' : ` : ${partial.communes.map(communeName).join(', ')}`}`,
    partial === undefined || partial.provisions.length === 0 ? '' : `articles ${partial.provisions.join(', ')}`,
    effect.medium === undefined ? '' : mediumNames[effect.medium].toLowerCase(),
  ]
  return parts.filter((part) => part !== '').join(', ')
}
