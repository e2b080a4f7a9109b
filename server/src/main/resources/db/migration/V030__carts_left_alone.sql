-- Carts while nobody talks about them: what sells out meanwhile, what is forgotten.

-- Put away: the customer did not come back to it. It is no longer the conversation's open cart.
alter table cart add column abandoned_at timestamptz;
drop index cart_open;
create unique index cart_open on cart (restaurant_id, conversation_id) where not ordered and abandoned_at is null;
create index cart_open_lines on cart using gin (lines jsonb_path_ops) where not ordered and abandoned_at is null;

-- Something in the menu changed that open carts must hear of. Searched across restaurants, so it holds no content.
create table cart_sweep (
  restaurant_id uuid not null,
  id uuid not null,
  branch_id uuid,                           -- null: every branch
  item_id uuid,                             -- null: anything may have changed
  taken_until timestamptz,
  asked_at timestamptz not null,
  primary key (restaurant_id, id)
);
create index cart_sweep_next on cart_sweep (asked_at);
call wall('cart_sweep', true);

-- When to look after a cart that is left lying. Searched across restaurants, so it holds no content.
create table cart_watch (
  restaurant_id uuid not null,
  cart_id uuid not null,
  step text not null check (step in ('remind', 'abandon')),
  due_at timestamptz not null,
  primary key (restaurant_id, cart_id),
  foreign key (restaurant_id, cart_id) references cart on delete cascade
);
create index cart_watch_next on cart_watch (due_at);
call wall('cart_watch', true);

-- Carts of before are looked after, too.
insert into cart_watch (restaurant_id, cart_id, step, due_at)
select restaurant_id, id, 'abandon', changed_at + interval '6 hours'
  from cart where not ordered and lines <> '[]';
