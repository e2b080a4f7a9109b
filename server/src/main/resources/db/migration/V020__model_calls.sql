-- What language models cost: every call, booked with a guess before it is made, and a sum a day.

create table model_call (
  restaurant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  called_at timestamptz not null,
  kind text not null,                          -- open, answered, or why there was no answer
  model text,                                  -- by the name it gave itself
  generation_id text,                          -- for questions to OpenRouter
  prompt_tokens bigint not null default 0,
  completion_tokens bigint not null default 0,
  cached_tokens bigint not null default 0,     -- of the prompt, kept by the provider
  micro_dollars bigint not null check (micro_dollars >= 0),
  estimated boolean not null,                  -- no bill has come
  primary key (restaurant_id, id),
  foreign key (restaurant_id, conversation_id) references conversation
);
create index model_call_of_conversation on model_call (restaurant_id, conversation_id, called_at)
  include (micro_dollars);
create index model_call_of_day on model_call (restaurant_id, called_at);
call wall('model_call');

-- Raised and compared with the budget in one statement, so that turns at once cannot overspend.
create table model_spend (
  restaurant_id uuid not null references restaurant,
  day date not null,                           -- of UTC, as OpenRouter's own days are
  micro_dollars bigint not null,
  calls bigint not null,
  primary key (restaurant_id, day)
);
call wall('model_spend');
