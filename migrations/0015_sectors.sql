-- Perimeters on the ground: sectors of intervention and the others of an operation, in versions never edited, and files brought to make them.

create table sector (
  operation_id uuid not null references operation,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('intervention', 'strategy', 'opah', 'opahRu', 'qpv', 'preemption', 'reinforcedPreemption', 'tradeSafeguard',
    'heritage', 'urbanZone', 'activityZone', 'other')),
  -- The commune it lies in; null for a perimeter over several.
  insee text check (insee ~ '^[0-9AB]{5}$'),
  convention_id uuid,
  -- Drawn by hand to show what it would be: no right hangs on it.
  illustrative boolean not null default false,
  note text check (length(note) between 1 and 2000),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references person,
  removed_at timestamptz,
  primary key (operation_id, id),
  foreign key (operation_id, convention_id) references convention
);
create unique index sector_slug on sector (operation_id, slug);
create index sector_of_convention on sector (operation_id, convention_id) where convention_id is not null;
select fence('sector', 'select, insert, update');

-- One shape of a sector between two days, set by an act; a wrong one is withdrawn with a reason and another recorded.
create table sector_version (
  operation_id uuid not null references operation,
  id uuid not null,
  sector_id uuid not null,
  number integer not null check (number > 0),
  -- GeoJSON MultiPolygon in degrees of WGS 84; null for an act that takes the sector away.
  geometry jsonb,
  west double precision, south double precision, east double precision, north double precision,
  area_m2 double precision check (area_m2 >= 0),
  -- Null when no document says whether it holds a town centre.
  town_centre boolean,
  act_id uuid,
  -- Null when nobody knows; the last day is the one before the next version unless it says otherwise.
  valid_from date,
  valid_to date,
  -- Metres: how far the line drawn may be from the line voted; null when unknown.
  precision_metres double precision check (precision_metres > 0 and precision_metres <= 1000),
  source text not null check (length(source) between 1 and 300),
  sha256 bytea not null check (length(sha256) = 32),
  recorded_at timestamptz not null,
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
  primary key (operation_id, id),
  unique (operation_id, sector_id, number),
  foreign key (operation_id, sector_id) references sector,
  foreign key (operation_id, act_id) references act,
  check (valid_to is null or valid_from is null or valid_to >= valid_from),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check ((geometry is null) = (west is null))
);
create index sector_version_of_act on sector_version (operation_id, act_id) where act_id is not null;
select fence('sector_version', 'select, insert');
-- A shape once kept is never changed: it can only be withdrawn.
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on sector_version to chapeau_app;

-- A file handed in to make sectors: what was read of it, kept until someone agrees or leaves it.
create table sector_file (
  operation_id uuid not null references operation,
  id uuid not null,
  name text not null check (length(name) between 1 and 300),
  format text not null check (format in ('geojson', 'shapefile', 'geopackage', 'kml', 'parcels', 'drawn')),
  sha256 bytea not null check (length(sha256) = 32),
  -- Features as read: properties, geometry in degrees, problems found, repairs asked for, sector each goes to.
  content jsonb not null,
  handed_in_at timestamptz not null,
  handed_in_by uuid not null references person,
  applied_at timestamptz,
  removed_at timestamptz,
  primary key (operation_id, id)
);
create index sector_file_by_day on sector_file (operation_id, handed_in_at) where removed_at is null;
select fence('sector_file', 'select, insert, update');

-- Contours of communes, outside any operation: what says that a sector leaves its commune, and which commune a bare point is in.
create table commune_contour (
  insee text primary key check (insee ~ '^[0-9AB]{5}$'),
  geometry jsonb not null,
  west double precision not null, south double precision not null, east double precision not null, north double precision not null,
  precision_metres double precision not null check (precision_metres > 0),
  source text not null check (length(source) between 1 and 300),
  vintage date not null,
  imported_at timestamptz not null
);
create index commune_contour_by_longitude on commune_contour (west, east);
grant select, insert, update, delete on commune_contour to chapeau_app;
