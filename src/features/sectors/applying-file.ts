// Writing what a preview decided, in the transaction of whoever agrees: new perimeters, and versions of those that are there.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import { firstFree } from '../operations/operation.rules.ts'
import type { FileEntry } from './sector-file.rules.ts'
import { reservedSlugs, sectorSlug } from './sector-form.rules.ts'
import { insertSector, insertVersion, listSectorSlugs, nextNumber } from './sectors.store.ts'

type Writer = {
  readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant; readonly townOf: (insee: string) => string
}
type Written = { readonly objectId: Id<'sector'>; readonly after: unknown }

/** What was written of each, for the journal. */
export async function applyFile(db: Kysely<Schema>, entries: readonly FileEntry[], { operationId, by, at,
  townOf }: Writer): Promise<readonly Written[]> {
  const written: Written[] = []
  for (const entry of entries) {
    const sector = entry.into === 'known' ? entry.sector : { ...entry.values, id: newId<'sector'>(), slug: await freeSlug(db, entry.values, townOf) }
    if (entry.into === 'new') await insertSector(db, operationId, sector, by, at)
    const version = { id: newId<'sectorVersion'>(), sectorId: sector.id, number: await nextNumber(db, sector.id), ...entry.version }
    await insertVersion(db, operationId, version, by, at)
    written.push({ objectId: sector.id, after: { ...(entry.into === 'new' && { sector }), version } })
  }
  return written
}

/** An address nobody has had in this operation. */
export async function freeSlug(
  db: Kysely<Schema>, { name, insee }: { readonly name: string; readonly insee: string | null }, townOf: (insee: string) => string,
): Promise<string> {
  const wanted = sectorSlug(name, insee === null ? undefined : townOf(insee))
  return firstFree(wanted, [...await listSectorSlugs(db, wanted), ...reservedSlugs])
}
