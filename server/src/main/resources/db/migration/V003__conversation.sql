-- Customers with all their identifiers, conversations, messages.

create table customer (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  name text,
  language text,
  created_at timestamptz not null,
  primary key (restaurant_id, id)
);
call wall('customer');

-- WhatsApp knows a person by phone, by business-scoped user id, or both; either may change hands.
create table customer_identifier (
  restaurant_id uuid not null,
  kind text not null check (kind in ('phone', 'user_id', 'username')),
  value text not null,
  customer_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  foreign key (restaurant_id, customer_id) references customer on delete cascade
);
create unique index customer_identifier_now on customer_identifier (restaurant_id, kind, value) where until is null;
create index customer_identifier_of on customer_identifier (restaurant_id, customer_id);
call wall('customer_identifier');

create table conversation (
  restaurant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  phone_number_id text not null,            -- our number on which the customer writes
  branch_id uuid,
  status text not null default 'active' check (status in ('active', 'escalated', 'resolved', 'abandoned')),
  type text not null default 'general' check (type in ('feedback', 'order', 'support', 'general')),
  answerer text not null default 'assistant' check (answerer in ('assistant', 'staff')),
  assignee_id uuid,
  assignee_name text,
  reason text,
  unread integer not null default 0,
  waiting_since timestamptz,
  window_until timestamptz,
  last_sequence bigint not null default 0,
  last_message_at timestamptz not null,
  version bigint not null default 1,
  created_at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, customer_id) references customer,
  foreign key (restaurant_id, branch_id) references branch
);
create unique index conversation_thread on conversation (restaurant_id, customer_id, phone_number_id);
create index conversation_list on conversation (restaurant_id, last_message_at desc, id);
create index conversation_of_branch on conversation (restaurant_id, branch_id, last_message_at desc);
call wall('conversation');

create table message (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  sequence bigint not null,
  sender text not null check (sender in ('customer', 'ai', 'staff', 'system')),
  author_id uuid,
  author_name text,
  content jsonb not null,
  silent boolean not null default false,    -- no utterance: a reaction, an edit, a change of number
  raw jsonb,                                -- what WhatsApp said, where we keep more than we show
  status text check (status in ('queued', 'sent', 'delivered', 'read', 'failed')),
  failure text,
  wamid text,
  command_id uuid,
  at timestamptz not null,
  received_at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, conversation_id) references conversation
);
create unique index message_thread on message (restaurant_id, conversation_id, sequence);
create unique index message_wamid on message (restaurant_id, wamid) where wamid is not null;
create unique index message_command on message (restaurant_id, command_id) where command_id is not null;
call wall('message');

-- Every status WhatsApp reported, in the order of its coming; the message keeps the highest.
create table message_status (
  restaurant_id uuid not null,
  message_id uuid not null,
  status text not null,
  reported_at timestamptz not null,
  failure text,
  foreign key (restaurant_id, message_id) references message on delete cascade
);
create unique index message_status_once on message_status (restaurant_id, message_id, status, reported_at);
call wall('message_status');
