-- What reading a turn took: who read it with which words, how sure he was, and what it cost.

alter table turn
  add column intent_confidence double precision,
  add column sentiment_confidence double precision,
  add column dialect text,
  add column prompt_version text,
  add column model text,                       -- by the name it gave itself
  add column calls integer not null default 0, -- to models
  add column prompt_tokens bigint not null default 0,
  add column completion_tokens bigint not null default 0,
  add column cached_tokens bigint not null default 0,
  add column micro_dollars bigint not null default 0,
  add column estimated boolean not null default false,
  add column fell_back text,                   -- why the embedded mind read it though a model was to
  add column milliseconds bigint;

create index turn_answered on turn (restaurant_id, conversation_id, answered_at desc) where state = 'answered';
create index turn_cost on turn (restaurant_id, answered_at) where state = 'answered';
