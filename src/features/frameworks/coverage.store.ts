// Every SQL statement about what the plan leaves uncovered: counted and listed in a fixed number of statements.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import type { ActionLack, Covered, ServedClause } from './coverage.rules.ts'
import { visibleActions } from './visible-actions.store.ts'

type Db = Kysely<Schema>
export type PlanSight = { readonly scope: PlanScope; readonly day: PlainDate }

/** What each action this person sees has; those abandoned that day are left out, since nothing more is asked of them. */
const flagged = ({ scope, day }: PlanSight) => sql`
  select action.id, action.code, action.title, action.owner_id is not null as owner,
    action.id in (select action_id from action_orientation) as orientation,
    action.id in (select action_id from action_indicator) as indicator,
    action.id in (select action_id from funding_line where removed_at is null) as funding
  from action where ${visibleActions(scope)} and action.id not in (
    select action_id from action_transition where state = 'abandoned' and happened_on <= ${day} and (until is null or until > ${day}))`

/** How many actions have what: of the whole plan (`frameworkId` null), and of each framework. One statement. */
export async function countCovered(
  db: Db, sight: PlanSight,
): Promise<readonly (Covered & { readonly frameworkId: Id<'framework'> | null })[]> {
  const { rows } = await sql<Covered & { frameworkId: Id<'framework'> | null }>`
    with flagged as materialized (${flagged(sight)}),
    held as (
      select distinct orientation.framework_id, held.action_id from action_orientation held join orientation on orientation.id = held.orientation_id
      where orientation.removed_at is null
    ),
    seen as (
      select null::uuid as framework_id, flagged.* from flagged
      union all select held.framework_id, flagged.* from held join flagged on flagged.id = held.action_id
    )
    select framework_id as "frameworkId", count(*)::integer as actions, (count(*) filter (where orientation))::integer as orientation,
      (count(*) filter (where indicator))::integer as indicator, (count(*) filter (where funding))::integer as funding,
      (count(*) filter (where owner))::integer as owner
    from seen group by framework_id`.execute(db)
  return rows
}

export type LackingAction = { readonly lack: ActionLack; readonly id: Id<'action'>; readonly code: string | null; readonly title: string }
/** The actions that lack something, each lack in the order of codes and titles, `most` of each. One statement. */
export async function listLacking(
  db: Db, sight: PlanSight, lacks: readonly ActionLack[], { most, skip }: { readonly most: number; readonly skip: number },
): Promise<readonly LackingAction[]> {
  if (lacks.length === 0) return []
  const parts = lacks.map((lack) => sql`(select ${sql.lit(lack)} as lack, id, code, title from flagged where not ${sql.ref(lack)}
    order by code nulls last, title, id limit ${most} offset ${skip})`)
  const { rows } = await sql<LackingAction>`with flagged as materialized (${flagged(sight)}) ${sql.join(parts, sql` union all `)}`.execute(db)
  return rows
}

/** The clauses orientations and actions come from. Restricted actions count: the clause is served, whoever looks. */
export async function listServedClauses(db: Db): Promise<readonly ServedClause[]> {
  const { rows } = await sql<ServedClause>`
    select convention_id as "conventionId", clause as provision from orientation where removed_at is null and clause is not null
    union select convention_id, clause from action where removed_at is null and clause is not null`.execute(db)
  return rows
}
