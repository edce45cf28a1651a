// Sets of actions that take a look at the whole plan to know, remembered until something is written: any filter then asks them at once.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import type { Schema } from '../../schema.ts'
import { lateActions } from '../actions/lateness.store.ts'
import { unfinanced } from './money-conditions.store.ts'
import { wholeSets } from './sight.ts'
import type { PlanSight, WholeSet } from './sight.ts'

const subqueries: Readonly<Record<WholeSet, (day: PlainDate) => RawBuilder<unknown>>> = { late: lateActions, leftToFinance: unfinanced }

/** The identifiers of a set on a day, as SQL writes an array: some hundred kilobytes for ten thousand actions. */
const idsOf = rememberedByJournal(16, async (db, { set, day }: { readonly set: WholeSet; readonly day: PlainDate }) => {
  const { rows: [found] } = await sql<{ ids: string }>`select coalesce(array_agg(distinct found.id), '{}')::text as ids
    from ${subqueries[set](day)} found (id)`.execute(db)
  return found?.ids ?? '{}'
})

/** The same sight, with the sets that this filter asks for at hand. */
export async function knowingSets(db: Kysely<Schema>, sight: PlanSight, { flags }: PlanFilter): Promise<PlanSight> {
  const known: Partial<Record<WholeSet, string>> = {}
  const asked = { late: flags.anyLate, leftToFinance: flags.leftToFinance }
  for (const set of wholeSets) {
    if (asked[set] !== undefined) known[set] = await idsOf(db, sight.operationId, { set, day: sight.day })
  }
  return { ...sight, known }
}
