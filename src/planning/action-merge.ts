// Two people editing one sheet: what each changed is put together field by field; only a field both changed, differently, is left to decide.
import { fieldsInOrder, sameValue } from './action-changes.ts'
import type { ActionField, ActionValues } from './action-fields.ts'

/**
 * `values`: the sheet with what both did; fields in conflict keep what the other recorded. `theirs`: fields only the other changed, taken in
 * silently; `mine`: fields only I changed, or both to the same; `conflicts`: changed by both, to something else, in the order of the sheet.
 */
export type Merge = {
  readonly values: ActionValues
  readonly mine: readonly ActionField[]; readonly theirs: readonly ActionField[]; readonly conflicts: readonly ActionField[]
}

/**
 * `unchanged` tells whether a value is still the one the form was shown with: the form carries a seal of each, not the values themselves.
 * `asked`: the fields the form has; others keep what is recorded, so that a short form never erases what it does not show.
 */
export function merge(
  recorded: ActionValues, typed: ActionValues, asked: readonly ActionField[], unchanged: (field: ActionField, values: ActionValues) => boolean,
): Merge {
  const found = { mine: new Set<ActionField>(), theirs: new Set<ActionField>(), conflicts: new Set<ActionField>() }
  for (const field of asked) {
    const [iChanged, theyChanged] = [!unchanged(field, typed), !unchanged(field, recorded)]
    if (iChanged && theyChanged && !sameValue(field, typed[field], recorded[field])) found.conflicts.add(field)
    else if (iChanged) found.mine.add(field)
    else if (theyChanged) found.theirs.add(field)
  }
  const of = (set: ReadonlySet<ActionField>): readonly ActionField[] => fieldsInOrder.filter((field) => set.has(field))
  const mine = of(found.mine)
  const values = mine.reduce<ActionValues>((sheet, field) => ({ ...sheet, [field]: typed[field] }), recorded)
  return { values, mine, theirs: of(found.theirs), conflicts: of(found.conflicts) }
}
