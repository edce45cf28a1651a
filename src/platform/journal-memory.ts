// Answers about a whole operation, remembered until something is written there: every write moves its journal, inside the transaction that writes.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Id } from '../kernel/id.ts'
import type { Schema } from '../schema.ts'

type Db = Kysely<Schema>

/** The seal of the journal as each transaction sees it, asked once; undefined in one that may write, or sees more than one moment. */
const seals = new WeakMap<Db, Promise<string | undefined>>()

async function sealSeen(db: Db, operationId: Id<'operation'>): Promise<string | undefined> {
  const { rows: [seen] } = await sql<{ still: boolean; seal: string | null }>`
    select current_setting('transaction_read_only') = 'on' and current_setting('transaction_isolation') = 'repeatable read' as still,
      (select encode(hash, 'base64') from journal_head where operation_id = ${operationId}) as seal`.execute(db)
  return seen?.still === true ? seen.seal ?? undefined : undefined
}

/**
 * The same question, its last answers remembered up to `most` of them, the one unused for longest forgotten first. The seal of the journal is part of
 * the question, so that nothing is ever to be cleared. `question` must say all that the answer depends on, who asks included when that changes it.
 */
export function rememberedByJournal<Question, Answer>(
  most: number, answerTo: (db: Db, question: Question) => Promise<Answer>,
): (db: Db, operationId: Id<'operation'>, question: Question) => Promise<Answer> {
  const known = new Map<string, Answer>()
  return async (db, operationId, question) => {
    const asked = seals.get(db) ?? sealSeen(db, operationId)
    seals.set(db, asked)
    const seal = await asked
    if (seal === undefined) return await answerTo(db, question)
    const key = JSON.stringify([operationId, seal, question])
    const before = known.get(key)
    const answer = before ?? await answerTo(db, question)
    const [oldest] = known.keys()
    if (before !== undefined) known.delete(key)
    else if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(key, answer)
    return answer
  }
}
