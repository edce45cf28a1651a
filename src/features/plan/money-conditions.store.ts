// The criteria of a filter that look at the money of actions, as far as this person sees it: a funder, at its own lines only.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { PlanBounds } from '../../planning/plan-filter.ts'
import type { PlanSight } from './sight.ts'

type Condition = RawBuilder<boolean>

/** The lines this person may know of; to be followed by `and`. */
function lines({ scope }: PlanSight): RawBuilder<unknown> {
  const seen = scope.seesAll ? sql`` : sql` and line.funder_id = any(${scope.funders}::uuid[])`
  return sql`select line.action_id from funding_line line where line.removed_at is null${seen}`
}

export const hasFundedBy = (funders: readonly string[], sight: PlanSight): Condition =>
  sql<boolean>`action.id in (${lines(sight)} and line.funder_id = any(${funders}::uuid[]))`

/** A line whose funder is still to be found. */
export const hasNoFunder: Condition =
  sql<boolean>`action.id in (select line.action_id from funding_line line where line.removed_at is null and line.funder_id is null)`

export const hasScheme = (schemes: readonly string[], sight: PlanSight): Condition =>
  sql<boolean>`action.id in (${lines(sight)} and line.scheme = any(${schemes}::text[]))`

const stepOf = ({ day }: Pick<PlanSight, 'day'>): RawBuilder<unknown> =>
  sql`select step.line_id from funding_event step where step.withdrawn_at is null
  and step.happened_on <= ${day}::date and (step.until is null or step.until > ${day}::date)`

/**
 * A line that stands at one of these steps that day; one nobody took a step on is still to be requested. The line itself says where it stands now:
 * its steps are looked at only when that came later.
 */
function stands(statuses: readonly string[], sight: Pick<PlanSight, 'day'>): RawBuilder<unknown> {
  const then = sql`line.id in (${stepOf(sight)} and step.status = any(${statuses}::text[]))`
  const untouched = statuses.includes('toRequest') ? sql` or line.id not in (${stepOf(sight)})` : sql``
  return sql`case when line.status_since > ${sight.day}::date then ${then}${untouched} else line.status = any(${statuses}::text[]) end`
}
export const hasStatus = (statuses: readonly string[], sight: PlanSight): Condition =>
  sql<boolean>`action.id in (${lines(sight)} and ${stands(statuses, sight)})`

const lost = ['refused', 'cancelled'] as const

/** A line that was neither refused nor cancelled. */
export const isFunded = (sight: PlanSight): Condition => sql<boolean>`action.id in (${lines(sight)} and not ${stands(lost, sight)})`

/**
 * The actions of which, in one basis at least, the known costs exceed the known amounts that finance them for good. Whole cents add exactly as
 * floating numbers, and four times as fast as PostgreSQL adds its own whole ones.
 */
export const unfinanced = (day: PlainDate): RawBuilder<unknown> => sql`(select money.action_id from (
      select cost.action_id, cost.basis, cost.planned_cents::double precision as cents from cost_line cost
      where cost.removed_at is null and cost.basis is not null and cost.planned_cents is not null
      union all
      select line.action_id, line.basis, -line.amount_cents::double precision from funding_line line
      where line.removed_at is null and line.basis is not null and line.amount_cents is not null and line.kind not in ('advance', 'landHolding')
        and not ${stands(lost, { day })}) money
    group by money.action_id, money.basis having sum(money.cents) > 0)`

const highest = Number.MAX_SAFE_INTEGER

/** The known planned costs in this basis, in whole euros. */
export function costBetween(basis: 'HT' | 'TTC', { least, most }: PlanBounds, { scope }: PlanSight): Condition {
  if (!scope.seesAll) return sql<boolean>`false`
  return sql<boolean>`action.id in (select cost.action_id from cost_line cost
    where cost.removed_at is null and cost.basis = ${basis} and cost.planned_cents is not null group by cost.action_id
    having sum(cost.planned_cents::double precision) between ${(least ?? 0) * 100}::double precision
      and ${most === null ? highest : most * 100}::double precision)`
}
