-- What operators did by hand with deliveries set aside and messages given up: who, what, when, and what came of it.

create table operator_action (
  id uuid primary key,
  happened_at timestamptz not null,
  operator text not null,                       -- the name under which somebody worked on the server's machine
  action text not null check (action in ('inbox_replay', 'sends_retry')),
  asked jsonb not null,                         -- the ids or the span of time
  outcome jsonb                                 -- each id and what came of it; null if the server died meanwhile
);
create index operator_action_newest on operator_action (happened_at desc);
alter table operator_action enable row level security;
alter table operator_action force row level security;
create policy system_only on operator_action
  using ((select current_setting('app.scope', true)) = 'system')
  with check ((select current_setting('app.scope', true)) = 'system');

-- What people look for by hand: never many, and never to be looked for among all that is waiting.
create index webhook_unit_set_aside on webhook_unit (received_at) where set_aside is not null;
create index outbox_stuck on outbox (created_at) where state in ('failed', 'held', 'in_doubt');
