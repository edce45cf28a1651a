// Sums over a whole plan, remembered until something is written: every write of an operation moves its journal.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'

/** Who asks, of which operation, about which day. */
export type Asking = { readonly operationId: Id<'operation'>; readonly scope: PlanScope; readonly day: PlainDate }

type Remembered<Answer> = { readonly written: string; readonly answer: Answer }
/**
 * The same question, its last answer remembered, for `most` questions; those nobody asks leave first. `written`: the digest of all that the journal
 * holds. Ask within a transaction that sees one moment only (every page does), so that it is that of the rows.
 */
export function rememberedSums<Answer, Detail = undefined>(
  most: number, answerTo: (db: Kysely<Schema>, asking: Asking, detail: Detail) => Promise<Answer>,
): (db: Kysely<Schema>, asking: Asking, detail: Detail) => Promise<Answer> {
  const known = new Map<string, Remembered<Answer>>()
  return async (db, asking, detail) => {
    const head = await db.selectFrom('journal_head').select('hash').where('operation_id', '=', asking.operationId).executeTakeFirst()
    const written = head?.hash.toString('base64') ?? ''
    const question = JSON.stringify([asking, detail])
    const before = known.get(question)
    const last = before?.written === written ? before : { written, answer: await answerTo(db, asking, detail) }
    known.delete(question)
    known.set(question, last)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return last.answer
  }
}
