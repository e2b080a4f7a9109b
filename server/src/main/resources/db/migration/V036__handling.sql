-- What staff arrange among themselves about a conversation: what comes first, what sleeps, what it
-- is about, notes that no customer sees, and replies that lie ready.

alter table conversation
  add column priority text not null default 'normal' check (priority in ('normal', 'high', 'urgent')),
  add column snoozed_until timestamptz,     -- out of sight until then, or until the customer writes
  add column labels text[] not null default '{}' check (cardinality(labels) <= 10);
create index conversation_labelled on conversation (restaurant_id) where labels <> '{}';
create index conversation_open on conversation (restaurant_id, answerer, status)
  where status in ('active', 'escalated') and joined_into is null;

-- A note is no message: nothing that sends messages can ever see one.
create table note (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  author_name text not null,
  text text not null,
  mentions uuid[] not null default '{}',
  command_id uuid not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, conversation_id) references conversation
);
create index note_of_conversation on note (restaurant_id, conversation_id, at desc, id desc);
create unique index note_command on note (restaurant_id, command_id);
call wall('note');

-- Whom a note calls and who has not looked yet.
create table note_mention (
  restaurant_id uuid not null,
  staff_id uuid not null,
  note_id uuid not null,
  primary key (restaurant_id, staff_id, note_id),
  foreign key (restaurant_id, note_id) references note on delete cascade
);
call wall('note_mention');

create table ready_reply (
  restaurant_id uuid not null,
  id uuid not null,
  shortcut text not null,
  text_ar text not null,
  text_en text not null,
  version bigint not null default 1,
  primary key (restaurant_id, id),
  unique (restaurant_id, shortcut)
);
call wall('ready_reply');
