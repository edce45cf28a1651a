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
import { applyChanges, findChangeSet, listActionChanges } from './change-sets.store.ts'
import type { ChangeSet, ChangeSetRow } from './change-sets.store.ts'
import { listStanding } from './transitions.store.ts'

type Db = Kysely<Schema>
/** `otherObjects`: the set wrote no sheet, but parts of one. */
export type UndoProblem = 'unknownSet' | 'alreadyUndone' | 'otherObjects' | 'nothingToUndo'
export type FoundUndo = Undo & { readonly set: ChangeSetRow }

/** What taking this set back would change, and what it would leave: nothing is written. */
export async function previewUndo(
  db: Db, setId: Id<'changeSet'>, day: PlainDate, anyway = false,
): Promise<Outcome<FoundUndo, UndoProblem>> {
  const set = await findChangeSet(db, setId)
  if (set === undefined) return refused(['unknownSet'])
  if (set.undoneById !== null) return refused(['alreadyUndone'])
  const changes = await listActionChanges(db, setId)
  if (changes.length === 0) return refused(['otherObjects'])
  const standing = await listStandingActions(db, [...new Set(changes.map(({ actionId }) => actionId))], day)
  return accepted({ set, ...undo(changes, set.at, standing, await listCodes(db), anyway) })
}

/** Takes the set back. Two who do so at once wait for each other, and the second is refused. */
export async function undoSet(
  db: Db, operationId: Id<'operation'>, setId: Id<'changeSet'>, undoing: Pick<ChangeSet, 'setId' | 'label' | 'by' | 'at'> & { readonly day: PlainDate },
  anyway = false,
): Promise<Outcome<FoundUndo, UndoProblem>> {
  await holdOperation(db, operationId)
  await holdActions(db, (await listActionChanges(db, setId)).map(({ actionId }) => actionId))
  const found = await previewUndo(db, setId, undoing.day, anyway)
  if (!found.ok) return found
  if (found.value.changes.length === 0) return refused(['nothingToUndo'])
  const { day: _, ...set } = undoing
  await applyChanges(db, operationId, found.value.changes, { ...set, kind: 'undo', undoes: setId })
  return found
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
