-- When and where branches serve: other hours than those of the usual week, busy and paused, delivery zones,
-- addresses, and how many orders a quarter of an hour takes.

alter table restaurant add column hijri jsonb not null default '{}';   -- {"1447-09": 1}: days by which a month is moved

alter table branch add column special_times jsonb not null default '{}';
alter table branch add column mode text not null default 'online' check (mode in ('online', 'busy', 'paused'));
alter table branch add column mode_until timestamptz;
alter table branch add column mode_delay integer not null default 0 check (mode_delay between 0 and 240);
alter table branch add column mode_asap boolean not null default true;
-- A pause that nobody ends loses an evening: none is without an end.
alter table branch add constraint branch_mode_ends check ((mode = 'online') = (mode_until is null));

-- Where a branch delivers to. A branch without a row delivers anywhere, at no fee.
create table delivery_zone (
  restaurant_id uuid not null,
  branch_id uuid not null,
  id uuid not null,
  position integer not null,
  shape jsonb not null,                     -- a GeoJSON polygon, longitude first
  terms jsonb not null,                     -- name, fee, minimum, bands by distance, free from
  primary key (restaurant_id, branch_id, id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('delivery_zone');

alter table orders add column delivery_fee bigint not null default 0 check (delivery_fee between 0 and total);

-- What each quarter of an hour of a branch takes; null is not limited.
alter table branch add column slot_orders integer check (slot_orders between 0 and 1000);
alter table branch add column slot_minutes integer check (slot_minutes between 0 and 10000);

create table slot (
  restaurant_id uuid not null,
  branch_id uuid not null,
  starts_at timestamptz not null,
  orders integer not null check (orders >= 0),
  minutes integer not null check (minutes >= 0),
  primary key (restaurant_id, branch_id, starts_at),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('slot');

-- Which order has its place where; given back when the order is not made.
create table slot_claim (
  restaurant_id uuid not null,
  order_id uuid not null,
  branch_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null,
  primary key (restaurant_id, order_id),
  foreign key (restaurant_id, branch_id, starts_at) references slot
);
call wall('slot_claim');

alter table cart add column wanted_at timestamptz;
alter table orders add column if not exists scheduled_for timestamptz;

-- The hour of the week in which a branch's own times are alike; all branches keep the time of Riyadh.
create function hour_of_week(moment timestamptz) returns integer
language sql immutable parallel safe
return cast(extract(isodow from moment at time zone 'Asia/Riyadh') as integer) * 24
     + cast(extract(hour from moment at time zone 'Asia/Riyadh') as integer);
create index orders_of_hour on orders (restaurant_id, branch_id, hour_of_week(placed_at), placed_at desc);

-- Short addresses whose place a customer has shown once.
create table customer_place (
  restaurant_id uuid not null,
  customer_id uuid not null,
  short_address text not null check (short_address ~ '^[A-Z]{4}[0-9]{4}$'),
  latitude double precision not null,
  longitude double precision not null,
  shown_at timestamptz not null,
  primary key (restaurant_id, customer_id, short_address),
  foreign key (restaurant_id, customer_id) references customer
);
call wall('customer_place');
