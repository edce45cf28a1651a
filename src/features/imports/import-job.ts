// The work of an import beside the requests: reading the file, the dry run, the writing; its progress kept in the database, taken over when it stops.
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Grid } from '../../planning/sheets/grid.ts'
import { splitTables } from '../../planning/sheets/split-tables.ts'
import { dayInParis, instant } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { sheetsInChild } from '../../extraction/sheets-run.ts'
import { inTenant } from '../../platform/database.ts'
import type { Services } from '../../platform/web.ts'
import { findDocumentBytes } from '../readings/readings.store.ts'
import { applyImport } from './applying.ts'
import { dryRun } from './dry-run.ts'
import { claimImport, failImport, findGrid, findImport, keepGrid, replaceRows, updateImportProgress } from './imports.store.ts'
import type { ImportRow } from './imports.store.ts'
import { parsedGrid } from './kept-grid.ts'

type ImportJob = { readonly operationId: Id<'operation'>; readonly importId: Id<'sheetImport'> }

/** Team practice: an import that gives no sign of life for this long is taken over by whoever looks at it. */
export const importSilenceMs = 20_000
const signEveryMs = 1_000

const underWay = new Map<string, Promise<void>>()

/** Goes on with an import from the stage it is at, and comes back at once. `takenOver`: its first worker fell silent. */
export function startImport(services: Services, job: ImportJob, takenOver?: { seenAlive: Instant; now: Instant }): void {
  const before = underWay.get(job.importId)
  if (before !== undefined && takenOver !== undefined) return
  const running = (before ?? Promise.resolve()).then(() => run(services, job, takenOver))
    .catch(async (error: unknown) => {
      services.log.error('import failed', error, { import: job.importId })
      await inTenant(services.database, { operationId: job.operationId, personId: null }, (db) => failImport(db, job.importId, 'failed'))
    })
    .catch((error: unknown) => services.log.error('the failure of an import was not kept', error, { import: job.importId }))
    .finally(() => (underWay.get(job.importId) === running ? underWay.delete(job.importId) : false))
  underWay.set(job.importId, running)
}

/** Resolves when the imports this process started have ended: for a graceful stop, and for tests. */
export const importsEnded = async (): Promise<void> => {
  while (underWay.size > 0) await Promise.all(underWay.values())
}

async function run(services: Services, { operationId, importId }: ImportJob, takenOver?: { seenAlive: Instant; now: Instant }): Promise<void> {
  const { database, clock } = services
  const tenant = { operationId, personId: null }
  if (takenOver !== undefined && !(await inTenant(database, tenant, (db) => claimImport(db, importId, takenOver.seenAlive, takenOver.now)))) return
  const progress = { done: 0, total: 3 }
  const sign = setInterval(() => {
    inTenant(database, tenant, (db) => updateImportProgress(db, importId, { ...progress }, instant(clock()))).catch(() => {})
  }, signEveryMs)
  try {
    const shown = await inTenant(database, { ...tenant, readOnly: true }, (db) => findImport(db, importId))
    if (shown === undefined) return
    const now = () => ({ at: instant(clock()), today: dayInParis(clock()) })
    if (shown.stage === 'reading') {
      const grid = await readGrid(services, operationId, shown)
      progress.done = 1
      if (grid !== undefined) await check(services, operationId, shown, grid, now())
    } else if (shown.stage === 'checking' || shown.stage === 'applying') {
      const kept = await inTenant(database, { ...tenant, readOnly: true }, (db) => findGrid(db, importId))
      if (kept === undefined) throw new Error('an import without its cells')
      progress.done = 1
      const grid = parsedGrid(gunzipSync(kept).toString('utf8'))
      if (shown.stage === 'checking') await check(services, operationId, shown, grid, now())
      else await inTenant(database, tenant, (db) => applyImport(db, shown, grid, { operationId, by: shown.appliedBy ?? shown.by, ...now() }))
    }
  } finally {
    clearInterval(sign)
  }
}

/** The cells of the file, kept for what follows; undefined when there are none, which is kept as well. */
async function readGrid({ database, clock }: Services, operationId: Id<'operation'>, shown: ImportRow): Promise<Grid | undefined> {
  const tenant = { operationId, personId: null }
  const bytes = await inTenant(database, { ...tenant, readOnly: true }, (db) => findDocumentBytes(db, shown.documentId))
  if (bytes === undefined) throw new Error('an import without its document')
  const read = await sheetsInChild(bytes, shown.fileName)
  if (!read.ok) {
    await inTenant(database, tenant, (db) => failImport(db, shown.id, read.problem))
    return undefined
  }
  const grid = splitTables(read.grid)
  const kept = gzipSync(JSON.stringify(grid), { level: 3 })
  await inTenant(database, tenant, (db) => keepGrid(db, shown.id, kept, instant(clock())))
  return grid
}

async function check(
  { database }: Services, operationId: Id<'operation'>, shown: ImportRow, grid: Grid,
    { at, today }: { at: Instant; today: ReturnType<typeof dayInParis> },
): Promise<void> {
  await inTenant(database, { operationId, personId: null }, async (db) => {
    const run = await dryRun(db, grid, { choices: shown.choices, framework: shown.framework, today })
    await replaceRows(db, operationId, shown.id, run.rows, { summary: run.summary, digest: run.digest, stale: false }, at)
  })
}
