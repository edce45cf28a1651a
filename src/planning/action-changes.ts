// What differs between two states of an action sheet, field by field, and what becomes of a sheet when changes are made.
import { actionFields } from './action-fields.ts'
import type { ActionField, ActionValues, FieldChange, ValueChange } from './action-fields.ts'

export const fieldsInOrder: readonly ActionField[] = fieldNamesOf(actionFields)
function fieldNamesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  const names: Name[] = []
  for (const name in table) names.push(name)
  return names
}

export const isActionField = (name: string): name is ActionField => name in actionFields

/** The same value, as far as readers can tell: tags have no order; texts differ by what is written, not by the spaces around it. */
export function sameValue<Field extends ActionField>(field: Field, one: ActionValues[Field], other: ActionValues[Field]): boolean {
  return valueKey(field, one) === valueKey(field, other)
}

/** A text that is equal for equal values of a field, and only for them. */
export function valueKey<Field extends ActionField>(field: Field, value: ActionValues[Field]): string {
  if (typeof value === 'string') return JSON.stringify(value.trim().replace(/\r\n?/g, '\n'))
  if (Array.isArray(value) && actionFields[field].kind === 'tags') return JSON.stringify([...value].sort())
  return inOrder(value)
}

/** JSON with the names of each object in order. */
export const inOrder = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) =>
  (isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Nothing is said: an empty text, no choice, an empty list, a box left unticked. */
export const isBlank = (value: ActionValues[ActionField]): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

/** The fields that differ, in the order of the sheet. */
export const changesBetween = (before: ActionValues, after: ActionValues): readonly ValueChange[] =>
  fieldsInOrder.filter((field) => !sameValue(field, before[field], after[field])).map((field) => changeOf(field, before, after))

/** What it takes to go from one to the other, for one field. */
export const changeOf = <Field extends ActionField>(field: Field, before: ActionValues, after: ActionValues): ValueChange<Field> =>
  ({ field, before: before[field], after: after[field] })

/** Is this a change of what the sheet says, rather than of its state, of its presence in the plan, or of words beside? */
export const isOfSheet = <Change extends FieldChange>(change: Change): change is Change & ValueChange =>
  change.field !== 'state' && change.field !== 'presence' && change.field !== 'extra'

/** The sheet once these changes are made. */
export const withChanges = (values: ActionValues, changes: readonly FieldChange[]): ActionValues =>
  changes.filter(isOfSheet).reduce<ActionValues>((sheet, change) => ({ ...sheet, [change.field]: change.after }), values)
