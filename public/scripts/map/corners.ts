// The corners of a shape as numbers: every corner can be read, changed, added and taken away by the keyboard alone.
import { button } from './controls.ts'
import type { At, Part } from './shape-text.ts'
import { rounded } from './shape-text.ts'

/** More of them are better changed as text. */
const most = 200

/** Writes the list anew; `change` receives the parts as they become. */
export function listCorners(place: HTMLElement, parts: readonly Part[], change: (parts: readonly Part[], said: string) => void): void {
  const count = parts.flat(2).length
  if (count > most) return place.replaceChildren(`Le tracé a ${count} sommets : modifiez-les sur la carte ou dans le texte.`)
  place.replaceChildren(...parts.flatMap((part, rank) => part.map((ring, index) => {
    const group = document.createElement('fieldset')
    const legend = document.createElement('legend')
    legend.textContent = `${index === 0 ? 'Surface' : 'Trou dans la surface'} ${rank + 1}`
    const replace = (corners: readonly At[], said: string): void => {
      const closed = corners.length < 3 || corners[0] === undefined ? [] : [...corners, corners[0]]
      const rings = part.map((other, at) => (at === index ? closed : other))
      // A surface without its outer ring is gone, holes and all.
      const kept = (rings[0]?.length ?? 0) === 0 ? [] : rings.filter(({ length }) => length > 0)
      change(parts.map((other, at) => (at === rank ? kept : other)).filter(({ length }) => length > 0), said)
    }
    group.append(legend, cornerList(ring.slice(0, -1), replace))
    return group
  })))
}

function cornerList(corners: readonly At[], replace: (corners: readonly At[], said: string) => void): HTMLOListElement {
  const list = document.createElement('ol')
  list.className = 'ground-map-corners'
  list.append(...corners.map((corner, rank) => {
    const row = document.createElement('li')
    const moved = (axis: 0 | 1) => (degrees: number): void => {
      const at: At = axis === 0 ? [degrees, corner[1]] : [corner[0], degrees]
      replace(corners.map((other, index) => (index === rank ? at : other)), `Sommet ${rank + 1} déplacé.`)
    }
    const next = corners[(rank + 1) % corners.length] ?? corner
    const between: At = [rounded((corner[0] + next[0]) / 2), rounded((corner[1] + next[1]) / 2)]
    row.append(
      degrees(`Longitude du sommet ${rank + 1}`, corner[0], moved(0)), degrees(`Latitude du sommet ${rank + 1}`, corner[1], moved(1)),
      button(`Ajouter après le sommet ${rank + 1}`, 'Ajouter après', () =>
        replace([...corners.slice(0, rank + 1), between, ...corners.slice(rank + 1)], `Sommet ajouté après le ${rank + 1}.`)),
      button(`Retirer le sommet ${rank + 1}`, 'Retirer', () => replace(corners.filter((_, index) => index !== rank), `Sommet ${rank + 1} retiré.`)),
    )
    return row
  }))
  return list
}

function degrees(name: string, value: number, moved: (degrees: number) => void): HTMLInputElement {
  const input = document.createElement('input')
  Object.assign(input, { type: 'text', inputMode: 'decimal', className: 'input', value: String(value).replace('.', ','), size: 11 })
  input.setAttribute('aria-label', name)
  input.addEventListener('change', () => {
    const typed = Number(input.value.trim().replace(',', '.'))
    const sound = input.value.trim() !== '' && Number.isFinite(typed) && Math.abs(typed) <= 180
    input.setAttribute('aria-invalid', String(!sound))
    if (sound) moved(rounded(typed))
  })
  return input
}
