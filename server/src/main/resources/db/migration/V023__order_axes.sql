-- The axes of an order beside its status, what a step of it tells, and the moves that take something back.

insert into order_transition (from_status, to_status) values
  ('ready', 'preparing'),                   -- it was not ready after all
  ('cancelled', 'confirmed');               -- restored

-- The moves of the other axes. The code has the same tables; tests compare them.
create table order_axis_transition (
  axis text not null,
  from_state text not null,
  to_state text not null,
  primary key (axis, from_state, to_state)
);
insert into order_axis_transition (axis, from_state, to_state) values
  ('payment', 'none', 'cod_due'), ('payment', 'none', 'pending'), ('payment', 'none', 'paid'),
  ('payment', 'none', 'cod_collected'), ('payment', 'none', 'cod_short'), ('payment', 'none', 'refund_pending'),
  ('payment', 'pending', 'pending'), ('payment', 'pending', 'authorised'), ('payment', 'pending', 'paid'),
  ('payment', 'pending', 'failed'), ('payment', 'pending', 'expired'), ('payment', 'pending', 'voided'),
  ('payment', 'pending', 'cod_due'), ('payment', 'pending', 'refund_pending'),
  ('payment', 'authorised', 'paid'), ('payment', 'authorised', 'failed'), ('payment', 'authorised', 'voided'),
  ('payment', 'authorised', 'refund_pending'),
  ('payment', 'failed', 'pending'), ('payment', 'failed', 'paid'), ('payment', 'failed', 'cod_due'),
  ('payment', 'failed', 'refund_pending'),
  ('payment', 'expired', 'pending'), ('payment', 'expired', 'paid'), ('payment', 'expired', 'cod_due'),
  ('payment', 'expired', 'refund_pending'),
  ('payment', 'voided', 'paid'), ('payment', 'voided', 'cod_due'), ('payment', 'voided', 'pending'),
  ('payment', 'voided', 'refund_pending'),
  ('payment', 'cod_due', 'cod_collected'), ('payment', 'cod_due', 'cod_short'), ('payment', 'cod_due', 'voided'),
  ('payment', 'cod_due', 'pending'), ('payment', 'cod_due', 'paid'), ('payment', 'cod_due', 'refund_pending'),
  ('payment', 'cod_short', 'cod_short'), ('payment', 'cod_short', 'cod_collected'),
  ('payment', 'cod_short', 'refund_pending'),
  ('payment', 'cod_collected', 'refund_pending'),
  ('payment', 'paid', 'refund_pending'),
  ('payment', 'partially_refunded', 'refund_pending'),
  ('payment', 'refund_pending', 'refunded'), ('payment', 'refund_pending', 'partially_refunded'),
  ('payment', 'refund_pending', 'paid'),
  ('delivery', 'none', 'searching'), ('delivery', 'none', 'assigned'), ('delivery', 'none', 'picked_up'),
  ('delivery', 'searching', 'assigned'), ('delivery', 'searching', 'picked_up'), ('delivery', 'searching', 'none'),
  ('delivery', 'assigned', 'searching'), ('delivery', 'assigned', 'assigned'), ('delivery', 'assigned', 'at_branch'),
  ('delivery', 'assigned', 'picked_up'), ('delivery', 'assigned', 'none'),
  ('delivery', 'at_branch', 'searching'), ('delivery', 'at_branch', 'picked_up'), ('delivery', 'at_branch', 'none'),
  ('delivery', 'picked_up', 'near'), ('delivery', 'picked_up', 'delivered'), ('delivery', 'picked_up', 'failed'),
  ('delivery', 'near', 'delivered'), ('delivery', 'near', 'failed'),
  ('delivery', 'failed', 'delivered'), ('delivery', 'failed', 'returned'),
  ('delivery', 'returned', 'none');
revoke insert, update, delete on order_axis_transition from ${application};

alter table orders
  add column payment text not null default 'none',
  add column paid bigint not null default 0,
  add column refunded bigint not null default 0,
  add column refund_asked bigint not null default 0,
  add column delivery text not null default 'none',
  add column driver text,
  add column scheduled_for timestamptz,     -- null: as soon as possible
  add column accepted_at timestamptz,
  add column reason_code text,
  add column flags jsonb not null default '[]';
alter table orders add constraint orders_never_refunded_beyond_paid
  check (refunded >= 0 and refund_asked >= 0 and refunded + refund_asked <= paid);

create function refuse_unknown_axis_move() returns trigger
language plpgsql as $$
begin
  if old.payment is distinct from new.payment and not exists (
      select from order_axis_transition
       where axis = 'payment' and from_state = old.payment and to_state = new.payment) then
    raise exception 'a payment does not move from % to %', old.payment, new.payment using errcode = 'check_violation';
  end if;
  if old.delivery is distinct from new.delivery and not exists (
      select from order_axis_transition
       where axis = 'delivery' and from_state = old.delivery and to_state = new.delivery) then
    raise exception 'a delivery does not move from % to %', old.delivery, new.delivery using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger orders_axis_move before update of payment, delivery on orders
  for each row when (old.payment is distinct from new.payment or old.delivery is distinct from new.delivery)
  execute function refuse_unknown_axis_move();

-- `from_status` and `to_status` are those of the axis that moved.
alter table order_event
  add column axis text not null default 'order' check (axis in ('order', 'payment', 'delivery')),
  add column move text,                     -- the row of the table of moves; null before there were names
  add column reason_code text,
  add column amount bigint,
  add column device_id text,
  add column device_at timestamptz;         -- by the device's clock; `at` is the server's
alter table order_event drop constraint order_event_actor_check;
alter table order_event add constraint order_event_actor_check
  check (actor in ('customer', 'assistant', 'staff', 'device', 'pos', 'payment', 'system'));
