// The cards of the board: of each column, how many actions it has and the first of them.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import type { BoardColumns, CardRow, RankedAction } from './board-cards.ts'
import { planActions } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'

type Db = Kysely<Schema>
/** What tells the column of an action. An action that serves several orientations has a card in each. */
const columnKeys: Readonly<Record<BoardColumns, RawBuilder<string | null>>> = {
  state: sql`standing.state`, priority: sql`action.priority`, owner: sql`action.owner_id`, orientation: sql`served.orientation_id`,
}

/** The first `most` of each column, those that end first before; one statement. */
export async function rankActions(
  db: Db, sight: PlanSight, filter: PlanFilter, by: BoardColumns, most: number,
): Promise<readonly RankedAction[]> {
  const key = columnKeys[by]
  const ranked = planActions(db, sight, filter, by === 'state')
    .$if(by === 'orientation', (query) => query.leftJoin('action_orientation as served', (join) =>
      join.onRef('served.operation_id', '=', 'action.operation_id').onRef('served.action_id', '=', 'action.id')))
    .select('action.id').select([
      key.as('column'), sql<number>`(count(*) over (partition by ${key}))::integer`.as('total'),
      sql<number>`(row_number() over (partition by ${key} order by coalesce(action.forecast_ends_on, action.ends_on),
        action.code_order, action.id))::integer`.as('rank'),
    ])
  return await db.selectFrom(ranked.as('ranked')).selectAll().where('ranked.rank', '<=', most).orderBy('ranked.rank').execute()
}

/** The cards of these actions, already chosen among those this person sees. */
export const listCards = (db: Db, ids: readonly Id<'action'>[], day: PlainDate): Promise<CardRow[]> =>
  db.selectFrom('action')
    .leftJoin('organisation as bearer', (join) =>
      join.onRef('bearer.operation_id', '=', 'action.operation_id').onRef('bearer.id', '=', 'action.owner_id'))
    .leftJoin('action_transition as standing', (join) =>
      join.onRef('standing.operation_id', '=', 'action.operation_id').onRef('standing.action_id', '=', 'action.id')
        .on('standing.happened_on', '<=', day)
        .on((eb) => eb.or([eb('standing.until', 'is', null), eb('standing.until', '>', day)])))
    .select(['action.id', 'action.code', 'action.title', 'action.owner_id as owner', 'action.delegated_owner_id as delegatedOwner',
      'bearer.name as ownerName', 'standing.state', 'action.ends_on as endsOn', 'action.forecast_ends_on as forecastEndsOn', 'action.ongoing',
      'action.progress', sql<boolean>`exists (select 1 from action_blocking blocking where blocking.operation_id = action.operation_id
        and blocking.action_id = action.id and blocking.since <= ${day}::date and (blocking.lifted_on is null or blocking.lifted_on > ${day}::date))`
        .as('blocked')])
    .where('action.id', '=', sql<Id<'action'>>`any(${sql.val([...ids])}::uuid[])`).execute()
