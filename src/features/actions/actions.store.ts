// Every SQL statement that reads the sheets of actions: whom they are shown to, what they say, their state on a day.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ActionValues, Attachment, DatedState, NamedPerson, OrganisationRole, PersonRole, TagKind } from '../../planning/action-fields.ts'
import { maySee } from '../../planning/scope.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { visibleActions } from '../frameworks/visible-actions.store.ts'

type Db = Kysely<Schema>

/** A sheet as it is recorded; `state`: the one in force on the day asked, null when nobody gave one. */
export type ActionRow = {
  readonly id: Id<'action'>; readonly version: number; readonly values: ActionValues; readonly state: DatedState | null
  /** What an import brought that no field holds, by the label of its column. */
  readonly extra: Readonly<Record<string, string>>
  readonly createdAt: Instant; readonly createdBy: string; readonly updatedAt: Instant; readonly updatedBy: string; readonly removedAt: Instant | null
}

/** The action, standing, when this person may read it; with its state on that day. */
export async function findAction(db: Db, id: Id<'action'>, scope: PlanScope, day: PlainDate): Promise<ActionRow | undefined> {
  const seen = await db.selectFrom('action').select('id').where('id', '=', id).where(visibleActions(scope)).executeTakeFirst()
  return seen === undefined ? undefined : (await listActionValues(db, [id], day))[0]
}

/** The action though it was removed, to those who may read it but for the money they put in it: to tell its history, and to restore it. */
export async function findRemovedAction(db: Db, id: Id<'action'>, scope: PlanScope, day: PlainDate): Promise<ActionRow | undefined> {
  const [row] = await listActionValues(db, [id], day)
  return row !== undefined && row.removedAt !== null && maySee(scope, { ...row.values, funds: false }) ? row : undefined
}

/** The numbers in use, as they are printed. */
export const listCodesInUse = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('action').select('code').where('code', 'is not', null).where('removed_at', 'is', null).execute()).map(({ code }) => code ?? '')

/** Locks these actions until the end of the transaction, always in the same order: two who write the same ones wait, and never for each other. */
export async function holdActions(db: Db, ids: readonly Id<'action'>[]): Promise<void> {
  await sql`select id from action where id = any(${ids}::uuid[]) order by id for no key update`.execute(db)
}

/** What a sheet says in lists of its own. */
export type ActionLink = 'orientations' | 'organisations' | 'people' | 'tags'
const allLinks: readonly ActionLink[] = ['orientations', 'organisations', 'people', 'tags']

/**
 * What these sheets say, in the order asked, removed ones too; unknown ids are left out. One statement, and one for each list of `links`; the lists
 * not asked for are empty.
 */
export async function listActionValues(
  db: Db, ids: readonly Id<'action'>[], day: PlainDate, links: readonly ActionLink[] = allLinks,
): Promise<readonly ActionRow[]> {
  const rows = new Map((await selectRows(db, ids, day)).map((row) => [row.id, row]))
  const linked = async <One extends Linked>(link: ActionLink, list: (db: Db, ids: readonly Id<'action'>[]) => Promise<readonly One[]>) =>
    grouped(links.includes(link) ? await list(db, ids) : [])
  const [orientations, organisations, people, tags] = [
    await linked('orientations', listOrientationsOf), await linked('organisations', listOrganisationsOf), await linked('people', listPeopleOf),
    await linked('tags', listTagsOf),
  ]
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (row === undefined) return []
    const lists = {
      orientations: orientations.get(id) ?? [], organisations: organisations.get(id) ?? [], people: people.get(id) ?? [], tags: tags.get(id) ?? [],
    }
    return [{
      id, version: row.version, values: { ...scalarsOf(row), ...linksOf(lists) }, state: stateOf(row), extra: row.extra,
      createdAt: row.created_at, createdBy: row.createdBy, updatedAt: row.updated_at, updatedBy: row.updatedBy, removedAt: row.removed_at,
    }]
  })
}

const listOrientationsOf = (db: Db, ids: readonly Id<'action'>[]) =>
  db.selectFrom('action_orientation').select(['action_id as of', 'orientation_id as orientationId', 'code'])
    .where(isOf(ids)).orderBy('position').orderBy('orientation_id').execute()
const listOrganisationsOf = (db: Db, ids: readonly Id<'action'>[]) =>
  db.selectFrom('action_organisation').select(['action_id as of', 'role', 'organisation_id as id'])
    .where(isOf(ids)).orderBy('position').orderBy('organisation_id').execute()
const listPeopleOf = (db: Db, ids: readonly Id<'action'>[]) =>
  db.selectFrom('action_person').select(['action_id as of', 'role', 'person_id as personId', 'name']).where(isOf(ids)).orderBy('position').execute()
const listTagsOf = (db: Db, ids: readonly Id<'action'>[]) =>
  db.selectFrom('action_tag')
    .innerJoin('tag', (join) => join.onRef('tag.operation_id', '=', 'action_tag.operation_id').onRef('tag.id', '=', 'action_tag.tag_id'))
    .select(['action_id as of', 'tag.kind', 'tag.id']).where(isOf(ids)).orderBy('tag.name').execute()

const isOf = (ids: readonly Id<'action'>[]): RawBuilder<boolean> => sql<boolean>`action_id = any(${ids}::uuid[])`

type Row = Awaited<ReturnType<typeof selectRows>>[number]
const selectRows = (db: Db, ids: readonly Id<'action'>[], day: PlainDate) =>
  db.selectFrom('action').innerJoin('person as creator', 'creator.id', 'action.created_by')
    .innerJoin('person as updater', 'updater.id', 'action.updated_by')
    .leftJoin('action_transition as standing', (join) =>
      join.onRef('standing.operation_id', '=', 'action.operation_id').onRef('standing.action_id', '=', 'action.id')
        .on('standing.happened_on', '<=', day).on((eb) => eb.or([eb('standing.until', 'is', null), eb('standing.until', '>', day)])))
    .select(['action.id', 'code', 'title', 'description', 'objectives', 'results', 'means', 'financing', 'centrality', 'participation',
      'participation_level', 'schedule', 'nature', 'priority', 'owner_id', 'delegated_owner_id', 'convention_id', 'clause', 'starts_on', 'ends_on',
      'forecast_starts_on', 'forecast_ends_on', 'progress', 'ongoing', 'restricted', 'signed_on', 'sheet_updated_on', 'contact', 'extra', 'version',
      'action.created_at', 'updated_at', 'removed_at', 'creator.name as createdBy', 'updater.name as updatedBy', 'standing.state',
      'standing.happened_on', 'standing.reason'])
    .where(sql<boolean>`action.id = any(${ids}::uuid[])`).execute()

const stateOf = ({ state, happened_on: on, reason }: Row): DatedState | null =>
  (state === null || on === null ? null : { state, on, reason: reason ?? '' })

const scalarsOf = (row: Row) => ({
  code: row.code, title: row.title, description: row.description, objectives: row.objectives, results: row.results, means: row.means,
  financing: row.financing, centrality: row.centrality, participation: row.participation, participationLevel: row.participation_level,
  schedule: row.schedule, nature: row.nature, priority: row.priority, owner: row.owner_id, delegatedOwner: row.delegated_owner_id,
  clause: row.convention_id === null ? null : { conventionId: row.convention_id, provision: row.clause },
  startsOn: row.starts_on, endsOn: row.ends_on, forecastStartsOn: row.forecast_starts_on, forecastEndsOn: row.forecast_ends_on,
  progress: row.progress, ongoing: row.ongoing, restricted: row.restricted, signedOn: row.signed_on, sheetUpdatedOn: row.sheet_updated_on,
  contact: row.contact,
})

type Links = {
  readonly orientations: readonly Attachment[]
  readonly organisations: readonly { readonly role: OrganisationRole; readonly id: Id<'organisation'> }[]
  readonly people: readonly (NamedPerson & { readonly role: PersonRole })[]
  readonly tags: readonly { readonly kind: TagKind; readonly id: Id<'tag'> }[]
}
function linksOf({ orientations, organisations, people, tags }: Links) {
  const bodies = (wanted: OrganisationRole) => organisations.filter(({ role }) => role === wanted).map(({ id }) => id)
  const named = (wanted: PersonRole) => people.filter(({ role }) => role === wanted).map(({ personId, name }) => ({ personId, name }))
  const tagged = (wanted: TagKind) => tags.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  return {
    orientations: orientations.map(({ orientationId, code }) => ({ orientationId, code })),
    partners: bodies('partner'), services: bodies('service'), designTeams: bodies('designTeam'), expectedFunders: bodies('expectedFunder'),
    pilots: named('pilot'), elected: named('elected'), themes: tagged('theme'), programmes: tagged('programme'), audiences: tagged('audience'),
    zonings: tagged('zoning'), tags: tagged('free'),
  }
}

type Linked = { readonly of: Id<'action'> }
function grouped<One extends Linked>(list: readonly One[]): ReadonlyMap<Id<'action'>, readonly One[]> {
  const groups = new Map<Id<'action'>, One[]>()
  for (const one of list) {
    const group = groups.get(one.of)
    if (group === undefined) groups.set(one.of, [one])
    else group.push(one)
  }
  return groups
}
