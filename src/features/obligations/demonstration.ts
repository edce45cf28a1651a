// What the demonstration keeps of its obligations: two meetings of the committee, invented, so that the years after them show as late or due.
import type { Kysely } from 'kysely'
import { date } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Schema } from '../../schema.ts'
import { insertEntry, listObligations } from './obligations.store.ts'

const meetings = [
  { occurrence: 'year-1', on: date('2023-11-14'), words: 'Comité de suivi du 14 novembre 2023 (démonstration)' },
  { occurrence: 'year-2', on: date('2024-11-19'), words: 'Comité de suivi du 19 novembre 2024 (démonstration)' },
] as const

/** Records the meetings of the first committee there is, as its project lead would. */
export async function proveMeetings(db: Kysely<Schema>, operationId: Id<'operation'>, by: Id<'person'>, at: Instant): Promise<void> {
  const obligation = (await listObligations(db)).find(({ kind, rule }) => kind === 'meeting' && rule.kind === 'recurring')
  if (obligation === undefined) return
  for (const meeting of meetings) {
    const entry = { ...meeting, kind: 'proof' as const, form: 'meeting' as const }
    const entryId = await insertEntry(db, { operationId, by, at }, obligation, entry)
    await appendToJournal(db, operationId, by, at, {
      what: 'obligationProved', objectKind: 'obligation', objectId: obligation.id, before: null, after: { entryId, ...entry },
    })
  }
}
