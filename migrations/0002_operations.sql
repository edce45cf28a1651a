-- The operation (the tenant), who acts in it, and its journal.

-- The directory of operations: that an EPCI runs one is public, so it is read by all; it is written from inside the operation only.
create table operation (
  operation_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  epci_siren text not null check (epci_siren ~ '^[0-9]{9}$'),
  main_town_insee text check (main_town_insee ~ '^[0-9AB]{5}$'),
  demonstration boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1
);
alter table operation enable row level security;
alter table operation force row level security;
create policy directory on operation for select using (true);
create policy founding on operation for insert with check (operation_id = nullif(current_setting('chapeau.operation', true), '')::uuid);
create policy tenant on operation for update using (operation_id = nullif(current_setting('chapeau.operation', true), '')::uuid);
grant select, insert, update on operation to chapeau_app;

-- The door: which person may open which operation. What they may do there is in their mandates.
create table operation_access (
  person_id uuid not null references person,
  operation_id uuid not null references operation,
  since timestamptz not null,
  primary key (person_id, operation_id)
);
grant select, insert on operation_access to chapeau_app;

create table organisation (
  operation_id uuid not null references operation,
  id uuid not null,
  name text not null check (length(name) between 1 and 300),
  kind text not null check (kind in ('epci', 'commune', 'state', 'region', 'department', 'agency', 'private', 'other')),
  siren text check (siren ~ '^[0-9]{9}$'),
  insee text check (insee ~ '^[0-9AB]{5}$'),
  primary key (operation_id, id)
);
create unique index organisation_name on organisation (operation_id, kind, lower(name));
select fence('organisation');

create table mandate (
  operation_id uuid not null references operation,
  id uuid not null,
  person_id uuid not null references person,
  organisation_id uuid not null,
  role text not null check (role in ('projectLead', 'townLead', 'lawyer', 'elected', 'prefecture', 'funder')),
  capacity text not null check (length(capacity) between 1 and 200),
  since date not null,
  until date check (until >= since),
  primary key (operation_id, id),
  foreign key (operation_id, organisation_id) references organisation
);
create index mandate_of_person on mandate (operation_id, person_id);
create index mandate_of_organisation on mandate (operation_id, organisation_id);
select fence('mandate');

create table invitation (
  operation_id uuid not null references operation,
  id uuid not null,
  token_hash bytea not null,
  email text not null check (email = lower(email)),
  organisation_id uuid not null,
  role text not null check (role in ('projectLead', 'townLead', 'lawyer', 'elected', 'prefecture', 'funder')),
  capacity text not null check (length(capacity) between 1 and 200),
  invited_by uuid not null references person,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, organisation_id) references organisation
);
create unique index invitation_token on invitation (operation_id, token_hash);
create index invitation_of_organisation on invitation (operation_id, organisation_id);
select fence('invitation');

-- A form sent twice (double click, reload) is written once: its key answers with the page the first sending led to.
create table submission (
  operation_id uuid not null references operation,
  key uuid not null,
  person_id uuid not null references person,
  location text not null,
  at timestamptz not null,
  primary key (operation_id, key)
);
select fence('submission', 'select, insert, update');

create table journal_head (
  operation_id uuid primary key references operation,
  position bigint not null,
  hash bytea not null
);
select fence('journal_head', 'select, insert, update');

create table journal_entry (
  operation_id uuid not null references operation,
  position bigint not null,
  at timestamptz(3) not null,
  person_id uuid references person,
  what text not null,
  object_kind text not null,
  object_id uuid not null,
  before jsonb,
  after jsonb,
  hash bytea not null,
  primary key (operation_id, position)
);
create index journal_of_object on journal_entry (operation_id, object_id, position);
create index journal_of_person on journal_entry (operation_id, person_id, position);
select fence('journal_entry', 'select, insert');
