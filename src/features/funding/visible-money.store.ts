// Which money a person sees, as conditions of SQL on `action` (and on `funding_line`): all, their authority's, or the lines of their institution.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import { visibleActions } from '../frameworks/visible-actions.store.ts'

/** Whose money: that of these actions, or of all of them. */
export type Actions = readonly Id<'action'>[] | 'all'

/** The action stands, and its whole money is shown to this person: what one funds alone does not show the rest. */
export const seesCosts = (scope: PlanScope): RawBuilder<boolean> => visibleActions({ ...scope, funders: [] })

/** The line stands, its action too, and this person sees it: who only funds, the lines of their institution. */
export const seesLines = (scope: PlanScope): RawBuilder<boolean> => (scope.funders.length === 0
  ? sql`funding_line.removed_at is null and ${seesCosts(scope)}`
  : sql`funding_line.removed_at is null and (${seesCosts(scope)} or (action.removed_at is null and not action.restricted
      and funding_line.funder_id = any(${scope.funders}::uuid[])))`)

export const among = (actions: Actions): RawBuilder<boolean> => (actions === 'all' ? sql`true` : sql`action.id = any(${actions}::uuid[])`)
