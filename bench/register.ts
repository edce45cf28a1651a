// The national register measured: the command from its launch to its last byte, the reading alone, the state of every operation on a day.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stateOn } from '../src/features/register/commune-state.rules.ts'
import { readListFile } from '../src/features/register/list-file.ts'
import { assemble } from '../src/features/register/register.rules.ts'
import { loadTerritoryCodes } from '../src/features/territories/territories.store.ts'
import { date, plusDays } from '../src/kernel/date.ts'

/** The State's list of December 2025; undefined where it does not lie beside the repository. */
export function listPath(root: string): string | undefined {
  const path = join(root, '..', 'shared', 'data', 'ort-communes-france.csv')
  return existsSync(path) ? path : undefined
}

const median = (runs: number, act: (run: number) => unknown): number =>
  Array.from({ length: runs }, (_, run) => timed(() => act(run))).sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0

function timed(act: () => unknown): number {
  const started = performance.now()
  act()
  return performance.now() - started
}

/** Medians of several runs. `register.command` counts everything: Node.js, the program, territories, 3 MB of JSON. */
export function measureRegister(root: string, tell: (name: string, value: number, unit: string) => void): void {
  const list = listPath(root)
  if (list === undefined) return void process.stdout.write('register: the list is not at hand, nothing is measured\n')
  const words = [join(root, 'build', 'cli.js'), 'register', list, '--on', '2026-11-22', '--json']
  tell('register.command', median(5, () => execFileSync(process.execPath, words, { maxBuffer: 50_000_000 })), 'ms')
  const bytes = readFileSync(list)
  const territories = loadTerritoryCodes()
  const reading = () => {
    const read = readListFile(bytes)
    return read.ok ? assemble(read.value.rows, territories, date('2025-12-16')) : undefined
  }
  tell('register.read', median(5, reading), 'ms')
  const operations = reading()?.operations ?? []
  tell('register.operations', operations.length, 'operations')
  tell('register.states', median(20, (run) =>
    operations.map(({ communes }) => communes.map((commune) => stateOn(commune, plusDays(date('2026-11-22'), run))))), 'ms')
}

/** Imports the list beside the running program, as an administrator does. */
export function importList(root: string, dataFolder: string, list: string): number {
  const words = [join(root, 'build', 'cli.js'), 'register', 'import', list]
  return timed(() => execFileSync(process.execPath, words, { env: { ...process.env, CHAPEAU_DATA: dataFolder }, stdio: 'ignore' }))
}
