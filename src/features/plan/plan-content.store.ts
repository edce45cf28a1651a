// The parts of the actions that files print and lists do not show: places and indicators, for many actions at once.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>
const among = (ids: readonly Id<'action'>[]) => sql<Id<'action'>>`any(${sql.val([...ids])}::uuid[])`

export type PrintedPlace = { readonly actionId: Id<'action'>; readonly label: string; readonly parcel: string | null; readonly insee: string | null }
/** Where each of these actions is, in order. */
export const listPlacesOf = (db: Db, ids: readonly Id<'action'>[]): Promise<PrintedPlace[]> =>
  db.selectFrom('action_place').select(['action_id as actionId', 'label', 'parcel', 'insee']).where('action_id', '=', among(ids))
    .where('removed_at', 'is', null).orderBy('action_id').orderBy('position').orderBy('id').execute()

export type PrintedIndicator = {
  readonly actionId: Id<'action'>; readonly name: string; readonly unit: string; readonly baseline: number | null; readonly target: number | null
  readonly targetOn: PlainDate | null; readonly last: number | null; readonly lastOn: PlainDate | null
}
/** What each of these actions promises of which indicator, with the last value observed by that day. */
export async function listIndicatorsOf(db: Db, ids: readonly Id<'action'>[], day: PlainDate): Promise<readonly PrintedIndicator[]> {
  const { rows } = await sql<PrintedIndicator>`
    select promise.action_id as "actionId", indicator.name, indicator.unit, promise.baseline, promise.target, promise.target_on as "targetOn",
      seen.value as last, seen.observed_on as "lastOn"
    from action_indicator promise
    join indicator on indicator.operation_id = promise.operation_id and indicator.id = promise.indicator_id and indicator.removed_at is null
    left join lateral (select value, observed_on from indicator_value observed where observed.operation_id = promise.operation_id
      and observed.action_id = promise.action_id and observed.indicator_id = promise.indicator_id and observed.removed_at is null
      and observed.observed_on <= ${day}::date order by observed.observed_on desc, observed.recorded_at desc limit 1) seen on true
    where promise.action_id = any(${sql.val([...ids])}::uuid[]) order by promise.action_id, indicator.name`.execute(db)
  return rows
}
