// A file of contours of communes: GeoJSON, whole or one feature a line, each with the code of its commune.
import { problemsOf } from '../../geometry/problems.ts'
import { repaired } from '../../geometry/repair.ts'
import { multiPolygonOf, type MultiPolygon } from '../../geometry/shape.ts'

export type ContourFault = 'noCode' | 'badCode' | 'notAnArea' | 'notInDegrees' | 'unsound'
export type ContourFile = {
  readonly contours: readonly { readonly insee: string; readonly geometry: MultiPolygon }[]; readonly refused: ReadonlyMap<ContourFault, number>
}
const codeNames = ['code', 'insee', 'insee_com', 'code_insee', 'codgeo', 'com', 'id']
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Undefined when the text is no GeoJSON. Several features of one commune are one contour. */
export function readContours(text: string): ContourFile | undefined {
  const features = featuresOf(text)
  if (features === undefined) return undefined
  const contours = new Map<string, MultiPolygon>()
  const refused = new Map<ContourFault, number>()
  for (const feature of features) {
    const read = contourOf(feature)
    if (typeof read === 'string') refused.set(read, (refused.get(read) ?? 0) + 1)
    else {
      const before = contours.get(read.insee)?.coordinates ?? []
      contours.set(read.insee, { type: 'MultiPolygon', coordinates: [...before, ...read.geometry.coordinates] })
    }
  }
  return { contours: [...contours].map(([insee, geometry]) => ({ insee, geometry })), refused }
}

function featuresOf(text: string): readonly unknown[] | undefined {
  try {
    const json: unknown = JSON.parse(text)
    if (!isRecord(json)) return undefined
    return Array.isArray(json['features']) ? json['features'] : [json]
  } catch {
    try {
      return text.split('\n').filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line))
    } catch {
      return undefined
    }
  }
}

function contourOf(feature: unknown): { readonly insee: string; readonly geometry: MultiPolygon } | ContourFault {
  const properties = isRecord(feature) && isRecord(feature['properties']) ? feature['properties'] : {}
  const byName = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]))
  const code = codeNames.map((name) => byName.get(name)).find((value) => typeof value === 'string' || typeof value === 'number')
  if (code === undefined) return 'noCode'
  // Numbers have lost their leading nought.
  const insee = String(code).padStart(5, '0')
  if (!/^(?:\d{2}|2[AB])\d{3}$/.test(insee)) return 'badCode'
  const geometry = multiPolygonOf(feature)
  if (geometry === undefined) return 'notAnArea'
  const alone = { commune: null, neighbours: [], precisionMetres: null }
  const problems = problemsOf(geometry, alone)
  if (problems.some((problem) => ['projected', 'swappedAxes', 'outsideFrance'].includes(problem.code))) return 'notInDegrees'
  const mended = problems.length === 0 ? geometry : repaired(geometry, problems.map((problem) => problem.code), alone).geometry
  return problemsOf(mended, alone).some(({ weight }) => weight === 'stops') ? 'unsound' : { insee, geometry: mended }
}
