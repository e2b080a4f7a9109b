-- The tills of branches: how they are reached, what goes to them, what they show, where they differ; tasks for people.

create table pos_setting (
  restaurant_id uuid not null,
  branch_id uuid not null,
  kind text not null check (kind in ('webhook', 'foodics')),
  address text not null,
  secret bytea not null,                    -- sealed
  hook bytea not null,                      -- sealed; the secret part of the path by which the till calls
  pos_branch text,
  hand_over_at text not null check (hand_over_at in ('placed', 'accepted')),
  enabled boolean not null,
  changed_at timestamptz not null,
  reconcile_at timestamptz not null default now(),
  reconciled_until timestamptz,             -- changes there have been read up to here
  answered_at timestamptz,
  trouble text,                             -- what went wrong last; null since it works
  primary key (restaurant_id, branch_id),
  foreign key (restaurant_id, branch_id) references branch
);
create unique index pos_setting_of_branch on pos_setting (branch_id);
call wall('pos_setting', true);

-- An order as its till has it. The lines are those of the moment of placing.
create table pos_order (
  restaurant_id uuid not null,
  order_id uuid not null,
  branch_id uuid not null,
  key text not null,                        -- order and version: the same key is the same order there
  lines jsonb not null,
  reference text,                           -- what the till calls it; null until it has it
  stage text,
  raw text,                                 -- the till's own words for it
  total bigint,
  seen_at timestamptz,
  missing_since timestamptz,                -- the till does not know it any more
  handed_at timestamptz,
  proof text,                               -- somebody says how one can see that it is void there
  proved_by uuid,
  proved_at timestamptz,
  made_at timestamptz not null,
  primary key (restaurant_id, order_id),
  foreign key (restaurant_id, order_id) references orders,
  foreign key (restaurant_id, branch_id) references branch
);
create unique index pos_order_of_reference on pos_order (restaurant_id, branch_id, reference) where reference is not null;
create index pos_order_lately on pos_order (restaurant_id, branch_id, made_at);
call wall('pos_order');

-- What is to be done at a till. Workers search it across restaurants, so it holds no content.
create table pos_step (
  restaurant_id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('place', 'tell', 'cancel', 'fetch')),
  branch_id uuid not null,
  state text not null default 'pending' check (state in ('pending', 'sending', 'blocked')),
  doubtful boolean not null default false,  -- it may have happened already: look before repeating
  wanted bigint not null default 1,         -- grows when it is asked for once more
  attempts integer not null default 0,
  failures integer not null default 0,
  next_at timestamptz not null default now(),
  leased_until timestamptz,
  made_at timestamptz not null default now(),
  primary key (restaurant_id, order_id, kind),
  foreign key (restaurant_id, order_id) references orders
);
create index pos_step_next on pos_step (branch_id, next_at) where state <> 'blocked';
call wall('pos_step', true);

-- What a till showed of an order whenever that was news, and what we made of it.
create table pos_observation (
  restaurant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  stage text not null,
  raw text not null,
  total bigint,
  effect text not null check (effect in ('moved', 'kept', 'unknown')),
  at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, order_id) references orders
);
create index pos_observation_of_order on pos_observation (restaurant_id, order_id, at);
call wall('pos_observation');

-- Events that a till has told, so that one told twice is heard once.
create table pos_event (
  restaurant_id uuid not null,
  branch_id uuid not null,
  event_id text not null,
  reference text,
  heard_at timestamptz not null,
  primary key (restaurant_id, branch_id, event_id),
  foreign key (restaurant_id, branch_id) references branch
);
create index pos_event_old on pos_event (restaurant_id, heard_at);
call wall('pos_event');

-- What of ours is what at the till.
create table pos_mapping (
  restaurant_id uuid not null,
  branch_id uuid not null,
  thing text not null check (thing in ('item', 'option')),
  our_id uuid not null,
  pos_id text not null,
  primary key (restaurant_id, branch_id, thing, our_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('pos_mapping');

-- The till's menu as it was read last.
create table pos_menu (
  restaurant_id uuid not null,
  branch_id uuid not null,
  thing text not null check (thing in ('item', 'option')),
  pos_id text not null,
  sku text,
  name_ar text not null,
  name_en text not null,
  price bigint not null,
  active boolean not null,
  primary key (restaurant_id, branch_id, thing, pos_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('pos_menu');

create table pos_drift (
  restaurant_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  order_id uuid,
  reference text,
  kind text not null,
  ours text not null,
  theirs text not null,
  action text not null,
  found_at timestamptz not null,
  cleared_at timestamptz,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, branch_id) references branch
);
create unique index pos_drift_open on pos_drift (restaurant_id, branch_id, kind, coalesce(order_id::text, reference))
  where cleared_at is null;
call wall('pos_drift');

-- What people have to do because no program may.
create table task (
  restaurant_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  kind text not null,
  order_id uuid,
  facts jsonb not null,
  made_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,                             -- null: it settled itself
  proof text,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, branch_id) references branch,
  foreign key (restaurant_id, order_id) references orders
);
create unique index task_open on task (restaurant_id, kind, order_id) where done_at is null;
create index task_of_branch on task (restaurant_id, branch_id, made_at);
call wall('task');

-- Where an order goes and how it stands, for the till's part of it.
create view pos_order_card with (security_invoker = true) as
select o.restaurant_id, o.id as order_id, o.number, o.status, o.status_since, o.fulfilment, o.total as order_total,
       o.destination
  from orders o;
