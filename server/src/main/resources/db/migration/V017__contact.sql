-- The number a driver calls, which need not be the one a customer writes from; null means that one.
alter table cart add column contact_phone text;
alter table orders add column contact_phone text;

-- What is old is removed for all restaurants at once.
drop policy restaurant_wall on channel_event;
call wall('channel_event', true);
create index channel_event_of_day on channel_event (happened_at);
