// The PostgreSQL that comes with the program: created, started, shared between our processes, watched over, stopped by the last one out.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import {
  forgetDeadPostmaster, halt, initialise, launch, postmaster, privateFolder, reach, serverIdentity, superuser, type Cluster,
} from './cluster.ts'
import { builtinLocale, clusterFolder, findBinaries, reachable, shortHash } from './cluster-binaries.ts'
import { startRefusal } from './config.ts'
import type { Log } from './log.ts'

export type Embedded = {
  /** As the owner of the tables, on the private socket. */
  readonly connection: pg.ClientConfig
  /** Number of the server's process, while there is one. */
  readonly postmaster: () => number | undefined
  /** Leaves the database; stops it when no other process of ours is in it. */
  readonly stop: () => Promise<void>
}

/** Advisory lock in the database `postgres`: shared by each process that uses the server, exclusive for the one that stops it. */
const presence = 4_242_000
const patience = 20_000
const logLimit = 10_000_000

/** The cluster of this data folder, as this machine and this user allow. */
function describeCluster(dataFolder: string, log: Log): { cluster: Cluster; logFile: string } {
  makeFolder(dataFolder)
  const { identity } = serverIdentity(join(dataFolder, 'postgres'))
  if (identity !== undefined) letCross(dataFolder)
  const place = clusterFolder(dataFolder, identity)
  const binaries = findBinaries(identity)
  if (place.moved || binaries.moved) {
    const places = { asked: dataFolder, data: place.folder, binaries: binaries.folder }
    log.info('the server runs as another user, who cannot enter the folder asked for', places)
  }
  const user = process.getuid?.() ?? 0
  const near = join(tmpdir(), `chapeau-${user}-${shortHash(place.folder)}`)
  const sockets = near.length < 85 && reachable(near, identity) ? near : `${place.folder}.socket`
  refuseOtherOwner(place.folder, identity?.uid ?? user)
  refuseOtherVersion(place.folder, binaries.major)
  const cluster: Cluster = {
    binaries: binaries.folder,
    data: place.folder,
    sockets,
    ...(identity !== undefined && { identity }),
    locale: builtinLocale,
    settings: ['shared_buffers=64MB', 'max_connections=60', 'timezone=UTC', 'lc_messages=C'],
  }
  return { cluster, logFile: join(dataFolder, 'postgres.log') }
}

/** Makes the folder, one level at a time (Node never comes back from some places it is asked to make whole), and tries to write in it. */
function makeFolder(dataFolder: string): void {
  try {
    const missing: string[] = []
    for (let folder = dataFolder; !existsSync(folder); folder = dirname(folder)) missing.unshift(folder)
    for (const folder of missing) mkdirSync(folder)
    rmdirSync(mkdtempSync(join(dataFolder, 'essai-')))
  } catch (cause) {
    throw startRefusal(`CHAPEAU_DATA vaut « ${dataFolder} » : Chapeau ne peut pas y écrire. Donnez un dossier à vous, ou ouvrez-lui celui-ci.`, cause)
  }
}

/** Root's own data folder lets the server's user cross it, not look into it; the folder of the database inside stays closed to all others. */
function letCross(dataFolder: string): void {
  const { uid, mode } = statSync(dataFolder)
  if (uid === process.getuid?.()) chmodSync(dataFolder, mode | 0o011)
}

function refuseOtherOwner(folder: string, user: number): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined || found.uid === user || process.getuid === undefined) return
  throw startRefusal(`La base de ${folder} appartient à un autre utilisateur (numéro ${found.uid}) : `
    + `relancez sous son nom, ou donnez un autre dossier dans CHAPEAU_DATA.`)
}

function refuseOtherVersion(folder: string, major: string): void {
  const file = join(folder, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : major
  if (found === major) return
  throw startRefusal(
    `La base de ${folder} est au format PostgreSQL ${found}, le serveur fourni est en version ${major} : `
    + 'relancez l’ancienne version de Chapeau pour sauvegarder, puis restaurez (docs/operations.md).')
}

/** A connection that holds our presence on a running server, starting it when nobody serves the folder. Throws after `patience`. */
async function enter(cluster: Cluster, logFile: string): Promise<pg.Client> {
  let child: ChildProcess | undefined
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const client = postmaster(cluster) === undefined ? undefined : await reach(superuser(cluster))
    if (client !== undefined && (await takePresence(client))) return client
    if (postmaster(cluster) === undefined && (child === undefined || child.exitCode !== null || child.signalCode !== null)) {
      privateFolder(cluster.sockets, cluster.identity)
      forgetDeadPostmaster(cluster)
      child = launch(cluster, logFile)
      child.on('error', () => {})
    }
    await wait(child === undefined || child.exitCode === null ? 40 : 150)
  }
  throw startRefusal(
    `La base de données de ${cluster.data} ne répond pas après ${patience / 1000} secondes : `
    + `un autre programme l’occupe peut-être ; son journal est ${logFile}.`)
}

/** False when the server is on its way out: its last user holds the lock alone. */
async function takePresence(client: pg.Client): Promise<boolean> {
  try {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock_shared($1) as held', [presence])
    if (rows[0]?.held === true) return true
  } catch { /* the server stopped between two words: the caller tries again */ }
  void client.end().catch(() => {})
  return false
}

/** The application's database and its owner, who is no superuser: as on a production server. */
async function prepare(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [presence + 1])
  try {
    const owner = await client.query("select from pg_roles where rolname = 'chapeau_owner'")
    if (owner.rowCount === 0) await client.query('create role chapeau_owner login createrole createdb')
    const database = await client.query("select from pg_database where datname = 'chapeau'")
    if (database.rowCount === 0) await client.query('create database chapeau owner chapeau_owner')
  } finally {
    await client.query('select pg_advisory_unlock($1)', [presence + 1])
  }
}

/** Starts the embedded database of this folder, or joins the one that runs, and keeps it running until `stop`. */
export async function startEmbedded(dataFolder: string, log: Log): Promise<Embedded> {
  const { cluster, logFile } = describeCluster(dataFolder, log)
  initialise(cluster)
  if (existsSync(logFile) && statSync(logFile).size > logLimit) truncateSync(logFile)
  const found = postmaster(cluster)
  let client = await enter(cluster, logFile)
  await prepare(client)
  log.info(found === undefined ? 'database started' : 'database joined', { data: cluster.data, process: postmaster(cluster) })

  let stopping = false
  let reviving: Promise<void> | undefined
  const watch = (watched: pg.Client): void => {
    client = watched
    watched.once('end', () => {
      if (!stopping) reviving = revive()
    })
  }
  const revive = async (): Promise<void> => {
    log.info('database lost, starting it again', { data: cluster.data })
    while (!stopping) {
      try {
        watch(await enter(cluster, logFile))
        return log.info('database back', { process: postmaster(cluster) })
      } catch (error) {
        log.error('database still lost', error)
      }
    }
  }
  watch(client)
  return {
    connection: { ...superuser(cluster, 'chapeau'), user: 'chapeau_owner' },
    postmaster: () => postmaster(cluster),
    stop: async () => {
      stopping = true
      await reviving
      await leave(client, cluster, log)
    },
  }
}

/** Gives our presence back; the last one out turns off the light. */
async function leave(client: pg.Client, cluster: Cluster, log: Log): Promise<void> {
  try {
    const { rows } = await client.query<{ alone: boolean }>(
      'select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as alone', [presence])
    if (rows[0]?.alone === true && (await halt(cluster))) {
      rmSync(cluster.sockets, { recursive: true, force: true })
      log.info('database stopped', { data: cluster.data })
    }
  } catch (error) {
    log.error('database left without a word', error)
  } finally {
    await client.end().catch(() => {})
  }
}
