// Every SQL statement about what stops an action.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { Blocking, BlockingRow } from './blocking.rules.ts'

type Db = Kysely<Schema>

const blockings = (db: Db, actionId: Id<'action'>) =>
  db.selectFrom('action_blocking as b').innerJoin('person', 'person.id', 'b.recorded_by')
    .leftJoin('organisation', (join) => join.onRef('organisation.operation_id', '=', 'b.operation_id').onRef('organisation.id', '=', 'b.lifter_id'))
    .select(['b.id', 'b.since', 'b.reason', 'b.lifter', 'b.lifter_id as lifterId', 'b.expected_on as expectedOn', 'b.lifted_on as liftedOn',
      'organisation.name as organisation', 'person.name as recordedBy', 'b.recorded_at as recordedAt'])
    .where('b.action_id', '=', actionId)

/** The latest first. */
export const listBlockings = (db: Db, actionId: Id<'action'>): Promise<BlockingRow[]> =>
  blockings(db, actionId).orderBy('b.since', 'desc').orderBy('b.recorded_at', 'desc').orderBy('b.id', 'desc').execute()

export const findBlocking = (db: Db, actionId: Id<'action'>, id: Id<'blocking'>): Promise<BlockingRow | undefined> =>
  blockings(db, actionId).where('b.id', '=', id).executeTakeFirst()

type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export async function insertBlocking(
  db: Db, { operationId, by, at }: Writer, actionId: Id<'action'>, { since, reason, lifter, lifterId, expectedOn }: Blocking,
): Promise<Id<'blocking'>> {
  const id = newId<'blocking'>()
  await db.insertInto('action_blocking').values({
    operation_id: operationId, id, action_id: actionId, since, reason, lifter, lifter_id: lifterId, expected_on: expectedOn, lifted_on: null,
    recorded_by: by, recorded_at: at,
  }).execute()
  return id
}

export async function updateLifted(db: Db, actionId: Id<'action'>, id: Id<'blocking'>, liftedOn: PlainDate): Promise<void> {
  await db.updateTable('action_blocking').set({ lifted_on: liftedOn }).where('action_id', '=', actionId).where('id', '=', id).execute()
}
