// The bytes of a file of shapes become features in degrees, or one problem; nothing is ever thrown out of here.
import { projectionCodes, type ProjectionCode, toDegrees } from '../geometry/projections.ts'
import { recognised } from '../geometry/recognition.ts'
import type { Box, MultiPolygon, Position } from '../geometry/shape.ts'
import { ringsOf } from '../geometry/shape.ts'
import { type Budget, openBudget, Refusal } from './budget.ts'
import { sniff } from './format.ts'
import { readGeoJson } from './shapes-geojson.ts'
import { readGeoPackage } from './shapes-geopackage.ts'
import { readKml } from './shapes-kml.ts'
import { type Layer, openTally, type Tally } from './shapes-layer.ts'
import { shapeLimits } from './shapes-limits.ts'
import { readParcels } from './shapes-parcels.ts'
import type { FoundSystem, ShapeFileProblem, ShapeFormat, ShapeReading } from './shapes-problem.ts'
import { readShapefile, shapefileLayers } from './shapes-shapefile.ts'
import { openArchive } from './unzip.ts'

/** `crs`: the system a person has chosen. `near`: where the area is expected, when that is known. */
export type ShapesAsked = { readonly crs?: ProjectionCode; readonly near?: Box }
type Layers = { readonly format: ShapeFormat; readonly layers: readonly Layer[] }

/** Reads in this process; a server calls `shapesInChild`. */
export async function readShapes(bytes: Uint8Array, asked: ShapesAsked = {}, signal?: AbortSignal): Promise<ShapeReading> {
  try {
    if (bytes.length > shapeLimits.bytes) return refused('tooLarge')
    if (bytes.length === 0) return refused('empty')
    const read = await readFormat(bytes, openBudget(signal, undefined, shapeLimits.ms))
    return typeof read === 'string' ? refused(read) : settled(read, asked)
  } catch (error) {
    return refused(problemOf(error))
  }
}

const refused = (problem: ShapeFileProblem): ShapeReading => ({ ok: false, problem })

/** A library that stumbles on a file says that the file is broken; what it threw is of no use to the person. */
function problemOf(error: unknown): ShapeFileProblem {
  if (error instanceof RangeError && /allocation|too large|string length|array length|call stack/i.test(error.message)) return 'bomb'
  if (!(error instanceof Refusal)) return 'broken'
  const { problem } = error
  if (problem === 'bomb' || problem === 'encrypted' || problem === 'unsafeXml' || problem === 'timeout' || problem === 'cancelled') return problem
  return problem === 'unknownFormat' ? 'unknownFormat' : problem === 'tooHeavy' ? 'tooMany' : 'broken'
}

const startsWith = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes.subarray(0, words.length)).toString('latin1') === words

async function readFormat(bytes: Uint8Array, budget: Budget): Promise<Layers | ShapeFileProblem> {
  const tally = openTally(budget)
  if (startsWith(bytes, 'SQLite format 3\0')) return { format: 'geopackage', layers: await readGeoPackage(bytes, tally) }
  if (startsWith(bytes, '\0\0\x27\x0a')) return 'looseShapefile'
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1')
  const markup = /^(?:\xef\xbb\xbf)?\s*</.test(head) && /<\?xml|<(?:\w+:)?(?:kml|Placemark)\b/.test(head)
  if (markup) return { format: 'kml', layers: [readKml(bytes, tally)] }
  const sniffed = sniff(bytes)
  if ('problem' in sniffed || sniffed.container === 'pdf') return 'unknownFormat'
  return sniffed.container === 'zip' ? readArchive(bytes, budget, tally) : readText(bytes, tally)
}

async function readArchive(bytes: Uint8Array, budget: Budget, tally: Tally): Promise<Layers | ShapeFileProblem> {
  const archive = await openArchive(bytes, budget)
  const layers: Layer[] = []
  for (const name of shapefileLayers(archive)) layers.push(await readShapefile(archive, name, tally))
  if (layers.length > 0) return { format: 'shapefile', layers }
  const kml = [...archive.names].find((name) => /\.kml$/i.test(name))
  const inside = kml === undefined ? undefined : await archive.read(kml)
  return inside === undefined ? 'noLayer' : { format: 'kml', layers: [readKml(inside, tally)] }
}

function readText(bytes: Uint8Array, tally: Tally): Layers | ShapeFileProblem {
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes)
  if (text.trim() === '') return 'empty'
  if (/^[\s\u001e]*[[{]/.test(text)) {
    const layer = readGeoJson(text, tally)
    return layer === undefined ? 'broken' : { format: 'geojson', layers: [layer] }
  }
  const layer = readParcels(bytes, tally)
  return layer === undefined ? 'unknownFormat' : { format: 'parcels', layers: [layer] }
}

function settled({ format, layers }: Layers, asked: ShapesAsked): ShapeReading {
  const leftOut = layers.flatMap((layer) => layer.leftOut)
  const drawn = layers.filter(({ features }) => features.length > 0)
  if (format === 'parcels') return { ok: true, file: { format, crs: { how: 'declared', code: 'EPSG:4326' }, features: [], leftOut } }
  if (drawn.length === 0) return refused(leftOut.length === 0 ? 'empty' : 'noArea')
  if (new Set(drawn.map(({ declared }) => declared)).size > 1) return refused('severalSystems')
  const features = drawn.flatMap((layer) => layer.features)
  const crs = systemOf(features.flatMap(({ geometry }) => (geometry === null ? [] : ringsOf(geometry).flat())), drawn[0]?.declared, asked)
  if (crs === undefined) return refused('unknownSystem')
  if (crs.how === 'ambiguous') return { ok: true, file: { format, crs, features, leftOut } }
  const turned = (shape: MultiPolygon): MultiPolygon => (crs.how === 'recognised' && crs.swapped ? exchanged(shape) : shape)
  const converted = (shape: MultiPolygon | null): MultiPolygon | null => (shape === null ? null : toDegrees(turned(shape), crs.code) ?? null)
  const inDegrees = features.map((feature) => ({ ...feature, geometry: converted(feature.geometry) }))
  const lost = inDegrees.filter(({ geometry }) => geometry === null).map(({ name }) => ({ name, why: 'badNumbers' as const }))
  return { ok: true, file: { format, crs, features: inDegrees.filter(({ geometry }) => geometry !== null), leftOut: [...leftOut, ...lost] } }
}

const exchanged = ({ coordinates }: MultiPolygon): MultiPolygon =>
  ({ type: 'MultiPolygon', coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [y, x]))) })

/** What a person chose; else what the file declares, unless its numbers deny it; else what the numbers tell. Undefined when nothing does. */
function systemOf(positions: readonly Position[], declared: Layer['declared'], { crs, near }: ShapesAsked): FoundSystem | undefined {
  if (crs !== undefined && projectionCodes.includes(crs)) return { how: 'chosen', code: crs }
  if (declared === null) return undefined
  const degrees = positions.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  if (declared !== undefined && degrees === (declared === 'EPSG:4326')) return { how: 'declared', code: declared }
  // Degrees by default, as GeoJSON has them: exchanged or far away, the shape itself will say so.
  if (degrees) return { how: 'recognised', code: 'EPSG:4326', swapped: false, declared: declared ?? null }
  const found = recognised(positions, near)
  if (found.how === 'unknown') return undefined
  return found.how === 'ambiguous' ? found : { ...found, declared: declared ?? null }
}
