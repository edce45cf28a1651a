// A board to draw a point, a line or an area on, by the mouse or the keyboard: shown by the script, which writes GeoJSON in the field beside it.
import type { DrawnShape } from './shape-map.tsx'

/** Edges in degrees, size in units of the drawing. */
type Window = {
  readonly west: number; readonly south: number; readonly east: number; readonly north: number; readonly width: number; readonly height: number
}
const kinds = [['Point', 'Un point'], ['LineString', 'Une ligne'], ['Polygon', 'Une surface']] as const
const acts = [['undo', 'Retirer le dernier point'], ['clear', 'Tout effacer'], ['in', 'Agrandir'], ['out', 'Réduire']] as const

/** `shapes`: what is already there, to find one's way. `field`: id of the text area that holds the GeoJSON. */
export const DrawBoard = ({ window, shapes, field }: { window: Window; shapes: readonly DrawnShape[]; field: string }) => (
  <div class="draw" data-draw={field} data-west={window.west} data-south={window.south} data-east={window.east} data-north={window.north} hidden>
    <div class="draw-tools" role="group" aria-label="Que dessiner">
      {kinds.map(([kind, label]) => (
        <button key={kind} class="button button-secondary button-small" type="button" data-draw-kind={kind} aria-pressed="false">{label}</button>
      ))}
    </div>
    <svg class="draw-drawing" viewBox={`0 0 ${window.width} ${window.height}`} tabIndex={0} role="application" aria-label="Plan à dessiner"
      aria-describedby={`${field}-draw-help`}>
      <g class="draw-behind">{shapes.map(({ key, kind, path }) => <path key={key} class={`shape shape-${kind}`} d={path} />)}</g>
      <path class="draw-made" data-draw-made d="" />
      <path class="draw-points" data-draw-points d="" />
      <path class="draw-cursor" data-draw-cursor d="" />
    </svg>
    <div class="draw-tools" role="group" aria-label="Le dessin">
      {acts.map(([act, label]) => (
        <button key={act} class="button button-quiet button-small" type="button" data-draw-act={act}>{label}</button>
      ))}
    </div>
    <p class="field-hint" id={`${field}-draw-help`}>
      {'Cliquez pour poser un point. Au clavier : les flèches déplacent le repère (avec Maj, dix fois plus), Entrée pose un point, Retour arrière '}
      {'retire le dernier, + et − changent l’échelle.'}
    </p>
    <p class="draw-status" data-draw-status role="status" />
  </div>
)
