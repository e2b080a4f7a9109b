-- Who a customer is when WhatsApp changes his identifiers, and who has his thread.

-- The id above the user id, where several businesses of one owner share it.
alter table customer_identifier drop constraint customer_identifier_kind_check;
alter table customer_identifier add constraint customer_identifier_kind_check
  check (kind in ('phone', 'user_id', 'parent_user_id', 'username'));
alter table customer_identifier add column id bigint generated always as identity;
create unique index customer_identifier_row on customer_identifier (restaurant_id, id);
create index customer_identifier_ever on customer_identifier (restaurant_id, kind, value, until);

alter table customer add column merged_into uuid;           -- he turned out to be this one
alter table customer add column marketing_stopped boolean not null default false;
alter table conversation add column joined_into uuid;       -- its messages are in this one since a merge

-- Somebody of ours who writes with another program: the WhatsApp app on the restaurant's phone, or
-- WhatsApp's own agent.
alter table message drop constraint message_sender_check;
alter table message add constraint message_sender_check
  check (sender in ('customer', 'ai', 'staff', 'system', 'phone_app', 'other_agent'));

-- Statuses of messages that another program sent from this number; they concern nobody here.
alter table whatsapp_number add column foreign_statuses bigint not null default 0;

-- Every time a customer said yes or no to advertising, and how; the newest counts.
create table customer_consent (
  restaurant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  agreed boolean not null,
  source text not null check (source in ('whatsapp', 'word', 'refusal', 'staff')),
  at timestamptz not null,
  noted_at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, customer_id) references customer
);
create unique index customer_consent_once on customer_consent (restaurant_id, customer_id, at, source, agreed);
call wall('customer_consent');

-- Two customers who may be one; people decide.
create table merge_proposal (
  restaurant_id uuid not null,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  reason text not null check (reason in ('number_changed', 'same_phone', 'phone_shared')),
  created_at timestamptz not null,
  dismissed_at timestamptz,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, one_id) references customer,
  foreign key (restaurant_id, other_id) references customer
);
create unique index merge_proposal_once
  on merge_proposal (restaurant_id, least(one_id, other_id), greatest(one_id, other_id));
call wall('merge_proposal');

-- One customer became part of another, and what everything was before.
create table customer_merge (
  restaurant_id uuid not null,
  id uuid not null,
  survivor_id uuid not null,
  absorbed_id uuid not null,
  staff_id uuid,                            -- null where WhatsApp itself said that they are one
  command_id uuid,
  merged_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, survivor_id) references customer,
  foreign key (restaurant_id, absorbed_id) references customer
);
create unique index customer_merge_command on customer_merge (restaurant_id, command_id) where command_id is not null;
create index customer_merge_of on customer_merge (restaurant_id, survivor_id);
call wall('customer_merge');

create table customer_merge_move (
  restaurant_id uuid not null,
  merge_id uuid not null,
  source text not null,                     -- the table
  row_id text not null,
  before jsonb not null,
  primary key (restaurant_id, merge_id, source, row_id),
  foreign key (restaurant_id, merge_id) references customer_merge
);
call wall('customer_merge_move');
