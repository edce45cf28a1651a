-- Documents handed in, what is read from them, and the conventions published from that.

create table document (
  operation_id uuid not null references operation,
  id uuid not null,
  sha256 bytea not null,
  file_name text not null check (length(file_name) between 1 and 255),
  media_type text not null,
  size integer not null check (size > 0),
  deposited_by uuid not null references person,
  deposited_at timestamptz not null,
  primary key (operation_id, id)
);
create index document_by_content on document (operation_id, sha256);
select fence('document', 'select, insert');

create table document_content (
  operation_id uuid not null,
  document_id uuid not null,
  bytes bytea not null,
  primary key (operation_id, document_id),
  foreign key (operation_id, document_id) references document
);
alter table document_content alter column bytes set storage external;
select fence('document_content', 'select, insert');

-- One reading of a document. Its progress is overwritten as it goes; what it found is never changed.
create table reading (
  operation_id uuid not null references operation,
  id uuid not null,
  document_id uuid not null,
  requested_by uuid not null references person,
  requested_at timestamptz not null,
  alive_at timestamptz not null,
  done integer not null default 0,
  total integer not null default 0,
  finished_at timestamptz,
  problem text,
  format text,
  engine text,
  title text,
  kind text,
  text text,
  warnings jsonb not null default '[]',
  set_aside_at timestamptz,
  set_aside_by uuid references person,
  primary key (operation_id, id),
  foreign key (operation_id, document_id) references document
);
create index reading_of_document on reading (operation_id, document_id);
create index reading_by_date on reading (operation_id, requested_at);
select fence('reading', 'select, insert, update');

create table fact (
  operation_id uuid not null references operation,
  reading_id uuid not null,
  id uuid not null,
  kind text not null,
  position integer not null,
  value jsonb not null,
  span_start integer,
  span_end integer check (span_end >= span_start),
  confidence real not null check (confidence between 0 and 1),
  primary key (operation_id, reading_id, id),
  foreign key (operation_id, reading_id) references reading
);
select fence('fact', 'select, insert');

-- What a person said of a fact; the last version counts, the earlier ones stay.
create table fact_decision (
  operation_id uuid not null references operation,
  reading_id uuid not null,
  fact_id uuid not null,
  version integer not null check (version > 0),
  verdict text not null check (verdict in ('accepted', 'corrected', 'rejected')),
  value jsonb not null,
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  primary key (operation_id, reading_id, fact_id, version),
  foreign key (operation_id, reading_id, fact_id) references fact
);
select fence('fact_decision', 'select, insert');

create table convention (
  operation_id uuid not null references operation,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  kind text not null check (kind in ('umbrella', 'programme', 'membership', 'amendment', 'other')),
  document_id uuid not null,
  reading_id uuid not null,
  term jsonb,
  published_by uuid not null references person,
  published_at timestamptz not null,
  primary key (operation_id, id),
  unique (operation_id, slug),
  unique (operation_id, reading_id),
  foreign key (operation_id, document_id) references document,
  foreign key (operation_id, reading_id) references reading
);
create index convention_of_document on convention (operation_id, document_id);
select fence('convention', 'select, insert');

create table provision (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  position integer not null,
  slug text not null,
  number text not null,
  heading text not null,
  depth smallint not null check (depth > 0),
  text text not null,
  primary key (operation_id, convention_id, id),
  unique (operation_id, convention_id, slug),
  foreign key (operation_id, convention_id) references convention
);
select fence('provision', 'select, insert');

create table party (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  position integer not null,
  organisation_id uuid not null,
  name text not null,
  role text not null check (role in ('carrier', 'beneficiary', 'authority', 'partner', 'signatory')),
  signatories jsonb not null,
  primary key (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention,
  foreign key (operation_id, organisation_id) references organisation
);
create index party_of_organisation on party (operation_id, organisation_id);
select fence('party', 'select, insert');

create table body (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  position integer not null,
  provision_id uuid,
  name text not null,
  chair text,
  meetings_per_year real check (meetings_per_year > 0),
  quorum text,
  convening_days smallint,
  primary key (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention,
  foreign key (operation_id, convention_id, provision_id) references provision
);
create index body_of_provision on body (operation_id, convention_id, provision_id);
select fence('body', 'select, insert');

create table seat (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  body_id uuid not null,
  position integer not null,
  office text not null,
  representative boolean not null,
  primary key (operation_id, convention_id, body_id, position),
  foreign key (operation_id, convention_id, body_id) references body
);
select fence('seat', 'select, insert');

create table obligation (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  position integer not null,
  provision_id uuid,
  kind text not null,
  bearer text,
  rule jsonb not null,
  words text not null,
  primary key (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention,
  foreign key (operation_id, convention_id, provision_id) references provision
);
create index obligation_of_provision on obligation (operation_id, convention_id, provision_id);
select fence('obligation', 'select, insert');

-- An act of one authority about a convention: its délibération, the stamp that proves its transmission. The dates are kept apart.
create table act (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  position integer not null,
  identifier text,
  nature text not null,
  number text,
  author_siren text,
  acted_on date,
  transmitted_on date,
  received_on date,
  published_on date,
  certified_on date,
  primary key (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention
);
create unique index act_by_identifier on act (operation_id, convention_id, identifier);
select fence('act', 'select, insert');

-- What else the text says, each with its clause: dates, amounts, rates, references to law, programmes, and its defects.
create table mention (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  position integer not null,
  kind text not null check (kind in ('date', 'amount', 'rate', 'reference', 'programme', 'defect')),
  provision_id uuid,
  value jsonb not null,
  words text not null,
  primary key (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention,
  foreign key (operation_id, convention_id, provision_id) references provision
);
create index mention_of_provision on mention (operation_id, convention_id, provision_id);
select fence('mention', 'select, insert');
