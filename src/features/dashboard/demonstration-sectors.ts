// The perimeters of the demonstration: drawn by hand, said to be illustrative, each set by acts of the register as a town would.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { parse } from 'yaml'
import { z } from 'zod'
import { areaOf } from '../../geometry/area.ts'
import type { MultiPolygon, Position } from '../../geometry/shape.ts'
import { date } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { SectorKind } from '../../law/levers/sector-kind.ts'
import type { Schema } from '../../schema.ts'
import type { NewAct } from '../acts/act.rules.ts'
import { insertActs } from '../acts/acts.store.ts'
import { draftContent, featureField } from '../sectors/sector-file.rules.ts'
import { insertSectorFile } from '../sectors/sector-files.store.ts'
import { sectorSlug } from '../sectors/sector-form.rules.ts'
import type { VersionValues } from '../sectors/sector.rules.ts'
import { insertSector, insertVersion, sealOf } from '../sectors/sectors.store.ts'
import { cellsOf } from './demonstration-plan-file.ts'

const shape = z.string().transform((text): MultiPolygon => {
  const ring = text.split(',').map((pair): Position => {
    const [longitude = Number.NaN, latitude = Number.NaN] = pair.trim().split(' ').map(Number)
    return [longitude, latitude]
  })
  return { type: 'MultiPolygon', coordinates: [[[...ring, ...ring.slice(0, 1)]]] }
})
const version = z.object({ act: z.string().optional(), convention: z.string().optional(), townCentre: z.boolean().nullable(), shape })
const sector = z.object({
  name: z.string(), insee: z.string(), note: z.string(), versions: z.array(version),
  /** A shape nobody voted, kept aside to be compared. */
  draft: z.object({ name: z.string(), shape }).optional(),
})
const file = z.object({ sectors: z.array(sector) })
type DrawnSector = z.infer<typeof sector>

/** Reads the perimeters of a folder; throws when it holds none, since that is our mistake. */
export const readDemonstrationSectors = (folder: string): readonly DrawnSector[] =>
  file.parse(parse(readFileSync(join(folder, 'sectors.yaml'), 'utf8'))).sectors

type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
type ConventionOf = (slug: string) => Id<'convention'>

/** Writes them with their acts, in the current transaction; `conventionOf`: the published texts, by their address. */
export async function prepareSectors(db: Kysely<Schema>, writer: Writer, sectors: readonly DrawnSector[], conventionOf: ConventionOf): Promise<void> {
  for (const drawn of sectors) {
    const { name, insee, note, versions } = drawn
    const kept = {
      id: newId<'sector'>(), slug: sectorSlug(name, undefined), name, insee, note, kind: 'intervention' as const, conventionId: null,
      illustrative: true,
    }
    await insertSector(db, writer.operationId, kept, writer.by, writer.at)
    await tell(db, writer, 'sectorAdded', 'sector', kept.id, kept)
    for (const [rank, { shape: geometry, townCentre, act: written, convention }] of versions.entries()) {
      const act = written === undefined || convention === undefined ? undefined : actOf(drawn, written, conventionOf(convention), townCentre === true)
      if (act !== undefined) {
        await insertActs(db, writer.operationId, [act], writer.by, writer.at)
        await tell(db, writer, 'actRecorded', 'act', act.id, act)
      }
      const values: VersionValues = {
        geometry, areaM2: areaOf(geometry), townCentre, actId: act?.id ?? null, validFrom: act?.on ?? null, validTo: null,
        precisionMetres: 10, source,
      }
      const recorded = { id: newId<'sectorVersion'>(), sectorId: kept.id, number: rank + 1, ...values }
      await insertVersion(db, writer.operationId, recorded, writer.by, writer.at)
      await tell(db, writer, 'sectorVersionAdded', 'sector', kept.id, recorded)
    }
    if (drawn.draft !== undefined) await keepDraft(db, writer, kept, drawn.draft)
  }
}
const source = 'Tracé illustratif, dessiné à la main pour la démonstration'

type Kept = { readonly slug: string; readonly name: string; readonly kind: SectorKind; readonly insee: string | null }
async function keepDraft(
  db: Kysely<Schema>, writer: Writer, kept: Kept, { name, shape: geometry }: NonNullable<DrawnSector['draft']>,
): Promise<void> {
  const typed = { source, precision: '10', [featureField('townCentre', 0)]: 'oui' }
  const draft = { id: newId<'sectorFile'>(), name, format: 'drawn' as const, sha256: sealOf(geometry), content: draftContent(kept, geometry, typed) }
  await insertSectorFile(db, writer.operationId, draft, writer.by, writer.at)
  await tell(db, writer, 'sectorFileHandedIn', 'sectorFile', draft.id, { name })
}

function actOf({ name, insee }: DrawnSector, written: string, conventionId: Id<'convention'>, townCentre: boolean): NewAct {
  const [on = '', authority = '', siren = ''] = cellsOf(written)
  return {
    id: newId<'act'>(), conventionId, kind: 'perimeter', authority: { name: authority, siren }, on: date(on), effectiveOn: null, about: null,
    number: null, identifier: null, nature: null, documentId: null, effect: { sector: { name, insee, townCentre } },
    reason: 'Délibération inventée pour la démonstration ; le tracé est illustratif.',
  }
}

const tell = async (db: Kysely<Schema>, { operationId, by, at }: Writer, what: string, objectKind: string, objectId: string, after: unknown) =>
  await appendToJournal(db, operationId, by, at, { what, objectKind, objectId, before: null, after })
