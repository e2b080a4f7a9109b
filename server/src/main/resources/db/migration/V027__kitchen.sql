-- The kitchen: its stations, what each makes of which order, what was wasted, and its printers.

create table kitchen_plan (
  restaurant_id uuid not null,
  branch_id uuid not null,
  version bigint not null,
  primary key (restaurant_id, branch_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('kitchen_plan');

create table kitchen_station (
  restaurant_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  position integer not null,
  name_ar text not null,
  name_en text not null,
  fallback boolean not null,                -- makes what no station is named for
  retired boolean not null default false,   -- tickets of before still name it
  primary key (restaurant_id, id),
  foreign key (restaurant_id, branch_id) references branch
);
create unique index kitchen_station_fallback on kitchen_station (restaurant_id, branch_id) where fallback and not retired;
create index kitchen_station_of_branch on kitchen_station (restaurant_id, branch_id, position);
call wall('kitchen_station');

create table kitchen_route (
  restaurant_id uuid not null,
  station_id uuid not null,
  kind text not null check (kind in ('item', 'category')),
  target_id uuid not null,
  primary key (restaurant_id, station_id, kind, target_id),
  foreign key (restaurant_id, station_id) references kitchen_station on delete cascade
);
call wall('kitchen_route');

-- The moves a line may make. The code has the same table; a test compares them.
create table kitchen_move (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into kitchen_move (from_state, to_state) values
  ('pending', 'held'), ('pending', 'fired'), ('pending', 'started'), ('pending', 'done'), ('pending', 'voided'),
  ('held', 'pending'), ('held', 'fired'), ('held', 'started'), ('held', 'done'), ('held', 'remade'), ('held', 'voided'),
  ('fired', 'held'), ('fired', 'started'), ('fired', 'done'), ('fired', 'voided'),
  ('started', 'held'), ('started', 'fired'), ('started', 'done'), ('started', 'remade'), ('started', 'voided'),
  ('done', 'pending'), ('done', 'fired'), ('done', 'started'), ('done', 'remade'), ('done', 'voided'),
  ('remade', 'held'), ('remade', 'started'), ('remade', 'done'), ('remade', 'voided'),
  ('voided', 'pending');
revoke insert, update, delete on kitchen_move from ${application};

-- As much of an order as the kitchen shows.
create table kitchen_order (
  restaurant_id uuid not null,
  order_id uuid not null,
  branch_id uuid not null,
  number text not null,
  fulfilment text not null,
  customer text not null,
  status text not null,                     -- as the kitchen heard it last
  note text,
  allergies text[] not null,
  scheduled_for timestamptz,
  queue_at timestamptz not null,            -- its place, which it keeps whatever is undone
  fire_at timestamptz,                      -- null: it need not wait
  promised_at timestamptz,
  started_at timestamptz,
  done_at timestamptz,
  cancelled_at timestamptz,
  restored_at timestamptz,
  prioritised_at timestamptz,
  primary key (restaurant_id, order_id),
  foreign key (restaurant_id, order_id) references orders,
  foreign key (restaurant_id, branch_id) references branch
);
create index kitchen_order_of_branch on kitchen_order (restaurant_id, branch_id, queue_at);
call wall('kitchen_order');

create table kitchen_ticket (
  restaurant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  branch_id uuid not null,
  station_id uuid not null,
  queue_at timestamptz not null,
  fired_at timestamptz,
  done_at timestamptz,
  recalled boolean not null,
  offline boolean not null,
  open boolean not null,                    -- whether its station shows it
  version bigint not null,
  primary key (restaurant_id, id),
  unique (restaurant_id, order_id, station_id),
  foreign key (restaurant_id, order_id) references kitchen_order,
  foreign key (restaurant_id, station_id) references kitchen_station
);
create index kitchen_ticket_open on kitchen_ticket (restaurant_id, branch_id, queue_at) where open;
create index kitchen_ticket_done on kitchen_ticket (restaurant_id, branch_id, done_at desc) where done_at is not null;
create index kitchen_ticket_of_station on kitchen_ticket (restaurant_id, station_id);
call wall('kitchen_ticket');

create table kitchen_line (
  restaurant_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  order_id uuid not null,
  order_line_id uuid not null,
  position integer not null,
  quantity integer not null check (quantity > 0),
  item_id uuid not null,
  dish jsonb not null,                      -- names and choices as they were ordered
  state text not null,
  state_before text,                        -- where a release, or an undo, goes back to
  change text check (change in ('added', 'removed')),
  started_at timestamptz,
  done_at timestamptz,
  acknowledged_at timestamptz,
  remakes integer not null default 0,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, ticket_id) references kitchen_ticket
);
create index kitchen_line_of_ticket on kitchen_line (restaurant_id, ticket_id);
create index kitchen_line_of_order on kitchen_line (restaurant_id, order_id);
call wall('kitchen_line');

create function refuse_unknown_kitchen_move() returns trigger
language plpgsql as $$
begin
  if not exists (select from kitchen_move where from_state = old.state and to_state = new.state) then
    raise exception 'a line does not move from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger kitchen_line_move before update of state on kitchen_line
  for each row when (old.state is distinct from new.state) execute function refuse_unknown_kitchen_move();

-- Who did what in the kitchen; the same command again gets the answer it got.
create table kitchen_command (
  restaurant_id uuid not null,
  command_id uuid not null,
  asked text not null,
  answer jsonb not null,
  order_id uuid,
  ticket_id uuid,
  line_id uuid,
  action text not null,
  staff_id uuid not null,
  device_id text,
  device_at timestamptz,                    -- by the device's clock; `at` is the server's
  offline boolean not null,
  at timestamptz not null,
  primary key (restaurant_id, command_id)
);
create index kitchen_command_of_order on kitchen_command (restaurant_id, order_id);
create index kitchen_command_by_age on kitchen_command (restaurant_id, at);
call wall('kitchen_command');

create table kitchen_waste (
  restaurant_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  item_id uuid not null,
  quantity integer not null check (quantity > 0),
  reason text not null check (reason in ('order_cancelled', 'line_removed', 'remade')),
  made_at timestamptz,
  offline boolean not null,
  at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, line_id) references kitchen_line
);
create unique index kitchen_waste_once on kitchen_waste (restaurant_id, line_id) where reason <> 'remade';
create index kitchen_waste_of_branch on kitchen_waste (restaurant_id, branch_id, at desc);
call wall('kitchen_waste');

-- What the kitchen does by itself. A worker searches it across restaurants, so it holds no content.
create table kitchen_due (
  restaurant_id uuid not null,
  order_id uuid not null,
  due_at timestamptz not null,
  primary key (restaurant_id, order_id)
);
create index kitchen_due_next on kitchen_due (due_at);
call wall('kitchen_due', true);

create table kitchen_printer (
  restaurant_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  name text not null,
  kind text not null check (kind in ('network', 'file')),
  address text not null,
  station_ids uuid[] not null,              -- empty: of every station
  language text not null check (language in ('ar', 'en', 'both')),
  paper text not null check (paper in ('mm58', 'mm80')),
  copies integer not null check (copies between 1 and 5),
  retired boolean not null default false,
  status text not null default 'unknown' check (status in ('unknown', 'online', 'offline')),
  status_since timestamptz,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, branch_id) references branch
);
create index kitchen_printer_of_branch on kitchen_printer (restaurant_id, branch_id) where not retired;
call wall('kitchen_printer');

-- Papers on their way. A worker searches it across restaurants; what they say stands in kitchen_paper.
create table kitchen_print (
  restaurant_id uuid not null,
  id uuid not null,
  printer_id uuid not null,
  sequence bigint generated always as identity,
  state text not null default 'waiting' check (state in ('waiting', 'printing', 'printed', 'dropped')),
  attempts integer not null default 0,      -- the fence: only the latest attempt may settle
  doubtful boolean not null default false,  -- it may have been printed before
  next_at timestamptz not null default now(),
  leased_until timestamptz,
  wanted_at timestamptz not null default now(),
  printed_at timestamptz,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, printer_id) references kitchen_printer
);
create index kitchen_print_next on kitchen_print (next_at) where state = 'waiting';
create index kitchen_print_held on kitchen_print (leased_until) where state = 'printing';
create index kitchen_print_of_printer on kitchen_print (restaurant_id, printer_id, sequence) where state in ('waiting', 'printing');
create index kitchen_print_by_age on kitchen_print (wanted_at) where state in ('printed', 'dropped');
call wall('kitchen_print', true);

create table kitchen_paper (
  restaurant_id uuid not null,
  id uuid not null,
  ticket_id uuid,
  kind text not null check (kind in ('new', 'delta', 'void', 'restored', 'reprint', 'test')),
  copy integer not null check (copy > 0),
  command_id uuid,
  content jsonb not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, id) references kitchen_print on delete cascade
);
create index kitchen_paper_of_ticket on kitchen_paper (restaurant_id, ticket_id);
create index kitchen_paper_of_command on kitchen_paper (restaurant_id, command_id) where command_id is not null;
call wall('kitchen_paper');
