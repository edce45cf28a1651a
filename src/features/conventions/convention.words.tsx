// Small pieces every page of conventions shares: the link to a clause, a due date or why there is none.
import { Clause } from '../../design/legal.tsx'
import type { Fault } from '../../design/faults.tsx'
import { Day } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import type { Due, NoDay } from './due.rules.ts'
import type { PublicationProblem } from './publication-form.rules.ts'

type ClauseOf = {
  readonly conventionSlug: string; readonly conventionTitle: string; readonly provisionSlug: string | null; readonly provisionNumber: string | null
}

export const clauseHref = (slug: string, clause: ClauseOf): string =>
  clause.provisionSlug === null ? paths.convention(slug, clause.conventionSlug) : paths.provision(slug, clause.conventionSlug, clause.provisionSlug)

/** Where something was read: the article, or the convention when the text does not say which. */
export const ClauseLink = ({ slug, clause }: { slug: string; clause: ClauseOf }) => clause.provisionNumber === null
  ? <a href={clauseHref(slug, clause)}>convention</a>
  : <Clause number={clause.provisionNumber} href={clauseHref(slug, clause)} />

/** Where the manual says what a defect means and what to do. */
export const defectHelp = (code: string): string => `${paths.helpPage('defauts')}#${code}`

export const noDayWords: Record<NoDay, string> = {
  signatureUnknown: 'à établir : la date de signature manque',
  termUnknown: 'à établir : la durée manque',
  eventUnknown: 'à compter d’un évènement qui n’est pas daté',
  conditional: 'si la condition se réalise',
  standing: 'en permanence',
  over: 'passée',
}

export const DueDay = ({ due }: { due: Due }) => ('on' in due ? <Day date={due.on} /> : <span class="quiet">{noDayWords[due.unknown]}</span>)

export const publicationFaults: Record<PublicationProblem, Fault> = {
  slugUnreadable: ['slug', 'Écrivez l’adresse en lettres minuscules, chiffres et tirets, par exemple « chapeau ».'],
  slugTaken: ['slug', 'Une convention de l’opération a déjà cette adresse : choisissez-en une autre.'],
  amendsMissing: ['amends', 'Choisissez la convention que cet avenant modifie : ses instructions s’appliquent à elle.'],
  signedOnUnreadable: ['signedOn', 'Indiquez la date de signature sous la forme jj/mm/aaaa, ou laissez ce champ vide.'],
}
