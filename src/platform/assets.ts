// What the browser loads besides pages: built scripts and styles, fonts out of their packages. Only what is named is served.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routes } from './web.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.ico': 'image/x-icon',
}
const folder = join(dirname(fileURLToPath(import.meta.url)), 'assets')
const kept = new Map<string, Uint8Array<ArrayBuffer>>()

/** `fonts`: address → file inside a package. Versioned addresses never change; the others are asked again after an hour. */
export function assetRoutes(root: string, fonts: Readonly<Record<string, string>>) {
  const assets = routes()
  const require = createRequire(import.meta.url)
  assets.get(`${root}/*`, (c) => {
    const { path } = c.req
    const font = fonts[path]
    const name = path.slice(root.length + 1)
    const file = font !== undefined ? require.resolve(font) : /^[a-z0-9-]+\.[a-z0-9]+$/.test(name) ? join(folder, name) : undefined
    const bytes = file === undefined ? undefined : contents(file)
    if (bytes === undefined) return c.text('Introuvable', 404)
    const forever = font !== undefined || c.req.query('v') !== undefined
    return c.body(bytes, 200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    })
  })
  return assets
}

function contents(file: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = kept.get(file) ?? read(file)
  if (bytes !== undefined) kept.set(file, bytes)
  return bytes
}

function read(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(file))
  } catch {
    return undefined
  }
}
