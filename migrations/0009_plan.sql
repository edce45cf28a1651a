-- The action plan: frameworks and orientations, actions with all that hangs on them, the history of each field, views and drafts people keep.

-- Those who follow the money of every action without writing the plan.
alter table mandate drop constraint mandate_role_check;
alter table mandate add constraint mandate_role_check
  check (role in ('projectLead', 'townLead', 'finance', 'lawyer', 'elected', 'prefecture', 'funder'));
alter table invitation drop constraint invitation_role_check;
alter table invitation add constraint invitation_role_check
  check (role in ('projectLead', 'townLead', 'finance', 'lawyer', 'elected', 'prefecture', 'funder'));

create table framework (
  operation_id uuid not null references operation,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('convention', 'programme', 'plh', 'territorialProject', 'crte', 'local')),
  -- The convention whose orientations these are.
  convention_id uuid,
  since date,
  until date check (until >= since),
  summary text not null default '' check (length(summary) <= 5000),
  position integer not null default 0,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (operation_id, id),
  unique (operation_id, slug),
  foreign key (operation_id, convention_id) references convention
);
create index framework_of_convention on framework (operation_id, convention_id) where convention_id is not null;
select fence('framework', 'select, insert, update');

create table orientation (
  operation_id uuid not null references operation,
  id uuid not null,
  framework_id uuid not null,
  parent_id uuid,
  position integer not null,
  -- As printed: « 2 », « 2.3 », « Axe IV ».
  number text check (length(number) between 1 and 30),
  title text not null check (length(title) between 1 and 300),
  context text not null default '' check (length(context) <= 20000),
  objectives text not null default '' check (length(objectives) <= 10000),
  audience text not null default '' check (length(audience) <= 2000),
  centrality text not null default '' check (length(centrality) <= 5000),
  pilots text not null default '' check (length(pilots) <= 1000),
  -- The clause it comes from: a convention, and the address of the provision in it.
  convention_id uuid,
  clause text check (length(clause) between 1 and 300),
  version integer not null default 1,
  removed_at timestamptz,
  primary key (operation_id, id),
  check ((convention_id is null) = (clause is null)),
  foreign key (operation_id, framework_id) references framework,
  foreign key (operation_id, parent_id) references orientation,
  foreign key (operation_id, convention_id) references convention
);
create index orientation_of_framework on orientation (operation_id, framework_id, position);
create index orientation_of_parent on orientation (operation_id, parent_id) where parent_id is not null;
create index orientation_of_clause on orientation (operation_id, convention_id) where convention_id is not null;
select fence('orientation', 'select, insert, update');

create table action (
  operation_id uuid not null references operation,
  id uuid not null,
  code text check (length(code) between 1 and 40),
  title text not null check (length(title) between 1 and 300),
  description text not null default '' check (length(description) <= 20000),
  objectives text not null default '' check (length(objectives) <= 10000),
  results text not null default '' check (length(results) <= 10000),
  means text not null default '' check (length(means) <= 10000),
  financing text not null default '' check (length(financing) <= 10000),
  centrality text not null default '' check (length(centrality) <= 5000),
  participation text not null default '' check (length(participation) <= 5000),
  participation_level text check (participation_level in ('none', 'information', 'consultation', 'concertation', 'coconstruction')),
  schedule text not null default '' check (length(schedule) <= 5000),
  nature text check (nature in ('investment', 'operating', 'mixed')),
  priority text check (priority in ('low', 'medium', 'high')),
  owner_id uuid,
  delegated_owner_id uuid,
  -- The clause that created it.
  convention_id uuid,
  clause text check (length(clause) between 1 and 300),
  starts_on date,
  ends_on date,
  forecast_starts_on date,
  forecast_ends_on date,
  progress smallint check (progress between 0 and 100),
  ongoing boolean not null default false,
  restricted boolean not null default false,
  signed_on date,
  sheet_updated_on date,
  contact text not null default '' check (length(contact) <= 500),
  -- What an import brought that no field holds, as written, by the label of its column.
  extra jsonb not null default '{}',
  -- Every word worth finding, folded: no case, no accents, no elisions.
  search text not null default '',
  search_vector tsvector not null generated always as (to_tsvector('pg_catalog.french'::regconfig, search)) stored,
  -- The code with its numbers on eight figures, so that 2 comes before 10; the title without case or accents: what lists are sorted by.
  code_order text generated always as
    (regexp_replace(regexp_replace(lower(code), '(\d+)', '0000000\1', 'g'), '0*(\d{8})', '\1', 'g')) stored,
  title_order text not null generated always as (translate(lower(title), 'àâäçéèêëîïôöùûüÿœæ’«»', 'aaaceeeeiioouuuyoa''  ')) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references person,
  updated_at timestamptz not null,
  updated_by uuid not null references person,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, owner_id) references organisation,
  foreign key (operation_id, delegated_owner_id) references organisation,
  foreign key (operation_id, convention_id) references convention
);
create unique index action_code on action (operation_id, lower(code)) where removed_at is null;
create index action_by_title on action (operation_id, title) where removed_at is null;
create index action_by_update on action (operation_id, updated_at) where removed_at is null;
create index action_of_owner on action (operation_id, owner_id) where owner_id is not null;
create index action_of_delegated_owner on action (operation_id, delegated_owner_id) where delegated_owner_id is not null;
create index action_of_convention on action (operation_id, convention_id) where convention_id is not null;
select fence('action', 'select, insert, update');

-- The life of an action: dated, by someone, at most withdrawn; `until` is the day of the next one, kept so that any day finds its state at once.
create table action_transition (
  operation_id uuid not null references operation,
  id uuid not null,
  action_id uuid not null,
  state text not null check (state in ('idea', 'planned', 'committed', 'inProgress', 'delivered', 'suspended', 'abandoned')),
  happened_on date not null,
  until date check (until >= happened_on),
  reason text not null default '' check (length(reason) <= 1000),
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  -- An undo withdraws what was recorded: in force for no day at all, so that no question about a day needs to know of it.
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  primary key (operation_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (withdrawn_at is null or until = happened_on),
  foreign key (operation_id, action_id) references action
);
create index action_transition_of_action on action_transition (operation_id, action_id, happened_on, recorded_at);
select fence('action_transition', 'select, insert, update');

create table action_blocking (
  operation_id uuid not null references operation,
  id uuid not null,
  action_id uuid not null,
  since date not null,
  reason text not null check (length(reason) between 1 and 1000),
  -- Who can lift it, in words, and as an organisation when it is one.
  lifter text not null default '' check (length(lifter) <= 300),
  lifter_id uuid,
  expected_on date,
  lifted_on date check (lifted_on >= since),
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  primary key (operation_id, id),
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, lifter_id) references organisation
);
create index action_blocking_of_action on action_blocking (operation_id, action_id);
create index action_blocking_of_lifter on action_blocking (operation_id, lifter_id) where lifter_id is not null;
select fence('action_blocking', 'select, insert, update');

-- One action in several frameworks, under the number each of them prints.
create table action_orientation (
  operation_id uuid not null references operation,
  action_id uuid not null,
  orientation_id uuid not null,
  code text check (length(code) between 1 and 40),
  position integer not null default 0,
  primary key (operation_id, action_id, orientation_id),
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, orientation_id) references orientation
);
create index action_orientation_of_orientation on action_orientation (operation_id, orientation_id, action_id);
select fence('action_orientation');

create table action_organisation (
  operation_id uuid not null references operation,
  action_id uuid not null,
  role text not null check (role in ('partner', 'service', 'designTeam', 'expectedFunder')),
  organisation_id uuid not null,
  position integer not null default 0,
  primary key (operation_id, action_id, role, organisation_id),
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, organisation_id) references organisation
);
create index action_organisation_of_organisation on action_organisation (operation_id, organisation_id, role);
select fence('action_organisation');

-- People of an action: those who have an account, and those who have only a name.
create table action_person (
  operation_id uuid not null references operation,
  action_id uuid not null,
  role text not null check (role in ('pilot', 'elected')),
  position integer not null,
  person_id uuid references person,
  name text not null check (length(name) between 1 and 120),
  primary key (operation_id, action_id, role, position),
  foreign key (operation_id, action_id) references action
);
create index action_person_of_person on action_person (operation_id, person_id) where person_id is not null;
select fence('action_person');

create table tag (
  operation_id uuid not null references operation,
  id uuid not null,
  kind text not null check (kind in ('theme', 'programme', 'audience', 'zoning', 'free')),
  name text not null check (length(name) between 1 and 120),
  primary key (operation_id, id)
);
create unique index tag_name on tag (operation_id, kind, lower(name));
select fence('tag', 'select, insert');

create table action_tag (
  operation_id uuid not null references operation,
  action_id uuid not null,
  tag_id uuid not null,
  primary key (operation_id, action_id, tag_id),
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, tag_id) references tag
);
create index action_tag_of_tag on action_tag (operation_id, tag_id, action_id);
select fence('action_tag');

-- The first needs the second; `related` orders nothing.
create table action_dependency (
  operation_id uuid not null references operation,
  action_id uuid not null,
  needs_id uuid not null check (needs_id <> action_id),
  kind text not null check (kind in ('finishToStart', 'startToStart', 'finishToFinish', 'related')),
  lag_days integer not null default 0 check (lag_days between -3650 and 3650),
  primary key (operation_id, action_id, needs_id),
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, needs_id) references action
);
create index action_dependency_of_needed on action_dependency (operation_id, needs_id);
select fence('action_dependency');

create table action_step (
  operation_id uuid not null references operation,
  id uuid not null,
  action_id uuid not null,
  kind text not null check (kind in ('step', 'milestone')),
  title text not null check (length(title) between 1 and 300),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  forecast_on date,
  done_on date,
  who text not null default '' check (length(who) <= 300),
  position integer not null,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, action_id) references action
);
create index action_step_of_action on action_step (operation_id, action_id, position);
select fence('action_step', 'select, insert, update');

create table action_place (
  operation_id uuid not null references operation,
  id uuid not null,
  action_id uuid not null,
  kind text not null check (kind in ('commune', 'address', 'parcel', 'sector', 'drawn')),
  label text not null check (length(label) between 1 and 300),
  insee text check (insee ~ '^[0-9AB]{5}$'),
  parcel text check (length(parcel) between 1 and 20),
  -- Degrees, WGS 84.
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  -- GeoJSON geometry of what was drawn.
  shape jsonb,
  position integer not null default 0,
  removed_at timestamptz,
  primary key (operation_id, id),
  check ((longitude is null) = (latitude is null)),
  foreign key (operation_id, action_id) references action
);
create index action_place_of_action on action_place (operation_id, action_id, position);
create index action_place_of_commune on action_place (operation_id, insee) where insee is not null;
select fence('action_place', 'select, insert, update');

create table action_note (
  operation_id uuid not null references operation,
  id uuid not null,
  action_id uuid not null,
  noted_on date not null,
  words text not null check (length(words) between 1 and 10000),
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, action_id) references action
);
create index action_note_of_action on action_note (operation_id, action_id, noted_on);
select fence('action_note', 'select, insert, update');

-- A kept document, or an address elsewhere.
create table action_attachment (
  operation_id uuid not null references operation,
  id uuid not null,
  action_id uuid not null,
  title text not null check (length(title) between 1 and 300),
  document_id uuid,
  address text check (length(address) between 1 and 2000),
  added_by uuid not null references person,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (operation_id, id),
  check ((document_id is null) <> (address is null)),
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, document_id) references document
);
create index action_attachment_of_action on action_attachment (operation_id, action_id);
create index action_attachment_of_document on action_attachment (operation_id, document_id) where document_id is not null;
select fence('action_attachment', 'select, insert, update');

create table indicator (
  operation_id uuid not null references operation,
  id uuid not null,
  name text not null check (length(name) between 1 and 300),
  unit text not null default '' check (length(unit) <= 60),
  kind text not null check (kind in ('realisation', 'result', 'context')),
  formula text not null default '' check (length(formula) <= 2000),
  source text not null default '' check (length(source) <= 1000),
  -- The orientation it measures, when it measures one as a whole.
  orientation_id uuid,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, orientation_id) references orientation
);
create unique index indicator_name on indicator (operation_id, lower(name)) where removed_at is null;
create index indicator_of_orientation on indicator (operation_id, orientation_id) where orientation_id is not null;
select fence('indicator', 'select, insert, update');

-- What one action promises of an indicator.
create table action_indicator (
  operation_id uuid not null references operation,
  action_id uuid not null,
  indicator_id uuid not null,
  baseline double precision,
  baseline_on date,
  target double precision,
  target_on date,
  primary key (operation_id, action_id, indicator_id),
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, indicator_id) references indicator
);
create index action_indicator_of_indicator on action_indicator (operation_id, indicator_id);
select fence('action_indicator');

-- A value observed one day, of one action or of the whole operation; null: observed, and not published.
create table indicator_value (
  operation_id uuid not null references operation,
  id uuid not null,
  indicator_id uuid not null,
  action_id uuid,
  observed_on date not null,
  value double precision,
  note text not null default '' check (length(note) <= 1000),
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, indicator_id) references indicator,
  foreign key (operation_id, action_id) references action
);
create index indicator_value_of_indicator on indicator_value (operation_id, indicator_id, observed_on);
create index indicator_value_of_action on indicator_value (operation_id, action_id) where action_id is not null;
select fence('indicator_value', 'select, insert, update');

-- One act of one person on the plan, whatever it changed: a form, a choice in a list, a whole selection, a file, an undo.
create table change_set (
  operation_id uuid not null references operation,
  id uuid not null,
  kind text not null check (kind in ('entry', 'edit', 'bulk', 'import', 'undo')),
  -- In words, for the list of what can be undone.
  label text not null check (length(label) between 1 and 300),
  objects integer not null,
  undoes_id uuid,
  made_by uuid not null references person,
  made_at timestamptz not null,
  primary key (operation_id, id),
  unique (operation_id, undoes_id),
  foreign key (operation_id, undoes_id) references change_set
);
create index change_set_by_time on change_set (operation_id, made_at);
select fence('change_set', 'select, insert');

-- Field by field, before and after: the history of each object, and what an undo puts back.
create table change (
  operation_id uuid not null references operation,
  set_id uuid not null,
  object_id uuid not null,
  field text not null check (length(field) between 1 and 60),
  object_kind text not null check (length(object_kind) between 1 and 40),
  before jsonb,
  after jsonb,
  primary key (operation_id, set_id, object_id, field),
  foreign key (operation_id, set_id) references change_set
);
create index change_of_object on change (operation_id, object_id);
select fence('change', 'select, insert');

-- A list of actions worth coming back to: the query of its address, under an address that stays.
create table saved_view (
  operation_id uuid not null references operation,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 120),
  query text not null check (length(query) <= 4000),
  shared boolean not null default false,
  owner_id uuid not null references person,
  saved_at timestamptz not null,
  removed_at timestamptz,
  primary key (operation_id, id),
  unique (operation_id, slug)
);
create index saved_view_of_owner on saved_view (operation_id, owner_id);
select fence('saved_view', 'select, insert, update');

-- What someone typed and has not sent yet: a working copy, outside the journal, gone once sent.
create table draft (
  operation_id uuid not null references operation,
  person_id uuid not null references person,
  -- The address of the form.
  form text not null check (length(form) between 1 and 500),
  fields jsonb not null,
  -- The version of the object the form was shown with.
  version integer,
  saved_at timestamptz not null,
  primary key (operation_id, person_id, form)
);
select fence('draft');
