-- Addresses of the national base, by department, outside any operation: found as one types, with accents or not, without any outside service.

create table address_load (
  department text primary key check (department ~ '^([0-9]{2}|2[AB]|97[1-8])$'),
  source text not null check (length(source) between 1 and 500),
  sha256 bytea not null check (length(sha256) = 32),
  vintage date not null,
  loaded_at timestamptz not null,
  addresses integer not null check (addresses >= 0),
  refused integer not null check (refused >= 0)
);
grant select, insert, update, delete on address_load to chapeau_app;

create table address_street (
  department text not null,
  id text not null,
  insee text not null check (insee ~ '^[0-9AB]{5}$'),
  postcode text,
  commune text not null,
  name text not null,
  -- Plain words of the street and its commune, as a search meets them.
  search text not null,
  -- Numbers of the street in their order: number, suffix, longitude, latitude, certified; one array a street.
  numbers jsonb not null,
  primary key (department, id),
  foreign key (department) references address_load on delete cascade
);
create index address_street_of_commune on address_street (insee);
grant select, insert, update, delete on address_street to chapeau_app;
