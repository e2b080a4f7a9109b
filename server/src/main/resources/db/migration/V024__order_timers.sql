-- What the clock asks of orders. Workers search it across restaurants, so it holds no content.
create table order_timer (
  restaurant_id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('alarm', 'fire', 'complete', 'cancel_late')),
  rung text,                                -- of an alarm: the one that comes next
  due_at timestamptz not null,
  primary key (restaurant_id, order_id, kind),
  check ((kind = 'alarm') = (rung is not null))
);
create index order_timer_next on order_timer (due_at);
call wall('order_timer', true);

-- When a branch accepts an order by itself; a branch without a row never does.
create table auto_accept_rule (
  restaurant_id uuid not null,
  branch_id uuid not null,
  enabled boolean not null,
  known_orders integer not null check (known_orders between 1 and 100),
  below bigint not null check (below > 0),
  most_open integer not null check (most_open between 1 and 500),
  primary key (restaurant_id, branch_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('auto_accept_rule');
