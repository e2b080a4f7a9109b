-- Years of orders. Each is a copy of an order that was really placed and moved to its end, with other names and
-- times, so that everything in it is what the server writes.

-- step: what is copied
create table bench_template as
select (row_number() over (order by o.placed_at, o.id) - 1)::int as i, o.*, c.lines as cart_lines
  from orders o join cart c on c.restaurant_id = o.restaurant_id and c.id = o.cart_id
 where o.status in ('delivered', 'rejected', 'cancelled');
create table bench_event as select e.* from order_event e join bench_template t on t.id = e.order_id;
create table bench_payment as
select distinct on (y.order_id) y.* from payment y join bench_template t on t.id = y.order_id
 where y.method <> 'link' order by y.order_id, y.created_at;
create table bench_payment_step as select s.* from payment_step s join bench_payment y on y.id = s.payment_id;
create table bench_receipt as
select distinct on (r.order_id) r.* from receipt r join bench_template t on t.id = r.order_id
 where r.kind <> 'credit_note' order by r.order_id, r.issued_at;
create table bench_branch as
select (row_number() over (order by code) - 1)::int as i, id, code from branch;
create view bench_past as
select n, bench_id(10, n) as new_id, bench_id(11, n) as new_cart, x.c as customer,
       bench_id(2, x.c) as new_customer, bench_id(3, x.c) as new_conversation,
       b.id as new_branch, b.code || '-' || n as new_number, x.at as new_at,
       (x.at at time zone 'Asia/Riyadh')::date as new_day, t.*
  from generate_series(1::bigint, ${past}::bigint) n
 cross join lateral (
    select 1 + floor(${customers} * power((n * 2654435761 % 1000003) / 1000003.0::float8, 2))::bigint as c,
           now() - interval '3 hours' - (${past} - n) * (interval '700 days' / ${past}) as at) x
  join bench_branch b on b.i = (n * 40503 % 10)
  join bench_template t on t.i = n % (select count(*) from bench_template)
 order by n;

-- step: no checks row by row, and lesser indices made at the end
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '256MB';
create table bench_index as
select pg_get_indexdef(i.indexrelid) as made, i.indexrelid::regclass::text as name
  from pg_index i
 where not i.indisunique
   and i.indrelid in ('orders'::regclass, 'cart'::regclass, 'order_event'::regclass, 'payment'::regclass,
                      'receipt'::regclass);
do $$ declare d record; begin for d in select * from bench_index loop execute 'drop index ' || d.name; end loop; end $$;

-- step: carts
insert into cart (restaurant_id, id, conversation_id, version, branch_id, fulfilment, lines, ordered, changed_at)
select restaurant_id, new_cart, new_conversation, 4, new_branch, fulfilment, cart_lines, true, new_at from bench_past;

-- step: orders
insert into orders (restaurant_id, id, cart_id, conversation_id, customer_id, branch_id, day, number, status,
                    fulfilment, destination, contact_phone, lines, delivery_fee, total, vat, note, reason, reason_code,
                    payment, paid, refunded, refund_asked, delivery, driver, flags, placed_at, status_since,
                    accepted_at, promised_at, version)
select restaurant_id, new_id, new_cart, new_conversation, new_customer, new_branch, new_day, new_number, status,
       fulfilment, destination, contact_phone, lines, delivery_fee, total, vat, note, reason, reason_code,
       payment, paid, refunded, refund_asked, delivery, driver, flags, new_at, new_at + interval '40 minutes',
       case when accepted_at is null then null else new_at + interval '1 minute' end,
       case when promised_at is null then null else new_at + interval '25 minutes' end, version
  from bench_past;

-- step: events
insert into order_event (restaurant_id, order_id, version, actor, staff_id, from_status, to_status, reason, axis, move,
                         reason_code, amount, at)
select e.restaurant_id, p.new_id, e.version, e.actor, e.staff_id, e.from_status, e.to_status, e.reason, e.axis, e.move,
       e.reason_code, e.amount, p.new_at + (e.version - 1) * interval '6 minutes'
  from bench_past p join bench_event e on e.order_id = p.id
 order by p.n, e.version;

-- step: payments
insert into payment (restaurant_id, id, order_id, branch_id, conversation_id, method, state, amount, refunded,
                     created_at, changed_at)
select p.restaurant_id, bench_id(12, p.n), p.new_id, p.new_branch, p.new_conversation, y.method, y.state, y.amount,
       y.refunded, p.new_at, p.new_at + interval '40 minutes'
  from bench_past p join bench_payment y on y.order_id = p.id;
insert into payment_step (restaurant_id, payment_id, state, at)
select p.restaurant_id, bench_id(12, p.n), s.state, p.new_at
  from bench_past p
  join bench_payment y on y.order_id = p.id
  join bench_payment_step s on s.payment_id = y.id;

-- step: receipts
insert into receipt (restaurant_id, id, order_id, branch_id, kind, serial, number, issued_at, gross, net, vat, content)
select p.restaurant_id, bench_id(13, p.n), p.new_id, p.new_branch, r.kind, r.serial + p.n, r.number || p.n,
       p.new_at + interval '1 minute', r.gross, r.net, r.vat, r.content
  from bench_past p join bench_receipt r on r.order_id = p.id;

-- step: the kitchen's last thirty days
insert into kitchen_order (restaurant_id, order_id, branch_id, number, fulfilment, customer, status, note, allergies,
                           queue_at, promised_at, started_at, done_at, cancelled_at)
select k.restaurant_id, p.new_id, p.new_branch, p.new_number, k.fulfilment, k.customer, k.status, k.note, k.allergies,
       p.new_at, p.new_at + interval '25 minutes',
       p.new_at + interval '3 minutes', p.new_at + interval '18 minutes',
       case when k.cancelled_at is null then null else p.new_at + interval '9 minutes' end
  from bench_past p join kitchen_order k on k.restaurant_id = p.restaurant_id and k.order_id = p.id
 where p.new_at > now() - interval '30 days';
insert into kitchen_station (restaurant_id, id, branch_id, position, name_ar, name_en, fallback)
select b.restaurant_id, bench_id(14, row_number() over (order by b.code)), b.id, 0, 'المطبخ', 'Kitchen', true
  from branch b where not exists (select from kitchen_station s where s.branch_id = b.id);
insert into kitchen_ticket (restaurant_id, id, order_id, branch_id, station_id, queue_at, fired_at, done_at, recalled,
                            offline, open, version)
select k.restaurant_id, bench_id(15, p.n), p.new_id, p.new_branch,
       (select s.id from kitchen_station s where s.branch_id = p.new_branch limit 1),
       p.new_at, p.new_at, p.new_at + interval '18 minutes', false, false, false, k.version
  from bench_past p
  join lateral (select * from kitchen_ticket k where k.restaurant_id = p.restaurant_id and k.order_id = p.id
                 limit 1) k on true
 where p.new_at > now() - interval '30 days';
insert into kitchen_line (restaurant_id, id, ticket_id, order_id, order_line_id, position, quantity, item_id, dish,
                          state, started_at, done_at)
select k.restaurant_id, bench_id(16, p.n * 8 + k.position), bench_id(15, p.n), p.new_id, k.order_line_id, k.position,
       k.quantity, k.item_id, k.dish, 'done', p.new_at + interval '3 minutes', p.new_at + interval '18 minutes'
  from bench_past p
  join kitchen_line k on k.restaurant_id = p.restaurant_id and k.order_id = p.id
 where p.new_at > now() - interval '30 days'
on conflict do nothing;
insert into kitchen_waste (restaurant_id, id, branch_id, order_id, line_id, item_id, quantity, reason, made_at, offline, at)
select l.restaurant_id, bench_id(17, p.n), p.new_branch, p.new_id, l.id, l.item_id, l.quantity, 'order_cancelled',
       p.new_at, false, p.new_at
  from bench_past p join kitchen_line l on l.restaurant_id = p.restaurant_id and l.id = bench_id(16, p.n * 8)
 where p.new_at > now() - interval '30 days' and p.n % 20 = 0;

-- step: slots, tasks and what customers said
insert into slot (restaurant_id, branch_id, starts_at, orders, minutes)
select distinct p.restaurant_id, p.new_branch,
       to_timestamp(floor(extract(epoch from p.new_at + interval '20 minutes') / 900) * 900), 1, 6
  from bench_past p where p.new_at > now() - interval '400 days'
on conflict do nothing;
insert into slot_claim (restaurant_id, order_id, branch_id, starts_at, minutes)
select p.restaurant_id, p.new_id, p.new_branch,
       to_timestamp(floor(extract(epoch from p.new_at + interval '20 minutes') / 900) * 900), 6
  from bench_past p where p.new_at > now() - interval '400 days';
insert into task (restaurant_id, id, branch_id, kind, order_id, facts, made_at, done_at, done_by, proof)
select p.restaurant_id, bench_id(18, p.n), p.new_branch, '${task}', p.new_id, '{}', p.new_at,
       case when p.n % 5000 = 0 then null else p.new_at + interval '1 hour' end, null, null
  from bench_past p where p.n % 50 = 0;
insert into payment_task (restaurant_id, id, payment_id, order_id, branch_id, reason, state, amount, made_at, settled_at)
select p.restaurant_id, bench_id(19, p.n), bench_id(12, p.n), p.new_id, p.new_branch, 'asked',
       case when p.n % 5000 = 0 then 'for_people' else 'done' end, 100, p.new_at,
       case when p.n % 5000 = 0 then null else p.new_at end
  from bench_past p where p.n % 50 = 0;
insert into feedback (restaurant_id, id, conversation_id, branch_id, order_id, message_id, rating, sentiment,
                      categories, item_ids, words, needs_follow_up, given_at)
select p.restaurant_id, bench_id(20, p.n), p.new_conversation, p.new_branch, p.new_id, bench_id(21, p.n),
       1 + p.n % 5, (array['negative', 'neutral', 'positive'])[1 + (p.n / 20) % 3], '{}', '{}', 'كان لذيذ',
       p.n % 3000 = 0, p.new_at + interval '2 hours'
  from bench_past p where p.n % 20 = 0;
insert into turn (restaurant_id, id, conversation_id, state, opened_at, due_at, last_sequence, mind, intent, sentiment,
                  confidence, language, answered_at)
select p.restaurant_id, bench_id(22, p.n), p.new_conversation, 'answered', p.new_at, p.new_at, 2, 'embedded', 'order',
       'neutral', 0.9, 'ar', p.new_at
  from bench_past p where p.n % 3 = 0;

-- step: lesser indices
do $$ declare d record; begin for d in select * from bench_index loop execute d.made; end loop; end $$;

-- step: statistics
reset session_replication_role;
reset synchronous_commit;
drop view bench_past;
drop table bench_template, bench_event, bench_payment, bench_payment_step, bench_receipt, bench_branch, bench_index;
vacuum analyze;
checkpoint;
