-- What a customer has ordered so far, and what he may still do to an order.

-- One index finds a customer's orders, newest first, and holds all that his figures are counted from:
-- who has ordered a thousand times is counted without reading a thousand orders.
drop index orders_habits;
create index orders_of_customer on orders (restaurant_id, customer_id, placed_at desc, id desc)
  include (branch_id, fulfilment, status, payment, total, paid, refunded);

-- A cart that shall change an order, or has changed it, or was the order before a change: the versions of
-- an order are its carts. Null: a new order.
alter table cart add column order_id uuid;
alter table cart add constraint cart_order foreign key (restaurant_id, order_id) references orders;
create index cart_of_order on cart (restaurant_id, order_id) where order_id is not null;

-- What customers may do to orders of a branch by themselves; a branch without a row does as the code says.
create table order_rules (
  restaurant_id uuid not null,
  branch_id uuid not null,
  customer_changes boolean not null,
  customer_cancels text not null check (customer_cancels in ('until_accepted', 'until_preparing')),
  primary key (restaurant_id, branch_id),
  foreign key (restaurant_id, branch_id) references branch
);
call wall('order_rules');
