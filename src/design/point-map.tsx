// Points on a map without tiles: signs that differ by shape before colour, pale ones behind for the outline, a legend that counts.
import type { ComponentChildren, VNode } from 'preact'

/** The drawing of a sign: what its style is, whatever it stands for. */
export type SignKind = 'round' | 'square' | 'diamond' | 'cross' | 'triangle' | 'ring' | 'plus' | 'dash'
type Piece = {
  readonly key: string; readonly label: string; readonly width: number; readonly height: number
  /** SVG paths: all points, pale; then those to see, one path per sign. */
  readonly backdrop: string; readonly paths: readonly { readonly kind: SignKind; readonly path: string }[]
  /** Names to write beside the signs, where there is room for them. */
  readonly labels: readonly { readonly x: number; readonly y: number; readonly name: string }[]
  /** What someone who does not see the drawing hears. */
  readonly words: string
}
type LegendLine = { readonly kind: SignKind; readonly sign: string; readonly label: ComponentChildren; readonly count: number }

const Drawing = ({ piece }: { piece: Piece }) => (
  <svg class="map-drawing" viewBox={`0 0 ${piece.width} ${piece.height}`} width={piece.width} height={piece.height} role="img"
    aria-label={`${piece.label}\u00a0: ${piece.words}`} focusable="false">
    <path class="map-backdrop" d={piece.backdrop} />
    {piece.paths.map(({ kind, path }) => <path key={kind} class={`map-sign map-${kind}`} d={path} />)}
    {piece.labels.map(({ x, y, name }) => <text key={`${x} ${y}`} class="map-label" x={x} y={y}>{name}</text>)}
  </svg>
)

type Props = {
  readonly pieces: readonly Piece[]; readonly legend: readonly LegendLine[]; readonly children?: ComponentChildren
  /** Puts the large drawing under a map one can move. */
  readonly under?: (drawing: VNode) => VNode
}

/** The first piece large, the others in small boxes beside their names; `children`: what the map cannot show. */
export const PointMap = ({ pieces: [first, ...others], legend, children, under = (drawing) => drawing }: Props) => (
  <div class="map">
    {first === undefined ? null : <div class="map-main">{under(<Drawing piece={first} />)}</div>}
    <div class="map-beside">
      <ul class="map-legend" aria-label="Légende">
        {legend.map(({ kind, sign, label, count }) => (
          <li key={kind}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
              <path class={`map-sign map-${kind}`} d={`M8 8${sign}`} />
            </svg>
            <span>{label}</span>
            <span class="map-count">{count.toLocaleString('fr-FR')}</span>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <ul class="map-insets">
          {others.map((piece) => <li key={piece.key}><Drawing piece={piece} /><span>{piece.label}</span></li>)}
        </ul>
      )}
      {children}
    </div>
  </div>
)
