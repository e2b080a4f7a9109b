-- Message templates as WhatsApp has them, what changed about them, and what messages cost.

create table message_template (
  restaurant_id uuid not null references restaurant,
  account_id text not null,
  name text not null,
  language text not null,                     -- exactly as approved: ar is not ar_SA
  template_id text,
  category text check (category in ('utility', 'marketing', 'authentication')),
  category_at timestamptz,                    -- of each aspect the newest news counts, whenever it comes
  status text not null default 'unknown',
  status_at timestamptz,
  quality text not null default 'unknown',
  quality_at timestamptz,
  components jsonb,                           -- as the list of WhatsApp has them
  components_at timestamptz,
  parameter_format text,
  reason text,                                -- of the status
  advice text,
  synced_at timestamptz,
  primary key (restaurant_id, account_id, name, language)
);
call wall('message_template');

create table message_template_change (
  restaurant_id uuid not null,
  account_id text not null,
  name text not null,
  language text not null,
  aspect text not null check (aspect in ('status', 'category', 'quality', 'components')),
  before text,
  after text not null,
  reason text,
  happened_at timestamptz not null,
  foreign key (restaurant_id, account_id, name, language) references message_template on delete cascade
);
create unique index message_template_change_once on message_template_change
  (restaurant_id, account_id, name, language, aspect, happened_at, md5(after));
call wall('message_template_change');

-- When each account's templates are asked for again; whoever finds one due takes it.
create table template_sync (
  restaurant_id uuid not null references restaurant,
  account_id text not null,
  next_at timestamptz not null,
  synced_at timestamptz,
  refusals integer not null default 0,
  refused_code integer,                       -- WhatsApp's error code of the last time
  refused_until timestamptz,                  -- no call that manages templates before that
  primary key (restaurant_id, account_id)
);
call wall('template_sync', true);

-- No marketing to a customer for a while: WhatsApp kept one back (131049).
create table marketing_rest (
  restaurant_id uuid not null,
  customer_id uuid not null,
  rests_until timestamptz not null,
  times integer not null default 1,
  last_message_id uuid not null,              -- the same message heard of again prolongs nothing
  primary key (restaurant_id, customer_id),
  foreign key (restaurant_id, customer_id) references customer on delete cascade
);
call wall('marketing_rest');

-- What one message is billed as, counted once, from when both its delivery and its category are known.
create table message_price (
  restaurant_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  phone_number_id text not null,
  category text,                              -- as WhatsApp names it; null until it did
  type text,
  billable boolean,
  raw jsonb,
  delivered_at timestamptz,                   -- null until delivered or read
  amount bigint,                              -- in millionths; null while there is no rate for it
  currency text,
  primary key (restaurant_id, message_id),
  foreign key (restaurant_id, message_id) references message on delete cascade
);
create index message_price_counted on message_price (restaurant_id, delivered_at)
  where delivered_at is not null and category is not null;
create index message_price_of_conversation on message_price (restaurant_id, conversation_id, delivered_at)
  include (amount, currency) where amount > 0;
call wall('message_price');

-- Data, not truth: the owner enters what WhatsApp's price list says.
create table price_rate (
  restaurant_id uuid not null references restaurant,
  market text not null,
  category text not null,
  currency text not null,
  amount bigint not null check (amount >= 0),
  valid_from date not null,
  primary key (restaurant_id, market, category, valid_from)
);
call wall('price_rate');
