// The tables as TypeScript sees them; a test holds this page equal to the migrated database.
import type { ColumnType, Generated } from 'kysely'
import type { Instant, PlainDate } from './kernel/date.ts'
import type { Id } from './kernel/id.ts'
import type { Role } from './kernel/rights.ts'
import type { ActEffect, ActKind } from './law/legal-act.ts'
import type { ConventionKind, ObligationRule, PartyKind, PartyRole, Signatory, Term } from './reading/facts.ts'
import type { Change } from './reading/instruction.ts'

/** A value kept as jsonb: read as it is, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>
type Tenant = { operation_id: Id<'operation'> }

export type Schema = {
  person: { id: Id<'person'>; email: string; name: string; password_hash: string | null; created_at: Instant }
  session: {
    id: Id<'session'>; token_hash: Buffer; person_id: Id<'person'>; opened_at: Instant; seen_at: Instant; expires_at: Instant
    revoked_at: Instant | null; browser: string
  }
  sign_in_attempt: { id: Id<'attempt'>; account: string; address: string; at: Instant; succeeded: boolean }
  operation: Tenant & {
    slug: string; name: string; epci_siren: string; main_town_insee: string | null; demonstration: Generated<boolean>
    created_at: Instant; version: Generated<number>
  }
  operation_access: Tenant & { person_id: Id<'person'>; since: Instant }
  organisation: Tenant & { id: Id<'organisation'>; name: string; kind: PartyKind; siren: string | null; insee: string | null }
  mandate: Tenant & {
    id: Id<'mandate'>; person_id: Id<'person'>; organisation_id: Id<'organisation'>; role: Role; capacity: string; since: PlainDate
    until: PlainDate | null
  }
  invitation: Tenant & {
    id: Id<'invitation'>; token_hash: Buffer; email: string; organisation_id: Id<'organisation'>; role: Role; capacity: string
    invited_by: Id<'person'>; invited_at: Instant; expires_at: Instant; accepted_at: Instant | null; revoked_at: Instant | null
  }
  submission: Tenant & { key: Id<'submission'>; person_id: Id<'person'>; location: string; at: Instant }
  journal_head: Tenant & { position: number; hash: Buffer }
  journal_entry: Tenant & {
    position: number; at: Instant; person_id: Id<'person'> | null; what: string; object_kind: string; object_id: string
    before: Json<unknown> | null; after: Json<unknown> | null; hash: Buffer
  }
  document: Tenant & {
    id: Id<'document'>; sha256: Buffer; file_name: string; media_type: string; size: number; deposited_by: Id<'person'>; deposited_at: Instant
  }
  document_content: Tenant & { document_id: Id<'document'>; bytes: Buffer }
  reading: Tenant & {
    id: Id<'reading'>; document_id: Id<'document'>; requested_by: Id<'person'>; requested_at: Instant; alive_at: Instant
    done: Generated<number>; total: Generated<number>; finished_at: Instant | null; problem: string | null; format: string | null
    engine: string | null; title: string | null; kind: ConventionKind | null; text: string | null
    set_aside_at: Instant | null; set_aside_by: Id<'person'> | null
    warnings: ColumnType<readonly { code: string }[], string | undefined, string>
  }
  fact: Tenant & {
    reading_id: Id<'reading'>; id: Id<'fact'>; kind: string; position: number; value: Json<unknown>
    span_start: number | null; span_end: number | null; confidence: number
  }
  fact_decision: Tenant & {
    reading_id: Id<'reading'>; fact_id: Id<'fact'>; version: number; verdict: 'accepted' | 'corrected' | 'rejected'; value: Json<unknown>
    decided_by: Id<'person'>; decided_at: Instant
  }
  convention: Tenant & {
    id: Id<'convention'>; slug: string; title: string; kind: ConventionKind; document_id: Id<'document'> | null
    reading_id: Id<'reading'> | null; amends_id: Id<'convention'> | null; term: Json<Term> | null; published_by: Id<'person'>; published_at: Instant
  }
  provision: Tenant & {
    convention_id: Id<'convention'>; id: Id<'provision'>; position: number; slug: string; number: string; heading: string; depth: number; text: string
  }
  party: Tenant & {
    convention_id: Id<'convention'>; id: Id<'party'>; position: number; organisation_id: Id<'organisation'>; name: string; role: PartyRole
    signatories: Json<readonly Signatory[]>
  }
  body: Tenant & {
    convention_id: Id<'convention'>; id: Id<'body'>; position: number; provision_id: Id<'provision'> | null; name: string; chair: string | null
    meetings_per_year: number | null; quorum: string | null; convening_days: number | null
  }
  seat: Tenant & { convention_id: Id<'convention'>; body_id: Id<'body'>; position: number; office: string; representative: boolean }
  obligation: Tenant & {
    convention_id: Id<'convention'>; id: Id<'obligation'>; position: number; provision_id: Id<'provision'> | null; kind: string
    bearer: string | null; rule: Json<ObligationRule>; words: string
    owed_from: PlainDate | null; clause: string | null; clause_number: string | null
  }
  proposal_dismissal: Tenant & {
    convention_id: Id<'convention'>; id: Id<'dismissal'>; clause: string; words: string; reason: string; dismissed_by: Id<'person'>
    dismissed_at: Instant
  }
  act: Tenant & {
    id: Id<'act'>; convention_id: Id<'convention'>; kind: ActKind; authority_name: string; authority_siren: string | null
    happened_on: PlainDate | null; effective_on: PlainDate | null; about_id: Id<'act'> | null; number: string | null; identifier: string | null
    nature: string | null; effect: ColumnType<ActEffect, string | undefined, string>; reason: string | null; document_id: Id<'document'> | null
    recorded_at: Instant; recorded_by: Id<'person'>
  }
  mention: Tenant & {
    convention_id: Id<'convention'>; id: Id<'mention'>; position: number; kind: 'date' | 'amount' | 'rate' | 'reference' | 'programme' | 'defect'
    provision_id: Id<'provision'> | null; value: Json<unknown>; words: string
  }
  instruction: Tenant & {
    convention_id: Id<'convention'>; id: Id<'instruction'>; position: number; provision_id: Id<'provision'> | null; change: Json<Change>
    sentence: string; words: string; confidence: number | null; effective_on: PlainDate | null; algorithm: string; reading_id: Id<'reading'> | null
    fact_id: Id<'fact'> | null; entered_by: Id<'person'>; entered_at: Instant; withdrawn_at: Instant | null; withdrawn_by: Id<'person'> | null
    withdrawn_reason: string | null
  }
  unread_instruction: Tenant & {
    convention_id: Id<'convention'>; id: Id<'unread'>; position: number; article: string; problem: string; message: string; words: string
  }
  obligation_entry: Tenant & {
    id: Id<'obligationEntry'>; convention_id: Id<'convention'>; obligation_id: Id<'obligation'>; kind: 'proof' | 'waiver' | 'event' | 'decision'
    occurrence: string | null; form: 'meeting' | 'report' | 'act' | 'document' | null; verdict: 'kept' | 'replaced' | 'ended' | null
    happened_on: PlainDate | null; words: string; document_id: Id<'document'> | null; act_id: Id<'act'> | null; replaced_by: Id<'obligation'> | null
    instructions: Json<readonly string[]>; recorded_by: Id<'person'>; recorded_at: Instant
  }
  obligation_withdrawal: Tenant & { entry_id: Id<'obligationEntry'>; reason: string; withdrawn_by: Id<'person'>; withdrawn_at: Instant }
  calendar_feed: {
    id: Id<'calendarFeed'>; token_hash: Buffer; operation_id: Id<'operation'> | null; person_id: Id<'person'>; name: string; opened_at: Instant
    revoked_at: Instant | null; revoked_by: Id<'person'> | null
  }
  reminder_preference: { person_id: Id<'person'>; frequency: 'weekly' | 'daily' | 'never'; chosen_at: Instant }
  reminder_sending: {
    person_id: Id<'person'>; day: PlainDate; token_hash: Buffer; claimed_at: Instant; attempts: Generated<number>; ended_at: Instant | null
    outcome: 'sent' | 'nothing' | 'failed' | null
  }
  register_vintage: {
    id: Id<'vintage'>; listed_on: PlainDate; sha256: Buffer; file_name: string; imported_at: Instant; refused: Json<readonly unknown[]>
  }
  register_row: { vintage_id: Id<'vintage'>; line: number; insee: string; operation_key: string; cells: Json<Readonly<Record<string, string>>> }
}
