// Places turned into a drawing: the window around them, the path of each.
import type { DrawnShape } from '../../design/shape-map.tsx'
import { drawnAt, drawnPath, roundScale, windowAround } from '../../geometry/map-window.ts'
import type { MapWindow } from '../../geometry/map-window.ts'
import { isArea, positionsOf } from '../../geometry/shape.ts'
import type { Geometry } from '../../geometry/shape.ts'

type Placed = { readonly key: string; readonly label: string; readonly shape: Geometry }
export type DrawnPlaces = {
  readonly window: MapWindow; readonly shapes: readonly DrawnShape[]; readonly scale: { readonly length: number; readonly words: string }
}

/** Undefined when no place has a position. */
export function drawPlaces(places: readonly Placed[], width: number, ratio: number): DrawnPlaces | undefined {
  const window = windowAround(places.flatMap(({ shape }) => positionsOf(shape)), width, ratio)
  return window === undefined ? undefined : { window, shapes: places.map((place) => drawShape(place, window)), scale: roundScale(window) }
}

function drawShape({ key, label, shape }: Placed, window: MapWindow): DrawnShape {
  const [first] = positionsOf(shape)
  const kind = isArea(shape) ? 'area' : shape.type === 'Point' || shape.type === 'MultiPoint' ? 'point' : 'line'
  return { key, label, kind, path: drawnPath(shape, window), at: first === undefined ? [0, 0] : drawnAt(window, first) }
}
