-- When the customer last wrote to us and to no other program: what is older, and comes later, takes
-- no thread from us.

alter table conversation add column heard_at timestamptz;
