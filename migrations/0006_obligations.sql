-- What people keep of obligations: proofs, waivers, days of events, decisions; calendars read by a secret address; reminders by e-mail.

create table obligation_entry (
  operation_id uuid not null references operation,
  id uuid not null,
  convention_id uuid not null,
  obligation_id uuid not null,
  kind text not null check (kind in ('proof', 'waiver', 'event', 'decision')),
  -- Which occurrence: the key that the rules give it.
  occurrence text check (length(occurrence) between 1 and 80),
  form text check (form in ('meeting', 'report', 'act', 'document')),
  verdict text check (verdict in ('kept', 'replaced', 'ended')),
  -- The day it happened; of a decision, the first day the obligation is owed no more.
  happened_on date,
  -- Title of what happened, or reason of what was decided.
  words text not null check (length(words) between 1 and 500),
  document_id uuid,
  act_id uuid,
  replaced_by uuid,
  -- Instructions that a decision answers.
  instructions jsonb not null default '[]',
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  primary key (operation_id, id),
  foreign key (operation_id, convention_id, obligation_id) references obligation,
  foreign key (operation_id, document_id) references document,
  foreign key (operation_id, act_id) references act,
  check (kind <> 'proof' or (occurrence is not null and form is not null and happened_on is not null)),
  check (kind <> 'waiver' or occurrence is not null),
  check (kind <> 'event' or happened_on is not null),
  check (kind <> 'decision' or (verdict is not null and (verdict = 'kept' or happened_on is not null)))
);
create index obligation_entry_of_obligation on obligation_entry (operation_id, convention_id, obligation_id, recorded_at);
create index obligation_entry_of_document on obligation_entry (operation_id, document_id) where document_id is not null;
create index obligation_entry_of_act on obligation_entry (operation_id, act_id) where act_id is not null;
select fence('obligation_entry', 'select, insert');

-- An entry made by mistake stays, with why it counts no more.
create table obligation_withdrawal (
  operation_id uuid not null references operation,
  entry_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  withdrawn_by uuid not null references person,
  withdrawn_at timestamptz not null,
  primary key (operation_id, entry_id),
  foreign key (operation_id, entry_id) references obligation_entry
);
select fence('obligation_withdrawal', 'select, insert');

-- The door of calendars: a secret address (its hash) opens one operation, or all those of one person, without a session.
-- Read by all, since nothing else tells what the address opens; written for oneself, or from inside the operation.
create table calendar_feed (
  id uuid primary key,
  token_hash bytea not null unique,
  operation_id uuid references operation,
  person_id uuid not null references person,
  name text not null check (length(name) between 1 and 120),
  opened_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references person
);
create index calendar_feed_of_person on calendar_feed (person_id, opened_at);
create index calendar_feed_of_operation on calendar_feed (operation_id, opened_at);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy door on calendar_feed for select using (true);
create policy opening on calendar_feed for insert
  with check (operation_id is null or operation_id = nullif(current_setting('chapeau.operation', true), '')::uuid);
create policy revoking on calendar_feed for update
  using (operation_id is null or operation_id = nullif(current_setting('chapeau.operation', true), '')::uuid);
grant select, insert, update on calendar_feed to chapeau_app;

-- How often a person wants to be reminded; without a row, their roles say.
create table reminder_preference (
  person_id uuid primary key references person,
  frequency text not null check (frequency in ('weekly', 'daily', 'never')),
  chosen_at timestamptz not null
);
grant select, insert, update on reminder_preference to chapeau_app;

-- One digest per person and day: claimed by one process, ended once it left or had nothing to say; the link in it changes the preference.
create table reminder_sending (
  person_id uuid not null references person,
  day date not null,
  token_hash bytea not null unique,
  claimed_at timestamptz not null,
  attempts integer not null default 1,
  ended_at timestamptz,
  outcome text check (outcome in ('sent', 'nothing', 'failed')),
  primary key (person_id, day)
);
create index reminder_sending_waiting on reminder_sending (claimed_at) where ended_at is null;
grant select, insert, update on reminder_sending to chapeau_app;
