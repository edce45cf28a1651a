// The one statement every list of actions is made from: what this person sees, in its state of the day, narrowed by a filter.
import { sql } from 'kysely'
import type { Kysely, RawBuilder, SelectQueryBuilder } from 'kysely'
import type { ActionState } from '../../planning/action-state.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import { visibleActions } from '../frameworks/visible-actions.store.ts'
import { conditionsOf } from './plan-conditions.store.ts'
import type { PlanSight } from './sight.ts'

type Db = Kysely<Schema>

/**
 * Select on `action`, left-joined to `standing`, the transition that gives its state that day, with scope and filter in its `where`: nothing
 * selected, sorted or limited yet.
 */
export const planQuery = (db: Db, sight: PlanSight, filter: PlanFilter) => withState(db.selectFrom('action'), sight).where(asked(sight, filter))

/** The same for who shows no state: a third faster where neither the filter nor the order (`byState`) looks at it. */
export const planActions = (db: Db, sight: PlanSight, filter: PlanFilter, byState = false) =>
  db.selectFrom('action')
    .$if(byState || filter.sets.state !== undefined || filter.periods.stateSince !== undefined, (query) => withState(query, sight))
    .where(asked(sight, filter))

/** The state of that day as a value, for who shows few actions: looked up for each of them, once the others are left out. */
export const stateThen = ({ day }: PlanSight): RawBuilder<ActionState | null> => sql`(select told.state from action_transition told
  where told.operation_id = action.operation_id and told.action_id = action.id and told.happened_on <= ${day}::date
    and (told.until is null or told.until > ${day}::date) order by told.happened_on desc, told.recorded_at desc limit 1)`

const withState = <Output>(query: SelectQueryBuilder<Schema, 'action', Output>, { day }: PlanSight) =>
  query.leftJoin('action_transition as standing', (join) =>
    join.onRef('standing.operation_id', '=', 'action.operation_id').onRef('standing.action_id', '=', 'action.id')
      .on('standing.happened_on', '<=', day).on((eb) => eb.or([eb('standing.until', 'is', null), eb('standing.until', '>', day)])))

function asked(sight: PlanSight, filter: PlanFilter): RawBuilder<boolean> {
  const seen = filter.flags.removed !== true ? visibleActions(sight.scope)
    : sight.scope.leads ? sql<boolean>`action.removed_at is not null` : sql<boolean>`false`
  return sql<boolean>`${sql.join([seen, ...conditionsOf(filter, sight)], sql` and `)}`
}

/** The ids of the same actions, to stand after `in`. */
export const planIds = (db: Db, sight: PlanSight, filter: PlanFilter) => planActions(db, sight, filter).select('action.id')
