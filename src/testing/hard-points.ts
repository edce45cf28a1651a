// Shapes and points made to mislead: points on edges, a hair from them, on vertices and level with them; holes, shared borders, spikes.
import type { MultiPolygon, Position, Ring } from '../geometry/shape.ts'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `snap`: coordinates are multiples of it, so that many things fall in line; 0 for any double. */
export type Ground = { readonly west: number; readonly south: number; readonly size: number; readonly snap: number }

const origin: Position = [0, 0]
const snapped = (value: number, snap: number): number => (snap === 0 ? value : Math.round(value / snap) * snap)

function star(next: () => number, ground: Ground, centre: Position, radius: number, vertices: number): Ring {
  const ring = Array.from({ length: vertices }, (_, at): Position => {
    const [angle, length] = [(2 * Math.PI * at) / vertices, radius * (0.35 + 0.65 * next())]
    return [snapped(centre[0] + length * Math.cos(angle), ground.snap), snapped(centre[1] + length * Math.sin(angle), ground.snap)]
  })
  return next() < 0.5 || ring[0] === undefined ? ring : [...ring, ring[0]]
}

/** A ring like the ones of bad files: a spike out and back, a place twice, or too few places. */
function spoiled(next: () => number, ring: Ring): Ring {
  const [kind, at] = [next(), Math.floor(next() * ring.length)]
  const [here, there] = [ring[at] ?? origin, ring[(at + 3) % ring.length] ?? origin]
  if (kind < 0.5) return [...ring.slice(0, at + 1), there, here, ...ring.slice(at + 1)]
  return kind < 0.8 ? [...ring.slice(0, at + 1), here, here, ...ring.slice(at + 1)] : ring.slice(0, 2)
}

/** Shapes that overlap, some with holes and parts, and some in a patchwork that shares every border. */
export function hardShapes(next: () => number, ground: Ground, count: number): readonly MultiPolygon[] {
  const loose = Array.from({ length: count }, (): MultiPolygon => {
    const centre: Position = [ground.west + ground.size * next(), ground.south + ground.size * next()]
    const radius = ground.size * (0.05 + 0.3 * next())
    const outer = star(next, ground, centre, radius, 5 + Math.floor(next() * 14))
    const hole = star(next, ground, centre, radius * 0.3, 4 + Math.floor(next() * 5))
    const beside = star(next, ground, [centre[0] + radius * 1.6, centre[1]], radius * 0.7, 6)
    const kind = next()
    if (kind < 0.4) return { type: 'MultiPolygon', coordinates: [[outer, hole]] }
    if (kind < 0.6) return { type: 'MultiPolygon', coordinates: [[outer, hole], [beside]] }
    return { type: 'MultiPolygon', coordinates: [[kind < 0.7 ? spoiled(next, outer) : outer]] }
  })
  return [...loose, ...patchwork(next, ground, 4)]
}

function patchwork(next: () => number, ground: Ground, side: number): readonly MultiPolygon[] {
  const step = ground.size / side
  const corner = Array.from({ length: (side + 1) ** 2 }, (_, at): Position => [
    snapped(ground.west + ((at % (side + 1)) + 0.5 * (next() - 0.5)) * step, ground.snap),
    snapped(ground.south + (Math.floor(at / (side + 1)) + 0.5 * (next() - 0.5)) * step, ground.snap),
  ])
  return Array.from({ length: side ** 2 }, (_, tile): MultiPolygon => {
    const at = (tile % side) + Math.floor(tile / side) * (side + 1)
    const ring = [at, at + 1, at + side + 2, at + side + 1].map((place) => corner[place] ?? origin)
    return { type: 'MultiPolygon', coordinates: [[ring]] }
  })
}

const bits = new DataView(new ArrayBuffer(8))
/** The double so many steps away. */
function nudged(value: number, steps: number): number {
  if (value === 0) return steps * 1e-17
  bits.setFloat64(0, value)
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(steps))
  return bits.getFloat64(0)
}

export function hardPoint(next: () => number, ground: Ground, rings: readonly Ring[]): Position {
  const ring = rings[Math.floor(next() * rings.length)] ?? []
  const at = Math.floor(next() * ring.length)
  const [here, there] = [ring[at] ?? origin, ring[(at + 1) % ring.length] ?? origin]
  const [kind, way] = [next(), snapped(next(), ground.snap === 0 ? 0 : 0.25)]
  const on: Position = [here[0] + (there[0] - here[0]) * way, here[1] + (there[1] - here[1]) * way]
  const steps = (): number => Math.floor(next() * 5) - 2
  if (kind < 0.2) return here
  if (kind < 0.5) return on
  if (kind < 0.8) return [nudged(on[0], steps()), nudged(on[1], steps())]
  if (kind < 0.9) return [ground.west + ground.size * (2 * next() - 0.5), here[1]]
  return [snapped(ground.west + ground.size * (2 * next() - 0.5), ground.snap), snapped(ground.south + ground.size * (2 * next() - 0.5), ground.snap)]
}

/** Where shapes and points are made, by name. */
export const grounds: readonly (readonly [string, Ground])[] = [
  ['degrees of France', { west: 2.3, south: 50.1, size: 0.7, snap: 0 }], ['a lattice of whole numbers', { west: 0, south: 0, size: 32, snap: 1 }],
  ['centimetres far overseas', { west: 55.45, south: -21.1, size: 0.001, snap: 1e-7 }],
]
