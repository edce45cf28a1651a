// The commune a bare point lies in, told from contours that are only so precise: near a border nobody can say.
import { metresPerDegree, metresToEdge } from '../../geometry/area.ts'
import { placeIn } from '../../geometry/crossings.ts'
import type { Box, MultiPolygon, Position } from '../../geometry/shape.ts'

type Contour = { readonly insee: string; readonly geometry: MultiPolygon; readonly precisionMetres: number }
/** `noContour`: none is loaded there; `nearBorder`: closer to a line than the line is sure. `candidates`: the communes it may be. */
export type CommuneAt =
  | { readonly known: true; readonly insee: string }
  | { readonly known: false; readonly why: 'noContour' | 'nearBorder'; readonly candidates: readonly string[] }

/** The box of places within so many metres. */
export function boxWithin([longitude, latitude]: Position, metres: number): Box {
  const [east, north] = metresPerDegree(latitude)
  return { west: longitude - metres / east, east: longitude + metres / east, south: latitude - metres / north, north: latitude + metres / north }
}

const holds = ({ coordinates }: MultiPolygon, at: Position): boolean => coordinates.some(([outer = [], ...holes]) =>
  placeIn(outer, at) !== 'outside' && holes.every((hole) => placeIn(hole, at) !== 'inside'))

/** `contours`: all those whose box comes within their precision of the point. */
export function communeAmong(contours: readonly Contour[], at: Position): CommuneAt {
  const holding = contours.filter(({ geometry }) => holds(geometry, at))
  const near = contours.filter(({ geometry, precisionMetres }) => metresToEdge(geometry, at) < precisionMetres)
  const [commune] = holding
  if (commune !== undefined && holding.length === 1 && near.length === 0) return { known: true, insee: commune.insee }
  const candidates = [...new Set([...holding, ...near].map(({ insee }) => insee))].sort()
  return { known: false, why: candidates.length === 0 ? 'noContour' : 'nearBorder', candidates }
}
