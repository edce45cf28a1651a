// Writing an import into the plan: everything in one transaction and one set of changes, only if the plan is still what the dry run showed.
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { Grid } from '../../planning/sheets/grid.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Schema } from '../../schema.ts'
import { holdActions } from '../actions/actions.store.ts'
import { digestOf } from '../actions/change-digest.ts'
import { recordPlan } from '../actions/change-sets.store.ts'
import type { ObjectChange } from '../actions/change-sets.store.ts'
import { insertFrameworks } from '../frameworks/frameworks.store.ts'
import { namedOrientation } from '../frameworks/orientation.rules.ts'
import { insertOrientations } from '../frameworks/orientations.store.ts'
import { insertCostLines, insertFundingLines, updateCostLines, updateFundingLines } from '../funding/money-writes.store.ts'
import { insertEvents } from '../funding/steps.store.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { dryRun } from './dry-run.ts'
import type { DryRun } from './dry-run.ts'
import type { ComparedAction } from './import-compare.rules.ts'
import { endApplication, insertNames, listActionIds, replaceRows } from './imports.store.ts'
import type { ImportRow } from './imports.store.ts'

type Db = Kysely<Schema>
type Asked = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant; readonly today: PlainDate }

/** `stale`: the plan had changed since the dry run; a new one is kept, and nothing was written. */
export async function applyImport(db: Db, shown: ImportRow, grid: Grid, { operationId, by, at, today }: Asked): Promise<'applied' | 'stale'> {
  await holdOperation(db, operationId)
  await holdActions(db, await listActionIds(db))
  const run = await dryRun(db, grid, { choices: shown.choices, framework: shown.framework, today })
  if (run.digest !== shown.digest) {
    await replaceRows(db, operationId, shown.id, run.rows, { summary: run.summary, digest: run.digest, stale: true }, at)
    return 'stale'
  }
  const touched = run.compared.filter(({ verdict }) => verdict === 'created' || verdict === 'changed')
  const set = { setId: newId<'changeSet'>(), kind: 'import' as const, label: `Import de ${shown.fileName}`.slice(0, 300), by, at }
  await insertMade(db, operationId, run)
  const created = touched.filter(({ verdict }) => verdict === 'created')
    .flatMap(({ actionId, values, state, extra }) => (actionId === null ? [] : [{ id: actionId, values, state, extra }]))
  const changes = touched.flatMap((one) => one.changes)
  const money = moneyOf(touched)
  if (touched.length > 0) await recordPlan(db, operationId, { created, changes, others: money.others }, set)
  await writeMoney(db, { operationId, by, at }, money)
  await endApplication(db, shown.id, touched.length > 0 ? set.setId : null, at)
  await appendToJournal(db, operationId, by, at, {
    what: 'planImported', objectKind: 'sheetImport', objectId: shown.id, before: null,
    after: {
      fileName: shown.fileName, ...run.summary.counts, set: touched.length > 0 ? set.setId : null, seal: run.digest, changes: digestOf(changes),
        costLines: money.newCosts.length + money.costs.length,
      fundingLines: money.newFundings.length + money.fundings.length, organisations: run.summary.made.organisations.length,
        orientations: run.summary.made.orientations.length,
    },
  })
  return 'applied'
}

/** What the file names and nobody knew yet, before what points at it. */
async function insertMade(db: Db, operationId: Id<'operation'>, { names, orientations }: DryRun): Promise<void> {
  await insertNames(db, operationId, names.made.organisations, names.made.tags)
  await insertFrameworks(db, operationId, orientations.made.frameworks.map(({ id, name }) =>
    ({ id, name, kind: 'local' as const, conventionId: null, since: null, until: null, summary: '' })))
  await insertOrientations(db, operationId, orientations.made.orientations.map(({ number, title, ...place }) =>
    ({ ...place, ...namedOrientation(number, title) })))
}

const absent = { there: false, reason: '' }
const present = { there: true, reason: '' }
type Money = ReturnType<typeof moneyOf>

/** The lines to make and to change, the steps to record, and what the history keeps of them. */
function moneyOf(touched: readonly ComparedAction[]) {
  const others: ObjectChange[] = []
  const made = (objectId: string, objectKind: string): void => void others.push({ objectId, objectKind, field: 'presence', before: absent,
    after: present })
  const changed = (objectId: string, objectKind: string, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): void =>
    void others.push(...Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => ({ objectId, objectKind, field, before: before[field] ?? null, after: after[field] ?? null })))
  const costs = touched.flatMap(({ actionId, money }) => money.costs.map((change) =>
    ({ ...change, actionId, lineId: change.id ?? newId<'costLine'>() })))
  const fundings = touched.flatMap(({ actionId, money }) => money.fundings.map((change) =>
    ({ ...change, actionId, lineId: change.id ?? newId<'fundingLine'>() })))
  const told = (lineId: string, kind: string, before: object | null, after: object): void =>
    (before === null ? made(lineId, kind) : changed(lineId, kind, { ...before }, { ...after }))
  for (const { lineId, before, after } of costs) told(lineId, 'costLine', before, after)
  for (const { lineId, before, after } of fundings) told(lineId, 'fundingLine', before, after)
  const isNew = <One extends { readonly before: unknown; readonly actionId: Id<'action'> | null }>(one: One): boolean => one.before === null
    && one.actionId !== null
  return {
    others,
    newCosts: costs.filter(isNew).flatMap(({ lineId, actionId, after }) => (actionId === null ? [] : [{ ...after, id: lineId, actionId }])),
    costs: costs.filter(({ before }) => before !== null).map(({ lineId, after }) => ({ id: lineId, values: after })),
    newFundings: fundings.filter(isNew).flatMap(({ lineId, actionId, after }) => (actionId === null ? [] : [{ ...after, id: lineId, actionId }])),
    fundings: fundings.filter(({ before, after }) => before !== null && JSON.stringify(before) !== JSON.stringify(after))
      .map(({ lineId, after }) => ({ id: lineId, values: after })),
    steps: fundings.flatMap(({ lineId, step }) => (step === null ? []
      : [{ ...step, id: newId<'fundingEvent'>(), lineId, documentId: null, reason: 'Import' }])),
  }
}

async function writeMoney(db: Db, writer: { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant },
  money: Money): Promise<void> {
  const { operationId } = writer
  await insertCostLines(db, operationId, money.newCosts)
  await updateCostLines(db, operationId, money.costs)
  await insertFundingLines(db, operationId, money.newFundings)
  await updateFundingLines(db, operationId, money.fundings)
  if (money.steps.length > 0) await insertEvents(db, writer, money.steps)
}
