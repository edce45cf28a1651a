// Posts in French: kinds, labels of a cost, and what is wrong in their forms.
import type { Fault } from '../../design/faults.tsx'
import type { PostBasis, PostKind } from '../../planning/post-kind.ts'
import type { PostProblem } from './post.rules.ts'
import type { YearProblem } from './post-year.rules.ts'

export const postKindNames: Readonly<Record<PostKind, string>> = {
  projectLead: 'Chef de projet ACV ou PVD', opahRuOfficer: 'Chargé de mission OPAH-RU',
  townCentreManager: 'Manager de centre-ville', other: 'Autre poste',
}
export const postBasisNames: Readonly<Record<PostBasis, string>> = { HT: 'HT', TTC: 'TTC', none: 'ni HT ni TTC (salaire)' }

export const postFaults: Readonly<Record<PostProblem, Fault>> = {
  titleMissing: ['title', 'Donnez un intitulé au poste.'],
  titleTooLong: ['title', 'L’intitulé dépasse 200 caractères : raccourcissez-le.'],
  kindUnknown: ['kind', 'Choisissez la nature du poste : elle dit quel plafond s’applique.'],
  employerUnknown: ['employer', 'Cet employeur n’est pas dans l’opération : choisissez-en un dans la liste.'],
  employerNotYours: ['employer', 'Choisissez votre collectivité comme employeur : les autres tiennent leurs postes, ou la direction du projet.'],
  clauseUnknown: ['clause', 'Cette clause n’est pas dans les textes en vigueur : choisissez-en une dans la liste.'],
  sinceUnreadable: ['since', 'Le début est illisible : écrivez-le sous la forme jj/mm/aaaa.'],
  untilUnreadable: ['until', 'La fin est illisible : écrivez-la sous la forme jj/mm/aaaa.'],
  daysReversed: ['until', 'Le poste finit avant de commencer : échangez les deux dates.'],
  noteTooLong: ['note', 'La note dépasse 2 000 caractères : raccourcissez-la.'],
}

const yearWords: Readonly<Record<YearProblem['why'], string>> = {
  amount: 'Écrivez un montant en euros, par exemple 55 000 ou 1 234,56 ; laissez vide s’il n’est pas connu.',
  tooLong: 'Ce texte est trop long : raccourcissez-le.',
  funder: 'Choisissez un financeur de la liste, ou écrivez son nom dans le champ suivant.',
  status: 'Choisissez une étape de la liste.',
  day: 'Écrivez une date existante, sous la forme jj/mm/aaaa.',
}
export const yearFault = ({ field, why }: YearProblem): Fault => [field, yearWords[why]]
