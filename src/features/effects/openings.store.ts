// Which operations answer the public, and since when: their directory, and the one statement that opens or closes them.
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>
export type OpenOperation = {
  readonly id: Id<'operation'>; readonly slug: string; readonly name: string; readonly epciSiren: string; readonly demonstration: boolean
}

/** Those that answer anybody, real ones first. */
export const listOpenOperations = (db: Db): Promise<OpenOperation[]> =>
  db.selectFrom('operation').select(['operation_id as id', 'slug', 'name', 'epci_siren as epciSiren', 'demonstration'])
    .where('answers_public_since', 'is not', null).orderBy('demonstration').orderBy('slug').execute()

export const isOpen = async (db: Db, id: Id<'operation'>): Promise<boolean> =>
  (await db.selectFrom('operation').select('operation_id').where('operation_id', '=', id).where('answers_public_since', 'is not', null)
    .executeTakeFirst()) !== undefined

export async function setOpening(db: Db, id: Id<'operation'>, since: Instant | null): Promise<void> {
  await db.updateTable('operation').set({ answers_public_since: since }).where('operation_id', '=', id).execute()
}
