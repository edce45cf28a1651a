// Every SQL statement about sectors and their versions; what may be in force on a day.
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { boxOf, multiPolygonOf } from '../../geometry/shape.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { StateAnswer } from '../../law/operation-record.ts'
import type { Schema } from '../../schema.ts'
import { operationRecord } from '../acts/acts.store.ts'
import type { Sector, SectorValues, SectorVersion, VersionValues } from './sector.rules.ts'
import { sceneOn, situationOf } from './situation.rules.ts'
import type { SectorReason, SectorSituation } from './situation.rules.ts'

type Db = Kysely<Schema>
type Operation = Id<'operation'>

const sectors = (db: Db) => db.selectFrom('sector')
  .select(['id', 'slug', 'name', 'kind', 'insee', 'convention_id as conventionId', 'illustrative', 'note', 'version'])
type SectorRow = Awaited<ReturnType<ReturnType<typeof sectors>['execute']>>[number]
const sectorOf = ({ note, ...row }: SectorRow): Sector => ({ ...row, note: note ?? '' })

/** Those that were not removed, by commune and name. */
export const listSectors = async (db: Db): Promise<readonly Sector[]> =>
  (await sectors(db).where('removed_at', 'is', null).orderBy('insee').orderBy('name').orderBy('id').execute()).map(sectorOf)

export async function findSector(db: Db, slug: string): Promise<Sector | undefined> {
  const row = await sectors(db).where('slug', '=', slug).where('removed_at', 'is', null).executeTakeFirst()
  return row === undefined ? undefined : sectorOf(row)
}

/** Addresses that begin with this one, those of removed sectors included: none is given twice. */
export const listSectorSlugs = async (db: Db, beginning: string): Promise<readonly string[]> =>
  (await db.selectFrom('sector').select('slug').where('slug', 'like', `${beginning}%`).execute()).map(({ slug }) => slug)

const versions = (db: Db) => db.selectFrom('sector_version as v').innerJoin('person', 'person.id', 'v.recorded_by')
  .leftJoin('person as withdrawer', 'withdrawer.id', 'v.withdrawn_by')
  .select(['v.id', 'v.sector_id as sectorId', 'v.number', 'v.geometry', 'v.area_m2 as areaM2', 'v.town_centre as townCentre', 'v.act_id as actId',
    'v.valid_from as validFrom', 'v.valid_to as validTo', 'v.precision_metres as precisionMetres', 'v.source', 'v.recorded_at as recordedAt',
    'person.name as recordedBy', 'v.withdrawn_at as withdrawnAt', 'v.withdrawn_reason as reason', 'withdrawer.name as withdrawnBy'])
type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]
const versionOf = ({ geometry, withdrawnAt, withdrawnBy, reason, ...row }: VersionRow): SectorVersion => ({
  ...row, geometry: geometry === null ? null : multiPolygonOf(geometry) ?? null,
  withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: reason ?? '' },
})

/** The versions of one sector, withdrawn ones included, the first recorded first. */
export const listVersions = async (db: Db, sectorId: Id<'sector'>): Promise<readonly SectorVersion[]> =>
  (await versions(db).where('v.sector_id', '=', sectorId).orderBy('v.number').execute()).map(versionOf)

/** The versions of every sector that was not removed. */
export const listAllVersions = async (db: Db): Promise<readonly SectorVersion[]> =>
  (await versions(db).innerJoin('sector', (join) => join.onRef('sector.operation_id', '=', 'v.operation_id').onRef('sector.id', '=', 'v.sector_id'))
    .where('sector.removed_at', 'is', null).orderBy('v.sector_id').orderBy('v.number').execute()).map(versionOf)

/** The sectors a version of which this act set, whatever the day. */
export const listSectorsSetBy = async (db: Db, act: Id<'act'>): Promise<readonly Id<'sector'>[]> =>
  (await db.selectFrom('sector_version').select('sector_id').where('act_id', '=', act).where('withdrawn_at', 'is', null).distinct().execute())
    .map((row) => row.sector_id)

/** Every sector that was not removed, as it stands that day. Six statements. */
export async function listSituations(db: Db, day: PlainDate): Promise<readonly SectorSituation[]> {
  const scene = sceneOn(await operationRecord(db), day)
  const [known, all] = [await listSectors(db), await listAllVersions(db)]
  const bySector = new Map<string, SectorVersion[]>()
  for (const version of all) bySector.set(version.sectorId, [...(bySector.get(version.sectorId) ?? []), version])
  return known.map((sector) => situationOf(sector, bySector.get(sector.id) ?? [], scene))
}

/** A shape that is, or may be, that of a sector in force. `standing` unknown: see `reasons`. */
export type SectorOnDay = {
  readonly sector: Sector; readonly version: SectorVersion & { readonly geometry: MultiPolygon }; readonly standing: 'yes' | 'unknown'
  readonly reasons: readonly SectorReason[]; readonly legal: StateAnswer | null
}
/** What is or may be in force that day, a row for each shape that may be the right one; what is not is left out. */
export const sectorVersionsOn = async (db: Db, day: PlainDate): Promise<readonly SectorOnDay[]> => shapesOf(await listSituations(db, day))

export const shapesOf = (situations: readonly SectorSituation[]): readonly SectorOnDay[] =>
  situations.flatMap(({ sector, standing, reasons, version, candidates, legal }) => standing === 'no' ? []
    : (version === null ? candidates : [version]).flatMap((one) => {
      const { geometry } = one
      return geometry === null ? [] : [{ sector, version: { ...one, geometry }, standing, reasons, legal }]
    }))

const columnsOf = ({ name, kind, insee, conventionId, illustrative, note }: SectorValues) =>
  ({ name, kind, insee, convention_id: conventionId, illustrative, note: note === '' ? null : note })

type NewSector = SectorValues & { readonly id: Id<'sector'>; readonly slug: string }
export async function insertSector(db: Db, operationId: Operation, { id, slug, ...values }: NewSector, by: Id<'person'>, at: Instant): Promise<void> {
  await db.insertInto('sector').values({ operation_id: operationId, id, slug, ...columnsOf(values), created_at: at, created_by: by }).execute()
}

/** Changes what a sector is called if nobody changed it since `version`; false otherwise. */
export async function updateSector(db: Db, id: Id<'sector'>, version: number, values: SectorValues): Promise<boolean> {
  const updated = await db.updateTable('sector').set({ ...columnsOf(values), version: version + 1 })
    .where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

export async function removeSector(db: Db, id: Id<'sector'>, at: Instant): Promise<void> {
  await db.updateTable('sector').set({ removed_at: at }).where('id', '=', id).execute()
}

type NewVersion = VersionValues & { readonly id: Id<'sectorVersion'>; readonly sectorId: Id<'sector'>; readonly number: number }
export async function insertVersion(db: Db, operationId: Operation, version: NewVersion, by: Id<'person'>, at: Instant): Promise<void> {
  const { id, sectorId, number, geometry, areaM2, townCentre, actId, validFrom, validTo, precisionMetres, source } = version
  const box = geometry === null ? undefined : boxOf(geometry)
  await db.insertInto('sector_version').values({
    operation_id: operationId, id, sector_id: sectorId, number, geometry: geometry === null ? null : JSON.stringify(geometry),
    west: box?.west ?? null, south: box?.south ?? null, east: box?.east ?? null, north: box?.north ?? null, area_m2: areaM2,
    town_centre: townCentre, act_id: actId, valid_from: validFrom, valid_to: validTo, precision_metres: precisionMetres, source,
    sha256: sealOf(geometry), recorded_at: at, recorded_by: by, withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null,
  }).execute()
}
/** The seal of a shape: the same for the same coordinates. */
export const sealOf = (geometry: MultiPolygon | null): Buffer => createHash('sha256').update(JSON.stringify(geometry)).digest()

/** Withdraws a version that stands; false when it is already. */
export async function withdrawVersion(
  db: Db, sectorId: Id<'sector'>, number: number, { by, at, reason }: { by: Id<'person'>; at: Instant; reason: string },
): Promise<boolean> {
  const withdrawn = await db.updateTable('sector_version').set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('sector_id', '=', sectorId).where('number', '=', number).where('withdrawn_at', 'is', null).executeTakeFirst()
  return withdrawn.numUpdatedRows > 0n
}

/** Holds a sector until the end of this transaction, so that no number is given twice; the number of its next version. */
export async function nextNumber(db: Db, sectorId: Id<'sector'>): Promise<number> {
  await db.selectFrom('sector').select('id').where('id', '=', sectorId).forNoKeyUpdate().execute()
  const last = await db.selectFrom('sector_version').select((eb) => eb.fn.max('number').as('number')).where('sector_id', '=', sectorId)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}
