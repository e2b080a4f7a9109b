-- A chain of ten branches that never close, and its customers with one conversation each.

-- step: names of rows
create function bench_id(kind bigint, n bigint) returns uuid language sql immutable parallel safe
return (lpad(to_hex(n), 12, '0') || '70008000' || lpad(to_hex(kind), 12, '0'))::uuid;

-- step: branches
update branch set hours = (select jsonb_object_agg(day, '[{"from": "00:00", "to": "00:00"}]'::jsonb)
                             from unnest(array['sunday', 'monday', 'tuesday', 'wednesday', 'thursday',
                                               'friday', 'saturday']) day),
                  special_times = '{}', delivers = true;
delete from delivery_zone;
insert into branch (restaurant_id, id, code, name_ar, name_en, address_ar, address_en, zone, latitude, longitude,
                    hours, delivers, preparation_minutes)
select b.restaurant_id, bench_id(1, n), 'X' || n, b.name_ar || ' ' || n, b.name_en || ' ' || n, b.address_ar,
       b.address_en, b.zone, b.latitude, b.longitude, b.hours, true, b.preparation_minutes
  from (select * from branch order by code limit 1) b, generate_series(1, 8) n;
insert into staff_branch (restaurant_id, staff_id, branch_id)
select s.restaurant_id, s.id, b.id from staff s join branch b using (restaurant_id)
 where s.role in ('owner', 'manager', 'auditor')
on conflict do nothing;

-- step: customers
alter table customer disable trigger user;
alter table customer_identifier disable trigger user;
insert into customer (restaurant_id, id, name, language, created_at)
select r.restaurant_id, bench_id(2, n), (array['سارة', 'Sara', 'محمد', 'Fahad', 'نورة', 'Omar'])[n % 6 + 1] || ' ' || n,
       case n % 3 when 0 then 'en' else 'ar-SA' end, now() - interval '700 days'
  from restaurant r, generate_series(1, ${customers}) n;
insert into customer_identifier (restaurant_id, kind, value, customer_id, since)
select restaurant_id, 'phone', '9665' || lpad(n::text, 8, '0'), bench_id(2, n), now() - interval '700 days'
  from restaurant, generate_series(1, ${customers}) n;
alter table customer enable trigger user;
alter table customer_identifier enable trigger user;
analyze customer, customer_identifier;

-- step: words by which customers are found
insert into search_word (restaurant_id, ref, word, kind, at)
select k.restaurant_id, k.id, words.word, 'customer', k.created_at
  from customer k join customer_identifier i on i.restaurant_id = k.restaurant_id and i.customer_id = k.id
       cross join lateral (select search_words(k.name) as word union select phone_words(i.value)) words
on conflict do nothing;

-- step: conversations
insert into conversation (restaurant_id, id, customer_id, phone_number_id, branch_id, status, type, window_until,
                          last_sequence, last_message_at, created_at)
select r.restaurant_id, bench_id(3, n), bench_id(2, n), '109876543210987',
       (select id from branch order by code offset n % 10 limit 1),
       case when n % 200 = 0 then 'active' when n % 997 = 0 then 'escalated' else 'resolved' end, 'order',
       now() - n * interval '20 minutes' + interval '24 hours', ${messages}, now() - n * interval '20 minutes',
       now() - interval '700 days'
  from restaurant r, generate_series(1, ${customers}) n;
update conversation
   set labels = case when n % 50 = 0 then array['vip'] else '{}' end,
       priority = case when n % 300 = 0 then 'urgent' else 'normal' end,
       snoozed_until = case when n % 400 = 0 then now() + interval '1 day' end
  from generate_series(50, ${customers}, 50) n where id = bench_id(3, n);
insert into message (restaurant_id, id, conversation_id, sequence, sender, content, status, at, received_at)
select r.restaurant_id, bench_id(4, n * ${messages} + m), bench_id(3, n), m,
       case m % 2 when 1 then 'customer' else 'ai' end,
       jsonb_set('${text}'::jsonb, '{text}', to_jsonb('ابغى برجر وبطاطس ' || n || ' ' || m)),
       case m % 2 when 1 then null else 'read' end, at, at
  from restaurant r, generate_series(1, ${customers}) n, generate_series(1, ${messages}) m,
       lateral (select now() - n * interval '20 minutes' - (${messages} - m) * interval '6 hours' as at) a;
