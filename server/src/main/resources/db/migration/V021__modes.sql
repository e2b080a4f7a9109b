-- How far the assistant may go, what it suggests where it may not speak, and what people changed in it.

create table assistant_settings (
  restaurant_id uuid primary key references restaurant,
  version bigint not null,
  modes jsonb not null,                     -- [{"branchId": …, "intent": …, "mode": "suggest"}, …]
  undo_seconds integer not null check (undo_seconds between 3 and 120),
  cents_per_day integer not null check (cents_per_day between 0 and 100000),
  changed_at timestamptz not null,
  changed_by uuid not null
);
call wall('assistant_settings');

-- An answer that waits for a person, or for its time.
create table suggestion (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  branch_id uuid,
  through bigint not null,                  -- the place up to which the customer is answered by it
  reading jsonb not null,                   -- what will be served
  intent text not null,
  sentiment text not null,
  confidence double precision not null,
  mind text not null,
  answers jsonb not null,                   -- as serving showed it, before it was undone
  changes jsonb not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'approved', 'edited', 'refused', 'went_out', 'overtaken')),
  made_at timestamptz not null,
  sends_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  command_id uuid,
  decision text,
  words text,                               -- sent instead of the answers
  why text,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, conversation_id) references conversation
);
create unique index suggestion_waiting on suggestion (restaurant_id, conversation_id) where state = 'waiting';
create unique index suggestion_command on suggestion (restaurant_id, command_id) where command_id is not null;
create index suggestion_of on suggestion (restaurant_id, conversation_id, through);
call wall('suggestion');

-- Which suggestions go out by themselves, apart, since a worker finds them in the scope of the system.
create table suggestion_due (
  restaurant_id uuid not null,
  suggestion_id uuid not null,
  sends_at timestamptz not null,
  primary key (restaurant_id, suggestion_id),
  foreign key (restaurant_id, suggestion_id) references suggestion on delete cascade
);
create index suggestion_due_at on suggestion_due (sends_at);
call wall('suggestion_due', true);

-- What people said instead of the assistant, or why it should not have spoken.
create table assistant_correction (
  restaurant_id uuid not null,
  id uuid not null,
  suggestion_id uuid not null,
  conversation_id uuid not null,
  decision text not null check (decision in ('edit', 'refuse')),
  said jsonb not null,                      -- what the customer had said
  words text,
  why text,
  staff_id uuid not null,
  staff_name text not null,
  made_at timestamptz not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, suggestion_id) references suggestion
);
call wall('assistant_correction');

-- What the assistant said up to here, and what has not left the house, goes out no more: people have the word.
alter table conversation add column silenced_through bigint not null default 0;
