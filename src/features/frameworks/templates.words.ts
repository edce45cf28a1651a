// Frameworks one starts from: the five axes of Action coeur de ville, the shape of a PLH, of a territory's project, of a CRTE, a convention.
import { provisionName } from '../../kernel/provision.ts'
import type { FrameworkKind } from './framework.rules.ts'
import type { ClauseChoice } from './orientation.rules.ts'

export type Template = {
  readonly key: string; readonly kind: FrameworkKind; readonly name: string; readonly label: string; readonly about: string
  /** Orientations as one types them, one a line. */
  readonly outline: string
}

const numbered = (word: string, most: number): string =>
  Array.from({ length: most }, (_, rank) => `${rank + 1} ${word} ${rank + 1}, intitulé à compléter`).join('\n')

export const templates: readonly Template[] = [
  {
    key: 'acv', kind: 'programme', name: 'Action cœur de ville', label: 'ACV : les 5 axes',
    about: 'Les cinq axes du programme, repris dans les fiches action.',
    outline: [
      '1 De la réhabilitation à la restructuration : vers une offre attractive de l’habitat en centre-ville',
      '2 Favoriser un développement économique et commercial équilibré',
      '3 Développer l’accessibilité, la mobilité et les connexions',
      '4 Mettre en valeur les formes urbaines, l’espace public et le patrimoine',
      '5 Fournir l’accès aux équipements et services publics',
    ].join('\n'),
  },
  {
    key: 'plh', kind: 'plh', name: 'PLH', label: 'PLH : 4 orientations et leurs fiches', outline: numbered('Orientation', 4),
    about: 'Quatre orientations à intituler ; les fiches se rangent sous elles, à leur numéro imprimé.',
  },
  {
    key: 'projet', kind: 'territorialProject', name: 'Projet de territoire', label: 'Projet de territoire : 3 ambitions',
    outline: numbered('Ambition', 3),
    about: 'Trois ambitions à intituler.',
  },
  {
    key: 'crte', kind: 'crte', name: 'CRTE', label: 'CRTE', outline: numbered('Orientation', 3),
    about: 'Les orientations du contrat, à intituler.',
  },
  {
    key: 'local', kind: 'local', name: '', label: 'Cadre local, vide', outline: '',
    about: 'Schéma, contrat, feuille de route : vos orientations, saisies ou collées.',
  },
]

/** One orientation an article of a published convention, each keeping its clause. */
export const templateOf = (convention: { readonly slug: string; readonly title: string }, clauses: readonly ClauseChoice[]): Template => ({
  key: convention.slug, kind: 'convention', name: `Orientations : ${convention.title}`.slice(0, 200), label: convention.title,
  about: 'Une orientation par article, à retirer quand l’article n’oriente rien.',
  outline: articlesOf(clauses).map(outlineOf).join('\n'),
})

/** The articles of the first level. */
export const articlesOf = (clauses: readonly ClauseChoice[]): readonly ClauseChoice[] => {
  const first = Math.min(...clauses.map(({ depth }) => depth))
  return clauses.filter(({ depth }) => depth === first)
}

const outlineOf = ({ number, heading }: ClauseChoice): string =>
  `${/^\d/.test(number) ? `${number} ` : `${provisionName(number)} : `}${(heading === '' ? 'sans intitulé' : heading).slice(0, 280)}`

/** The clause an orientation of such a template comes from: the article of its number. */
export const clauseNumbered = (clauses: readonly ClauseChoice[], number: string | null): ClauseChoice | undefined =>
  (number === null ? undefined : articlesOf(clauses).find((clause) => clause.number === number))
