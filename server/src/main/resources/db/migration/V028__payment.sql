-- Receipts, and how customers pay.

create table receipt_settings (
  restaurant_id uuid not null,
  branch_id uuid not null,
  issuer text not null check (issuer in ('nobody', 'till', 'house')),
  seller_ar text,
  seller_en text,
  vat_number text check (vat_number ~ '^3[0-9]{13}3$'),
  sent text not null check (sent in ('none', 'picture', 'pdf')),
  version bigint not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (restaurant_id, branch_id),
  foreign key (restaurant_id, branch_id) references branch,
  check (issuer <> 'house' or seller_ar is not null and vat_number is not null)
);
call wall('receipt_settings');

create table receipt_counter (
  restaurant_id uuid not null,
  kind text not null,
  last bigint not null,
  primary key (restaurant_id, kind)
);
call wall('receipt_counter');

-- Papers as they were issued; they stay as they are, and name no customer.
create table receipt (
  restaurant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  branch_id uuid not null,
  kind text not null check (kind in ('slip', 'tax_invoice', 'credit_note', 'till_invoice')),
  serial bigint,                            -- without gaps per restaurant and kind; only of papers of ours
  number text not null,
  refers_to uuid,
  command_id uuid,
  issued_at timestamptz not null,
  gross bigint not null check (gross >= 0),
  net bigint not null check (net >= 0),
  vat bigint not null check (vat >= 0),
  content jsonb not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, order_id) references orders,
  foreign key (restaurant_id, branch_id) references branch,
  foreign key (restaurant_id, refers_to) references receipt,
  check (net + vat = gross),
  check ((kind in ('tax_invoice', 'credit_note')) = (serial is not null)),
  check ((kind = 'credit_note') = (refers_to is not null))
);
create unique index receipt_serial on receipt (restaurant_id, kind, serial);
create unique index receipt_once on receipt (restaurant_id, order_id, kind) where kind <> 'credit_note';
create unique index receipt_command on receipt (restaurant_id, command_id) where command_id is not null;
create index receipt_of_order on receipt (restaurant_id, order_id, issued_at);
call wall('receipt');

create function refuse_rewriting() returns trigger
language plpgsql as $$
begin
  raise exception 'what was issued stays as it is' using errcode = 'check_violation';
end
$$;
create trigger receipt_stays before update or delete on receipt
  for each row execute function refuse_rewriting();
revoke update, delete on receipt from ${application};

-- Receipts that are still to go to their customers. A worker searches it across restaurants.
create table receipt_sending (
  restaurant_id uuid not null,
  receipt_id uuid not null,
  form text not null check (form in ('picture', 'pdf')),
  due_at timestamptz not null,
  primary key (restaurant_id, receipt_id)
);
create index receipt_sending_next on receipt_sending (due_at);
call wall('receipt_sending', true);

-- How the customers of a branch may pay.
create table payment_settings (
  restaurant_id uuid not null,
  branch_id uuid not null,
  methods text[] not null check (cardinality(methods) between 1 and 3),
  door_limit bigint check (door_limit > 0), -- above it nothing is paid at the door
  link_minutes integer not null check (link_minutes between 15 and 30),
  version bigint not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (restaurant_id, branch_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('payment_settings');

create table payment_account (
  restaurant_id uuid primary key references restaurant,
  provider text not null,
  secret_key bytea not null,                -- sealed
  webhook_token bytea not null,             -- sealed
  changed_at timestamptz not null,
  changed_by uuid not null
);
call wall('payment_account');

-- The moves a payment may make. The code has the same table; a test compares them.
create table payment_move (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into payment_move (from_state, to_state) values
  ('created', 'pending'), ('created', 'paid'), ('created', 'failed'), ('created', 'expired'), ('created', 'cancelled'),
  ('pending', 'paid'), ('pending', 'failed'), ('pending', 'expired'), ('pending', 'cancelled'),
  ('failed', 'paid'), ('expired', 'paid'), ('cancelled', 'paid'),
  ('paid', 'partly_refunded'), ('paid', 'refunded'), ('partly_refunded', 'refunded');
revoke insert, update, delete on payment_move from ${application};

create table payment (
  restaurant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  branch_id uuid not null,
  conversation_id uuid not null,
  method text not null check (method in ('cash', 'card_on_delivery', 'link')),
  state text not null,
  amount bigint not null check (amount > 0),
  refunded bigint not null default 0 check (refunded between 0 and amount),
  command_id uuid,
  provider text,
  provider_id text,
  transaction_id text,
  url text,
  expires_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, order_id) references orders,
  foreign key (restaurant_id, branch_id) references branch,
  foreign key (restaurant_id, conversation_id) references conversation,
  check ((method = 'link') = (provider is not null and expires_at is not null))
);
create unique index payment_open on payment (restaurant_id, order_id) where state in ('created', 'pending');
create unique index payment_of_provider on payment (restaurant_id, provider, provider_id) where provider_id is not null;
create unique index payment_command on payment (restaurant_id, command_id) where command_id is not null;
create index payment_of_order on payment (restaurant_id, order_id, created_at);
call wall('payment');

create function refuse_unknown_payment_move() returns trigger
language plpgsql as $$
begin
  if not exists (select from payment_move where from_state = old.state and to_state = new.state) then
    raise exception 'a payment does not move from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger payment_moves before update of state on payment
  for each row when (old.state is distinct from new.state) execute function refuse_unknown_payment_move();

-- Each state a payment came to, once, whatever is told how often.
create table payment_step (
  restaurant_id uuid not null,
  payment_id uuid not null,
  state text not null,
  at timestamptz not null,
  primary key (restaurant_id, payment_id, state),
  foreign key (restaurant_id, payment_id) references payment
);
call wall('payment_step');

-- What is to be asked of a provider. A worker searches it across restaurants, so it holds no content.
create table payment_call (
  restaurant_id uuid not null,
  payment_id uuid not null,
  kind text not null check (kind in ('create', 'fetch', 'cancel', 'refund')),
  asked bigint not null,                    -- how often it was wanted: one that came meanwhile is not lost
  due_at timestamptz not null,
  leased_until timestamptz,
  fence bigint not null default 0,          -- who holds it; one that lost it may not settle it
  attempts integer not null default 0,
  primary key (restaurant_id, payment_id, kind)
);
create index payment_call_next on payment_call (due_at);
call wall('payment_call', true);

-- Money that must go back, or that people must look at.
create table payment_task (
  restaurant_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  order_id uuid not null,
  branch_id uuid not null,
  reason text not null,
  state text not null check (state in ('under_way', 'for_people', 'done')),
  amount bigint not null check (amount > 0),
  words text,
  command_id uuid,
  made_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, payment_id) references payment
);
create unique index payment_task_once on payment_task (restaurant_id, payment_id, reason) where reason <> 'asked';
create unique index payment_task_command on payment_task (restaurant_id, command_id) where command_id is not null;
create index payment_task_open on payment_task (restaurant_id, made_at) where state <> 'done';
call wall('payment_task');
