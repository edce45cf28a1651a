// Every SQL statement about the uses of levers.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import type { LeverUse, LeverUseValues } from './lever-use.rules.ts'

type Db = Kysely<Schema>

/** The actions this person may read the name of: every one for who leads, those that are not restricted for who sees the plan. */
const named = (scope: PlanScope) => sql<boolean>`(${scope.leads} or (${scope.seesAll} and not action.restricted))`

const select = (db: Db, scope: PlanScope) => db.selectFrom('lever_use as u')
  .leftJoin('sector', (join) => join.onRef('sector.operation_id', '=', 'u.operation_id').onRef('sector.id', '=', 'u.sector_id')
    .on('sector.removed_at', 'is', null))
  .leftJoin('action', (join) => join.onRef('action.operation_id', '=', 'u.operation_id').onRef('action.id', '=', 'u.action_id')
    .on('action.removed_at', 'is', null).on(named(scope)))
  .leftJoin('document', (join) => join.onRef('document.operation_id', '=', 'u.operation_id').onRef('document.id', '=', 'u.document_id'))
  .select(['u.id', 'u.lever', 'u.used_on as usedOn', 'u.beneficiary', 'u.place', 'u.insee', 'u.sector_id as sectorId', 'u.action_id as actionId',
    'u.outcome', 'u.note', 'u.document_id as documentId', 'u.version', 'sector.slug as sectorSlug', 'sector.name as sectorName',
    'action.title as actionTitle', 'action.code as actionCode', 'document.file_name as document'])
  .where('u.removed_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]
const useOf = ({ sectorSlug, sectorName, actionTitle, actionCode, ...row }: Row): LeverUse => ({
  ...row, note: row.note ?? '', sector: sectorSlug === null || sectorName === null ? null : { slug: sectorSlug, name: sectorName },
  action: row.actionId === null || actionTitle === null ? null : { id: row.actionId, title: actionTitle, code: actionCode },
})

/** The uses recorded, the latest first. */
export const listUses = async (db: Db, scope: PlanScope): Promise<readonly LeverUse[]> =>
  (await select(db, scope).orderBy('u.used_on', (order) => order.desc().nullsLast()).orderBy('u.id', 'desc').execute()).map(useOf)

export async function findUse(db: Db, scope: PlanScope, id: Id<'leverUse'>): Promise<LeverUse | undefined> {
  const row = await select(db, scope).where('u.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : useOf(row)
}

/** The actions whose code this person may write on a use. */
export const listActionCodes = (db: Db, scope: PlanScope): Promise<{ id: Id<'action'>; code: string | null }[]> =>
  db.selectFrom('action').select(['id', 'code']).where('removed_at', 'is', null).where('code', 'is not', null).where(named(scope)).execute()

/** The communes these organisations are. */
export const listCommunesOf = async (db: Db, organisations: readonly Id<'organisation'>[]): Promise<readonly string[]> =>
  organisations.length === 0 ? [] : (await db.selectFrom('organisation').select('insee').where('id', 'in', organisations).execute())
    .flatMap(({ insee }) => insee ?? [])

const columnsOf = ({ lever, usedOn, outcome, beneficiary, place, insee, sectorId, actionId, documentId, note }: LeverUseValues) => ({
  lever, used_on: usedOn, outcome, beneficiary, place, insee, sector_id: sectorId, action_id: actionId, document_id: documentId,
  note: note === '' ? null : note,
})

type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export async function insertUse(db: Db, { operationId, by, at }: Writer, id: Id<'leverUse'>, values: LeverUseValues): Promise<void> {
  await db.insertInto('lever_use').values({ operation_id: operationId, id, ...columnsOf(values), recorded_at: at, recorded_by: by, removed_at: null })
    .execute()
}

/** Changes a use if nobody changed it since `version`; false otherwise. */
export async function updateUse(db: Db, id: Id<'leverUse'>, version: number, values: LeverUseValues): Promise<boolean> {
  const updated = await db.updateTable('lever_use').set({ ...columnsOf(values), version: version + 1 })
    .where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

export async function removeUse(db: Db, id: Id<'leverUse'>, at: Instant): Promise<void> {
  await db.updateTable('lever_use').set({ removed_at: at }).where('id', '=', id).execute()
}
