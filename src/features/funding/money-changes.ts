// What an act on a line leaves behind: its changes field by field, undoable like those of a sheet, the day of the action, the journal.
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { Request } from '../../platform/web.ts'
import { writerOf } from '../actions/action-part.ts'
import { listHistory, recordObjectChanges } from '../actions/change-sets.store.ts'
import { touchAction } from '../actions/parts.store.ts'
import type { LineHistory } from './line-history.tsx'
import { listOrganisations } from './organisations.store.ts'

type Line = { readonly kind: 'costLine' | 'fundingLine'; readonly id: string; readonly actionId: Id<'action'>; readonly label: string }
type Said = Readonly<Record<string, unknown>>
const there = { there: true, reason: '' }
const gone = { there: false, reason: '' }

/** A line made. */
export const recordMade = (c: Request, line: Line, after: Said): Promise<void> =>
  record(c, line, [{ field: 'presence', before: gone, after: there }], null, after)

/** A line taken away. */
export const recordRemoved = (c: Request, line: Line, before: Said): Promise<void> =>
  record(c, line, [{ field: 'presence', before: there, after: gone }], before, null)

/** A line changed: only the fields that differ. */
export const recordChanged = (c: Request, line: Line, before: Said, after: Said): Promise<void> => record(c, line, Object.keys(after)
  .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
  .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null })), before, after)

type Change = { readonly field: string; readonly before: unknown; readonly after: unknown }
async function record(c: Request, { kind, id, actionId, label }: Line, changes: readonly Change[], before: Said | null, after: Said | null):
  Promise<void> {
  const { by, at, operationId } = writerOf(c)
  if (changes.length > 0) {
    await recordObjectChanges(c.var.db, operationId, changes.map((change) => ({ objectId: id, objectKind: kind, ...change })),
      { setId: newId(), kind: before === null ? 'entry' : 'edit', label: label.slice(0, 300), by, at })
  }
  await touchAction(c.var.db, { by, at }, actionId)
  await c.var.record({ objectKind: kind, objectId: id, before, after })
}

export async function historyOf(c: Request, id: string): Promise<LineHistory> {
  const organisations = await listOrganisations(c.var.db)
  return { lines: await listHistory(c.var.db, id), organisations: new Map(organisations.map((one) => [one.id, one.name])) }
}
