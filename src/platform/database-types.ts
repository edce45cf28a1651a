// How PostgreSQL's values arrive in the program: civil dates and instants as text, exact numbers, nothing rounded.
import pg from 'pg'

/** Whole number of 64 bits; throws beyond what a number holds exactly (90 million million euros in cents). */
function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`number too large: ${text}`)
  return value
}

/** `2026-11-22 08:00:00.123456+00`, the session being in UTC, as `2026-11-22T08:00:00.123Z`. */
const instantText = (text: string): string => {
  const shape = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (shape === null) throw new Error(`not an instant in UTC: ${text}`)
  return `${shape[1]}T${shape[2]}.${(shape[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

const asText = (text: string): string => text

/** Arrays of text without quotes or commas in their items: numbers, dates, instants (quoted), identifiers. */
const listOf = <Item>(item: (text: string) => Item) => (text: string): (Item | null)[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map((part) => (part === 'NULL' ? null : item(part.replaceAll('"', ''))))

/** By the number of the type: `select oid, typname from pg_type`. */
const parsers = new Map<number, (text: string) => unknown>([
  [20, wholeNumber], [1016, listOf(wholeNumber)],
  [1082, asText], [1182, listOf(asText)],
  [1114, asText], [1115, listOf(asText)],
  [1184, instantText], [1185, listOf(instantText)],
  [1700, asText], [1231, listOf(asText)],
  [2951, listOf(asText)],
])

export const typesOfColumns: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (format === 'binary' ? undefined : parsers.get(type)) ?? pg.types.getTypeParser(type, format),
}
