// A window on the ground, and where each position falls in its drawing.
import { isArea, linesOf } from './shape.ts'
import type { Geometry, Position } from './shape.ts'

/** A window on the ground: its edges in degrees, its size in units of the drawing. */
export type MapWindow = {
  readonly west: number; readonly south: number; readonly east: number; readonly north: number; readonly width: number; readonly height: number
}

/** At least so many degrees of latitude high (some 400 metres), with so much around. */
const [smallest, margin] = [0.004, 0.2]

/** The window that shows all of these, as high as `width` times `ratio`; undefined when there is nothing. */
export function windowAround(positions: readonly Position[], width: number, ratio: number): MapWindow | undefined {
  if (positions.length === 0) return undefined
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const [middleEast, middleNorth] = [(west + east) / 2, (south + north) / 2]
  const shrink = Math.cos((middleNorth * Math.PI) / 180)
  const high = Math.max(north - south, ((east - west) * shrink) * ratio, smallest) * (1 + 2 * margin)
  const wide = high / ratio / shrink
  return {
    west: middleEast - wide / 2, east: middleEast + wide / 2, south: middleNorth - high / 2, north: middleNorth + high / 2,
    width, height: Math.round(width * ratio),
  }
}

/** Where a position falls in the drawing of a window. */
export const drawnAt = ({ west, east, south, north, width, height }: MapWindow, [longitude, latitude]: Position): readonly [number, number] => [
  Math.round(((longitude - west) / (east - west)) * width * 10) / 10, Math.round(((north - latitude) / (north - south)) * height * 10) / 10,
]

/** Metres from the left edge of a window to its right edge, at its middle. */
const metresAcross = ({ west, east, south, north }: MapWindow): number =>
  (east - west) * 111_320 * Math.cos(((south + north) / 2) * (Math.PI / 180))

/** Lines as they are drawn in a window: a dot for each point, closed for an area. */
export function drawnPath(geometry: Geometry, window: MapWindow): string {
  const end = geometry.type === 'Point' || geometry.type === 'MultiPoint' ? 'h0' : isArea(geometry) ? 'z' : ''
  return linesOf(geometry).map((line) => `M${line.map((position) => drawnAt(window, position).join(' ')).join('L')}${end}`).join('')
}

/** The longest round length under a third of a window: in units of the drawing, and in words. */
export function roundScale(window: MapWindow): { readonly length: number; readonly words: string } {
  const most = metresAcross(window) / 3
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((times) => times * power).find((length) => length <= most) ?? power
  return {
    length: Math.round((metres / metresAcross(window)) * window.width),
    words: metres < 1000 ? `${metres} m` : `${(metres / 1000).toLocaleString('fr-FR')} km`,
  }
}
