// Contours of communes, outside any operation: what says that a sector leaves its commune, and which commune a bare point is in.
import type { Kysely } from 'kysely'
import { boxOf, multiPolygonOf } from '../../geometry/shape.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Schema } from '../../schema.ts'
import { boxWithin, communeAmong, type CommuneAt } from './commune-at.rules.ts'

/** How far its line may be from the true one, in metres; who drew it, and when. */
export type CommuneContour = {
  readonly insee: string; readonly geometry: MultiPolygon; readonly precisionMetres: number; readonly source: string; readonly vintage: PlainDate
}

/** Of these communes, the contours that are loaded. */
export async function contoursOf(db: Kysely<Schema>, insees: readonly string[]): Promise<readonly CommuneContour[]> {
  if (insees.length === 0) return []
  return shaped(await db.selectFrom('commune_contour').select(columns).where('insee', 'in', [...insees]).orderBy('insee').execute())
}

const columns = ['insee', 'geometry', 'precision_metres as precisionMetres', 'source', 'vintage'] as const
type Kept = Omit<CommuneContour, 'geometry'> & { readonly geometry: unknown }

const shaped = (rows: readonly Kept[]): readonly CommuneContour[] => rows.flatMap(({ geometry, ...row }) => {
  const shape = multiPolygonOf(geometry)
  return shape === undefined ? [] : [{ ...row, geometry: shape }]
})

/** The commune a point lies in. Contours drawn to within more than a kilometre are of no use here. */
export async function communeAt(db: Kysely<Schema>, longitude: number, latitude: number): Promise<CommuneAt> {
  const { west, south, east, north } = boxWithin([longitude, latitude], 1000)
  const rows = await db.selectFrom('commune_contour').select(columns).where('west', '<=', east).where('east', '>=', west).where('south', '<=', north)
    .where('north', '>=', south).execute()
  return communeAmong(shaped(rows), [longitude, latitude])
}

/** Takes the place of what was there for the same communes. The caller holds the transaction. */
export async function upsertContours(db: Kysely<Schema>, contours: readonly CommuneContour[], importedAt: Instant): Promise<void> {
  const rows = contours.flatMap(({ insee, geometry, precisionMetres, source, vintage }) => {
    const box = boxOf(geometry)
    return box === undefined ? []
      : [{ insee, geometry: JSON.stringify(geometry), ...box, precision_metres: precisionMetres, source, vintage, imported_at: importedAt }]
  })
  for (let start = 0; start < rows.length; start += 200) {
    await db.insertInto('commune_contour').values(rows.slice(start, start + 200)).onConflict((on) => on.column('insee').doUpdateSet((eb) => ({
      geometry: eb.ref('excluded.geometry'), west: eb.ref('excluded.west'), south: eb.ref('excluded.south'), east: eb.ref('excluded.east'),
      north: eb.ref('excluded.north'), precision_metres: eb.ref('excluded.precision_metres'), source: eb.ref('excluded.source'),
      vintage: eb.ref('excluded.vintage'), imported_at: eb.ref('excluded.imported_at'),
    }))).execute()
  }
}
