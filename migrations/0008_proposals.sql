-- Promises that amendments bring: followed once a person adds them, from the day the amendment took effect; or set aside with a reason.

-- Recurring occurrences due before this day are not owed; none for a promise of the base text.
alter table obligation add column owed_from date;
-- The clause an amendment inserted, which the base text does not have: its address and its number.
alter table obligation add column clause text check (length(clause) between 1 and 300);
alter table obligation add column clause_number text;
alter table obligation add constraint obligation_clause_once check (provision_id is null or clause is null);

create table proposal_dismissal (
  operation_id uuid not null references operation,
  convention_id uuid not null,
  id uuid not null,
  clause text not null,
  words text not null check (length(words) between 1 and 2000),
  reason text not null check (length(reason) between 1 and 500),
  dismissed_by uuid not null references person,
  dismissed_at timestamptz not null,
  primary key (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention
);
select fence('proposal_dismissal', 'select, insert');
