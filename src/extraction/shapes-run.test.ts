// Reading shapes in a process of its own, bundled as it is in production: every format, and what would hold or fill a process for ever.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { beforeAll, expect, it } from 'vitest'
import { shapesInChild } from './shapes-run.ts'
import { writeGeoPackage, writeShp } from './testing/shape-files.ts'
import { writeZip } from './testing/zip-file.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const built = new URL('../../build/tests/shapes/', import.meta.url)
const childFile = new URL('shapes-child.js', built)
const rings = [[[683_000, 7_036_000], [683_000, 7_037_000], [684_000, 7_037_000], [684_000, 7_036_000], [683_000, 7_036_000]]] as const
const banner = { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url)" }

beforeAll(async () => {
  await build({
    entryPoints: [`${here}shapes-child.ts`], outdir: fileURLToPath(built), bundle: true, platform: 'node', format: 'esm', target: 'node20',
    packages: 'external', banner,
  })
})

it('gives the same as this process would, whatever the format, with the place expected', async () => {
  const geopackage = await shapesInChild(await writeGeoPackage([{ name: 'a', rings }]), 'a.gpkg', { childFile })
  const shapefile = await shapesInChild(writeZip([{ name: 'a.shp', content: writeShp([{ name: 'a', rings }]) }]), 'a.zip', { childFile })
  expect(geopackage.ok && geopackage.file.crs).toEqual({ how: 'declared', code: 'EPSG:2154' })
  expect(shapefile.ok && shapefile.file.features[0]?.geometry).toEqual(geopackage.ok && geopackage.file.features[0]?.geometry)
  const chosen = await shapesInChild(writeZip([{ name: 'a.shp', content: writeShp([{ name: 'a', rings }]) }]), 'a.zip', { childFile, crs: 'EPSG:3857' })
  expect(chosen.ok && chosen.file.crs).toEqual({ how: 'chosen', code: 'EPSG:3857' })
}, 30_000)

it('answers a bomb, and gives up when nobody waits any more', async () => {
  const bomb = writeZip([{ name: 'a.shp', content: Buffer.alloc(60_000_000), deflate: true }])
  expect(await shapesInChild(bomb, 'a.zip', { childFile })).toEqual({ ok: false, problem: 'bomb' })
  expect(await shapesInChild(bomb, 'a.zip', { childFile, signal: AbortSignal.timeout(20) })).toEqual({ ok: false, problem: 'cancelled' })
}, 30_000)
