// The PostgreSQL servers of one test run: the embedded one and Debian's, each with a migrated template to copy from.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { halt, initialise, launch, privateFolder, reach, serverIdentity, superuser, type Cluster } from '../platform/cluster.ts'
import { builtinLocale, findBinaries } from '../platform/cluster-binaries.ts'
import { migrate } from '../platform/migrate.ts'

/** A running server of the test run; `superuser` creates and drops databases, the tests themselves never use it. */
export type Engine = { readonly name: string; readonly superuser: pg.ClientConfig }

declare module 'vitest' {
  interface ProvidedContext {
    engines: readonly Engine[]
    missingEngines: readonly string[]
  }
}

export const template = 'chapeau_template'
const debianFolder = '/usr/lib/postgresql'
const runsFolder = join(tmpdir(), 'chapeau-tests')
/** A test asks for speed, not for surviving a power cut; `killing.test.ts` runs on a server with the real settings. */
const settings = ['fsync=off', 'full_page_writes=off', 'shared_buffers=48MB', 'max_connections=100', 'timezone=UTC', 'lc_messages=C']

/** The oldest server from 15 on that Debian's packages put on this machine. */
function debianServer(): { readonly major: string; readonly binaries: string } | undefined {
  if (!existsSync(debianFolder)) return undefined
  const majors = readdirSync(debianFolder).map(Number).filter((major) => major >= 15).sort((one, other) => one - other)
  const major = majors.find((candidate) => existsSync(join(debianFolder, String(candidate), 'bin', 'initdb')))
  return major === undefined ? undefined : { major: String(major), binaries: join(debianFolder, String(major), 'bin') }
}

type Plan = { readonly name: string; readonly binaries: string; readonly locale: readonly string[] }

function plans(): readonly Plan[] {
  const { identity } = serverIdentity(runsFolder)
  const embedded = findBinaries(identity)
  const debian = debianServer()
  return [
    { name: `embedded ${embedded.major}`, binaries: embedded.folder, locale: builtinLocale },
    ...(debian === undefined ? [] : [{ name: `Debian ${debian.major}`, binaries: debian.binaries, locale: ['--locale=C.UTF-8'] }]),
  ]
}

const clusterOf = (folder: string, plan: Plan): Cluster => {
  const place = join(folder, plan.name.replace(' ', '-').toLowerCase())
  return { ...serverIdentity(place), binaries: plan.binaries, data: place, sockets: `${place}.socket`, locale: plan.locale, settings }
}

async function started(cluster: Cluster, folder: string): Promise<void> {
  initialise(cluster)
  privateFolder(cluster.sockets, cluster.identity)
  launch(cluster, join(folder, 'postgres.log'))
  for (let tries = 0; tries < 400; tries += 1) {
    const client = await reach(superuser(cluster))
    if (client !== undefined) return await client.end()
    await wait(25)
  }
  throw new Error(`the server of ${cluster.data} does not answer: see ${join(folder, 'postgres.log')}`)
}

/** Debian's server with the settings of production, on a folder of its own, for measures; undefined where it is not installed. */
export async function startDebian(
  folder: string, more: readonly string[] = [],
): Promise<Engine & { readonly stop: () => Promise<void> } | undefined> {
  const plan = plans()[1]
  if (plan === undefined) return undefined
  const cluster = { ...clusterOf(folder, plan), settings: ['max_connections=100', 'timezone=UTC', 'lc_messages=C', ...more] }
  await started(cluster, folder)
  return { name: plan.name, superuser: superuser(cluster), stop: async () => void (await halt(cluster)) }
}

/** One database with every migration, made by an owner who is no superuser, as in production. */
async function prepareTemplate(cluster: Cluster): Promise<void> {
  const client = new pg.Client(superuser(cluster))
  await client.connect()
  await client.query('create role chapeau_owner login createrole createdb')
  await client.query(`create database ${template} owner chapeau_owner`)
  await client.end()
  await migrate({ ...superuser(cluster, template), user: 'chapeau_owner' }, 'migrations')
}

/** Servers of a run that was killed are stopped and their folders removed. */
async function sweep(): Promise<void> {
  for (const run of existsSync(runsFolder) ? readdirSync(runsFolder) : []) {
    if (existsSync(`/proc/${run}`) || !existsSync('/proc/self')) continue
    const folder = join(runsFolder, run)
    const clusters = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'PG_VERSION')))
    for (const name of clusters) {
      await halt({ binaries: '', data: join(folder, name), sockets: '', locale: [], settings: [] })
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Called by vitest before the first test file that needs a database; returns what it calls after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = join(runsFolder, String(process.pid))
  mkdirSync(folder, { recursive: true })
  const running = plans().map((plan) => ({ plan, cluster: clusterOf(folder, plan) }))
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(({ cluster }) => halt(cluster)))
    rmSync(folder, { recursive: true, force: true })
  }
  const starts = await Promise.allSettled(running.map(async ({ cluster }) => {
    await started(cluster, folder)
    await prepareTemplate(cluster)
  }))
  const failed = starts.find((start) => start.status === 'rejected')
  if (failed !== undefined) {
    await stop()
    throw failed.reason
  }
  const missing = running.length > 1 ? [] : [`PostgreSQL 15 or later in ${debianFolder}`]
  for (const name of missing) console.warn(`\n!!! ${name} is not installed: tests that need a server run on the embedded engine ONLY.\n`)
  project.provide('engines', running.map(({ plan, cluster }) => ({ name: plan.name, superuser: superuser(cluster) })))
  project.provide('missingEngines', missing)
  return stop
}
