-- Carts, orders, every move of an order, and the numbers people say aloud.

create table cart (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  version integer not null check (version > 0),
  branch_id uuid,
  fulfilment text check (fulfilment in ('pickup', 'delivery')),
  destination jsonb,
  note text,
  lines jsonb not null,
  read_back_version integer,
  read_back jsonb,                          -- the priced cart the customer was shown
  read_back_at timestamptz,
  ordered boolean not null default false,
  changed_at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, conversation_id) references conversation,
  foreign key (restaurant_id, branch_id) references branch
);
create unique index cart_open on cart (restaurant_id, conversation_id) where not ordered;
create index cart_of_conversation on cart (restaurant_id, conversation_id);
call wall('cart');

-- The moves an order may make. The code has the same table; a test compares them.
create table order_transition (
  from_status text not null,
  to_status text not null,
  primary key (from_status, to_status)
);
insert into order_transition (from_status, to_status) values
  ('pending', 'confirmed'), ('pending', 'rejected'), ('pending', 'expired'), ('pending', 'cancelled'),
  ('confirmed', 'preparing'), ('confirmed', 'cancel_requested'), ('confirmed', 'cancelled'),
  ('preparing', 'ready'), ('preparing', 'cancel_requested'), ('preparing', 'cancelled'),
  ('ready', 'delivered'), ('ready', 'out_for_delivery'), ('ready', 'cancel_requested'), ('ready', 'cancelled'),
  ('out_for_delivery', 'delivered'), ('out_for_delivery', 'delivery_failed'),
  ('delivery_failed', 'delivered'), ('delivery_failed', 'cancelled'),
  ('cancel_requested', 'confirmed'), ('cancel_requested', 'preparing'), ('cancel_requested', 'ready'),
  ('cancel_requested', 'cancelled');
revoke insert, update, delete on order_transition from ${application};

create table orders (
  restaurant_id uuid not null,
  id uuid not null,
  cart_id uuid not null,
  conversation_id uuid not null,
  customer_id uuid not null,
  branch_id uuid not null,
  day date not null,                        -- in the branch's zone
  number text not null,
  status text not null,
  status_before text,                       -- where a refused cancellation goes back to
  fulfilment text not null check (fulfilment in ('pickup', 'delivery')),
  destination jsonb,
  lines jsonb not null,                     -- names and prices as they were; never read from the menu again
  total bigint not null check (total >= 0),
  vat bigint not null check (vat between 0 and total),
  note text,
  reason text,
  placed_at timestamptz not null,
  status_since timestamptz not null,
  promised_at timestamptz,
  version bigint not null default 1,
  primary key (restaurant_id, id),
  unique (restaurant_id, branch_id, day, number),
  foreign key (restaurant_id, cart_id) references cart,
  foreign key (restaurant_id, conversation_id) references conversation,
  foreign key (restaurant_id, customer_id) references customer,
  foreign key (restaurant_id, branch_id) references branch
);
create unique index orders_once on orders (restaurant_id, cart_id);
create index orders_of_conversation on orders (restaurant_id, conversation_id, placed_at desc);
create index orders_of_customer on orders (restaurant_id, customer_id);
create index orders_of_branch on orders (restaurant_id, branch_id, placed_at, id);
create index orders_board on orders (restaurant_id, placed_at, id)
  where status not in ('delivered', 'rejected', 'expired', 'cancelled');
call wall('orders');

create function refuse_unknown_move() returns trigger
language plpgsql as $$
begin
  if not exists (select from order_transition where from_status = old.status and to_status = new.status) then
    raise exception 'an order does not move from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger orders_move before update of status on orders
  for each row when (old.status is distinct from new.status) execute function refuse_unknown_move();

-- Who did what to an order, when and why; version 1 is its placing.
create table order_event (
  restaurant_id uuid not null,
  order_id uuid not null,
  version bigint not null,
  actor text not null check (actor in ('customer', 'assistant', 'staff', 'system')),
  staff_id uuid,
  from_status text,
  to_status text not null,
  reason text,
  command_id uuid,
  command text,
  at timestamptz not null,
  primary key (restaurant_id, order_id, version),
  foreign key (restaurant_id, order_id) references orders,
  check ((actor = 'staff') = (staff_id is not null))
);
create unique index order_event_command on order_event (restaurant_id, command_id) where command_id is not null;
call wall('order_event');

create table order_counter (
  restaurant_id uuid not null,
  branch_id uuid not null,
  day date not null,
  last integer not null,
  primary key (restaurant_id, branch_id, day),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('order_counter');

-- Orders that a branch has not answered yet. A worker searches it across restaurants, so it holds no content.
create table order_deadline (
  restaurant_id uuid not null,
  order_id uuid not null,
  expires_at timestamptz not null,
  primary key (restaurant_id, order_id)
);
create index order_deadline_next on order_deadline (expires_at);
call wall('order_deadline', true);

-- A customer as lists show him, for joins of other packages.
create view customer_card with (security_invoker = true) as
select c.restaurant_id, c.id as customer_id, c.name as customer_name,
       (select value from customer_identifier i
         where i.restaurant_id = c.restaurant_id and i.customer_id = c.id
           and kind = 'phone' and until is null order by since desc limit 1) as customer_phone,
       (select value from customer_identifier i
         where i.restaurant_id = c.restaurant_id and i.customer_id = c.id
           and kind = 'user_id' and until is null order by since desc limit 1) as customer_user_id
  from customer c;
