// Every SQL statement that writes the life of actions: transitions recorded and withdrawn, `until` kept right.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { DatedState } from '../../planning/action-fields.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>
type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export type DatedTransition = DatedState & { readonly actionId: Id<'action'> }

/** Records these transitions, whatever their days: of two of one day, the last recorded counts. Two statements, however many. */
export async function recordTransitions(db: Db, { operationId, by, at }: Writer, transitions: readonly DatedTransition[]): Promise<void> {
  if (transitions.length === 0) return
  const rows = transitions.map(({ actionId, state, on, reason }) => ({
    operation_id: operationId, id: newId<'transition'>(), action_id: actionId, state, happened_on: on, reason, recorded_by: by, recorded_at: at,
  }))
  await sql`insert into action_transition (operation_id, id, action_id, state, happened_on, reason, recorded_by, recorded_at)
    select operation_id, id, action_id, state, happened_on, reason, recorded_by, recorded_at
    from jsonb_populate_recordset(null::action_transition, ${JSON.stringify(rows)}::jsonb)`.execute(db)
  await renewUntil(db, transitions)
}

/** Withdraws these: in force for no day at all. */
export async function withdrawTransitions(db: Db, { by, at }: Writer, transitions: readonly Standing[]): Promise<void> {
  if (transitions.length === 0) return
  await sql`update action_transition set withdrawn_at = ${at}, withdrawn_by = ${by}, until = happened_on
    where id = any(${transitions.map(({ id }) => id)}::uuid[])`.execute(db)
  await renewUntil(db, transitions)
}

/** `until`: the day of the next transition that stands. */
async function renewUntil(db: Db, transitions: readonly Pick<DatedTransition, 'actionId'>[]): Promise<void> {
  await sql`update action_transition t set until = chain.next
    from (select id, lead(happened_on) over (partition by action_id order by happened_on, recorded_at, id) as next from action_transition
      where action_id = any(${[...new Set(transitions.map(({ actionId }) => actionId))]}::uuid[]) and withdrawn_at is null) as chain
    where t.id = chain.id and t.until is distinct from chain.next`.execute(db)
}

export type Standing = DatedTransition & { readonly id: Id<'transition'>; readonly recordedAt: Instant }
/** The transitions that stand, of these actions, in their order. */
export const listStanding = (db: Db, ids: readonly Id<'action'>[]): Promise<Standing[]> =>
  db.selectFrom('action_transition').select(['id', 'action_id as actionId', 'state', 'happened_on as on', 'reason', 'recorded_at as recordedAt'])
    .where(sql<boolean>`action_id = any(${ids}::uuid[])`).where('withdrawn_at', 'is', null)
    .orderBy('happened_on').orderBy('recorded_at').orderBy('id').execute()
