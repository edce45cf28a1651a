// What the preview of a file is told from: what is already there, the communes, and what is wrong with each shape.
import { areaOf } from '../../geometry/area.ts'
import { commonOf } from '../../geometry/overlay.ts'
import { boxOf, boxesTouch } from '../../geometry/shape.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { ShapeContext, ShapeProblem } from '../../geometry/shape-problem.ts'
import { sectorKinds } from '../../law/levers/sector-kind.ts'
import type { Request } from '../../platform/web.ts'
import { contoursOf } from '../territories/contours.store.ts'
import type { CommuneContour } from '../territories/contours.store.ts'
import { featureField, noTarget, shapeOfFeature } from './sector-file.rules.ts'
import type { FileContent, Proposing } from './sector-file.rules.ts'
import { sceneOf } from './sector-scene.ts'
import { listSituations } from './sectors.store.ts'
import { likelyShape } from './situation.rules.ts'
import type { SectorSituation } from './situation.rules.ts'
import { faultsOfShape } from './shape-check.ts'

/** Everything a preview compares with, in a fixed number of statements. */
export async function fileScene(c: Request) {
  const [situations, places] = [await listSituations(c.var.db, c.var.day), await sceneOf(c)]
  const contours = await contoursOf(c.var.db, places.towns.map(({ insee }) => insee))
  return { situations, places, contours }
}
export type FileScene = Awaited<ReturnType<typeof fileScene>>

/** What proposals are made from. Shapes are known by what they cover, so that a file without names finds its perimeters. */
export const proposing = ({ situations, places, contours }: FileScene): Proposing => ({
  known: situations.map((one) => ({ sector: one.sector, geometry: likelyShape(one) })),
  towns: places.towns, communeOf: (shape) => communeHolding(shape, contours), sharedWith: shareIn,
})

/** The share of a shape that lies in another; shapes that cannot be measured share nothing. */
function shareIn(shape: MultiPolygon, other: MultiPolygon): number {
  const [one, two] = [boxOf(shape), boxOf(other)]
  if (one === undefined || two === undefined || !boxesTouch(one, two)) return 0
  const whole = areaOf(shape)
  return whole === 0 ? 0 : areaOf(commonOf(shape, other)) / whole
}

function communeHolding(shape: MultiPolygon, contours: readonly CommuneContour[]): string | undefined {
  const shares = contours.map(({ insee, geometry }) => ({ insee, share: shareIn(shape, geometry) }))
  const [best] = shares.toSorted((one, other) => other.share - one.share)
  return best !== undefined && best.share > 0.5 ? best.insee : undefined
}

/** What each shape of the file is held against, as its form says it: its commune, the other shapes of its kind, in the file and outside. */
export function contextIn(content: FileContent, rank: number, typed: Readonly<Record<string, string>>, scene: FileScene): ShapeContext {
  const of = (name: 'target' | 'kind' | 'commune', at: number): string => typed[featureField(name, at)] ?? ''
  const known = sectorOf(of('target', rank), scene.situations)
  const kind = known?.sector.kind ?? sectorKinds.find((one) => one === of('kind', rank))
  const insee = known === undefined ? of('commune', rank) : known.sector.insee
  const contour = scene.contours.find((one) => one.insee === insee)
  const inFile = content.features.flatMap((feature, other) =>
    (other === rank || of('target', other) === noTarget || feature.read.coordinates.length === 0 ? []
      : [{ id: `tracé ${other + 1}`, geometry: shapeOfFeature(feature) }]))
  const brought = new Set(content.features.map((_, at) => of('target', at)))
  const there = scene.situations.filter(({ sector }) => sector.kind === kind && !brought.has(sector.slug))
    .flatMap((one) => {
      const geometry = likelyShape(one)
      return geometry === null ? [] : [{ id: one.sector.id, geometry }]
    })
  const precision = Number((typed['precision'] ?? '').replace(',', '.'))
  return {
    commune: contour === undefined ? null : { insee: contour.insee, contour: contour.geometry, precisionMetres: contour.precisionMetres },
    neighbours: [...inFile, ...there], precisionMetres: precision > 0 && precision <= 1000 ? precision : null,
  }
}
const sectorOf = (slug: string, situations: readonly SectorSituation[]) => situations.find(({ sector }) => sector.slug === slug)

/** What is wrong with each shape; nothing is looked at while the system of the file is not chosen. */
export function problemsIn(content: FileContent, typed: Readonly<Record<string, string>>, scene: FileScene): readonly (readonly ShapeProblem[])[] {
  if (content.system.how === 'ambiguous') return content.features.map(() => [])
  return content.features.map((feature, rank) => {
    const target = typed[featureField('target', rank)] ?? ''
    const insee = sectorOf(target, scene.situations)?.sector.insee ?? (typed[featureField('commune', rank)] || null)
    return faultsOfShape(shapeOfFeature(feature), contextIn(content, rank, typed, scene), insee)
  })
}
