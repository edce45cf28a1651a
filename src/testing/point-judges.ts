// The point index before its judges: an exact referee, and point-in-polygon-hao, on points made to mislead.
import haoStanding from 'point-in-polygon-hao'
import { buildPointIndex } from '../geometry/point-index.ts'
import type { MultiPolygon, Ring } from '../geometry/shape.ts'
import { chance, hardPoint, hardShapes } from './hard-points.ts'
import type { Ground } from './hard-points.ts'
import { covers, judged } from './point-referee.ts'

/** Which shapes cover a point, by their ranks. */
export type Judge = (x: number, y: number) => readonly number[]

/** Points on which the index and someone else disagree, and the exact referee does not side with the index. */
export function faults(ground: Ground, seed: number, points: number, judgeOf: (shapes: readonly MultiPolygon[]) => Judge): readonly string[] {
  const next = chance(seed)
  const shapes = hardShapes(next, ground, 12)
  const rings = shapes.flatMap(({ coordinates }) => coordinates.flat())
  const [index, judge, referee] = [buildPointIndex(shapes), judgeOf(shapes), refereeOf(shapes)]
  const wrong: string[] = []
  for (let point = 0; point < points; point += 1) {
    const [x, y] = hardPoint(next, ground, rings)
    const ours = index.shapesAt(x, y).join(' ')
    if (ours !== judge(x, y).join(' ') && ours !== referee(x, y).join(' ')) wrong.push(`(${x}, ${y}) of ${seed}: ${ours}`)
  }
  return wrong
}

export function refereeOf(shapes: readonly MultiPolygon[]): Judge {
  const all = shapes.map(judged)
  return (x, y) => all.flatMap((one, rank) => (covers(one, [x, y]) ? [rank] : []))
}

/** Its first difference is rounded, hence the referee; it wants closed rings, and none that bounds nothing. */
export function haoOf(shapes: readonly MultiPolygon[]): Judge {
  const closed = (ring: Ring): [number, number][] => [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y])
  const all = shapes.map(({ coordinates }) => coordinates.map((polygon) => polygon.filter(({ length }) => length > 2).map(closed)))
  const held = (polygons: readonly [number, number][][][], x: number, y: number): boolean =>
    polygons.some((polygon) => polygon.length > 0 && haoStanding([x, y], polygon) !== false)
  return (x, y) => all.flatMap((polygons, rank) => (held(polygons, x, y) ? [rank] : []))
}
