// What stands on and under a map: its buttons, and the line that says what was pointed at.
import type { Map as GlMap } from 'maplibre-gl'
import type { Bounds, Scene } from './scene.ts'
import { pointedAt } from './style.ts'

export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** A button with its name in French. */
export function button(name: string, sign: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button-secondary button-small'
  made.textContent = sign
  if (sign !== name) made.setAttribute('aria-label', name)
  made.title = name
  made.addEventListener('click', act)
  return made
}

export function addButtons(map: GlMap, holder: HTMLElement, bounds: Bounds | undefined): void {
  const bar = document.createElement('div')
  bar.className = 'ground-map-buttons'
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', 'La carte')
  const animate = !still()
  bar.append(button('Agrandir', '+', () => map.zoomIn({ animate })), button('Réduire', '−', () => map.zoomOut({ animate })))
  if (bounds !== undefined) bar.append(button('Tout voir', 'Tout voir', () => map.fitBounds(bounds, { padding: 32, animate })))
  holder.append(bar)
}

/** The longest round length under a third of the map, as it is now. */
export function addScale(map: GlMap, holder: HTMLElement): void {
  const bar = document.createElement('p')
  bar.className = 'ground-map-scale'
  holder.append(bar)
  const show = (): void => {
    const { lat } = map.getCenter()
    const perPixel = (40_075_017 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
    const room = perPixel * Math.min(holder.clientWidth / 3, 160)
    const power = 10 ** Math.floor(Math.log10(room))
    const metres = [5, 2, 1].map((times) => times * power).find((length) => length <= room) ?? power
    bar.style.width = `${metres / perPixel}px`
    bar.textContent = metres < 1000 ? `${metres} m` : `${(metres / 1000).toLocaleString('fr')} km`
  }
  map.on('move', show)
  show()
}

/** Pointing at an area or a point names it under the map, with the way to its page. */
export function namePointed(map: GlMap, root: HTMLElement, scene: Scene): void {
  const line = document.createElement('p')
  line.className = 'ground-map-said'
  line.setAttribute('role', 'status')
  root.querySelector('.ground-map-holder')?.after(line)
  const layers = pointedAt(scene)
  map.on('click', (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers })
    const rank = Number(hit?.properties['rank'])
    const named = hit?.layer.id === 'points' ? scene.points[rank] : scene.areas[rank]
    if (hit === undefined || named === undefined) return line.replaceChildren()
    const link = document.createElement('a')
    Object.assign(link, { href: named.href ?? '', textContent: named.name })
    line.replaceChildren(named.href === undefined ? named.name : link)
  })
  map.on('mousemove', (event) => {
    map.getCanvas().style.cursor = map.queryRenderedFeatures(event.point, { layers }).length > 0 ? 'pointer' : ''
  })
}
