// Seals of the values a form was shown with: what tells, when it comes back, which fields its reader changed and which someone else did.
import { createHash } from 'node:crypto'
import { valueKey } from '../../planning/action-changes.ts'
import type { ActionField, ActionValues } from '../../planning/action-fields.ts'

const sealOf = <Field extends ActionField>(field: Field, value: ActionValues[Field]): string =>
  createHash('sha256').update(valueKey(field, value)).digest('base64url').slice(0, 16)

/** The seals of these fields, as one text a form carries. */
export const sealed = (values: ActionValues, asked: readonly ActionField[]): string =>
  asked.map((field) => `${field}:${sealOf(field, values[field])}`).join(' ')

/** Is the value of a field still the one of the seal? A field without a seal counts as unchanged in what is recorded: what was typed wins. */
export function unchangedSince(seals: string, recorded: ActionValues): (field: ActionField, values: ActionValues) => boolean {
  const known = new Map(seals.split(' ').map((seal) => {
    const [field = '', hash = ''] = seal.split(':')
    return [field, hash] as const
  }))
  return (field, values) => sealOf(field, values[field]) === (known.get(field) ?? sealOf(field, recorded[field]))
}
