-- Payments drive the payment state of their orders (docs/decisions/0030).

-- Where only payments bring an order: money that came and went back before anybody told us, that was given back in the
-- provider's own program, one payment after another, and orders of the time when payments did not move them.
insert into order_axis_transition (axis, from_state, to_state) values
  ('payment', 'none', 'failed'), ('payment', 'none', 'expired'), ('payment', 'none', 'voided'),
  ('payment', 'none', 'refunded'), ('payment', 'none', 'partially_refunded'),
  ('payment', 'paid', 'partially_refunded'), ('payment', 'paid', 'refunded'),
  ('payment', 'cod_due', 'partially_refunded'), ('payment', 'cod_due', 'refunded'),
  ('payment', 'pending', 'partially_refunded'), ('payment', 'pending', 'refunded'),
  ('payment', 'failed', 'partially_refunded'), ('payment', 'failed', 'refunded'),
  ('payment', 'expired', 'partially_refunded'), ('payment', 'expired', 'refunded'),
  ('payment', 'voided', 'partially_refunded'), ('payment', 'voided', 'refunded'),
  ('payment', 'refund_pending', 'refund_pending'),
  ('payment', 'refund_pending', 'cod_collected'), ('payment', 'refund_pending', 'cod_short'),
  ('payment', 'partially_refunded', 'refunded'),
  ('payment', 'refunded', 'refund_pending'), ('payment', 'refunded', 'pending'),
  ('payment', 'refunded', 'cod_due'), ('payment', 'refunded', 'paid'), ('payment', 'refunded', 'partially_refunded');

insert into payment_move (from_state, to_state) values
  ('created', 'short'), ('short', 'paid'), ('short', 'partly_refunded'), ('short', 'refunded');

alter table payment
  add column collected bigint check (collected between 0 and amount), -- at the hand-over; null: all that was due, if paid
  add column by_hand bigint not null default 0,                       -- of `refunded`: what people gave, past the provider
  add constraint payment_by_hand check (by_hand between 0 and refunded);
create index payment_task_of_order on payment_task (restaurant_id, order_id);
