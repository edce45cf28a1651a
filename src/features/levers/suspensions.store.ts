// Every SQL statement about requests of suspension and their steps, and who the organisations that sign are.
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import { noEvidence, readEvidence, typedEvidence } from './evidence.rules.ts'
import type { Evidence, EvidenceTyped } from './evidence.rules.ts'
import type { Suspension, SuspensionStep, SuspensionValues } from './suspension.rules.ts'

type Db = Kysely<Schema>
export type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }

const select = (db: Db) => db.selectFrom('suspension')
  .select(['id', 'project', 'insee', 'place', 'sales_area_m2 as salesAreaM2', 'developer', 'registered_on as registeredOn', 'evidence', 'version'])
  .where('removed_at', 'is', null)
type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]
const suspensionOf = ({ evidence, place, developer, ...row }: Row, steps: readonly SuspensionStep[]): Suspension =>
  ({ ...row, place: place ?? '', developer: developer ?? '', evidence: evidenceOf(evidence), steps })

type StepRow = SuspensionStep & { readonly suspensionId: Id<'suspension'> }
async function stepsOf(db: Db, suspensions: readonly Id<'suspension'>[]): Promise<readonly StepRow[]> {
  if (suspensions.length === 0) return []
  const rows = await db.selectFrom('suspension_step as s')
    .leftJoin('organisation', (join) =>
      join.onRef('organisation.operation_id', '=', 's.operation_id').onRef('organisation.id', '=', 's.organisation_id'))
    .leftJoin('document', (join) => join.onRef('document.operation_id', '=', 's.operation_id').onRef('document.id', '=', 's.document_id'))
    .select(['s.id', 's.suspension_id as suspensionId', 's.kind', 's.organisation_id as organisationId', 'organisation.name as organisation',
      's.happened_on as happenedOn', 's.words', 's.document_id as documentId', 'document.file_name as document'])
    .where('s.suspension_id', 'in', suspensions).where('s.withdrawn_at', 'is', null)
    .orderBy('s.happened_on').orderBy('s.recorded_at').orderBy('s.id').execute()
  return rows.map((row) => ({ ...row, words: row.words ?? '' }))
}

/** Every request with its steps, the latest project first. Two statements. */
export async function listSuspensions(db: Db): Promise<readonly Suspension[]> {
  const rows = await select(db).orderBy('created_at', 'desc').orderBy('id').execute()
  const steps = await stepsOf(db, rows.map(({ id }) => id))
  return rows.map((row) => suspensionOf(row, steps.filter(({ suspensionId }) => suspensionId === row.id)))
}

export async function findSuspension(db: Db, id: Id<'suspension'>): Promise<Suspension | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : suspensionOf(row, await stepsOf(db, [id]))
}

const columnsOf = ({ project, insee, place, salesAreaM2, developer, registeredOn }: SuspensionValues) => ({
  project, insee, place: place === '' ? null : place, sales_area_m2: salesAreaM2, developer: developer === '' ? null : developer,
  registered_on: registeredOn,
})

export async function insertSuspension(db: Db, { operationId, by, at }: Writer, id: Id<'suspension'>, values: SuspensionValues): Promise<void> {
  await db.insertInto('suspension').values({
    operation_id: operationId, id, ...columnsOf(values), evidence: JSON.stringify(typedEvidence(noEvidence)), created_at: at, created_by: by,
    removed_at: null,
  }).execute()
}

/** Changes the project or its data if nobody did since `version`; false otherwise. */
export async function updateSuspension(
  db: Db, id: Id<'suspension'>, version: number, change: { readonly values: SuspensionValues } | { readonly evidence: Evidence },
): Promise<boolean> {
  const columns = 'values' in change ? columnsOf(change.values) : { evidence: JSON.stringify(typedEvidence(change.evidence)) }
  const updated = await db.updateTable('suspension').set({ ...columns, version: version + 1 })
    .where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

type NewStep = Pick<SuspensionStep, 'id' | 'kind' | 'organisationId' | 'happenedOn' | 'words' | 'documentId'>
export async function insertStep(db: Db, { operationId, by, at }: Writer, suspension: Id<'suspension'>, step: NewStep): Promise<void> {
  await db.insertInto('suspension_step').values({
    operation_id: operationId, id: step.id, suspension_id: suspension, kind: step.kind, organisation_id: step.organisationId,
    happened_on: step.happenedOn, words: step.words === '' ? null : step.words, document_id: step.documentId, recorded_at: at, recorded_by: by,
    withdrawn_at: null,
  }).execute()
}

export async function withdrawStep(db: Db, id: Id<'suspensionStep'>, at: Instant): Promise<void> {
  await db.updateTable('suspension_step').set({ withdrawn_at: at }).where('id', '=', id).where('withdrawn_at', 'is', null).execute()
}

type NamedOrganisation = { readonly id: Id<'organisation'>; readonly name: string; readonly siren: string | null; readonly insee: string | null }
export const listNamedOrganisations = (db: Db): Promise<NamedOrganisation[]> =>
  db.selectFrom('organisation').select(['id', 'name', 'siren', 'insee']).orderBy('id').execute()

/** Kept as the fields of its form; what cannot be read again is nothing said. */
function evidenceOf(kept: EvidenceTyped): Evidence {
  const read = readEvidence(kept)
  return read.ok ? read.value : noEvidence
}
