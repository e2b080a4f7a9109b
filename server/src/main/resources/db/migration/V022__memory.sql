-- What is remembered of customers, what they said of us, and what people are told when a
-- conversation is handed to them.

-- Made anew with every handing over; the customer's words stay in his message.
create table handover (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  reason text not null,
  message_id uuid,                          -- the customer's message that caused it
  intent text not null,
  sentiment text not null,
  brief jsonb not null,                     -- who he is to us, and where it stood then
  suggested_reply text,                     -- null where the house must not speak first
  at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, conversation_id) references conversation on delete cascade
);
create index handover_of on handover (restaurant_id, conversation_id, at desc);
call wall('handover');

create table preference (
  restaurant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('likes', 'dislikes', 'diet', 'allergy', 'branch', 'fulfilment')),
  value text not null check (length(value) between 1 and 120),
  same text not null,                       -- what it is compared by: said again, it is the same
  message_id uuid,                          -- where he said it; null if people wrote it down
  staff_id uuid,                            -- who wrote it down
  noted_at timestamptz not null,
  until timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, customer_id) references customer on delete cascade
);
create unique index preference_once on preference (restaurant_id, customer_id, kind, same);
create index preference_end on preference (until);
call wall('preference', true);

create table feedback (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  branch_id uuid,
  order_id uuid,                            -- what was ordered shortly before
  message_id uuid not null,
  rating integer check (rating between 1 and 5),
  sentiment text not null check (sentiment in ('positive', 'neutral', 'negative')),
  categories text[] not null,
  item_ids uuid[] not null,
  words text not null,
  needs_follow_up boolean not null,
  given_at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, conversation_id) references conversation on delete cascade
);
create unique index feedback_once on feedback (restaurant_id, message_id);
create index feedback_of on feedback (restaurant_id, conversation_id);
create index feedback_list on feedback (restaurant_id, given_at desc, id desc);
call wall('feedback');

-- The rolling summary of a conversation, and the message whose allergy we may ask to remember.
alter table assistant_memory
  add column summary jsonb,
  add column summarised_at timestamptz,
  add column may_remember uuid;

-- A yes or no is to something: advertising until now, and allergies to be remembered.
alter table customer_consent add column purpose text not null default 'marketing'
  check (purpose in ('marketing', 'allergy'));
alter table customer_consent drop constraint customer_consent_source_check;
alter table customer_consent add constraint customer_consent_source_check
  check (source in ('whatsapp', 'word', 'refusal', 'staff', 'button'));
drop index customer_consent_once;
create unique index customer_consent_once
  on customer_consent (restaurant_id, customer_id, purpose, at, source, agreed);

create index orders_habits on orders (restaurant_id, customer_id, placed_at desc);
drop index orders_of_customer;

-- Summaries are forgotten by a worker for all restaurants.
drop policy restaurant_wall on assistant_memory;
call wall('assistant_memory', true);
create index assistant_memory_summarised on assistant_memory (summarised_at) where summary is not null;
