// Perimeters turned into a drawing without tiles or script: their outlines, numbers, what is around, what is wrong, and a legend of what is there.
import type { ComponentChildren } from 'preact'
import { GroundMap } from '../../design/map.tsx'
import type { MapArea } from '../../design/map.tsx'
import { ShapeMap } from '../../design/shape-map.tsx'
import type { DrawnShape, ShapeTone } from '../../design/shape-map.tsx'
import { drawnAt, drawnPath, roundScale, windowAround } from '../../geometry/map-window.ts'
import type { MapWindow } from '../../geometry/map-window.ts'
import { boxAround, ringsOf } from '../../geometry/shape.ts'
import type { Geometry, MultiPolygon, Position } from '../../geometry/shape.ts'

/** `label`: its number in the table beside; empty for what has none. `name`, `href`: what the map says of it when it is pointed at. */
export type MappedArea = {
  readonly key: string; readonly label: string; readonly geometry: MultiPolygon; readonly tone: ShapeTone; readonly name?: string
  readonly href?: string
}
/** Where something is wrong: one position is a point, several a line. */
export type MappedMark = { readonly key: string; readonly label: string; readonly place: readonly Position[] }
type Ground = { readonly insee: string; readonly geometry: MultiPolygon }

const [width, ratio] = [720, 0.62]

const toneWords: Readonly<Record<ShapeTone, string>> = {
  in: 'en vigueur', out: 'pas en vigueur', unknown: 'inconnu', gained: 'gagné', lost: 'perdu', kept: 'inchangé', problem: 'à corriger',
  ground: 'limite de commune',
}

type Props = {
  readonly label: string; readonly areas: readonly MappedArea[]; readonly marks?: readonly MappedMark[] | undefined
  readonly ground?: readonly Ground[] | undefined; readonly children?: ComponentChildren
  /** What a tone means here, when it is not what it usually does. */
  readonly words?: Partial<Readonly<Record<ShapeTone, string>>>
}

/** Nothing when there is nothing to draw. */
export const SectorMap = ({ label, areas, marks = [], ground = [], children, words = {} }: Props) => {
  const window = windowOf(areas, marks)
  if (window === undefined) return null
  const shapes = drawnShapes(window, areas, marks, ground)
  const tones = [...new Set(shapes.flatMap(({ tone }) => tone ?? []))]
  return (
    <div class="sector-map">
      <GroundMap label={label} areas={mappedAmong(areas, ground)} marks={marks}>
        <ShapeMap label={label} width={window.width} height={window.height} shapes={shapes} scale={roundScale(window)}>
          {tones.length < 2 ? null : (
            <ul class="sector-legend" aria-label="Légende">
              {tones.map((tone) => (
                <li key={tone}>
                  <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true" focusable="false">
                    <path class={`shape shape-area shape-${tone}`} d="M3 3h28v10h-28z" />
                  </svg>
                  {words[tone] ?? toneWords[tone]}
                </li>
              ))}
            </ul>
          )}
          {children}
        </ShapeMap>
      </GroundMap>
    </div>
  )
}

const mapped = ({ label, name, tone, href, geometry }: MappedArea): MapArea =>
  ({ label, name: [name ?? label, toneWords[tone]].filter((word) => word !== '').join(', '), tone, href, rings: geometry.coordinates })
const grounded = ({ insee, geometry }: Ground): MapArea => ({ label: '', name: insee, tone: 'ground', rings: geometry.coordinates })

/** What an area is drawn among on the map of a form, and the field it is written in. */
export const mappedAmong = (areas: readonly MappedArea[], ground: readonly Ground[]): readonly MapArea[] =>
  [...ground.map(grounded), ...areas.map(mapped)]

const windowOf = (areas: readonly MappedArea[], marks: readonly MappedMark[]): MapWindow | undefined =>
  windowAround([...areas.flatMap(({ geometry }) => cornersOf(geometry)), ...marks.flatMap(({ place }) => place)], width, ratio)

/** The two corners of its box are enough to make room for it. */
function cornersOf(geometry: MultiPolygon): readonly Position[] {
  const box = boxAround(ringsOf(geometry).flat())
  return box === undefined ? [] : [[box.west, box.south], [box.east, box.north]]
}

function drawnShapes(
  window: MapWindow, areas: readonly MappedArea[], marks: readonly MappedMark[], ground: readonly Ground[],
): readonly DrawnShape[] {
  return [
    ...ground.map(({ insee, geometry }): DrawnShape =>
      ({ key: `ground ${insee}`, kind: 'area', path: drawnPath(geometry, window), label: '', at: [0, 0], tone: 'ground' })),
    ...areas.map(({ key, label, geometry, tone }): DrawnShape =>
      ({ key, kind: 'area', path: drawnPath(geometry, window), label, at: middleOf(geometry, window), tone })),
    ...marks.flatMap(({ key, label, place }): DrawnShape[] => {
      const shape = markShape(place)
      return shape === undefined ? [] : [{
        key, kind: shape.type === 'Point' ? 'point' : 'line', path: drawnPath(shape, window), label, tone: 'problem',
        at: drawnAt(window, place[0] ?? [0, 0]),
      }]
    }),
  ]
}

function markShape(place: readonly Position[]): Geometry | undefined {
  const [only, another] = place
  return only === undefined ? undefined : another === undefined ? { type: 'Point', coordinates: only } : { type: 'LineString', coordinates: place }
}

/** The middle of the box of its widest part: near enough for a number. */
function middleOf({ coordinates }: MultiPolygon, window: MapWindow): readonly [number, number] {
  const boxes = coordinates.flatMap(([outer = []]) => boxAround(outer) ?? [])
  const [widest] = boxes.toSorted((one, other) => (other.east - other.west) - (one.east - one.west))
  return widest === undefined ? [0, 0] : drawnAt(window, [(widest.west + widest.east) / 2, (widest.south + widest.north) / 2])
}

/** What a board to draw on starts from: a window around what is known, and its shapes behind. */
export function drawnBehind(areas: readonly MappedArea[], around: readonly Position[]) {
  const window = windowOf(areas, [{ key: '', label: '', place: around }])
  return window === undefined ? undefined : { window, shapes: drawnShapes(window, areas, [], []) }
}
