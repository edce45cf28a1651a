// The tables as TypeScript sees them are the tables of the migrated database: same names, same columns, same types, same nulls.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine } from './testing/database.ts'

type Columns = Readonly<Record<string, string>>

/** Splits the fields of a type, leaving those of the types inside alone. */
function fieldsOf(body: string): Columns {
  let depth = 0
  const parts = ['']
  for (const character of body) {
    if ('{<('.includes(character)) depth += 1
    if ('}>)'.includes(character)) depth -= 1
    if (depth === 0 && (character === ';' || character === '\n')) parts.push('')
    else parts[parts.length - 1] += character
  }
  return Object.fromEntries(parts.map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const [name = '', ...type] = part.split(':')
    return [name.trim(), type.join(':').trim()]
  }))
}

/** What `schema.ts` says: table → column → type as written. */
function declared(): Readonly<Record<string, Columns>> {
  const body = ['src/schema.ts', 'src/schema-places.ts'].map((file) =>
    /export type \w*Schema = (?:PlacesSchema & )?\{\n([\s\S]*?)\n\}\n/.exec(readFileSync(file, 'utf8'))?.[1] ?? '').join('\n')
  return Object.fromEntries(Object.entries(fieldsOf(body)).map(([table, type]) => {
    const columns = fieldsOf(/\{([\s\S]*)\}$/.exec(type)?.[1] ?? '')
    return [table, type.startsWith('Tenant') ? { operation_id: "Id<'operation'>", ...columns } : columns]
  }))
}

/** The type of PostgreSQL a type of TypeScript stands for. */
function columnType(written: string): string {
  const type = written.replace(/ \| null$/, '').replace(/^Generated<(.*)>$/, '$1')
  if (/^Id</.test(type)) return 'uuid'
  if (/^(Json|ColumnType)</.test(type)) return 'jsonb'
  const known: Readonly<Record<string, string>> = { Buffer: 'bytea', Instant: 'timestamptz', PlainDate: 'date', boolean: 'bool', number: 'number',
    SearchVector: 'tsvector',
  }
  return known[type] ?? 'text'
}

const isNullable = (written: string): boolean => / \| null$/.test(written)

type Found = { table: string; name: string; type: string; nullable: boolean }
const numbers = ['int2', 'int4', 'int8', 'float4', 'float8']

onEachEngine('the schema in TypeScript', (open) => {
  it('is that of the migrated database', async () => {
    const { kysely } = await open()
    const { rows } = await sql<Found>`
      select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and c.relname <> 'migration'
      order by 1, a.attnum`.execute(kysely)
    const tables = declared()
    // An identifier whose noun varies (the object of a journal entry) is a plain string in TypeScript.
    const read = ({ table, name, type }: Found): string =>
      numbers.includes(type) ? 'number' : type === 'uuid' && tables[table]?.[name]?.startsWith('string') === true ? 'text' : type
    const present = rows.map((row) => `${row.table}.${row.name} ${read(row)}${row.nullable ? ' null' : ''}`)
    const written = Object.entries(tables).flatMap(([table, columns]) =>
      Object.entries(columns).map(([name, type]) => `${table}.${name} ${columnType(type)}${isNullable(type) ? ' null' : ''}`))
    expect([...written].sort()).toEqual([...present].sort())
  })
})
