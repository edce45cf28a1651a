// Sums over a whole plan, remembered until something is written in its operation.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlanScope } from '../../planning/scope.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import type { Schema } from '../../schema.ts'

/** Who asks, of which operation, about which day. */
export type Asking = { readonly operationId: Id<'operation'>; readonly scope: PlanScope; readonly day: PlainDate }

type Sums<Answer, Detail> = (db: Kysely<Schema>, asking: Asking, detail: Detail) => Promise<Answer>
/** The same sums, their last answers remembered up to `most` of them. */
export function rememberedSums<Answer, Detail = undefined>(most: number, answerTo: Sums<Answer, Detail>): Sums<Answer, Detail> {
  const remembered = rememberedByJournal(most, (db, { asking, detail }: { asking: Asking; detail: Detail }) => answerTo(db, asking, detail))
  return (db, { operationId, scope, day }, detail) => remembered(db, operationId, { asking: { operationId, scope, day }, detail })
}
