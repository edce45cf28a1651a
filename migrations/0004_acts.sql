-- The register of acts: everything dated is an act, with the day it was done and the moment the register learnt of it; conventions without a text.

-- A convention known only by its acts (an order of the préfet) has no document; an amendment entered by form has no reading.
alter table convention alter column document_id drop not null, alter column reading_id drop not null, add column amends_id uuid;
alter table convention
  add foreign key (operation_id, amends_id) references convention,
  add check (amends_id <> id);
create index convention_of_amended on convention (operation_id, amends_id) where amends_id is not null;

-- The former table is read whole, by its owner, whom the fence would otherwise stop.
alter table act no force row level security;
alter table convention no force row level security;
alter table organisation no force row level security;
create temporary table former_act on commit drop as
  select act.*, convention.published_at, convention.published_by, coalesce(
    (select name from organisation where organisation.operation_id = act.operation_id and organisation.siren = act.author_siren order by id limit 1),
    case when author_siren is null then 'Autorité non établie' else 'SIREN ' || author_siren end) as authority_name
  from act join convention on convention.operation_id = act.operation_id and convention.id = act.convention_id;
alter table convention force row level security;
alter table organisation force row level security;
drop table act;

-- One act of one authority, never changed: a wrong one is corrected by another, about it, that says why.
-- `happened_on`: when it was done, null when nobody knows; `effective_on`: when it takes effect, when it says another day;
-- `recorded_at`: when the register learnt of it. `effect`: what it changes, by kind (src/law/legal-act.ts).
create table act (
  operation_id uuid not null references operation,
  id uuid not null,
  convention_id uuid not null,
  kind text not null check (kind in ('deliberation', 'order', 'transmission', 'receipt', 'publication', 'certification', 'signature',
    'homologation', 'amendment', 'extension', 'accession', 'withdrawal', 'termination', 'annulment', 'perimeter', 'correction')),
  authority_name text not null check (length(authority_name) between 1 and 300),
  authority_siren text check (authority_siren ~ '^[0-9]{9}$'),
  happened_on date,
  effective_on date,
  about_id uuid,
  number text check (length(number) between 1 and 100),
  identifier text check (length(identifier) between 1 and 100),
  nature text,
  effect jsonb not null default '{}',
  reason text check (length(reason) between 1 and 2000),
  document_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null references person,
  primary key (operation_id, id),
  unique (operation_id, convention_id, id),
  foreign key (operation_id, convention_id) references convention,
  foreign key (operation_id, convention_id, about_id) references act (operation_id, convention_id, id),
  foreign key (operation_id, document_id) references document,
  check (kind not in ('transmission', 'receipt', 'publication', 'certification', 'correction') or about_id is not null),
  check (kind <> 'correction' or reason is not null)
);
create index act_of_act on act (operation_id, convention_id, about_id) where about_id is not null;
create index act_of_document on act (operation_id, document_id) where document_id is not null;
create index act_by_identifier on act (operation_id, identifier) where identifier is not null;

insert into act (operation_id, id, convention_id, kind, authority_name, authority_siren, happened_on, number, identifier, nature, recorded_at, recorded_by)
  select operation_id, id, convention_id, case when nature in ('AR', 'AI') then 'order' else 'deliberation' end, left(authority_name, 300),
    case when author_siren ~ '^[0-9]{9}$' then author_siren end, acted_on, left(nullif(number, ''), 100), left(nullif(identifier, ''), 100), nature,
    published_at, published_by
  from former_act;
insert into act (operation_id, id, convention_id, kind, authority_name, authority_siren, happened_on, about_id, recorded_at, recorded_by)
  select former.operation_id, gen_random_uuid(), former.convention_id, step.kind, main.authority_name, main.authority_siren, step.done_on, former.id,
    former.published_at, former.published_by
  from former_act former
  join act main on main.operation_id = former.operation_id and main.id = former.id
  cross join lateral (values ('transmission', transmitted_on), ('receipt', received_on), ('publication', published_on),
    ('certification', certified_on)) step (kind, done_on)
  where step.done_on is not null;
select fence('act', 'select, insert');
