-- Amendments: what each orders, one instruction at a time, and what could not be read of it.

-- Never changed once written, but to be withdrawn with a reason. `algorithm`: the rules that apply it, as they were when it was written.
-- `effective_on`: its own entry into force, when the amendment defers it.
create table instruction (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  position integer not null,
  provision_id uuid,
  change jsonb not null,
  sentence text not null check (length(sentence) > 0),
  words text not null,
  confidence real check (confidence between 0 and 1),
  effective_on date,
  algorithm text not null,
  reading_id uuid,
  fact_id uuid,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
  primary key (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention,
  foreign key (operation_id, convention_id, provision_id) references provision,
  foreign key (operation_id, reading_id, fact_id) references fact,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index instruction_of_provision on instruction (operation_id, convention_id, provision_id);
create index instruction_of_fact on instruction (operation_id, reading_id, fact_id);
select fence('instruction', 'select, insert');
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on instruction to chapeau_app;

-- Words of an amendment that order a change nobody can tell for sure: kept, so that its page says what was refused at reading.
create table unread_instruction (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  position integer not null,
  article text not null,
  problem text not null,
  message text not null,
  words text not null,
  primary key (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention
);
select fence('unread_instruction', 'select, insert');
