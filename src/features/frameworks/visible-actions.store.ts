// Which actions a person may see, as a condition on the table `action`: the same rule as `maySee` of the plan.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PlanScope } from '../../planning/scope.ts'

/** True for the actions this person sees and nobody removed, in a statement that names the table `action`. */
export function visibleActions({ leads, seesAll, authorities, funders }: PlanScope): RawBuilder<boolean> {
  const there = sql<boolean>`action.removed_at is null`
  if (leads) return there
  const borne = sql`(action.owner_id = any(${authorities}::uuid[]) or action.delegated_owner_id = any(${authorities}::uuid[]))`
  const open = seesAll ? sql`not action.restricted`
    : sql`not action.restricted and action.id in (
        select funded.action_id from funding_line funded where funded.funder_id = any(${funders}::uuid[]) and funded.removed_at is null)`
  return authorities.length === 0 ? sql<boolean>`(${there} and ${open})` : sql<boolean>`(${there} and (${borne} or (${open})))`
}
