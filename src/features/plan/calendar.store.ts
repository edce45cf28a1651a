// What falls on the days of a period, among the actions of a filter: one by one for a month, counted for a year.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import type { Dated, MonthCount } from './calendar-days.ts'
import { planIds, planQuery } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'

type Db = Kysely<Schema>
/** Both included. */
type Period = { readonly from: PlainDate; readonly to: PlainDate }

/** The days of an action as expected now. */
const days: Readonly<Record<'start' | 'end', RawBuilder<PlainDate>>> = {
  start: sql`coalesce(action.forecast_starts_on, action.starts_on)`, end: sql`coalesce(action.forecast_ends_on, action.ends_on)`,
}
const stepDay = sql<PlainDate>`coalesce(action_step.done_on, action_step.forecast_on, action_step.ends_on, action_step.starts_on)`
const within = (day: RawBuilder<PlainDate>, { from, to }: Period) => sql<boolean>`${day} between ${from}::date and ${to}::date`

/** All that falls in a period, day after day; three statements. */
export async function listDated(db: Db, sight: PlanSight, filter: PlanFilter, period: Period): Promise<readonly Dated[]> {
  const [starts, ends] = [await listEnds(db, sight, filter, period, 'start'), await listEnds(db, sight, filter, period, 'end')]
  const steps = await db.selectFrom('action_step').innerJoin('action', (join) =>
    join.onRef('action.operation_id', '=', 'action_step.operation_id').onRef('action.id', '=', 'action_step.action_id'))
    .select(['action_step.id', 'action_step.kind', 'action_step.title as label', 'action_step.done_on as doneOn', 'action.id as actionId',
      'action.code', 'action.title', stepDay.as('on')])
    .where('action_step.removed_at', 'is', null).where(within(stepDay, period))
    .where('action_step.action_id', 'in', planIds(db, sight, filter))
    .orderBy('on').orderBy('action.code_order').orderBy('action_step.id').execute()
  const dated = steps.map(({ id, doneOn, ...step }): Dated => ({ ...step, key: id, done: doneOn !== null && doneOn <= sight.day }))
  return [...starts, ...dated, ...ends].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

async function listEnds(db: Db, sight: PlanSight, filter: PlanFilter, period: Period, end: 'start' | 'end'): Promise<readonly Dated[]> {
  const rows = await planQuery(db, sight, filter).select(['action.id', 'action.code', 'action.title', 'standing.state', days[end].as('on')])
    .where(within(days[end], period)).orderBy('on').orderBy('action.code_order').orderBy('action.id').execute()
  return rows.map(({ id, state, ...row }) => ({
    ...row, key: `${end} ${id}`, kind: end, actionId: id, label: null,
    done: state === 'delivered' || (end === 'start' && state === 'inProgress'),
  }))
}

/** How much falls in each month of a year; three statements. */
export async function countByMonth(db: Db, sight: PlanSight, filter: PlanFilter, period: Period): Promise<readonly MonthCount[]> {
  const counts: MonthCount[] = []
  for (const end of ['start', 'end'] as const) {
    const month = sql<number>`extract(month from ${days[end]})::integer`
    const rows = await planQuery(db, sight, filter).select([month.as('month'), count.as('count')])
      .where(within(days[end], period)).groupBy(month).execute()
    counts.push(...rows.map((row) => ({ ...row, kind: end })))
  }
  const month = sql<number>`extract(month from ${stepDay})::integer`
  const steps = await db.selectFrom('action_step').select([month.as('month'), 'kind', count.as('count')]).where('removed_at', 'is', null)
    .where(within(stepDay, period)).where('action_id', 'in', planIds(db, sight, filter)).groupBy([month, 'kind']).execute()
  return [...counts, ...steps]
}

const count = sql<number>`count(*)::integer`
