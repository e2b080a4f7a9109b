-- What people did to the cart of a conversation, once for each command, and in whose hands the
-- conversation was.

create table cart_command (
  restaurant_id uuid not null,
  command_id uuid not null,
  conversation_id uuid not null,
  cart_id uuid not null,
  action text not null,
  command text not null,                    -- what was asked: the same id may not ask for something else
  staff_id uuid not null,
  staff_name text not null,
  reason text,
  order_id uuid,                            -- what a confirmed cart became, or what was repeated
  at timestamptz not null,
  primary key (restaurant_id, command_id),
  foreign key (restaurant_id, conversation_id) references conversation
);
create index cart_command_of on cart_command (restaurant_id, conversation_id, at desc);
call wall('cart_command');

create table conversation_step (
  restaurant_id uuid not null,
  step bigint generated always as identity,
  conversation_id uuid not null,
  kind text not null check (kind in ('taken_over', 'handed_back', 'resolved', 'escalated')),
  staff_id uuid,
  staff_name text,
  reason text,
  at timestamptz not null,
  primary key (restaurant_id, step),
  foreign key (restaurant_id, conversation_id) references conversation
);
create index conversation_step_of on conversation_step (restaurant_id, conversation_id, at desc);
call wall('conversation_step');
