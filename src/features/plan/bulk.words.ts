// A change of many actions in French: its faults, why an action is left as it is, and what the change says in one line.
import type { Fault } from '../../design/faults.tsx'
import { choiceName, fieldNames } from '../actions/action.words.ts'
import { sheetFaults } from '../actions/sheet.words.ts'
import { stateFaults as oneStateFaults } from '../actions/state.pages.tsx'
import { stateNames } from '../frameworks/action-state.words.ts'
import { actionStates } from '../../planning/action-state.ts'
import { bulkDates, bulkModes, bulkOrganisations, bulkPeople, bulkTags, cleared, modeName } from './bulk.rules.ts'
import type { BulkFault, BulkMode, BulkProblem, BulkQuery, BulkRefusal } from './bulk.rules.ts'
import type { Facets } from './facets.ts'
import type { SetName } from '../../planning/plan-criteria.ts'

const problemWords: Readonly<Record<BulkProblem, string>> = {
  nothingAsked: 'Choisissez au moins une chose à changer.', notAChoice: 'Choisissez dans la liste.',
  notADay: 'Écrivez une date (jj/mm/aaaa), un décalage en jours (+30 ou -15), ou « effacer ».',
  notAPercent: 'L’avancement est un nombre entier de 0 à 100, ou « effacer ».',
  modeMissing: 'Dites ce qu’il faut faire de ces choix : les ajouter, les retirer, ou les mettre à la place des autres.',
  listEmpty: 'Dites quoi ajouter ou retirer.', nameTooLong: 'Un nom dépasse 120 caractères : raccourcissez-le.',
  stateDayUnreadable: 'Indiquez le jour du changement d’état, sous la forme jj/mm/aaaa.',
  stateInTheFuture: 'Ce jour n’est pas encore venu : un état se constate.', reasonTooLong: 'Le motif dépasse 1 000 caractères : raccourcissez-le.',
}
export const bulkFaults = (faults: readonly BulkFault[]): readonly Fault[] => faults.map(({ name, problem }) => [name, problemWords[problem]])

export function refusalInWords(why: BulkRefusal): string {
  switch (why.kind) {
    case 'notYours': return 'Elle n’est pas portée par votre collectivité.'
    case 'field': return sheetFaults([why.problem]).map(([, sentence]) => sentence).join(' ')
    case 'state': return oneStateFaults[why.problem][1]
  }
}

export const modeNames: Readonly<Record<BulkMode, string>> = {
  add: 'Ajouter', remove: 'Retirer', replace: 'Mettre à la place de ce qui est dit',
}
/** The filter criterion whose choices a list of the sheet takes. */
export const facetOf = {
  orientations: 'orientation', partners: 'partner', services: 'service', designTeams: 'designTeam', expectedFunders: 'expectedFunder',
    themes: 'theme',
  programmes: 'programme', audiences: 'audience', zonings: 'zoning', tags: 'tag',
} as const satisfies Readonly<Record<string, SetName>>

/** `État : livrée le 05/03/2026 ; Étiquettes, ajouter : Halle`. */
export function editInWords(query: BulkQuery, facets: Facets): string {
  const one = (name: string): string => query(name)[0]?.trim() ?? ''
  const say = (name: string, value: string): readonly string[] => (value === '' ? [] : [`${name} : ${value}`])
  const organisation = (typed: string): string => facets.of('owner').find(({ value }) => value === typed)?.label ?? typed
  const state = actionStates.find((known) => known === one('state'))
  const lists = [
    ...Object.entries(facetOf).map(([field, facet]) =>
      [field, (typed: string) => facets.of(facet).find(({ value }) => value === typed)?.label ?? typed] as const),
    ...bulkPeople.map((field) => [field, (typed: string) => typed] as const),
  ]
  return [
    ...(state === undefined ? [] : [`État : ${stateNames[state].toLowerCase()} le ${one('stateOn')}`]),
    ...(['priority', 'nature', 'participationLevel'] as const).flatMap((field) =>
      say(fieldNames[field], one(field) === cleared ? 'aucune' : choiceName(one(field)))),
    ...(['owner', 'delegatedOwner'] as const).flatMap((field) => say(fieldNames[field], one(field) === cleared ? 'aucun' : organisation(one(field)))),
    ...bulkDates.flatMap((field) => say(fieldNames[field], one(field))), ...say(fieldNames.progress, one('progress')),
    ...(['ongoing', 'restricted'] as const).flatMap((field) => say(fieldNames[field], one(field))),
    ...lists.flatMap(([field, label]) => {
      const mode = bulkModes.find((known) => known === one(`${field}Mode`))
      const values = query(field).flatMap((value) => value.split('\n')).filter((value) => value.trim() !== '').map(label)
      const name = Object.entries(fieldNames).find(([known]) => known === field)?.[1] ?? field
      return mode === undefined ? [] : [`${name}, ${modeNames[mode].toLowerCase()} : ${values.length === 0 ? 'rien' : values.join(', ')}`]
    }),
  ].join(' ; ')
}

/** Every name the form may send. */
export const bulkNames: readonly string[] = [
  'state', 'stateOn', 'stateReason', 'priority', 'nature', 'participationLevel', 'owner', 'delegatedOwner', ...bulkDates,
    'progress', 'ongoing', 'restricted',
  ...([...bulkOrganisations, ...bulkTags, ...bulkPeople, 'orientations'] as const).flatMap((field) => [field, modeName(field)]),
]
