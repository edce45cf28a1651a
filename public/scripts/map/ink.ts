// The inks of a map: the colours of the page in its present theme, and the hatches that tell areas apart without colour.
import type { Map as GlMap } from 'maplibre-gl'
import type { Scene, Tone } from './scene.ts'

type Stroke = { readonly line: string; readonly width: number; readonly dash?: readonly number[] }
type Ink = Stroke & { readonly fill?: string; readonly hatch?: 'rising' | 'falling' | 'dots' }

/** Names of tokens of the style sheet. The same lines as in the drawing without script. */
export const inks: Readonly<Record<Tone, Ink>> = {
  ground: { line: '--line-strong', width: 1.5 },
  in: { fill: '--brand-wash', line: '--brand', width: 2.5 },
  kept: { fill: '--brand-wash', line: '--brand', width: 2.5 },
  out: { line: '--ink-soft', width: 2, dash: [0.6, 2.4] },
  unknown: { fill: '--caution-wash', hatch: 'dots', line: '--caution', width: 2.5, dash: [4, 2] },
  gained: { fill: '--positive-wash', hatch: 'rising', line: '--positive', width: 2.5 },
  lost: { fill: '--negative-wash', hatch: 'falling', line: '--negative', width: 2.5, dash: [3, 2] },
  problem: { line: '--negative', width: 5 },
}

/** A token as the page computes it now: style sheets alone know which theme it is. */
export function colourOf(root: HTMLElement, token: string): string {
  const probe = root.ownerDocument.createElement('span')
  probe.style.color = `var(${token})`
  root.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

const size = 16

/** Draws the hatch of each tone into the images of the map. */
export function addHatches(map: GlMap, root: HTMLElement): void {
  for (const [tone, { hatch, line, fill }] of Object.entries(inks)) {
    const brush = hatch === undefined ? null : new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true })
    if (brush === null || hatch === undefined || fill === undefined || map.hasImage(tone)) continue
    brush.fillStyle = colourOf(root, fill)
    brush.fillRect(0, 0, size, size)
    brush.strokeStyle = brush.fillStyle = colourOf(root, line)
    brush.globalAlpha = 0.55
    brush.lineWidth = 1.4
    brush.beginPath()
    if (hatch === 'dots') dot(brush)
    else rule(brush, hatch === 'rising' ? size : 0)
    map.addImage(tone, brush.getImageData(0, 0, size, size))
  }
}

function rule(brush: OffscreenCanvasRenderingContext2D, start: number): void {
  for (const from of [-size, 0, size]) {
    brush.moveTo(from, start)
    brush.lineTo(from + size, size - start)
  }
  brush.stroke()
}

function dot(brush: OffscreenCanvasRenderingContext2D): void {
  for (const at of [4, 12]) {
    brush.moveTo(at, at)
    brush.arc(at, at, 1.4, 0, 7)
  }
  brush.fill()
}

/** Draws the sign of each kind of point as the legend has it, with a pale line around so that it stands on anything. */
export function addSigns(map: GlMap, root: HTMLElement, { signs }: Scene): void {
  for (const [kind, { kind: ink, sign }] of Object.entries(signs)) {
    const brush = new OffscreenCanvas(48, 48).getContext('2d', { willReadFrequently: true })
    if (brush === null || map.hasImage(`sign-${kind}`)) continue
    const { fill, stroke, strokeWidth } = strokesOf(root, ink)
    const path = outlineOf(sign)
    brush.scale(2, 2)
    brush.lineCap = 'round'
    brush.lineJoin = 'round'
    brush.strokeStyle = colourOf(root, '--raised')
    brush.lineWidth = strokeWidth + 2
    brush.stroke(path)
    brush.strokeStyle = stroke
    brush.lineWidth = strokeWidth
    brush.stroke(path)
    if (fill !== 'none') {
      brush.fillStyle = fill
      brush.fill(path)
    }
    map.addImage(`sign-${kind}`, brush.getImageData(0, 0, 48, 48), { pixelRatio: 2 })
  }
}

/** A canvas draws nothing of a line without length, which is how a dot is written. */
const outlineOf = (sign: string): Path2D => new Path2D(`M12 12${sign === 'h0' ? 'h.01' : sign}`)

/** How the style sheet draws a kind of sign. */
function strokesOf(root: HTMLElement, ink: string): { readonly fill: string; readonly stroke: string; readonly strokeWidth: number } {
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  probe.setAttribute('class', `map-sign map-${ink}`)
  root.append(probe)
  const { fill, stroke, strokeWidth } = getComputedStyle(probe)
  probe.remove()
  return { fill, stroke: stroke === 'none' ? fill : stroke, strokeWidth: Number.parseFloat(strokeWidth) }
}
