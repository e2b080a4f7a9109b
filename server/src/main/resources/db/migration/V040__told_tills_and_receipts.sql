-- A receipt whose customer was told by a template, and that follows once he writes.
alter table receipt_sending add column told_at timestamptz;

-- A till hears what its order holds from now on (docs/decisions/0036).
alter table pos_step drop constraint pos_step_kind_check;
alter table pos_step add constraint pos_step_kind_check
  check (kind in ('place', 'change', 'tell', 'cancel', 'fetch'));
