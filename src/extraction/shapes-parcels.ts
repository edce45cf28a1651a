// A list of cadastral parcels as text or CSV, and their contours taken from a GeoJSON of the cadastre, by identifier.
import { unionOf } from '../geometry/overlay.ts'
import { decodeText } from './text.ts'
import { gather, type Layer, type Tally } from './shapes-layer.ts'
import type { LeftOut, ReadShapes } from './shapes-problem.ts'

/** Commune, prefix of an absorbed commune, section, number: « 62498 000 AB 0123 », with or without its blanks and noughts. */
const reference = /\b(\d{2}|2[AB])(\d{3})[ \-_.;,\t]{0,2}(\d{3})?[ \-_.;,\t]{0,2}(0?[A-Z]|[A-Z]{2}|[A-Z]\d)[ \-_.;,\t]{0,2}(\d{1,4})\b/gi

/** The fourteen signs by which the cadastre names a parcel. */
const identifierOf = (department: string, commune: string, prefix: string | undefined, section: string, number: string): string =>
  `${department}${commune}${prefix ?? '000'}${section.toUpperCase().padStart(2, '0')}${number.padStart(4, '0')}`

/** Undefined when the text names no parcel. */
export function readParcels(bytes: Uint8Array, tally: Tally): Layer | undefined {
  const { text } = decodeText(bytes)
  const gathering = gather(tally)
  const known = new Set<string>()
  for (const [, department = '', commune = '', prefix, section = '', number = ''] of text.replaceAll('"', '').matchAll(reference)) {
    const parcel = identifierOf(department, commune, prefix, section, number)
    if (known.has(parcel)) continue
    known.add(parcel)
    gathering.add(parcel, { id: parcel }, { why: 'noParcel' })
  }
  return known.size === 0 ? undefined : gathering.layer('EPSG:4326')
}

const isParcel = (name: unknown): name is string => typeof name === 'string' && /^\d[\dAB]\d{3}\d{3}[0A-Z][A-Z0-9]\d{4}$/.test(name)

/** The parcels of a list as one area, from a file where each has its contour; those that are not there stay left out. */
export function withParcels(list: ReadShapes, contours: ReadShapes): ReadShapes {
  const byName = new Map(contours.features.map((feature) => {
    const named = Object.values(feature.properties).find(isParcel) ?? feature.name
    return [named, feature.geometry] as const
  }))
  const missing: LeftOut[] = []
  const found = list.leftOut.flatMap((parcel) => {
    const geometry = byName.get(parcel.name) ?? null
    if (geometry === null) missing.push(parcel)
    return geometry === null ? [] : [geometry]
  })
  const name = `${found.length} parcelle${found.length > 1 ? 's' : ''}`
  const features = found.length === 0 ? [] : [{ name, properties: { parcelles: found.length }, geometry: unionOf(found) }]
  return { format: 'parcels', crs: contours.crs, features, leftOut: missing }
}
