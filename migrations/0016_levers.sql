-- Levers at work: each use of a lever, and the requests to the préfet to suspend a commercial authorisation outside the sectors.

create table lever_use (
  operation_id uuid not null references operation,
  id uuid not null,
  -- Identifier in the catalogue (src/law/levers/levers.yaml).
  lever text not null check (lever ~ '^L[0-9]{2}[a-z]?$'),
  used_on date,
  beneficiary text not null check (length(beneficiary) between 1 and 300),
  place text not null check (length(place) between 1 and 300),
  insee text check (insee ~ '^[0-9AB]{5}$'),
  sector_id uuid,
  action_id uuid,
  outcome text not null check (outcome in ('asked', 'granted', 'refused', 'abandoned', 'unknown')),
  note text check (length(note) between 1 and 2000),
  document_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null references person,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, sector_id) references sector,
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, document_id) references document
);
create index lever_use_of_lever on lever_use (operation_id, lever) where removed_at is null;
create index lever_use_of_action on lever_use (operation_id, action_id) where action_id is not null;
create index lever_use_of_sector on lever_use (operation_id, sector_id) where sector_id is not null;
select fence('lever_use', 'select, insert, update');

-- A request under C. com., art. L. 752-1-2: the project, its dated steps, and who joined.
create table suspension (
  operation_id uuid not null references operation,
  id uuid not null,
  project text not null check (length(project) between 1 and 300),
  insee text not null check (insee ~ '^[0-9AB]{5}$'),
  place text check (length(place) between 1 and 300),
  sales_area_m2 integer check (sales_area_m2 > 0),
  developer text check (length(developer) between 1 and 300),
  -- Day the application was registered: the fifteen clear days count from it.
  registered_on date,
  -- Words of the evidence file, by heading (housing vacancy, commercial vacancy, unemployment…): figure, source, day.
  evidence jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references person,
  removed_at timestamptz,
  primary key (operation_id, id)
);
select fence('suspension', 'select, insert, update');

create table suspension_step (
  operation_id uuid not null references operation,
  id uuid not null,
  suspension_id uuid not null,
  kind text not null check (kind in ('opinionAsked', 'joined', 'declined', 'sent', 'received', 'suspended', 'refused', 'extended', 'ended',
    'withdrawn')),
  organisation_id uuid,
  happened_on date not null,
  words text check (length(words) between 1 and 2000),
  document_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, suspension_id) references suspension,
  foreign key (operation_id, organisation_id) references organisation,
  foreign key (operation_id, document_id) references document
);
create index suspension_step_of_suspension on suspension_step (operation_id, suspension_id, happened_on);
create index suspension_step_of_organisation on suspension_step (operation_id, organisation_id) where organisation_id is not null;
select fence('suspension_step', 'select, insert, update');
