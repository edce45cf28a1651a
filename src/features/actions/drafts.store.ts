// Every SQL statement about drafts: what someone typed in a form and has not sent yet.
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>
/** Whose draft, of which form: its address names it. */
type Place = { readonly personId: Id<'person'>; readonly form: string }
export type Draft = { readonly form: string; readonly fields: Readonly<Record<string, string>>; readonly savedAt: Instant }

export const findDraft = (db: Db, { personId, form }: Place): Promise<Draft | undefined> =>
  drafts(db, personId).where('form', '=', form).executeTakeFirst()

/** Someone's drafts in this operation, latest first. */
export const listDrafts = (db: Db, personId: Id<'person'>): Promise<Draft[]> => drafts(db, personId).orderBy('saved_at', 'desc').execute()

const drafts = (db: Db, personId: Id<'person'>) =>
  db.selectFrom('draft').select(['form', 'fields', 'saved_at as savedAt']).where('person_id', '=', personId)

export async function saveDraft(
  db: Db, operationId: Id<'operation'>, { personId, form }: Place, fields: Readonly<Record<string, string>>, at: Instant,
): Promise<void> {
  const row = { fields: JSON.stringify(fields), saved_at: at }
  await db.insertInto('draft').values({ operation_id: operationId, person_id: personId, form, version: null, ...row })
    .onConflict((conflict) => conflict.columns(['operation_id', 'person_id', 'form']).doUpdateSet(row)).execute()
}

export async function removeDraft(db: Db, { personId, form }: Place): Promise<void> {
  await db.deleteFrom('draft').where('person_id', '=', personId).where('form', '=', form).execute()
}
