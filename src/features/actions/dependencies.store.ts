// Every SQL statement about what actions need of one another.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Need } from '../../planning/lateness.ts'
import type { PlanScope } from '../../planning/scope.ts'
import { searchWords } from '../../planning/search-text.ts'
import type { Schema } from '../../schema.ts'
import type { ActionTitle, DependencyRow } from './dependency.rules.ts'
import { visibleActions } from '../frameworks/visible-actions.store.ts'

type Db = Kysely<Schema>
type ActionId = Id<'action'>

/** What an action needs, then what needs it; removed actions left out. */
export async function listDependencies(db: Db, actionId: ActionId, scope: PlanScope): Promise<readonly DependencyRow[]> {
  const toward = (mine: 'action_id' | 'needs_id', other: 'action_id' | 'needs_id') =>
    db.selectFrom('action_dependency as d').innerJoin('action', (join) =>
      join.onRef('action.operation_id', '=', 'd.operation_id').onRef('action.id', '=', `d.${other}`))
      .select(['action.id', 'action.code', 'action.title', 'd.kind', 'd.lag_days as lagDays']).select(visibleActions(scope).as('seen'))
      .where(`d.${mine}`, '=', actionId).where('action.removed_at', 'is', null).orderBy('action.code').orderBy('action.title').execute()
  const told = (direction: DependencyRow['direction']) => ({ id, code, title, kind, lagDays, seen }: Awaited<ReturnType<typeof toward>>[number]) =>
    ({ direction, kind, lagDays, seen, other: seen ? { id, code, title } : { id, code: null, title: '' } })
  return [...(await toward('action_id', 'needs_id')).map(told('needs')), ...(await toward('needs_id', 'action_id')).map(told('neededBy'))]
}

/** The actions that a number or words of a title find, the number first. */
export async function findByWords(db: Db, scope: PlanScope, text: string, most: number): Promise<readonly ActionTitle[]> {
  const words = searchWords(text)
  if (text === '') return []
  return await db.selectFrom('action').select(['id', 'code', 'title']).where('removed_at', 'is', null).where(visibleActions(scope))
    .where((eb) => eb.or([
      eb(eb.fn('lower', ['code']), '=', text.toLowerCase()),
      ...(words.length === 0 ? [] : [eb.and(words.map((word) => sql<boolean>`position(${word} in search) > 0`))]),
    ]))
    .orderBy((eb) => eb(eb.fn('lower', ['code']), '=', text.toLowerCase()), (order) => order.desc().nullsLast())
    .orderBy('code').orderBy('title').orderBy('id').limit(most).execute()
}

/** Those of these actions this person may read, by their names. */
export const listTitles = (db: Db, scope: PlanScope, ids: readonly ActionId[]): Promise<ActionTitle[]> =>
  db.selectFrom('action').select(['id', 'code', 'title']).where('id', '=', sql<ActionId>`any(${ids}::uuid[])`).where(visibleActions(scope))
    .where('removed_at', 'is', null).execute()

export async function insertDependency(db: Db, operationId: Id<'operation'>, { actionId, needsId, kind, lagDays }: Need): Promise<void> {
  await db.insertInto('action_dependency').values({ operation_id: operationId, action_id: actionId, needs_id: needsId, kind,
    lag_days: lagDays }).execute()
}

/** False when there was none. */
export async function removeDependency(db: Db, actionId: ActionId, needsId: ActionId): Promise<boolean> {
  const removed = await db.deleteFrom('action_dependency').where('action_id', '=', actionId).where('needs_id', '=', needsId).executeTakeFirst()
  return removed.numDeletedRows > 0n
}
