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
