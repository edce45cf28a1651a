// The coordinate systems French maps come in: their parameters, and the way from their metres to degrees.
import proj4 from 'proj4'
import type { Box, MultiPolygon, Position } from './shape.ts'

/** `ground`: where it is used, in degrees. `metres`: what the conversion may be wrong by. */
type Projection = { readonly name: string; readonly definition: string; readonly ground: Box; readonly metres: number }

const box = (west: number, south: number, east: number, north: number): Box => ({ west, south, east, north })
const modern = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs'
const metropolitan = box(-5.3, 41.2, 9.8, 51.3)
const utm = (name: string, zone: number, south: boolean, ground: Box): Projection =>
  ({ name, definition: `+proj=utm +zone=${zone}${south ? ' +south' : ''} ${modern}`, ground, metres: 0.01 })
/** @source IGN, « Projection conique conforme 9 zones »: each zone one degree either side of its latitude. */
const conic = (latitude: number): Projection => ({
  name: `CC${latitude} (conique conforme, zone ${latitude - 41})`,
  definition: `+proj=lcc +lat_0=${latitude} +lon_0=3 +lat_1=${latitude - 0.75} +lat_2=${latitude + 0.75} +x_0=1700000 `
    + `+y_0=${(latitude - 41) * 1_000_000 + 200_000} ${modern}`,
  ground: box(metropolitan.west, latitude - 1.2, metropolitan.east, latitude + 1.2), metres: 0.01,
})

/**
 * @source Arrêté du 5 mars 2019 relatif au décret n° 2000-1276 (systèmes légaux); IGN, « Systèmes de référence et projections »; EPSG register for
 * each code. NTF (27572) by three parameters, as the IGN gives them, is a few metres off; the grid gr3df97a is not carried here.
 */
export const projections = {
  'EPSG:4326': {
    name: 'Longitude et latitude (WGS 84)', definition: '+proj=longlat +datum=WGS84 +no_defs', ground: box(-180, -90, 180, 90), metres: 0,
  },
  'EPSG:2154': {
    name: 'Lambert-93',
    definition: `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${modern}`, ground: metropolitan, metres: 0.01,
  },
  'EPSG:3942': conic(42), 'EPSG:3943': conic(43), 'EPSG:3944': conic(44), 'EPSG:3945': conic(45), 'EPSG:3946': conic(46), 'EPSG:3947': conic(47),
  'EPSG:3948': conic(48), 'EPSG:3949': conic(49), 'EPSG:3950': conic(50),
  'EPSG:27572': {
    name: 'Lambert II étendu (ancien)',
    definition: '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 '
      + '+towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs',
    ground: metropolitan, metres: 5,
  },
  'EPSG:3857': {
    name: 'Web Mercator', ground: box(-180, -85, 180, 85), metres: 0.01,
    definition: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  },
  'EPSG:5490': utm('UTM 20 Nord, Antilles (RGAF09)', 20, false, box(-63.3, 14.2, -60.6, 18.2)),
  'EPSG:2972': utm('UTM 22 Nord, Guyane (RGFG95)', 22, false, box(-54.8, 2, -51.4, 6)),
  'EPSG:2975': utm('UTM 40 Sud, La Réunion (RGR92)', 40, true, box(55, -21.6, 56, -20.7)),
  'EPSG:4471': utm('UTM 38 Sud, Mayotte (RGM04)', 38, true, box(44.9, -13.2, 45.5, -12.5)),
  'EPSG:4467': utm('UTM 21 Nord, Saint-Pierre-et-Miquelon (RGSPM06)', 21, false, box(-56.6, 46.6, -56, 47.3)),
} as const satisfies Readonly<Record<string, Projection>>
export type ProjectionCode = keyof typeof projections
export const projectionCodes = Object.keys(projections).filter((code): code is ProjectionCode => code in projections)

/** Other numbers of the same systems, and systems in degrees that differ from WGS 84 by less than our centimetre matters. */
const others: Readonly<Record<string, ProjectionCode>> = {
  'EPSG:4171': 'EPSG:4326', 'EPSG:4258': 'EPSG:4326', 'EPSG:4627': 'EPSG:4326', 'EPSG:4624': 'EPSG:4326', 'EPSG:5489': 'EPSG:4326',
  'EPSG:4470': 'EPSG:4326', 'EPSG:4463': 'EPSG:4326', 'OGC:CRS84': 'EPSG:4326', 'IGNF:LAMB93': 'EPSG:2154', 'EPSG:9794': 'EPSG:2154',
  'EPSG:900913': 'EPSG:3857',
  'EPSG:32620': 'EPSG:5490', 'EPSG:4559': 'EPSG:5490', 'EPSG:32622': 'EPSG:2972', 'EPSG:32740': 'EPSG:2975', 'EPSG:32738': 'EPSG:4471',
  'EPSG:32621': 'EPSG:4467', 'EPSG:9842': 'EPSG:3942', 'EPSG:9843': 'EPSG:3943', 'EPSG:9844': 'EPSG:3944', 'EPSG:9845': 'EPSG:3945',
  'EPSG:9846': 'EPSG:3946', 'EPSG:9847': 'EPSG:3947', 'EPSG:9848': 'EPSG:3948', 'EPSG:9849': 'EPSG:3949', 'EPSG:9850': 'EPSG:3950',
}

/** The system a file names, by authority and number (« urn:ogc:def:crs:EPSG::2154 », « EPSG:2154 »); undefined when it is none of ours. */
export function namedProjection(name: string): ProjectionCode | undefined {
  const [, authority = '', number = ''] = /(?:^|:)(EPSG|OGC|IGNF):(?:[^:]*:)?(CRS84|LAMB93|\d{4,6})$/i.exec(name.trim()) ?? []
  const code = `${authority.toUpperCase()}:${number.toUpperCase()}`
  return projectionCodes.find((known) => known === code) ?? others[code]
}

type Converter = { readonly inverse: (at: [number, number]) => readonly number[] }
/** Names that programs write in the place of numbers, in the « WKT » beside a shapefile. */
const wellKnown: readonly (readonly [RegExp, ProjectionCode])[] = [
  [/lambert[-_ ]?93/i, 'EPSG:2154'], [/lambert_?(?:zone_?)?(?:ii|2)(?:_?(?:e|é)tendu)?"/i, 'EPSG:27572'],
  [/web_mercator|pseudo-mercator/i, 'EPSG:3857'],
  [/utm_?zone_?20n|utm_?20n/i, 'EPSG:5490'], [/utm_?zone_?21n|utm_?21n/i, 'EPSG:4467'], [/utm_?zone_?22n|utm_?22n/i, 'EPSG:2972'],
  [/utm_?zone_?38s|utm_?38s/i, 'EPSG:4471'], [/utm_?zone_?40s|utm_?40s/i, 'EPSG:2975'],
]

const degreesText = /^\s*GEOG(?:CS|CRS)\s*\[\s*"[^"]*(?:WGS|RGF|ETRS|RGAF|RGFG|RGR|RGM|RGSPM)/i

/** The system of a well-known text: by its number, else by its name; undefined when it is none of ours. */
export function textProjection(text: string): ProjectionCode | undefined {
  const number = /(?:AUTHORITY|\bID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*\]\s*\]\s*$/i.exec(text)?.[1]
  const byNumber = number === undefined ? undefined : namedProjection(`EPSG:${number}`)
  if (byNumber !== undefined) return byNumber
  const name = /^\s*(?:PROJCS|PROJCRS)\s*\[\s*("[^"]{0,200}")/i.exec(text)?.[1]
  if (name === undefined) return degreesText.test(text) ? 'EPSG:4326' : undefined
  const zone = /cc_?(4[2-9]|50)"/i.exec(name)?.[1]
  if (zone !== undefined) return namedProjection(`EPSG:39${zone}`)
  const plain = name.replaceAll(/[\s()/]+/g, '_')
  return wellKnown.find(([pattern]) => pattern.test(plain))?.[1]
}

const converters = new Map<ProjectionCode, Converter>()
function converterOf(code: ProjectionCode): Converter {
  const known = converters.get(code) ?? proj4('EPSG:4326', projections[code].definition)
  converters.set(code, known)
  return known
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** A position in degrees, to the centimetre; undefined when the numbers are none of that system's. */
export function positionInDegrees([x, y]: Position, code: ProjectionCode): Position | undefined {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
  if (code === 'EPSG:4326') return [rounded(x), rounded(y)]
  const [longitude = NaN, latitude = NaN] = converterOf(code).inverse([x, y])
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? [rounded(longitude), rounded(latitude)] : undefined
}

/** An area in degrees; undefined when a point of it cannot be. */
export function toDegrees({ coordinates }: MultiPolygon, code: ProjectionCode): MultiPolygon | undefined {
  let sound = true
  const converted = coordinates.map((polygon) => polygon.map((ring) => ring.map((at): Position => {
    const degrees = positionInDegrees(at, code)
    sound &&= degrees !== undefined
    return degrees ?? at
  })))
  return sound ? { type: 'MultiPolygon', coordinates: converted } : undefined
}
