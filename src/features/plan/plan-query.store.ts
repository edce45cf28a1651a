// The one statement every list of actions is made from: what this person sees, in its state of the day, narrowed by a filter.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import { visibleActions } from '../frameworks/visible-actions.store.ts'
import { conditionsOf } from './plan-conditions.store.ts'
import type { PlanSight } from './sight.ts'

/**
 * Select on `action`, left-joined to `standing`, the transition that gives its state that day, with scope and filter in its `where`: nothing
 * selected, sorted or limited yet.
 */
export function planQuery(db: Kysely<Schema>, sight: PlanSight, filter: PlanFilter) {
  const query = db.selectFrom('action').leftJoin('action_transition as standing', (join) =>
    join.onRef('standing.operation_id', '=', 'action.operation_id').onRef('standing.action_id', '=', 'action.id')
      .on('standing.happened_on', '<=', sight.day)
      .on((eb) => eb.or([eb('standing.until', 'is', null), eb('standing.until', '>', sight.day)])))
  const seen: RawBuilder<boolean> = filter.flags.removed !== true ? visibleActions(sight.scope)
    : sight.scope.leads ? sql<boolean>`action.removed_at is not null` : sql<boolean>`false`
  return query.where(sql<boolean>`${sql.join([seen, ...conditionsOf(filter, sight)], sql` and `)}`)
}

/** The ids of the same actions, to stand after `in`. */
export const planIds = (db: Kysely<Schema>, sight: PlanSight, filter: PlanFilter) => planQuery(db, sight, filter).select('action.id')
