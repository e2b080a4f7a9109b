-- Whom a customer was before he was found to be one with another: asked before every advertisement.

create index customer_merged on customer (restaurant_id, merged_into) where merged_into is not null;
