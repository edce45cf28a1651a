// What a map is told to show: the values the server wrote beside the drawing, and the box around them.
type At = readonly [longitude: number, latitude: number]
export type Rings = readonly (readonly At[])[]
export type Tone = 'in' | 'out' | 'unknown' | 'gained' | 'lost' | 'kept' | 'problem' | 'ground'
export type Scene = {
  readonly label: string
  /** `label`: its number in the table; `name`: what is said when it is pointed at. */
  readonly areas: readonly {
    readonly label: string; readonly name: string; readonly tone: Tone; readonly href?: string | undefined; readonly rings: readonly Rings[]
  }[]
  /** One position is a point, several a line. */
  readonly marks: readonly { readonly label: string; readonly place: readonly At[] }[]
  readonly points: readonly { readonly kind: string; readonly name: string; readonly href?: string | undefined; readonly at: At }[]
}
export type Bounds = [west: number, south: number, east: number, north: number]

export const sceneOf = (root: HTMLElement): Scene => JSON.parse(root.dataset['mapScene'] ?? '{}')

/** Around what is meant to be seen: the ground only when there is nothing else. Undefined for nothing at all. */
export function boundsOf({ areas, marks, points }: Scene): Bounds | undefined {
  const meant = areas.filter(({ tone }) => tone !== 'ground')
  const drawn = [...meant.flatMap(({ rings }) => rings.flat(2)), ...marks.flatMap(({ place }) => place), ...points.map(({ at }) => at)]
  return around(drawn.length > 0 ? drawn : areas.flatMap(({ rings }) => rings.flat(2)))
}

function around(places: readonly At[]): Bounds | undefined {
  if (places.length === 0) return undefined
  const bounds: Bounds = [180, 90, -180, -90]
  for (const [longitude, latitude] of places) {
    bounds[0] = Math.min(bounds[0], longitude)
    bounds[1] = Math.min(bounds[1], latitude)
    bounds[2] = Math.max(bounds[2], longitude)
    bounds[3] = Math.max(bounds[3], latitude)
  }
  return bounds
}

/** Where the number of an area stands: the middle of the box of its widest part. */
export function middleOf(rings: readonly Rings[]): At | undefined {
  const boxes = rings.map(([outer = []]) => around(outer)).filter((box) => box !== undefined)
  const [widest] = boxes.sort(([west, , east], [otherWest, , otherEast]) => (otherEast - otherWest) - (east - west))
  return widest === undefined ? undefined : [(widest[0] + widest[2]) / 2, (widest[1] + widest[3]) / 2]
}
