-- What is chosen with something that a till sells: groups with their bounds and the till's names of their options.
alter table pos_menu add column groups jsonb not null default '[]';
