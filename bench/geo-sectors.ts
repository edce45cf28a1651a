// Sectors and points of the measures on the ground, the same each time: irregular outlines, holes, several parts, over ten degrees by eight.
import type { MultiPolygon, Polygon, Position, Ring } from '../src/geometry/shape.ts'
import { chance } from '../src/testing/hard-points.ts'

/** Where everything lies, in degrees. */
export const ground = { west: -2, south: 42, east: 8, north: 50 } as const

/** As files give them: a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** A closed outline of so many vertices that sees its centre from everywhere, uneven as the limits of districts are. */
function outline(next: () => number, x: number, y: number, radius: number, vertices: number): Ring {
  const waves = Array.from({ length: 5 }, (_, wave) => ({ turns: wave + 2, size: (0.25 * next()) / (wave + 1), shift: 2 * Math.PI * next() }))
  const ring: Position[] = Array.from({ length: vertices }, (_, at) => {
    const angle = (2 * Math.PI * (at + 0.6 * next())) / vertices
    const length = radius * (1 + waves.reduce((sum, { turns, size, shift }) => sum + size * Math.sin(turns * angle + shift), 0) + 0.06 * next())
    return [rounded(x + length * Math.cos(angle) * 1.4), rounded(y + length * Math.sin(angle))]
  })
  return [...ring, ring[0] ?? [x, y]]
}

/** 200 vertices each: 70 in 100 of one outline, 20 with a hole, 10 in two parts, of which one with a hole. */
export function sectorsOf(count: number): readonly MultiPolygon[] {
  const next = chance(20_261_123)
  return Array.from({ length: count }, () => {
    const [x, y] = [ground.west + 0.2 + 9.6 * next(), ground.south + 0.2 + 7.6 * next()]
    const [kind, radius] = [next(), 0.04 + 0.04 * next()]
    const holed = (vertices: number): Polygon => [outline(next, x, y, radius, vertices), outline(next, x, y, radius * 0.3, 40)]
    if (kind < 0.7) return { type: 'MultiPolygon', coordinates: [[outline(next, x, y, radius, 200)]] }
    if (kind < 0.9) return { type: 'MultiPolygon', coordinates: [holed(160)] }
    return { type: 'MultiPolygon', coordinates: [holed(100), [outline(next, x + 3.5 * radius, y, radius * 0.5, 60)]] }
  })
}

export type Points = { readonly longitudes: Float64Array; readonly latitudes: Float64Array }

/** Anywhere on the ground; one in a hundred is a vertex of a sector, which is on its boundary. */
export function pointsOf(count: number, sectors: readonly MultiPolygon[]): Points {
  const next = chance(31)
  const vertices = sectors.flatMap(({ coordinates }) => coordinates.flat(2))
  const [longitudes, latitudes] = [new Float64Array(count), new Float64Array(count)]
  for (let at = 0; at < count; at += 1) {
    const vertex = at % 100 === 99 ? vertices[Math.floor(next() * vertices.length)] : undefined
    longitudes[at] = vertex?.[0] ?? ground.west + (ground.east - ground.west) * next()
    latitudes[at] = vertex?.[1] ?? ground.south + (ground.north - ground.south) * next()
  }
  return { longitudes, latitudes }
}
