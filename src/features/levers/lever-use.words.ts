// A use of a lever in French: its outcome, the labels of its form, what each problem asks to mend.
import type { BadgeTone } from '../../design/badge.tsx'
import type { Fault } from '../../design/faults.tsx'
import type { UseOutcome, UseProblem, useFields } from './lever-use.rules.ts'

export const outcomeNames: Readonly<Record<UseOutcome, readonly [name: string, tone: BadgeTone]>> = {
  asked: ['Demandé', 'info'], granted: ['Accordé', 'positive'], refused: ['Refusé', 'negative'], abandoned: ['Abandonné', 'neutral'],
  unknown: ['Issue inconnue', 'unknown'],
}
export const useLabels: Readonly<Record<(typeof useFields)[number], string>> = {
  lever: 'Levier', usedOn: 'Jour', outcome: 'Issue', beneficiary: 'Qui', place: 'Adresse ou parcelle', insee: 'Commune', sector: 'Secteur',
  action: 'Numéro de l’action', document: 'Document', note: 'Note',
}
export const useFaults: Readonly<Record<UseProblem, Fault>> = {
  leverUnknown: ['lever', 'Choisissez le levier utilisé.'],
  dayUnreadable: ['usedOn', 'Ce jour est illisible : écrivez-le sous la forme jj/mm/aaaa.'],
  dayAhead: ['usedOn', 'Ce jour n’est pas encore venu : laissez la case vide, ou datez l’usage une fois qu’il a eu lieu.'],
  outcomeUnknown: ['outcome', 'Choisissez l’issue dans la liste.'],
  beneficiaryMissing: ['beneficiary', 'Dites qui a utilisé le levier.'],
  beneficiaryTooLong: ['beneficiary', 'Ce nom dépasse 300 caractères : raccourcissez-le.'],
  placeMissing: ['place', 'Dites où : une adresse, une parcelle, un lieu-dit.'],
  placeTooLong: ['place', 'Ce lieu dépasse 300 caractères : raccourcissez-le.'],
  communeUnknown: ['insee', 'Choisissez une commune de l’intercommunalité.'],
  communeNotYours: ['insee', 'Choisissez votre commune : une autre collectivité enregistre ses propres usages.'],
  sectorUnknown: ['sector', 'Choisissez un secteur de la liste.'],
  actionUnknown: ['action', 'Aucune action du plan ne porte ce numéro : vérifiez-le dans le plan d’action.'],
  documentUnknown: ['document', 'Choisissez un document de la liste.'],
  noteTooLong: ['note', 'La note dépasse 2 000 caractères : raccourcissez-la.'],
}
