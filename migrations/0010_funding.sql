-- The money of actions: what they cost, who pays, and every step of each euro. Whole cents; without tax and with tax never in one sum.

create table cost_line (
  operation_id uuid not null references operation,
  id uuid not null,
  action_id uuid not null,
  position integer not null,
  label text not null default '' check (length(label) <= 300),
  nature text not null
    check (nature in ('studies', 'land', 'works', 'equipment', 'projectManagement', 'services', 'staff', 'operating', 'other')),
  year smallint check (year between 1990 and 2100),
  -- Null: nobody said. Such an amount is in no sum.
  basis text check (basis in ('HT', 'TTC')),
  -- Null: unknown, which is not zero.
  planned_cents bigint check (planned_cents >= 0),
  final_cents bigint check (final_cents >= 0),
  -- Eligible to the compensation of value added tax; null: nobody said.
  fctva_eligible boolean,
  -- As an imported file wrote it, when that says more than the figures.
  written text check (length(written) between 1 and 500),
  version integer not null default 1,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, action_id) references action
);
create index cost_line_of_action on cost_line (operation_id, action_id, position) where removed_at is null;
select fence('cost_line', 'select, insert, update');

create table funding_line (
  operation_id uuid not null references operation,
  id uuid not null,
  action_id uuid not null,
  position integer not null,
  -- Null: a funder still to be found.
  funder_id uuid,
  -- DETR, DSIL, Fonds vert…
  scheme text check (length(scheme) between 1 and 120),
  kind text not null check (kind in ('grant', 'loan', 'advance', 'own', 'inKind', 'landHolding')),
  basis text check (basis in ('HT', 'TTC')),
  -- What is planned or asked for; null: unknown.
  amount_cents bigint check (amount_cents >= 0),
  -- Of the eligible base, in hundredths of a percent.
  rate_basis_points integer check (rate_basis_points between 0 and 10000),
  base_cents bigint check (base_cents >= 0),
  note text not null default '' check (length(note) <= 2000),
  written text check (length(written) between 1 and 500),
  -- What the line stands at since its last step: the same as that step says, kept here so that sums of today read one table.
  status text not null default 'toRequest'
    check (status in ('toRequest', 'requested', 'awarded', 'committed', 'paid', 'closed', 'refused', 'cancelled')),
  status_since date,
  requested_cents bigint,
  requested_unknown boolean not null default false,
  awarded_cents bigint,
  awarded_unknown boolean not null default false,
  committed_cents bigint,
  committed_unknown boolean not null default false,
  paid_cents bigint,
  paid_unknown boolean not null default false,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, action_id) references action,
  foreign key (operation_id, funder_id) references organisation
);
create index funding_line_by_step on funding_line (operation_id, status_since) where status_since is not null;
create index funding_line_of_action on funding_line (operation_id, action_id, position) where removed_at is null;
create index funding_line_of_funder on funding_line (operation_id, funder_id) where removed_at is null;
select fence('funding_line', 'select, insert, update');

-- Each step of a line, dated, with its proof; only added, and withdrawn with a reason. `until`: the day of the next step, null for the last.
create table funding_event (
  operation_id uuid not null references operation,
  id uuid not null,
  line_id uuid not null,
  status text not null check (status in ('toRequest', 'requested', 'awarded', 'committed', 'paid', 'closed', 'refused', 'cancelled')),
  happened_on date not null,
  until date check (until >= happened_on),
  -- Requested, awarded or committed in all; of a payment, that payment alone; null: unknown.
  amount_cents bigint check (amount_cents >= 0),
  -- What the line stands at once this step is taken, told from its steps in order, so that any day finds its amounts at once.
  -- Null and not unknown: nothing at this stage. Paid: the sum of the payments whose amount is known, unknown when another is not.
  requested_cents bigint,
  requested_unknown boolean not null default false,
  awarded_cents bigint,
  awarded_unknown boolean not null default false,
  committed_cents bigint,
  committed_unknown boolean not null default false,
  paid_cents bigint,
  paid_unknown boolean not null default false,
  reference text not null default '' check (length(reference) <= 300),
  reason text not null default '' check (length(reason) <= 500),
  document_id uuid,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
  primary key (operation_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (operation_id, line_id) references funding_line,
  foreign key (operation_id, document_id) references document
);
create index funding_event_of_line on funding_event (operation_id, line_id, happened_on, recorded_at) where withdrawn_at is null;
create index funding_event_of_document on funding_event (operation_id, document_id) where document_id is not null;
select fence('funding_event', 'select, insert, update');

-- When the money of a line is expected, year by year.
create table funding_instalment (
  operation_id uuid not null references operation,
  line_id uuid not null,
  year smallint not null check (year between 1990 and 2100),
  amount_cents bigint not null check (amount_cents >= 0),
  primary key (operation_id, line_id, year),
  foreign key (operation_id, line_id) references funding_line
);
select fence('funding_instalment');
