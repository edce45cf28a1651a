// Taking back a set of changes, in one transaction and one new set.
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { undo } from '../../planning/action-undo.ts'
import type { Standing, Undo } from '../../planning/action-undo.ts'
import type { DatedState } from '../../planning/action-fields.ts'
import type { Schema } from '../../schema.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { holdActions, listActionValues } from './actions.store.ts'
import { findChangeSet, listActionChanges, listOtherChanges, recordPlan } from './change-sets.store.ts'
import type { ChangeSet, ChangeSetRow, ObjectChange } from './change-sets.store.ts'
import { listStanding } from './transitions.store.ts'

type Db = Kysely<Schema>
export type UndoProblem = 'unknownSet' | 'alreadyUndone' | 'nothingToUndo'
/** What goes back and what is left among objects other than sheets; `write` does it. */
type PartsUndo = { readonly changes: readonly ObjectChange[]; readonly kept: readonly ObjectChange[]; readonly write: () => Promise<void> }
/** Takes back what a set did to other objects, lines of money for instance: given by the feature that keeps them. */
export type UndoParts = (db: Db, operationId: Id<'operation'>, changes: readonly ObjectChange[], at: Instant) => Promise<PartsUndo>
export type FoundUndo = Undo & { readonly set: ChangeSetRow; readonly others: Omit<PartsUndo, 'write'> }
type Undoing = {
  readonly operationId: Id<'operation'>; readonly setId: Id<'changeSet'>; readonly day: PlainDate; readonly at: Instant; readonly parts: UndoParts
  /** Fields changed since are put back as well. */
  readonly anyway: boolean
}

/** What taking a set back would change, and what it would leave: nothing is written. */
export async function previewUndo(db: Db, undoing: Undoing): Promise<Outcome<FoundUndo, UndoProblem>> {
  const found = await decide(db, undoing)
  return found.ok ? accepted(found.value.found) : found
}

/** Takes a set back in a new one. Two who do so at once wait for each other, and the second is refused. */
export async function undoSet(
  db: Db, undoing: Undoing, by: Pick<ChangeSet, 'setId' | 'label' | 'by'>,
): Promise<Outcome<FoundUndo, UndoProblem>> {
  await holdOperation(db, undoing.operationId)
  await holdActions(db, (await listActionChanges(db, undoing.setId)).map(({ actionId }) => actionId))
  const decided = await decide(db, undoing)
  if (!decided.ok) return decided
  const { found, write } = decided.value
  if (found.changes.length + found.others.changes.length === 0) return refused(['nothingToUndo'])
  await write()
  await recordPlan(db, undoing.operationId, { created: [], changes: found.changes, others: found.others.changes },
    { ...by, at: undoing.at, kind: 'undo', undoes: undoing.setId })
  return accepted(found)
}

async function decide(db: Db, { operationId, setId, day, at, parts, anyway }: Undoing) {
  const set = await findChangeSet(db, setId)
  if (set === undefined) return refused<UndoProblem>(['unknownSet'])
  if (set.undoneById !== null) return refused<UndoProblem>(['alreadyUndone'])
  const changes = await listActionChanges(db, setId)
  const standing = await listStandingActions(db, [...new Set(changes.map(({ actionId }) => actionId))], day)
  const { write, ...others } = await parts(db, operationId, await listOtherChanges(db, setId), at)
  return accepted({ found: { set, others, ...undo(changes, set.at, standing, await listCodes(db), anyway) }, write })
}

async function listStandingActions(db: Db, ids: readonly Id<'action'>[], day: PlainDate): Promise<ReadonlyMap<Id<'action'>, Standing>> {
  const transitions = new Map<Id<'action'>, (DatedState & { readonly recordedAt: Instant })[]>()
  for (const { actionId, ...transition } of await listStanding(db, ids)) {
    const known = transitions.get(actionId)
    if (known === undefined) transitions.set(actionId, [transition])
    else known.push(transition)
  }
  return new Map((await listActionValues(db, ids, day)).map(({ id, values, extra, removedAt }) =>
    [id, { id, values, extra, there: removedAt === null, transitions: transitions.get(id) ?? [] }]))
}

/** The numbers of the actions in the plan, in lower case, and whose they are. */
export const listCodes = async (db: Db): Promise<ReadonlyMap<string, Id<'action'>>> =>
  new Map((await db.selectFrom('action').select(['id', 'code']).where('code', 'is not', null).where('removed_at', 'is', null).execute())
    .map(({ id, code }) => [code?.toLowerCase() ?? '', id]))
