// Every SQL statement that writes sheets: thousands at once, in a few statements.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ActionChange, ActionValues, DatedState } from '../../planning/action-fields.ts'
import type { Schema } from '../../schema.ts'
import {
  attachmentRows, clauseColumns, columnsOf, columnsOfSheet, organisationLists, organisationRows, personLists, personRows, sheetColumns, tagLists,
  tagRows,
} from './action-rows.ts'
import { holdActions } from './actions.store.ts'
import { listNames } from './naming.store.ts'
import { isSearched, refreshSearch, searchOf } from './search.store.ts'
import { recordTransitions, withdrawTransitions, listStanding } from './transitions.store.ts'
import type { DatedTransition, Standing } from './transitions.store.ts'

type Db = Kysely<Schema>
type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
/** An action to be made: everything its sheet says, its first state, and what an import brought beside. */
export type NewAction = {
  readonly id: Id<'action'>; readonly values: ActionValues; readonly state: DatedState | null; readonly extra: Readonly<Record<string, string>>
}

type LinkTable = 'action_orientation' | 'action_organisation' | 'action_person' | 'action_tag'
const linkColumns: Readonly<Record<LinkTable, readonly string[]>> = {
  action_orientation: ['action_id', 'orientation_id', 'code', 'position'], action_organisation: ['action_id', 'role', 'organisation_id', 'position'],
  action_person: ['action_id', 'role', 'position', 'person_id', 'name'], action_tag: ['action_id', 'tag_id'],
}
const list = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))

/** Writes new sheets with all their links; seven statements, however many. */
export async function insertSheets(db: Db, { operationId, by, at }: Writer, drafts: readonly NewAction[]): Promise<void> {
  if (drafts.length === 0) return
  const names = await listNames(db)
  const rows = drafts.map(({ id, values, extra }) => ({ id, ...columnsOfSheet(values), extra, search: searchOf(values, names, []) }))
  const columns = ['id', ...sheetColumns, 'extra', 'search']
  await sql`insert into action (operation_id, ${list(columns)}, created_at, created_by, updated_at, updated_by)
    select ${operationId}, ${list(columns)}, ${at}, ${by}, ${at}, ${by}
    from jsonb_populate_recordset(null::action, ${JSON.stringify(rows)}::jsonb)`.execute(db)
  const all = drafts.map(({ id, values }) => [id, values] as const)
  await insertLinks(db, operationId, 'action_orientation', all.flatMap(([id, values]) => attachmentRows(id, values)))
  await insertLinks(db, operationId, 'action_organisation', all.flatMap(([id, values]) =>
    entriesOf(organisationLists).flatMap(([field, role]) => organisationRows(id, role, values[field]))))
  await insertLinks(db, operationId, 'action_person', all.flatMap(([id, values]) =>
    entriesOf(personLists).flatMap(([field, role]) => personRows(id, role, values[field]))))
  await insertLinks(db, operationId, 'action_tag', all.flatMap(([id, values]) =>
    entriesOf(tagLists).flatMap(([field]) => tagRows(id, values[field]))))
  await recordTransitions(db, { operationId, by, at }, drafts.flatMap(({ id, state }) => (state === null ? [] : [{ actionId: id, ...state }])))
}

/** Makes these changes, whoever decided them; the caller held the actions and saw that each `before` still is. */
export async function writeChanges(db: Db, writer: Writer, changes: readonly ActionChange[]): Promise<void> {
  const ids = [...new Set(changes.map(({ actionId }) => actionId))]
  if (ids.length === 0) return
  await holdActions(db, ids)
  await writeColumns(db, writer, ids, changes)
  await writeLinks(db, writer, changes)
  await writeStates(db, writer, changes)
  await refreshSearch(db, writer.operationId, [...new Set(changes.filter(({ field }) => isSearched(field)).map(({ actionId }) => actionId))])
}

/** One statement for every column any of these changes writes; version and author with it. */
async function writeColumns(db: Db, { operationId, by, at }: Writer, ids: readonly Id<'action'>[], changes: readonly ActionChange[]): Promise<void> {
  const patches = new Map<Id<'action'>, Record<string, unknown>>(ids.map((id) => [id, {}]))
  for (const change of changes) Object.assign(patches.get(change.actionId) ?? {}, patchOf(change, at))
  const columns = [...new Set([...patches.values()].flatMap((patch) => Object.keys(patch)))]
  // Two actions may exchange their numbers: both are without one in between.
  if (columns.includes('code')) await sql`update action set code = null where id = any(${ids}::uuid[]) and operation_id = ${operationId}`.execute(db)
  const rows = [...patches].map(([id, patch]) => ({ id, patch }))
  const sets = columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}, `)
  await sql`update action a set ${sql.join(sets, sql``)} version = a.version + 1, updated_at = ${at}, updated_by = ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, patch jsonb)
    join action old on old.id = p.id cross join lateral jsonb_populate_record(old, p.patch) r
    where a.operation_id = ${operationId} and a.id = p.id`.execute(db)
}

function patchOf(change: ActionChange, at: Instant): Readonly<Record<string, unknown>> {
  if (change.field === 'state') return {}
  if (change.field === 'presence') return { removed_at: change.after.there ? null : at }
  if (change.field === 'extra') return { extra: change.after }
  return change.field === 'clause' ? clauseColumns(change.after) : columnsOf(change)
}

async function writeLinks(db: Db, { operationId }: Writer, changes: readonly ActionChange[]): Promise<void> {
  const rows: Record<LinkTable, object[]> = { action_orientation: [], action_organisation: [], action_person: [], action_tag: [] }
  for (const [field, role] of entriesOf(organisationLists)) {
    const changed = changes.flatMap((change) => (change.field === field ? [change] : []))
    if (changed.length === 0) continue
    await sql`delete from action_organisation where role = ${role}
      and action_id = any(${changed.map(({ actionId }) => actionId)}::uuid[])`.execute(db)
    rows.action_organisation.push(...changed.flatMap(({ actionId, after }) => organisationRows(actionId, role, after)))
  }
  for (const [field, role] of entriesOf(personLists)) {
    const changed = changes.flatMap((change) => (change.field === field ? [change] : []))
    if (changed.length === 0) continue
    await sql`delete from action_person where action_id = any(${changed.map(({ actionId }) => actionId)}::uuid[]) and role = ${role}`.execute(db)
    rows.action_person.push(...changed.flatMap(({ actionId, after }) => personRows(actionId, role, after)))
  }
  for (const [field, kind] of entriesOf(tagLists)) {
    const changed = changes.flatMap((change) => (change.field === field ? [change] : []))
    if (changed.length === 0) continue
    await sql`delete from action_tag using tag where tag.operation_id = action_tag.operation_id and tag.id = action_tag.tag_id and tag.kind = ${kind}
      and action_id = any(${changed.map(({ actionId }) => actionId)}::uuid[])`.execute(db)
    rows.action_tag.push(...changed.flatMap(({ actionId, after }) => tagRows(actionId, after)))
  }
  const attached = changes.flatMap((change) => (change.field === 'orientations' ? [change] : []))
  if (attached.length > 0) {
    await sql`delete from action_orientation where action_id = any(${attached.map(({ actionId }) => actionId)}::uuid[])`.execute(db)
    rows.action_orientation.push(...attached.flatMap(({ actionId, after }) => attachmentRows(actionId, { orientations: after })))
  }
  for (const table of namesOf(rows)) await insertLinks(db, operationId, table, rows[table])
}

async function insertLinks(db: Db, operationId: Id<'operation'>, table: LinkTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = linkColumns[table]
  await sql`insert into ${sql.table(table)} (operation_id, ${list(columns)}) select ${operationId}, ${list(columns)}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(db)
}

/**
 * A change of state records a transition; one that goes back to a transition that still stands (an undo) withdraws the one it leaves, and so does
 * one that leaves the action without any state.
 */
async function writeStates(db: Db, writer: Writer, changes: readonly ActionChange[]): Promise<void> {
  const states = changes.flatMap((change) => (change.field === 'state' ? [change] : []))
  if (states.length === 0) return
  const standing = new Map((await listStanding(db, states.map(({ actionId }) => actionId))).map((one) => [keyOf(one), one]))
  const withdrawn: Standing[] = []
  const added: DatedTransition[] = []
  for (const { actionId, before, after } of states) {
    const left = before === null ? undefined : standing.get(keyOf({ actionId, ...before }))
    const goesBack = after === null || standing.has(keyOf({ actionId, ...after }))
    if (left !== undefined && goesBack) withdrawn.push(left)
    else if (after !== null) added.push({ actionId, ...after })
  }
  await withdrawTransitions(db, writer, withdrawn)
  await recordTransitions(db, writer, added)
}
const keyOf = ({ actionId, state, on, reason }: DatedTransition): string => `${actionId} ${state} ${on} ${reason}`

/** The entries of a table whose names are known. */
function entriesOf<Name extends string, Value>(table: Readonly<Record<Name, Value>>): readonly (readonly [Name, Value])[] {
  return namesOf(table).map((name) => [name, table[name]] as const)
}
function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  const names: Name[] = []
  for (const name in table) names.push(name)
  return names
}
