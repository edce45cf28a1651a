// Places turned into a drawing: the window around them, the path of each, a round length for the scale.
import type { DrawnShape } from '../../design/shape-map.tsx'
import { drawnAt, metresAcross, windowAround } from '../../geometry/map-window.ts'
import type { MapWindow } from '../../geometry/map-window.ts'
import { isArea, linesOf, positionsOf } from '../../geometry/shape.ts'
import type { Geometry } from '../../geometry/shape.ts'

type Placed = { readonly key: string; readonly label: string; readonly shape: Geometry }
export type DrawnPlaces = {
  readonly window: MapWindow; readonly shapes: readonly DrawnShape[]; readonly scale: { readonly length: number; readonly words: string }
}

/** Undefined when no place has a position. */
export function drawPlaces(places: readonly Placed[], width: number, ratio: number): DrawnPlaces | undefined {
  const window = windowAround(places.flatMap(({ shape }) => positionsOf(shape)), width, ratio)
  return window === undefined ? undefined : { window, shapes: places.map((place) => drawShape(place, window)), scale: scaleOf(window) }
}

function drawShape({ key, label, shape }: Placed, window: MapWindow): DrawnShape {
  const lines = linesOf(shape).map((line) => line.map((position) => drawnAt(window, position)))
  const points = shape.type === 'Point' || shape.type === 'MultiPoint'
  const [area] = [isArea(shape)]
  const path = lines.map((line) => `M${line.map(([x, y]) => `${x} ${y}`).join('L')}${points ? 'h0' : area ? 'z' : ''}`).join('')
  return { key, label, kind: points ? 'point' : area ? 'area' : 'line', path, at: lines[0]?.[0] ?? [0, 0] }
}

/** The longest round length under a third of the window. */
function scaleOf(window: MapWindow): DrawnPlaces['scale'] {
  const most = metresAcross(window) / 3
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((times) => times * power).find((length) => length <= most) ?? power
  return {
    length: Math.round((metres / metresAcross(window)) * window.width),
    words: metres < 1000 ? `${metres} m` : `${(metres / 1000).toLocaleString('fr-FR')} km`,
  }
}
