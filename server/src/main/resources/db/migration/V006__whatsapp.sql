-- WhatsApp in: raw deliveries, their units in lanes. WhatsApp out: the outbox and its pace.

create table whatsapp_number (
  restaurant_id uuid not null references restaurant,
  phone_number_id text not null primary key,    -- WhatsApp's id; it routes deliveries to the restaurant
  messages_per_second double precision not null default 60 check (messages_per_second > 0),
  tokens double precision not null default 0,   -- what may be sent at once, as of refilled_at
  refilled_at timestamptz not null default now(),
  paused_until timestamptz                      -- token or account refused: nothing goes out before
);
create index whatsapp_number_of on whatsapp_number (restaurant_id);
call wall('whatsapp_number', true);

-- What WhatsApp delivered, byte for byte, until it has been taken apart.
create table webhook_delivery (
  id bigint generated always as identity primary key,
  received_at timestamptz not null default now(),
  body bytea not null,
  set_aside text                                -- why it could not be taken apart
);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy system_only on webhook_delivery
  using ((select current_setting('app.scope', true)) = 'system')
  with check ((select current_setting('app.scope', true)) = 'system');

-- One message, status or event of a delivery. A unit done is deleted in the transaction of its effects.
create table webhook_unit (
  lane smallint not null,
  delivery_id bigint not null,
  place integer not null,                       -- within the delivery
  customer_key text not null,                   -- units of one customer are done in order
  phone_number_id text,
  payload text not null,
  received_at timestamptz not null,
  attempts integer not null default 0,
  next_at timestamptz,                          -- not before; null for at once
  set_aside text,                               -- why it is left for people
  primary key (lane, delivery_id, place)
);
create index webhook_unit_waiting on webhook_unit (lane, delivery_id, place) where set_aside is null;
alter table webhook_unit enable row level security;
alter table webhook_unit force row level security;
create policy system_or_owner on webhook_unit
  using ((select current_setting('app.scope', true)) = 'system'
         or phone_number_id in (select n.phone_number_id from whatsapp_number n
                                 where n.restaurant_id = (select nullif(current_setting('app.restaurant', true), '')::uuid)));

-- Whoever leases a lane does its units, one after the other.
create table webhook_lane (
  lane smallint primary key,
  lease_owner text,
  leased_until timestamptz
);
insert into webhook_lane (lane) select generate_series(0, 63);

create table outbox (
  restaurant_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  phone_number_id text not null,
  sequence bigint not null,
  when_in_doubt text not null check (when_in_doubt in ('send_again', 'hold')),
  state text not null default 'pending'
    check (state in ('pending', 'sending', 'in_doubt', 'accepted', 'failed', 'held')),
  attempts integer not null default 0,          -- also the fence: only the latest attempt may settle
  refusals integer not null default 0,
  doubts integer not null default 0,
  next_at timestamptz not null default now(),
  leased_until timestamptz,
  doubt_since timestamptz,
  doubt_listened bigint,                        -- the listening clock when the doubt began
  wamid text,
  error_code integer,
  created_at timestamptz not null default now(),
  primary key (restaurant_id, message_id),
  foreign key (restaurant_id, message_id) references message on delete cascade
);
create index outbox_due on outbox (phone_number_id, next_at) where state = 'pending';
create index outbox_open on outbox (restaurant_id, conversation_id, sequence)
  where state in ('pending', 'sending', 'in_doubt');
create index outbox_unsettled on outbox (state, leased_until) where state in ('sending', 'in_doubt');
create unique index outbox_wamid on outbox (restaurant_id, wamid) where wamid is not null;
call wall('outbox', true);

-- How far into the future a customer's share of messages is used up (131056, the pair rate).
create table outbox_pace (
  restaurant_id uuid not null,
  conversation_id uuid not null,
  used_until timestamptz not null,
  primary key (restaurant_id, conversation_id)
);
call wall('outbox_pace', true);

-- How long we have been able to hear WhatsApp's statuses, in milliseconds: time in which no node could
-- receive them does not count towards the wait before a doubtful message is sent again.
create table listening (
  listened bigint not null,
  beat_at timestamptz not null
);
insert into listening (listened, beat_at) values (0, now());
