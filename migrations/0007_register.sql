-- The national register: the State's lists of communes in an ORT, each kept whole under the day it was drawn up, outside any operation.

create table register_vintage (
  id uuid primary key,
  listed_on date not null unique,
  sha256 bytea not null unique check (length(sha256) = 32),
  file_name text not null,
  imported_at timestamptz not null,
  refused jsonb not null
);
comment on column register_vintage.refused is 'Rows that no commune could be found in: their lines and why.';
grant select, insert on register_vintage to chapeau_app;

create table register_row (
  vintage_id uuid not null references register_vintage,
  line integer not null check (line > 1),
  insee text not null check (insee ~ '^[0-9AB]{5}$'),
  operation_key text not null check (operation_key ~ '^([0-9]{9}|[0-9AB]{5})$'),
  cells jsonb not null,
  primary key (vintage_id, line)
);
create index register_row_of_operation on register_row (operation_key, vintage_id);
comment on column register_row.operation_key is 'SIREN of the EPCI; where none is known, the INSEE code of its first commune.';
comment on column register_row.cells is 'What the row states, column by column: contacts masked, who updated it left out.';
grant select, insert on register_row to chapeau_app;
