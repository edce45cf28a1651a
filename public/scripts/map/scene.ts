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
  /** The drawing of each kind of point, and the class that inks it. */
  readonly signs: Readonly<Record<string, { readonly kind: string; readonly sign: string }>>
}
export type Bounds = [west: number, south: number, east: number, north: number]

/** What the page holds, with what it leaves to be fetched. */
export async function sceneOf(root: HTMLElement): Promise<Scene> {
  const scene: Scene = JSON.parse(root.dataset['mapScene'] ?? '{}')
  const address = root.dataset['mapPoints']
  if (address === undefined) return scene
  const more: Pick<Scene, 'areas' | 'points'> = await (await fetch(address)).json()
  return { ...scene, ...more }
}

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

/** Where the number of an area stands: in its widest part, half-way up, in the middle of the longest stretch inside. */
export function middleOf(parts: readonly Rings[]): At | undefined {
  const boxes = parts.flatMap((rings) => { const box = around(rings[0] ?? []); return box === undefined ? [] : [{ rings, box }] })
  const [widest] = boxes.sort(({ box: [west, , east] }, { box: [otherWest, , otherEast] }) => (otherEast - otherWest) - (east - west))
  if (widest === undefined) return undefined
  const level = (widest.box[1] + widest.box[3]) / 2
  const sides = widest.rings.flatMap((ring) => crossed(ring, level)).sort((one, other) => one - other)
  const stretches = Array.from({ length: Math.floor(sides.length / 2) }, (_, rank) => [sides[rank * 2] ?? 0, sides[rank * 2 + 1] ?? 0] as const)
  const [longest = [widest.box[0], widest.box[2]]] = stretches.sort(([from, to], [otherFrom, otherTo]) => (otherTo - otherFrom) - (to - from))
  return [(longest[0] + longest[1]) / 2, level]
}

/** Longitudes at which a ring crosses a latitude. */
const crossed = (ring: readonly At[], level: number): readonly number[] => ring.flatMap((to, rank) => {
  const from = ring[rank - 1]
  return from === undefined || (from[1] > level) === (to[1] > level) ? [] : [from[0] + ((level - from[1]) / (to[1] - from[1])) * (to[0] - from[0])]
})
