// Every statement about the national register: lists kept whole, found by their day; rows by list or by operation. They never change once kept.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { inTenant } from '../../platform/database.ts'
import type { Database } from '../../platform/database.ts'
import type { Schema } from '../../schema.ts'
import { completeCells, readRow } from './list-row.rules.ts'
import type { ListRow, RefusalProblem } from './list-row.rules.ts'
import type { Register } from './register.rules.ts'

type Db = Kysely<Schema>
/** A list, under the day it was drawn up. */
export type Vintage = { readonly id: Id<'vintage'>; readonly listedOn: PlainDate; readonly fileName: string; readonly importedAt: Instant }
type NewVintage = Vintage & { readonly sha256: Buffer; readonly refused: readonly { readonly line: number; readonly problem: RefusalProblem }[] }

/** Keeps a list with its rows, all or nothing. The same bytes are kept once; a second list of one day is refused. */
export async function insertVintage(
  database: Database<Schema>, { id, listedOn, fileName, importedAt, sha256, refused }: NewVintage, register: Register,
): Promise<'kept' | 'known' | 'dayTaken'> {
  const rows = register.operations.flatMap(({ key, communes }) => communes.map(({ row }) =>
    ({ line: row.line, insee: row.insee, operation_key: key, cells: row.cells })))
  return await inTenant(database, { operationId: null, personId: null }, async (db) => {
    const kept = await db.insertInto('register_vintage')
      .values({ id, listed_on: listedOn, sha256, file_name: fileName, imported_at: importedAt, refused: JSON.stringify(refused) })
      .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
    if (kept === undefined) {
      const same = await db.selectFrom('register_vintage').select('id').where('sha256', '=', sha256).executeTakeFirst()
      return same === undefined ? 'dayTaken' : 'known'
    }
    await sql`insert into register_row (vintage_id, line, insee, operation_key, cells)
      select ${id}::uuid, line, insee, operation_key, cells
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (line integer, insee text, operation_key text, cells jsonb)`.execute(db)
    return 'kept'
  })
}

/** The two latest lists, the newest first. */
export async function listLatestVintages(db: Db): Promise<readonly Vintage[]> {
  const rows = await db.selectFrom('register_vintage').select(['id', 'listed_on', 'file_name', 'imported_at'])
    .orderBy('listed_on', 'desc').limit(2).execute()
  return rows.map((row) => ({ id: row.id, listedOn: row.listed_on, fileName: row.file_name, importedAt: row.imported_at }))
}

export async function listRows(db: Db, vintage: Id<'vintage'>): Promise<readonly ListRow[]> {
  const rows = await db.selectFrom('register_row').select(['line', 'cells']).where('vintage_id', '=', vintage).orderBy('line').execute()
  return rows.map(({ line, cells }) => readRow(completeCells(cells), line).blank)
}

/** What every list said of one operation, the oldest first. */
export async function listHistory(db: Db, operation: string): Promise<readonly { readonly listedOn: PlainDate; readonly row: ListRow }[]> {
  const rows = await db.selectFrom('register_row').innerJoin('register_vintage', 'register_vintage.id', 'register_row.vintage_id')
    .select(['register_vintage.listed_on', 'register_row.line', 'register_row.cells'])
    .where('register_row.operation_key', '=', operation).orderBy('register_vintage.listed_on').orderBy('register_row.line').execute()
  return rows.map(({ listed_on: listedOn, line, cells }) => ({ listedOn, row: readRow(completeCells(cells), line).blank }))
}
