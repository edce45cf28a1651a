// Every SQL statement that reads the life of one action.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { TransitionRow } from './state-change.rules.ts'

/** The transitions that stand, in their order: that of the days, then that of recording. */
export const listTransitions = (db: Kysely<Schema>, actionId: Id<'action'>): Promise<TransitionRow[]> =>
  db.selectFrom('action_transition').innerJoin('person', 'person.id', 'action_transition.recorded_by')
    .select(['action_transition.id', 'state', 'happened_on as on', 'reason', 'recorded_at as recordedAt', 'person.name as recordedBy'])
    .where('action_id', '=', actionId).where('withdrawn_at', 'is', null)
    .orderBy('happened_on').orderBy('recorded_at').orderBy('action_transition.id').execute()
