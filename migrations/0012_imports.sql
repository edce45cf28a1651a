-- Spreadsheets brought into the plan: the file, what was understood of it, the dry run row by row, and what was written.

create table sheet_import (
  operation_id uuid not null references operation,
  id uuid not null,
  document_id uuid not null,
  requested_by uuid not null references person,
  requested_at timestamptz not null,
  -- Working: reading the file, checking it against the plan, applying it. Waiting: ready, applied, failed.
  stage text not null check (stage in ('reading', 'checking', 'ready', 'applying', 'applied', 'failed')),
  alive_at timestamptz not null,
  done integer not null default 0,
  total integer not null default 0,
  -- Why the file gave nothing, or why the writing failed.
  problem text check (length(problem) between 1 and 60),
  -- The sheets and their cells, as JSON compressed: never read twice from the file.
  grid bytea,
  -- The framework new orientations go into, when the file names none; empty: none was chosen.
  framework text not null default '' check (length(framework) <= 200),
  -- What a person chose for the columns of each table.
  choices jsonb not null default '{}',
  -- Tables, columns, counts, rows set aside, cells accounted for.
  summary jsonb,
  -- Seal of the dry run: what is applied is what was shown.
  digest text,
  -- True when the plan had changed since the dry run one wanted to apply.
  stale boolean not null default false,
  applied_by uuid references person,
  applied_at timestamptz,
  set_id uuid,
  primary key (operation_id, id),
  foreign key (operation_id, document_id) references document,
  foreign key (operation_id, set_id) references change_set
);
create index sheet_import_by_time on sheet_import (operation_id, requested_at);
create index sheet_import_of_document on sheet_import (operation_id, document_id);
create index sheet_import_of_set on sheet_import (operation_id, set_id) where set_id is not null;
select fence('sheet_import', 'select, insert, update');

-- One action of the file, as the dry run tells it.
create table import_row (
  operation_id uuid not null references operation,
  import_id uuid not null,
  position integer not null,
  sheet text not null,
  -- From 1, as the spreadsheet counts.
  row_number integer not null,
  verdict text not null check (verdict in ('created', 'changed', 'unchanged', 'refused')),
  action_id uuid,
  code text,
  title text not null,
  -- How an action of the plan was recognised.
  matched_by text check (matched_by in ('id', 'code', 'title')),
  -- Changes before and after, cells kept or refused with the reason.
  details jsonb not null,
  primary key (operation_id, import_id, position),
  foreign key (operation_id, import_id) references sheet_import
);
create index import_row_by_verdict on import_row (operation_id, import_id, verdict, position);
select fence('import_row');

-- What people chose for tables of these labels, for the next time; `signature`: SHA-256 of the labels.
create table import_mapping (
  operation_id uuid not null references operation,
  signature bytea not null,
  choice jsonb not null,
  saved_by uuid not null references person,
  saved_at timestamptz not null,
  primary key (operation_id, signature)
);
select fence('import_mapping', 'select, insert, update');
