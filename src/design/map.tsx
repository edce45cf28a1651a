// A map one can move, over the drawing that says the same without script: the values it shows, and where its scripts are.
import type { ComponentChildren } from 'preact'
import { paths } from '../paths.ts'
import { mapScripts } from './assets.ts'
import type { SignKind } from './point-map.tsx'
import type { ShapeTone } from './shape-map.tsx'

type At = readonly [longitude: number, latitude: number]
type Rings = readonly (readonly At[])[]
/** `label`: its number in the table beside, empty for none; `name`: what is said when it is pointed at; `href`: its page. */
export type MapArea = {
  readonly label: string; readonly name: string; readonly tone: ShapeTone; readonly href?: string | undefined; readonly rings: readonly Rings[]
}
export type MapPoint = { readonly kind: string; readonly name: string; readonly href?: string | undefined; readonly at: At }
type Props = {
  /** What the map shows, said to who does not see it. */
  readonly label: string
  readonly areas?: readonly MapArea[] | undefined
  /** Where something is wrong: one position is a point, several a line. */
  readonly marks?: readonly { readonly label: string; readonly place: readonly At[] }[] | undefined
  readonly points?: readonly MapPoint[] | undefined
  /** The drawing of each kind of point, as its legend shows it; without, a disc. */
  readonly signs?: Readonly<Record<string, { readonly kind: SignKind; readonly sign: string }>> | undefined
  /** Where the points, and the areas under them, are fetched when they are too many for the page. */
  readonly pointsAt?: string | undefined
  /** Id of the text area that an area drawn on the map is written in. */
  readonly drawing?: string | undefined
  /** The drawing that stands there without script, on paper, and where the map cannot be drawn; its legend stays under the map. */
  readonly children: ComponentChildren
}

/** A ten-thousandth of a degree would be ten metres: six figures are a tenth of a metre, and a third less to send. */
const short = (at: At): At => [Math.round(at[0] * 1e6) / 1e6, Math.round(at[1] * 1e6) / 1e6]

export const GroundMap = ({ label, areas = [], marks = [], points = [], signs = {}, pointsAt, drawing, children }: Props) => {
  const shortened = areas.map((area) => ({ ...area, rings: area.rings.map((rings) => rings.map((ring) => ring.map(short))) }))
  const scene = JSON.stringify({ label, areas: drawing === undefined ? shortened : areas, marks, points, signs })
  return (
    <div class="ground-map" data-map={mapScripts.map} data-map-engine={mapScripts.engine} data-map-worker={mapScripts.worker}
      data-map-background={paths.mapBackground()} data-map-drawing={drawing === undefined ? undefined : mapScripts.drawing} data-map-field={drawing}
      data-map-scene={scene} data-map-points={pointsAt}>
      {children}
    </div>
  )
}
