-- Turns: what a customer has said since the last answer, to be answered once; and what the assistant
-- must remember between them.

create table turn (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  state text not null default 'open' check (state in ('open', 'answered', 'dropped')),
  opened_at timestamptz not null,
  due_at timestamptz not null,              -- the customer is expected to have finished by then
  last_sequence bigint not null,
  attempts integer not null default 0,      -- also the fence: only the latest attempt may answer
  rereads integer not null default 0,       -- attempts begun anew because the customer went on writing
  leased_until timestamptz,
  mind text,
  intent text,
  sentiment text,
  confidence double precision,
  language text,
  answered_at timestamptz,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, conversation_id) references conversation
);
create unique index turn_open on turn (restaurant_id, conversation_id) where state = 'open';
create index turn_due on turn (due_at) where state = 'open';
call wall('turn', true);

create table assistant_memory (
  restaurant_id uuid not null,
  conversation_id uuid not null,
  answered_through bigint not null default 0,
  pending jsonb,                            -- the question asked last
  misses integer not null default 0,
  updated_at timestamptz not null,
  primary key (restaurant_id, conversation_id),
  foreign key (restaurant_id, conversation_id) references conversation
);
call wall('assistant_memory');
