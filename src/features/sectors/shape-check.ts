// A shape held against its commune and its neighbours of the same kind: what is wrong, and what a repair asked for makes of it.
import type { Kysely } from 'kysely'
import { areaOf } from '../../geometry/area.ts'
import { problemsOf } from '../../geometry/problems.ts'
import { repaired } from '../../geometry/repair.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import { shapeProblemCodes } from '../../geometry/shape-problem.ts'
import type { ShapeContext, ShapeProblem, ShapeProblemCode } from '../../geometry/shape-problem.ts'
import type { SectorKind } from '../../law/levers/sector-kind.ts'
import type { Schema } from '../../schema.ts'
import { contoursOf } from '../territories/contours.store.ts'
import { likelyShape } from './situation.rules.ts'
import type { SectorSituation } from './situation.rules.ts'

type About = { readonly insee: string | null; readonly kind: SectorKind; readonly precisionMetres: number | null;
  readonly except: string | undefined }
/** What a shape of that kind, in that commune, is held against: the others as they stand, and the contour when it is loaded. */
export async function contextOf(db: Kysely<Schema>, about: About, situations: readonly SectorSituation[]): Promise<ShapeContext> {
  const [contour] = about.insee === null ? [] : await contoursOf(db, [about.insee])
  return {
    commune: contour === undefined ? null : { insee: contour.insee, contour: contour.geometry, precisionMetres: contour.precisionMetres },
    neighbours: situations.filter(({ sector }) => sector.kind === about.kind && sector.id !== about.except)
      .flatMap((one) => {
        const geometry = likelyShape(one)
        return geometry === null ? [] : [{ id: one.sector.id, geometry }]
      }),
    precisionMetres: about.precisionMetres,
  }
}

/** A perimeter over several communes is held against none: its contour is not asked for. */
export const faultsOfShape = (geometry: MultiPolygon, context: ShapeContext, insee: string | null): readonly ShapeProblem[] =>
  problemsOf(geometry, context).filter(({ code }) => code !== 'communeUnknown' || insee !== null)

/** The repairs ticked in a form, under the names `prefix-code`. */
export const repairsAsked = (typed: Readonly<Record<string, string>>, prefix: string): readonly ShapeProblemCode[] =>
  shapeProblemCodes.filter((code) => typed[`${prefix}-${code}`] === 'oui')

/** The shape mended as asked, its area before and after in square metres; before is null when it had no measure. */
export function mended(geometry: MultiPolygon, asked: readonly ShapeProblemCode[], context: ShapeContext) {
  const { geometry: after, changes } = repaired(geometry, asked, context)
  return {
    geometry: after, changed: changes.map(({ code }) => code),
    before: changes.some(({ metres2 }) => metres2 === null) ? null : areaOf(geometry), after: areaOf(after),
  }
}
