// Drawing onto what is already there: the nearest corner of a neighbour, or else the nearest point of its lines, within some pixels.
import type { Scene } from './scene.ts'
import { type At, rounded } from './shape-text.ts'

type Spot = { readonly x: number; readonly y: number }
type Project = (longitude: number, latitude: number) => Spot
const [cornerReach, lineReach] = [14, 9]

/** A function from where the pointer is to where the point goes; undefined when nothing is near. */
export function snapper({ areas }: Scene) {
  const lines = areas.flatMap(({ rings }) => rings.flat())
  return (pointer: Spot, project: Project): [number, number] | undefined => {
    let corner: { at: At; far: number } | undefined
    let side: { at: At; far: number } | undefined
    for (const line of lines) {
      let from: { at: At; spot: Spot } | undefined
      for (const at of line) {
        const spot = project(at[0], at[1])
        const far = Math.hypot(spot.x - pointer.x, spot.y - pointer.y)
        if (far < Math.min(cornerReach, corner?.far ?? Infinity)) corner = { at, far }
        if (from !== undefined) {
          const share = shareOf(from.spot, spot, pointer)
          const foot = Math.hypot(from.spot.x + (spot.x - from.spot.x) * share - pointer.x, from.spot.y + (spot.y - from.spot.y) * share - pointer.y)
          if (foot < Math.min(lineReach, side?.far ?? Infinity)) {
            side = { at: [from.at[0] + (at[0] - from.at[0]) * share, from.at[1] + (at[1] - from.at[1]) * share], far: foot }
          }
        }
        from = { at, spot }
      }
    }
    const found = corner ?? side
    return found === undefined ? undefined : [rounded(found.at[0]), rounded(found.at[1])]
  }
}

/** How far along a line, from 0 to 1, its nearest point is. */
function shareOf(from: Spot, to: Spot, { x, y }: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const long = dx * dx + dy * dy
  return long === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / long))
}
