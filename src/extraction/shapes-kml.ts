// The placemarks of a KML file: their name, their data, their areas. KML is always in degrees of WGS 84.
import type { MultiPolygon, Polygon, Position, Ring } from '../geometry/shape.ts'
import { pointsIn } from '../geometry/shape.ts'
import { gather, type Layer, plainProperties, type Tally } from './shapes-layer.ts'
import { allNamed, childNamed, childrenNamed, descend, elements, parseXml, type XmlNode } from './xml.ts'

const kinds: ReadonlySet<string> = new Set(['Polygon', 'MultiGeometry', 'Point', 'LineString', 'LinearRing', 'Track', 'Model'])

export function readKml(bytes: Uint8Array, tally: Tally): Layer {
  const root = parseXml(bytes, tally.budget)
  const gathering = gather(tally)
  for (const placemark of root.name === 'Placemark' ? [root] : allNamed(root, 'Placemark')) {
    const name = textOf(childNamed(placemark, 'name')).slice(0, 200)
    const drawn = elements(placemark).filter((node) => kinds.has(node.name))
    const polygons = drawn.flatMap((node) => (node.name === 'Polygon' ? [node] : allNamed(node, 'Polygon')))
    const shape = areaOf(polygons)
    if (shape !== undefined) tally.points(pointsIn(shape))
    gathering.add(name === '' ? null : name, propertiesOf(placemark), polygons.length === 0 ? { why: drawn.length === 0 ? 'noGeometry' : 'notAnArea' }
      : shape === undefined ? { why: 'badNumbers' } : { geometry: shape })
  }
  return gathering.layer('EPSG:4326')
}

const textOf = (node: XmlNode | undefined): string => node?.children.filter((child) => typeof child === 'string').join('').trim() ?? ''

function propertiesOf(placemark: XmlNode) {
  const extended = childNamed(placemark, 'ExtendedData')
  const data = childrenNamed(extended, 'Data').map((node) => [node.attributes.get('name') ?? '', textOf(childNamed(node, 'value'))] as const)
  const fields = extended === undefined ? [] : allNamed(extended, 'SimpleData')
  const simple = fields.map((node) => [node.attributes.get('name') ?? '', textOf(node)] as const)
  return plainProperties([...data, ...simple].filter(([name]) => name !== ''))
}

function areaOf(polygons: readonly XmlNode[]): MultiPolygon | undefined {
  const coordinates: Polygon[] = []
  for (const polygon of polygons) {
    const sides = [...childrenNamed(polygon, 'outerBoundaryIs'), ...childrenNamed(polygon, 'innerBoundaryIs')]
    const rings = sides.flatMap((side) => childrenNamed(side, 'LinearRing')).map((ring) => ringOf(textOf(descend(ring, 'coordinates'))))
    const known = rings.filter((ring) => ring !== undefined)
    if (known.length < rings.length) return undefined
    coordinates.push(known)
  }
  return { type: 'MultiPolygon', coordinates }
}

function ringOf(text: string): Ring | undefined {
  const ring: Position[] = []
  for (const tuple of text.split(/\s+/)) {
    if (tuple === '') continue
    const [longitude = NaN, latitude = NaN] = tuple.split(',').map(Number)
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return undefined
    ring.push([Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7])
  }
  return ring
}
