// Measures the program and writes docs/bench.md: one line a figure, machine-readable, with the machine named.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { demonstrationAccounts } from '../src/features/people/demonstration.ts'
import { loadTerritories } from '../src/features/territories/territories.store.ts'
import { readConvention } from '../src/reading/read.ts'
import { scoreSamples } from './accuracy.ts'
import { measureAmending } from './amending.ts'
import { measureGeo } from './geo.ts'
import { loadPage, quantile } from './load.ts'
import { signIn, startProgram } from './program.ts'
import { importList, listPath, measureRegister } from './register.ts'
import { measurePlan } from './plan.ts'
import { measureStates } from './state.ts'
import { publishThousand, rowsOfBench } from './thousand.ts'
import { measureWriting } from './writing.ts'

type Line = readonly [name: string, value: number, unit: string]
const root = fileURLToPath(new URL('..', import.meta.url))
const lines: Line[] = []

function tell(name: string, value: number, unit: string): void {
  const rounded = value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
  lines.push([name, rounded, unit])
  process.stdout.write(`${name} ${rounded} ${unit}\n`)
}

async function measureProgram(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'chapeau-bench-'))
  const port = 18_000 + (process.pid % 1000)
  try {
    const cold = await startProgram(root, dataFolder, port)
    tell('start.cold', cold.startedMs, 'ms')
    await cold.stop()
    const warm = await startProgram(root, dataFolder, port)
    tell('start.warm', warm.startedMs, 'ms')
    const cookie = await signIn(warm.address, demonstrationAccounts[0]?.email ?? '')
    const measure = async (name: string, path: string): Promise<void> => {
      const load = await loadPage(`${warm.address}${path}`, cookie, 8)
      tell(`${name}.rate`, load.perSecond, 'requests/s')
      tell(`${name}.p50`, load.p50Ms, 'ms')
      tell(`${name}.p95`, load.p95Ms, 'ms')
      tell(`${name}.size`, load.bytes / 1024, 'KiB')
    }
    await measure('front', '/')
    await measure('dashboard', '/operations/lens-lievin')
    await publishThousand(root, dataFolder)
    await measure(`dashboard.${rowsOfBench}`, '/operations/lens-lievin')
    await measure(`table.${rowsOfBench}`, '/operations/lens-lievin/echeances')
    const list = listPath(root)
    if (list !== undefined) {
      tell('register.kept', importList(root, dataFolder, list), 'ms')
      await measure('register.page', '/registre')
      await measure('register.search', '/registre?departement=Pas-de-Calais&etat=unknown&le=2026-12-31')
    }
    await warm.stop()
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

function measureReader(): void {
  const { gazetteer } = loadTerritories()
  const founding = join(root, '..', 'shared', 'data', 'convention-chapeau-lens-lievin.md')
  const text = readFileSync(existsSync(founding) ? founding : join(root, 'demonstration', 'convention-chapeau.md'), 'utf8')
  const times = Array.from({ length: 30 }, () => timed(() => readConvention(text, gazetteer)))
  tell('reader.first', times[0] ?? 0, 'ms')
  tell('reader.founding', quantile(times.slice(10).sort((one, other) => one - other), 0.5), 'ms')
  const long = text.repeat(Math.ceil(2_000_000 / text.length)).slice(0, 2_000_000)
  const spent = timed(() => readConvention(long, gazetteer))
  tell('reader.2MB', spent, 'ms')
  tell('reader.throughput', long.length / 1e6 / (spent / 1000), 'MB/s')
  for (const { set, kind, precision, recall } of scoreSamples(gazetteer)) {
    tell(`reader.${set}.${kind}.precision`, precision * 100, '%')
    tell(`reader.${set}.${kind}.recall`, recall * 100, '%')
  }
}

function timed(act: () => unknown): number {
  const started = performance.now()
  act()
  return performance.now() - started
}

function measureScripts(): void {
  const folder = join(root, 'build', 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const size = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
  tell('scripts.per-page', size / 1024, 'KiB gzipped')
}

function write(): void {
  const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, `
    + `${process.platform}, Node.js ${process.versions.node}`
  const page = `# Measures

Written by \`npm run bench\`; compare only figures of one run. Load: ten connections that never pause, from the same machine.
Reader: the founding convention (the demonstration text where it is absent), then the same text repeated to 2,000,000 characters;
precision and recall per kind of fact over the samples of \`src/reading/samples\` (\`open\`: seen by the authors of the engine; \`held\`: kept apart;
\`mutated\`: the open ones in other typographies). Amending: sixty pages of the founding convention with ten amendments of ten instructions, then the
founding text ten times over against a copy changed all along, the shortest of several runs, htmldiff-js on the same pair as paragraphs of HTML.
Plan: ten thousand actions and forty thousand funding lines in one operation, each page asked twelve times by one reader, on the embedded server and
on Debian's (\`server\`), then five times with a write before each visit, so that nothing is remembered
(\`after-a-write\`); exports of half of it; imports by the pages people use, from the file handed in to the plan written.
Geo: 2,000 sectors of 200 vertices (holes, several parts) and five million points, one core each: our index, flatbush with point-in-polygon-hao,
PostGIS with its plan forced by leaving out one index; \`times-slower\` than ours, every pair compared; then 26 million addresses in no order, from
file to file on two cores, \`memory\` summing the peaks of all processes.

- machine: ${machine}
- revision: ${revision}
- date: ${new Date().toISOString().slice(0, 10)}

\`\`\`
${lines.map((line) => line.join(' ')).join('\n')}
\`\`\`
`
  writeFileSync(join(root, 'docs', 'bench.md'), page)
}

/** Each part by itself with `npm run bench -- plan`; the page of measures is written when all of them ran. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  scripts: measureScripts, reader: measureReader, register: () => measureRegister(root, tell), state: () => measureStates(tell),
  amending: () => measureAmending(root, tell), writing: () => measureWriting(root, tell), plan: () => measurePlan(root, tell),
  geo: () => measureGeo(root, tell),
  program: measureProgram,
}
const chosen = process.argv.slice(2)
for (const [name, measure] of Object.entries(parts)) if (chosen.length === 0 || chosen.includes(name)) await measure()
if (chosen.length === 0) write()
