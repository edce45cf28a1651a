// Contours of communes, outside any operation: what says that a sector leaves its commune.
import type { Kysely } from 'kysely'
import { multiPolygonOf } from '../../geometry/shape.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Schema } from '../../schema.ts'

/** How far its line may be from the true one, in metres; who drew it, and when. */
export type CommuneContour = {
  readonly insee: string; readonly geometry: MultiPolygon; readonly precisionMetres: number; readonly source: string; readonly vintage: PlainDate
}

/** Of these communes, the contours that are loaded. */
export async function contoursOf(db: Kysely<Schema>, insees: readonly string[]): Promise<readonly CommuneContour[]> {
  if (insees.length === 0) return []
  const rows = await db.selectFrom('commune_contour').select(['insee', 'geometry', 'precision_metres as precisionMetres', 'source', 'vintage'])
    .where('insee', 'in', [...insees]).orderBy('insee').execute()
  return rows.flatMap(({ geometry, ...row }) => {
    const shape = multiPolygonOf(geometry)
    return shape === undefined ? [] : [{ ...row, geometry: shape }]
  })
}
