// The fields of an action sheet, once: what forms, lists, filters, bulk edits, imports, exports and histories are all made from.
import type { PlainDate } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import type { ActionState } from './action-state.ts'

export const actionNatures = ['investment', 'operating', 'mixed'] as const
export const priorities = ['low', 'medium', 'high'] as const
export const participationLevels = ['none', 'information', 'consultation', 'concertation', 'coconstruction'] as const
export const tagKinds = ['theme', 'programme', 'audience', 'zoning', 'free'] as const
export const organisationRoles = ['partner', 'service', 'designTeam', 'expectedFunder'] as const
export const personRoles = ['pilot', 'elected'] as const
export type ActionNature = (typeof actionNatures)[number]
export type Priority = (typeof priorities)[number]
export type ParticipationLevel = (typeof participationLevels)[number]
export type TagKind = (typeof tagKinds)[number]
export type OrganisationRole = (typeof organisationRoles)[number]
export type PersonRole = (typeof personRoles)[number]

/** Someone of an action: with an account here, or only a name. */
export type NamedPerson = { readonly personId: Id<'person'> | null; readonly name: string }
/** An orientation the action serves, and the number its framework prints for the action. */
export type Attachment = { readonly orientationId: Id<'orientation'>; readonly code: string | null }
/** The clause that created the action: a convention, and the address of a provision in it (null: the convention as a whole). */
export type Clause = { readonly conventionId: Id<'convention'>; readonly provision: string | null }

/**
 * What an action sheet says, field by field, except its state (dated transitions), its money (lines) and its parts (steps, places, notes…).
 * Texts are empty when nothing is said, all else null or an empty list.
 */
export type ActionValues = {
  readonly code: string | null
  readonly title: string
  readonly description: string
  readonly objectives: string
  readonly results: string
  readonly means: string
  readonly financing: string
  readonly centrality: string
  readonly participation: string
  readonly participationLevel: ParticipationLevel | null
  readonly schedule: string
  readonly nature: ActionNature | null
  readonly priority: Priority | null
  readonly owner: Id<'organisation'> | null
  readonly delegatedOwner: Id<'organisation'> | null
  readonly clause: Clause | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly forecastStartsOn: PlainDate | null
  readonly forecastEndsOn: PlainDate | null
  /** Percent, whole. */
  readonly progress: number | null
  /** Goes on year after year, without an end. */
  readonly ongoing: boolean
  /** Shown to project leads and to the authority that bears it only. */
  readonly restricted: boolean
  readonly signedOn: PlainDate | null
  readonly sheetUpdatedOn: PlainDate | null
  readonly contact: string
  readonly orientations: readonly Attachment[]
  readonly partners: readonly Id<'organisation'>[]
  readonly services: readonly Id<'organisation'>[]
  readonly designTeams: readonly Id<'organisation'>[]
  readonly expectedFunders: readonly Id<'organisation'>[]
  readonly pilots: readonly NamedPerson[]
  readonly elected: readonly NamedPerson[]
  readonly themes: readonly Id<'tag'>[]
  readonly programmes: readonly Id<'tag'>[]
  readonly audiences: readonly Id<'tag'>[]
  readonly zonings: readonly Id<'tag'>[]
  readonly tags: readonly Id<'tag'>[]
}
export type ActionField = keyof ActionValues

/** What a field holds; `choices` in the order people expect them, `most` the longest text, in characters. */
export type FieldShape =
  | { readonly kind: 'text'; readonly most: number; readonly required?: true }
  | { readonly kind: 'longText'; readonly most: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'date' | 'percent' | 'flag' | 'clause' | 'attachments' | 'organisation' }
  | { readonly kind: 'organisations'; readonly role: OrganisationRole }
  | { readonly kind: 'people'; readonly role: PersonRole }
  | { readonly kind: 'tags'; readonly tag: TagKind }

/** Every field, in the order of the official sheet. */
export const actionFields: Readonly<Record<ActionField, FieldShape>> = {
  code: { kind: 'text', most: 40 },
  title: { kind: 'text', most: 300, required: true },
  orientations: { kind: 'attachments' },
  clause: { kind: 'clause' },
  signedOn: { kind: 'date' },
  sheetUpdatedOn: { kind: 'date' },
  priority: { kind: 'choice', choices: priorities },
  nature: { kind: 'choice', choices: actionNatures },
  owner: { kind: 'organisation' },
  delegatedOwner: { kind: 'organisation' },
  pilots: { kind: 'people', role: 'pilot' },
  elected: { kind: 'people', role: 'elected' },
  services: { kind: 'organisations', role: 'service' },
  designTeams: { kind: 'organisations', role: 'designTeam' },
  partners: { kind: 'organisations', role: 'partner' },
  expectedFunders: { kind: 'organisations', role: 'expectedFunder' },
  description: { kind: 'longText', most: 20_000 },
  objectives: { kind: 'longText', most: 10_000 },
  results: { kind: 'longText', most: 10_000 },
  means: { kind: 'longText', most: 10_000 },
  financing: { kind: 'longText', most: 10_000 },
  startsOn: { kind: 'date' },
  endsOn: { kind: 'date' },
  forecastStartsOn: { kind: 'date' },
  forecastEndsOn: { kind: 'date' },
  progress: { kind: 'percent' },
  ongoing: { kind: 'flag' },
  schedule: { kind: 'longText', most: 5000 },
  themes: { kind: 'tags', tag: 'theme' },
  programmes: { kind: 'tags', tag: 'programme' },
  audiences: { kind: 'tags', tag: 'audience' },
  zonings: { kind: 'tags', tag: 'zoning' },
  tags: { kind: 'tags', tag: 'free' },
  participationLevel: { kind: 'choice', choices: participationLevels },
  participation: { kind: 'longText', most: 5000 },
  centrality: { kind: 'longText', most: 5000 },
  contact: { kind: 'text', most: 500 },
  restricted: { kind: 'flag' },
}

/** One value of a sheet, before and after. */
export type ValueChange<Field extends ActionField = ActionField> = {
  readonly [One in Field]: { readonly field: One; readonly before: ActionValues[One]; readonly after: ActionValues[One] }
}[Field]
/** One field of one action, before and after. The state is changed like a field, by a transition; so is being in the plan at all. */
export type FieldChange =
  | ValueChange
  | { readonly field: 'state'; readonly before: DatedState | null; readonly after: DatedState | null }
  | { readonly field: 'presence'; readonly before: Presence; readonly after: Presence }
  | { readonly field: 'extra'; readonly before: ExtraWords; readonly after: ExtraWords }
export type DatedState = { readonly state: ActionState; readonly on: PlainDate; readonly reason: string }
/** In the plan or not: before its creation, after its removal (with the reason). */
export type Presence = { readonly there: boolean; readonly reason: string }
/** Words of an import that no field holds, by the label of their column. */
export type ExtraWords = Readonly<Record<string, string>>
export type ActionChange = FieldChange & { readonly actionId: Id<'action'> }

/** An action of which nothing is said yet. */
export const emptyAction: ActionValues = {
  code: null, title: '', description: '', objectives: '', results: '', means: '', financing: '', centrality: '', participation: '',
  participationLevel: null, schedule: '', nature: null, priority: null, owner: null, delegatedOwner: null, clause: null, startsOn: null, endsOn: null,
  forecastStartsOn: null, forecastEndsOn: null, progress: null, ongoing: false, restricted: false, signedOn: null, sheetUpdatedOn: null, contact: '',
  orientations: [], partners: [], services: [], designTeams: [], expectedFunders: [], pilots: [], elected: [], themes: [], programmes: [],
  audiences: [], zonings: [], tags: [],
}

