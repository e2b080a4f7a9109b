-- Attempts that were begun anew because the customer went on writing: they are no failures.

alter table turn add column rereads integer not null default 0;
