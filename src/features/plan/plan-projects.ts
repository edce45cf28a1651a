// The actions as projects of the national schema: where each stands, and what it is expected to cost.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { nothingOf } from '../../planning/money-sum.ts'
import { asProject } from '../../planning/project-exchange.ts'
import type { ExchangedProject } from '../../planning/project-exchange.ts'
import type { Schema } from '../../schema.ts'
import { listActionValues } from '../actions/actions.store.ts'
import { listLateness } from '../actions/lateness.store.ts'
import { listNames } from '../actions/naming.store.ts'
import { moneySummaryOf } from '../funding/money-sums.store.ts'
import { listBlockingsOf } from './plan.store.ts'
import type { PlanSight } from './sight.ts'

export async function planProjects(db: Kysely<Schema>, sight: PlanSight, ids: readonly Id<'action'>[]): Promise<readonly ExchangedProject[]> {
  const rows = await listActionValues(db, ids, sight.day)
  const { tags } = await listNames(db)
  const [late, blocked] = [await listLateness(db, ids, sight.day), await listBlockingsOf(db, ids, sight.day)]
  const money = await moneySummaryOf(db, ids, sight.scope, sight.day)
  return rows.map(({ id, createdAt, updatedAt, values, state }) => asProject({
    id, createdAt, updatedAt, title: values.title, description: values.description, state: state?.state ?? null, blocked: blocked.has(id),
    late: late.has(id), startsOn: values.startsOn, forecastStartsOn: values.forecastStartsOn,
    programmes: values.programmes.flatMap((tag) => tags.get(tag)?.name ?? []),
    plannedCost: money.get(id)?.cost.plannedCost ?? nothingOf('plannedCost'),
  }))
}
