// Every SQL statement about files of perimeters: what was read of them, kept until someone applies it or leaves it.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { multiPolygonOf } from '../../geometry/shape.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { FileContent } from './sector-file.rules.ts'

type Db = Kysely<Schema>
export type SectorFileFormat = Schema['sector_file']['format']
export type SectorFile = {
  readonly id: Id<'sectorFile'>; readonly name: string; readonly format: SectorFileFormat; readonly content: FileContent
  readonly handedInAt: Instant; readonly handedInBy: string; readonly appliedAt: Instant | null
}

const shape = z.unknown().transform((json): MultiPolygon => multiPolygonOf(json) ?? { type: 'MultiPolygon', coordinates: [] })
const content = z.object({
  system: z.object({
    how: z.enum(['declared', 'chosen', 'recognised', 'ambiguous']), code: z.string().nullable(), candidates: z.array(z.string()),
      swapped: z.boolean(),
  }),
  features: z.array(z.object({
    name: z.string().nullable(), properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), read: shape,
    mended: z.unknown().transform((json) => (json === null || json === undefined ? null : multiPolygonOf(json) ?? null)),
      repairs: z.array(z.string()),
    areaBefore: z.number().nullable(),
  })),
  leftOut: z.array(z.object({ name: z.string().nullable(), why: z.string() })), typed: z.record(z.string(), z.string()),
})

type NewFile = {
  readonly id: Id<'sectorFile'>; readonly name: string; readonly format: SectorFileFormat; readonly sha256: Buffer; readonly content: FileContent
}
export async function insertSectorFile(db: Db, operationId: Id<'operation'>, file: NewFile, by: Id<'person'>, at: Instant): Promise<void> {
  const { id, name, format, sha256, content: read } = file
  await db.insertInto('sector_file').values({
    operation_id: operationId, id, name, format, sha256, content: JSON.stringify(read), handed_in_at: at, handed_in_by: by, applied_at: null,
    removed_at: null,
  }).execute()
}

type FileLine = Omit<SectorFile, 'content'>
const files = (db: Db) => db.selectFrom('sector_file').innerJoin('person', 'person.id', 'sector_file.handed_in_by').where('removed_at', 'is', null)
  .select(['sector_file.id', 'sector_file.name', 'format', 'handed_in_at as handedInAt', 'person.name as handedInBy', 'applied_at as appliedAt'])

/** The latest first. */
export const listSectorFiles = (db: Db): Promise<FileLine[]> => files(db).orderBy('handed_in_at',
  'desc').orderBy('sector_file.id').limit(100).execute()

export async function findSectorFile(db: Db, id: Id<'sectorFile'>): Promise<SectorFile | undefined> {
  const row = await files(db).select('content').where('sector_file.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : { ...row, content: content.parse(row.content) }
}

/** Keeps what was decided so far; false when it was applied meanwhile. */
export async function updateSectorFile(db: Db, id: Id<'sectorFile'>, changed: FileContent): Promise<boolean> {
  const updated = await db.updateTable('sector_file').set({ content: JSON.stringify(changed) })
    .where('id', '=', id).where('applied_at', 'is', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Says that it is applied; false when it was already, so that nothing is written twice. */
export async function closeSectorFile(db: Db, id: Id<'sectorFile'>, at: Instant): Promise<boolean> {
  const closed = await db.updateTable('sector_file').set({ applied_at: at }).where('id', '=', id).where('applied_at', 'is', null).executeTakeFirst()
  return closed.numUpdatedRows > 0n
}

export async function removeSectorFile(db: Db, id: Id<'sectorFile'>, at: Instant): Promise<void> {
  await db.updateTable('sector_file').set({ removed_at: at }).where('id', '=', id).execute()
}
