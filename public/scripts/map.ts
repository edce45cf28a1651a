// A map one can move, in the place of the drawing: loaded only on the pages that have one.
import type * as Engine from 'maplibre-gl'
import type * as Drawing from './map-drawing.ts'
import { addButtons, addScale, namePointed } from './map/controls.ts'
import { addHatches, addSigns } from './map/ink.ts'
import { type Bounds, boundsOf, middleOf, type Scene, sceneOf } from './map/scene.ts'
import { type Background, layersOf, styleOf } from './map/style.ts'

type GlMap = Engine.Map

/** Puts the map over the drawing of this element; without the means to draw it, the drawing stays. */
export async function openMap(root: HTMLElement): Promise<void> {
  const [scene, engine, background] = await Promise.all([sceneOf(root), loadEngine(root), backgroundOf(root)])
  const bounds = boundsOf(scene)
  const holder = document.createElement('div')
  holder.className = 'ground-map-holder'
  root.prepend(holder)
  root.classList.add('ground-map-on')
  try {
    const map = await drawn(engine, root, holder, { scene, bounds, background })
    addButtons(map, holder, bounds)
    addScale(map, holder)
    addLabels(engine, map, scene)
    if (background !== undefined) credit(holder, background)
    const drawing = root.dataset['mapDrawing']
    if (drawing === undefined) namePointed(map, root, scene)
    else await drawOn(root, map, scene)
    repaint(map, root, scene, background)
  } catch (error) {
    holder.remove()
    throw error
  }
}

async function loadEngine(root: HTMLElement): Promise<typeof Engine> {
  const engine: typeof Engine = await import(root.dataset['mapEngine'] ?? '')
  engine.setWorkerUrl(root.dataset['mapWorker'] ?? '')
  return engine
}

async function backgroundOf(root: HTMLElement): Promise<Background | undefined> {
  const answer = await fetch(root.dataset['mapBackground'] ?? '').catch(() => undefined)
  const given: Background | null = answer?.ok === true ? await answer.json() : null
  return given ?? undefined
}

type Shown = { readonly scene: Scene; readonly bounds: Bounds | undefined; readonly background: Background | undefined }

function drawn(engine: typeof Engine, root: HTMLElement, holder: HTMLElement, { scene, bounds, background }: Shown): Promise<GlMap> {
  const map = new engine.Map({
    container: holder, style: styleOf(root, scene, background), attributionControl: false, dragRotate: false, pitchWithRotate: false,
    touchPitch: false, cooperativeGestures: true, maxZoom: 20, fadeDuration: 0,
    ...(bounds !== undefined && { bounds, fitBoundsOptions: { padding: 32, maxZoom: 17 } }),
    locale: {
      'Map.Title': `${scene.label}. Les flèches déplacent la carte, + et − changent l’échelle.`,
      'CooperativeGesturesHandler.WindowsHelpText': 'Maintenez Ctrl et tournez la molette pour changer l’échelle',
      'CooperativeGesturesHandler.MacHelpText': 'Maintenez ⌘ et faites défiler pour changer l’échelle',
      'CooperativeGesturesHandler.MobileHelpText': 'Deux doigts pour déplacer la carte',
    },
  })
  map.on('style.load', () => {
    addHatches(map, root)
    addSigns(map, root, scene)
    for (const layer of layersOf(root, scene)) map.addLayer(layer)
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the map does not draw')), 20_000)
    map.once('load', () => {
      clearTimeout(late)
      resolve(map)
    })
    map.once('error', ({ error }) => reject(error))
  })
}

/** The numbers of the table, where each area is. */
function addLabels(engine: typeof Engine, map: GlMap, { areas, marks }: Scene): void {
  const places = [...areas.map(({ label, rings }) => ({ label, at: middleOf(rings) })), ...marks.map(({ label, place }) => ({ label, at: place[0] }))]
  for (const { label, at } of places) {
    if (label === '' || at === undefined) continue
    const element = document.createElement('span')
    element.className = 'ground-map-number'
    element.textContent = label
    new engine.Marker({ element }).setLngLat([at[0], at[1]]).addTo(map)
    // The table beside says the same: a number is nothing to stop at.
    element.removeAttribute('tabindex')
    element.setAttribute('aria-hidden', 'true')
  }
}

function credit(holder: HTMLElement, { attribution }: Background): void {
  const words = document.createElement('p')
  words.className = 'ground-map-credit'
  words.textContent = attribution
  holder.append(words)
}

async function drawOn(root: HTMLElement, map: GlMap, scene: Scene): Promise<void> {
  const { startDrawing }: typeof Drawing = await import(root.dataset['mapDrawing'] ?? '')
  startDrawing(root, map, scene)
}

/** The inks follow the theme of the system. */
function repaint(map: GlMap, root: HTMLElement, scene: Scene, background: Background | undefined): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (root.dataset['mapDrawing'] !== undefined) return
    map.setStyle(styleOf(root, scene, background), { diff: false })
  })
}
