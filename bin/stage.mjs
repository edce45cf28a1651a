// One step of the checks or of the tests: a program run in the open, timed, and what it counted.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program in the open, or, beside another one, keeps its words until it ends; its exit status. */
function run(program, words, beside = false) {
  const child = spawn(program, words, { cwd: root, stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => said.push(bytes))
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said))
      resolve(status ?? 1)
    })
  })
}

/** Runs a program of node_modules; it counts for one, passed or failed. */
export async function tool(name, script, words) {
  const began = Date.now()
  const passed = await run(process.execPath, [`node_modules/${script}`, ...words]) === 0
  return report({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, seconds: (Date.now() - began) / 1000 })
}

/** Runs suites of vitest.config.ts, each test counting for one; a run that dies without a count is one failure. `beside`: while another runs. */
export async function suites(name, projects, { node = process.execPath, beside = false } = {}) {
  const began = Date.now()
  const file = `${root}build/tests/${name.replaceAll(/\W+/g, '-')}.json`
  mkdirSync(`${root}build/tests`, { recursive: true })
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const words = ['run', '--passWithNoTests', ...reporters, ...projects.map((project) => `--project=${project}`)]
  const status = await run(node, ['node_modules/vitest/vitest.mjs', ...words], beside)
  const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
  const failed = status === 0 ? counted.numFailedTests : Math.max(1, counted.numFailedTests)
  return report({ name, passed: counted.numPassedTests, failed, skipped: counted.numPendingTests, seconds: (Date.now() - began) / 1000 })
}

export const verdict = ({ failed }) => (failed === 0 ? 'ok    ' : 'FAILED')

function report(stage) {
  console.log(`${verdict(stage)}  ${stage.name}: ${line(stage)} (${stage.seconds.toFixed(1)} s)\n`)
  return stage
}

export const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

export const total = (stages) => ({
  passed: stages.reduce((sum, { passed }) => sum + passed, 0),
  failed: stages.reduce((sum, { failed }) => sum + failed, 0),
  skipped: stages.reduce((sum, { skipped }) => sum + skipped, 0),
})

/** What needs no database and no browser: lint, types, and the rules of the house. */
export const checks = async () => [
  await tool('lint', 'oxlint/bin/oxlint', ['--type-aware']),
  await tool('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']),
  await suites('house', ['house']),
]
