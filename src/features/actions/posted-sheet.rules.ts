// A sheet as a browser posts it: one name a box, put together field by field. Pure.
import { fieldsInOrder, isActionField } from '../../planning/action-changes.ts'
import { actionFields } from '../../planning/action-fields.ts'
import type { ActionField } from '../../planning/action-fields.ts'
import type { SheetTyped } from './sheet-form.rules.ts'

type Posted = Readonly<Record<string, string>>

/** The fields the form asked: those it names itself, or else those that came. A field that is not among them is never touched. */
export function askedIn(posted: Posted): readonly ActionField[] {
  const named = posted['champs']
  if (named !== undefined && named !== '') return named.split(',').filter(isActionField)
  const came = new Set(Object.keys(posted).map((name) => name.split('.')[0] ?? ''))
  return fieldsInOrder.filter((field) => came.has(field))
}

/** What was typed in these fields; the boxes of a list one a line. */
export const typedIn = (posted: Posted, asked: readonly ActionField[]): SheetTyped =>
  Object.fromEntries(asked.map((field) => [field, boxesOf(posted, field)]))

function boxesOf(posted: Posted, field: ActionField): string {
  const whole = posted[field] ?? ''
  const { kind } = actionFields[field]
  if (kind !== 'organisations' && kind !== 'people' && kind !== 'tags' && kind !== 'attachments') return whole
  const boxes = Object.keys(posted).filter((name) => name.startsWith(`${field}.`) && /^\d{1,4}$/.test(name.slice(field.length + 1)))
    .sort((one, other) => Number(one.slice(field.length + 1)) - Number(other.slice(field.length + 1)))
  const codeOf = (name: string): string => (kind === 'attachments' ? ` ${posted[`${name}.code`] ?? ''}` : '')
  const lines = boxes.map((name) => `${posted[name] ?? ''}${codeOf(name)}`.trimEnd())
  return [whole, ...lines].filter((line) => line.trim() !== '').join('\n')
}

/** The fields in conflict for which the recorded version was chosen. */
export const yieldedIn = (posted: Posted): readonly ActionField[] =>
  Object.keys(posted).filter((name) => name.startsWith('leur.') && posted[name] !== '').map((name) => name.slice(5)).filter(isActionField)
