// The plan and its money in one look, within what the reader may see of them: five statements, whatever the number of actions.
import type { Kysely } from 'kysely'
import { noFilter } from '../../planning/plan-filter.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import type { ActionState } from '../../planning/action-state.ts'
import { actionStates } from '../../planning/action-state.ts'
import type { Schema } from '../../schema.ts'
import { moneyTotalsOf } from '../funding/money-sums.store.ts'
import { countPlan, groupPlan } from '../plan/plan.store.ts'
import type { PlanSight } from '../plan/sight.ts'

/** Counts of actions on the day of the sight: all, by state, late, blocked; and what they cost and are given. */
export type PlanGlance = {
  readonly actions: number; readonly late: number; readonly blocked: number
  readonly states: readonly { readonly state: ActionState; readonly count: number }[]
  readonly money: MoneySummary
}

export async function glanceAtPlan(db: Kysely<Schema>, sight: PlanSight): Promise<PlanGlance> {
  const [groups, late, blocked, money] = [
    await groupPlan(db, sight, noFilter, 'state'), await countPlan(db, sight, { ...noFilter, flags: { anyLate: true } }),
    await countPlan(db, sight, { ...noFilter, flags: { blocked: true } }), await moneyTotalsOf(db, 'all', sight.scope, sight.day),
  ]
  const counts = new Map(groups.map(({ key, count }) => [key, count]))
  return {
    actions: groups.reduce((sum, { count }) => sum + count, 0), late, blocked, money,
    states: actionStates.flatMap((state) => {
      const count = counts.get(state) ?? 0
      return count === 0 ? [] : [{ state, count }]
    }),
  }
}
