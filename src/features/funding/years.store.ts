// Money by year: what is expected, from the years people gave, and what was paid, from the steps of lines.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { standingAt } from './money-sums.store.ts'
import type { Overview, YearSum } from './overview.rules.ts'
import { seesLines } from './visible-money.store.ts'

type Asked = { readonly scope: PlanScope; readonly day: PlainDate }

/** Of the lines seen that `among` keeps; lines refused or cancelled that day expect nothing. */
export async function yearsOfMoney(
  db: Kysely<Schema>, { scope, day }: Asked, among: RawBuilder<unknown>,
): Promise<Pick<Overview, 'expected' | 'paid'>> {
  const { at, join } = await standingAt(db, day)
  const { rows: expected } = await sql<YearSum>`
    select funding_instalment.year, coalesce(funding_line.basis, 'unstated') as basis, sum(funding_instalment.amount_cents)::bigint as cents,
      count(*) as known, 0 as unknown
    from funding_instalment join funding_line on funding_line.id = funding_instalment.line_id join action on action.id = funding_line.action_id
      ${join}
    where ${among} and ${seesLines(scope)} and coalesce(${at}.status, 'toRequest') not in ('refused', 'cancelled')
    group by 1, 2 order by 1, 2`.execute(db)
  const { rows: paid } = await sql<YearSum>`
    select extract(year from payment.happened_on)::integer as year, coalesce(funding_line.basis, 'unstated') as basis,
      coalesce(sum(payment.amount_cents), 0)::bigint as cents, count(payment.amount_cents) as known,
      count(*) filter (where payment.amount_cents is null) as unknown
    from funding_event payment join funding_line on funding_line.id = payment.line_id join action on action.id = funding_line.action_id
    where ${among} and ${seesLines(scope)} and payment.withdrawn_at is null and payment.happened_on <= ${day}::date
      and (payment.status = 'paid' or (payment.status = 'closed' and payment.amount_cents is not null))
    group by 1, 2 order by 1, 2`.execute(db)
  return { expected, paid }
}
