// Every SQL statement about obligations and what people keep of them: proofs, waivers, events, decisions, withdrawals.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { ObligationRule } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import type { AddedObligation } from './added.rules.ts'
import type { Entry, NewEntry } from './entry.rules.ts'

type Db = Kysely<Schema>

/** An obligation with its clause, when the text says which. */
export type ObligationRow = {
  readonly id: Id<'obligation'>; readonly kind: string; readonly bearer: string | null; readonly rule: ObligationRule; readonly words: string
  readonly conventionId: Id<'convention'>; readonly conventionSlug: string; readonly conventionTitle: string; readonly provisionSlug: string | null
  readonly provisionNumber: string | null; readonly publishedAt: Instant; readonly owedFrom: PlainDate | null
}
const obligations = (db: Db) =>
  db.selectFrom('obligation').innerJoin('convention', (join) =>
    join.onRef('convention.operation_id', '=', 'obligation.operation_id').onRef('convention.id', '=', 'obligation.convention_id'))
    .leftJoin('provision', (join) =>
      join.onRef('provision.operation_id', '=', 'obligation.operation_id').onRef('provision.convention_id', '=', 'obligation.convention_id')
        .onRef('provision.id', '=', 'obligation.provision_id'))
    .select(['obligation.id', 'obligation.kind', 'obligation.bearer', 'obligation.rule', 'obligation.words', 'convention.id as conventionId',
      'convention.slug as conventionSlug', 'convention.title as conventionTitle', 'convention.published_at as publishedAt',
      'obligation.owed_from as owedFrom'])
    .select(({ fn }) => [fn.coalesce('provision.slug', 'obligation.clause').as('provisionSlug'),
      fn.coalesce('provision.number', 'obligation.clause_number').as('provisionNumber')])

/** Every obligation of the operation, in the order of the conventions and of their texts. */
export const listObligations = (db: Db): Promise<ObligationRow[]> =>
  obligations(db).orderBy('convention.published_at').orderBy('convention.id').orderBy('obligation.position').execute()

export const findObligation = (db: Db, id: Id<'obligation'>): Promise<ObligationRow | undefined> =>
  obligations(db).where('obligation.id', '=', id).executeTakeFirst()

const entries = (db: Db) =>
  db.selectFrom('obligation_entry').leftJoin('obligation_withdrawal', (join) =>
    join.onRef('obligation_withdrawal.operation_id', '=', 'obligation_entry.operation_id')
      .onRef('obligation_withdrawal.entry_id', '=', 'obligation_entry.id'))
    .leftJoin('document', (join) =>
      join.onRef('document.operation_id', '=', 'obligation_entry.operation_id').onRef('document.id', '=', 'obligation_entry.document_id'))
    .innerJoin('person', 'person.id', 'obligation_entry.recorded_by')
    .select(['obligation_entry.id', 'obligation_entry.obligation_id as obligationId', 'obligation_entry.kind', 'obligation_entry.occurrence',
      'obligation_entry.form', 'obligation_entry.verdict', 'obligation_entry.happened_on as on', 'obligation_entry.words',
      'obligation_entry.document_id as documentId', 'document.file_name as fileName', 'obligation_entry.act_id as actId',
      'obligation_entry.replaced_by as replacedBy', 'obligation_entry.instructions', 'obligation_entry.recorded_at as recordedAt',
      'person.name as recordedBy', 'obligation_withdrawal.reason as withdrawnFor', 'obligation_withdrawal.withdrawn_at as withdrawnAt'])

/** Everything people recorded, withdrawn or not, in the order it was. */
export const listEntries = (db: Db): Promise<Entry[]> =>
  entries(db).orderBy('obligation_entry.recorded_at').orderBy('obligation_entry.id').execute()

export const listEntriesOf = (db: Db, obligation: Pick<ObligationRow, 'id' | 'conventionId'>): Promise<Entry[]> =>
  entries(db).where('obligation_entry.convention_id', '=', obligation.conventionId).where('obligation_entry.obligation_id', '=', obligation.id)
    .orderBy('obligation_entry.recorded_at').orderBy('obligation_entry.id').execute()

type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }

export async function insertEntry(
  db: Db, { operationId, by, at }: Writer, obligation: Pick<ObligationRow, 'id' | 'conventionId'>, entry: NewEntry,
): Promise<Id<'obligationEntry'>> {
  const id = newId<'obligationEntry'>()
  await db.insertInto('obligation_entry').values({
    operation_id: operationId, id, convention_id: obligation.conventionId, obligation_id: obligation.id, kind: entry.kind,
    occurrence: entry.occurrence ?? null, form: entry.form ?? null, verdict: entry.verdict ?? null, happened_on: entry.on ?? null, words: entry.words,
    document_id: entry.documentId ?? null, act_id: entry.actId ?? null, replaced_by: entry.replacedBy ?? null,
    instructions: JSON.stringify(entry.instructions ?? []), recorded_by: by, recorded_at: at,
  }).execute()
  return id
}

export async function insertWithdrawal(db: Db, { operationId, by, at }: Writer, entryId: Id<'obligationEntry'>, reason: string): Promise<void> {
  await db.insertInto('obligation_withdrawal').values({ operation_id: operationId, entry_id: entryId, reason, withdrawn_by: by, withdrawn_at: at })
    .execute()
}

type DocumentChoice = { readonly id: Id<'document'>; readonly fileName: string; readonly depositedAt: Instant }
/** Documents that can be shown as proof, the latest first. */
export const listProofDocuments = (db: Db): Promise<DocumentChoice[]> =>
  db.selectFrom('document').select(['id', 'file_name as fileName', 'deposited_at as depositedAt']).orderBy('deposited_at', 'desc').limit(200)
    .execute()

type ClauseRow = {
  readonly id: Id<'provision'>; readonly conventionId: Id<'convention'>; readonly conventionTitle: string; readonly number: string
  readonly heading: string
}
/** The clauses an obligation can be tied to, convention by convention. */
export const listClauses = (db: Db): Promise<ClauseRow[]> =>
  db.selectFrom('provision').innerJoin('convention', (join) =>
    join.onRef('convention.operation_id', '=', 'provision.operation_id').onRef('convention.id', '=', 'provision.convention_id'))
    .select(['provision.id', 'convention.id as conventionId', 'convention.title as conventionTitle', 'provision.number', 'provision.heading'])
    .orderBy('convention.published_at').orderBy('convention.id').orderBy('provision.position').execute()

/** An obligation that a person ties to a clause, after those that were read. */
export async function insertObligation(db: Db, operationId: Id<'operation'>, added: AddedObligation): Promise<Id<'obligation'>> {
  const id = newId<'obligation'>()
  await db.insertInto('obligation').values((eb) => ({
    operation_id: operationId, convention_id: added.conventionId, id, provision_id: added.provisionId, kind: added.kind, bearer: added.bearer,
    rule: JSON.stringify(added.rule), words: added.words,
    position: eb.selectFrom('obligation').select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
      .where('convention_id', '=', added.conventionId),
  })).execute()
  return id
}
