// A posted sheet decided upon: what to write, what is in conflict with someone else's changes, or what to mend.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { changesBetween, sameValue } from '../../planning/action-changes.ts'
import { emptyAction } from '../../planning/action-fields.ts'
import type { ActionField, ActionValues, ValueChange } from '../../planning/action-fields.ts'
import { merge } from '../../planning/action-merge.ts'
import { mayEdit } from '../../planning/scope.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { unchangedSince } from './action-seal.ts'
import { askedIn, typedIn, yieldedIn } from './posted-sheet.rules.ts'
import { problemsOf, readSheet } from './sheet-form.rules.ts'
import type { FieldProblem, SheetTyped } from './sheet-form.rules.ts'
import { contextOf } from './sheet-scene.ts'
import type { SheetScene } from './sheet-scene.ts'
import { listCodes } from './undo.store.ts'

type Db = Kysely<Schema>
export type Posted = Readonly<Record<string, string>>
/** `merged`: fields someone else changed meanwhile, kept; `typed`: what was typed, for a form shown again. */
export type Decision =
  | { readonly kind: 'write'; readonly values: ActionValues; readonly changes: readonly ValueChange[]; readonly merged: readonly ActionField[] }
  | { readonly kind: 'conflict'; readonly fields: readonly ActionField[]; readonly values: ActionValues; readonly typed: SheetTyped }
  | { readonly kind: 'mend'; readonly problems: readonly FieldProblem[]; readonly typed: SheetTyped }

type Writing = {
  readonly operationId: Id<'operation'>; readonly scope: PlanScope; readonly scene: SheetScene; readonly posted: Posted
  /** The action as it is recorded; none for a new one. */
  readonly action?: { readonly id: Id<'action'>; readonly values: ActionValues } | undefined
}

/** Reads the form against what is recorded now; the caller holds the action. */
export async function decideSheet(db: Db, { operationId, scope, scene, posted, action }: Writing): Promise<Decision> {
  const recorded = action?.values ?? emptyAction
  const yielded = yieldedIn(posted)
  const asked = askedIn(posted).filter((field) => !yielded.includes(field))
  const typed = typedIn(posted, asked)
  const read = readSheet(typed, asked, await contextOf(db, operationId, scene, typed, asked, recorded))
  if (!read.ok) return { kind: 'mend', problems: read.problems, typed }
  const merged = merge(recorded, read.value, asked, unchangedSince(posted['socle'] ?? '', recorded))
  const after = { ...merged.values, ...picked(read.value, merged.conflicts) }
  const changed = asked.filter((field) => !sameValue(field, after[field], recorded[field]))
  const holder = after.code === null ? undefined : (await listCodes(db)).get(after.code.toLowerCase())
  const problems = problemsOf(after, changed, { taken: holder !== undefined && holder !== action?.id, bears: mayEdit(scope, after) })
  if (problems.length > 0) return { kind: 'mend', problems, typed }
  if (merged.conflicts.length > 0) return { kind: 'conflict', fields: merged.conflicts, values: merged.values, typed }
  return { kind: 'write', values: merged.values, changes: changesBetween(recorded, merged.values), merged: merged.theirs }
}

const picked = (values: ActionValues, fields: readonly ActionField[]): Partial<ActionValues> =>
  fields.reduce<Partial<ActionValues>>((some, field) => ({ ...some, [field]: values[field] }), {})
