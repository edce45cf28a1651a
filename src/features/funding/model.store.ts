// The consolidated model: amounts of one stage and one basis, of a year or of all, by action and share, by action and funder.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { Share } from '../../planning/funding-plan.ts'
import type { Basis } from '../../planning/money-sum.ts'
import type { Schema } from '../../schema.ts'
import type { ActionSet, ModelAction, ModelCell, ModelQuestion, ShareCell } from './model.rules.ts'
import { rememberedSums } from './money-memory.store.ts'
import type { Asking } from './money-memory.store.ts'
import { mine, standingAt, withDelegate } from './money-sums.store.ts'
import { among, seesCosts, seesLines } from './visible-money.store.ts'
import type { Actions } from './visible-money.store.ts'

type Db = Kysely<Schema>

const publicKinds = sql`('epci', 'commune', 'state', 'region', 'department', 'agency')`
/** The SQL twin of `shareOf`. */
const share = sql<Share>`case
  when funding_line.kind = 'loan' then 'loan' when funding_line.kind in ('advance', 'landHolding') then 'bridging'
  when ${mine} then 'own'
  when funder.kind in ${publicKinds} then 'public' when funder.kind = 'private' then 'private'
  else 'unknown' end`

const sameBasis = (column: RawBuilder<unknown>, basis: Basis): RawBuilder<boolean> =>
  (basis === 'unstated' ? sql<boolean>`${column} is null` : sql<boolean>`${column} = ${basis}`)

type Source = { readonly value: RawBuilder<unknown>; readonly unknown: RawBuilder<unknown>; readonly join: RawBuilder<unknown> }

/** Where the amount of a line is read: its years when one is asked of what is planned or paid, otherwise where it stands. */
async function sourceOf(db: Db, { day }: Asking, { stage, year }: ModelQuestion): Promise<Source> {
  const { at, join } = await standingAt(db, day)
  const live = sql`coalesce(${at}.status, 'toRequest') not in ('refused', 'cancelled')`
  if (year !== null && stage === 'planned') {
    return {
      value: sql`instalment.amount_cents`, unknown: sql`false`,
      join: sql`${join} join funding_instalment instalment
        on instalment.line_id = funding_line.id and instalment.year = ${year}::integer and ${live}`,
    }
  }
  if (year !== null && stage === 'paid') {
    return {
      value: sql`payment.cents`, unknown: sql`payment.unknown`,
      join: sql`join (select line_id, sum(amount_cents)::bigint as cents, bool_or(amount_cents is null) as unknown from funding_event
        where withdrawn_at is null and happened_on <= ${day}::date and extract(year from happened_on) = ${year}::integer
          and (status = 'paid' or (status = 'closed' and amount_cents is not null)) group by line_id) payment on payment.line_id = funding_line.id`,
    }
  }
  if (stage === 'planned') {
    return {
      value: sql`(case when ${live} then funding_line.amount_cents end)`, unknown: sql`(funding_line.amount_cents is null and ${live})`, join,
    }
  }
  const asked = stage === 'requested' || stage === 'awarded' ? sql`and funding_line.kind not in ('own', 'inKind')` : sql``
  const [value, unknown] = [`${stage}_cents`, `${stage}_unknown`].map((column) => sql`${at}.${sql.ref(column)}`)
  return { value: value ?? sql`null`, unknown: sql`(${unknown ?? sql`false`} ${asked})`, join }
}

/** Whether the money comes from a public body: its funder, or the owner of whom nothing else is said. */
const isPublic = sql<boolean | null>`(case when coalesce(funder.kind, owner.kind) in ${publicKinds} then true
  when coalesce(funder.kind, owner.kind) = 'private' then false end)`

/** What amounts are summed by, under these names; `more`: what else is joined for it. */
type Keys = Readonly<Record<string, RawBuilder<unknown>>>
const named = (keys: Keys): RawBuilder<unknown> => sql.join(Object.entries(keys).map(([name, key]) => sql`${key} as ${sql.ref(name)}`))
const grouped = (keys: Keys): RawBuilder<unknown> => sql.join(Object.values(keys))

/** The amounts of the lines of these actions, as a statement to be run or put together with others. */
async function funding(db: Db, asking: Asking, question: ModelQuestion, actions: Actions, keys: Keys, more = sql``): Promise<RawBuilder<unknown>> {
  const { value, unknown, join } = await sourceOf(db, asking, question)
  const by = { ...keys, share, isPublic }
  return sql`select ${named(by)}, coalesce(sum(${value}), 0)::bigint as cents, count(${value}) as known, count(*) filter (where ${unknown}) as unknown
    from funding_line join action on action.id = funding_line.action_id ${withDelegate} left join organisation owner on owner.id = action.owner_id
      left join organisation funder on funder.id = funding_line.funder_id ${more} ${join}
    where ${among(actions)} and ${seesLines(asking.scope)} and ${sameBasis(sql`funding_line.basis`, question.basis)} group by ${grouped(by)}`
}

/** What these actions cost, the same way. */
const costs = ({ scope }: Asking, { basis, year }: ModelQuestion, actions: Actions, keys: Keys, more = sql``): RawBuilder<unknown> => sql`
  select ${named(keys)}, 'cost' as share, null::boolean as "isPublic", coalesce(sum(cost_line.planned_cents), 0)::bigint as cents,
    count(cost_line.planned_cents) as known, count(*) - count(cost_line.planned_cents) as unknown
  from cost_line join action on action.id = cost_line.action_id ${more}
  where cost_line.removed_at is null and ${among(actions)} and ${seesCosts(scope)} and ${sameBasis(sql`cost_line.basis`, basis)}
    and ${year === null ? sql`true` : sql`cost_line.year = ${year}::integer`} group by ${grouped(keys)}`

type SetQuestion = ModelQuestion & { readonly framework: Id<'framework'> | null }
type SetRow = ShareCell & { readonly set: string | null }
/** Every action, with those that serve the same orientations of this framework; one statement, remembered until something is written. */
export const modelOf = rememberedSums<readonly ActionSet[], SetQuestion>(50, async (db, asking, question) => {
  const [keys, more] = [{ set: sql`place.set` }, sql`left join place on place.action_id = action.id`]
  const { rows } = await sql<SetRow | { readonly set: string | null; readonly share: 'actions'; readonly known: number }>`
    with place as materialized (
      select held.action_id, string_agg(held.orientation_id::text, ' ' order by held.orientation_id) as set
      from action_orientation held join orientation on orientation.id = held.orientation_id
      where orientation.framework_id = ${question.framework}::uuid and orientation.removed_at is null group by held.action_id)
    select place.set, 'actions' as share, null::boolean as "isPublic", 0::bigint as cents, count(*) as known, 0 as unknown
    from action ${more} where ${seesCosts(asking.scope)} group by place.set
    union all (${await funding(db, asking, question, 'all', keys, more)}) union all (${costs(asking, question, 'all', keys, more)})`.execute(db)
  const sets = new Map<string | null, { actions: number; cells: ShareCell[] }>()
  for (const { set, ...row } of rows) {
    const known = sets.get(set) ?? { actions: 0, cells: [] }
    sets.set(set, known)
    if (row.share === 'actions') known.actions = row.known
    else known.cells.push(row)
  }
  return [...sets].map(([set, told]) => ({ orientations: (set ?? '').split(' ').flatMap((id) => readId<'orientation'>(id) ?? []), ...told }))
})

/** The amounts of these actions, one for each funder and scheme. */
export async function listModelCells(db: Db, asking: Asking, question: ModelQuestion, actions: Actions): Promise<ModelCell[]> {
  const keys = { actionId: sql`action.id`, funder: sql`funder.name`, scheme: sql`funding_line.scheme`, kind: sql`funding_line.kind` }
  return (await sql<ModelCell>`${await funding(db, asking, question, actions, keys)}`.execute(db)).rows
}

/** What each of these actions costs. */
export const listModelCosts = async (db: Db, asking: Asking, question: ModelQuestion, actions: Actions) =>
  (await sql<ShareCell & { readonly actionId: Id<'action'> }>`${costs(asking, question, actions, { actionId: sql`action.id` })}`.execute(db)).rows

type ModelPlace = { readonly tree: readonly Id<'orientation'>[]; readonly chosen: readonly Id<'orientation'>[] }
/** The actions of the orientations chosen in a tree, by number then title, a page of them. */
export async function listModelActions(
  db: Db, { scope }: Asking, { tree, chosen }: ModelPlace, page: { readonly from: number; readonly most: number },
): Promise<ModelAction[]> {
  const { rows } = await sql<ModelAction>`
    with place as (
      select action_id, count(*) as places from action_orientation where orientation_id = any(${tree}::uuid[])
      group by action_id having bool_or(orientation_id = any(${chosen}::uuid[])))
    select action.id, action.code, action.title, owner.name as owner, place.places
    from place join action on action.id = place.action_id left join organisation owner on owner.id = action.owner_id
    where ${seesCosts(scope)} order by action.code_order nulls last, action.title_order, action.id limit ${page.most} offset ${page.from}`.execute(db)
  return rows
}
