// Every SQL statement about the steps of an action.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { Step, StepRow } from './step.rules.ts'

type Db = Kysely<Schema>
type ActionId = Id<'action'>
type StepId = Id<'step'>

const steps = (db: Db, actionId: ActionId) =>
  db.selectFrom('action_step').select(['id', 'kind', 'title', 'starts_on as startsOn', 'ends_on as endsOn', 'forecast_on as forecastOn',
    'done_on as doneOn', 'who', 'position', 'version']).where('action_id', '=', actionId).where('removed_at', 'is', null)

/** In the order people gave them. */
export const listSteps = (db: Db, actionId: ActionId): Promise<StepRow[]> => steps(db, actionId).orderBy('position').orderBy('id').execute()

export const findStep = (db: Db, actionId: ActionId, id: StepId): Promise<StepRow | undefined> =>
  steps(db, actionId).where('id', '=', id).executeTakeFirst()

const columns = ({ kind, title, startsOn, endsOn, forecastOn, doneOn, who }: Step) => ({
  kind, title, starts_on: startsOn, ends_on: endsOn, forecast_on: forecastOn, done_on: doneOn, who,
})

/** After those there are. */
export async function insertStep(db: Db, operationId: Id<'operation'>, actionId: ActionId, step: Step): Promise<StepId> {
  const id = newId<'step'>()
  const { last } = await db.selectFrom('action_step').select((eb) => eb.fn.max('position').as('last')).where('action_id', '=', actionId)
    .executeTakeFirstOrThrow()
  await db.insertInto('action_step').values({
    operation_id: operationId, id, action_id: actionId, ...columns(step), position: (last ?? 0) + 1, removed_at: null,
  }).execute()
  return id
}

/** False when someone wrote it since that version. */
export async function updateStep(db: Db, actionId: ActionId, id: StepId, version: number, step: Step): Promise<boolean> {
  const updated = await db.updateTable('action_step').set({ ...columns(step), version: version + 1 })
    .where('action_id', '=', actionId).where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

export async function updateStepDone(db: Db, actionId: ActionId, id: StepId, doneOn: PlainDate | null): Promise<void> {
  await db.updateTable('action_step').set((eb) => ({ done_on: doneOn, version: eb('version', '+', 1) }))
    .where('action_id', '=', actionId).where('id', '=', id).execute()
}

/** Puts the steps of an action in this order. */
export async function updateStepOrder(db: Db, actionId: ActionId, ids: readonly StepId[]): Promise<void> {
  for (const [rank, id] of ids.entries()) {
    await db.updateTable('action_step').set({ position: rank + 1 }).where('action_id', '=', actionId).where('id', '=', id).execute()
  }
}

export async function removeStep(db: Db, actionId: ActionId, id: StepId, at: Instant): Promise<void> {
  await db.updateTable('action_step').set({ removed_at: at }).where('action_id', '=', actionId).where('id', '=', id).execute()
}
