-- The whole menu: parts of the day, prices of branches and ways, nested choices, stock, and why
-- something cannot be had.

-- One row a restaurant: whoever edits the menu holds it, so edits come one after the other.
create sequence menu_book_number;
create table menu_book (
  restaurant_id uuid primary key references restaurant,
  version bigint not null,
  hijri_shift integer not null default 0 check (hijri_shift between -1 and 1)
);
call wall('menu_book');

create table menu_day_part (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  position integer not null,
  name_ar text not null,
  name_en text not null,
  rule jsonb not null,                      -- week, months, dates, exceptions
  primary key (restaurant_id, id)
);
call wall('menu_day_part');

create table menu_ingredient (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  position integer not null,
  name_ar text not null,
  name_en text not null,
  primary key (restaurant_id, id)
);
call wall('menu_ingredient');

alter table menu_category
  add column day_part_id uuid,
  add column hidden boolean not null default false,
  add foreign key (restaurant_id, day_part_id) references menu_day_part;
create index menu_category_of_day_part on menu_category (restaurant_id, day_part_id)
  where day_part_id is not null;

alter table menu_item
  add column photo uuid,
  add column calories integer check (calories >= 0),
  add column allergens text[] not null default '{}',
  add column ingredients uuid[] not null default '{}',
  add column day_part_id uuid,
  add column hidden boolean not null default false,
  add foreign key (restaurant_id, day_part_id) references menu_day_part,
  add foreign key (restaurant_id, photo) references media_file;
create index menu_item_of_day_part on menu_item (restaurant_id, day_part_id)
  where day_part_id is not null;
create index menu_item_of_photo on menu_item (restaurant_id, photo) where photo is not null;

alter table modifier_group
  drop constraint modifier_group_kind_check,
  add check (kind in ('size', 'choice', 'addon', 'remove', 'note')),
  add column position integer not null default 0,
  add column rules jsonb;                   -- null: the plain rules

alter table modifier_option
  add column nested uuid[] not null default '{}',
  add column calories integer check (calories >= 0),
  add column allergens text[] not null default '{}',
  add column ingredients uuid[] not null default '{}';

alter table menu_item_group add column overrides jsonb; -- null: the group as it is

-- Prices of items and options that hold only in a branch, by a way, or in a part of the day.
create table menu_price (
  restaurant_id uuid not null references restaurant,
  subject_id uuid not null,                 -- an item or an option
  position integer not null,
  branch_id uuid,
  tag text check (tag in ('whatsapp', 'pickup', 'delivery')),
  day_part_id uuid,
  price bigint not null check (price >= 0),
  primary key (restaurant_id, subject_id, position),
  foreign key (restaurant_id, branch_id) references branch,
  foreign key (restaurant_id, day_part_id) references menu_day_part
);
create index menu_price_of_branch on menu_price (restaurant_id, branch_id) where branch_id is not null;
create index menu_price_of_day_part on menu_price (restaurant_id, day_part_id)
  where day_part_id is not null;
call wall('menu_price');

-- What a branch does not have now; a row whose time has come counts no more.
create table menu_absence (
  restaurant_id uuid not null,
  branch_id uuid not null,
  subject_id uuid not null,                 -- a category, an item, an option or an ingredient
  hidden boolean not null default false,
  until timestamptz,                        -- null: until somebody says otherwise
  since timestamptz not null default now(),
  primary key (restaurant_id, branch_id, subject_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('menu_absence');

-- How many a branch has left of what it counts.
create table menu_stock (
  restaurant_id uuid not null,
  branch_id uuid not null,
  subject_id uuid not null,                 -- an item or an option
  remaining integer not null check (remaining >= 0),
  primary key (restaurant_id, branch_id, subject_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('menu_stock');

-- What of it an order keeps until the kitchen begins, or the order comes to nothing.
create table menu_stock_hold (
  restaurant_id uuid not null,
  order_id uuid not null,
  branch_id uuid not null,
  subject_id uuid not null,
  held integer not null check (held > 0),
  primary key (restaurant_id, order_id, subject_id),
  foreign key (restaurant_id, branch_id) references branch
);
create index menu_stock_hold_of_branch on menu_stock_hold (restaurant_id, branch_id);
call wall('menu_stock_hold');

insert into menu_price (restaurant_id, subject_id, position, branch_id, price)
select restaurant_id, item_id,
       row_number() over (partition by restaurant_id, item_id order by branch_id) - 1, branch_id, price
  from branch_item where price is not null;
insert into menu_absence (restaurant_id, branch_id, subject_id)
select restaurant_id, branch_id, item_id from branch_item where not available;
insert into menu_book (restaurant_id, version) select restaurant_id, nextval('menu_book_number') from restaurant;
drop table branch_item;
