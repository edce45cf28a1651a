// Addresses of what the browser loads besides pages: style sheet, script, fonts, icons; and the file each font comes from.

/** Set by the bundler from the contents of the assets, so that an address changes when its content does. */
declare const ASSETS_VERSION: string | undefined

const version = typeof ASSETS_VERSION === 'string' ? `?v=${ASSETS_VERSION}` : ''

/** Where the application serves the built assets. */
export const assetsRoot = '/assets'

export const styleSheet = `${assetsRoot}/chapeau.css${version}`
export const browserScript = `${assetsRoot}/chapeau.js${version}`
/** The map: our script, the engine and its worker as their package has them, the script that draws. Only pages with a map load them. */
export const mapScripts = {
  map: `${assetsRoot}/map.js${version}`, engine: `${assetsRoot}/maplibre-gl.mjs${version}`, worker: `${assetsRoot}/maplibre-gl-worker.mjs${version}`,
  drawing: `${assetsRoot}/map-drawing.js${version}`,
} as const
export const favicon = `${assetsRoot}/favicon.svg${version}`

const atkinson = '@fontsource-variable/atkinson-hyperlegible-next/files'
const sourceSerif = '@fontsource-variable/source-serif-4/files'

/** Address of each font → the file in `node_modules` it is read from. Only these are served. */
export const fontFiles: Readonly<Record<string, string>> = Object.fromEntries(
  [
    [atkinson, 'atkinson-hyperlegible-next-latin-wght-normal.woff2'],
    [atkinson, 'atkinson-hyperlegible-next-latin-wght-italic.woff2'],
    [atkinson, 'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2'],
    [sourceSerif, 'source-serif-4-latin-wght-normal.woff2'],
    [sourceSerif, 'source-serif-4-latin-wght-italic.woff2'],
    [sourceSerif, 'source-serif-4-latin-ext-wght-normal.woff2'],
  ].map(([folder, name]) => [`${assetsRoot}/fonts/${name}`, `${folder}/${name}`]),
)

/** The faces the first screen needs: the interface, then the words of the law. */
export const preloadedFonts: readonly string[] = [
  `${assetsRoot}/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2`,
  `${assetsRoot}/fonts/source-serif-4-latin-wght-normal.woff2`,
]
