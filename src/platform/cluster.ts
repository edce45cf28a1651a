// One PostgreSQL cluster on disk, reached through a private socket: create it, start it, see whether it answers, stop it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, lstatSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startRefusal } from './config.ts'

/** The user a server runs as when the program runs as root, whom PostgreSQL refuses. */
export type Identity = { readonly uid: number; readonly gid: number }
export type Cluster = {
  /** Folder of `initdb` and `postgres`. */
  readonly binaries: string
  readonly data: string
  /** Folder of the socket, closed to everyone else: whoever can open it is the owner. */
  readonly sockets: string
  readonly identity?: Identity
  /** Arguments of `initdb` beyond the encoding. */
  readonly locale: readonly string[]
  /** Settings of the server beyond the socket: `shared_buffers=64MB`. */
  readonly settings: readonly string[]
}

const asIdentity = (identity: Identity | undefined): { uid?: number; gid?: number } => (identity === undefined ? {} : { ...identity })

/** Root becomes the owner of the existing folder, or nobody (65534 on every Linux); anyone else stays who they are. */
export function serverIdentity(data: string): { identity?: Identity } {
  if (process.getuid?.() !== 0) return {}
  const found = statSync(data, { throwIfNoEntry: false })
  return { identity: found !== undefined && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : { uid: 65_534, gid: 65_534 } }
}

/** Makes a folder, or takes an existing one, that belongs to the server alone; refuses somebody else's, or a link. */
export function privateFolder(folder: string, identity: Identity | undefined): void {
  mkdirSync(dirname(folder), { recursive: true })
  const owner = identity?.uid ?? process.getuid?.() ?? 0
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (identity !== undefined) chownSync(folder, identity.uid, identity.gid)
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw startRefusal(`Le dossier ${folder} n’appartient pas au serveur de base de données, `
      + `ou d’autres peuvent y entrer : supprimez-le, puis relancez.`)
  }
}

/** Creates the cluster when there is none. Made beside and renamed once complete: an interrupted or doubled creation leaves no half. */
export function initialise(cluster: Cluster): void {
  if (existsSync(join(cluster.data, 'PG_VERSION'))) return
  const draft = `${cluster.data}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  privateFolder(draft, cluster.identity)
  const made = spawnSync(
    join(cluster.binaries, 'initdb'),
    ['-D', draft, '--username=postgres', '--auth=trust', '--encoding=UTF8', ...cluster.locale],
    { cwd: draft, encoding: 'utf8', ...asIdentity(cluster.identity) },
  )
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw startRefusal(`La base de données n’a pas pu être créée dans ${cluster.data} : ${(made.error?.message ?? made.stderr).trim()}`)
  }
  try {
    renameSync(draft, cluster.data)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(cluster.data, 'PG_VERSION'))) throw error
  }
}

/** Starts the server in a session of its own, so that neither Ctrl-C nor our own death takes it down in the middle of a write. */
export function launch(cluster: Cluster, logFile: string): ChildProcess {
  const socket = [`unix_socket_directories=${cluster.sockets}`, 'unix_socket_permissions=0700', 'port=5432', 'listen_addresses=']
  const settings = [...socket, ...cluster.settings]
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(join(cluster.binaries, 'postgres'), ['-D', cluster.data, ...settings.flatMap((setting) => ['-c', setting])], {
    cwd: cluster.data,
    detached: true,
    stdio: ['ignore', log, log],
    ...asIdentity(cluster.identity),
  })
  closeSync(log)
  child.unref()
  return child
}

/** How to connect as the superuser of the cluster. */
export const superuser = (cluster: Cluster, database = 'postgres'): pg.ClientConfig => ({
  host: cluster.sockets,
  port: 5432,
  ssl: false,
  user: 'postgres',
  database,
  connectionTimeoutMillis: 3000,
})

/** A connected client, or undefined when the server does not answer. */
export async function reach(connection: pg.ClientConfig): Promise<pg.Client | undefined> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch {
    void client.end().catch(() => {})
    return undefined
  }
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** False when Linux says that this process is something else than PostgreSQL, or a zombie; true when it cannot tell. */
function maybePostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return !existsSync('/proc/self/cmdline')
  }
}

/** The lines of `postmaster.pid`; none when the server takes it away at this very moment. */
function postmasterLines(cluster: Cluster): readonly string[] {
  try {
    return readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The process that serves this folder, when one does. */
export function postmaster(cluster: Cluster): number | undefined {
  const pid = Number(postmasterLines(cluster)[0])
  return Number.isInteger(pid) && pid > 0 && alive(pid) && maybePostgres(pid) ? pid : undefined
}

/**
 * After a crash the number in `postmaster.pid` may have passed to another program, and PostgreSQL would refuse to start for ever.
 * The number alone is replaced by one no process can have: the rest of the file lets PostgreSQL see survivors that still write.
 */
export function forgetDeadPostmaster(cluster: Cluster): void {
  const [pid, ...rest] = postmasterLines(cluster)
  if (rest.length === 0 || postmaster(cluster) !== undefined || !alive(Number(pid))) return
  writeFileSync(join(cluster.data, 'postmaster.pid'), ['2147483646', ...rest].join('\n'))
}

/** Stops the server (connections are cut, transactions in progress undone) and returns once it is gone; false after ten seconds. */
export async function halt(cluster: Cluster): Promise<boolean> {
  const pid = postmaster(cluster)
  if (pid === undefined) return true
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 400 && alive(pid) && maybePostgres(pid); tries += 1) await wait(25)
  return postmaster(cluster) === undefined
}
