// Lateness asked of the database: the late actions as a subquery for any list, and the reasons of a few. The rule is `planning/lateness.ts`.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { actionStates } from '../../planning/action-state.ts'
import type { ActionState } from '../../planning/action-state.ts'
import { bindingStates, latenessOf } from '../../planning/lateness.ts'
import type { LateReason, Lateness, Need, PlannedAction } from '../../planning/lateness.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>

/** What makes an action late by itself, in SQL, `c` being the action and `$day` the day asked. */
const own = (day: PlainDate): Readonly<Record<Exclude<LateReason, 'needsLate'>, RawBuilder<boolean>>> => ({
  notStarted: sql`(not c.started and c.start_planned < ${day}::date)`,
  overdue: sql`(c.end_planned < ${day}::date)`,
  forecastLater: sql`((not c.started and c.forecast_starts_on > c.starts_on) or (not c.ongoing and c.forecast_ends_on > c.ends_on))`,
  stepOverdue: sql`(c.id in (select s.action_id from action_step s
    where s.removed_at is null and s.ends_on < ${day}::date and (s.done_on is null or s.done_on > ${day}::date)))`,
})

/** Hashed lists rather than joins: what the planner cannot estimate behind the fence, it would look up row by row. */
const inState = (day: PlainDate, states: readonly ActionState[]): RawBuilder<unknown> => sql`
  (select t.action_id from action_transition t where t.happened_on <= ${day}::date and (t.until is null or t.until > ${day}::date)
    and t.state in (${sql.join(states)}))`

const candidates = (day: PlainDate): RawBuilder<unknown> => sql`
  select a.operation_id, a.id, a.starts_on, a.ends_on, a.forecast_starts_on, a.forecast_ends_on, a.ongoing,
    a.id in ${inState(day, ['inProgress'])} as started,
    coalesce(a.starts_on, a.forecast_starts_on) as start_planned,
      case when not a.ongoing then coalesce(a.ends_on, a.forecast_ends_on) end as end_planned,
    coalesce(a.forecast_starts_on, a.starts_on) as start_said, case when not a.ongoing then coalesce(a.forecast_ends_on, a.ends_on) end as end_said,
    case when a.starts_on is not null and a.ends_on is not null then greatest(a.ends_on - a.starts_on, 0) end as days
  from action a where a.removed_at is null and a.id not in ${inState(day, actionStates.filter((state) => !bindingStates.includes(state)))}`

/**
 * The ids of the actions late on a day, for one reason or for any, to put in a condition: `where('action.id', 'in', lateActions(day))`. Same answer
 * as `latenessOf`: those late by themselves, then, as long as it pushes them past their planned day, what needs them. Each row of `late` is one way
 * of being late, with the start and the end it leaves.
 */
export function lateActions(day: PlainDate, reason?: LateReason): RawBuilder<Id<'action'>> {
  const alone = own(day)
  if (reason !== undefined && reason !== 'needsLate') {
    return sql<Id<'action'>>`(select c.id from (${candidates(day)}) c where ${alone[reason]})`
  }
  return sql<Id<'action'>>`(with recursive candidate as materialized (${candidates(day)}),
  late (id, pushed, starts, ends) as (
    select c.id, false, p.starts,
      case when c.end_said is not null then greatest(c.end_said, ${day}::date, case when not c.started then p.starts + c.days end) end
    from candidate c cross join lateral (select
      case when c.start_said is not null then greatest(c.start_said, case when not c.started then ${day}::date end) end as starts) p
    where ${alone.notStarted} or ${alone.overdue} or ${alone.forecastLater} or ${alone.stepOverdue}
    union
    select c.id, true, q.starts, case when c.end_said is not null
      then greatest(c.end_said, ${day}::date, case when not c.started then q.starts + c.days end, q.push_end) end
    from late join action_dependency d on d.needs_id = late.id join candidate c on c.operation_id = d.operation_id and c.id = d.action_id
      cross join lateral (select
        case when c.started then null when d.kind = 'finishToStart' then late.ends + d.lag_days + 1
          when d.kind = 'startToStart' then late.starts + d.lag_days end as push_start,
        case when d.kind = 'finishToFinish' then late.ends + d.lag_days end as push_end) p
      cross join lateral (select
        case when p.push_start > coalesce(c.start_planned, c.end_planned) then p.push_start end as push_start,
        case when p.push_end > c.end_planned then p.push_end end as push_end) r
      cross join lateral (select r.push_end,
        case when c.start_said is not null or r.push_start is not null
          then greatest(c.start_said, r.push_start, case when not c.started then ${day}::date end) end as starts) q
    where r.push_start is not null or r.push_end is not null
  )
  select late.id from late${reason === undefined ? sql`` : sql` where late.pushed`})`
}

/** Why these are late, those on time left out: four statements, whatever their number. What they need is looked at as well, seen or not. */
export async function listLateness(db: Db, ids: readonly Id<'action'>[], day: PlainDate): Promise<ReadonlyMap<Id<'action'>, Lateness>> {
  if (ids.length === 0) return new Map()
  const needs = await listNeedsOf(db, ids)
  const all = [...new Set([...ids, ...needs.map(({ needsId }) => needsId)])]
  const found = latenessOf(await listPlanned(db, all, day), needs, day)
  return new Map(ids.flatMap((id) => {
    const lateness = found.get(id)
    return lateness === undefined ? [] : [[id, lateness] as const]
  }))
}

/** The dependencies of these actions and of all they need, however far. */
export async function listNeedsOf(db: Db, ids: readonly Id<'action'>[]): Promise<readonly Need[]> {
  const answer = await sql<Need>`with recursive reached (id) as (
      select unnest(${sql.val([...ids])}::uuid[])
      union select d.needs_id from reached join action_dependency d on d.action_id = reached.id where d.kind <> 'related')
    select d.action_id as "actionId", d.needs_id as "needsId", d.kind, d.lag_days as "lagDays"
    from action_dependency d join reached on reached.id = d.action_id where d.kind <> 'related' order by 1, 2`.execute(db)
  return answer.rows
}

async function listPlanned(db: Db, ids: readonly Id<'action'>[], day: PlainDate): Promise<readonly PlannedAction[]> {
  const among = sql<Id<'action'>>`any(${sql.val([...ids])}::uuid[])`
  const actions = await db.selectFrom('action').leftJoin('action_transition as t', (join) =>
    join.onRef('t.operation_id', '=', 'action.operation_id').onRef('t.action_id', '=', 'action.id').on('t.happened_on', '<=', day)
      .on((eb) => eb.or([eb('t.until', 'is', null), eb('t.until', '>', day)])))
    .select(['action.id', 'action.ongoing', 'action.starts_on as startsOn', 'action.ends_on as endsOn',
      'action.forecast_starts_on as forecastStartsOn', 'action.forecast_ends_on as forecastEndsOn'])
    .select((eb) => eb.ref('t.state').$castTo<ActionState | null>().as('state'))
    .where('action.id', '=', among).where('action.removed_at', 'is', null).execute()
  const steps = await db.selectFrom('action_step')
    .select(['id', 'action_id as actionId', 'title', 'ends_on as endsOn', 'done_on as doneOn'])
    .where('action_id', '=', among).where('removed_at', 'is', null).where('ends_on', '<', day).orderBy('position').orderBy('id').execute()
  const stepsOf = new Map<Id<'action'>, typeof steps>()
  for (const step of steps) stepsOf.set(step.actionId, [...(stepsOf.get(step.actionId) ?? []), step])
  return actions.map((action) => ({ ...action, steps: stepsOf.get(action.id) ?? [] }))
}
