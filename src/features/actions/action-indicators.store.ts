// Every SQL statement about what an action promises of indicators, with what was observed of it.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { IndicatorPromise, PromiseRow } from './action-indicator.rules.ts'

type Db = Kysely<Schema>
type ActionId = Id<'action'>

/** By name. */
export async function listActionIndicators(db: Db, actionId: ActionId, day: PlainDate): Promise<PromiseRow[]> {
  const promises = await db.selectFrom('action_indicator as p').innerJoin('indicator', (join) =>
    join.onRef('indicator.operation_id', '=', 'p.operation_id').onRef('indicator.id', '=', 'p.indicator_id'))
    .select(['indicator.id as indicatorId', 'indicator.name', 'indicator.unit', 'p.baseline', 'p.baseline_on as baselineOn', 'p.target',
      'p.target_on as targetOn'])
    .where('p.action_id', '=', actionId).where('indicator.removed_at', 'is', null).orderBy('indicator.name').orderBy('indicator.id').execute()
  const values = await db.selectFrom('indicator_value as v').innerJoin('person', 'person.id', 'v.recorded_by')
    .select(['v.indicator_id as indicatorId', 'v.observed_on as on', 'v.value', 'v.note', 'person.name as by'])
    .where('v.action_id', '=', actionId).where('v.removed_at', 'is', null).where('v.observed_on', '<=', day)
    .orderBy('v.observed_on', 'desc').orderBy('v.recorded_at', 'desc').orderBy('v.id', 'desc').execute()
  return promises.map((promise) => ({ ...promise, observed: values.filter(({ indicatorId }) => indicatorId === promise.indicatorId) }))
}

const columns = ({ baseline, baselineOn, target, targetOn }: IndicatorPromise) =>
  ({ baseline, baseline_on: baselineOn, target, target_on: targetOn })

export async function insertPromise(db: Db, operationId: Id<'operation'>, actionId: ActionId, promise: IndicatorPromise): Promise<void> {
  await db.insertInto('action_indicator').values({
    operation_id: operationId, action_id: actionId, indicator_id: promise.indicatorId, ...columns(promise),
  }).execute()
}

export async function updatePromise(db: Db, actionId: ActionId, promise: IndicatorPromise): Promise<void> {
  await db.updateTable('action_indicator').set(columns(promise)).where('action_id', '=', actionId).where('indicator_id', '=', promise.indicatorId)
    .execute()
}

/** What was observed stays with the indicator. */
export async function removePromise(db: Db, actionId: ActionId, indicatorId: Id<'indicator'>): Promise<void> {
  await db.deleteFrom('action_indicator').where('action_id', '=', actionId).where('indicator_id', '=', indicatorId).execute()
}
