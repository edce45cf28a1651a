// Every SQL statement about sets of changes: one act of one person on the plan, the history of each object, and what can be undone.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ActionChange } from '../../planning/action-fields.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { insertSheets, writeChanges } from './action-writes.store.ts'
import type { NewAction } from './action-writes.store.ts'

type Db = Kysely<Schema>

export type ChangeSetKind = Schema['change_set']['kind']
/** The act itself: its id is made by the caller; `undoes`: the set it takes back. */
export type ChangeSet = {
  readonly setId: Id<'changeSet'>; readonly kind: ChangeSetKind; readonly label: string; readonly by: Id<'person'>; readonly at: Instant
  readonly undoes?: Id<'changeSet'> | undefined
}
/** One field of one object, before and after, as it is kept. */
export type ObjectChange = {
  readonly objectId: string; readonly objectKind: string; readonly field: string; readonly before: unknown; readonly after: unknown
}
/** What an import writes at once: actions made, changes to those there were; `others`: what it wrote of other objects, told in the same set. */
export type PlanWrite = {
  readonly created: readonly NewAction[]; readonly changes: readonly ActionChange[]; readonly others?: readonly ObjectChange[]
}

const absent = { there: false, reason: '' }
const present = { there: true, reason: '' }

/**
 * Makes actions and changes in one set. The caller held the actions (`holdActions`) and read them before it decided: each `before` is what is
 * recorded. A fixed number of statements, however many actions.
 */
export async function recordPlan(db: Db, operationId: Id<'operation'>, { created, changes, others = [] }: PlanWrite, set: ChangeSet): Promise<void> {
  const writer = { operationId, by: set.by, at: set.at }
  await insertSheets(db, writer, created)
  await writeChanges(db, writer, changes)
  await recordObjectChanges(db, operationId, [
    ...created.map(({ id }) => ({ objectId: id, objectKind: 'action', field: 'presence', before: absent, after: present })),
    ...changes.map(({ actionId, field, before, after }) => ({ objectId: actionId, objectKind: 'action', field, before, after })),
    ...others,
  ], set)
}

/** Makes actions; their ids, in order. */
export async function insertActions(
  db: Db, operationId: Id<'operation'>, drafts: readonly (Omit<NewAction, 'id' | 'extra'> & Partial<NewAction>)[], set: ChangeSet,
): Promise<readonly Id<'action'>[]> {
  const created = drafts.map((draft) => ({ id: newId<'action'>(), extra: {}, ...draft }))
  await recordPlan(db, operationId, { created, changes: [] }, set)
  return created.map(({ id }) => id)
}

/** Makes changes to actions there are. */
export const applyChanges = (db: Db, operationId: Id<'operation'>, changes: readonly ActionChange[], set: ChangeSet): Promise<void> =>
  recordPlan(db, operationId, { created: [], changes }, set)

/** Writes a set and its changes, of whatever objects: what the history tells. Nothing else is written. */
export async function recordObjectChanges(
  db: Db, operationId: Id<'operation'>, changes: readonly ObjectChange[], { setId, kind, label, by, at, undoes }: ChangeSet,
): Promise<void> {
  await db.insertInto('change_set').values({
    operation_id: operationId, id: setId, kind, label, objects: new Set(changes.map(({ objectId }) => objectId)).size, undoes_id: undoes ?? null,
    made_by: by, made_at: at,
  }).execute()
  const rows = changes.map(({ objectId, objectKind, ...change }) => ({ object_id: objectId, object_kind: objectKind, ...change }))
  await sql`insert into change (operation_id, set_id, object_id, object_kind, field, before, after)
    select ${operationId}, ${setId}, object_id, object_kind, field, before, after
    from jsonb_populate_recordset(null::change, ${JSON.stringify(rows)}::jsonb)`.execute(db)
}

export type ChangeSetRow = {
  readonly id: Id<'changeSet'>; readonly kind: ChangeSetKind; readonly label: string; readonly objects: number;
  readonly undoesId: Id<'changeSet'> | null
  readonly undoneById: Id<'changeSet'> | null; readonly by: string; readonly at: Instant
}
const sets = (db: Db) => db.selectFrom('change_set').innerJoin('person', 'person.id', 'change_set.made_by')
  .leftJoin('change_set as undoing', (join) =>
    join.onRef('undoing.operation_id', '=', 'change_set.operation_id').onRef('undoing.undoes_id', '=', 'change_set.id'))
  .select(['change_set.id', 'change_set.kind', 'change_set.label', 'change_set.objects', 'change_set.undoes_id as undoesId',
    'undoing.id as undoneById', 'person.name as by', 'change_set.made_at as at'])

/** False for the sets that only touch an action of restricted access this person does not bear, or its money: their label would tell of it. */
function isOpen({ leads, authorities }: PlanScope): RawBuilder<boolean> {
  if (leads) return sql<boolean>`true`
  return sql<boolean>`(change_set.objects > 1 or not exists (
    select from change touched
    left join cost_line cost on cost.operation_id = touched.operation_id and cost.id = touched.object_id
    left join funding_line line on line.operation_id = touched.operation_id and line.id = touched.object_id
    join action on action.operation_id = touched.operation_id and action.id = coalesce(cost.action_id, line.action_id, touched.object_id)
    where touched.operation_id = change_set.operation_id and touched.set_id = change_set.id and action.restricted
      and coalesce(action.owner_id <> all(${authorities}::uuid[]), true)
      and coalesce(action.delegated_owner_id <> all(${authorities}::uuid[]), true)))`
}

type SetsPage = { readonly after: Id<'changeSet'> | undefined; readonly most: number }
/** The sets this person may know of, latest first, a page at a time: those after this one in the list. */
export const listChangeSets = (db: Db, scope: PlanScope, page: SetsPage): Promise<ChangeSetRow[]> =>
  sets(db).where(isOpen(scope)).$if(page.after !== undefined, (query) => query.where(
    sql<boolean>`(change_set.made_at, change_set.id) < (select last.made_at, last.id from change_set last where last.id = ${page.after ?? null})`))
    .orderBy('change_set.made_at', 'desc').orderBy('change_set.id', 'desc').limit(page.most).execute()

/** The set, when this person may know of it. */
export const findOpenSet = (db: Db, scope: PlanScope, id: Id<'changeSet'>): Promise<ChangeSetRow | undefined> =>
  sets(db).where('change_set.id', '=', id).where(isOpen(scope)).executeTakeFirst()

export const findChangeSet = (db: Db, id: Id<'changeSet'>): Promise<ChangeSetRow | undefined> =>
  sets(db).where('change_set.id', '=', id).executeTakeFirst()

/** All that happened to one object of any kind, latest first, a thousand lines at most. */
export async function listHistory(db: Db, objectId: string): Promise<readonly (ObjectChange & { readonly set: ChangeSetRow })[]> {
  const rows = await sets(db).innerJoin('change', (join) =>
    join.onRef('change.operation_id', '=', 'change_set.operation_id').onRef('change.set_id', '=', 'change_set.id'))
    .select(['change.object_id as objectId', 'change.object_kind as objectKind', 'change.field', 'change.before', 'change.after'])
    .where('change.object_id', '=', objectId)
    .orderBy('change_set.made_at', 'desc').orderBy('change_set.id', 'desc').orderBy('change.field').limit(1000).execute()
  return rows.map(({ objectId: id, objectKind, field, before, after, ...set }) => ({ objectId: id, objectKind, field, before, after, set }))
}

/** A change of a sheet, and the set it was made in. */
export type HistoryLine = { readonly change: ActionChange; readonly set: ChangeSetRow }
/** All that happened to the sheet of one action, latest first, a thousand changes at most. Two statements. */
export async function listActionHistory(db: Db, actionId: Id<'action'>): Promise<readonly HistoryLine[]> {
  const changes = (await sql<ActionChange & { readonly setId: Id<'changeSet'> }>`
    select set_id as "setId", object_id as "actionId", field, before, after from change
    where object_id = ${actionId} and object_kind = 'action' order by set_id desc, field limit 1000`.execute(db)).rows
  const known = new Map((await sets(db).where(sql<boolean>`change_set.id = any(${changes.map(({ setId }) => setId)}::uuid[])`).execute())
    .map((set) => [set.id, set]))
  return changes.flatMap(({ setId, ...change }) => {
    const set = known.get(setId)
    return set === undefined ? [] : [{ change, set }]
  }).sort((one, other) => (one.set.at === other.set.at ? 0 : one.set.at < other.set.at ? 1 : -1))
}

/** The changes of sheets a set made, action after action, `most` at most. */
export const listActionChanges = async (db: Db, setId: Id<'changeSet'>, most = 1_000_000): Promise<readonly ActionChange[]> =>
  (await sql<ActionChange>`
  select object_id as "actionId", field, before, after from change where set_id = ${setId} and object_kind = 'action'
  order by object_id, field limit ${most}`.execute(db)).rows

/** What a set did to objects other than sheets. */
export const listOtherChanges = (db: Db, setId: Id<'changeSet'>): Promise<ObjectChange[]> =>
  db.selectFrom('change').select(['object_id as objectId', 'object_kind as objectKind', 'field', 'before', 'after'])
    .where('set_id', '=', setId).where('object_kind', '!=', 'action').orderBy('object_id').orderBy('field').execute()
