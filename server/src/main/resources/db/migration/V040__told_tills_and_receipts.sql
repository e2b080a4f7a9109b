-- A receipt whose customer was told by a template, and that follows once he writes.
alter table receipt_sending add column told_at timestamptz;

-- A till hears what its order holds from now on (docs/decisions/0036).
alter table pos_step drop constraint pos_step_kind_check;
alter table pos_step add constraint pos_step_kind_check
  check (kind in ('place', 'change', 'tell', 'cancel', 'fetch'));

-- Of several payments that are in the house one goes back, or another one came first.
insert into order_axis_transition (axis, from_state, to_state) values
  ('payment', 'paid', 'cod_collected'),
  ('payment', 'cod_collected', 'paid'), ('payment', 'cod_collected', 'partially_refunded'),
  ('payment', 'partially_refunded', 'paid'), ('payment', 'partially_refunded', 'cod_collected');
