// The plan and its money in one look, within what the reader may see of them.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { actionStates } from '../../planning/action-state.ts'
import { noFilter } from '../../planning/plan-filter.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import type { Schema } from '../../schema.ts'
import { rememberedTotals } from '../funding/money-sums.store.ts'
import { blocked } from '../plan/plan-conditions.store.ts'
import { planQuery } from '../plan/plan-query.store.ts'
import { countPlan } from '../plan/plan.store.ts'
import type { PlanSight } from '../plan/sight.ts'
import type { PlanGlance } from './plan-section.tsx'

/** Two passes over the actions, two over the money, remembered until something is written. */
const glances = rememberedByJournal(100, async (db, sight: PlanSight): Promise<PlanGlance> => {
  const groups = await planQuery(db, sight, noFilter).select('standing.state').select((eb) => [
    eb.fn.countAll<number>().as('count'),
    sql<number>`count(*) filter (where action.id in (${blocked(sight.day)}))`.as('blocked'),
  ]).groupBy('standing.state').execute()
  const sum = (figure: 'count' | 'blocked'): number => groups.reduce((total, group) => total + group[figure], 0)
  return {
    // By itself: as one more figure of the groups, PostgreSQL 18 looks the late actions up row by row.
    late: await countPlan(db, sight, { ...noFilter, flags: { anyLate: true } }),
    actions: sum('count'), blocked: sum('blocked'), money: await rememberedTotals(db, sight, undefined),
    states: actionStates.flatMap((state) => {
      const count = groups.find((group) => group.state === state)?.count ?? 0
      return count === 0 ? [] : [{ state, count }]
    }),
  }
})
export const glanceAtPlan = (db: Kysely<Schema>, sight: PlanSight): Promise<PlanGlance> => glances(db, sight.operationId, sight)
