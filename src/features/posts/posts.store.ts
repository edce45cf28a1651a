// Every SQL statement about engineering posts, their years, and who helps to pay them.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import type { Post, PostValues } from './post.rules.ts'
import type { PostFunding, PostYear } from './post-year.rules.ts'

type Db = Kysely<Schema>

/** A co-funding with the name of its funder. */
export type NamedFunding = PostFunding & { readonly funder: string | null }
/** A year, and its version for whoever changes it. */
export type KeptYear = Omit<PostYear, 'fundings'> & {
  readonly postId: Id<'post'>; readonly version: number; readonly fundings: readonly NamedFunding[]
}

/** Who only funds sees the posts their institution helps to pay. */
const seen = (scope: PlanScope) => sql<boolean>`(${scope.seesAll} or exists (select from post_funding
  where post_funding.post_id = post.id and post_funding.funder_id = any(${scope.funders}::uuid[])))`

const select = (db: Db, scope: PlanScope) =>
  db.selectFrom('post').leftJoin('organisation', (join) =>
    join.onRef('organisation.operation_id', '=', 'post.operation_id').onRef('organisation.id', '=', 'post.employer_id'))
    .select(['post.id', 'post.title', 'post.kind', 'post.employer_id as employerId', 'post.opah_ru as opahRu', 'post.convention_id as conventionId',
      'post.clause as provision', 'post.since', 'post.until', 'post.note', 'post.version', 'organisation.name as employer'])
    .where('post.removed_at', 'is', null).where(seen(scope))

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]
const postOf = ({ conventionId, provision, ...post }: Row): Post =>
  ({ ...post, clause: conventionId === null || provision === null ? null : { conventionId, provision } })

/** The posts this person sees, the latest first. */
export const listPosts = async (db: Db, scope: PlanScope): Promise<readonly Post[]> =>
  (await select(db, scope).orderBy('post.since', (order) => order.desc().nullsLast()).orderBy('post.title').orderBy('post.id').execute()).map(postOf)

export async function findPost(db: Db, scope: PlanScope, id: Id<'post'>): Promise<Post | undefined> {
  const row = await select(db, scope).where('post.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : postOf(row)
}

/** The years of these posts, in order. Of who only funds: their own co-funding, and no cost. Two statements. */
export async function listYears(db: Db, scope: PlanScope, posts: readonly Id<'post'>[]): Promise<readonly KeptYear[]> {
  if (posts.length === 0) return []
  const years = await db.selectFrom('post_year').select(['post_id', 'year', 'cost_cents', 'basis', 'note', 'version'])
    .where('post_id', 'in', posts).orderBy('post_id').orderBy('year').execute()
  const fundings = await db.selectFrom('post_funding').leftJoin('organisation', (join) =>
    join.onRef('organisation.operation_id', '=', 'post_funding.operation_id').onRef('organisation.id', '=', 'post_funding.funder_id'))
    .select(['post_id', 'year', 'funder_id as funderId', 'organisation.name as funder', 'scheme', 'amount_cents', 'status', 'status_on as statusOn',
      'reference'])
    .where('post_id', 'in', posts)
    .where(sql<boolean>`(${scope.seesAll} or post_funding.funder_id = any(${scope.funders}::uuid[]))`)
    .orderBy('post_id').orderBy('year').orderBy('position').execute()
  return years.map(({ post_id: postId, year, cost_cents: cost, basis, note, version }) => ({
    postId, year, basis, version, costCents: cost === null || !scope.seesAll ? null : cents(cost), note: scope.seesAll ? note : '',
    fundings: fundings.filter((one) => one.post_id === postId && one.year === year)
      .map(({ post_id: _post, year: _year, amount_cents: amount, ...rest }) => ({ ...rest, amountCents: amount === null ? null : cents(amount) })),
  }))
}

const columnsOf = ({ title, kind, employerId, opahRu, clause, since, until, note }: PostValues) => ({
  title, kind, employer_id: employerId, opah_ru: opahRu, convention_id: clause?.conventionId ?? null, clause: clause?.provision ?? null, since,
  until, note,
})

export async function insertPost(db: Db, operationId: Id<'operation'>, id: Id<'post'>, values: PostValues): Promise<void> {
  await db.insertInto('post').values({ operation_id: operationId, id, ...columnsOf(values) }).execute()
}

/** Changes a post if nobody changed it since `version`; false otherwise. */
export async function updatePost(db: Db, id: Id<'post'>, version: number, values: PostValues): Promise<boolean> {
  const updated = await db.updateTable('post').set({ ...columnsOf(values), version: version + 1 })
    .where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

export async function removePost(db: Db, id: Id<'post'>, at: Instant): Promise<void> {
  await db.updateTable('post').set({ removed_at: at }).where('id', '=', id).execute()
}

/** Writes a whole year if nobody wrote it since `version` (0: it was not there); false otherwise. */
export async function writeYear(
  db: Db, operationId: Id<'operation'>, postId: Id<'post'>, { year, costCents, basis, note, fundings }: PostYear, version: number,
): Promise<boolean> {
  const values = { cost_cents: costCents, basis, note }
  const written = version === 0
    ? await db.insertInto('post_year').values({ operation_id: operationId, post_id: postId, year, ...values })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst().then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
    : await db.updateTable('post_year').set({ ...values, version: version + 1 }).where('post_id', '=', postId).where('year', '=', year)
      .where('version', '=', version).executeTakeFirst().then(({ numUpdatedRows }) => numUpdatedRows)
  if (written === undefined || written === 0n) return false
  await db.deleteFrom('post_funding').where('post_id', '=', postId).where('year', '=', year).execute()
  if (fundings.length === 0) return true
  await db.insertInto('post_funding').values(fundings.map(({ funderId, scheme, amountCents, status, statusOn, reference }, position) => ({
    operation_id: operationId, post_id: postId, year, position, funder_id: funderId, scheme, amount_cents: amountCents, status, status_on: statusOn,
    reference,
  }))).execute()
  return true
}
