// Every SQL statement about promises that amendments bring: those added, those set aside.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { Proposal } from './proposal.rules.ts'

type Db = Kysely<Schema>
type DismissalRow = {
  readonly conventionId: Id<'convention'>; readonly clause: string; readonly words: string; readonly reason: string
  readonly dismissedBy: string; readonly dismissedAt: Instant
}

/** What people set aside, the latest first. */
export const listDismissals = (db: Db): Promise<DismissalRow[]> =>
  db.selectFrom('proposal_dismissal').innerJoin('person', 'person.id', 'proposal_dismissal.dismissed_by')
    .select(['proposal_dismissal.convention_id as conventionId', 'proposal_dismissal.clause', 'proposal_dismissal.words', 'proposal_dismissal.reason',
      'person.name as dismissedBy', 'proposal_dismissal.dismissed_at as dismissedAt'])
    .orderBy('proposal_dismissal.dismissed_at', 'desc').orderBy('proposal_dismissal.id').execute()

type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export async function insertDismissal(db: Db, { operationId, by, at }: Writer, { conventionId, provisionSlug, words }: Proposal, reason: string) {
  const id = newId<'dismissal'>()
  await db.insertInto('proposal_dismissal').values({
    operation_id: operationId, convention_id: conventionId, id, clause: provisionSlug, words, reason, dismissed_by: by, dismissed_at: at,
  }).execute()
  return id
}

/** Follows a proposal from the day its amendment took effect; a clause that the base text does not have is kept by its address. */
export async function insertProposal(db: Db, operationId: Id<'operation'>, proposal: Proposal): Promise<Id<'obligation'>> {
  const { conventionId, provisionSlug, provisionNumber, kind, bearer, rule, words, since } = proposal
  const clause = await db.selectFrom('provision').select('id').where('convention_id', '=', conventionId).where('slug', '=', provisionSlug)
    .executeTakeFirst()
  const id = newId<'obligation'>()
  await db.insertInto('obligation').values((eb) => ({
    operation_id: operationId, convention_id: conventionId, id, provision_id: clause?.id ?? null, kind, bearer, rule: JSON.stringify(rule), words,
    owed_from: since, clause: clause === undefined ? provisionSlug : null, clause_number: clause === undefined ? provisionNumber : null,
    position: eb.selectFrom('obligation').select(sql<number>`coalesce(max(position), 0) + 1`.as('next')).where('convention_id', '=', conventionId),
  })).execute()
  return id
}
