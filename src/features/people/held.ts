// A form held back because its session had ended: which addresses it may go to, and how it is read again.
import { ownPath } from '../../kernel/address.ts'

export type HeldForm = { readonly to: string; readonly fields: readonly (readonly [name: string, value: string])[] }

/** A held form out of a hidden field; undefined when it is not one, or would be sent elsewhere. */
export function readHeld(text: string): HeldForm | undefined {
  if (text === '' || text.length > 2_000_000) return undefined
  const value = parse(text)
  if (typeof value !== 'object' || value === null || !('to' in value) || !('fields' in value)) return undefined
  const to = typeof value.to === 'string' ? ownPath(value.to) : undefined
  if (to === undefined || !Array.isArray(value.fields)) return undefined
  const rows: readonly unknown[] = value.fields
  return { to, fields: rows.flatMap((row) => (isPair(row) ? [[row[0], row[1]] as const] : [])) }
}

const isPair = (row: unknown): row is [string, string] =>
  Array.isArray(row) && row.length === 2 && typeof row[0] === 'string' && typeof row[1] === 'string'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
