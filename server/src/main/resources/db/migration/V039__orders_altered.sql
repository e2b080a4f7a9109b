-- Orders that are changed after they were paid, and that change hands while they are made (docs/decisions/0036).

-- Food that was made where its order is not made any more.
alter table kitchen_waste drop constraint kitchen_waste_reason_check;
alter table kitchen_waste add constraint kitchen_waste_reason_check
  check (reason in ('order_cancelled', 'order_moved', 'line_removed', 'remade'));

-- What is too much after a change goes back as often as there is a change.
drop index payment_task_once;
create unique index payment_task_once on payment_task (restaurant_id, payment_id, reason)
  where reason not in ('asked', 'altered');

-- A rest that is asked for makes a paid order wait for money again, and may fail as any other.
insert into order_axis_transition (axis, from_state, to_state) values
  ('payment', 'paid', 'pending'), ('payment', 'paid', 'cod_due'),
  ('payment', 'paid', 'failed'), ('payment', 'paid', 'expired'), ('payment', 'paid', 'voided'),
  ('payment', 'cod_collected', 'pending'), ('payment', 'cod_collected', 'cod_due'),
  ('payment', 'partially_refunded', 'pending'), ('payment', 'partially_refunded', 'cod_due'),
  ('payment', 'refund_pending', 'pending'), ('payment', 'refund_pending', 'cod_due'),
  ('payment', 'refund_pending', 'failed'), ('payment', 'refund_pending', 'expired'),
  ('payment', 'refund_pending', 'voided'),
  ('payment', 'pending', 'cod_collected'), ('payment', 'failed', 'cod_collected'),
  ('payment', 'expired', 'cod_collected'), ('payment', 'voided', 'cod_collected');

-- What a change adds to a paid order is invoiced by itself; `command_id` is the payment it was for.
drop index receipt_once;
create unique index receipt_once on receipt (restaurant_id, order_id, kind)
  where kind <> 'credit_note' and command_id is null;
