// The rows of the timeline: a page of actions in the order of their groups, then what their bars are made of.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ActionState } from '../../planning/action-state.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import { planActions } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'
import type { NeedRow, StepRow, TimelineGroups, TimelineRow } from './timeline-rows.ts'

type Db = Kysely<Schema>
/** `first`, `last`: the days between which the whole plan lies, all pages together. */
export type TimelinePage = {
  readonly rows: readonly TimelineRow[]; readonly total: number; readonly first: PlainDate | null; readonly last: PlainDate | null
}

const firstDays = [sql`action.starts_on`, sql`action.forecast_starts_on`, sql`action.ends_on`] as const
const lastDays = [sql`action.ends_on`, sql`action.forecast_ends_on`, sql`action.starts_on`, sql`action.forecast_starts_on`] as const

/**
 * One page of actions, group after group, each by the day it starts. `groups`: the order of the groups, by their ids; an action that serves several
 * orientations stands under the first of them.
 */
export async function listTimeline(
  db: Db, sight: PlanSight, filter: PlanFilter, by: TimelineGroups, groups: readonly string[], { page, most }: { page: number; most: number },
): Promise<TimelinePage> {
  const { of, ranks } = ranked[by](sql`unnest(${sql.val([...groups])}::uuid[]) with ordinality as named (id, rank)`)
  const rows = await planActions(db, sight, filter).leftJoin(ranks.as('ranked'), (join) => join.onRef('ranked.id', '=', of))
    .select(['action.id', 'action.code', 'action.title', 'action.starts_on as startsOn', 'action.ends_on as endsOn',
      'action.forecast_starts_on as forecastStartsOn', 'action.forecast_ends_on as forecastEndsOn', 'action.ongoing', 'ranked.rank',
      sql<number>`(count(*) over ())::integer`.as('total'), sql<PlainDate | null>`min(least(${sql.join([...firstDays])})) over ()`.as('first'),
      sql<PlainDate | null>`max(greatest(${sql.join([...lastDays])})) over ()`.as('last')])
    .orderBy(sql`ranked.rank nulls last`).orderBy(sql`least(${sql.join([...firstDays])}) nulls last`)
    .orderBy('action.code_order').orderBy('action.id').limit(most).offset((page - 1) * most).execute()
  const [one] = rows
  return {
    rows: rows.map(({ rank, ...row }) => ({ ...row, group: rank === null ? null : groups[rank - 1] ?? null })),
    total: one?.total ?? 0, first: one?.first ?? null, last: one?.last ?? null,
  }
}

type Ranked = { readonly of: 'action.id' | 'action.owner_id'; readonly ranks: RawBuilder<{ id: string; rank: number }> }
/** The rank of the group each action stands in. */
const ranked: Readonly<Record<TimelineGroups, (named: RawBuilder<unknown>) => Ranked>> = {
  orientation: (named) => ({ of: 'action.id', ranks: sql`(select held.action_id as id, min(named.rank)::integer as rank from action_orientation held
    join ${named} on named.id = held.orientation_id group by held.action_id)` }),
  owner: (named) => ({ of: 'action.owner_id', ranks: sql`(select named.id, named.rank::integer as rank from ${named})` }),
  none: () => ({ of: 'action.id', ranks: sql`(select null::uuid as id, null::integer as rank where false)` }),
}

const among = (ids: readonly Id<'action'>[]) => sql<Id<'action'>>`any(${sql.val([...ids])}::uuid[])`

/** Steps and milestones of these actions, in their order. */
export const listStepsOf = (db: Db, ids: readonly Id<'action'>[]): Promise<StepRow[]> =>
  db.selectFrom('action_step').select(['id', 'action_id as actionId', 'kind', 'title', 'starts_on as startsOn', 'ends_on as endsOn',
    'forecast_on as forecastOn', 'done_on as doneOn'])
    .where('action_id', '=', among(ids)).where('removed_at', 'is', null).orderBy('action_id').orderBy('position').orderBy('id').execute()

type TransitionRow = { readonly actionId: Id<'action'>; readonly state: ActionState; readonly on: PlainDate }
/** The lives of these actions, in the order they happened. */
export const listTransitionsOf = (db: Db, ids: readonly Id<'action'>[]): Promise<TransitionRow[]> =>
  db.selectFrom('action_transition').select(['action_id as actionId', 'state', 'happened_on as on']).where('action_id', '=', among(ids))
    .where(sql<boolean>`(until is null or until > happened_on)`).orderBy('happened_on').orderBy('recorded_at').execute()

/** What these actions need, among what this person sees: the number and the title are those of the action needed. */
export const listNeedsOfRows = (db: Db, sight: PlanSight, all: PlanFilter, ids: readonly Id<'action'>[]): Promise<NeedRow[]> =>
  db.selectFrom('action_dependency as need').innerJoin(
    planActions(db, sight, all).where('action.id', 'in', (eb) =>
      eb.selectFrom('action_dependency as held').select('held.needs_id').where('held.action_id', '=', among(ids)))
      .select(['action.id', 'action.code', 'action.title']).as('needed'), 'needed.id', 'need.needs_id')
    .select(['need.action_id as actionId', 'need.needs_id as needsId', 'need.kind', 'needed.code', 'needed.title'])
    .where('need.action_id', '=', among(ids)).orderBy('needed.code').orderBy('needed.title').execute()
