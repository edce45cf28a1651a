// The import table of ARCHITECTURE.md as data: which kind of file may import which, and in what order the features stand.
import { posix } from 'node:path'
import { importsOf, isCode, isTest, type Source } from './sources.ts'

/** From the ground up: a feature imports itself and those before it. */
export const features = [
  'site', 'people', 'territories', 'addresses', 'register', 'operations', 'readings', 'acts', 'amendments', 'obligations', 'conformity',
  'conventions', 'sectors', 'levers', 'frameworks', 'actions', 'funding', 'posts', 'grants', 'plan', 'imports', 'effects', 'dashboard',
] as const

export const kinds = [
  'kernel', 'law', 'reading', 'amending', 'geometry', 'planning', 'schema', 'extraction', 'writing', 'platform', 'design', 'rules', 'part', 'store',
  'pages', 'routes', 'app', 'test',
] as const
type Kind = (typeof kinds)[number]
type Place = { readonly kind: Kind; readonly feature: string | undefined }
type Row = { readonly files: readonly Kind[]; readonly packages: RegExp | undefined }

const none = /^$/
const rooms = ['kernel', 'law', 'reading', 'amending', 'geometry', 'planning', 'schema', 'extraction', 'writing', 'platform', 'design'] as const
const inFeature = ['rules', 'part', 'store', 'pages'] as const

/** `files`: the kinds a kind may import; `packages`: npm packages and Node's own modules it may import, undefined for any. */
export const table: Readonly<Record<Kind, Row>> = {
  kernel: { files: ['kernel'], packages: none },
  law: { files: ['kernel', 'law'], packages: none },
  reading: { files: ['kernel', 'law', 'reading'], packages: none },
  amending: { files: ['kernel', 'law', 'reading', 'amending'], packages: none },
  geometry: { files: ['kernel', 'geometry'], packages: /^(polygon-clipping|proj4|robust-predicates)$/ },
  planning: { files: ['kernel', 'law', 'reading', 'geometry', 'planning'], packages: none },
  schema: { files: ['kernel', 'law', 'reading', 'amending', 'geometry', 'planning', 'schema'], packages: /^kysely$/ },
  extraction: { files: ['kernel', 'law', 'reading', 'geometry', 'planning', 'extraction'], packages: undefined },
  writing: { files: ['kernel', 'law', 'reading', 'amending', 'geometry', 'planning', 'writing'], packages: undefined },
  platform: { files: ['kernel', 'law', 'schema', 'platform'], packages: undefined },
  design: { files: ['kernel', 'design'], packages: /^(preact|node:)/ },
  rules: { files: ['kernel', 'law', 'reading', 'amending', 'geometry', 'planning', 'rules'], packages: none },
  part: { files: [...rooms, ...inFeature], packages: undefined },
  store: {
    files: ['kernel', 'law', 'reading', 'amending', 'geometry', 'planning', 'schema', 'platform', 'rules', 'part', 'store'], packages: undefined,
  },
  pages: { files: ['kernel', 'law', 'reading', 'amending', 'geometry', 'planning', 'design', 'rules', 'part', 'pages'], packages: /^preact/ },
  routes: { files: [...rooms, ...inFeature, 'routes'], packages: undefined },
  app: { files: kinds.filter((kind) => kind !== 'test'), packages: undefined },
  test: { files: kinds, packages: undefined },
}

/** Where a file of `src/` stands. */
export function placeOf(path: string): Place {
  const feature = /^src\/features\/([^/]+)\//.exec(path)?.[1]
  if (isTest({ path, text: '' }) || path.startsWith('src/testing/')) return { kind: 'test', feature }
  if (feature !== undefined) {
    const suffix = /\.(rules|store|pages|routes)\.tsx?$/.exec(path)?.[1]
    return { kind: kinds.find((kind) => kind === suffix) ?? 'part', feature }
  }
  const room = /^src\/([^/]+)\//.exec(path)?.[1]
  if (room !== undefined) return { kind: kinds.find((kind) => kind === room) ?? 'app', feature }
  if (/^src\/schema(-places)?\.ts$/.test(path)) return { kind: 'schema', feature }
  return { kind: path === 'src/paths.ts' || path === 'src/version.ts' ? 'kernel' : 'app', feature }
}

const floorOf = (feature: string): number => features.findIndex((known) => known === feature)

/** Why this file may not import that one, in a sentence; undefined when it may. */
export function breach(from: string, to: string): string | undefined {
  const [here, there] = [placeOf(from), placeOf(to)]
  const allowed = table[here.kind]
  if (!allowed.files.includes(there.kind)) {
    return `${from} (${here.kind}) imports ${to} (${there.kind}); a ${here.kind} file may import: ${allowed.files.join(', ')}`
  }
  if (here.kind === 'test' || here.feature === undefined || there.feature === undefined || here.feature === there.feature) return undefined
  if (floorOf(there.feature) < 0 || floorOf(there.feature) > floorOf(here.feature)) {
    return `${from} imports ${to}, a higher floor; the floors are: ${features.join(' → ')}`
  }
  const served = there.kind === 'pages' || there.kind === 'routes'
  if (here.kind === 'routes' && served) return `${from} imports the ${there.kind} of another feature: ${to}`
  return undefined
}

const resolveImport = (from: string, target: string): string => posix.join(posix.dirname(from), target)

/** Every breach of the table in these files, in sentences. */
export function breaches(sources: readonly Source[]): readonly string[] {
  return sources.filter((source) => isCode(source) && source.path.startsWith('src/')).flatMap((source) => importsOf(source).flatMap((target) => {
    if (target.startsWith('.')) return breach(source.path, resolveImport(source.path, target)) ?? []
    const { kind } = placeOf(source.path)
    const { packages } = table[kind]
    return packages === undefined || packages.test(target) ? [] : [`${source.path} (${kind}) imports the package ${target}`]
  }))
}

/** Circles of files, each as a path that comes back to its start. */
export function circles(sources: readonly Source[]): readonly string[] {
  const targets = new Map(sources.filter(isCode).map((source) =>
    [source.path, importsOf(source).filter((target) => target.startsWith('.')).map((target) => resolveImport(source.path, target))]))
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path)
    if (seenAt >= 0) found.push([...trail.slice(seenAt), path].join(' → '))
    if (seenAt >= 0 || done.has(path)) return
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of targets.keys()) walk(path, [])
  return found
}
