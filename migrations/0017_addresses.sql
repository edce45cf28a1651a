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
  -- Plain words of the street, its commune and its codes, as a search meets them.
  words tsvector not null,
  -- One of its numbers, near the middle: where the street is when no number is asked for.
  lon double precision not null,
  lat double precision not null,
  west double precision not null, south double precision not null, east double precision not null, north double precision not null,
  primary key (department, id),
  foreign key (department) references address_load on delete cascade
);
create index address_street_of_commune on address_street (insee);
create index address_street_by_words on address_street using gin (words) with (fastupdate = off);
create index address_street_by_place on address_street using gist (box(point(west, south), point(east, north)));
grant select, insert, update, delete on address_street to chapeau_app;

-- Apart from the streets, which a search reads by the hundred.
create table address_numbers (
  department text not null,
  street text not null,
  -- One array a number: number, suffix, longitude, latitude, certified (1, 0, null), parcels.
  numbers jsonb not null,
  primary key (department, street),
  foreign key (department) references address_load on delete cascade
);
grant select, insert, update, delete on address_numbers to chapeau_app;

-- The words there are, each with what is left of it once one or two letters are taken away: two words share some when one is a slip of the other.
create table address_word (
  department text not null,
  word text collate "C" not null,
  streets integer not null check (streets > 0),
  near tsvector not null,
  primary key (word, department),
  foreign key (department) references address_load on delete cascade
);
create index address_word_by_spelling on address_word using gin (near) with (fastupdate = off);
grant select, insert, update, delete on address_word to chapeau_app;
