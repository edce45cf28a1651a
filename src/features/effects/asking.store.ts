// A source asked so that its failure spoils nothing else of the transaction, nor of the answer.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Log } from '../../platform/log.ts'
import type { Schema } from '../../schema.ts'
import type { Known } from './place.rules.ts'

type Db = Kysely<Schema>

/** Those that read files of the program, not the database. */
const outsideDatabase: readonly string[] = ['levers', 'territories']

/** Asks a source inside a savepoint: its failure leaves the rest of the transaction whole, and is logged. */
export function askerOf(db: Db, log: Log, inTransaction: boolean) {
  return async <Value>(name: string, ask: () => Promise<Known<Value>>): Promise<Known<Value>> => {
    const saved = inTransaction && !outsideDatabase.includes(name)
    try {
      if (saved) await sql`savepoint source`.execute(db)
      const answer = await ask()
      if (saved) await sql`release savepoint source`.execute(db)
      return answer
    } catch (error) {
      log.error('a source of answers failed', error, { source: name })
      if (saved) await sql`rollback to savepoint source`.execute(db).catch(() => {})
      return { known: false, why: 'sourceDown' }
    }
  }
}
export type Asker = ReturnType<typeof askerOf>
