// Every SQL statement about indicators, the values observed, and what actions promise of them.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import type { Indicator, IndicatorValues, Observation } from './indicator.rules.ts'
import { visibleActions } from './visible-actions.store.ts'

type Db = Kysely<Schema>

const columns = ['id', 'name', 'unit', 'kind', 'formula', 'source', 'orientation_id as orientationId', 'version'] as const

/** Every indicator of the operation, by name. */
export const listIndicators = (db: Db): Promise<Indicator[]> =>
  db.selectFrom('indicator').select(columns).where('removed_at', 'is', null).orderBy('name').orderBy('id').execute()

export const findIndicator = (db: Db, id: Id<'indicator'>): Promise<Indicator | undefined> =>
  db.selectFrom('indicator').select(columns).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()

const columnsOf = ({ name, unit, kind, formula, source, orientationId }: IndicatorValues) =>
  ({ name, unit, kind, formula, source, orientation_id: orientationId })

export type NewIndicator = IndicatorValues & Pick<Indicator, 'id'>
export async function insertIndicators(db: Db, operationId: Id<'operation'>, indicators: readonly NewIndicator[]): Promise<void> {
  if (indicators.length === 0) return
  await db.insertInto('indicator').values(indicators.map(({ id, ...values }) => ({ operation_id: operationId, id, ...columnsOf(values) }))).execute()
}

/** Changes an indicator if nobody changed it since `version`; false otherwise. */
export async function updateIndicator(db: Db, id: Id<'indicator'>, version: number, values: IndicatorValues): Promise<boolean> {
  const updated = await db.updateTable('indicator').set({ ...columnsOf(values), version: version + 1 })
    .where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export type NewObservation = Observation & { readonly indicatorId: Id<'indicator'> }
/** Writes values observed, of any indicators. */
export async function insertObservations(
  db: Db, { operationId, by, at }: Writer, observations: readonly NewObservation[],
): Promise<readonly Id<'indicatorValue'>[]> {
  if (observations.length === 0) return []
  const rows = observations.map(({ indicatorId, on, value, note, actionId }) => ({
    operation_id: operationId, id: newId<'indicatorValue'>(), indicator_id: indicatorId, action_id: actionId, observed_on: on, value, note,
    recorded_by: by, recorded_at: at,
  }))
  await db.insertInto('indicator_value').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** A value as it was recorded; `action`: the one it is about, by its title. */
export type RecordedObservation = Observation & {
  readonly id: Id<'indicatorValue'>; readonly action: string | null; readonly recordedBy: string; readonly recordedAt: Instant
}
/** The values of one indicator that this person may see, in the order of their days. */
export async function listObservations(db: Db, scope: PlanScope, indicatorId: Id<'indicator'>): Promise<readonly RecordedObservation[]> {
  const { rows } = await sql<RecordedObservation>`
    select value.id, value.observed_on as "on", value.value, value.note, value.action_id as "actionId", action.title as action,
      person.name as "recordedBy", value.recorded_at as "recordedAt"
    from indicator_value value join person on person.id = value.recorded_by left join action on action.id = value.action_id
    where value.indicator_id = ${indicatorId} and value.removed_at is null and (value.action_id is null or ${visibleActions(scope)})
    order by value.observed_on, value.recorded_at, value.id`.execute(db)
  return rows
}

/** Takes back a value recorded by mistake; false when it is not one of this indicator. */
export async function removeObservation(db: Db, indicatorId: Id<'indicator'>, id: Id<'indicatorValue'>, at: Instant): Promise<boolean> {
  const updated = await db.updateTable('indicator_value').set({ removed_at: at })
    .where('id', '=', id).where('indicator_id', '=', indicatorId).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Takes an indicator out of the lists; its values and what actions promised of it stay where they are. */
export async function removeIndicator(db: Db, id: Id<'indicator'>, at: Instant): Promise<void> {
  await db.updateTable('indicator').set({ removed_at: at }).where('id', '=', id).execute()
}

/** What an action promises of an indicator, and the last figure observed for it. */
export type Promised = {
  readonly actionId: Id<'action'>; readonly code: string | null; readonly title: string; readonly baseline: number | null
  readonly baselineOn: PlainDate | null; readonly target: number | null; readonly targetOn: PlainDate | null; readonly last: number | null
  readonly lastOn: PlainDate | null
}
/** Action by action, what is promised of an indicator, as known on a day. */
export async function listPromised(db: Db, scope: PlanScope, indicatorId: Id<'indicator'>, day: PlainDate): Promise<readonly Promised[]> {
  const { rows } = await sql<Promised>`
    select action.id as "actionId", action.code, action.title, promise.baseline, promise.baseline_on as "baselineOn", promise.target,
      promise.target_on as "targetOn", last.value as last, last.observed_on as "lastOn"
    from action_indicator promise join action on action.id = promise.action_id
    left join lateral (
      select value, observed_on from indicator_value seen
      where seen.indicator_id = promise.indicator_id and seen.action_id = promise.action_id and seen.removed_at is null and seen.observed_on <= ${day}
      order by observed_on desc, recorded_at desc limit 1) last on true
    where promise.indicator_id = ${indicatorId} and ${visibleActions(scope)} order by action.code nulls last, action.title, action.id`.execute(db)
  return rows
}

/** One line of the list of indicators: how many actions promise something of it, and the last value of the operation. */
export type IndicatorLine = Indicator & {
  readonly actions: number; readonly last: number | null; readonly lastOn: PlainDate | null; readonly observations: number
}
/** Every indicator with its last value for the operation on a day, and the actions this person sees; one statement. */
export async function listIndicatorLines(db: Db, scope: PlanScope, day: PlainDate): Promise<readonly IndicatorLine[]> {
  const { rows } = await sql<IndicatorLine>`
    with promised as (
      select promise.indicator_id, count(*)::integer as actions from action_indicator promise join action on action.id = promise.action_id
      where ${visibleActions(scope)} group by promise.indicator_id
    ), observed as (
      select indicator_id, count(*)::integer as observations from indicator_value where removed_at is null and observed_on <= ${day}
      group by indicator_id
    ), latest as (
      select distinct on (indicator_id) indicator_id, value, observed_on from indicator_value
      where removed_at is null and action_id is null and observed_on <= ${day} order by indicator_id, observed_on desc, recorded_at desc
    )
    select indicator.id, name, unit, kind, formula, source, orientation_id as "orientationId", version, coalesce(actions, 0) as actions,
      latest.value as last, latest.observed_on as "lastOn", coalesce(observations, 0) as observations
    from indicator left join promised on promised.indicator_id = indicator.id left join observed on observed.indicator_id = indicator.id
    left join latest on latest.indicator_id = indicator.id
    where removed_at is null order by kind, name, indicator.id`.execute(db)
  return rows
}

/** The actions a value may be about: code and title, in order. */
export const listActionChoices = (db: Db, scope: PlanScope): Promise<{ id: Id<'action'>; code: string | null; title: string }[]> =>
  db.selectFrom('action').select(['id', 'code', 'title']).where(visibleActions(scope)).orderBy('code').orderBy('title').limit(2000).execute()
