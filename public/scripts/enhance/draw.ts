// Drawing a place: points set by clicks or keys on the board the server drew, written as GeoJSON in the field of the form.
type Kind = 'Point' | 'LineString' | 'Polygon'
type Spot = readonly [x: number, y: number]
type Degrees = readonly [longitude: number, latitude: number]
type View = { x: number; y: number; width: number; height: number }

/** Every board of the page comes to life. */
export function enhanceDrawings(): void {
  for (const board of document.querySelectorAll<HTMLElement>('[data-draw]')) {
    const field = document.getElementById(board.dataset['draw'] ?? '')
    const drawing = board.querySelector('svg')
    if (field instanceof HTMLTextAreaElement && drawing !== null) enliven(board, drawing, field)
  }
}

const names: Readonly<Record<Kind, string>> = { Point: 'point', LineString: 'ligne', Polygon: 'surface' }
const least: Readonly<Record<Kind, number>> = { Point: 1, LineString: 2, Polygon: 3 }
const isKind = (value: unknown): value is Kind => value === 'Point' || value === 'LineString' || value === 'Polygon'

function enliven(board: HTMLElement, drawing: SVGSVGElement, field: HTMLTextAreaElement): void {
  const edge = (name: string): number => Number(board.dataset[name])
  const [west, south, east, north] = [edge('west'), edge('south'), edge('east'), edge('north')]
  const { width, height } = drawing.viewBox.baseVal
  const view: View = { x: 0, y: 0, width, height }
  const state: { kind: Kind; points: Spot[]; cursor: Spot } = { kind: 'Point', points: [], cursor: [width / 2, height / 2] }
  const part = (name: string): Element | null => board.querySelector(`[data-draw-${name}]`)
  const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
  const inDegrees = ([x, y]: Spot): Degrees => [rounded(west + (x / width) * (east - west)), rounded(north - (y / height) * (north - south))]
  const onBoard = ([longitude, latitude]: Degrees): Spot =>
    [((longitude - west) / (east - west)) * width, ((north - latitude) / (north - south)) * height]

  const show = (): void => {
    const { kind, points, cursor: [x, y] } = state
    const arm = view.width / 40
    drawing.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`)
    const line = points.map(([east, south]) => `${east} ${south}`).join('L')
    part('made')?.setAttribute('d', points.length < 2 || kind === 'Point' ? '' : `M${line}${kind === 'Polygon' ? 'z' : ''}`)
    part('points')?.setAttribute('d', points.map(([east, south]) => `M${east} ${south}h0`).join(''))
    part('cursor')?.setAttribute('d', `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`)
    for (const button of board.querySelectorAll<HTMLElement>('[data-draw-kind]')) {
      button.setAttribute('aria-pressed', String(button.dataset['drawKind'] === kind))
    }
  }
  const say = (sentence: string): void => {
    const status = part('status')
    if (status !== null) status.textContent = sentence
  }
  const where = (spot: Spot): string => {
    const [longitude, latitude] = inDegrees(spot)
    return `longitude ${longitude.toLocaleString('fr')}, latitude ${latitude.toLocaleString('fr')}`
  }
  const write = (sentence: string): void => {
    const { kind, points } = state
    field.value = points.length < least[kind] ? '' : JSON.stringify({ type: kind, coordinates: coordinates(kind, points.map(inDegrees)) })
    field.dispatchEvent(new Event('input', { bubbles: true }))
    const missing = least[kind] - points.length
    const lacks = missing > 0 && points.length > 0
    say(lacks ? `${sentence} Il manque ${missing} ${missing === 1 ? 'point' : 'points'} pour une ${names[kind]}.` : sentence)
    show()
  }
  const set = (spot: Spot): void => {
    state.cursor = spot
    state.points = state.kind === 'Point' ? [spot] : [...state.points, spot]
    write(`Point ${state.points.length} posé : ${where(spot)}.`)
  }
  const undo = (): void => {
    state.points = state.points.slice(0, -1)
    write(`Dernier point retiré : il en reste ${state.points.length}.`)
  }
  const zoom = (times: number): void => {
    const [x, y] = state.cursor
    const next = Math.min(Math.max(view.width * times, width / 256), width * 4) / view.width
    Object.assign(view, { x: x - (x - view.x) * next, y: y - (y - view.y) * next, width: view.width * next, height: view.height * next })
    show()
  }
  const move = (east: number, down: number): void => {
    const [x, y] = [state.cursor[0] + (east * view.width) / 100, state.cursor[1] + (down * view.width) / 100]
    state.cursor = [x, y]
    if (x < view.x || x > view.x + view.width) view.x = x - view.width / 2
    if (y < view.y || y > view.y + view.height) view.y = y - view.height / 2
    say(`Repère : ${where(state.cursor)}.`)
    show()
  }
  const acts: Readonly<Record<string, () => void>> = {
    undo, clear: () => { state.points = []; write('Dessin effacé.') }, in: () => zoom(0.5), out: () => zoom(2),
  }

  board.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null
    const kind = button?.dataset['drawKind']
    if (isKind(kind)) {
      state.kind = kind
      if (kind === 'Point') state.points = state.points.slice(-1)
      write(`Vous dessinez ${kind === 'Point' ? 'un point' : `une ${names[kind]}`}.`)
    }
    acts[button?.dataset['drawAct'] ?? '']?.()
  })
  drawing.addEventListener('click', (event) => {
    const box = drawing.getBoundingClientRect()
    set([view.x + ((event.clientX - box.left) / box.width) * view.width, view.y + ((event.clientY - box.top) / box.height) * view.height])
  })
  const keys: Readonly<Record<string, (times: number) => void>> = {
    ArrowLeft: (times) => move(-times, 0), ArrowRight: (times) => move(times, 0), ArrowUp: (times) => move(0, -times),
    ArrowDown: (times) => move(0, times), Enter: () => set(state.cursor), Backspace: undo, '+': () => zoom(0.5), '-': () => zoom(2),
  }
  drawing.addEventListener('keydown', (event) => {
    const act = keys[event.key]
    if (act === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    act(event.shiftKey ? 10 : 1)
  })
  // What was pasted is drawn, when it is simple enough to be changed here.
  const read = (): void => {
    const [kind, positions] = readSimple(field.value)
    if (kind === undefined) return
    state.kind = kind
    state.points = positions.map(onBoard)
    show()
  }
  field.addEventListener('change', read)
  board.hidden = false
  read()
  show()
}

function coordinates(kind: Kind, positions: readonly Degrees[]): unknown {
  const [first] = positions
  return kind === 'Point' ? first : kind === 'LineString' ? positions : [first === undefined ? positions : [...positions, first]]
}

/** A point, a line or an area without holes; nothing otherwise. */
function readSimple(text: string): readonly [Kind | undefined, readonly Degrees[]] {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('type' in value) || !('coordinates' in value) || !isKind(value.type)) return [undefined, []]
    const given: unknown = value.type === 'Point' ? [value.coordinates] : value.type === 'Polygon' && Array.isArray(value.coordinates)
      && value.coordinates.length === 1 ? value.coordinates[0] : value.coordinates
    const positions = Array.isArray(given) ? given.flatMap((one: unknown) => {
      const [longitude, latitude]: readonly unknown[] = Array.isArray(one) ? one : []
      return typeof longitude === 'number' && typeof latitude === 'number' ? [[longitude, latitude] as const] : []
    }) : []
    return positions.length === 0 ? [undefined, []] : [value.type, value.type === 'Polygon' ? positions.slice(0, -1) : positions]
  } catch {
    return [undefined, []]
  }
}
