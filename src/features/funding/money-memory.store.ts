// Sums over a whole plan, remembered until something is written: every write of an operation moves its journal.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'

/** Who asks, of which operation, about which day. */
export type Asking = { readonly operationId: Id<'operation'>; readonly scope: PlanScope; readonly day: PlainDate }

/**
 * The same question, its answers remembered up to `most`; ask within a transaction that sees one moment only (every page does), so that the place
 * of the journal is that of the rows.
 */
export function rememberedSums<Answer, Detail = undefined>(
  most: number, answerTo: (db: Kysely<Schema>, asking: Asking, detail: Detail) => Promise<Answer>,
): (db: Kysely<Schema>, asking: Asking, detail: Detail) => Promise<Answer> {
  const known = new Map<string, Answer>()
  return async (db, asking, detail) => {
    const head = await db.selectFrom('journal_head').select('position').where('operation_id', '=', asking.operationId).executeTakeFirst()
    const question = JSON.stringify([head?.position ?? 0, asking, detail])
    const before = known.get(question)
    if (before !== undefined) return before
    const answer = await answerTo(db, asking, detail)
    const [oldest] = known.keys()
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(question, answer)
    return answer
  }
}
