// The tables as TypeScript sees them; a test holds this page equal to the migrated database.
import type { ColumnType, Generated } from 'kysely'
import type { Instant, PlainDate } from './kernel/date.ts'
import type { Id } from './kernel/id.ts'
import type { Role } from './kernel/rights.ts'
import type { ActEffect, ActKind } from './law/legal-act.ts'
import type { ConventionKind, ObligationRule, PartyKind, PartyRole, Signatory, Term } from './reading/facts.ts'
import type { Change } from './reading/instruction.ts'
import type { ActionNature, OrganisationRole, ParticipationLevel, PersonRole, Priority, TagKind } from './planning/action-fields.ts'
import type { ActionState } from './planning/action-state.ts'
import type { CostNature, FundingKind, FundingStatus } from './planning/funding-status.ts'
import type { GrantVerdict } from './planning/grant-verdict.ts'
import type { PostBasis, PostKind } from './planning/post-kind.ts'
import type { Json, PlacesSchema, SearchVector, Tenant } from './schema-places.ts'

export type Schema = PlacesSchema & {
  person: { id: Id<'person'>; email: string; name: string; password_hash: string | null; created_at: Instant }
  session: {
    id: Id<'session'>; token_hash: Buffer; person_id: Id<'person'>; opened_at: Instant; seen_at: Instant; expires_at: Instant
    revoked_at: Instant | null; browser: string
  }
  sign_in_attempt: { id: Id<'attempt'>; account: string; address: string; at: Instant; succeeded: boolean }
  operation: Tenant & {
    slug: string; name: string; epci_siren: string; main_town_insee: string | null; demonstration: Generated<boolean>
    created_at: Instant; version: Generated<number>; answers_public_since: Instant | null
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
  framework: Tenant & {
    id: Id<'framework'>; slug: string; name: string; kind: 'convention' | 'programme' | 'plh' | 'territorialProject' | 'crte' | 'local'
    convention_id: Id<'convention'> | null; since: PlainDate | null; until: PlainDate | null; summary: Generated<string>; position: Generated<number>
    version: Generated<number>; removed_at: Instant | null
  }
  orientation: Tenant & {
    id: Id<'orientation'>; framework_id: Id<'framework'>; parent_id: Id<'orientation'> | null; position: number; number: string | null; title: string
    context: Generated<string>; objectives: Generated<string>; audience: Generated<string>; centrality: Generated<string>; pilots: Generated<string>
    convention_id: Id<'convention'> | null; clause: string | null; version: Generated<number>; removed_at: Instant | null
  }
  action: Tenant & {
    id: Id<'action'>; code: string | null; title: string; description: Generated<string>; objectives: Generated<string>; results: Generated<string>
    means: Generated<string>; financing: Generated<string>; centrality: Generated<string>; participation: Generated<string>
    participation_level: ParticipationLevel | null; schedule: Generated<string>; nature: ActionNature | null; priority: Priority | null
    owner_id: Id<'organisation'> | null; delegated_owner_id: Id<'organisation'> | null; convention_id: Id<'convention'> | null; clause: string | null
    starts_on: PlainDate | null; ends_on: PlainDate | null; forecast_starts_on: PlainDate | null; forecast_ends_on: PlainDate | null
    progress: number | null; ongoing: Generated<boolean>; restricted: Generated<boolean>; signed_on: PlainDate | null
    sheet_updated_on: PlainDate | null; contact: Generated<string>
    extra: ColumnType<Readonly<Record<string, string>>, string | undefined, string>
    search: Generated<string>; search_vector: Generated<SearchVector>; code_order: string | null; title_order: Generated<string>
    version: Generated<number>; created_at: Instant; created_by: Id<'person'>
    updated_at: Instant; updated_by: Id<'person'>; removed_at: Instant | null
  }
  action_transition: Tenant & {
    id: Id<'transition'>; action_id: Id<'action'>; state: ActionState; happened_on: PlainDate; until: PlainDate | null; reason: Generated<string>
    recorded_by: Id<'person'>; recorded_at: Instant; withdrawn_at: Instant | null; withdrawn_by: Id<'person'> | null
  }
  action_blocking: Tenant & {
    id: Id<'blocking'>; action_id: Id<'action'>; since: PlainDate; reason: string; lifter: Generated<string>; lifter_id: Id<'organisation'> | null
    expected_on: PlainDate | null; lifted_on: PlainDate | null; recorded_by: Id<'person'>; recorded_at: Instant
  }
  action_orientation: Tenant & { action_id: Id<'action'>; orientation_id: Id<'orientation'>; code: string | null; position: Generated<number> }
  action_organisation: Tenant & {
    action_id: Id<'action'>; role: OrganisationRole; organisation_id: Id<'organisation'>; position: Generated<number>
  }
  action_person: Tenant & { action_id: Id<'action'>; role: PersonRole; position: number; person_id: Id<'person'> | null; name: string }
  tag: Tenant & { id: Id<'tag'>; kind: TagKind; name: string }
  action_tag: Tenant & { action_id: Id<'action'>; tag_id: Id<'tag'> }
  action_dependency: Tenant & {
    action_id: Id<'action'>; needs_id: Id<'action'>; kind: 'finishToStart' | 'startToStart' | 'finishToFinish' | 'related'
    lag_days: Generated<number>
  }
  action_step: Tenant & {
    id: Id<'step'>; action_id: Id<'action'>; kind: 'step' | 'milestone'; title: string; starts_on: PlainDate | null; ends_on: PlainDate | null
    forecast_on: PlainDate | null; done_on: PlainDate | null; who: Generated<string>; position: number; version: Generated<number>
    removed_at: Instant | null
  }
  action_place: Tenant & {
    id: Id<'place'>; action_id: Id<'action'>; kind: 'commune' | 'address' | 'parcel' | 'sector' | 'drawn'; label: string; insee: string | null
    parcel: string | null; longitude: number | null; latitude: number | null; shape: Json<unknown> | null; position: Generated<number>
    removed_at: Instant | null
  }
  action_note: Tenant & {
    id: Id<'note'>; action_id: Id<'action'>; noted_on: PlainDate; words: string; recorded_by: Id<'person'>; recorded_at: Instant
    removed_at: Instant | null
  }
  action_attachment: Tenant & {
    id: Id<'attachment'>; action_id: Id<'action'>; title: string; document_id: Id<'document'> | null; address: string | null; added_by: Id<'person'>
    added_at: Instant; removed_at: Instant | null
  }
  indicator: Tenant & {
    id: Id<'indicator'>; name: string; unit: Generated<string>; kind: 'realisation' | 'result' | 'context'; formula: Generated<string>
    source: Generated<string>; orientation_id: Id<'orientation'> | null; version: Generated<number>; removed_at: Instant | null
  }
  action_indicator: Tenant & {
    action_id: Id<'action'>; indicator_id: Id<'indicator'>; baseline: number | null; baseline_on: PlainDate | null; target: number | null
    target_on: PlainDate | null
  }
  indicator_value: Tenant & {
    id: Id<'indicatorValue'>; indicator_id: Id<'indicator'>; action_id: Id<'action'> | null; observed_on: PlainDate; value: number | null
    note: Generated<string>; recorded_by: Id<'person'>; recorded_at: Instant; removed_at: Instant | null
  }
  change_set: Tenant & {
    id: Id<'changeSet'>; kind: 'entry' | 'edit' | 'bulk' | 'import' | 'undo'; label: string; objects: number; undoes_id: Id<'changeSet'> | null
    made_by: Id<'person'>; made_at: Instant
  }
  change: Tenant & {
    set_id: Id<'changeSet'>; object_id: string; field: string; object_kind: string; before: Json<unknown> | null; after: Json<unknown> | null
  }
  saved_view: Tenant & {
    id: Id<'savedView'>; slug: string; name: string; query: string; shared: Generated<boolean>; owner_id: Id<'person'>; saved_at: Instant
    removed_at: Instant | null
  }
  draft: Tenant & {
    person_id: Id<'person'>; form: string; fields: Json<Readonly<Record<string, string>>>; version: number | null; saved_at: Instant
  }
  cost_line: Tenant & {
    id: Id<'costLine'>; action_id: Id<'action'>; position: number; label: Generated<string>; nature: CostNature; year: number | null
    basis: 'HT' | 'TTC' | null; planned_cents: number | null; final_cents: number | null; fctva_eligible: boolean | null; written: string | null
    version: Generated<number>; removed_at: Instant | null
  }
  funding_line: Tenant & {
    id: Id<'fundingLine'>; action_id: Id<'action'>; position: number; funder_id: Id<'organisation'> | null; scheme: string | null; kind: FundingKind
    basis: 'HT' | 'TTC' | null; amount_cents: number | null; rate_basis_points: number | null; base_cents: number | null; note: Generated<string>
    written: string | null; status: Generated<FundingStatus>; status_since: PlainDate | null; requested_cents: number | null
    requested_unknown: Generated<boolean>; awarded_cents: number | null; awarded_unknown: Generated<boolean>; committed_cents: number | null
    committed_unknown: Generated<boolean>; paid_cents: number | null; paid_unknown: Generated<boolean>; version: Generated<number>
    removed_at: Instant | null
  }
  funding_event: Tenant & {
    id: Id<'fundingEvent'>; line_id: Id<'fundingLine'>; status: FundingStatus; happened_on: PlainDate; until: PlainDate | null
    amount_cents: number | null; requested_cents: number | null; requested_unknown: Generated<boolean>; awarded_cents: number | null
    awarded_unknown: Generated<boolean>; committed_cents: number | null; committed_unknown: Generated<boolean>; paid_cents: number | null
    paid_unknown: Generated<boolean>; reference: Generated<string>; reason: Generated<string>; document_id: Id<'document'> | null
    recorded_by: Id<'person'>; recorded_at: Instant
    withdrawn_at: Instant | null; withdrawn_by: Id<'person'> | null; withdrawn_reason: string | null
  }
  funding_instalment: Tenant & { line_id: Id<'fundingLine'>; year: number; amount_cents: number }
  post: Tenant & {
    id: Id<'post'>; title: string; kind: PostKind; employer_id: Id<'organisation'> | null; opah_ru: boolean | null
    convention_id: Id<'convention'> | null; clause: string | null; since: PlainDate | null; until: PlainDate | null; note: Generated<string>
    version: Generated<number>; removed_at: Instant | null
  }
  post_year: Tenant & {
    post_id: Id<'post'>; year: number; cost_cents: number | null; basis: PostBasis | null; note: Generated<string>; version: Generated<number>
  }
  post_funding: Tenant & {
    post_id: Id<'post'>; year: number; position: number; funder_id: Id<'organisation'> | null; scheme: string | null; amount_cents: number | null
    status: FundingStatus; status_on: PlainDate | null; reference: Generated<string>
  }
  grant_list: Tenant & {
    id: Id<'grantList'>; file_name: string; sha256: string; scheme: string; year: number | null; rows: number; kept: number
    imported_by: Id<'person'>; imported_at: Instant
  }
  listed_grant: Tenant & {
    id: Id<'grant'>; list_id: Id<'grantList'>; reference: string; title: string; beneficiary: string; siren: string | null; insee: string | null
    commune: string; programme: string; amount_cents: number | null
  }
  grant_verdict: Tenant & {
    id: Id<'grantVerdict'>; grant_id: Id<'grant'>; verdict: GrantVerdict; line_id: Id<'fundingLine'> | null; event_id: Id<'fundingEvent'> | null
    reason: Generated<string>; decided_by: Id<'person'>; decided_at: Instant; withdrawn_at: Instant | null; withdrawn_by: Id<'person'> | null
  }
  sheet_import: Tenant & {
    id: Id<'sheetImport'>; document_id: Id<'document'>; requested_by: Id<'person'>; requested_at: Instant
    stage: 'reading' | 'checking' | 'ready' | 'applying' | 'applied' | 'failed'; alive_at: Instant; done: Generated<number>; total: Generated<number>
    problem: string | null; grid: Buffer | null; framework: Generated<string>; choices: ColumnType<unknown, string | undefined, string>
    summary: Json<unknown> | null; digest: string | null; stale: Generated<boolean>; applied_by: Id<'person'> | null; applied_at: Instant | null
    set_id: Id<'changeSet'> | null
  }
  import_row: Tenant & {
    import_id: Id<'sheetImport'>; position: number; sheet: string; row_number: number; verdict: 'created' | 'changed' | 'unchanged' | 'refused'
    action_id: Id<'action'> | null; code: string | null; title: string; matched_by: 'id' | 'code' | 'title' | null; details: Json<unknown>
  }
  import_mapping: Tenant & { signature: Buffer; choice: Json<unknown>; saved_by: Id<'person'>; saved_at: Instant }
}
