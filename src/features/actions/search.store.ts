// The statement that keeps the words of each action findable.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { ActionField, ActionValues } from '../../planning/action-fields.ts'
import { searchText } from '../../planning/search-text.ts'
import { date } from '../../kernel/date.ts'
import type { Schema } from '../../schema.ts'
import { valueInWords } from './action.words.ts'
import type { ActionNames } from './action.words.ts'
import { listActionValues } from './actions.store.ts'
import { listNames } from './naming.store.ts'

type Db = Kysely<Schema>

const searched = [
  'code', 'title', 'orientations', 'owner', 'delegatedOwner', 'pilots', 'elected', 'services', 'designTeams', 'partners', 'expectedFunders',
  'description',
  'objectives', 'results', 'means', 'financing', 'schedule', 'themes', 'programmes', 'audiences', 'zonings', 'tags', 'participation', 'centrality',
  'contact',
] as const satisfies readonly ActionField[]

/** Does a change of this field change what the action is found by? */
export const isSearched = (field: string): boolean => searched.some((one) => one === field)

/** What an action is found by: everything it says in words, and its notes. */
export const searchOf = (values: ActionValues, names: ActionNames, notes: readonly string[]): string =>
  searchText([...searched.map((field) => valueInWords(field, values[field], names)), ...notes])

/** Makes the words of these actions findable anew: after a change, a note, another name of an orientation. */
export async function refreshSearch(db: Db, operationId: Id<'operation'>, ids: readonly Id<'action'>[]): Promise<void> {
  if (ids.length === 0) return
  const names = await listNames(db)
  const notes = await db.selectFrom('action_note').select(['action_id as of', 'words']).where(sql<boolean>`action_id = any(${ids}::uuid[])`)
    .where('removed_at', 'is', null).orderBy('noted_on', 'desc').execute()
  const words = new Map<Id<'action'>, string[]>()
  for (const note of notes) words.set(note.of, [...(words.get(note.of) ?? []), note.words])
  const rows = (await listActionValues(db, ids, anyDay)).map(({ id, values }) => ({ id, search: searchOf(values, names, words.get(id) ?? []) }))
  await sql`update action a set search = r.search from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, search text)
    where a.operation_id = ${operationId} and a.id = r.id and a.search <> r.search`.execute(db)
}

/** The state is no word of the search: any day does. */
const anyDay = date('2026-01-01')
