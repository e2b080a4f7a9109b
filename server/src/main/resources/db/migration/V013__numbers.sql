-- Numbers with tokens of their own and their standing with WhatsApp; pace without a hot row; limits;
-- what WhatsApp tells of an account.

alter table whatsapp_number
  drop column tokens,
  drop column refilled_at,
  drop column paused_until,
  add column display_phone text,                -- digits, as events name the number
  add column verified_name text,
  add column token bytea,                       -- sealed; null: the environment's is used
  add column status text,
  add column quality text,
  add column throughput text,
  add column coexists boolean not null default false,   -- shared with the WhatsApp Business app
  add column portfolio_id text,                 -- whose messaging limit counts; null: the account stands for it
  add column messaging_limit integer,           -- unique people outside their window in 24 h; null: none known
  add column initiative_from timestamptz,       -- until then nothing may be begun by us, answers may
  add column checked_at timestamptz,
  add column paused_since timestamptz,          -- nothing goes out while it is set
  add column paused_reason text,
  add column paused_code integer,
  add column paused_until timestamptz,          -- when the pause ends by itself, where that is known
  add column probe_at timestamptz,
  add column probation boolean not null default false;  -- one message at a time may try whether it works again

-- What a number may send at once, in stripes: a node takes one that no other has locked.
create table outbox_stripe (
  restaurant_id uuid not null references restaurant,
  phone_number_id text not null references whatsapp_number,
  stripe smallint not null,
  tokens double precision not null default 0,
  refilled_at timestamptz not null default now(),
  primary key (phone_number_id, stripe)
) with (fillfactor = 50);
call wall('outbox_stripe', true);

-- Whom a portfolio has reached outside the service window; WhatsApp limits how many in 24 h.
create table portfolio_reach (
  restaurant_id uuid not null references restaurant,
  portfolio text not null,
  customer_id uuid not null,
  reached_at timestamptz not null,
  primary key (restaurant_id, portfolio, customer_id)
);
create index portfolio_reach_of_day on portfolio_reach (portfolio, reached_at);
call wall('portfolio_reach', true);

-- Customers whom WhatsApp spares marketing for a while (131049).
create table marketing_rest (
  restaurant_id uuid not null references restaurant,
  customer_id uuid not null,
  rest_until timestamptz not null,
  primary key (restaurant_id, customer_id)
);
call wall('marketing_rest');

-- What WhatsApp told of accounts and numbers, as it came.
create table channel_event (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  account_id text not null,
  phone_number_id text,
  field text not null,
  value text not null,
  happened_at timestamptz not null,
  primary key (restaurant_id, id)
);
create unique index channel_event_once on channel_event (restaurant_id, field, happened_at, md5(value));
call wall('channel_event');
