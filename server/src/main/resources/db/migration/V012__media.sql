-- Files that come with messages: what is known of them. Their bytes lie outside the database.

create table media_file (
  restaurant_id uuid not null references restaurant,
  id uuid not null,                         -- also the key of its bytes
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('image', 'video', 'voice', 'audio', 'document', 'sticker')),
  declared_mime text not null,              -- what the sender said
  mime text not null,                       -- what its bytes say, once they are here
  bytes bigint,
  sha256 text,                              -- in hex
  file_name text,                           -- harmless to show; never a path
  state text not null check (state in ('fetching', 'ready', 'failed')),
  failure text,
  width integer,
  height integer,
  thumbnail uuid,                           -- the key of its bytes
  uploaded_by uuid,                         -- the staff member; null for what a customer sent
  created_at timestamptz not null,
  primary key (restaurant_id, id)
);
call wall('media_file');

-- Uploads that come in pieces.
create table media_upload (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  staff_id uuid not null,
  kind text,
  mime text not null,
  bytes bigint not null,
  sha256 text not null,
  file_name text,
  received bigint not null default 0,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (restaurant_id, id)
);
create index media_upload_of_staff on media_upload (restaurant_id, staff_id);
create index media_upload_touched on media_upload (touched_at);
call wall('media_upload', true);

create table media_upload_piece (
  restaurant_id uuid not null,
  upload_id uuid not null,
  starts bigint not null,
  bytes bigint not null,
  key uuid not null,                        -- of its bytes
  primary key (restaurant_id, upload_id, starts),
  foreign key (restaurant_id, upload_id) references media_upload on delete cascade
);
call wall('media_upload_piece', true);

-- Which message shows a file. Stored, because row-level security keeps an index from being searched
-- by an expression over jsonb.
alter table message add column media_id text generated always as (
  case content ->> 'type'
    when 'media' then content ->> 'id'
    when 'template' then content -> 'header' ->> 'mediaId'
  end) stored;
create index message_media on message (restaurant_id, media_id) where media_id is not null;

-- Files that WhatsApp has for us and that are not here yet.
create table whatsapp_media_fetch (
  restaurant_id uuid not null references restaurant,
  media_id uuid not null,
  message_id uuid not null,
  phone_number_id text not null,
  whatsapp_media_id text not null,
  url text,                                 -- as the webhook gave it; lives for minutes
  sha256 text,                              -- as the webhook gave it, in base64
  attempts integer not null default 0,
  strikes integer not null default 0,       -- answers that say it will never come
  next_at timestamptz not null default now(),
  leased_until timestamptz,
  since timestamptz not null default now(),
  primary key (restaurant_id, media_id)
);
create index whatsapp_media_fetch_due on whatsapp_media_fetch (next_at);
call wall('whatsapp_media_fetch', true);

-- Files of ours that WhatsApp has; its ids live 30 days.
create table whatsapp_media_upload (
  restaurant_id uuid not null references restaurant,
  media_id uuid not null,
  phone_number_id text not null,
  whatsapp_media_id text not null,
  valid_until timestamptz not null,
  primary key (restaurant_id, media_id, phone_number_id)
);
call wall('whatsapp_media_upload');
