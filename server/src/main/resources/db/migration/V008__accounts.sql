-- Events of a WhatsApp Business Account name no number: they are routed by the account.

alter table whatsapp_number add column account_id text;
create index whatsapp_number_of_account on whatsapp_number (account_id);

alter table webhook_unit add column account_id text;
drop policy system_or_owner on webhook_unit;
create policy system_or_owner on webhook_unit
  using ((select current_setting('app.scope', true)) = 'system'
         or exists (select 1 from whatsapp_number n
                     where n.restaurant_id = (select nullif(current_setting('app.restaurant', true), '')::uuid)
                       and (n.phone_number_id = webhook_unit.phone_number_id
                            or webhook_unit.phone_number_id is null
                               and n.account_id = webhook_unit.account_id)));

-- How a conversation stands with WhatsApp besides its window.
alter table conversation add column free_until timestamptz;   -- nothing is billed until then: he came from an advertisement
alter table conversation add column standby boolean not null default false;  -- another program has the thread

-- What managers must know of their channel: quality, limits, templates, restrictions, hand-overs.
create table channel_notice (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  phone_number_id text,                         -- null for what concerns the account
  kind text not null,
  severity text not null check (severity in ('information', 'warning', 'critical')),
  facts jsonb not null,
  happened_at timestamptz not null,
  created_at timestamptz not null,
  primary key (restaurant_id, id)
);
create unique index channel_notice_once on channel_notice (restaurant_id, kind, happened_at, md5(facts::text));
create index channel_notice_newest on channel_notice (restaurant_id, created_at desc, id desc);
call wall('channel_notice');
