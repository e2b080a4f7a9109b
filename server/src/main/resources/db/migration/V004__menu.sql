-- The menu of a restaurant and what each branch makes of it.

create table menu_category (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  position integer not null,
  name_ar text not null,
  name_en text not null,
  primary key (restaurant_id, id)
);
call wall('menu_category');

create table menu_item (
  restaurant_id uuid not null,
  id uuid not null,
  category_id uuid not null,
  position integer not null,
  name_ar text not null,
  name_en text not null,
  description_ar text not null,
  description_en text not null,
  aliases text[] not null,                  -- other names people use, in any language
  price bigint not null check (price >= 0), -- halalas, VAT inside
  primary key (restaurant_id, id),
  foreign key (restaurant_id, category_id) references menu_category
);
create index menu_item_of_category on menu_item (restaurant_id, category_id);
call wall('menu_item');

create table modifier_group (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  kind text not null check (kind in ('size', 'choice', 'addon', 'remove')),
  name_ar text not null,
  name_en text not null,
  min_taken integer not null check (min_taken >= 0),
  max_taken integer not null check (max_taken >= greatest(min_taken, 1)),
  check (kind <> 'size' or (min_taken = 1 and max_taken = 1)),
  primary key (restaurant_id, id)
);
call wall('modifier_group');

create table modifier_option (
  restaurant_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  position integer not null,
  name_ar text not null,
  name_en text not null,
  aliases text[] not null,
  price bigint not null check (price >= 0), -- added to the item's
  standard boolean not null,                -- taken when the customer says nothing
  available boolean not null,
  primary key (restaurant_id, id),
  foreign key (restaurant_id, group_id) references modifier_group
);
create index modifier_option_of_group on modifier_option (restaurant_id, group_id);
call wall('modifier_option');

-- A group serves many items: the heat of a burger is asked like the heat of a sandwich.
create table menu_item_group (
  restaurant_id uuid not null,
  item_id uuid not null,
  group_id uuid not null,
  position integer not null,
  primary key (restaurant_id, item_id, group_id),
  foreign key (restaurant_id, item_id) references menu_item,
  foreign key (restaurant_id, group_id) references modifier_group
);
create index menu_item_group_of_group on menu_item_group (restaurant_id, group_id);
call wall('menu_item_group');

-- Where a branch differs from the menu; no row means that it does not.
create table branch_item (
  restaurant_id uuid not null,
  branch_id uuid not null,
  item_id uuid not null,
  available boolean not null default true,
  price bigint check (price >= 0),          -- null: the menu's price
  primary key (restaurant_id, branch_id, item_id),
  foreign key (restaurant_id, branch_id) references branch,
  foreign key (restaurant_id, item_id) references menu_item
);
create index branch_item_of_item on branch_item (restaurant_id, item_id);
call wall('branch_item');

-- Which menu is in force: a node that keeps another version in memory reads it anew. From a sequence,
-- since a number that a rolled-back change took must never mean something else.
create sequence menu_version_number;
create table menu_version (
  restaurant_id uuid not null,
  branch_id uuid not null,
  version bigint not null,
  primary key (restaurant_id, branch_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('menu_version');
