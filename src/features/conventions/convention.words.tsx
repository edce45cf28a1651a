// Small pieces every page of conventions shares: the end of a term or why it cannot be told, faults of the publication.
import type { Fault } from '../../design/faults.tsx'
import { Day } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import type { TermEnd } from '../../law/term.ts'
import type { PublicationProblem } from './publication-form.rules.ts'

/** Where the manual says what a defect means and what to do. */
export const defectHelp = (code: string): string => `${paths.helpPage('defauts')}#${code}`

/** Why the end of a convention cannot be told. */
export const unknownEndWords: Readonly<Record<'signatureUnknown' | 'termUnknown', string>> = {
  signatureUnknown: 'à établir : la date de signature manque',
  termUnknown: 'à établir : la durée manque',
}

/** The last day of a term, or why it cannot be told. */
export const EndDay = ({ end }: { end: TermEnd }) =>
  ('on' in end ? <Day date={end.on} /> : <span class="quiet">{unknownEndWords[end.unknown]}</span>)

export const publicationFaults: Record<PublicationProblem, Fault> = {
  slugUnreadable: ['slug', 'Écrivez l’adresse en lettres minuscules, chiffres et tirets, par exemple « chapeau ».'],
  slugTaken: ['slug', 'Une convention de l’opération a déjà cette adresse : choisissez-en une autre.'],
  amendsMissing: ['amends', 'Choisissez la convention que cet avenant modifie : ses instructions s’appliquent à elle.'],
  entersOnUnreadable: ['entersOn', 'Indiquez le jour d’entrée en vigueur sous la forme jj/mm/aaaa, ou laissez ce champ vide.'],
  signedOnUnreadable: ['signedOn', 'Indiquez la date de signature sous la forme jj/mm/aaaa, ou laissez ce champ vide.'],
}
