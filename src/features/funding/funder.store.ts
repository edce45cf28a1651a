// What one funder put in a plan: its lines with their actions, and what was paid and is expected each year.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import type { FundedAction } from './money-line.rules.ts'
import { rememberedSums } from './money-memory.store.ts'
import type { Overview } from './overview.rules.ts'
import { seesLines } from './visible-money.store.ts'
import { yearsOfMoney } from './years.store.ts'

type Db = Kysely<Schema>

/** The actions of a funder that this person sees, by number then title, a page of them; and how many there are. */
export async function listFundedActions(
  db: Db, scope: PlanScope, funder: Id<'organisation'>, day: PlainDate, page: { readonly from: number; readonly most: number },
): Promise<{ readonly actions: readonly FundedAction[]; readonly all: number }> {
  const { rows } = await sql<FundedAction & { readonly all: number }>`
    with funded as (
      select funding_line.action_id, count(*) as lines from funding_line join action on action.id = funding_line.action_id
      where funding_line.funder_id = ${funder}::uuid and ${seesLines(scope)} group by funding_line.action_id
    ), paged as (
      select action.id, action.code, action.title, action.progress, action.code_order, action.title_order, funded.lines, count(*) over () as all
      from funded join action on action.id = funded.action_id
      order by action.code_order nulls last, action.title_order, action.id limit ${page.most} offset ${page.from})
    select paged.id, paged.code, paged.title, paged.progress, paged.lines, paged.all, state.state
    from paged left join action_transition state on state.action_id = paged.id and state.happened_on <= ${day}::date
      and (state.until is null or state.until > ${day}::date)
    order by paged.code_order nulls last, paged.title_order, paged.id`.execute(db)
  return { actions: rows, all: rows[0]?.all ?? 0 }
}

/** What a funder paid, and is expected to pay, each year; remembered until something is written. */
export const funderYearsOf = rememberedSums<Pick<Overview, 'expected' | 'paid'>, Id<'organisation'>>(100, (db, asking, funder) =>
  yearsOfMoney(db, asking, sql`funding_line.funder_id = ${funder}::uuid`))
