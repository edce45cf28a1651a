// The plan at its full size: ten thousand actions, forty thousand funding lines, on each engine, page after page as one reader asks for them, and
// each the first time after a write.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { demonstrationAccounts } from '../src/features/people/demonstration.ts'
import { findAccount, findOperationBySlug } from '../src/features/people/people.store.ts'
import { instant } from '../src/kernel/date.ts'
import { newId } from '../src/kernel/id.ts'
import { readConfig } from '../src/platform/config.ts'
import { inTenant } from '../src/platform/database.ts'
import { startDatabase } from '../src/platform/database-start.ts'
import { appendToJournal } from '../src/platform/journal.ts'
import { openLog } from '../src/platform/log.ts'
import type { Schema } from '../src/schema.ts'
import { fillBigPlan } from '../src/testing/big-plan.ts'
import { startDebian } from '../src/testing/engines.ts'
import { quantile } from './load.ts'
import { measureExporting } from './exporting.ts'
import { measureImporting } from './importing.ts'
import { signIn, startProgram } from './program.ts'
import type { Running, Tell } from './program.ts'

const size = { actions: 10_000, linesPerAction: 4 }
const operation = '/operations/lens-lievin'

/** What people ask of a plan, by family; each address is asked for in turn. */
const asked: Readonly<Record<string, readonly string[]>> = {
  table: ['/actions', '/actions?page=37', '/actions?tri=fin', '/actions?tri=-titre&lignes=200', '/actions?tri=-cout', '/actions?tri=porteur'],
  search: ['/actions?q=logements vacants', '/actions?q=ecole', '/actions?q="place du centre" -gare', '/actions?q=G-04321'],
  filter: [
    '/actions?etat=en-cours&etat=prevue', '/actions?en-retard=oui', '/actions?reste-a-financer=oui', '/actions?porteur=sans',
    '/actions?pilote=Personne 12', '/actions?q=logements&en-retard=oui&reste-a-financer=oui', '/actions?note=recentes',
    '/actions?dispositif=DETR&statut-financement=attribuee', '/actions?plusieurs-cadres=oui', '/actions?cout-ht-min=100000',
  ],
  group: ['/actions?grouper=etat', '/actions?grouper=orientation', '/actions?grouper=pilote'],
  columns: ['/actions?colonnes=cout-ht&colonnes=prevu&colonnes=attribue&colonnes=verse&colonnes=reste'],
  board: ['/actions?vue=tableau', '/actions?vue=tableau&etat=en-cours'],
  timeline: ['/actions?vue=frise'],
  calendar: ['/actions?vue=calendrier'],
  map: ['/actions?vue=carte'],
  coverage: ['/cadres', '/cadres/couverture'],
  funding: ['/financement', '/financement/maquette', '/financement/delais'],
  dashboard: [''],
}

type Filled = {
  /** Moves the journal, as every write does: what was remembered of the plan is asked again. */
  readonly write: () => Promise<void>
  readonly close: () => Promise<void>
}
/** Writes the big plan into the demonstration of this server, and lets the server take note of it. */
async function fill(root: string, environment: Readonly<Record<string, string>>): Promise<Filled> {
  const config = readConfig(environment)
  if (!config.ok) throw new Error(config.problems.join(' '))
  const database = await startDatabase<Schema>(config.value, `${root}/migrations`, openLog('silent'))
  const found = await findOperationBySlug(database.kysely, 'lens-lievin')
  const lead = await findAccount(database.kysely, demonstrationAccounts[0]?.email ?? '')
  if (found === undefined || lead === undefined) throw new Error('no demonstration to measure')
  await database.pool.query('set statement_timeout = 0')
  await inTenant(database, { operationId: found.id, personId: lead.id }, (db) => fillBigPlan(db, found.id, { ...size, by: lead.id }))
  const owner = new pg.Client(database.owner)
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
  return {
    close: database.close,
    write: async () => {
      const entry = { what: 'actionChanged', objectKind: 'action', objectId: newId(), before: null, after: null }
      await inTenant(database, { operationId: found.id, personId: lead.id }, (db) =>
        appendToJournal(db, found.id, lead.id, instant(new Date()), entry))
    },
  }
}

type Visits = { readonly name: string; readonly rounds: number; readonly before: () => Promise<void> }
/** Each address of a family asked `rounds` times over, one at a time; the first round warms up. */
async function measureFamily(running: Running, cookie: string, family: string, tell: Tell, { name, rounds, before }: Visits): Promise<void> {
  const waits: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    for (const address of asked[family] ?? []) {
      await before()
      const started = performance.now()
      const answer = await fetch(`${running.address}${operation}${address}`, { headers: { cookie }, redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`)
      if (round > 0) waits.push(performance.now() - started)
    }
  }
  waits.sort((one, other) => one - other)
  tell(`${name}.p50`, quantile(waits, 0.5), 'ms')
  tell(`${name}.p95`, quantile(waits, 0.95), 'ms')
}

async function measureOn(root: string, dataFolder: string, environment: Readonly<Record<string, string>>, engine: string, tell: Tell): Promise<void> {
  const first = await startProgram(root, dataFolder, 17_000 + (process.pid % 1000), environment)
  const filled = await fill(root, { CHAPEAU_DATA: dataFolder, ...environment })
  const cookie = await signIn(first.address, demonstrationAccounts[0]?.email ?? '')
  try {
    for (const family of Object.keys(asked)) {
      const name = `plan.${engine}.${family}`
      await measureFamily(first, cookie, family, tell, { name, rounds: 12, before: () => Promise.resolve() })
      await measureFamily(first, cookie, family, tell, { name: `${name}.after-a-write`, rounds: 5, before: filled.write })
    }
    await measureExporting(first, cookie, engine, tell)
    await measureImporting(first, cookie, tell, `${engine}.into-10000`, [209])
  } finally {
    await filled.close()
    await first.stop()
  }
}

/** Imports into the demonstration alone, on a place of their own. */
async function importOn(root: string, dataFolder: string, environment: Readonly<Record<string, string>>, engine: string, tell: Tell): Promise<void> {
  const running = await startProgram(root, dataFolder, 17_000 + (process.pid % 1000), environment)
  try {
    await measureImporting(running, await signIn(running.address, demonstrationAccounts[0]?.email ?? ''), tell, engine)
  } finally {
    await running.stop()
  }
}

/** Both engines in turn; where Debian's server is not installed, it says so and measures the embedded one alone. */
export async function measurePlan(root: string, tell: Tell): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-bench-plan-'))
  // The server runs under an identity of its own, which has to get in.
  chmodSync(folder, 0o755)
  try {
    await measureOn(root, join(folder, 'embedded'), {}, 'embedded', tell)
    await importOn(root, join(folder, 'imports'), {}, 'embedded', tell)
    const debian = await startDebian(folder)
    if (debian === undefined) process.stdout.write('plan: no Debian server on this machine, not measured\n')
    else {
      try {
        await ownerOn(debian.superuser)
        await measureOn(root, join(folder, 'unused'), { DATABASE_URL: await databaseFor(debian.superuser, 'plan') }, 'server', tell)
        await importOn(root, join(folder, 'unused'), { DATABASE_URL: await databaseFor(debian.superuser, 'imports') }, 'server', tell)
      } finally {
        await debian.stop()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asSuperuser = async (superuser: pg.ClientConfig, statement: string): Promise<void> => {
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query(statement)
  await client.end()
}
const ownerOn = (superuser: pg.ClientConfig): Promise<void> => asSuperuser(superuser, 'create role chapeau_owner login createrole createdb')

async function databaseFor(superuser: pg.ClientConfig, name: string): Promise<string> {
  await asSuperuser(superuser, `create database ${name} owner chapeau_owner`)
  return `postgresql://chapeau_owner@localhost/${name}?host=${encodeURIComponent(superuser.host ?? '')}`
}
