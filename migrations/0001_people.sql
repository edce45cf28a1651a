-- People, their sessions, and the fence every tenant table gets.

create function fence(tenant_table regclass, rights text default 'select, insert, update, delete') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant on %s using (operation_id = nullif(current_setting(''chapeau.operation'', true), '''')::uuid) '
    'with check (operation_id = nullif(current_setting(''chapeau.operation'', true), '''')::uuid)', tenant_table);
  execute format('grant %s on %s to chapeau_app', rights, tenant_table);
end $$;
comment on function fence is 'Row-level security, forced, with the one policy of every tenant table: a row is visible and writable inside its own operation only.';

create table person (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 120),
  password_hash text,
  created_at timestamptz not null
);
grant select, insert, update on person to chapeau_app;

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  browser text not null
);
create index session_of_person on session (person_id, opened_at);
grant select, insert, update on session to chapeau_app;

create table sign_in_attempt (
  id uuid primary key,
  account text not null,
  address text not null,
  at timestamptz not null,
  succeeded boolean not null
);
create index sign_in_attempt_of_account on sign_in_attempt (account, at);
create index sign_in_attempt_of_address on sign_in_attempt (address, at);
grant select, insert, delete on sign_in_attempt to chapeau_app;
