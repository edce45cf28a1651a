// Places on a plane of our own: a box around them all, each at its point, as many names as fit without touching.

/** Degrees of WGS 84. */
export type MapPoint = { readonly longitude: number; readonly latitude: number }
type Placed<Kind> = MapPoint & { readonly kind: Kind }
type Named = MapPoint & { readonly label: string }
/** Units of the drawing. `spots`: where the signs of a kind stand, each once, as the beginnings of paths. */
export type PlaceMap<Kind> = {
  readonly width: number; readonly height: number; readonly spots: ReadonlyMap<Kind, readonly string[]>
  readonly labels: readonly { readonly x: number; readonly y: number; readonly name: string }[]
}

const width = 640
/** Degrees of latitude across at least, some kilometres, so that one place does not fill the map; and room around the outermost. */
const [narrowest, margin] = [0.04, 0.08]
/** Room a name takes: so much a letter, so much a line. */
const [letter, line] = [7.2, 15]

/**
 * Undefined without a place; `names`: what to write beside the signs, where there is room. A degree of longitude shrinks with the cosine of the
 * latitude at the middle.
 */
export function placeMap<Kind>(places: readonly Placed<Kind>[], names: readonly Named[] = []): PlaceMap<Kind> | undefined {
  const box = boxAround(places)
  if (box === undefined) return undefined
  const scale = width / (box.east - box.west)
  const height = Math.round((box.north - box.south) * (scale / box.shrink))
  const at = ({ longitude, latitude }: MapPoint) => (
    { x: Math.round((longitude - box.west) * scale), y: Math.round((box.north - latitude) * (scale / box.shrink)) })
  const spots = new Map<Kind, Set<string>>()
  for (const place of places) {
    const { x, y } = at(place)
    spots.set(place.kind, (spots.get(place.kind) ?? new Set<string>()).add(`M${x} ${y}`))
  }
  const labels = labelsOf(names.map((named) => ({ ...at(named), name: named.label })))
  return { width, height, spots: new Map([...spots].map(([kind, drawn]) => [kind, [...drawn]])), labels }
}

function boxAround(places: readonly MapPoint[]) {
  if (places.length === 0) return undefined
  let [west, east, south, north] = [180, -180, 90, -90]
  for (const { longitude, latitude } of places) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const shrink = Math.max(Math.cos(((south + north) / 2) * (Math.PI / 180)), 0.01)
  const [tall, wide] = [Math.max(north - south, narrowest) * (1 + 2 * margin), Math.max((east - west) * shrink, narrowest) * (1 + 2 * margin)]
  // Between a wide sheet and a square, whatever the shape of what is shown.
  const [across, up] = [Math.max(wide, tall), Math.max(tall, wide * 0.6)]
  const [middleEast, middleNorth] = [(west + east) / 2, (south + north) / 2]
  return {
    shrink, west: middleEast - across / shrink / 2, east: middleEast + across / shrink / 2, south: middleNorth - up / 2, north: middleNorth + up / 2,
  }
}

/** To the right of the sign, or to the left near the edge; a name that would touch another or hide a sign is left to the list. */
function labelsOf(drawn: readonly { readonly x: number; readonly y: number; readonly name: string }[]): PlaceMap<never>['labels'] {
  const labels: { label: PlaceMap<never>['labels'][number]; end: number }[] = []
  for (const { x, y, name } of drawn) {
    const wide = name.length * letter
    const start = x + 8 + wide > width ? x - 8 - wide : x + 8
    const hides = drawn.some((other) => (other.x !== x || other.y !== y) && Math.abs(other.y - y) < line / 2
      && other.x > start && other.x < start + wide)
    const free = !hides && start >= 0 && labels.every(({ label, end }) => Math.abs(label.y - (y + 4)) > line || label.x > start + wide || end < start)
    if (free && name !== '') labels.push({ label: { x: Math.round(start), y: y + 4, name }, end: start + wide })
  }
  return labels.map(({ label }) => label)
}

/** The middle of a GeoJSON geometry, whatever its kind; undefined for what is none. */
export function middleOf(shape: unknown): MapPoint | undefined {
  const positions = positionsOf(shape)
  if (positions.length === 0) return undefined
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
  return { longitude: middle(positions.map(([longitude]) => longitude)), latitude: middle(positions.map(([, latitude]) => latitude)) }
}

function positionsOf(shape: unknown): readonly (readonly [number, number])[] {
  if (typeof shape !== 'object' || shape === null) return []
  if (Array.isArray(shape)) {
    const [longitude, latitude]: readonly unknown[] = shape
    if (typeof longitude === 'number' && typeof latitude === 'number') {
      return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [[longitude, latitude]] : []
    }
    return shape.flatMap((part: unknown) => positionsOf(part))
  }
  return ['coordinates', 'geometries', 'geometry', 'features'].flatMap((name) => (name in shape ? positionsOf(Reflect.get(shape, name)) : []))
}
