-- What hangs on a message, and what it said before.

alter table message add column reply_to uuid;             -- the message it answers, where we know it
alter table message add column mentions jsonb;            -- what it refers to, as the channel said
alter table message add column edited_at timestamptz;
alter table message add column revoked_at timestamptz;
alter table message add column said_place bigint;         -- its place among what was said, once it was said anew by an edit
alter table message add column answered jsonb;            -- what it said when the assistant answered it, if it was edited since
create index message_shown on message (restaurant_id, conversation_id, at desc, sequence desc);

-- Every version of a message that was edited or taken back, for the audit.
create table message_version (
  restaurant_id uuid not null,
  message_id uuid not null,
  wamid text not null,                      -- of the event that made it; of the message itself for the original
  kind text not null check (kind in ('original', 'edit', 'revoke')),
  content jsonb,                            -- null where its author took it back
  raw jsonb,
  at timestamptz not null,
  received_at timestamptz not null,
  primary key (restaurant_id, message_id, wamid),
  foreign key (restaurant_id, message_id) references message on delete cascade
);
call wall('message_version');

-- At most one sign of each side on a message; the row of one taken away stays, so that an older
-- event that comes late does not bring it back.
create table message_reaction (
  restaurant_id uuid not null,
  message_id uuid not null,
  by_customer boolean not null,
  sender text not null check (sender in ('customer', 'ai', 'staff', 'system')),
  emoji text,
  wamid text not null,
  at timestamptz not null,
  primary key (restaurant_id, message_id, by_customer),
  foreign key (restaurant_id, message_id) references message on delete cascade
);
call wall('message_reaction');

-- Whoever came from an advertisement is answered free of charge, if we answer within a day.
alter table conversation add column referred_at timestamptz;

-- The forms we sent: each is answered once, in the thread it was sent to.
create table form_token (
  restaurant_id uuid not null,
  token text not null,
  conversation_id uuid not null,
  issued_at timestamptz not null,
  used_at timestamptz,
  primary key (restaurant_id, token),
  foreign key (restaurant_id, conversation_id) references conversation
);
call wall('form_token');

-- Our code of an item in catalogues outside.
alter table menu_item add column sku text;
create unique index menu_item_sku on menu_item (restaurant_id, sku) where sku is not null;
