// An area in « well-known binary », behind the header a GeoPackage puts before it.
import type { Polygon, Position, Ring } from '../geometry/shape.ts'
import type { LeftOutWhy } from './shapes-problem.ts'

type Read = { readonly coordinates: readonly Polygon[] } | { readonly why: LeftOutWhy }
class Cursor {
  readonly view: DataView
  at = 0
  little = true

  constructor(view: DataView) {
    this.view = view
  }

  /** The next whole number, as written by this part of the shape. */
  whole(): number {
    this.at += 4
    return this.view.getUint32(this.at - 4, this.little)
  }

  order(): void {
    this.little = this.view.getUint8(this.at) === 1
    this.at += 1
  }

  real(): number {
    this.at += 8
    return this.view.getFloat64(this.at - 8, this.little)
  }
}

/** Bytes of the envelope of each kind that the header may announce. */
const envelopes = [0, 32, 48, 48, 64] as const

/** `count`: told the points as they are met, so that it may refuse. Throws a RangeError past the end of the bytes. */
export function readGeoPackageShape(bytes: Uint8Array, count: (points: number) => void): Read {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50) return { why: 'badNumbers' }
  const flags = bytes[3] ?? 0
  if ((flags & 0x10) !== 0) return { why: 'noGeometry' }
  const cursor = new Cursor(view)
  cursor.at = 8 + (envelopes[(flags >> 1) & 7] ?? 0)
  return readShape(cursor, count, 0)
}

function readShape(cursor: Cursor, count: (points: number) => void, depth: number): Read {
  cursor.order()
  const type = cursor.whole()
  // ISO adds thousands for altitudes and measures, older writers set high bits.
  const kind = (type & 0x0fff_ffff) % 1000
  const [z, m] = [Math.floor((type & 0x0fff_ffff) / 1000), type >>> 28]
  const size = 2 + (z === 3 ? 2 : z === 0 ? 0 : 1) + ((m & 8) === 0 ? 0 : 1) + ((m & 4) === 0 ? 0 : 1)
  if (kind === 3) return readPolygon(cursor, size, count)
  if (kind === 6 || (kind === 7 && depth < 4)) return readParts(cursor, count, depth)
  return { why: kind >= 8 && kind <= 12 ? 'curved' : 'notAnArea' }
}

function readParts(cursor: Cursor, count: (points: number) => void, depth: number): Read {
  const coordinates: Polygon[] = []
  for (let left = cursor.whole(); left > 0; left -= 1) {
    count(1)
    const part = readShape(cursor, count, depth + 1)
    if ('why' in part) return part
    coordinates.push(...part.coordinates)
  }
  return { coordinates }
}

function readPolygon(cursor: Cursor, size: number, count: (points: number) => void): Read {
  const rings: Ring[] = []
  for (let left = cursor.whole(); left > 0; left -= 1) {
    const length = cursor.whole()
    count(length + 1)
    const ring: Position[] = []
    for (let rank = 0; rank < length; rank += 1) {
      const [x, y] = [cursor.real(), cursor.real()]
      cursor.at += (size - 2) * 8
      if (!Number.isFinite(x) || !Number.isFinite(y)) return { why: 'badNumbers' }
      ring.push([x, y])
    }
    rings.push(ring)
  }
  return { coordinates: [rings] }
}
