-- What goes out besides messages: signs on them; and the order in which statuses were heard.

-- A sign that one of us put on a message; it goes out through the outbox under its own id.
create table reaction_sent (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,                     -- on which it is put
  author_id uuid,
  emoji text not null,                          -- empty takes the sign away
  command_id uuid not null,
  failure text,                                 -- why WhatsApp did not take it
  at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, message_id) references message on delete cascade
);
create unique index reaction_sent_command on reaction_sent (restaurant_id, command_id);
create index reaction_sent_on on reaction_sent (restaurant_id, message_id);
call wall('reaction_sent');

-- The outbox carries messages and reactions; the id of either is in message_id.
alter table outbox drop constraint outbox_restaurant_id_message_id_fkey;

alter table message_status add column place bigint generated always as identity;
