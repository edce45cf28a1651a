// What the journal keeps of a set of changes: how many, of which fields, and a digest by which the rows can be told untouched.
import { createHash } from 'node:crypto'
import { canonical } from '../../platform/journal.ts'

type Change = { readonly actionId: string; readonly field: string; readonly before: unknown; readonly after: unknown }
export type ChangeDigest = { readonly actions: number; readonly fields: Readonly<Record<string, number>>; readonly sha256: string }

/** The same changes give the same digest, whatever their order. */
export function digestOf(changes: readonly Change[]): ChangeDigest {
  const fields: Record<string, number> = {}
  for (const { field } of changes) fields[field] = (fields[field] ?? 0) + 1
  const rows = changes.map(({ actionId, field, before, after }) => canonical([actionId, field, before, after])).sort()
  return {
    actions: new Set(changes.map(({ actionId }) => actionId)).size, fields, sha256: createHash('sha256').update(rows.join('\n')).digest('hex'),
  }
}
