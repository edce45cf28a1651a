// Which money a person sees, as conditions of SQL on `action` (and on `funding_line`): all, their authority's, or the lines of their institution.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'

/** Whose money: that of these actions, or of all of them. */
export type Actions = readonly Id<'action'>[] | 'all'

const borneBy = ({ authorities }: PlanScope): RawBuilder<boolean> => (authorities.length === 0 ? sql`false`
  : sql`(action.owner_id = any(${authorities}::uuid[]) or action.delegated_owner_id = any(${authorities}::uuid[]))`)

/** The action stands, and its whole money is shown to this person. */
export function seesCosts(scope: PlanScope): RawBuilder<boolean> {
  if (scope.leads) return sql`action.removed_at is null`
  return sql`action.removed_at is null and ((not action.restricted and ${sql.lit(scope.seesAll)}) or ${borneBy(scope)})`
}

/** The line stands, its action too, and this person sees it: funders their own lines only. */
export function seesLines(scope: PlanScope): RawBuilder<boolean> {
  if (scope.leads || scope.seesAll || scope.funders.length === 0) return sql`funding_line.removed_at is null and ${seesCosts(scope)}`
  return sql`funding_line.removed_at is null and action.removed_at is null
    and ((not action.restricted and funding_line.funder_id = any(${scope.funders}::uuid[])) or ${borneBy(scope)})`
}

export const among = (actions: Actions): RawBuilder<boolean> => (actions === 'all' ? sql`true` : sql`action.id = any(${actions}::uuid[])`)
