// Sectors and conventions from the two files of the command line, checked; every fault is named, and nothing is guessed.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { ConventionFact, Fact } from '../../law/levers/place-facts.ts'
import { positionProblem } from '../../geometry/shape.ts'
import type { MultiPolygon, Position } from '../../geometry/shape.ts'
import type { BatchConventions, BatchSector } from './batch-profiles.ts'

export type SectorFault =
  | 'notJson' | 'notCollection' | 'noFeature' | 'otherSystem' | 'notFeature' | 'noId' | 'badId' | 'badCommune' | 'badTownCentre' | 'badFrom' | 'badTo'
  | 'endsBefore' | 'notArea' | 'badPlace' | 'notDegrees' | 'swapped' | 'noRing' | 'flatRing' | 'notList' | 'badInsee'
/** `rank`: of the feature or of the commune in its file, from 1; null for the whole file. */
export type FileFault = { readonly rank: number | null; readonly fault: SectorFault }

type Json = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
/** `validFrom` null: nobody knows. */
type Dated = BatchSector & { readonly from: PlainDate | null; readonly to: PlainDate | null; readonly shape: MultiPolygon }
const mostFaults = 20

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** `leftOut`: perimeters that other laws draw, which are no sectors of intervention. */
type SectorFile = { readonly sectors: readonly BatchSector[]; readonly shapes: readonly MultiPolygon[]; readonly leftOut: number }
/** The sectors valid on that day, or perhaps, with their shapes in the same order. */
export function readSectors(text: string, on: PlainDate): Outcome<SectorFile, FileFault> {
  const json = parsed(text)
  const whole = (fault: SectorFault) => refused([{ rank: null, fault }])
  if (json === undefined) return whole('notJson')
  if (!isRecord(json)) return whole('notCollection')
  if (isRecord(json['crs']) && !/(?:CRS84|4326)\b/.test(JSON.stringify(json['crs']))) return whole('otherSystem')
  const features: unknown = json['type'] === 'FeatureCollection' ? json['features'] : json['type'] === 'Feature' ? [json] : undefined
  if (!Array.isArray(features)) return whole('notCollection')
  const ours = features.filter(isIntervention)
  if (ours.length === 0) return whole('noFeature')
  const faults: FileFault[] = []
  const found: Dated[] = []
  for (const [at, feature] of features.entries()) {
    if (!isIntervention(feature)) continue
    const read = readFeature(feature)
    if (typeof read !== 'string') found.push(read)
    else if (faults.push({ rank: at + 1, fault: read }) >= mostFaults) break
  }
  if (faults.length > 0) return refused(faults)
  const valid = validOn(found, on)
  const sectors = valid.map(({ id, commune, townCentre, version, valid: sure }) => ({ id, commune, townCentre, version, valid: sure }))
  return accepted({ sectors, shapes: valid.map(({ shape }) => shape), leftOut: features.length - ours.length })
}

/** A feature that says its kind says whether it is a sector of intervention; one that does not is taken at the word of the file. */
function isIntervention(feature: unknown): boolean {
  const properties = isRecord(feature) ? feature['properties'] : undefined
  const kind = isRecord(properties) ? properties['kind'] : undefined
  return typeof kind !== 'string' || kind === 'intervention'
}

/** A day as files write it; null when it is absent, 'bad' when it is no day. */
function day(value: unknown): PlainDate | null | 'bad' {
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'string' ? readDate(value.slice(0, 10)) ?? 'bad' : 'bad'
}
/** An INSEE code, also as a number that lost its zero. */
function inseeOf(value: unknown): string | undefined {
  const code = typeof value === 'number' ? String(value).padStart(5, '0') : typeof value === 'string' ? value.trim().toUpperCase() : ''
  return /^(?:\d{5}|2[AB]\d{3})$/.test(code) ? code : undefined
}

function readFeature(feature: unknown): Dated | SectorFault {
  if (!isRecord(feature) || feature['type'] !== 'Feature') return 'notFeature'
  const given = isRecord(feature['properties']) ? feature['properties'] : {}
  const written = given['id'] ?? feature['id']
  if (written === undefined || written === null || written === '') return 'noId'
  const id = typeof written === 'string' || typeof written === 'number' ? String(written) : '|'
  if (id.length > 200 || /[|\u0000-\u001f]/.test(id)) return 'badId'
  const { townCentre = null } = given
  const commune = given['commune'] === undefined || given['commune'] === null ? null : inseeOf(given['commune'])
  if (commune === undefined) return 'badCommune'
  if (townCentre !== null && typeof townCentre !== 'boolean') return 'badTownCentre'
  const [from, to] = [day(given['validFrom']), day(given['validTo'])]
  if (from === 'bad') return 'badFrom'
  if (to === 'bad') return 'badTo'
  if (from !== null && to !== null && to < from) return 'endsBefore'
  const shape = readShape(feature['geometry'])
  const valid: Fact = given['standing'] === 'unknown' ? 'disputed' : 'yes'
  return typeof shape === 'string' ? shape : { id, commune, townCentre, version: from ?? '?', valid, from, to, shape }
}

/** Degrees as the file gives them, to the last digit: an answer must be the one that any other tool gives of the same file. */
function readShape(geometry: unknown): MultiPolygon | SectorFault {
  if (!isRecord(geometry)) return 'notArea'
  const { type, coordinates: given } = geometry
  const polygons: unknown = type === 'Polygon' ? [given] : type === 'MultiPolygon' ? given : undefined
  if (!Array.isArray(polygons)) return 'notArea'
  const coordinates: Position[][][] = []
  for (const polygon of polygons as readonly unknown[]) {
    if (!Array.isArray(polygon)) return 'notArea'
    const rings: Position[][] = []
    for (const ring of polygon as readonly unknown[]) {
      const read = readRing(ring)
      if (typeof read === 'string') return read
      rings.push(read)
    }
    coordinates.push(rings)
  }
  if (!coordinates.some(([outer]) => (outer?.length ?? 0) > 2)) return 'noRing'
  if (coordinates.flat(2).some((place) => positionProblem(place) === 'swapped')) return 'swapped'
  return coordinates.some(([outer]) => outer === undefined || isFlat(outer)) ? 'flatRing' : { type: 'MultiPolygon', coordinates }
}

/** Every place of the ring is on one line: it bounds nothing. */
function isFlat(ring: readonly Position[]): boolean {
  const [first] = ring
  const second = ring.find((place) => place[0] !== first?.[0] || place[1] !== first[1])
  if (first === undefined || second === undefined) return true
  const [dx, dy] = [second[0] - first[0], second[1] - first[1]]
  return ring.every(([x, y]) => dx * (y - first[1]) === dy * (x - first[0]))
}

function readRing(ring: unknown): Position[] | SectorFault {
  if (!Array.isArray(ring)) return 'notArea'
  const places: Position[] = []
  for (const place of ring as readonly unknown[]) {
    if (!Array.isArray(place)) return 'badPlace'
    const [x, y]: readonly unknown[] = place
    if (typeof x !== 'number' || typeof y !== 'number') return 'badPlace'
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return 'notDegrees'
    places.push([x, y])
  }
  return places
}

/**
 * Of one sector, the version that began last holds, until its own last day; one that nobody can date may hold too.
 * @source CCH, art. L.303-2 II: the convention delimits the sectors, and each amendment replaces what it amends
 */
function validOn(versions: readonly Dated[], on: PlainDate): readonly Dated[] {
  const latest = new Map<string, PlainDate>()
  for (const { id, from } of versions) {
    const before = latest.get(id)
    if (from !== null && from <= on && (before === undefined || from > before)) latest.set(id, from)
  }
  return versions.flatMap((version) => {
    if (version.to !== null && version.to < on) return []
    if (version.from === null) return [{ ...version, valid: 'undated' as const }]
    return version.from === latest.get(version.id) ? [version] : []
  })
}

/** Each commune once: in force when one of its conventions is, unknown when one may be. */
export function readConventions(text: string, on: PlainDate): Outcome<BatchConventions, FileFault> {
  const json = parsed(text)
  if (json === undefined) return refused([{ rank: null, fault: 'notJson' }])
  const listed: unknown = isRecord(json) ? json['communes'] : undefined
  if (!isRecord(json) || !Array.isArray(listed)) return refused([{ rank: null, fault: 'notList' }])
  const faults: FileFault[] = []
  const communes = new Map<string, ConventionFact>()
  for (const [at, one] of (listed as readonly unknown[]).entries()) {
    const read = readConvention(one, on)
    if (typeof read === 'string') faults.push({ rank: at + 1, fault: read })
    else communes.set(read.insee, better(communes.get(read.insee), read))
    if (faults.length >= mostFaults) break
  }
  return faults.length > 0 ? refused(faults) : accepted({ communes: [...communes.values()], complete: json['complete'] === true })
}

function readConvention(one: unknown, on: PlainDate): ConventionFact | SectorFault {
  if (!isRecord(one)) return 'notList'
  const [insee, from, until] = [inseeOf(one['insee']), day(one['inForceFrom']), day(one['inForceTo'])]
  if (insee === undefined) return 'badInsee'
  if (from === 'bad') return 'badFrom'
  if (until === 'bad') return 'badTo'
  if (from !== null && until !== null && until < from) return 'endsBefore'
  const inForce: Fact = (from !== null && from > on) || (until !== null && until < on) ? 'no' : from === null ? 'undated' : 'yes'
  return { insee, inForce, from, until, label: null }
}

const weight = ({ inForce }: ConventionFact): number => (inForce === 'yes' ? 2 : inForce === 'no' ? 0 : 1)
const better = (one: ConventionFact | undefined, other: ConventionFact): ConventionFact =>
  (one === undefined || weight(other) > weight(one) ? other : one)
