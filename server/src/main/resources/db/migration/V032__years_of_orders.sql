-- Lists and questions that cost the same after years of orders as in the first week.

-- Orders of a status in the order of the list, branch by branch.
create index orders_of_status on orders (restaurant_id, branch_id, status, placed_at, id);

-- What ended lately stays on the board for a while.
create index orders_finished on orders (restaurant_id, status_since)
  where status in ('delivered', 'rejected', 'expired', 'cancelled');

-- The newest of all branches first.
create index task_list on task (restaurant_id, made_at desc, id desc);

-- The hour of the week is asked for as ten short stretches of `orders_of_branch`: behind the wall of row-level
-- security no index over a function is used that is not proven to leak nothing.
drop index orders_of_hour;
drop function hour_of_week(timestamptz);
