// What falls on the days of a period, among the actions of a filter: one by one for a month, counted for a year.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import type { Dated, MonthCount } from './calendar-days.ts'
import { planActions, stateThen } from './plan-query.store.ts'
import type { PlanSight } from './sight.ts'

type Db = Kysely<Schema>
/** Both included. */
type Period = { readonly from: PlainDate; readonly to: PlainDate }

/** The days of an action as expected now. */
const days: Readonly<Record<'start' | 'end', RawBuilder<PlainDate | null>>> = {
  start: sql`coalesce(action.forecast_starts_on, action.starts_on)`, end: sql`coalesce(action.forecast_ends_on, action.ends_on)`,
}
const stepDay = sql<PlainDate>`coalesce(action_step.done_on, action_step.forecast_on, action_step.ends_on, action_step.starts_on)`
const within = (day: RawBuilder<PlainDate | null>, { from, to }: Period) => sql<boolean>`${day} between ${from}::date and ${to}::date`

/** All that falls in a period, day after day; two statements. */
export async function listDated(db: Db, sight: PlanSight, filter: PlanFilter, period: Period): Promise<readonly Dated[]> {
  const rows = await planActions(db, sight, filter)
    .select(['action.id', 'action.code', 'action.title', stateThen(sight).as('state'), days.start.as('start'), days.end.as('end')])
    .where((eb) => eb.or([within(days.start, period), within(days.end, period)])).orderBy('action.code_order').orderBy('action.id').execute()
  const ends = (['start', 'end'] as const).flatMap((kind) => rows.flatMap(({ id, code, title, state, [kind]: on }): readonly Dated[] =>
    (on === null || on < period.from || on > period.to ? [] : [{
      key: `${kind} ${id}`, on, kind, actionId: id, code, title, label: null,
      done: state === 'delivered' || (kind === 'start' && state === 'inProgress'),
    }])))
  const steps = await stepsOf(db, sight, filter, period)
    .select(['action_step.id as key', 'action_step.kind', 'action_step.title as label', 'action_step.done_on as doneOn', 'action.id as actionId',
      'action.code', 'action.title', stepDay.as('on')])
    .orderBy('action.code_order').orderBy('action_step.id').execute()
  const dated = steps.map(({ doneOn, ...step }): Dated => ({ ...step, done: doneOn !== null && doneOn <= sight.day }))
  return [...ends, ...dated].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** The steps that end in a period. */
const stepsOf = (db: Db, sight: PlanSight, filter: PlanFilter, period: Period) =>
  planActions(db, sight, filter).innerJoin('action_step', (join) =>
    join.onRef('action_step.operation_id', '=', 'action.operation_id').onRef('action_step.action_id', '=', 'action.id'))
    .where('action_step.removed_at', 'is', null).where(within(stepDay, period))

/** How much falls in each month of a year; two statements. */
export async function countByMonth(db: Db, sight: PlanSight, filter: PlanFilter, period: Period): Promise<readonly MonthCount[]> {
  const month = (day: RawBuilder<PlainDate | null>) =>
    sql<number | null>`case when ${within(day, period)} then extract(month from ${day})::integer end`
  const [start, end, step] = [month(days.start), month(days.end), sql<number>`extract(month from ${stepDay})::integer`]
  const rows = await planActions(db, sight, filter).select([start.as('start'), end.as('end'), count.as('count')])
    .groupBy(sql`1, 2`).execute()
  const ends = (['start', 'end'] as const).flatMap((kind) => rows.flatMap(({ [kind]: at, count: many }): readonly MonthCount[] =>
    (at === null ? [] : [{ month: at, kind, count: many }])))
  const steps = await stepsOf(db, sight, filter, period).select([step.as('month'), 'action_step.kind', count.as('count')])
    .groupBy(sql`1, 2`).execute()
  return [...ends, ...steps]
}

const count = sql<number>`count(*)::integer`
