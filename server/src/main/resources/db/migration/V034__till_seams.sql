-- What a till calls the charge for delivery; when its stock is read next, and what it sold when it was read last.

alter table pos_setting add column delivery_charge text;
alter table pos_setting add column stock_at timestamptz not null default now();
alter table pos_mapping add column sold boolean not null default true;  -- as the till said last

-- The number of the order when its ticket was left behind at a branch that does not make it any more.
alter table kitchen_ticket add column left_as text;
