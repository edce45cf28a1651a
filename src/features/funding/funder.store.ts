// What one funder put in a plan: its lines with their actions, and what was paid and is expected each year.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import type { FundedAction } from './money-line.rules.ts'
import { rememberedSums } from './money-memory.store.ts'
import type { YearSum } from './overview.rules.ts'
import { seesLines } from './visible-money.store.ts'

type Db = Kysely<Schema>

/** The actions of a funder that this person sees, by number then title, a page of them; and how many there are. */
export async function listFundedActions(
  db: Db, scope: PlanScope, funder: Id<'organisation'>, day: PlainDate, page: { readonly from: number; readonly most: number },
): Promise<{ readonly actions: readonly FundedAction[]; readonly all: number }> {
  const { rows } = await sql<FundedAction & { readonly all: number }>`
    with funded as (
      select funding_line.action_id, count(*) as lines from funding_line join action on action.id = funding_line.action_id
      where funding_line.funder_id = ${funder}::uuid and ${seesLines(scope)} group by funding_line.action_id)
    select action.id, action.code, action.title, action.progress, funded.lines, count(*) over () as all, state.state
    from funded join action on action.id = funded.action_id
    left join action_transition state on state.action_id = action.id and state.happened_on <= ${day}::date
      and (state.until is null or state.until > ${day}::date)
    order by lower(action.code) nulls last, action.title, action.id limit ${page.most} offset ${page.from}`.execute(db)
  return { actions: rows, all: rows[0]?.all ?? 0 }
}

type Years = { readonly expected: readonly YearSum[]; readonly paid: readonly YearSum[] }
/** What a funder paid, and is expected to pay, each year; remembered until something is written. */
export const funderYearsOf = rememberedSums<Years, Id<'organisation'>>(100, async (db, { scope, day }, funder) => {
  const expected = await sql<YearSum>`
    select funding_instalment.year, coalesce(funding_line.basis, 'unstated') as basis, sum(funding_instalment.amount_cents)::bigint as cents,
      count(*) as known, 0 as unknown
    from funding_instalment join funding_line on funding_line.id = funding_instalment.line_id join action on action.id = funding_line.action_id
    where funding_line.funder_id = ${funder}::uuid and ${seesLines(scope)} and funding_line.status not in ('refused', 'cancelled')
    group by 1, 2 order by 1, 2`.execute(db)
  const paid = await sql<YearSum>`
    select extract(year from step.happened_on)::integer as year, coalesce(funding_line.basis, 'unstated') as basis,
      coalesce(sum(step.amount_cents), 0)::bigint as cents, count(step.amount_cents) as known, count(*) filter (where step.amount_cents is null)
        as unknown
    from funding_event step join funding_line on funding_line.id = step.line_id join action on action.id = funding_line.action_id
    where funding_line.funder_id = ${funder}::uuid and ${seesLines(scope)} and step.withdrawn_at is null and step.happened_on <= ${day}::date
      and (step.status = 'paid' or (step.status = 'closed' and step.amount_cents is not null))
    group by 1, 2 order by 1, 2`.execute(db)
  return { expected: expected.rows, paid: paid.rows }
})
