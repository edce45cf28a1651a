// The action sheet in French: names of its fields, of their choices and of the states; what a value says in one line. The one source for all.
import { inWords } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type {
  ActionField, ActionNature, ActionValues, Attachment, Clause, DatedState, ExtraWords, FieldChange, NamedPerson, ParticipationLevel, Presence,
  Priority, TagKind,
} from '../../planning/action-fields.ts'
import { stateNames } from '../frameworks/action-state.words.ts'

/** As the official sheet names them. */
export const fieldNames: Readonly<Record<ActionField, string>> = {
  code: 'Numéro', title: 'Nom de l’action', orientations: 'Orientations', clause: 'Article qui la prévoit', signedOn: 'Date de signature',
  sheetUpdatedOn: 'Date de mise à jour de la fiche', priority: 'Priorité', nature: 'Nature de la dépense', owner: 'Maître d’ouvrage',
  delegatedOwner: 'Maître d’ouvrage délégué', pilots: 'Pilotes', elected: 'Élues et élus référents', services: 'Services',
  designTeams: 'Maîtrise d’œuvre', partners: 'Partenaires', expectedFunders: 'Financeurs attendus', description: 'Description (contexte, contenu)',
  objectives: 'Objectifs', results: 'Résultats attendus', means: 'Moyens humains et techniques', financing: 'Financement, en clair',
  startsOn: 'Début prévu', endsOn: 'Fin prévue', forecastStartsOn: 'Début estimé à ce jour', forecastEndsOn: 'Fin estimée à ce jour',
  progress: 'Avancement', ongoing: 'Se poursuit d’année en année', schedule: 'Calendrier, en clair', themes: 'Thématiques',
  programmes: 'Autres programmes et contrats', audiences: 'Publics', zonings: 'Zonages', tags: 'Étiquettes',
  participationLevel: 'Participation citoyenne',
  participation: 'Modalités de la participation', centrality: 'Conséquence sur la fonction de centralité', contact: 'Contact',
  restricted: 'Accès restreint',
}

/** Where room is scarce: columns, filters; the name of the field when there is no shorter one. */
export const shortNames: Readonly<Record<ActionField, string>> = {
  ...fieldNames, code: 'N°', title: 'Action', clause: 'Article', signedOn: 'Signée le', sheetUpdatedOn: 'Mise à jour', nature: 'Nature',
  delegatedOwner: 'MO délégué', elected: 'Élus référents', designTeams: 'Maîtrise d’œuvre', expectedFunders: 'Financeurs', description: 'Description',
  results: 'Résultats', means: 'Moyens', financing: 'Financement', startsOn: 'Début', endsOn: 'Fin', forecastStartsOn: 'Début estimé',
  forecastEndsOn: 'Fin estimée', ongoing: 'Pérenne', schedule: 'Calendrier', programmes: 'Programmes', participationLevel: 'Participation',
  participation: 'Modalités', centrality: 'Centralité', restricted: 'Restreinte',
}

/** An action nobody gave a state. */
export const noState = 'Sans état'
export const natureNames: Readonly<Record<ActionNature, string>> = { investment: 'Investissement', operating: 'Fonctionnement', mixed: 'Mixte' }
export const priorityNames: Readonly<Record<Priority, string>> = { low: 'Faible', medium: 'Moyenne', high: 'Forte' }
export const participationNames: Readonly<Record<ParticipationLevel, string>> = {
  none: 'Pas de participation', information: 'Information', consultation: 'Consultation', concertation: 'Concertation',
  coconstruction: 'Coconstruction',
}
export const tagKindNames: Readonly<Record<TagKind, string>> = {
  theme: 'Thématique', programme: 'Programme ou contrat', audience: 'Public', zoning: 'Zonage', free: 'Étiquette',
}
const namesOfChoices: Readonly<Record<string, string>> = { ...natureNames, ...priorityNames, ...participationNames }
/** The French name of a choice of a field of the kind `choice`. */
export const choiceName = (choice: string): string => namesOfChoices[choice] ?? choice

/** What identifiers stand for, in one operation. */
export type ActionNames = {
  readonly organisations: ReadonlyMap<Id<'organisation'>, string>
  readonly tags: ReadonlyMap<Id<'tag'>, { readonly kind: TagKind; readonly name: string }>
  readonly orientations: ReadonlyMap<Id<'orientation'>, OrientationName>
  readonly conventions: ReadonlyMap<Id<'convention'>, { readonly slug: string; readonly title: string }>
}
export type OrientationName = {
  readonly number: string | null; readonly title: string; readonly frameworkId: Id<'framework'>; readonly frameworkName: string;
  readonly removed: boolean
}
/** `2.3 Requalifier les espaces publics`. */
export const orientationLine = ({ number, title }: Pick<OrientationName, 'number' | 'title'>): string =>
  (number === null ? title : `${number} ${title}`)

const words: { readonly [Field in ActionField]: (value: ActionValues[Field], names: ActionNames) => string } = {
  code: (text) => text ?? '', title: asIs, description: asIs, objectives: asIs, results: asIs, means: asIs, financing: asIs, centrality: asIs,
  participation: asIs, schedule: asIs, contact: asIs,
  participationLevel: (level) => (level === null ? '' : participationNames[level]), nature: (nature) => (nature === null ? '' : natureNames[nature]),
  priority: (priority) => (priority === null ? '' : priorityNames[priority]),
  owner: organisation, delegatedOwner: organisation, partners: organisations, services: organisations, designTeams: organisations,
  expectedFunders: organisations,
  clause: (clause, names) => clauseInWords(clause, names),
  startsOn: day, endsOn: day, forecastStartsOn: day, forecastEndsOn: day, signedOn: day, sheetUpdatedOn: day,
  progress: (percent) => (percent === null ? '' : `${percent} %`), ongoing: yesOrNo, restricted: yesOrNo,
  orientations: (attachments, names) => attachments.map((attachment) => attachmentInWords(attachment, names)).join(' ; '),
  pilots: people, elected: people, themes: tagged, programmes: tagged, audiences: tagged, zonings: tagged, tags: tagged,
}

/** What a value says, in one line (texts as they are); empty when nothing is said. */
export const valueInWords = <Field extends ActionField>(field: Field, value: ActionValues[Field], names: ActionNames): string =>
  words[field](value, names)

/** `Livrée depuis le 5 mars 2026 (réception des travaux)`. */
export const stateInWords = (state: DatedState | null): string =>
  (state === null ? noState : `${stateNames[state.state]} depuis le ${inWords(state.on)}${state.reason === '' ? '' : ` (${state.reason})`}`)

const presenceInWords = ({ there, reason }: Presence): string =>
  (there ? 'Dans le plan' : `Hors du plan${reason === '' ? '' : ` (${reason})`}`)

/** Both sides of a change in words, and the name of what changed. */
export function changeInWords(change: FieldChange, names: ActionNames): { readonly name: string; readonly before: string; readonly after: string } {
  if (change.field === 'state') return { name: 'État', before: stateInWords(change.before), after: stateInWords(change.after) }
  if (change.field === 'presence') return { name: 'Présence', before: presenceInWords(change.before), after: presenceInWords(change.after) }
  if (change.field === 'extra') return { name: 'Mots gardés de l’import', before: extraInWords(change.before), after: extraInWords(change.after) }
  return valuesInWords(change.field, change, names)
}

const extraInWords = (extra: ExtraWords): string => Object.entries(extra).map(([label, said]) => `${label} : ${said}`).join(' ; ')

const valuesInWords = <Field extends ActionField>(
  field: Field, { before, after }: { readonly before: ActionValues[Field]; readonly after: ActionValues[Field] }, names: ActionNames,
) => ({ name: fieldNames[field], before: valueInWords(field, before, names), after: valueInWords(field, after, names) })

/** `article-5` of the convention, or the whole of it. */
export function clauseInWords(clause: Clause | null, names: ActionNames): string {
  if (clause === null) return ''
  const title = names.conventions.get(clause.conventionId)?.title ?? 'Convention inconnue'
  return clause.provision === null ? title : `${title}, ${clause.provision.replace(/^article-/, 'art. ').replaceAll('-', ' ')}`
}

function attachmentInWords({ orientationId, code }: Attachment, names: ActionNames): string {
  const orientation = names.orientations.get(orientationId)
  if (orientation === undefined) return 'Orientation inconnue'
  return `${orientation.frameworkName} : ${orientationLine(orientation)}${code === null ? '' : ` (sous le n° ${code})`}`
}

function asIs(text: string): string {
  return text
}
function day(on: ActionValues['startsOn']): string {
  return on === null ? '' : inWords(on)
}
function yesOrNo(value: boolean): string {
  return value ? 'Oui' : 'Non'
}
function organisation(id: Id<'organisation'> | null, { organisations: known }: ActionNames): string {
  return id === null ? '' : (known.get(id) ?? 'Organisation inconnue')
}
function organisations(ids: readonly Id<'organisation'>[], names: ActionNames): string {
  return ids.map((id) => organisation(id, names)).join(' ; ')
}
function people(list: readonly NamedPerson[]): string {
  return list.map(({ name }) => name).join(' ; ')
}
function tagged(ids: readonly Id<'tag'>[], { tags }: ActionNames): string {
  return ids.map((id) => tags.get(id)?.name ?? 'Étiquette inconnue').join(' ; ')
}
