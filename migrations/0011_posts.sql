-- Engineering posts: who is employed for the operation, what each year costs, and who helps to pay it.

create table post (
  operation_id uuid not null references operation,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  kind text not null check (kind in ('projectLead', 'opahRuOfficer', 'townCentreManager', 'other')),
  -- Null: not known yet.
  employer_id uuid,
  -- Whether an OPAH-RU runs there, which changes the cap; null: nobody said.
  opah_ru boolean,
  -- The clause that created it: a convention, and the address of a provision in it.
  convention_id uuid,
  clause text check (length(clause) between 1 and 300),
  since date,
  until date check (until >= since),
  note text not null default '' check (length(note) <= 2000),
  version integer not null default 1,
  removed_at timestamptz,
  primary key (operation_id, id),
  check (clause is null or convention_id is not null),
  foreign key (operation_id, employer_id) references organisation,
  foreign key (operation_id, convention_id) references convention
);
create index post_of_employer on post (operation_id, employer_id) where employer_id is not null;
create index post_of_convention on post (operation_id, convention_id) where convention_id is not null;
select fence('post', 'select, insert, update');

create table post_year (
  operation_id uuid not null references operation,
  post_id uuid not null,
  year smallint not null check (year between 1990 and 2100),
  -- Null: unknown, which is not zero.
  cost_cents bigint check (cost_cents >= 0),
  -- As written: a salary bears no tax, and the clause says « HT » all the same.
  basis text check (basis in ('HT', 'TTC', 'none')),
  note text not null default '' check (length(note) <= 1000),
  version integer not null default 1,
  primary key (operation_id, post_id, year),
  foreign key (operation_id, post_id) references post
);
select fence('post_year', 'select, insert, update');

-- Co-funding of one year, as it stands; what it was before is in the journal.
create table post_funding (
  operation_id uuid not null references operation,
  post_id uuid not null,
  year smallint not null,
  position integer not null,
  -- Null: a funder still to be found.
  funder_id uuid,
  scheme text check (length(scheme) between 1 and 120),
  -- Null: unknown.
  amount_cents bigint check (amount_cents >= 0),
  status text not null check (status in ('toRequest', 'requested', 'awarded', 'committed', 'paid', 'closed', 'refused', 'cancelled')),
  status_on date,
  reference text not null default '' check (length(reference) <= 300),
  primary key (operation_id, post_id, year, position),
  foreign key (operation_id, post_id, year) references post_year,
  foreign key (operation_id, funder_id) references organisation
);
create index post_funding_of_funder on post_funding (operation_id, funder_id) where funder_id is not null;
select fence('post_funding');
