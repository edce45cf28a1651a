// GeoJSON, whole or one feature a line, with the system its old « crs » member may declare.
import { namedProjection } from '../geometry/projections.ts'
import { multiPolygonOf, pointsIn } from '../geometry/shape.ts'
import { Refusal } from './budget.ts'
import { gather, type Gathering, type Layer, nameIn, plainProperties, type Tally } from './shapes-layer.ts'
import type { LeftOutWhy } from './shapes-problem.ts'

type Json = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Undefined when the text is no JSON. */
export function readGeoJson(text: string, tally: Tally): Layer | undefined {
  const values = parsed(text)
  if (values === undefined) return undefined
  const gathering = gather(tally)
  let declared: Layer['declared']
  for (const value of values) {
    if (!isRecord(value)) throw new Refusal('unknownFormat')
    declared ??= systemOf(value['crs'])
    const features: unknown = value['type'] === 'FeatureCollection' ? value['features'] : [value]
    if (!Array.isArray(features)) throw new Refusal('broken')
    for (const feature of features) addFeature(feature, gathering, tally)
  }
  return gathering.layer(declared)
}

function parsed(text: string): readonly unknown[] | undefined {
  try {
    return [JSON.parse(text)]
  } catch {
    const lines = text.split(/[\n\u001e]/).filter((line) => line.trim() !== '')
    if (lines.length < 2) return undefined
    try {
      return lines.map((line): unknown => JSON.parse(line))
    } catch {
      return undefined
    }
  }
}

function systemOf(crs: unknown): Layer['declared'] {
  if (!isRecord(crs) || !isRecord(crs['properties'])) return undefined
  const { name } = crs['properties']
  return typeof name === 'string' ? namedProjection(name) ?? null : undefined
}

function addFeature(feature: unknown, gathering: Gathering, tally: Tally): void {
  if (!isRecord(feature)) throw new Refusal('broken')
  const isFeature = feature['type'] === 'Feature'
  const given = isFeature && isRecord(feature['properties']) ? feature['properties'] : {}
  const own = typeof feature['id'] === 'string' && !('id' in given) ? [['id', feature['id']] as const] : []
  const properties = plainProperties([...Object.entries(given), ...own])
  gathering.add(nameIn(properties), properties, shapeOf(isFeature ? feature['geometry'] : feature, tally))
}

function shapeOf(geometry: unknown, tally: Tally): Parameters<Gathering['add']>[2] {
  const why = whyNot(geometry)
  if (why !== undefined) return { why }
  const inside = isRecord(geometry) && geometry['type'] === 'GeometryCollection' ? geometry['geometries'] : undefined
  const parts: readonly unknown[] = Array.isArray(inside) ? inside : [geometry]
  const areas = parts.filter((part: unknown) => whyNot(part) === undefined).map((part: unknown) => multiPolygonOf(part))
  const known = areas.filter((area) => area !== undefined)
  if (areas.length === 0) return { why: 'notAnArea' }
  if (known.length < areas.length) return { why: 'badNumbers' }
  const made = { type: 'MultiPolygon' as const, coordinates: known.flatMap(({ coordinates }) => coordinates) }
  tally.points(pointsIn(made))
  return { geometry: made }
}

function whyNot(geometry: unknown): LeftOutWhy | undefined {
  if (!isRecord(geometry)) return 'noGeometry'
  return geometry['type'] === 'Polygon' || geometry['type'] === 'MultiPolygon' || geometry['type'] === 'GeometryCollection' ? undefined : 'notAnArea'
}
