// The form of a sheet in French: its sections, what helps to fill each field, and what is wrong with it.
import type { Fault } from '../../design/faults.tsx'
import type { ActionField } from '../../planning/action-fields.ts'
import { actionFields } from '../../planning/action-fields.ts'
import { fieldNames } from './action.words.ts'
import type { FieldProblem, SheetProblem } from './sheet-form.rules.ts'

type Section = { readonly id: string; readonly title: string; readonly fields: readonly ActionField[] }
/** The sections of the form, in the order of the official sheet; every field is in one of them. */
export const sheetSections: readonly Section[] = [
  { id: 'identite', title: 'Identité', fields: ['code', 'title', 'priority', 'nature', 'signedOn', 'sheetUpdatedOn'] },
  { id: 'rattachement', title: 'Rattachement', fields: ['orientations', 'clause', 'programmes'] },
  {
    id: 'acteurs', title: 'Acteurs',
    fields: ['owner', 'delegatedOwner', 'pilots', 'elected', 'services', 'designTeams', 'partners', 'expectedFunders', 'contact'],
  },
  { id: 'contenu', title: 'Contenu', fields: ['description', 'objectives', 'results', 'means', 'financing', 'centrality'] },
  { id: 'calendrier', title: 'Calendrier', fields: ['startsOn', 'endsOn', 'forecastStartsOn', 'forecastEndsOn', 'progress', 'ongoing', 'schedule'] },
  { id: 'classement', title: 'Classement', fields: ['themes', 'audiences', 'zonings', 'tags'] },
  { id: 'participation', title: 'Participation citoyenne', fields: ['participationLevel', 'participation'] },
  { id: 'acces', title: 'Accès', fields: ['restricted'] },
]

export const fieldHints: Readonly<Partial<Record<ActionField, string>>> = {
  code: 'Unique dans le plan : celui de la convention ou le vôtre.',
  orientations: 'Une même action peut servir plusieurs cadres, avec le numéro que chacun lui donne : elle n’est jamais recopiée.',
  clause: 'L’article de la convention d’où vient cette action.',
  programmes: 'CRTE, NPNRU, OPAH, Territoires d’industrie… Un par case, ou plusieurs séparés par des points-virgules.',
  owner: 'Qui porte l’action : commencez à taper, les organisations connues sont proposées ; un nom nouveau est ajouté.',
  pilots: 'Une personne par case. Qui a un compte ici est reconnu à son nom.',
  partners: 'Une organisation par case, ou plusieurs séparées par des points-virgules ; un nom nouveau est ajouté.',
  expectedFunders: 'Qui est attendu au financement ; les montants se saisissent dans le plan de financement.',
  forecastStartsOn: 'Si elle diffère de la date prévue : l’action est alors dite en retard, et de combien. Au format jj/mm/aaaa.',
  forecastEndsOn: 'Au format jj/mm/aaaa.', startsOn: 'Au format jj/mm/aaaa.', endsOn: 'Au format jj/mm/aaaa.', signedOn: 'Au format jj/mm/aaaa.',
  sheetUpdatedOn: 'Au format jj/mm/aaaa.',
  progress: 'De 0 à 100.', ongoing: 'L’action n’a pas de fin : elle n’est jamais en retard de livraison.',
  themes: 'Une par case ; celles déjà employées sont proposées.',
  restricted: 'La fiche n’est montrée qu’aux chefs de projet et à qui porte l’action.',
}

const problemWords: Readonly<Record<SheetProblem, (name: string, field: ActionField) => string>> = {
  missing: (name) => `${name} : indiquez-le, il est nécessaire.`,
  tooLong: (name, field) => `${name} : le texte est trop long${mostOf(field)}. Raccourcissez-le.`,
  notADay: (name) => `${name} : cette date ne se lit pas ou n’existe pas. Écrivez-la jj/mm/aaaa, par exemple 05/04/2027.`,
  notAPercent: (name) => `${name} : indiquez un nombre entier de 0 à 100.`,
  notAChoice: (name) => `${name} : choisissez dans la liste.`,
  unknown: (name) => `${name} : ce choix n’existe pas ou plus dans cette opération. Choisissez-en un autre.`,
  nameTooLong: (name) => `${name} : un nom est trop long. Raccourcissez-le.`,
  tooMany: (name) => `${name} : soixante noms au plus.`,
  codeTaken: (name) => `${name} : une autre action du plan porte déjà ce numéro. Choisissez-en un autre.`,
  codeAlone: (name) => `${name} : un numéro est saisi sans orientation. Choisissez-la, ou effacez ce numéro.`,
  endsBeforeStart: (name) => `${name} : elle précède le début prévu. Corrigez l’une des deux dates.`,
  forecastEndsBeforeStart: (name) => `${name} : elle précède le début estimé. Corrigez l’une des deux dates.`,
  notBorne: (name) => `${name} : vous n’écrivez que les actions que porte votre organisation. Indiquez-la ici ou comme maître d’ouvrage délégué.`,
}

function mostOf(field: ActionField): string {
  const shape = actionFields[field]
  return 'most' in shape ? ` (${shape.most.toLocaleString('fr-FR')} caractères au plus)` : ''
}

/** What must be mended, each tied to its field. */
export const sheetFaults = (problems: readonly FieldProblem[]): readonly Fault[] =>
  problems.map(({ field, problem }) => [field, problemWords[problem](fieldNames[field], field)])
