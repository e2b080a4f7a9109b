-- What every later migration stands on: the application role's rights, the tenant's wall,
-- restaurants with their branches, and the event log of the live channel.

grant usage on schema public to ${application};
alter default privileges in schema public grant select, insert, update, delete on tables to ${application};
alter default privileges in schema public grant usage, select on sequences to ${application};

-- Makes a table with a restaurant_id visible to its restaurant only. A table that a worker must search
-- across restaurants (queues, sign-in names, routing) is visible in the system's scope as well.
create procedure wall(table_name text, system_sees boolean default false)
language plpgsql as $$
declare
  own text := 'restaurant_id = (select nullif(current_setting(''app.restaurant'', true), '''')::uuid)';
  system text := '(select current_setting(''app.scope'', true)) = ''system''';
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy restaurant_wall on %1$I using (%2$s) with check (%2$s)',
                 table_name, case when system_sees then own || ' or ' || system else own end);
end
$$;

create table restaurant (
  restaurant_id uuid primary key,
  name_ar text not null,
  name_en text not null,
  personality text not null default 'casual'
    check (personality in ('formal', 'casual', 'traditional', 'modern')),
  vat_number text,
  created_at timestamptz not null
);
call wall('restaurant', true);

create table branch (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  code text not null,                       -- stands before order numbers, for example A
  name_ar text not null,
  name_en text not null,
  address_ar text not null,
  address_en text not null,
  zone text not null,                       -- IANA name
  latitude double precision not null,
  longitude double precision not null,
  hours jsonb not null,                     -- {"sunday": [{"from": "11:00", "to": "02:00"}], …}; `to` up to `from` is on the next day
  delivers boolean not null default true,
  preparation_minutes integer not null default 20 check (preparation_minutes between 1 and 240),
  primary key (restaurant_id, id),
  unique (restaurant_id, code)
);
call wall('branch');

-- Ordered by (transaction_id, id): a reader that stops below the oldest running transaction can skip nothing.
create table live_event (
  restaurant_id uuid not null,
  branch_id uuid,
  transaction_id bigint not null default pg_current_xact_id()::text::bigint,
  id bigint generated always as identity,
  happened_at timestamptz not null,
  event jsonb not null,
  primary key (transaction_id, id)
);
create index live_event_by_age on live_event (happened_at);
call wall('live_event', true);

-- A new value after a restore makes every position given out before it void.
create table live_epoch (
  epoch text not null,
  forgotten bigint not null default 0       -- positions below this transaction cannot be resumed
);
insert into live_epoch (epoch) values (substr(md5(random()::text || clock_timestamp()::text), 1, 8));
