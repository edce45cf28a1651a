-- Grants as a published list gives them, and what a person says each one is in the plan.

create table grant_list (
  operation_id uuid not null references operation,
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 300),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The scheme its grants belong to, and the year they were committed in when the list is of one year.
  scheme text not null check (length(scheme) between 1 and 120),
  year smallint check (year between 1990 and 2100),
  -- Of the file, and of those that concern the operation.
  rows integer not null check (rows >= 0),
  kept integer not null check (kept >= 0),
  imported_by uuid not null references person,
  imported_at timestamptz not null,
  primary key (operation_id, id),
  unique (operation_id, sha256)
);
select fence('grant_list', 'select, insert');

create table listed_grant (
  operation_id uuid not null references operation,
  id uuid not null,
  list_id uuid not null,
  -- The number of the file of the request: the same grant in two lists is one.
  reference text not null check (length(reference) between 1 and 60),
  title text not null check (length(title) between 1 and 500),
  beneficiary text not null check (length(beneficiary) <= 300),
  siren text check (siren ~ '^[0-9]{9}$'),
  insee text check (insee ~ '^[0-9AB]{5}$'),
  commune text not null check (length(commune) <= 200),
  programme text not null check (length(programme) <= 300),
  -- Null: the list gives none that can be read.
  amount_cents bigint check (amount_cents >= 0),
  primary key (operation_id, id),
  unique (operation_id, reference),
  foreign key (operation_id, list_id) references grant_list
);
create index listed_grant_of_list on listed_grant (operation_id, list_id);
select fence('listed_grant', 'select, insert');

-- `line`: it is this line of an action · `newLine`: a line was made for it · `none`: no action of ours · `setAside`: with a reason.
create table grant_verdict (
  operation_id uuid not null references operation,
  id uuid not null,
  grant_id uuid not null,
  verdict text not null check (verdict in ('line', 'newLine', 'none', 'setAside')),
  line_id uuid,
  event_id uuid,
  reason text not null default '' check (length(reason) <= 500),
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  primary key (operation_id, id),
  check ((verdict in ('line', 'newLine')) = (line_id is not null)),
  check (verdict <> 'setAside' or reason <> ''),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  foreign key (operation_id, grant_id) references listed_grant,
  foreign key (operation_id, line_id) references funding_line,
  foreign key (operation_id, event_id) references funding_event
);
create unique index grant_verdict_of_grant on grant_verdict (operation_id, grant_id) where withdrawn_at is null;
create index grant_verdict_of_line on grant_verdict (operation_id, line_id) where line_id is not null;
create index grant_verdict_of_event on grant_verdict (operation_id, event_id) where event_id is not null;
select fence('grant_verdict', 'select, insert, update');
