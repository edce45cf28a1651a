// The style of a map made from our own data: no font, no sprite, no server; a background of tiles only where one was set.
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { colourOf, inks } from './ink.ts'
import type { Scene, Tone } from './scene.ts'

/** Tiles of pictures around the world, set by whoever runs the program. */
export type Background = { readonly url: string; readonly attribution: string }
type Collection = Extract<StyleSpecification['sources'][string], { type: 'geojson' }>

const collection = (features: readonly object[]): Collection =>
  JSON.parse(JSON.stringify({ type: 'geojson', data: { type: 'FeatureCollection', features } }))
const feature = (properties: object, geometry: object): object => ({ type: 'Feature', properties, geometry })

export function styleOf(root: HTMLElement, scene: Scene, background: Background | undefined): StyleSpecification {
  const areas = scene.areas.map(({ tone, rings }, rank) => feature({ tone, rank }, { type: 'MultiPolygon', coordinates: rings }))
  const marks = scene.marks.map(({ place }) =>
    feature({}, place.length === 1 ? { type: 'Point', coordinates: place[0] } : { type: 'LineString', coordinates: place }))
  const points = scene.points.map(({ kind, at }, rank) => feature({ kind, rank }, { type: 'Point', coordinates: at }))
  return {
    version: 8,
    sources: {
      areas: collection(areas), marks: collection(marks), points: collection(points),
      ...(background !== undefined && { tiles: { type: 'raster', tiles: [background.url], tileSize: 256, maxzoom: 19 } }),
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': colourOf(root, '--raised') } },
      ...(background === undefined ? [] : [{ id: 'tiles', type: 'raster', source: 'tiles', paint: { 'raster-saturation': -0.5 } } as const]),
    ],
  }
}

/** What is ours, from the ground up: added once the hatches are there. */
export const layersOf = (root: HTMLElement, scene: Scene): readonly LayerSpecification[] => [
  ...tonesIn(scene).flatMap((tone) => areaLayers(root, tone)),
  { id: 'mark-lines', type: 'line', source: 'marks', paint: { 'line-color': colourOf(root, '--negative'), 'line-width': 5 } },
  markPoints(root, 'mark-points', 'marks', '--negative'),
  Object.keys(scene.signs).length === 0 ? markPoints(root, 'points', 'points', '--info') : {
    id: 'points', source: 'points', type: 'symbol',
    layout: { 'icon-image': ['concat', 'sign-', ['get', 'kind']], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  },
]

/** What matters above what is around. */
const depth: readonly Tone[] = ['ground', 'out', 'kept', 'in', 'unknown', 'lost', 'gained', 'problem']
const tonesIn = ({ areas }: Scene): readonly Tone[] => depth.filter((tone) => areas.some((area) => area.tone === tone))

function areaLayers(root: HTMLElement, tone: Tone): readonly LayerSpecification[] {
  const { fill, hatch, line, width, dash } = inks[tone]
  const common = { source: 'areas', filter: ['==', ['get', 'tone'], tone] } satisfies Partial<LayerSpecification>
  return [
    // Without a fill of its own an area is still one thing to point at.
    {
      ...common, id: `fill-${tone}`, type: 'fill',
      paint: fill === undefined ? { 'fill-opacity': 0 } : hatch === undefined ? { 'fill-color': colourOf(root, fill), 'fill-opacity': 0.7 }
        : { 'fill-pattern': tone, 'fill-opacity': 0.8 },
    },
    {
      ...common, id: `line-${tone}`, type: 'line', layout: { 'line-join': 'round', 'line-cap': dash === undefined ? 'round' : 'butt' },
      paint: { 'line-color': colourOf(root, line), 'line-width': width, ...(dash !== undefined && { 'line-dasharray': [...dash] }) },
    },
  ]
}

const markPoints = (root: HTMLElement, id: string, source: string, token: string): LayerSpecification => ({
  id, source, type: 'circle', filter: ['==', ['geometry-type'], 'Point'],
  paint: {
    'circle-radius': 6, 'circle-color': colourOf(root, token), 'circle-stroke-width': 2, 'circle-stroke-color': colourOf(root, '--raised'),
  },
})

/** The layers an area or a point answers from when it is pointed at. */
export const pointedAt = (scene: Scene): string[] => ['points', ...tonesIn(scene).filter((tone) => tone !== 'ground').map((tone) => `fill-${tone}`)]
