// A sheet as the columns and rows it is kept in.
import type { Id } from '../../kernel/id.ts'
import type { ActionField, ActionValues, NamedPerson, OrganisationRole, PersonRole, TagKind, ValueChange } from '../../planning/action-fields.ts'

type Scalar = { [Field in ActionField]: ActionValues[Field] extends readonly unknown[] ? never : Field }[ActionField]

/** The columns of `action` behind each field that is one value. */
const columns: Readonly<Record<Exclude<Scalar, 'clause'>, string>> = {
  code: 'code', title: 'title', description: 'description', objectives: 'objectives', results: 'results', means: 'means', financing: 'financing',
  centrality: 'centrality', participation: 'participation', participationLevel: 'participation_level', schedule: 'schedule', nature: 'nature',
  priority: 'priority', owner: 'owner_id', delegatedOwner: 'delegated_owner_id', startsOn: 'starts_on', endsOn: 'ends_on',
  forecastStartsOn: 'forecast_starts_on', forecastEndsOn: 'forecast_ends_on', progress: 'progress', ongoing: 'ongoing', restricted: 'restricted',
  signedOn: 'signed_on', sheetUpdatedOn: 'sheet_updated_on', contact: 'contact',
}
const isColumn = (field: string): field is keyof typeof columns => field in columns

type Columns = Readonly<Record<string, unknown>>
/** The columns one change writes, none when its field is kept in rows of its own. */
export function columnsOf(change: Pick<ValueChange, 'field' | 'after'>): Columns {
  return isColumn(change.field) ? { [columns[change.field]]: change.after } : {}
}

/** The two columns of the clause an action comes from. */
export const clauseColumns = (clause: ActionValues['clause']): Columns =>
  ({ convention_id: clause?.conventionId ?? null, clause: clause?.provision ?? null })

/** Every column of a sheet. */
export const columnsOfSheet = (values: ActionValues): Columns => ({
  ...Object.fromEntries(Object.entries(columns).map(([field, column]) => [column, isColumn(field) ? values[field] : null])),
  ...clauseColumns(values.clause),
})
export const sheetColumns: readonly string[] = [...Object.values(columns), 'convention_id', 'clause']

/** Where each list of a sheet is kept: in which table, under which role or kind. */
export const organisationLists: Readonly<Record<'partners' | 'services' | 'designTeams' | 'expectedFunders', OrganisationRole>> = {
  partners: 'partner', services: 'service', designTeams: 'designTeam', expectedFunders: 'expectedFunder',
}
export const personLists: Readonly<Record<'pilots' | 'elected', PersonRole>> = { pilots: 'pilot', elected: 'elected' }
export const tagLists: Readonly<Record<'themes' | 'programmes' | 'audiences' | 'zonings' | 'tags', TagKind>> = {
  themes: 'theme', programmes: 'programme', audiences: 'audience', zonings: 'zoning', tags: 'free',
}

/** The rows of each list of a sheet. */
export const attachmentRows = (actionId: Id<'action'>, { orientations }: Pick<ActionValues, 'orientations'>) =>
  [...new Map(orientations.map((attachment) => [attachment.orientationId, attachment])).values()]
    .map(({ orientationId, code }, position) => ({ action_id: actionId, orientation_id: orientationId, code, position }))

export const organisationRows = (actionId: Id<'action'>, role: OrganisationRole, ids: readonly Id<'organisation'>[]) =>
  [...new Set(ids)].map((id, position) => ({ action_id: actionId, role, organisation_id: id, position }))

export const personRows = (actionId: Id<'action'>, role: PersonRole, people: readonly NamedPerson[]) =>
  people.map(({ personId, name }, position) => ({ action_id: actionId, role, person_id: personId, name, position }))

export const tagRows = (actionId: Id<'action'>, ids: readonly Id<'tag'>[]) => [...new Set(ids)].map((id) => ({ action_id: actionId, tag_id: id }))
