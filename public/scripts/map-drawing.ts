// Drawing areas on a map: by the pointer with Terra Draw, by the keyboard with their corners as numbers; both write the field of the form.
import type { Map as GlMap } from 'maplibre-gl'
import { TerraDraw, TerraDrawModeUndoRedo, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { button } from './map/controls.ts'
import { listCorners } from './map/corners.ts'
import { colourOf } from './map/ink.ts'
import type { Scene } from './map/scene.ts'
import { type At, type Part, partsOf, rounded, textOf } from './map/shape-text.ts'
import { snapper } from './map/snap.ts'

type Hex = `#${string}`
type Mode = 'polygon' | 'select'

/** Inks as Terra Draw wants them. */
function hexOf(root: HTMLElement, token: string): Hex {
  const [red = 0, green = 0, blue = 0] = (colourOf(root, token).match(/[\d.]+/g) ?? []).map(Number)
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

function drawerOf(root: HTMLElement, map: GlMap, scene: Scene): TerraDraw {
  const near = snapper(scene)
  const snapping = {
    toCoordinate: true,
    toCustom: ({ containerX, containerY }: { containerX: number; containerY: number }, { project }: { project: Parameters<typeof near>[1] }) =>
      near({ x: containerX, y: containerY }, project),
  }
  const [fill, line, paper] = [hexOf(root, '--brand'), hexOf(root, '--carmine'), hexOf(root, '--raised')]
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    modes: [
      new TerraDrawPolygonMode({
        snapping,
        styles: { fillColor: fill, fillOpacity: 0.15, outlineColor: line, outlineWidth: 3, closingPointColor: line, snappingPointColor: fill },
      }),
      new TerraDrawSelectMode({
        flags: {
          polygon: { feature: { draggable: false, coordinates: { midpoints: true, draggable: true, deletable: true, snappable: snapping } } },
        },
        styles: {
          selectedPolygonColor: fill, selectedPolygonFillOpacity: 0.2, selectedPolygonOutlineColor: line, selectedPolygonOutlineWidth: 3,
          selectionPointColor: paper, selectionPointWidth: 6, selectionPointOutlineColor: line, selectionPointOutlineWidth: 2, midPointColor: line,
          midPointWidth: 4, midPointOutlineColor: paper,
        },
      }),
    ],
  })
}

export function startDrawing(root: HTMLElement, map: GlMap, scene: Scene): void {
  const field = document.getElementById(root.dataset['mapField'] ?? '')
  if (!(field instanceof HTMLTextAreaElement)) return
  const drawer = drawerOf(root, map, scene)
  const state: { parts: readonly Part[]; selected: string | number | undefined; past: string[] } = { parts: [], selected: undefined, past: [] }
  /** Holes are not drawn here: they go with the part they pierce. */
  const holes = new Map<string | number, readonly (readonly At[])[]>()
  const bar = toolsUnder(root)

  const say = (sentence: string): void => { bar.status.textContent = sentence }
  const setMode = (mode: Mode): void => {
    if (drawer.getMode() !== mode) drawer.setMode(mode)
    for (const [name, made] of bar.modes) made.setAttribute('aria-pressed', String(name === mode))
  }
  const load = (parts: readonly Part[]): void => {
    const mode = drawer.getMode() === 'polygon' ? 'polygon' : 'select'
    // Leaving the choice of an area takes its handles away: nothing to write down.
    state.parts = []
    if (drawer.getMode() !== 'static') drawer.setMode('static')
    drawer.clear()
    holes.clear()
    state.parts = parts
    state.selected = undefined
    const features = parts.map(([outer = []]) => ({
      type: 'Feature' as const, properties: { mode: 'polygon' }, geometry: { type: 'Polygon' as const, coordinates: [outer.map(([x, y]) => [x, y])] },
    }))
    for (const [rank, { id, valid, reason }] of drawer.addFeatures(features).entries()) {
      if (!valid) say(`La surface ${rank + 1} ne peut pas être modifiée sur la carte (${reason ?? ''}) : corrigez-la en chiffres.`)
      if (id !== undefined) holes.set(id, parts[rank]?.slice(1) ?? [])
    }
    setMode(mode)
    listCorners(bar.corners, state.parts, write)
  }
  const keep = (parts: readonly Part[], said: string): void => {
    const text = textOf(parts)
    if (text === field.value) return
    state.past.push(field.value)
    state.parts = parts
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
    say(said)
    listCorners(bar.corners, state.parts, write)
  }
  const write = (parts: readonly Part[], said: string): void => {
    keep(parts, said)
    load(parts)
  }
  /** What is drawn now, without the area being drawn. */
  const drawn = (): readonly Part[] => drawer.getSnapshot().flatMap(({ id, geometry, properties }) => {
    if (id === undefined || geometry.type !== 'Polygon' || properties['mode'] !== 'polygon' || properties['currentlyDrawing'] === true) return []
    const outer = (geometry.coordinates[0] ?? []).map(([longitude = 0, latitude = 0]): At => [rounded(longitude), rounded(latitude)])
    return outer.length < 4 ? [] : [[outer, ...(holes.get(id) ?? [])]]
  })

  drawer.start()
  drawer.on('finish', (id, { mode, action }) => {
    const moved = action === 'deleteCoordinate' ? 'Sommet retiré.' : action === 'insertMidpoint' ? 'Sommet ajouté.' : 'Sommet déplacé.'
    keep(drawn(), mode === 'polygon' ? 'Surface ajoutée.' : moved)
    if (mode !== 'polygon') return
    // Out of the event that closed it.
    setTimeout(() => {
      setMode('select')
      drawer.selectFeature(id)
    })
  })
  drawer.on('change', (_, type) => {
    if (type === 'delete' && drawn().length < state.parts.length) keep(drawn(), 'Surface retirée.')
  })
  drawer.on('select', (id) => { state.selected = id })
  drawer.on('deselect', () => { state.selected = undefined })

  const acts: Readonly<Record<string, () => void>> = {
    draw: () => {
      setMode('polygon')
      say('Cliquez pour poser chaque sommet ; cliquez sur le premier, ou Entrée, pour finir ; Échap abandonne.')
    },
    edit: () => {
      setMode('select')
      say('Cliquez sur une surface, puis tirez ses sommets ; clic droit sur un sommet pour le retirer.')
    },
    square: () => {
      const { lng, lat } = map.getCenter()
      const bounds = map.getBounds()
      const [wide, high] = [(bounds.getEast() - bounds.getWest()) / 8, (bounds.getNorth() - bounds.getSouth()) / 8]
      const corner = (x: number, y: number): At => [rounded(lng + x * wide), rounded(lat + y * high)]
      write([...state.parts, [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]]],
        'Carré ajouté au centre de la carte : changez ses sommets ci-dessous.')
    },
    remove: () => {
      if (state.selected === undefined) return say('Choisissez d’abord une surface, par « Modifier ».')
      drawer.removeFeatures([state.selected])
      keep(drawn(), 'Surface retirée.')
      state.selected = undefined
    },
    undo: () => {
      if (drawer.getModeState() === 'drawing' && drawer.undo()) return say('Dernier sommet retiré.')
      const before = state.past.pop()
      if (before === undefined) return say('Rien à annuler.')
      field.value = before
      field.dispatchEvent(new Event('input', { bubbles: true }))
      load(partsOf(before) ?? [])
      say('Dernier changement annulé.')
    },
  }
  for (const [name, made] of bar.buttons) made.addEventListener('click', () => acts[name]?.())
  field.addEventListener('change', () => {
    const parts = partsOf(field.value)
    if (parts === undefined) say('Ce texte n’est pas une surface en GeoJSON : la carte garde le tracé précédent.')
    else load(parts)
  })
  load(partsOf(field.value) ?? [])
  if (state.parts.length === 0) acts['draw']?.()
  else acts['edit']?.()
}

const tools = [
  ['draw', 'Dessiner une surface'], ['edit', 'Modifier'], ['square', 'Poser un carré au centre'], ['remove', 'Supprimer la surface choisie'],
  ['undo', 'Annuler le dernier geste'],
] as const

/** Buttons, what is said, and the corners as numbers, under the map. */
function toolsUnder(root: HTMLElement) {
  const bar = document.createElement('div')
  bar.className = 'draw-tools'
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', 'Dessiner')
  const buttons = new Map<string, HTMLButtonElement>(tools.map(([name, label]) => [name, button(label, label, () => undefined)]))
  bar.append(...buttons.values())
  const status = document.createElement('p')
  status.className = 'draw-status'
  status.setAttribute('role', 'status')
  const fold = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = 'Les sommets en chiffres'
  const corners = document.createElement('div')
  fold.append(summary, corners)
  root.querySelector('.ground-map-holder')?.after(bar, status, fold)
  const modes = new Map<Mode, HTMLButtonElement>()
  const [draw, edit] = [buttons.get('draw'), buttons.get('edit')]
  if (draw !== undefined) modes.set('polygon', draw)
  if (edit !== undefined) modes.set('select', edit)
  return { buttons, modes, status, corners }
}
