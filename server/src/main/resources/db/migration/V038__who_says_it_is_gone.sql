-- Who said that something is sold out: whoever closed it opens it. And what migrations of before
-- left out where the owner of the tables did not see over the wall.

alter table menu_absence
  add column said_by text not null default 'staff' check (said_by in ('staff', 'till')),
  drop constraint menu_absence_pkey,
  add primary key (restaurant_id, branch_id, subject_id, said_by);

-- What a till had not when it was read last, the till has closed, as far as anybody knew.
update menu_absence a set said_by = 'till'
  from pos_mapping m
 where m.restaurant_id = a.restaurant_id and m.branch_id = a.branch_id and m.our_id = a.subject_id
   and not m.sold and a.until is null;

-- V025 should have made these, and V030 those.
insert into menu_book (restaurant_id, version)
select restaurant_id, nextval('menu_book_number') from restaurant on conflict do nothing;
insert into cart_watch (restaurant_id, cart_id, step, due_at)
select restaurant_id, id, 'abandon', changed_at + interval '6 hours'
  from cart where not ordered and abandoned_at is null and lines <> '[]'
on conflict do nothing;
