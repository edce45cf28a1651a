// From the sources to `build/`: what the browser loads, then the programs that Node runs (packages stay in node_modules).
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/** Name in `build/` → source; those that are not there are left out. */
const programs = {
  main: 'src/main.ts', cli: 'src/cli.ts', bench: 'bench/main.ts', child: 'src/extraction/child.ts',
  'sheets-child': 'src/extraction/sheets-child.ts', 'shapes-child': 'src/extraction/shapes-child.ts', 'pdf-child': 'src/writing/pdf-child.ts',
  'effects-worker': 'src/features/effects/batch-worker.ts', 'effects-parquet': 'src/features/effects/batch-parquet-child.ts',
}
const inputs = ['src', 'bench', 'public', 'bin', 'package-lock.json', 'tsconfig.json']
/** Packages of plain JavaScript that go inside the programs: finding their hundreds of files took half of every start. */
const inlined = ['@hono/node-server', 'hono', 'kysely', 'pg', 'preact', 'preact-render-to-string', 'saxes']
/** Files of packages that browsers load as they are: the engine of the maps, minified already. */
const served = ['maplibre-gl/dist/maplibre-gl.mjs', 'maplibre-gl/dist/maplibre-gl-worker.mjs']
const packages = {
  name: 'packages',
  setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
    if (kind === 'entry-point') return undefined
    const inside = inlined.some((name) => path === name || path.startsWith(`${name}/`)) || importer.includes('node_modules')
    return inside && path !== 'pg-native' ? undefined : { path, external: true }
  }),
}
const banner = { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url)" }
const stampFile = (root) => join(root, 'build', 'stamp')

const filesUnder = (place) =>
  !existsSync(place) ? [] : statSync(place).isFile() ? [place] : readdirSync(place).flatMap((name) => filesUnder(join(place, name)))

/** Changes whenever a source does: name, size and time of each. */
function stampOf(root) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of inputs.flatMap((input) => filesUnder(join(root, input)))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

export const isBuilt = (root) => existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === stampOf(root)

/** Written beside, then renamed: a program that starts meanwhile finds the old file or the new one, whole. */
function write(file, contents) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, contents)
  renameSync(`${file}.${process.pid}`, file)
}

export async function build(root) {
  const stamp = stampOf(root)
  const esbuild = await import('esbuild')
  const common = { absWorkingDir: root, bundle: true, write: false, format: 'esm', logLevel: 'warning', jsx: 'automatic', jsxImportSource: 'preact' }
  const version = await buildAssets(esbuild, root, common)
  const entryPoints = Object.fromEntries(Object.entries(programs).filter(([, source]) => existsSync(join(root, source))))
  const { outputFiles } = await esbuild.build({
    ...common, entryPoints, outdir: join(root, 'build'), platform: 'node', target: 'node20', plugins: [packages], banner, sourcemap: 'linked',
    define: { ASSETS_VERSION: JSON.stringify(version) },
  })
  for (const { path, contents } of outputFiles) write(path, contents)
  write(stampFile(root), stamp)
}

/** The scripts and style sheets of the pages, small; answers a version that changes with their contents. */
async function buildAssets(esbuild, root, common) {
  const outdir = join(root, 'build', 'assets')
  const topLevel = (folder, ending) => filesUnder(join(root, folder)).filter((file) => dirname(file) === join(root, folder) && file.endsWith(ending))
  const scripts = topLevel('public/scripts', '.ts').filter((file) => !file.endsWith('.test.ts'))
  const styles = existsSync(join(root, 'public/styles/chapeau.css')) ? [join(root, 'public/styles/chapeau.css')] : []
  const { outputFiles } = await esbuild.build({
    ...common, entryPoints: [...scripts, ...styles], outdir, entryNames: '[name]', platform: 'browser', target: ['es2022', 'safari17'], minify: true,
    external: ['/assets/*'],
  })
  const copied = [...topLevel('public', ''), ...served.map((name) => join(root, 'node_modules', name))]
  const plain = copied.map((file) => ({ path: join(outdir, basename(file)), contents: readFileSync(file) }))
  const hash = createHash('sha256')
  for (const { path, contents } of [...outputFiles, ...plain]) {
    hash.update(contents)
    write(path, contents)
  }
  return hash.digest('hex').slice(0, 12)
}
