// Every SQL statement about what the plan leaves uncovered: counted and listed in a fixed number of statements.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import type { Schema } from '../../schema.ts'
import type { ActionLack, Covered, ServedClause } from './coverage.rules.ts'
import { visibleActions } from './visible-actions.store.ts'

type Db = Kysely<Schema>
type CoverageSight = { readonly scope: PlanScope; readonly day: PlainDate }

/** What each action this person sees has; those abandoned that day are left out, since nothing more is asked of them. */
const flagged = ({ scope, day }: CoverageSight) => sql`
  select action.id, action.code, action.code_order, action.title, action.owner_id is not null as owner,
    action.id in (select action_id from action_orientation) as orientation,
    action.id in (select action_id from action_indicator) as indicator,
    action.id in (select action_id from funding_line where removed_at is null) as funding
  from action where ${visibleActions(scope)} and action.id not in (
    select action_id from action_transition where state = 'abandoned' and happened_on <= ${day} and (until is null or until > ${day}))`

export type LackingAction = { readonly lack: ActionLack; readonly id: Id<'action'>; readonly code: string | null; readonly title: string }
export type Coverage = {
  /** Of the whole plan (`frameworkId` null), and of each framework. */
  readonly counts: readonly (Covered & { readonly frameworkId: Id<'framework'> | null })[]; readonly lacking: readonly LackingAction[]
}
type Asked = { readonly lacks: readonly ActionLack[]; readonly most: number; readonly skip: number }
type Question = { readonly sight: CoverageSight; readonly asked: Asked }
/**
 * How many actions have what, and those that lack something, each lack in the order of codes, `most` of each. One statement, remembered until
 * something is written.
 */
export const findCoverage = rememberedByJournal(100, async (db, { sight, asked: { lacks, most, skip } }: Question): Promise<Coverage> => {
  const parts = lacks.map((lack) => sql`(select ${sql.lit(lack)} as lack, id, code, title from flagged where not ${sql.ref(lack)}
    order by code_order nulls last, id limit ${most} offset ${skip})`)
  const { rows: [found] } = await sql<Coverage>`
    with flagged as materialized (${flagged(sight)}),
    held as (
      select distinct orientation.framework_id, held.action_id from action_orientation held join orientation on orientation.id = held.orientation_id
      where orientation.removed_at is null
    ),
    seen as (
      select null::uuid as framework_id, orientation, indicator, funding, owner from flagged
      union all select held.framework_id, orientation, indicator, funding, owner from held join flagged on flagged.id = held.action_id
    ),
    counted as (
      select framework_id as "frameworkId", count(*)::integer as actions, (count(*) filter (where orientation))::integer as orientation,
        (count(*) filter (where indicator))::integer as indicator, (count(*) filter (where funding))::integer as funding,
        (count(*) filter (where owner))::integer as owner
      from seen group by framework_id
    ),
    lacking as (${sql.join(parts, sql` union all `)})
    select (select coalesce(json_agg(counted), '[]') from counted) as counts,
      (select coalesce(json_agg(lacking), '[]') from lacking) as lacking`
    .execute(db)
  return found ?? { counts: [], lacking: [] }
})

/** The clauses orientations and actions come from. Restricted actions count: the clause is served, whoever looks. */
export async function listServedClauses(db: Db): Promise<readonly ServedClause[]> {
  const { rows } = await sql<ServedClause>`
    select convention_id as "conventionId", clause as provision from orientation
    where removed_at is null and convention_id is not null and clause is not null
    union select convention_id, clause from action
    where removed_at is null and convention_id is not null and clause is not null`.execute(db)
  return rows
}
