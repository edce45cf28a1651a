// Points, lines and areas on a small map without tiles: each with its number, a scale, and the same things told in words.
import type { ComponentChildren } from 'preact'

/** What a shape is drawn like, told by its line before its colour. `ground`: the outline of what is around. */
export type ShapeTone = 'in' | 'out' | 'unknown' | 'gained' | 'lost' | 'kept' | 'problem' | 'ground'
/** One thing drawn: the path of its lines, where its number stands; without a tone, as any other. */
export type DrawnShape = {
  readonly key: string; readonly kind: 'point' | 'line' | 'area'; readonly path: string; readonly label: string
  readonly at: readonly [x: number, y: number]; readonly tone?: ShapeTone
}
type Props = {
  readonly label: string; readonly width: number; readonly height: number; readonly shapes: readonly DrawnShape[]
  /** A length in units of the drawing, and what it is on the ground. */
  readonly scale: { readonly length: number; readonly words: string }
  readonly children?: ComponentChildren
}

/** Areas below, points on top. */
const inDepth = ['area', 'line', 'point'] as const

/** What is drawn is listed beside it by whoever shows it: `label` says what the drawing holds. */
export const ShapeMap = ({ label, width, height, shapes, scale, children }: Props) => (
  <figure class="shape-map">
    <svg class="shape-drawing" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} focusable="false">
      <rect class="shape-ground" x="0" y="0" width={width} height={height} />
      {inDepth.flatMap((depth) => shapes.filter(({ kind }) => kind === depth)).map(({ key, kind, path, tone }) => <path key={key}
        class={`shape shape-${kind}${tone === undefined ? '' : ` shape-${tone}`}`} d={path} />)}
      {shapes.filter(({ label: number }) => number !== '').map(({ key, label: number, at: [x, y] }) => <text key={key} class="shape-number" x={x + 7}
        y={y - 6}>{number}</text>)}
      <path class="shape-scale" d={`M12 ${height - 12}v-5v5h${scale.length}v-5`} />
      <text class="shape-scale-words" x={12} y={height - 22}>{scale.words}</text>
    </svg>
    {children}
  </figure>
)
