// Two hundred sudden deaths during writes, of the program and of its database: every accepted write is there, and the journal holds.
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import { beforeAll, describe, it } from 'vitest'
import { newId, type Id } from '../kernel/id.ts'
import type { Schema } from '../schema.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { inTenant } from './database.ts'
import { startDatabase } from './database-start.ts'
import { verifyJournal } from './journal.ts'
import { openLog } from './log.ts'

const deathsOfEach = 50
const lanes = ['first', 'second']
const program = 'build/tests/writer.js'

type Writer = { readonly child: ChildProcess; readonly written: string[]; readonly faults: string[] }

function startWriter(dataFolder: string, operationId: string): Writer {
  const child = spawn(process.execPath, [program, dataFolder, operationId], { stdio: ['ignore', 'pipe', 'inherit'] })
  const writer: Writer = { child, written: [], faults: [] }
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word = '', ...rest] = line.split(' ')
    ;(word === 'written' ? writer.written : writer.faults).push(rest.join(' '))
  })
  return writer
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(5)) if (condition()) return
  throw new Error(`nothing for 30 seconds: ${what}`)
}

/** The process that serves the folder, 0 when none has said so. */
function postmasterOf(dataFolder: string): number {
  try {
    return Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

async function killProgram({ child }: Writer): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Kills the database under a writer: another must take its place, and the writer write again, with no help. */
async function killDatabase(writer: Writer, dataFolder: string): Promise<void> {
  const before = postmasterOf(dataFolder)
  process.kill(before, 'SIGKILL')
  // Survivors may still finish what they were at: only what the next server accepts counts.
  await until(() => ![0, before].includes(postmasterOf(dataFolder)), 'no other database')
  await writesAgain(writer, writer.written.length)
}

async function writesAgain(writer: Writer, from: number): Promise<void> {
  await until(() => writer.written.length > from + 2 || writer.child.exitCode !== null, 'no write')
  if (writer.child.exitCode !== null) throw new Error('the program died of the death of its database')
}

/** Kills in a random order at random moments; answers every write that was accepted. */
async function massacre(dataFolder: string, start: () => Writer): Promise<readonly string[]> {
  const order = shuffled([...Array.from({ length: deathsOfEach }, () => 'program'), ...Array.from({ length: deathsOfEach }, () => 'database')])
  const writers = [start()]
  for (const victim of order) {
    const writer = writers.at(-1) ?? start()
    await writesAgain(writer, 0)
    await wait(Math.random() * 20)
    await (victim === 'program' ? killProgram(writer) : killDatabase(writer, dataFolder))
    if (victim === 'program') writers.push(start())
  }
  const last = writers.at(-1) ?? start()
  await writesAgain(last, 0)
  await killProgram(last)
  const faults = writers.flatMap((writer) => writer.faults)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return writers.flatMap((writer) => writer.written)
}

const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
  items.map((item) => ({ item, rank: Math.random() })).sort((one, other) => one.rank - other.rank).map(({ item }) => item)

/** What the database holds after all that, read by a program that starts as any other. */
async function survivors(dataFolder: string, operationId: Id<'operation'>) {
  const database = await startDatabase<Schema>({ dataFolder, poolSize: 2 }, 'migrations', openLog('silent'))
  try {
    return await inTenant(database, { operationId, personId: null, readOnly: true }, async (db) => ({
      rows: (await db.selectFrom('organisation').select('id').execute()).map(({ id }) => String(id)),
      entries: (await db.selectFrom('journal_entry').select('object_id').execute()).map(({ object_id }) => object_id),
      verification: await verifyJournal(db, operationId),
    }))
  } finally {
    await database.close()
  }
}

describe('sudden death', () => {
  beforeAll(async () => {
    // Its packages inside: half the time of two hundred starts was spent finding them.
    const banner = { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url)" }
    await build({
      entryPoints: ['src/testing/writer.ts'], outfile: program, bundle: true, platform: 'node', format: 'esm',
      external: ['pg-native'], banner, logLevel: 'error',
    })
  })

  it.concurrent.for(lanes)('loses no accepted write and breaks no journal (%s lane: 50 of each)', async (_, { onTestFinished, expect }) => {
    const dataFolder = temporaryFolder(onTestFinished)
    const operationId = newId<'operation'>()
    const writers: Writer[] = []
    onTestFinished(() => {
      for (const { child } of writers) child.kill('SIGKILL')
      if (postmasterOf(dataFolder) > 0) process.kill(postmasterOf(dataFolder), 'SIGQUIT')
    })
    const accepted = await massacre(dataFolder, () => {
      const writer = startWriter(dataFolder, operationId)
      writers.push(writer)
      return writer
    })
    const { rows, entries, verification } = await survivors(dataFolder, operationId)
    const kept = new Set(rows)
    expect(accepted.filter((id) => !kept.has(id))).toEqual([])
    expect([...entries].sort()).toEqual([...rows].sort())
    expect(verification).toMatchObject({ entries: rows.length, breaks: [] })
    expect(accepted.length).toBeGreaterThan(deathsOfEach * 4)
  })
})
