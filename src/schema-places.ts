// The tables of what lies on the ground, as TypeScript sees them: sectors, levers at work, addresses, certificates.
import type { ColumnType, Generated } from 'kysely'
import type { Instant, PlainDate } from './kernel/date.ts'
import type { Id } from './kernel/id.ts'
import type { SectorKind } from './law/levers/sector-kind.ts'
import type { SuspensionStepKind } from './law/levers/suspension-step.ts'

/** A value kept as jsonb: read as it is, written as JSON text. */
export type Json<Value> = ColumnType<Value, string, string>
/** Words made searchable by the database itself. */
export type SearchVector = string & { readonly brand: 'SearchVector' }
export type Tenant = { operation_id: Id<'operation'> }

export type PlacesSchema = {
  sector: Tenant & {
    id: Id<'sector'>; slug: string; name: string; kind: SectorKind; insee: string | null; convention_id: Id<'convention'> | null
    illustrative: Generated<boolean>; note: string | null; version: Generated<number>; created_at: Instant; created_by: Id<'person'>
    removed_at: Instant | null
  }
  sector_version: Tenant & {
    id: Id<'sectorVersion'>; sector_id: Id<'sector'>; number: number; geometry: Json<unknown> | null; west: number | null; south: number | null
    east: number | null; north: number | null; area_m2: number | null; town_centre: boolean | null; act_id: Id<'act'> | null
    valid_from: PlainDate | null; valid_to: PlainDate | null; precision_metres: number | null; source: string; sha256: Buffer; recorded_at: Instant
    recorded_by: Id<'person'>; withdrawn_at: Instant | null; withdrawn_by: Id<'person'> | null; withdrawn_reason: string | null
  }
  sector_file: Tenant & {
    id: Id<'sectorFile'>; name: string; format: 'geojson' | 'shapefile' | 'geopackage' | 'kml' | 'parcels' | 'drawn'; sha256: Buffer
    content: Json<unknown>; handed_in_at: Instant; handed_in_by: Id<'person'>; applied_at: Instant | null; removed_at: Instant | null
  }
  commune_contour: {
    insee: string; geometry: Json<unknown>; west: number; south: number; east: number; north: number; precision_metres: number; source: string
    vintage: PlainDate; imported_at: Instant
  }
  lever_use: Tenant & {
    id: Id<'leverUse'>; lever: string; used_on: PlainDate | null; beneficiary: string; place: string; insee: string | null
    sector_id: Id<'sector'> | null; action_id: Id<'action'> | null; outcome: 'asked' | 'granted' | 'refused' | 'abandoned' | 'unknown'
    note: string | null; document_id: Id<'document'> | null; recorded_at: Instant; recorded_by: Id<'person'>; version: Generated<number>
    removed_at: Instant | null
  }
  suspension: Tenant & {
    id: Id<'suspension'>; project: string; insee: string; place: string | null; sales_area_m2: number | null; developer: string | null
    registered_on: PlainDate | null; evidence: Json<Readonly<Record<string, string>>>; version: Generated<number>; created_at: Instant
    created_by: Id<'person'>; removed_at: Instant | null
  }
  suspension_step: Tenant & {
    id: Id<'suspensionStep'>; suspension_id: Id<'suspension'>; kind: SuspensionStepKind; organisation_id: Id<'organisation'> | null
    happened_on: PlainDate; words: string | null; document_id: Id<'document'> | null; recorded_at: Instant; recorded_by: Id<'person'>
    withdrawn_at: Instant | null
  }
  address_load: {
    department: string; source: string; sha256: Buffer; vintage: PlainDate; loaded_at: Instant; addresses: number; refused: number
  }
  address_street: {
    department: string; id: string; insee: string; postcode: string | null; commune: string; name: string; words: SearchVector; lon: number
    lat: number; west: number; south: number; east: number; north: number
  }
  address_numbers: { department: string; street: string; numbers: Json<unknown> }
  address_word: { department: string; word: string; streets: number; near: SearchVector }
  certificate: {
    code: string; about: Id<'operation'> | null; issued_at: Instant; on_day: PlainDate; content: string; sha256: Buffer
    once: Buffer | null
  }
}
