// The same points through flatbush (boxes) and point-in-polygon-hao (polygons), the best of what npm offers.
import Flatbush from 'flatbush'
import standing from 'point-in-polygon-hao'
import { boxOf } from '../src/geometry/shape.ts'
import type { MultiPolygon } from '../src/geometry/shape.ts'
import { pairKey } from './geo-pairs.ts'
import type { Measured } from './geo-pairs.ts'
import type { Points } from './geo-sectors.ts'
import type { Tell } from './program.ts'

/** One core; the best of two runs. */
export function measureFlatbush(sectors: readonly MultiPolygon[], { longitudes, latitudes }: Points, tell: Tell): Measured {
  const boxes = new Flatbush(sectors.length)
  for (const sector of sectors) {
    const { west, south, east, north } = boxOf(sector) ?? { west: 0, south: 0, east: 0, north: 0 }
    boxes.add(west, south, east, north)
  }
  boxes.finish()
  const polygons = sectors.map(({ coordinates }) =>
    coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))))
  let pairs = { milliseconds: Infinity, count: 0, key: 0 }
  for (let run = 0; run < 2; run += 1) {
    const started = performance.now()
    let [count, key] = [0, 0]
    for (let point = 0; point < longitudes.length; point += 1) {
      const [x, y] = [longitudes[point] ?? 0, latitudes[point] ?? 0]
      for (const sector of boxes.search(x, y, x, y)) {
        for (const polygon of polygons[sector] ?? []) {
          if (standing([x, y], polygon) === false) continue
          count += 1
          key += pairKey(point, sector)
          break
        }
      }
    }
    const milliseconds = performance.now() - started
    if (milliseconds < pairs.milliseconds) pairs = { milliseconds, count, key }
  }
  tell('geo.flatbush+hao', longitudes.length / pairs.milliseconds / 1000, 'M points/s')
  return { pairs, points: longitudes.length }
}
