// Every SQL statement about published grants: lists, their lines, what people said of each, and the actions they are matched with.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import type { GrantVerdict } from '../../planning/grant-verdict.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { visibleActions } from '../frameworks/visible-actions.store.ts'
import type { GrantConcern, ListedGrant } from './grant-row.rules.ts'
import type { GrantListRow, KeptGrant, OfferedAction, OfferedLine } from './kept-grant.ts'

type Db = Kysely<Schema>

/** Every grant kept, by commune and title, with what stands of it. */
export async function listGrants(db: Db, id?: Id<'grant'>): Promise<readonly KeptGrant[]> {
  const rows = await db.selectFrom('listed_grant').innerJoin('grant_list', 'grant_list.id', 'listed_grant.list_id')
    .leftJoin('grant_verdict as verdict', (join) => join.onRef('verdict.grant_id', '=', 'listed_grant.id').on('verdict.withdrawn_at', 'is', null))
    .leftJoin('person', 'person.id', 'verdict.decided_by').leftJoin('funding_line as line', 'line.id', 'verdict.line_id')
    .leftJoin('action', 'action.id', 'line.action_id')
    .select(['listed_grant.id', 'listed_grant.reference', 'listed_grant.title', 'listed_grant.beneficiary', 'listed_grant.siren',
      'listed_grant.insee',
      'listed_grant.commune', 'listed_grant.programme', 'listed_grant.amount_cents', 'grant_list.scheme', 'grant_list.year',
      'grant_list.file_name as fileName', 'verdict.id as verdictId', 'verdict.verdict', 'verdict.line_id as lineId', 'verdict.event_id as eventId',
      'verdict.reason', 'person.name as decidedBy', 'verdict.decided_at as decidedAt', 'action.id as actionId', 'action.title as actionTitle'])
    .$if(id !== undefined, (query) => query.where('listed_grant.id', '=', id ?? null))
    .orderBy('listed_grant.commune').orderBy('listed_grant.title').orderBy('listed_grant.reference').execute()
  return rows.map(({ amount_cents: amount, verdictId, verdict, lineId, eventId, reason, decidedBy, decidedAt, actionId, actionTitle, ...grant }) => ({
    ...grant, amountCents: amount === null ? null : cents(amount),
    standing: verdictId === null || verdict === null || decidedAt === null ? null
      : { id: verdictId, verdict, lineId, eventId, reason: reason ?? '', decidedBy: decidedBy ?? '', decidedAt, actionId, actionTitle },
  }))
}

export const findGrant = async (db: Db, id: Id<'grant'>): Promise<KeptGrant | undefined> => (await listGrants(db, id))[0]

/** Makes those who decide about one grant wait for each other. */
export async function holdGrant(db: Db, id: Id<'grant'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db)
}

/** Whom the operation is: its organisations, and the communes where its actions stand. */
export async function listConcern(db: Db): Promise<GrantConcern> {
  const organisations = await db.selectFrom('organisation').select(['siren', 'insee']).execute()
  const places = await db.selectFrom('action_place').select('insee').distinct().where('insee', 'is not', null).where('removed_at', 'is', null)
    .execute()
  const known = (values: readonly (string | null)[]): ReadonlySet<string> => new Set(values.filter((value) => value !== null))
  return { sirens: known(organisations.map(({ siren }) => siren)), communes: known([...organisations, ...places].map(({ insee }) => insee)) }
}

export const findListByHash = (db: Db, sha256: string): Promise<{ id: Id<'grantList'> } | undefined> =>
  db.selectFrom('grant_list').select('id').where('sha256', '=', sha256).executeTakeFirst()

export type NewGrantList = {
  readonly id: Id<'grantList'>; readonly fileName: string; readonly sha256: string; readonly scheme: string; readonly year: number | null
  readonly rows: number; readonly by: Id<'person'>; readonly at: Instant
}
/** Keeps a list and the grants it is the first to tell; answers how many those are. */
export async function insertGrants(
  db: Db, operationId: Id<'operation'>, list: NewGrantList, grants: readonly (ListedGrant & { readonly id: Id<'grant'> })[],
): Promise<number> {
  await db.insertInto('grant_list').values({
    operation_id: operationId, id: list.id, file_name: list.fileName, sha256: list.sha256, scheme: list.scheme, year: list.year, rows: list.rows,
    kept: grants.length, imported_by: list.by, imported_at: list.at,
  }).execute()
  if (grants.length === 0) return 0
  const inserted = await db.insertInto('listed_grant').values(grants.map(({ amountCents, ...grant }) =>
    ({ operation_id: operationId, list_id: list.id, ...grant, amount_cents: amountCents })))
    .onConflict((conflict) => conflict.columns(['operation_id', 'reference']).doNothing()).returning('id').execute()
  return inserted.length
}

export const listGrantLists = (db: Db): Promise<GrantListRow[]> =>
  db.selectFrom('grant_list').innerJoin('person', 'person.id', 'grant_list.imported_by')
    .select(['grant_list.id', 'file_name as fileName', 'scheme', 'year', 'rows', 'kept', 'person.name as importedBy', 'imported_at as importedAt'])
    .orderBy('imported_at', 'desc').orderBy('grant_list.id').execute()

type NewVerdict = {
  readonly id: Id<'grantVerdict'>; readonly grantId: Id<'grant'>; readonly verdict: GrantVerdict; readonly lineId: Id<'fundingLine'> | null
  readonly eventId: Id<'fundingEvent'> | null; readonly reason: string; readonly by: Id<'person'>; readonly at: Instant
}
export async function insertVerdict(
  db: Db, operationId: Id<'operation'>, { grantId, lineId, eventId, by, at, ...verdict }: NewVerdict,
): Promise<void> {
  await db.insertInto('grant_verdict').values({
    operation_id: operationId, ...verdict, grant_id: grantId, line_id: lineId, event_id: eventId, decided_by: by, decided_at: at,
  }).execute()
}

export async function withdrawVerdict(db: Db, id: Id<'grantVerdict'>, by: Id<'person'>, at: Instant): Promise<void> {
  await db.updateTable('grant_verdict').set({ withdrawn_at: at, withdrawn_by: by }).where('id', '=', id).where('withdrawn_at', 'is', null).execute()
}

type ActionRow = Omit<OfferedAction, 'lines'>
type LineRow = Omit<OfferedLine, 'amountCents'> & { readonly actionId: Id<'action'>; readonly amountCents: number | null }

/** The actions this person sees, with whom and where they are, and their grants to be. Two statements. */
export async function listOfferedActions(db: Db, scope: PlanScope): Promise<readonly OfferedAction[]> {
  const { rows: actions } = await sql<ActionRow>`
    select action.id, action.code, action.title, action.owner_id as owner, action.delegated_owner_id as "delegatedOwner",
      array_remove(array[owner.siren, delegate.siren], null) as sirens,
      array_remove(array[owner.insee, delegate.insee], null) || coalesce(place.communes, '{}') as communes
    from action left join organisation owner on owner.id = action.owner_id left join organisation delegate on delegate.id = action.delegated_owner_id
    left join (select action_id, array_agg(distinct insee) as communes from action_place
      where insee is not null and removed_at is null group by 1) place on place.action_id = action.id
    where ${visibleActions(scope)} order by action.title, action.id`.execute(db)
  const { rows: lines } = await sql<LineRow>`
    select line.id, line.action_id as "actionId", line.scheme, line.amount_cents as "amountCents", organisation.name as funder, line.status,
      line.position
    from funding_line line left join organisation on organisation.id = line.funder_id
    where line.removed_at is null and line.kind = 'grant' order by line.action_id, line.position, line.id`.execute(db)
  const byAction = new Map<Id<'action'>, OfferedLine[]>()
  for (const { actionId, amountCents, ...line } of lines) {
    const known = byAction.get(actionId) ?? []
    known.push({ ...line, amountCents: amountCents === null ? null : cents(amountCents) })
    byAction.set(actionId, known)
  }
  return actions.map((action) => ({ ...action, lines: byAction.get(action.id) ?? [] }))
}

/** Is one of these organisations the beneficiary of the grant, or its commune? */
export async function isAbout(db: Db, organisations: readonly Id<'organisation'>[], { siren, insee }: ListedGrant): Promise<boolean> {
  if (organisations.length === 0) return false
  const own = await db.selectFrom('organisation').select(['siren', 'insee']).where('id', 'in', organisations).execute()
  return own.some((one) => (one.siren !== null && one.siren === siren) || (one.insee !== null && one.insee === insee))
}

/** The step a line stands on. */
export const findStatus = async (db: Db, lineId: Id<'fundingLine'>): Promise<FundingStatus | undefined> =>
  (await db.selectFrom('funding_line').select('status').where('id', '=', lineId).executeTakeFirst())?.status
