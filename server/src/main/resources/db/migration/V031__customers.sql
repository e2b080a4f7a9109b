-- What a customer has ordered so far, and what he may still do to an order.

-- One index finds a customer's orders, newest first, and holds all that his figures are counted from:
-- who has ordered a thousand times is counted without reading a thousand orders.
drop index orders_habits;
create index orders_of_customer on orders (restaurant_id, customer_id, placed_at desc, id desc)
  include (branch_id, fulfilment, status, payment, total, paid, refunded);
