// Installs what is missing and builds what changed, once at a time; says what takes time on standard error, and nothing elsewhere.
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build, isBuilt } from './build.mjs'
import { install, installNode24, isInstalled } from './install.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const lock = `${root}/build/.lock`

const say = (sentence) => void process.stderr.write(`Chapeau : ${sentence}\n`)

/** Ready to run (`dev` false), or to be tested too. Quick when nothing changed; two at once wait for one another. */
export async function prepare({ dev }) {
  if (isInstalled(root, dev) && isBuilt(root) && !(dev && wantsNode24())) return
  await alone(async () => {
    if (!isInstalled(root, dev)) {
      say('installation des composants, une vingtaine de secondes… (installing packages)')
      install(root, dev)
    }
    if (!isBuilt(root)) await build(root)
    if (dev && wantsNode24()) {
      say('installation de Node 24 pour les essais de compatibilité… (installing Node 24 for the compatibility run)')
      if (!installNode24(root)) say('Node 24 n’a pas pu être installé : ces essais seront sautés. (not available, that run is skipped)')
    }
  })
}

const wantsNode24 = () =>
  process.platform === 'linux' && process.arch === 'x64' && !process.versions.node.startsWith('24.') && !existsSync(`${root}/build/node24`)

/** Runs `work` under a lock on disk; the lock of a process that died is taken over. */
async function alone(work) {
  mkdirSync(`${root}/build`, { recursive: true })
  if (!tookLock()) {
    say('une autre préparation est en cours, un instant… (waiting for another setup)')
    while (!tookLock()) await wait(200)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function tookLock() {
  try {
    mkdirSync(lock)
    writeFileSync(`${lock}/process`, String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    releaseDead()
    return false
  }
}

function releaseDead() {
  try {
    if (!existsSync(`${lock}/process`)) {
      if (Date.now() - statSync(lock).mtimeMs > 5000) rmdirSync(lock)
      return
    }
    process.kill(Number(readFileSync(`${lock}/process`, 'utf8')), 0)
  } catch (error) {
    if (error.code === 'ESRCH') rmSync(lock, { recursive: true, force: true })
  }
}
